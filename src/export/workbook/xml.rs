//! Text and names of columns in the XML of a workbook.

/// Escapes text. Characters that XML does not allow become spaces, and an underscore that would begin an escape of
/// Excel (`_x000D_`) is escaped itself.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '_' if is_escape(text.get(at..).unwrap_or_default()) => escaped.push_str("_x005F_"),
            '\t' | '\n' | '\r' => escaped.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Returns whether the text begins like `_x000D_`.
fn is_escape(text: &str) -> bool {
    let Some(digits) = text.strip_prefix("_x").and_then(|rest| rest.get(..4)) else { return false };
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()) && text.as_bytes().get(6) == Some(&b'_')
}

/// Cuts a text after so many UTF-16 units.
pub(super) fn cut(text: &str, max: usize) -> &str {
    // No text has more units than bytes.
    if text.len() <= max {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > max
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Appends the name of a column: A, B, …, Z, AA. Counts from zero.
pub(super) fn push_column(into: &mut String, column: usize) {
    if column >= 26 {
        push_column(into, column / 26 - 1);
    }
    into.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
}

#[cfg(test)]
mod tests {
    use super::{cut, push_column, text};

    #[test]
    fn columns_are_named_as_in_excel() {
        let name = |column| {
            let mut name = String::new();
            push_column(&mut name, column);
            name
        };
        let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn text_is_neither_markup_nor_an_escape_of_excel() {
        assert_eq!(text("<b>&\"\u{1}"), "&lt;b&gt;&amp;&quot; ");
        assert_eq!(text("a_x000D_b _x00é0_ _xyz"), "a_x005F_x000D_b _x00é0_ _xyz");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(cut("aé😀b", 3), "aé");
        assert_eq!(cut("aé😀b", 4), "aé😀");
        assert_eq!(cut("aé😀b", 5), "aé😀b");
    }
}
