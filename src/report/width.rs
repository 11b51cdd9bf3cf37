//! The width of text in terminal cells. Grapheme clusters are never split.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the grapheme clusters of a text, each with its width.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|character| (character, character.width()))
}

/// Returns the width of a text.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if is_plain(text) {
        text.chars().count()
    } else {
        graphemes(text).map(|(_, wide)| wide).sum()
    }
}

/// Returns whether each `char` of a text is a grapheme cluster of width 1, as in nearly all texts.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.chars().all(is_single_cell)
}

/// Latin letters, and the symbols that this program draws.
fn is_single_cell(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '–' | '’' | '…' | '€' | '→' | '─'..='▟')
        || matches!(c, '○' | '◐' | '●' | '◆' | '✓' | '✗')
}

/// Returns the longest prefix that fits into `cells`.
#[must_use]
pub fn prefix(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let end = graphemes(text).take_while(|(_, wide)| {
        used += wide;
        used <= cells
    });
    text.get(..end.map(|(character, _)| character.len()).sum()).unwrap_or_default()
}

/// Returns the text without its first `cells`. A wide character across the boundary is dropped.
#[must_use]
pub fn suffix(text: &str, cells: usize) -> &str {
    let mut gone = 0;
    let begin = graphemes(text).take_while(|(_, wide)| {
        let goes = gone < cells;
        gone += wide;
        goes
    });
    text.get(begin.map(|(character, _)| character.len()).sum()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grapheme_clusters_are_never_split() {
        for (text, cells) in [
            ("Économie", 8),
            ("e\u{301}te\u{301}", 3),
            ("日本語", 6),
            ("👩\u{200d}🌾", 2),
            ("🇫🇷", 2),
            ("👍🏽", 2),
            ("क्षि", width("क्षि")),
            ("", 0),
        ] {
            assert_eq!(width(text), cells, "{text}");
            for room in 0..=cells + 1 {
                let (kept, rest) = (prefix(text, room), suffix(text, room));
                assert!(width(kept) <= room, "{text} {room}");
                assert!(text.starts_with(kept) && text.ends_with(rest), "{text} {room}");
                let is_end = |at: usize| at == text.len() || text.grapheme_indices(true).any(|(begin, _)| begin == at);
                assert!(is_end(kept.len()) && is_end(text.len() - rest.len()), "{text} {room}");
            }
        }
        for c in (0..0x2800).filter_map(char::from_u32).filter(|c| is_single_cell(*c)) {
            let text = format!("é{c}é");
            assert_eq!(graphemes(&text).collect::<Vec<_>>(), [("é", 1), (c.to_string().as_str(), 1), ("é", 1)]);
        }
        assert_eq!((prefix("日本", 3), suffix("日本", 1), suffix("été", 1)), ("日", "本", "té"));
    }
}
