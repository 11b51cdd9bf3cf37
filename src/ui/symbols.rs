//! The program's own signs (marks, lines, bars, arrows) on a terminal that has only ASCII.
//!
//! Screens and answers are written with the signs that say most; where the terminal cannot show them, each becomes one
//! of one cell once everything is drawn, so that nothing has to know of two alphabets and no column moves.

use ratatui::buffer::Buffer;

use crate::report;

/// Which signs a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Symbols {
    /// All of them.
    #[default]
    Unicode,
    /// Letters, digits and what else a typewriter has.
    Ascii,
}

impl Symbols {
    /// Puts the signs of ASCII into what is drawn, where that is what the terminal shows.
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

    /// A text in these signs.
    #[must_use]
    pub fn in_text(self, text: String) -> String {
        if self == Self::Unicode {
            return text;
        }
        let characters = report::width::graphemes(&text).map(|(character, _)| ascii(character).unwrap_or(character));
        characters.collect()
    }
}

/// The sign of ASCII that stands for one of ours; letters with accents are no signs.
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
        "…" => "~",
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
    fn our_signs_become_ascii_in_as_many_cells_and_letters_stay() {
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
