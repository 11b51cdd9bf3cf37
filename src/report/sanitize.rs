//! Makes the text of records safe for a terminal: no control sequences, no bidirectional overrides.

use std::borrow::Cow;

/// Replaces control characters by visible symbols (`␛`), invisible and bidirectional ones by `�`, and line ends and
/// tabs by a space each.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain || text.chars().all(|c| replacement(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| replacement(c).unwrap_or(c)).collect())
}

/// Returns the replacement of a character that must not reach a terminal.
pub fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\t' => Some(' '),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        // C1 controls, line and paragraph separators, bidirectional controls (Unicode TR 36, 3.1), characters of no
        // width (except joiners and variation selectors, which scripts and emoji need), tags.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{feff}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// Returns the text made safe to paste into a terminal: its lines stay lines and its tabs tabs, and everything else is
/// as [`sanitize`] makes it.
#[must_use]
pub fn sanitize_lines(text: &str) -> String {
    let line = |line: &str| line.split('\t').map(sanitize).collect::<Vec<_>>().join("\t");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_replaced() {
        for (text, shown) in [
            ("Économie — 17 500 €", "Économie — 17 500 €"),
            ("a\u{1b}[31mred\u{7}", "a␛[31mred␇"),
            ("two\r\nlines\tand a tab", "two  lines and a tab"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("user\u{202e}txt.exe", "user\u{fffd}txt.exe"),
            ("\u{7f}\u{0}", "␡␀"),
            ("👩\u{200d}🌾", "👩\u{200d}🌾"),
            (
                "a\u{34f}b\u{17b4}c\u{2065}d\u{fff0}e\u{1d173}f\u{e0fff}",
                "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}",
            ),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
            (
                "a\u{ad}b\u{115f}c\u{180e}d\u{2062}e\u{3164}f\u{fff9}g",
                "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}g",
            ),
        ] {
            assert_eq!(sanitize(text), shown, "{text:?}");
        }
    }

    #[test]
    fn a_copy_keeps_lines_and_cells_without_control_characters() {
        assert_eq!(sanitize_lines("one\ttwo\r\nthree\u{1b}[A\u{0}\n"), "one\ttwo\nthree␛[A␀");
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(sanitize("Pau Béarn Pyrénées"), Cow::Borrowed(_)));
    }
}
