//! Folding accents, case and typography away, for search and sorting.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds accents, case, apostrophes, quotes, dashes and no-break spaces away: `L’Économie` → `l'economie`.
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
            '’' | '‘' | 'ʼ' | '‛' | '′' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded
}

/// Folds like [`fold`], with hyphens and underscores as spaces: an unquoted word of a filter cannot contain a space.
#[must_use]
pub fn fold_name(text: &str) -> String {
    fold(text).replace(['-', '_'], " ")
}

/// Returns the id that a name suggests: `Au compost, mitoyen !` → `au-compost-mitoyen`.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{fold, slug};

    #[test]
    fn names_suggest_ids() {
        assert_eq!(slug("Au compost, mitoyen !"), "au-compost-mitoyen");
        assert_eq!(slug("L’Œuf – été"), "l-oeuf-ete");
        assert_eq!(slug("  "), "");
    }

    #[test]
    fn accents_case_and_typography_are_folded() {
        for (text, folded) in [
            ("Économie", "economie"),
            ("E\u{301}conomie", "economie"),
            ("ŒUVRE", "oeuvre"),
            ("Ægir", "aegir"),
            ("Straße", "strasse"),
            ("Ça où Île Noël", "ca ou ile noel"),
            ("CoMobi", "comobi"),
            ("d’été « A\u{a0}–\u{202f}B »", "d'ete \" a - b \""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
