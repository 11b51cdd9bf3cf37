//! The cells of the terminal that are links (OSC 8). A frame of ratatui knows none, so they are written after it, only
//! if they have changed.

use std::io::{self, Write};
use std::sync::Arc;

use crossterm::cursor::{RestorePosition, SavePosition};
use crossterm::queue;
use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::report::width::width;
use crate::ui::DrawnLink;

/// The links that the terminal shows.
#[derive(Default)]
pub struct LinkedCells {
    /// The size of the frame that they belong to: another size clears the terminal.
    area: Rect,
    links: Vec<LinkedRun>,
}

/// Cells of a row, and the address that they open; none if they opened one before.
#[derive(Clone, PartialEq)]
struct LinkedRun {
    x: u16,
    y: u16,
    cells: Vec<Cell>,
    address: Option<Arc<str>>,
}

impl LinkedRun {
    fn new(link: &DrawnLink, frame: &Buffer) -> Self {
        let columns = link.x..link.x.saturating_add(link.cells);
        let cells = columns.filter_map(|x| frame.cell((x, link.y)).cloned()).collect();
        Self { x: link.x, y: link.y, cells, address: Some(Arc::clone(&link.address)) }
    }

    /// The same cells of another frame without a link.
    fn cleared(&self, frame: &Buffer) -> Self {
        let cells = (self.x..).take(self.cells.len()).filter_map(|x| frame.cell((x, self.y)).cloned());
        Self { cells: cells.collect(), address: None, ..*self }
    }

    /// The first cell of each character.
    fn characters(&self) -> impl Iterator<Item = (u16, u16, &Cell)> {
        let mut next = 0;
        (0..).zip(&self.cells).filter_map(move |(at, cell)| {
            let is_first = at >= next;
            if is_first {
                next = at + u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
            }
            is_first.then_some((self.x + at, self.y, cell))
        })
    }
}

/// What is to be written so that the terminal shows the links of a frame.
pub struct LinkChange(Vec<LinkedRun>);

impl LinkedCells {
    /// Replaces the links by those of the frame that was drawn last. Nothing is to be written for links that are as
    /// they were: none of their cells has changed.
    pub fn replace(&mut self, links: &[DrawnLink], frame: &Buffer) -> LinkChange {
        if self.area != frame.area {
            *self = Self { area: frame.area, links: Vec::new() };
        }
        if links.is_empty() && self.links.is_empty() {
            return LinkChange(Vec::new());
        }
        let now: Vec<LinkedRun> = links.iter().map(|link| LinkedRun::new(link, frame)).collect();
        let before = std::mem::replace(&mut self.links, now);
        // The cells of a new link are written last, because they may be some of an old one.
        let gone = before.iter().filter(|run| !self.links.contains(run)).map(|run| run.cleared(frame));
        let touched: Vec<LinkedRun> = gone.collect();
        let overlaps = |run: &LinkedRun| touched.iter().any(|gone| gone.y == run.y);
        let new = self.links.iter().filter(|run| !before.contains(run) || overlaps(run)).cloned();
        let new: Vec<LinkedRun> = new.collect();
        LinkChange(touched.into_iter().chain(new).collect())
    }
}

impl LinkChange {
    /// Writes the changed links. The cursor stays where it is.
    ///
    /// # Errors
    /// If the terminal refuses.
    pub fn write<B: Backend<Error = io::Error> + Write>(self, terminal: &mut B) -> io::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        queue!(terminal, SavePosition)?;
        for run in &self.0 {
            if let Some(address) = &run.address {
                write!(terminal, "\u{1b}]8;;{address}\u{1b}\\")?;
            }
            terminal.draw(run.characters())?;
            if run.address.is_some() {
                write!(terminal, "\u{1b}]8;;\u{1b}\\")?;
            }
        }
        queue!(terminal, RestorePosition)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::backend::CrosstermBackend;

    use super::*;

    fn frame(lines: &[&str]) -> Buffer {
        Buffer::with_lines(lines.iter().copied())
    }

    fn link(x: u16, cells: u16, address: &str) -> DrawnLink {
        DrawnLink { x, y: 0, cells, address: address.into() }
    }

    fn written(links: &mut LinkedCells, drawn: &[DrawnLink], frame: &Buffer) -> String {
        let mut bytes = Vec::new();
        let change = links.replace(drawn, frame);
        change.write(&mut CrosstermBackend::new(&mut bytes)).expect("a vector takes everything");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn only_what_changes_is_written() {
        let (mut links, first) = (LinkedCells::default(), frame(&["ab 日本 cd"]));
        assert_eq!(written(&mut links, &[], &first), "", "a frame without links costs nothing");
        let one = [link(3, 4, "https://a.test")];
        let text = written(&mut links, &one, &first);
        assert!(
            text.contains("\u{1b}]8;;https://a.test\u{1b}\\") && text.contains('日') && text.contains('本'),
            "{text:?}"
        );
        assert!(text.contains("\u{1b}]8;;\u{1b}\\"), "{text:?}");
        assert_eq!(written(&mut links, &one, &first), "", "the same link again");
        let other = written(&mut links, &[link(3, 4, "https://b.test")], &first);
        assert!(other.contains("https://b.test") && !other.contains("https://a.test"), "the same text: {other:?}");
        let gone = written(&mut links, &[], &first);
        assert!(gone.contains('日') && !gone.contains("]8;;https"), "{gone:?}");
        let _ = written(&mut links, &one, &first);
        let larger = frame(&["ab 日本 cd", ""]);
        assert!(written(&mut links, &one, &larger).contains("https://a.test"), "another size clears the terminal");
    }
}
