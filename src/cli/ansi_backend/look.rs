//! The look of cells, and the sequences that change it (SGR, ECMA-48).

use std::fmt::{self, Write as _};

use crossterm::style::Colored;
use ratatui::buffer::Cell;
use ratatui::prelude::IntoCrossterm;
use ratatui::style::{Color, Modifier};

/// Attributes with the parameters that begin and end them; those that share an end have it in [`Parameters::change`].
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", ""),
    (Modifier::DIM, "2", ""),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", ""),
    (Modifier::RAPID_BLINK, "6", ""),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Look {
    pub const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    pub fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Returns the parameters that change this look into another one: from this one, or from the plain one if they are
    /// fewer.
    pub fn parameters(self, to: Self) -> String {
        let mut changed = Parameters::default();
        changed.change(self, to);
        let mut anew = Parameters("0".to_owned());
        anew.change(Self::PLAIN, to);
        if anew.0.len() < changed.0.len() { anew.0 } else { changed.0 }
    }
}

/// Parameters separated by semicolons.
#[derive(Default)]
struct Parameters(String);

impl Parameters {
    fn add(&mut self, parameter: impl fmt::Display) {
        let before = self.0.len();
        let separator = if before == 0 { "" } else { ";" };
        let _ = write!(self.0, "{separator}{parameter}");
        // Under `NO_COLOR`, crossterm has no colours.
        if self.0.len() == before + separator.len() {
            self.0.truncate(before);
        }
    }

    fn change(&mut self, from: Look, to: Look) {
        let removed = from.modifier - to.modifier;
        let mut added = to.modifier - from.modifier;
        let ends = [(Modifier::BOLD | Modifier::DIM, "22"), (Modifier::SLOW_BLINK | Modifier::RAPID_BLINK, "25")];
        for (both, end) in ends {
            if removed.intersects(both) {
                added |= to.modifier & both;
                self.add(end);
            }
        }
        for (attribute, begin, end) in ATTRIBUTES {
            if added.contains(attribute) {
                self.add(begin);
            } else if removed.contains(attribute) && !end.is_empty() {
                self.add(end);
            }
        }
        if from.fg != to.fg {
            self.add(Colored::ForegroundColor(to.fg.into_crossterm()));
        }
        if from.bg != to.bg {
            self.add(Colored::BackgroundColor(to.bg.into_crossterm()));
        }
    }
}
