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

#[cfg(test)]
mod tests {
    use super::fold;

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
