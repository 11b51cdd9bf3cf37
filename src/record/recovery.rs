//! Finds brackets, braces and quotes that are never closed, and where a text can be read again after them.
//!
//! A parser takes everything after a missing bracket for a part of the value. Here the broken value ends at the next
//! line that can only be a new key or header; it is blanked, so that nothing is read from it.

use std::borrow::Cow;
use std::ops::Range;

use super::fast_path;
use super::nesting_limit::end_of_line;

/// A text without its unclosed values, and the opening of each of them with the parser's message for it.
pub(super) struct RecoveredText<'t> {
    pub text: Cow<'t, str>,
    pub unclosed: Vec<(Range<usize>, &'static str)>,
}

/// Blanks the unclosed values of an invalid text. The length and the lines of the text stay the same.
pub(super) fn recover(text: &str) -> RecoveredText<'_> {
    if fast_path::takes(text) {
        return RecoveredText { text: Cow::Borrowed(text), unclosed: Vec::new() };
    }
    blank_unclosed(text)
}

fn blank_unclosed(text: &str) -> RecoveredText<'_> {
    let mut scan = StatementScan { text, at: 0 };
    let mut unclosed = Vec::new();
    let mut blank: Vec<Range<usize>> = Vec::new();
    while scan.at < text.len() {
        let start = scan.at;
        if let Err(Unclosed { opening, message, resume }) = scan.statement() {
            unclosed.push((opening, message));
            blank.push(start..resume);
            scan.at = resume;
        }
    }
    if blank.is_empty() {
        return RecoveredText { text: Cow::Borrowed(text), unclosed };
    }
    let is_blank = |at: usize| blank.iter().any(|range| range.contains(&at));
    let kept = text.char_indices().flat_map(|(at, c)| {
        let blanks = if is_blank(at) && c != '\n' { c.len_utf8() } else { 0 };
        let char = (blanks == 0).then_some(c);
        std::iter::repeat_n(' ', blanks).chain(char)
    });
    RecoveredText { text: Cow::Owned(kept.collect()), unclosed }
}

struct Unclosed {
    opening: Range<usize>,
    message: &'static str,
    /// The start of the line where reading resumes.
    resume: usize,
}

struct StatementScan<'t> {
    text: &'t str,
    at: usize,
}

impl StatementScan<'_> {
    /// Moves past the statement that begins on the current line.
    fn statement(&mut self) -> Result<(), Unclosed> {
        let line = line_at(self.text, self.at);
        let content = line.trim_start();
        let begin = self.at + line.len() - content.len();
        if content.starts_with('[') && !is_header(content) {
            let message = if content.starts_with("[[") { ARRAY_TABLE } else { TABLE };
            let resume = self.next_line_that(self.at, |line, _| is_header(line.trim_start()));
            return Err(Unclosed { opening: begin..begin + 1, message, resume });
        }
        match key_length(content) {
            Some(length) => self.value(begin + length),
            None => {
                self.at = self.after_line(self.at);
                Ok(())
            }
        }
    }

    /// Moves past the value that begins at `from` and the rest of its line.
    fn value(&mut self, from: usize) -> Result<(), Unclosed> {
        let bytes = self.text.as_bytes();
        let mut open: Vec<usize> = Vec::new();
        let (mut at, mut last) = (from, b'=');
        while let Some(byte) = bytes.get(at).copied() {
            match byte {
                b'#' => at = end_of_line(bytes, at),
                b'"' | b'\'' => {
                    at = self.string(at)?;
                    last = byte;
                }
                b'[' | b'{' => {
                    open.push(at);
                    last = byte;
                }
                b']' | b'}' => {
                    open.pop();
                    last = byte;
                }
                b'\n' => {
                    let Some(opening) = open.last() else { break };
                    if begins_statement(line_at(self.text, at + 1), bytes[*opening], last) {
                        return Err(unclosed_bracket(bytes, *opening, at + 1));
                    }
                }
                _ if byte.is_ascii_whitespace() => {}
                _ => last = byte,
            }
            at += 1;
        }
        match open.last() {
            Some(opening) => Err(unclosed_bracket(bytes, *opening, self.text.len())),
            None => {
                self.at = (at + 1).min(self.text.len());
                Ok(())
            }
        }
    }

    /// Returns the last byte of the string that begins at `from`.
    fn string(&self, from: usize) -> Result<usize, Unclosed> {
        let bytes = self.text.as_bytes();
        let quote = bytes[from];
        let is_basic = quote == b'"';
        if !bytes[from..].starts_with(&[quote; 3]) {
            let line = line_at(self.text, from);
            let end = closing_quote(line, quote);
            let message = if is_basic { BASIC_STRING } else { LITERAL_STRING };
            let resume = self.after_line(from);
            return end.map(|end| from + end).ok_or(Unclosed { opening: from..from + 1, message, resume });
        }
        let delimiter = if is_basic { "\"\"\"" } else { "'''" };
        let mut at = from + 3;
        while let Some(found) = self.text[at..].find(delimiter).map(|found| at + found) {
            let escaped =
                is_basic && self.text[..found].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            // A line that opens such a string itself shows that this one was never closed.
            let start = self.text[..found].rfind('\n').map_or(0, |newline| newline + 1);
            let opens = start > from
                && key_length(&self.text[start..found])
                    .is_some_and(|key| self.text[start + key..found].trim().is_empty());
            if opens {
                break;
            }
            if !escaped {
                let extra = self.text[found + 3..].bytes().take(2).take_while(|byte| *byte == quote).count();
                return Ok(found + 2 + extra);
            }
            at = found + 1;
        }
        let message = if is_basic { MULTI_LINE_BASIC_STRING } else { MULTI_LINE_LITERAL_STRING };
        let resume = self.next_line_that(from, |line, _| is_header(line.trim_start()) || key_length(line).is_some());
        Err(Unclosed { opening: from..from + 3, message, resume })
    }

    /// The start of the first line after that of `from` that a test accepts, or the end of the text.
    fn next_line_that(&self, from: usize, accepts: impl Fn(&str, usize) -> bool) -> usize {
        let mut at = self.after_line(from);
        while at < self.text.len() && !accepts(line_at(self.text, at), at) {
            at = self.after_line(at);
        }
        at
    }

    fn after_line(&self, from: usize) -> usize {
        self.text[from..].find('\n').map_or(self.text.len(), |newline| from + newline + 1)
    }
}

const ARRAY: &str = "unclosed array, expected `]`";
const ARRAY_TABLE: &str = "unclosed array table, expected `]`";
const BASIC_STRING: &str = "invalid basic string, expected `\"`";
const INLINE_TABLE: &str = "unclosed inline table, expected `}`";
const LITERAL_STRING: &str = "invalid literal string, expected `'`";
const MULTI_LINE_BASIC_STRING: &str = "invalid multi-line basic string, expected `\"`";
const MULTI_LINE_LITERAL_STRING: &str = "invalid multi-line literal string, expected `'`";
const TABLE: &str = "unclosed table, expected `]`";

fn unclosed_bracket(bytes: &[u8], opening: usize, resume: usize) -> Unclosed {
    let message = if bytes[opening] == b'[' { ARRAY } else { INLINE_TABLE };
    Unclosed { opening: opening..opening + 1, message, resume }
}

/// Returns the rest of the line from a position, without its newline.
fn line_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}

/// Returns whether a line can only be a new statement, although a bracket is open. Within braces `key =` is a new
/// statement unless a comma or the brace came `last`.
fn begins_statement(line: &str, opening: u8, last: u8) -> bool {
    let content = line.trim_start();
    if is_header(content) {
        return true;
    }
    key_length(content).is_some() && (opening == b'[' || !matches!(last, b',' | b'{'))
}

/// Returns whether a line is a header: `[a.b]` or `[[a.b]]`, with nothing but a comment after it. A line that could be
/// a list of values is not a header.
fn is_header(line: &str) -> bool {
    let (inside, close) = match line.strip_prefix("[[") {
        Some(inside) => (inside, "]]"),
        None => match line.strip_prefix('[') {
            Some(inside) => (inside, "]"),
            None => return false,
        },
    };
    let Some((names, rest)) = inside.split_once(close) else { return false };
    let rest = rest.trim();
    let is_value = matches!(names.trim(), "true" | "false" | "inf" | "nan");
    let has_letter = names.chars().any(char::is_alphabetic);
    let parts = names.split('.').all(|part| is_key(part.trim()));
    (rest.is_empty() || rest.starts_with('#')) && parts && has_letter && !is_value
}

fn is_key(part: &str) -> bool {
    let quoted = |quote: char| part.len() > 2 && part.starts_with(quote) && part.ends_with(quote);
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    quoted('"') || quoted('\'') || (!part.is_empty() && part.chars().all(is_bare))
}

/// Returns the length of `key =` at the beginning of a line, with its indentation.
fn key_length(line: &str) -> Option<usize> {
    let (key, _) = line.split_once('=')?;
    key.split('.').all(|part| is_key(part.trim())).then_some(key.len() + 1)
}

/// Returns the position of the quote that closes the string at the beginning of a line.
fn closing_quote(line: &str, quote: u8) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate().skip(1) {
        match byte {
            b'\\' if quote == b'"' && !escaped => escaped = true,
            _ if byte == quote && !escaped => return Some(at),
            _ => escaped = false,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the lines that are left, without empty ones, and the line of each opening.
    fn recovered(text: &str) -> (Vec<String>, Vec<&str>) {
        let RecoveredText { text: kept, unclosed } = blank_unclosed(text);
        assert_eq!(kept.len(), text.len());
        let lines = kept.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        (lines, unclosed.into_iter().map(|(opening, _)| &text[opening.start..]).map(|rest| line_at(rest, 0)).collect())
    }

    #[test]
    fn a_broken_value_ends_at_the_next_key_or_header() {
        for (text, kept, opening) in [
            ("a = [\"x\"\nb = 1\n", &["b = 1"][..], "[\"x\""),
            ("a = [\n  \"x\",\n  # c\nb = 1\n", &["b = 1"], "["),
            ("a = [[1, 2], [3]\n[t]\nb = 1\n", &["[t]", "b = 1"], "[[1, 2], [3]"),
            ("a = { b = 1, c = \"é\"\nd = 1\n", &["d = 1"], "{ b = 1, c = \"é\""),
            ("a = \"x\nb = 1\n", &["b = 1"], "\"x"),
            ("a = 'x # é\nb = 1\n", &["b = 1"], "'x # é"),
            ("m = \"\"\"\nLong\ntext\n\n[[p]]\nq = 1\n", &["[[p]]", "q = 1"], "\"\"\""),
            ("m = \"\"\"\nLong\nn = \"\"\"\nx\n\"\"\"\n", &["n = \"\"\"", "x", "\"\"\""], "\"\"\""),
            ("a = 1\n[[p]\nq = 1\n[[p]]\nq = 2\n", &["a = 1", "[[p]]", "q = 2"], "[[p]"),
            ("a = [1", &[], "[1"),
        ] {
            let (lines, openings) = recovered(text);
            assert_eq!(
                (lines, openings),
                (kept.iter().map(|line| (*line).to_owned()).collect(), vec![opening]),
                "{text}"
            );
        }
    }

    #[test]
    fn a_valid_text_stays_as_it_is() {
        for text in [
            "a = [\n  1, # [\n  [2, 3],\n]\nb = { c = \"]\", d = '[' }\n[[x.\"y z\"]] # c\ne = \"\"\"\nf = [\n\"\"\"\n",
            "a = [\n[true],\n[\"b\"],\n]\n",
            "a = \"\"\"one\"\"\"\nb = '''two'''\nc = \"\\\"\"\nd = ''\n",
            "",
        ] {
            let RecoveredText { text: kept, unclosed } = blank_unclosed(text);
            assert_eq!((kept.as_ref(), unclosed.len()), (text, 0));
        }
    }
}
