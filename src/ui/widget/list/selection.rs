//! Where the selection goes if a commit moves the selected row elsewhere: to the next row, so that the user can go on.

use super::{Group, List, ListLine};

/// The number of neighbours remembered in each direction.
const NEXT: usize = 200;

/// The selection before a commit.
pub(super) struct SelectionAnchor {
    group: Option<Group>,
    /// The identities of the rows below, then of those above, the nearest first.
    neighbours: Vec<u64>,
}

impl List {
    /// Notes that the selected row was committed: if the reload moves it elsewhere, the selection stays in place.
    pub const fn saved(&mut self) {
        self.saved = true;
    }

    pub(super) fn selection_anchor(&self) -> SelectionAnchor {
        let below = self.shown().iter().skip(self.selected + 1).take(NEXT);
        let above = self.shown().iter().take(self.selected).rev().take(NEXT);
        let neighbours = below.chain(above).filter_map(|shown| self.identity_of(shown)).collect();
        SelectionAnchor { group: self.group_at(self.selected), neighbours }
    }

    /// The line to select after the reload: that of the row if it is still visible in the same group, else that of its
    /// nearest neighbour.
    pub(super) fn line_after_save(&self, kept: &SelectionAnchor, line: Option<usize>) -> Option<usize> {
        let in_sight = self.offset..self.offset + self.height;
        if let Some(line) = line.filter(|line| in_sight.contains(line) && self.group_at(*line) == kept.group) {
            return Some(line);
        }
        kept.neighbours.iter().find_map(|neighbour| self.line_of(*neighbour)).or(line)
    }

    fn group_at(&self, line: usize) -> Option<Group> {
        self.shown().iter().take(line + 1).rev().find_map(|shown| match shown {
            ListLine::Heading(group, _) => self.rows.group(*group).cloned(),
            ListLine::Row(_) => None,
        })
    }
}
