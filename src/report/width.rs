//! How many cells of a terminal a text takes. What a reader takes for one character, with its accents or as an emoji
//! made of several, is never parted; a text takes as many cells as its characters do, as a screen lays them out.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The characters of a text as a reader sees them, each with its cells.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|character| (character, character.width()))
}

/// The cells of a text.
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

/// Whether each character of a text stands for itself, in one cell: so it is with nearly all that is shown.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.chars().all(stands_alone)
}

/// Letters, and the signs and lines of our own.
fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '–' | '’' | '…' | '€' | '→' | '─'..='▟')
        || matches!(c, '○' | '◐' | '●' | '◆' | '✓' | '✗')
}

/// As much of a text as finds room in that many cells.
#[must_use]
pub fn prefix(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let end = graphemes(text).take_while(|(_, wide)| {
        used += wide;
        used <= cells
    });
    text.get(..end.map(|(character, _)| character.len()).sum()).unwrap_or_default()
}

/// The text without its first cells; of a wide character that is parted, nothing.
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
    fn what_is_one_character_to_a_reader_is_never_parted() {
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
        for c in (0..0x2800).filter_map(char::from_u32).filter(|c| stands_alone(*c)) {
            let text = format!("é{c}é");
            assert_eq!(graphemes(&text).collect::<Vec<_>>(), [("é", 1), (c.to_string().as_str(), 1), ("é", 1)]);
        }
        assert_eq!((prefix("日本", 3), suffix("日本", 1), suffix("été", 1)), ("日", "本", "té"));
    }
}
