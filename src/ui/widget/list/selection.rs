//! The selection after a commit: it stays on the row that was edited, and says where the row went.

use super::{Group, List, ListLine};

/// The number of neighbours remembered in each direction.
const NEXT: usize = 200;

/// Where a row went that was committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowMove {
    /// Below another heading.
    To(Group),
    /// Out of the list, because the filter hides it or it is settled.
    Hidden,
}

/// The selection before a commit.
pub(super) struct SelectionAnchor {
    group: Option<Group>,
    /// The identities of the rows below, then of those above, the nearest first.
    neighbours: Vec<u64>,
}

impl List {
    /// Notes that the selected row was committed: if the reload removes it, its nearest neighbour is selected.
    pub const fn saved(&mut self) {
        self.saved = true;
    }

    /// Returns where the row went that was committed last, if it moved; said once.
    pub const fn take_move(&mut self) -> Option<RowMove> {
        self.moved.take()
    }

    pub(super) fn selection_anchor(&self) -> SelectionAnchor {
        let below = self.shown().iter().skip(self.selected + 1).take(NEXT);
        let above = self.shown().iter().take(self.selected).rev().take(NEXT);
        let neighbours = below.chain(above).filter_map(|shown| self.identity_of(shown)).collect();
        SelectionAnchor { group: self.group_at(self.selected), neighbours }
    }

    /// Returns the line to select after the reload: that of the row, else that of its nearest neighbour.
    pub(super) fn line_after_save(&mut self, anchor: &SelectionAnchor, line: Option<usize>) -> Option<usize> {
        let Some(line) = line else {
            self.moved = Some(RowMove::Hidden);
            return anchor.neighbours.iter().find_map(|neighbour| self.line_of(*neighbour));
        };
        self.moved = self.group_at(line).filter(|group| Some(group) != anchor.group.as_ref()).map(RowMove::To);
        Some(line)
    }

    fn group_at(&self, line: usize) -> Option<Group> {
        self.shown().iter().take(line + 1).rev().find_map(|shown| match shown {
            ListLine::Heading(group, _) => self.rows.group(*group).cloned(),
            ListLine::Row(_) => None,
        })
    }
}
