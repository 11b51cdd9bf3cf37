//! Marked rows, for commands on several rows. Marks are indexed by row number, so that 200,000 rows can be marked and
//! counted between two keys. They survive reloads, sorting and filtering through the identities of the rows.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::{List, ListLine, ListRow};

#[derive(Debug, Default)]
pub struct Marks {
    /// Indexed by row number; missing entries are unmarked.
    marked: Vec<bool>,
    count: usize,
    /// The first row of a range that extends to the selected row.
    anchor: Option<u32>,
}

/// The identities of the marked rows, and of the first row of the range.
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
    /// Toggles the mark of the selected row and moves to the next one. Ends a range instead if there is one.
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

    /// Begins a range at the selected row, or ends the current one, marking its rows.
    pub fn mark_range(&mut self) {
        self.version += 1;
        if self.marks.anchor.is_some() {
            self.end_range();
        } else {
            self.marks.anchor = self.selected_number();
        }
    }

    /// Marks all shown rows, or unmarks them if all of them are marked.
    pub fn mark_all(&mut self) {
        self.version += 1;
        self.marks.anchor = None;
        let rows: Vec<u32> = self.shown().iter().filter_map(ListLine::row).collect();
        let marks = !rows.iter().all(|row| self.marks.has(*row));
        for row in rows {
            self.marks.set(row, marks);
        }
    }

    /// Cancels the current range, else removes all marks. Returns whether there was anything to remove.
    pub fn clear_marks(&mut self) -> bool {
        self.version += 1;
        let had = self.has_marks();
        if self.marks.anchor.take().is_none() {
            self.marks = Marks::default();
        }
        had
    }

    /// Removes all marks and the current range.
    pub fn unmark(&mut self) {
        self.version += 1;
        self.marks = Marks::default();
    }

    /// Returns whether there are marks or a range.
    #[must_use]
    pub const fn has_marks(&self) -> bool {
        self.marks.anchor.is_some() || self.marks.count > 0
    }

    /// Returns the marked rows in list order, including those that the filter hides.
    pub fn marked_rows(&self) -> impl Iterator<Item = ListRow> + '_ {
        let marked = self.marked();
        let is_marked = move |row: u32| marked.get(row as usize).copied().unwrap_or_default();
        let order = if self.has_marks() { self.rows.order() } else { &[] };
        let rows = order.iter().map(|place| place.row);
        rows.filter(move |row| is_marked(*row)).filter_map(|row| self.rows.row(row))
    }

    /// Returns the number of marked rows, and of those the filter shows.
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

    /// Returns the marks including the current range.
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

    /// Returns whether the row at a line is marked or in `range`.
    pub(super) fn is_marked(&self, line: usize, range: Option<&RangeInclusive<usize>>) -> bool {
        let row = self.shown().get(line).and_then(ListLine::row);
        range.is_some_and(|range| range.contains(&line)) || row.is_some_and(|row| self.marks.has(row))
    }

    /// Returns the lines of the current range; `None` if its first row is hidden.
    pub(super) fn range(&self) -> Option<RangeInclusive<usize>> {
        let anchor = self.marks.anchor?;
        let from = self.shown().iter().position(|shown| shown.row() == Some(anchor))?;
        Some(from.min(self.selected)..=from.max(self.selected))
    }

    /// Returns the line at which the current range ends.
    #[must_use]
    pub fn range_end(&self) -> Option<usize> {
        self.marks.anchor.map(|_| self.selected)
    }

    /// Returns the marks by identity, to restore them when the rows are replaced.
    pub(super) fn marked_identities(&self) -> Option<MarkedIdentities> {
        if !self.has_marks() {
            return None;
        }
        let marked = self.rows.identities().iter().zip(&self.marks.marked);
        let marked = marked.filter(|(_, marked)| **marked).map(|(identity, _)| *identity).collect();
        Some(MarkedIdentities { marked, anchor: self.marks.anchor.and_then(|row| self.rows.identity(row)) })
    }

    /// Restores marks by identity. Those of rows that no longer exist are dropped.
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

    /// Marks the rows of the current range and ends it.
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
