//! The rows that are marked, to do one thing to all of them. Marks hold the numbers of rows, so that two hundred
//! thousand can be marked and counted between two keys. When other rows come they are carried over by what rows are
//! known by, so that they outlive a reload, another order and a filter that hides them.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::{List, ListLine, ListRow};

/// The marks of a list.
#[derive(Debug, Default)]
pub struct Marks {
    /// Whether each row is marked, by its number; as long as the last that ever was.
    marked: Vec<bool>,
    /// How many are.
    count: usize,
    /// The row where a range began that goes to the selected row until it is ended.
    anchor: Option<u32>,
}

/// What the marked rows are known by, and the one where a range began.
pub(super) struct MarkedIdentities {
    marked: HashSet<u64>,
    anchor: Option<u64>,
}

impl Marks {
    fn has(&self, row: u32) -> bool {
        self.marked.get(row as usize).copied().unwrap_or_default()
    }

    fn set(&mut self, row: u32, is_marked: bool) {
        let row = row as usize;
        if self.marked.len() <= row {
            self.marked.resize(row + 1, false);
        }
        if let Some(mark) = self.marked.get_mut(row)
            && std::mem::replace(mark, is_marked) != is_marked
        {
            self.count = if is_marked { self.count + 1 } else { self.count - 1 };
        }
    }
}

impl List {
    /// Marks the selected row, or takes its mark away, and goes on to the next one. Ends a range.
    pub fn mark(&mut self) {
        self.version += 1;
        if self.marks.anchor.is_some() {
            self.end_range();
            return;
        }
        let Some(row) = self.selected_number() else { return };
        self.marks.set(row, !self.marks.has(row));
        self.step(1);
    }

    /// Begins a range at the selected row, or ends the one that was begun: all rows between are marked.
    pub fn mark_range(&mut self) {
        self.version += 1;
        if self.marks.anchor.is_some() {
            self.end_range();
        } else {
            self.marks.anchor = self.selected_number();
        }
    }

    /// Marks all rows that are shown; takes their marks away where all of them were marked.
    pub fn mark_all(&mut self) {
        self.version += 1;
        self.marks.anchor = None;
        let rows: Vec<u32> = self.shown().iter().filter_map(ListLine::row).collect();
        let marks = !rows.iter().all(|row| self.marks.has(*row));
        for row in rows {
            self.marks.set(row, marks);
        }
    }

    /// Takes the range back that was begun, else all marks. Whether there was anything to take back.
    pub fn clear_marks(&mut self) -> bool {
        self.version += 1;
        let had = self.has_marks();
        if self.marks.anchor.take().is_none() {
            self.marks = Marks::default();
        }
        had
    }

    /// Takes all marks away, and the range that was begun.
    pub fn unmark(&mut self) {
        self.version += 1;
        self.marks = Marks::default();
    }

    /// Whether any row is marked, or a range was begun.
    #[must_use]
    pub const fn has_marks(&self) -> bool {
        self.marks.anchor.is_some() || self.marks.count > 0
    }

    /// The marked rows in the order of the list, those among them that the filter hides.
    pub fn marked_rows(&self) -> impl Iterator<Item = ListRow> + '_ {
        let marked = self.marked();
        let is_marked = move |row: u32| marked.get(row as usize).copied().unwrap_or_default();
        let rows = self.rows.order().iter().map(|place| place.row);
        rows.filter(move |row| is_marked(*row)).filter_map(|row| self.rows.row(row))
    }

    /// How many rows are marked, and how many of them the filter shows.
    #[must_use]
    pub fn marked_counts(&self) -> (usize, usize) {
        if !self.has_marks() {
            return (0, 0);
        }
        let marked = self.marked();
        let is_marked = |row: &u32| marked.get(*row as usize).copied().unwrap_or_default();
        let shown = self.shown().iter().filter_map(ListLine::row).filter(is_marked).count();
        (marked.iter().filter(|marked| **marked).count(), shown)
    }

    /// Whether each row is marked or in the range that was begun, by its number; those after the last are not.
    fn marked(&self) -> Vec<bool> {
        let mut marked = self.marks.marked.clone();
        if let Some(lines) = self.range().and_then(|range| self.shown().get(range)) {
            marked.resize(self.rows.len(), false);
            for row in lines.iter().filter_map(ListLine::row) {
                if let Some(mark) = marked.get_mut(row as usize) {
                    *mark = true;
                }
            }
        }
        marked
    }

    /// Whether the row at a line is marked, or in the range that was begun.
    pub(super) fn is_marked(&self, line: usize, range: Option<&RangeInclusive<usize>>) -> bool {
        let row = self.shown().get(line).and_then(ListLine::row);
        range.is_some_and(|range| range.contains(&line)) || row.is_some_and(|row| self.marks.has(row))
    }

    /// The lines of the range that was begun; none where its first row is not shown any more.
    pub(super) fn range(&self) -> Option<RangeInclusive<usize>> {
        let anchor = self.marks.anchor?;
        let from = self.shown().iter().position(|shown| shown.row() == Some(anchor))?;
        Some(from.min(self.selected)..=from.max(self.selected))
    }

    /// The line to which the range goes that was begun.
    #[must_use]
    pub fn range_end(&self) -> Option<usize> {
        self.marks.anchor.map(|_| self.selected)
    }

    /// What the marks are on, for when other rows come.
    pub(super) fn marked_identities(&self) -> Option<MarkedIdentities> {
        if !self.has_marks() {
            return None;
        }
        let marked = self.rows.identities().iter().zip(&self.marks.marked);
        let marked = marked.filter(|(_, marked)| **marked).map(|(identity, _)| *identity).collect();
        Some(MarkedIdentities { marked, anchor: self.marks.anchor.and_then(|row| self.rows.identity(row)) })
    }

    /// Marks the same among other rows. Marks of rows that are no more are forgotten.
    pub(super) fn restore_marks(&mut self, known: Option<&MarkedIdentities>) {
        self.marks = Marks::default();
        let Some(known) = known else { return };
        for (identity, row) in self.rows.identities().iter().zip(0..) {
            if known.marked.contains(identity) {
                self.marks.set(row, true);
            }
            if known.anchor == Some(*identity) {
                self.marks.anchor = Some(row);
            }
        }
    }

    /// Marks the rows of the range that was begun, if one was.
    pub(super) fn end_range(&mut self) {
        if self.marks.anchor.is_some() {
            self.marks.marked = self.marked();
            self.marks.count = self.marks.marked.iter().filter(|marked| **marked).count();
            self.marks.anchor = None;
        }
    }

    fn selected_number(&self) -> Option<u32> {
        self.shown().get(self.selected).and_then(ListLine::row)
    }

    pub(super) fn selected_identity(&self) -> Option<u64> {
        self.selected_number().and_then(|row| self.rows.identity(row))
    }

    pub(super) fn identity_of(&self, shown: &ListLine) -> Option<u64> {
        shown.row().and_then(|row| self.rows.identity(row))
    }
}
