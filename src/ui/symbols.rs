//! ASCII replacements for the symbols of the program (marks, lines, bars, arrows).
//!
//! Screens and reports use Unicode symbols throughout. On a terminal without them, each is replaced by one ASCII
//! character after drawing, so that no other module depends on the character set and no column moves.

use ratatui::buffer::Buffer;

use crate::report;

/// The symbols that the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Symbols {
    #[default]
    Unicode,
    Ascii,
}

impl Symbols {
    /// Replaces the symbols in a drawn buffer if the terminal needs it.
    pub fn settle(self, buffer: &mut Buffer) {
        if self == Self::Unicode {
            return;
        }
        for cell in &mut buffer.content {
            if let Some(plain) = ascii(cell.symbol()) {
                cell.set_symbol(plain);
            }
        }
    }

    /// Replaces the symbols in a text if the terminal needs it.
    #[must_use]
    pub fn in_text(self, text: String) -> String {
        if self == Self::Unicode {
            return text;
        }
        let characters = report::width::graphemes(&text).map(|(character, _)| ascii(character).unwrap_or(character));
        characters.collect()
    }
}

/// Returns the replacement for a symbol; `None` for other characters, letters with accents among them.
fn ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "✗" => "x",
        "✓" => "v",
        "○" => "o",
        "●" => "#",
        "◇" => "+",
        "◆" => "*",
        "§" => "=",
        "◐" => "%",
        "•" | "▪" => "*",
        "·" => ".",
        "±" => "&",
        "◷" => "@",
        "▌" | "▶" | "▸" | "→" | "›" => ">",
        "←" | "↶" | "‹" => "<",
        "↷" => ">",
        "↓" | "▾" | "▼" => "v",
        "↑" | "▴" | "▲" => "^",
        "…" | "≈" => "~",
        "│" | "┃" | "┊" | "┆" | "║" | "├" | "┤" | "▏" => "|",
        "─" | "–" | "—" | "╌" | "┄" => "-",
        "━" | "═" | "▬" => "=",
        "┼" | "┬" | "┴" | "╭" | "╮" | "╰" | "╯" | "┌" | "┐" | "└" | "┘" => "+",
        "▔" => "^",
        "▁" => "_",
        "▂" => ".",
        "▃" => "-",
        "▄" => "~",
        "▅" => "=",
        "▆" => "+",
        "▇" => "*",
        "█" => "#",
        "░" => ".",
        "▒" => ":",
        "▓" => "%",
        "’" | "‘" => "'",
        "«" | "»" | "“" | "”" => "\"",
        "×" => "x",
        "\u{a0}" | "\u{202f}" => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn symbols_become_ascii_of_equal_width_and_letters_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 25, 1));
        buffer.set_string(0, 0, "▌✗ été… ━━── ▁▄█ 日本 → x", Style::new());
        let text = |buffer: &Buffer| buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
        let before = text(&buffer);
        Symbols::Unicode.settle(&mut buffer);
        assert_eq!(text(&buffer), before);
        Symbols::Ascii.settle(&mut buffer);
        assert_eq!(text(&buffer).replace("  ", " "), ">x été~ ==-- _~# 日 本 > x".replace("  ", " "));
        let answer = "✗ late – pau → anct, 3\u{a0}€\r\n".to_owned();
        assert_eq!(Symbols::Unicode.in_text(answer.clone()), answer);
        assert_eq!(Symbols::Ascii.in_text(answer), "x late - pau > anct, 3 €\r\n");
    }
}
