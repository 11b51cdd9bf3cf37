//! Folding accents and case away, for search and sorting.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds accents and case away, for search and sorting: `Économie` → `economie`, `Œuvre` → `oeuvre`.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match letter {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
    }
    folded
}

/// The id that a name suggests: `Au compost, mitoyen !` → `au-compost-mitoyen`.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{fold, slug};

    #[test]
    fn an_id_is_made_of_a_name() {
        assert_eq!(slug("Au compost, mitoyen !"), "au-compost-mitoyen");
        assert_eq!(slug("L’Œuf – été"), "l-oeuf-ete");
        assert_eq!(slug("  "), "");
    }

    #[test]
    fn accents_and_case_are_folded_away() {
        for (text, folded) in [
            ("Économie", "economie"),
            ("E\u{301}conomie", "economie"),
            ("ŒUVRE", "oeuvre"),
            ("Ægir", "aegir"),
            ("Straße", "strasse"),
            ("Ça où Île Noël", "ca ou ile noel"),
            ("CoMobi", "comobi"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
