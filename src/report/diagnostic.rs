//! Findings located in the text of a file: line, column and excerpt.

use std::ops::Range;

use super::sanitize::replacement;
use crate::model::Finding;

/// A finding with its location and the line it points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub finding: Finding,
    /// Relative to the folder of records.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The bytes that the finding is about, within `excerpt`.
    pub bytes: Range<usize>,
    /// The line, sanitized. Empty if the file has no text.
    pub excerpt: String,
    /// From 1.
    pub excerpt_line: usize,
}

/// Characters of a long line kept on either side of the bytes that the finding is about.
const MARGIN: usize = 240;

impl Diagnostic {
    /// Locates a finding at `bytes` of a file's `text`. `0..0` means the whole record, which is located at its first
    /// line that is neither blank nor a comment. A range of several lines is located at its first one.
    #[must_use]
    pub fn new(finding: Finding, file: &str, text: &str, bytes: Range<usize>) -> Self {
        let bytes = if bytes.is_empty() && bytes.start == 0 { first_content(text) } else { clamp(text, &bytes) };
        let line_start = text[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[bytes.start..].find('\n').map_or(text.len(), |at| bytes.start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        // A byte order mark does not count as a column.
        let (line, line_start) = match line.strip_prefix('\u{feff}') {
            Some(rest) => (rest, line_start + '\u{feff}'.len_utf8()),
            None => (line, line_start),
        };
        let start = bytes.start.saturating_sub(line_start).min(line.len());
        let end = bytes.end.saturating_sub(line_start).clamp(start, line.len());
        // Counted for each of thousands of findings in one file.
        let number = memchr::memchr_iter(b'\n', &text.as_bytes()[..line_start]).count() + 1;
        let (excerpt, within_excerpt) = excerpt(line, start..end);
        Self {
            finding,
            file: file.to_owned(),
            line: number,
            column: line[..start].chars().count() + 1,
            bytes: within_excerpt,
            excerpt,
            excerpt_line: number,
        }
    }
}

/// Returns the range clamped to the text and extended to whole characters.
fn clamp(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(bytes.start);
    let end = text.ceil_char_boundary(bytes.end.max(start));
    start..end
}

/// Returns the first line that is neither blank nor a comment, trimmed, or `0..0`.
fn first_content(text: &str) -> Range<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches('\u{feff}').trim();
        if !words.is_empty() && !words.starts_with('#') {
            let start = at + line.find(words).unwrap_or(0);
            return start..start + words.len();
        }
        at += line.len();
    }
    0..0
}

/// Returns the sanitized line, cut to the surroundings of `bytes`, and where these are in it.
fn excerpt(line: &str, bytes: Range<usize>) -> (String, Range<usize>) {
    let from = line[..bytes.start].char_indices().rev().take(MARGIN).last().map_or(bytes.start, |(at, _)| at);
    let mut shown = String::new();
    let (mut start, mut end) = (None, None);
    let mut after = 0;
    for (at, c) in line.char_indices().skip_while(|(at, _)| *at < from) {
        if at >= bytes.start && start.is_none() {
            start = Some(shown.len());
        }
        if at >= bytes.end {
            end = end.or(Some(shown.len()));
            after += 1;
        }
        // The range itself may be very long.
        if after > MARGIN || shown.len() > 16 * MARGIN {
            break;
        }
        shown.push(replacement(c).unwrap_or(c));
    }
    let start = start.unwrap_or(shown.len());
    let end = end.unwrap_or(shown.len());
    (shown, start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Location, Severity, TextRange};

    fn at(text: &str, bytes: Range<usize>) -> Diagnostic {
        let place =
            Location::Text(TextRange { file: "startups/a.toml".to_owned(), record: None, bytes: bytes.clone() });
        let finding =
            Finding { check: "syntax", severity: Severity::Error, place, message: "finding-syntax", args: vec![] };
        Diagnostic::new(finding, "startups/a.toml", text, bytes)
    }

    fn shown(text: &str, bytes: Range<usize>) -> (usize, usize, String, String) {
        let diagnostic = at(text, bytes);
        let meant = diagnostic.excerpt[diagnostic.bytes.clone()].to_owned();
        (diagnostic.line, diagnostic.column, diagnostic.excerpt, meant)
    }

    fn row(line: usize, column: usize, excerpt: &str, meant: &str) -> (usize, usize, String, String) {
        (line, column, excerpt.to_owned(), meant.to_owned())
    }

    #[test]
    fn lines_and_columns_are_counted_in_characters_from_one() {
        let text = "name = \"é\"\nphase = \"été\" # x\n";
        assert_eq!(shown(text, 7..11), row(1, 8, "name = \"é\"", "\"é\""));
        assert_eq!(shown(text, 20..27), row(2, 9, "phase = \"été\" # x", "\"été\""));
        assert_eq!(shown(text, 29..31).1, 16, "after accents, characters and not bytes");
    }

    #[test]
    fn crlf_and_byte_order_marks_are_not_counted() {
        assert_eq!(shown("\u{feff}a = 1\r\nb = x\r\n", 14..15), row(2, 5, "b = x", "x"));
        assert_eq!(shown("\u{feff}a = x\r\n", 7..8), row(1, 5, "a = x", "x"));
    }

    #[test]
    fn the_whole_record_is_located_at_its_first_line_of_content() {
        assert_eq!(shown("#:schema x\n\n  title = 1\n", 0..0), row(3, 3, "  title = 1", "title = 1"));
        assert_eq!(shown("", 0..0), row(1, 1, "", ""));
        assert_eq!(shown("# only this\n", 0..0), row(1, 1, "# only this", ""));
    }

    #[test]
    fn ranges_are_cut_to_their_first_line_and_to_the_text() {
        assert_eq!(shown("a = [\n1,\n", 4..8), row(1, 5, "a = [", "["));
        assert_eq!(shown("ab", 9..12), row(1, 3, "ab", ""));
        assert_eq!(shown("é", 1..2), row(1, 1, "é", "é"));
    }

    #[test]
    fn escapes_are_shown_and_keep_the_range() {
        assert_eq!(shown("a = \"\u{1b}[2J\" x", 4..10), row(1, 5, "a = \"␛[2J\" x", "\"␛[2J\""));
    }

    #[test]
    fn a_long_line_is_cut_around_the_range() {
        let text = format!("{}HERE{}", "x".repeat(9000), "y".repeat(9000));
        let (line, column, excerpt, meant) = shown(&text, 9000..9004);
        assert_eq!((line, column, excerpt.len(), meant.as_str()), (1, 9001, 484, "HERE"));
    }
}
