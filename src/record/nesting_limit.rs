//! Rejects texts that nest deeper than any record.
//!
//! Parsing, decoding and dropping nested values recurse, so a deeply nested text could overflow the stack. One pass
//! over the bytes, which skips strings and comments, prevents that. The fast parser has a limit of its own.

use memchr::{memchr, memchr2, memchr3};

/// Brackets and braces within each other. Records use four.
const MAX_BRACKETS: usize = 16;
/// Parts of one dotted key or table header. Records use two.
const MAX_PARTS: usize = 8;

/// Returns the first byte that is nested too deeply.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut brackets, mut dots) = (0, 0_usize, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => at = end_of_line(bytes, at),
            b'"' | b'\'' => at = end_of_string(bytes, at),
            b'[' | b'{' => {
                brackets += 1;
                dots = 0;
            }
            b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'.' => dots += 1,
            b'\n' | b'=' | b',' => dots = 0,
            _ => {}
        }
        if brackets > MAX_BRACKETS || dots >= MAX_PARTS {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Returns the last byte of the line.
pub(super) fn end_of_line(bytes: &[u8], from: usize) -> usize {
    memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |length| from + length - 1)
}

/// Returns the last byte of the string that begins at `from`, or of its line if it is never closed.
pub(super) fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let quote = bytes[from];
    let triple = bytes[from..].starts_with(&[quote; 3]);
    let mut at = from + if triple { 3 } else { 1 };
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        // Jump to what can end the string or escape its end.
        let found = if triple { memchr2(quote, b'\\', rest) } else { memchr3(quote, b'\\', b'\n', rest) };
        let Some(length) = found else { return bytes.len() };
        at += length;
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\n' => return at - 1,
            byte if byte == quote && !triple => return at,
            _ if bytes[at..].starts_with(&[quote; 3]) => return at + 2,
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_nesting_is_found_where_it_begins() {
        assert_eq!(too_deep(&format!("a = {}", "[".repeat(1000))), Some(4 + MAX_BRACKETS));
        assert_eq!(too_deep(&format!("a = {}1", "{ a = ".repeat(1000))), Some(4 + MAX_BRACKETS * 6));
        assert_eq!(too_deep(&format!("[{}a]", "a.".repeat(1000))), Some(2 * MAX_PARTS));
        assert_eq!(too_deep(&format!("{}a = 1", "a.".repeat(1000))), Some(2 * MAX_PARTS - 1));
        assert!(too_deep(&format!("a = {{ {}a = 1 }}", "a . ".repeat(1000))).is_some());
        assert!(too_deep(&format!("{}a = 1", "\"a\".".repeat(1000))).is_some());
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let many = "[".repeat(100);
        for text in [
            format!("# {many}\na = 1\n# {many}"),
            format!("a = \"{many}\\\"{many}\"\nb = [1]"),
            format!("a = '{many}'"),
            format!("a = \"\"\"\n{many}\n\"{many}\"\"\"\""),
            format!("a = '''{many}\n\\'''"),
            "a = [1, 2]\n".repeat(100),
            "[[a.b]]\nc = \"x\"\n".repeat(100),
            format!("a = [{}]", "1.5, ".repeat(100)),
            format!("a = \"never closed {many}\nb = 1"),
            "#".to_owned(),
            "'".to_owned(),
            "\"\\".to_owned(),
        ] {
            assert_eq!(too_deep(&text), None, "{text}");
        }
    }
}
