//! Where the selection stays when a fact written down moves its row elsewhere: one goes on with the next line.

use super::{Group, List, ListLine};

/// How many of the rows below are remembered to go on with.
const NEXT: usize = 200;

/// Where the selection was before a fact was written down.
pub(super) struct SelectionAnchor {
    group: Option<Group>,
    /// What the rows below are known by, then those above, the nearest first.
    neighbours: Vec<u64>,
}

impl List {
    /// A fact was written down of what is selected: where that moves its row elsewhere, the selection stays.
    pub const fn saved(&mut self) {
        self.saved = true;
    }

    pub(super) fn selection_anchor(&self) -> SelectionAnchor {
        let below = self.shown().iter().skip(self.selected + 1).take(NEXT);
        let above = self.shown().iter().take(self.selected).rev().take(NEXT);
        let neighbours = below.chain(above).filter_map(|shown| self.identity_of(shown)).collect();
        SelectionAnchor { group: self.group_at(self.selected), neighbours }
    }

    /// The line to select now that rows have come with what was written: that of the row where it is still in
    /// sight under its heading, else that of the nearest row that was beside it.
    pub(super) fn line_after_save(&self, kept: &SelectionAnchor, line: Option<usize>) -> Option<usize> {
        let in_sight = self.offset..self.offset + self.height;
        if let Some(line) = line.filter(|line| in_sight.contains(line) && self.group_at(*line) == kept.group) {
            return Some(line);
        }
        kept.neighbours.iter().find_map(|neighbour| self.line_of(*neighbour)).or(line)
    }

    /// The heading over a line.
    fn group_at(&self, line: usize) -> Option<Group> {
        self.shown().iter().take(line + 1).rev().find_map(|shown| match shown {
            ListLine::Heading(group, _) => self.rows.group(*group).cloned(),
            ListLine::Row(_) => None,
        })
    }
}
