//! The sequences that make a terminal show the changed cells of a frame.

use std::fmt::Write as _;
use std::sync::Arc;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::look::Look;
use crate::report::width::width;

/// The least number of blank cells at the end of a row that are erased rather than written.
const ERASED: u16 = 4;

/// The most cells that are written again rather than skipped: skipping takes at least as many bytes.
const MAX_GAP: u16 = 4;

/// The attributes that show on blank cells.
const SHOWS_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// A cell as the terminal shows it, and the address that it opens.
#[derive(Clone)]
pub(super) struct ShownCell {
    pub cell: Cell,
    pub address: Option<Arc<str>>,
}

impl ShownCell {
    fn looks_like(&self, cell: &Cell, address: Option<&Arc<str>>) -> bool {
        if self.address.as_ref() != address || self.cell.symbol() != cell.symbol() || self.cell.bg != cell.bg {
            return false;
        }
        is_blank(&self.cell) && is_blank(cell) || (self.cell.fg, self.cell.modifier) == (cell.fg, cell.modifier)
    }

    /// Returns whether erasing the cell would not change it.
    fn is_erased(&self) -> bool {
        is_blank(&self.cell) && self.cell.bg == Color::Reset && self.address.is_none()
    }
}

/// Returns whether nothing but its background shows of a cell.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(SHOWS_ON_BLANK)
}

/// Writes the cells of one frame.
pub(super) struct CellWriter<'a> {
    out: &'a mut String,
    /// What the terminal shows, row by row; `None` if unknown.
    shown: &'a mut [Option<ShownCell>],
    /// The columns of the terminal.
    columns: u16,
    /// Where the next character goes; `None` if the terminal may disagree.
    cursor: Option<Position>,
    look: Look,
    address: Option<Arc<str>>,
    /// Blank cells that are not written yet, in the current look: the first, and their number.
    blanks: Option<(Position, u16)>,
}

impl<'a> CellWriter<'a> {
    pub fn new(out: &'a mut String, shown: &'a mut [Option<ShownCell>], columns: u16) -> Self {
        Self { out, shown, columns, cursor: None, look: Look::PLAIN, address: None, blanks: None }
    }

    /// Writes a cell, unless the terminal shows it already.
    pub fn write(&mut self, at: Position, cell: &Cell, address: Option<&Arc<str>>) {
        let index = self.index(at);
        let is_known = |shown: &Option<ShownCell>| shown.as_ref().is_some_and(|shown| shown.looks_like(cell, address));
        if self.shown.get(index).is_none_or(is_known) {
            return;
        }
        if is_blank(cell) && address.is_none() {
            self.add_blank(at, cell);
        } else {
            self.end_blanks();
            self.go_to(at);
            self.set_address(address);
            self.set_look(Look::of(cell));
            self.out.push_str(cell.symbol());
            self.advance(at, cell.symbol());
        }
        let columns = width(cell.symbol());
        // The terminal decides what it shows in the cells that a wide character covers.
        for shown in self.shown.iter_mut().skip(index + 1).take(columns.saturating_sub(1)) {
            *shown = None;
        }
        if let Some(shown) = self.shown.get_mut(index) {
            *shown = Some(ShownCell { cell: cell.clone(), address: address.cloned() });
        }
    }

    /// Writes what is waiting, and ends with a plain look.
    pub fn end(&mut self) {
        self.end_blanks();
        self.set_address(None);
        self.set_look(Look::PLAIN);
    }

    fn index(&self, at: Position) -> usize {
        usize::from(at.y) * usize::from(self.columns) + usize::from(at.x)
    }

    fn add_blank(&mut self, at: Position, cell: &Cell) {
        let look = self.look_for_blank(cell);
        if let Some((first, count)) = &mut self.blanks
            && look == self.look
            && (first.y, first.x + *count) == (at.y, at.x)
        {
            *count += 1;
            return;
        }
        self.end_blanks();
        self.go_to(at);
        self.set_address(None);
        self.set_look(self.look_for_blank(cell));
        self.blanks = Some((at, 1));
    }

    /// Returns the look in which a blank cell is written: of the current one, only the background shows.
    fn look_for_blank(&self, cell: &Cell) -> Look {
        let shows = self.look.modifier.intersects(SHOWS_ON_BLANK);
        if shows { Look::of(cell) } else { Look { bg: cell.bg, ..self.look } }
    }

    fn end_blanks(&mut self) {
        let Some((first, count)) = self.blanks.take() else { return };
        // Only without a background: not all terminals erase with the current one.
        if count >= ERASED && self.look.bg == Color::Reset && self.is_rest_erased(first.x + count, first.y) {
            self.out.push_str("\u{1b}[K");
            return;
        }
        self.out.extend(std::iter::repeat_n(' ', usize::from(count)));
        self.advance(Position { x: first.x + count - 1, y: first.y }, " ");
    }

    /// Returns whether a row is erased from a column on.
    fn is_rest_erased(&self, from: u16, y: u16) -> bool {
        let rest = self.index(Position { x: from, y })..self.index(Position { x: self.columns, y });
        self.shown.get(rest).is_some_and(|rest| rest.iter().all(|cell| cell.as_ref().is_some_and(ShownCell::is_erased)))
    }

    /// Notes where the cursor is after a character.
    fn advance(&mut self, at: Position, symbol: &str) {
        // Terminals disagree about the width of what is not one column wide, and about the end of a row.
        let is_certain = width(symbol) == 1 && at.x + 1 < self.columns;
        self.cursor = is_certain.then_some(Position { x: at.x + 1, y: at.y });
    }

    fn go_to(&mut self, to: Position) {
        let before = self.cursor;
        let _ = match before {
            Some(at) if at == to || self.bridge(at, to) => Ok(()),
            Some(at) if at.y == to.y => write!(self.out, "\u{1b}[{}G", to.x + 1),
            _ => write!(self.out, "\u{1b}[{};{}H", to.y + 1, to.x + 1),
        };
        self.cursor = Some(to);
    }

    /// Writes the few cells up to a position of the same row again, if they have the current look.
    fn bridge(&mut self, from: Position, to: Position) -> bool {
        if from.y != to.y || to.x < from.x || to.x - from.x > MAX_GAP {
            return false;
        }
        let Some(gap) = self.shown.get(self.index(from)..self.index(to)) else { return false };
        let is_alike = |shown: &Option<ShownCell>| {
            shown.as_ref().is_some_and(|shown| {
                let look = if is_blank(&shown.cell) { self.look_for_blank(&shown.cell) } else { Look::of(&shown.cell) };
                shown.cell.symbol().len() == 1 && look == self.look && shown.address == self.address
            })
        };
        let is_alike = gap.iter().all(is_alike);
        if is_alike {
            self.out.extend(gap.iter().flatten().map(|shown| shown.cell.symbol()));
        }
        is_alike
    }

    fn set_address(&mut self, address: Option<&Arc<str>>) {
        if self.address.as_ref() != address {
            let _ = write!(self.out, "\u{1b}]8;;{}\u{1b}\\", address.map_or("", |address| address));
            self.address = address.cloned();
        }
    }

    fn set_look(&mut self, look: Look) {
        if look != self.look {
            let parameters = self.look.parameters(look);
            let _ = match parameters.as_str() {
                "" => Ok(()),
                "0" => write!(self.out, "\u{1b}[m"),
                parameters => write!(self.out, "\u{1b}[{parameters}m"),
            };
            self.look = look;
        }
    }
}
