//! The rows that are marked, to do one thing to all of them: by what they are known by, so that marks outlive a
//! reload, another order and a filter that hides them.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::{List, Row, Shown};

/// The marks of a list.
#[derive(Debug, Default)]
pub struct Marks {
    marked: HashSet<u64>,
    /// Where a range began that goes to the selected row until it is ended.
    anchor: Option<u64>,
}

impl List {
    /// Marks the selected row, or takes its mark away, and goes on to the next one. Ends a range.
    pub fn mark(&mut self) {
        self.version += 1;
        if self.marks.anchor.is_some() {
            self.end_range();
            return;
        }
        let Some(identity) = self.selected_identity() else { return };
        if !self.marks.marked.remove(&identity) {
            self.marks.marked.insert(identity);
        }
        self.step(1);
    }

    /// Begins a range at the selected row, or ends the one that was begun: all rows between are marked.
    pub fn mark_range(&mut self) {
        self.version += 1;
        if self.marks.anchor.is_some() {
            self.end_range();
        } else {
            self.marks.anchor = self.selected_identity();
        }
    }

    /// Marks all rows that are shown; takes their marks away where all of them were marked.
    pub fn mark_all(&mut self) {
        self.version += 1;
        self.marks.anchor = None;
        let shown: Vec<u64> = self.shown.iter().filter_map(|shown| self.identity_of(shown)).collect();
        if shown.iter().all(|identity| self.marks.marked.contains(identity)) {
            for identity in shown {
                self.marks.marked.remove(&identity);
            }
        } else {
            self.marks.marked.extend(shown);
        }
    }

    /// Takes the range back that was begun, else all marks. Whether there was anything to take back.
    pub fn clear_marks(&mut self) -> bool {
        self.version += 1;
        let had = self.has_marks();
        if self.marks.anchor.take().is_none() {
            self.marks.marked.clear();
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
    pub fn has_marks(&self) -> bool {
        self.marks.anchor.is_some() || !self.marks.marked.is_empty()
    }

    /// The marked rows in the order of the list, those among them that the filter hides.
    #[must_use]
    pub fn marked_rows(&self) -> Vec<Row> {
        if !self.has_marks() {
            return Vec::new();
        }
        let in_range: HashSet<u64> = self.range_identities().into_iter().collect();
        let is_marked = |identity: &u64| self.marks.marked.contains(identity) || in_range.contains(identity);
        let marked =
            self.rows.order().iter().filter(|place| self.rows.identity(place.row).as_ref().is_some_and(is_marked));
        marked.filter_map(|place| self.rows.row(place.row)).collect()
    }

    /// How many rows are marked, and how many of them the filter shows.
    #[must_use]
    pub fn marked_counts(&self) -> (usize, usize) {
        if !self.has_marks() {
            return (0, 0);
        }
        let range = self.range();
        let shown = (0..self.shown.len()).filter(|line| self.is_marked(*line, range.as_ref())).count();
        (self.marked_rows().len(), shown)
    }

    /// Whether the row at a line is marked, or in the range that was begun.
    pub(super) fn is_marked(&self, line: usize, range: Option<&RangeInclusive<usize>>) -> bool {
        let identity = || self.shown.get(line).and_then(|shown| self.identity_of(shown));
        range.is_some_and(|range| range.contains(&line))
            || (!self.marks.marked.is_empty() && identity().is_some_and(|one| self.marks.marked.contains(&one)))
    }

    /// The lines of the range that was begun; none where its first row is not shown any more.
    pub(super) fn range(&self) -> Option<RangeInclusive<usize>> {
        let anchor = self.marks.anchor?;
        let from = self.shown.iter().position(|shown| self.identity_of(shown) == Some(anchor))?;
        Some(from.min(self.selected)..=from.max(self.selected))
    }

    /// The line to which the range goes that was begun.
    #[must_use]
    pub fn range_end(&self) -> Option<usize> {
        self.marks.anchor.map(|_| self.selected)
    }

    /// Marks of rows that are no more are forgotten.
    pub(super) fn forget_marks(&mut self) {
        if self.has_marks() {
            let there: HashSet<u64> = self.rows.identities().iter().copied().collect();
            self.marks.marked.retain(|identity| there.contains(identity));
            self.marks.anchor = self.marks.anchor.filter(|identity| there.contains(identity));
        }
    }

    /// Marks the rows of the range that was begun, if one was.
    pub(super) fn end_range(&mut self) {
        let range = self.range_identities();
        self.marks.marked.extend(range);
        self.marks.anchor = None;
    }

    fn range_identities(&self) -> Vec<u64> {
        let lines = self.range().and_then(|range| self.shown.get(range)).unwrap_or_default();
        lines.iter().filter_map(|shown| self.identity_of(shown)).collect()
    }

    pub(super) fn selected_identity(&self) -> Option<u64> {
        self.shown.get(self.selected).and_then(|shown| self.identity_of(shown))
    }

    pub(super) fn identity_of(&self, shown: &Shown) -> Option<u64> {
        match shown {
            Shown::Row(number) => self.rows.identity(*number),
            Shown::Heading(..) => None,
        }
    }
}
