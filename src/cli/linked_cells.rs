//! The cells of the terminal that are links (OSC 8). A frame of ratatui knows none.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::ui::DrawnLink;

/// The address of each cell that is part of a link.
#[derive(Debug, Default)]
pub struct LinkedCells {
    addresses: BTreeMap<(u16, u16), Arc<str>>,
}

impl LinkedCells {
    /// Replaces the links by those of a frame. Makes it give all cells that are or were part of a link to the backend,
    /// which knows what the terminal shows of them.
    pub fn replace(&mut self, links: &[DrawnLink], frame: &mut Buffer) {
        let mut addresses = BTreeMap::new();
        for link in links {
            let columns = link.x..link.x.saturating_add(link.cells);
            addresses.extend(columns.map(|x| ((x, link.y), Arc::clone(&link.address))));
        }
        let before = std::mem::replace(&mut self.addresses, addresses);
        for place in before.keys().chain(self.addresses.keys()) {
            if let Some(cell) = frame.cell_mut(*place) {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }

    /// Returns the address that a cell opens.
    #[must_use]
    pub fn address(&self, x: u16, y: u16) -> Option<&Arc<str>> {
        self.addresses.get(&(x, y))
    }
}
