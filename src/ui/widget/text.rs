//! Styled text, measured in terminal cells: cutting, padding and wrapping.

use std::sync::Arc;

use crate::report::sanitize;
use crate::report::width;
pub use crate::report::width::width;
use crate::ui::Token;

/// A text and its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, without control characters.
    pub text: String,
    pub token: Token,
    /// The address that a click on it opens.
    pub link: Option<Arc<str>>,
}

impl Piece {
    /// Lets a click on it open an address.
    #[must_use]
    pub fn linked(self, link: Option<Arc<str>>) -> Self {
        Self { link, ..self }
    }
}

pub type StyledLine = Vec<Piece>;

/// Returns a piece of text of the program.
pub fn piece(token: Token, text: impl Into<String>) -> Piece {
    Piece { text: text.into(), token, link: None }
}

/// Returns a piece of text from a record, sanitized.
pub fn recorded(token: Token, text: &str) -> Piece {
    piece(token, sanitize(text))
}

/// Returns the width of a line in cells.
#[must_use]
pub fn line_width(line: &[Piece]) -> usize {
    line.iter().map(|piece| width(&piece.text)).sum()
}

/// Cuts the text to `cells` cells, ending with an ellipsis if anything is cut.
#[must_use]
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut kept = width::prefix(text, cells.saturating_sub(1)).to_owned();
    while kept.ends_with(' ') {
        kept.pop();
    }
    if cells > 0 {
        kept.push('…');
    }
    kept
}

/// Cuts the text in the middle, for names that differ at the end: `belle-li…-avenant-1`.
#[must_use]
pub fn cut_middle(text: &str, cells: usize) -> String {
    let wide = width(text);
    if wide <= cells || cells < 5 {
        return cut(text, cells);
    }
    let end = (cells - 1) / 2;
    format!("{}…{}", width::prefix(text, cells - 1 - end), width::suffix(text, wide - end))
}

/// Cuts the line to `cells` cells, as [`cut`] does.
#[must_use]
pub fn cut_line(line: &[Piece], cells: usize) -> StyledLine {
    let mut left = cells;
    let mut kept = Vec::with_capacity(line.len());
    for (n, part) in line.iter().enumerate() {
        let wide = width(&part.text);
        // Use the last cell for an ellipsis if non-blank text follows.
        let more = line[n + 1..].iter().any(|after| !after.text.trim().is_empty());
        if wide > left || (wide == left && more) {
            let text = if wide > left { cut(&part.text, left) } else { cut(&format!("{}…", part.text), left) };
            kept.push(Piece { text, ..part.clone() });
            return kept;
        }
        left -= wide;
        kept.push(part.clone());
    }
    kept
}

/// Returns the scroll offset and the cursor position in cells of a text field of `cells` cells. The cursor stays
/// visible and no character is split.
#[must_use]
pub fn scrolled(typed: &tui_input::Input, cells: usize) -> (usize, usize) {
    let before: String = typed.value().chars().take(typed.cursor()).collect();
    let cursor = width(&before);
    // The cursor after the last character needs a cell.
    let least = cursor.saturating_sub(cells.saturating_sub(1));
    let mut scroll = 0;
    for (_, wide) in width::graphemes(typed.value()) {
        if scroll >= least {
            break;
        }
        scroll += wide;
    }
    (scroll, cursor.saturating_sub(scroll))
}

/// Breaks a text that is being typed into lines of at most `cells` cells, at its line breaks and at spaces; also
/// returns the row and column of the cursor, which is given in characters. Every character stays on one of the lines.
#[must_use]
pub fn broken_lines(text: &str, cursor: usize, cells: usize) -> (Vec<String>, (usize, usize)) {
    // The last cell stays free for the cursor.
    let cells = cells.max(2) - 1;
    let (mut lines, mut starts, mut line, mut chars) = (Vec::new(), vec![0], String::new(), 0);
    for (cluster, wide) in width::graphemes(text) {
        if cluster.contains('\n') {
            lines.push(std::mem::take(&mut line));
            starts.push(chars + 1);
        } else {
            if width(&line) + wide > cells {
                let word = line.rfind(' ').map(|space| line.split_off(space + 1)).unwrap_or_default();
                starts.push(chars - word.chars().count());
                lines.push(std::mem::replace(&mut line, word));
            }
            line.push_str(cluster);
        }
        chars += cluster.chars().count();
    }
    lines.push(line);
    let row = starts.iter().rposition(|start| *start <= cursor).unwrap_or(0);
    let before = cursor - starts.get(row).copied().unwrap_or(0).min(cursor);
    let column = lines.get(row).map_or(0, |line: &String| width(&line.chars().take(before).collect::<String>()));
    (lines, (row, column))
}

/// Breaks the text into lines of at most `cells` cells at spaces, not at no-break spaces. Longer words are broken;
/// empty text gives no lines.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (n, line) in text.split('\n').enumerate() {
        let wrapped = wrap_line(line, cells.max(1));
        // A blank line between two others stays.
        if n > 0 && wrapped.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrapped);
    }
    lines
}

fn wrap_line(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > cells {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for (character, cell) in width::graphemes(word) {
            if used + cell > cells {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(character);
            used += cell;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Returns the sign of a column that a list is sorted by.
#[must_use]
pub const fn sort_sign(reversed: bool, alone: bool) -> &'static str {
    match (reversed, alone) {
        (false, false) => " ▲",
        (true, false) => " ▼",
        (false, true) => "▲",
        (true, true) => "▼",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_cells() {
        for (text, cells, cut_text) in [
            ("Histologe", 9, "Histologe"),
            ("Histologe", 8, "Histolo…"),
            ("Histologe", 1, "…"),
            ("Histologe", 0, ""),
            ("日本語の名前", 5, "日本…"),
            ("日本語の名前", 6, "日本…"),
            ("deux mots", 6, "deux…"),
        ] {
            assert_eq!(cut(text, cells), cut_text, "{text} in {cells}");
            assert!(width(&cut(text, cells)) <= cells);
        }
    }

    #[test]
    fn names_are_cut_in_their_middle() {
        let name = "belle-lisiere-avenant-1";
        for (cells, kept) in
            [(23, name), (22, "belle-lisie…-avenant-1"), (11, "belle…ant-1"), (5, "be…-1"), (4, "bel…")]
        {
            assert_eq!(cut_middle(name, cells), kept);
        }
        assert_eq!(cut_middle("日本語の名前", 7), "日…前");
    }

    #[test]
    fn a_line_is_cut_by_cells_over_its_pieces() {
        let line = vec![piece(Token::Key, "abc"), piece(Token::Text, "def"), piece(Token::Muted, "  ")];
        let shown = |cells| cut_line(&line, cells).into_iter().map(|piece| piece.text).collect::<String>();
        assert_eq!(shown(8), "abcdef  ");
        assert_eq!(shown(6), "abcdef");
        assert_eq!(shown(5), "abcd…");
        assert_eq!(shown(3), "ab…");
    }

    #[test]
    fn the_cursor_position_counts_cells() {
        let family = "👨\u{200d}👩\u{200d}👧";
        for (text, cursor, cells, meant) in [
            ("abc", 3, 10, (0, 3)),
            ("abcdef", 6, 4, (3, 3)),
            ("abcdef", 2, 4, (0, 2)),
            (family, 5, 10, (0, 2)),
            ("日本語", 3, 5, (2, 4)),
            ("日本語", 3, 4, (4, 2)),
        ] {
            let typed = tui_input::Input::new(text.to_owned()).with_cursor(cursor);
            assert_eq!(scrolled(&typed, cells), meant, "{text} at {cursor} in {cells}");
        }
    }

    #[test]
    fn a_text_being_typed_keeps_every_character_and_the_cursor() {
        let lines = |text: &str, cursor| broken_lines(text, cursor, 8);
        assert_eq!(lines("", 0), (vec![String::new()], (0, 0)));
        assert_eq!(lines("un deux", 7), (vec!["un deux".to_owned()], (0, 7)));
        assert_eq!(lines("un deux trois", 13).0, ["un ", "deux ", "trois"]);
        assert_eq!(lines("un deux trois", 13).1, (2, 5));
        assert_eq!(lines("un deux trois", 2).1, (0, 2));
        assert_eq!(lines("un\n", 3), (vec!["un".to_owned(), String::new()], (1, 0)));
        assert_eq!(lines("abcdefghij", 10), (vec!["abcdefg".to_owned(), "hij".to_owned()], (1, 3)));
    }

    #[test]
    fn text_is_wrapped_at_spaces_and_long_words_are_broken() {
        assert_eq!(wrap("un deux trois", 7), ["un deux", "trois"]);
        assert_eq!(wrap("17\u{a0}500\u{a0}€ dus", 9), ["17\u{a0}500\u{a0}€", "dus"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), Vec::<String>::new());
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
    }
}
