//! Splits a filter at spaces outside of quotation marks.

use std::ops::Range;

/// A word of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    /// Its bytes in the typed text, including minus and quotation marks.
    pub at: Range<usize>,
    /// Whether it begins with a minus.
    pub negated: bool,
    /// The part before an unquoted colon.
    pub key: Option<String>,
    /// The part after the colon, or the whole word, without quotation marks.
    pub value: String,
    /// Whether it begins with a quotation mark, and so is always text.
    pub quoted: bool,
}

/// Returns the words of a filter.
pub(super) fn lexemes(typed: &str) -> Vec<Lexeme> {
    let mut all = Vec::new();
    let mut start = None;
    let mut in_quotes = false;
    for (at, c) in typed.char_indices() {
        if c == '"' {
            in_quotes = !in_quotes;
        }
        let is_gap = c.is_whitespace() && !in_quotes;
        match (start, is_gap) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                all.push(lexeme(typed, from..at));
                start = None;
            }
            _ => {}
        }
    }
    all.extend(start.map(|from| lexeme(typed, from..typed.len())));
    all
}

fn lexeme(typed: &str, at: Range<usize>) -> Lexeme {
    let word = typed.get(at.clone()).unwrap_or_default();
    let (negated, word) = match word.strip_prefix('-') {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, word),
    };
    let quoted = word.starts_with('"');
    let colon = if quoted { None } else { word.find(':').filter(|colon| *colon > 0) };
    let bare = |text: &str| text.replace('"', "");
    let (key, value) = match colon {
        Some(colon) => (Some(bare(&word[..colon])), bare(&word[colon + 1..])),
        None => (None, bare(word)),
    };
    Lexeme { at, negated, key, value, quoted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_unquoted_spaces() {
        let spelled = |typed: &str| -> Vec<String> {
            let spell = |one: &Lexeme| {
                let sign = if one.negated { "-" } else { "" };
                let key = one.key.as_ref().map_or(String::new(), |key| format!("{key}="));
                format!("{sign}{key}{}@{}", one.value, typed[one.at.clone()].len())
            };
            lexemes(typed).iter().map(spell).collect()
        };
        assert_eq!(spelled("  late owes:pau "), ["late@4", "owes=pau@8"]);
        assert_eq!(spelled("-done -owes:pau - --x"), ["-done@5", "-owes=pau@9", "-@1", "--x@3"]);
        assert_eq!(spelled("startup:\"anti gaspi\" \"owes:pau\""), ["startup=anti gaspi@20", "owes:pau@10"]);
        assert_eq!(spelled("owes: :x \"open"), ["owes=@5", ":x@2", "open@5"]);
        assert_eq!(spelled(""), [""; 0]);
    }
}
