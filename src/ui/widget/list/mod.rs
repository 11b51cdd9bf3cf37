//! A list of rows under headings: what is shown under the filter, what is selected, where it is scrolled to.
//! Knows rows by their number in the data; their texts are made when they are drawn.

mod group;
mod list_filter;
mod marks;
mod rows;
mod selection;

use std::ops::Range;
use std::sync::Arc;

use tui_input::Input;

use crate::report::filter::{FactTable, Filter};
use crate::ui::search::{Query, Score};
pub use group::Group;
pub use list_filter::FilterContext;
use list_filter::ListFilter;
use marks::Marks;
pub use rows::{RowSet, Rows, Sums};

/// A row, by its number in what it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListRow {
    /// Of the answers' startups.
    Startup(usize),
    /// Of the answers' frameworks.
    Framework(usize),
    /// Of the records that could not be read.
    Unreadable(usize),
    /// Of the answers' occurrences.
    Occurrence(usize),
    /// Of the answers' promises: a tranche of one, both by their number from 0; the whole of it where it has none.
    Promise(usize, usize),
    /// Of the diagnostics.
    Finding(usize),
    /// Of the commits read.
    Commit(usize),
}

/// One line of the list as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListLine {
    /// A heading, by its number, and how many rows follow it.
    Heading(u32, usize),
    /// A row, by its number.
    Row(u32),
}

impl ListLine {
    /// The number of the row at the line.
    #[must_use]
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::Row(number) => Some(*number),
            Self::Heading(..) => None,
        }
    }
}

/// One line of the list as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibleLine<'a> {
    /// A heading and how many rows follow it.
    Heading(&'a Group, usize),
    /// A row.
    Row {
        /// Which.
        row: ListRow,
        /// Whether it is the one that keys are about.
        selected: bool,
        /// Whether it is marked.
        marked: bool,
    },
}

/// A list.
#[derive(Default)]
pub struct List {
    rows: Arc<Rows>,
    /// The lines that the filter lets through, while there is one.
    found: Vec<ListLine>,
    selected: usize,
    offset: usize,
    typed: Input,
    list_filter: ListFilter,
    /// What was typed last that let not everything through.
    last: String,
    matching: usize,
    marks: Marks,
    /// What was written down next to the selection and has not come back in the rows yet.
    saved: bool,
    /// Whether a row of it was gone to by what it is.
    gone_to: bool,
    /// Lines of the window it was last seen in.
    height: usize,
    /// Another number whenever other rows are shown or marked.
    version: u64,
}

impl List {
    /// Replaces all rows; the filter stays, and what is selected and marked where it is still there.
    pub fn replace(&mut self, rows: Arc<Rows>, with: &FilterContext<'_>) {
        // While a large folder is counted, the same rows come again and again.
        if Arc::ptr_eq(&self.rows, &rows) {
            return;
        }
        // What nobody saw nor went to stands at its beginning, whatever comes before the rows that were read first.
        let is_new = self.height == 0 && !self.gone_to;
        let (position, before) = if is_new { (0, None) } else { (self.selected, self.selected_identity()) };
        let place = std::mem::take(&mut self.saved).then(|| self.selection_anchor());
        let marks = self.marked_identities();
        self.rows = rows;
        self.restore_marks(marks.as_ref());
        self.list_filter = ListFilter::new(self.typed.value(), &self.rows, with);
        self.show();
        let line = before.and_then(|before| self.line_of(before));
        self.selected = place.map_or(line, |place| self.line_after_save(&place, line)).unwrap_or(position);
        self.keep_on_a_row();
    }

    /// Takes what is typed as the filter and selects the best match, if anything is typed.
    pub fn filter(&mut self, typed: Input, with: &FilterContext<'_>) {
        // What the filter moves the selection to is not what a range was begun for.
        self.end_range();
        let before = self.selected_identity();
        self.list_filter = ListFilter::new(typed.value(), &self.rows, with);
        self.typed = typed;
        let best = self.show().and_then(|number| self.rows.identity(number));
        // Only text can be found better in one row than in another.
        let wanted = if self.list_filter.query.is_empty() { before } else { best };
        self.selected = wanted.and_then(|wanted| self.line_of(wanted)).unwrap_or(0);
        self.keep_on_a_row();
        if !self.list_filter.is_open() {
            self.typed.value().clone_into(&mut self.last);
        }
    }

    /// Finds the rows that match, and gives the best of them.
    fn show(&mut self) -> Option<u32> {
        self.version += 1;
        if self.list_filter.is_open() {
            (self.found, self.matching) = (Vec::new(), self.rows.len());
            return None;
        }
        let scores = self.list_filter.scores(&self.rows);
        let mut best: Option<(Score, u32)> = None;
        let found = self.rows.order().iter().filter(|place| {
            let Some(score) = scores.get(place.row as usize).copied().flatten() else { return false };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, place.row));
            }
            true
        });
        self.matching = scores.iter().flatten().count();
        self.found = rows::under_headings(found, self.matching);
        best.map(|(_, row)| row)
    }

    /// The lines that are shown: all of them where nothing is filtered.
    fn shown(&self) -> &[ListLine] {
        if self.list_filter.is_open() { self.rows.shown() } else { &self.found }
    }

    /// The line of what is known by that.
    fn line_of(&self, identity: u64) -> Option<usize> {
        self.shown().iter().position(|shown| self.identity_of(shown) == Some(identity))
    }

    /// Selects the row that is known by that, if the filter shows it. Whether it does.
    pub fn select(&mut self, identity: u64) -> bool {
        let line = self.line_of(identity);
        self.selected = line.unwrap_or(self.selected);
        self.gone_to |= line.is_some();
        line.is_some()
    }

    /// Selects the row at a line of a window of that many rows, counted from the window's first. Whether there is one.
    pub fn select_line(&mut self, line: usize, height: usize) -> bool {
        let at = self.window(height).start + line;
        let is_row = matches!(self.shown().get(at), Some(ListLine::Row(_)));
        if is_row {
            self.selected = at;
        }
        is_row
    }

    /// Whether there are no rows at all, filter or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows there are, and rows that the filter lets through.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.matching)
    }

    /// Lines there are when nothing is filtered, headings among them.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.rows.shown().len()
    }

    /// Lines shown, headings among them.
    #[must_use]
    pub fn shown_lines(&self) -> usize {
        self.shown().len()
    }

    /// Another number whenever other rows are shown or marked.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// What is typed into the filter.
    #[must_use]
    pub const fn typed(&self) -> &Input {
        &self.typed
    }

    /// What is looked for.
    #[must_use]
    pub const fn query(&self) -> &Query {
        &self.list_filter.query
    }

    /// What is asked of rows besides.
    #[must_use]
    pub const fn asked(&self) -> &Filter {
        &self.list_filter.filter
    }

    /// What may be asked of them.
    #[must_use]
    pub fn table(&self) -> &FactTable {
        self.rows.table()
    }

    /// The selected row; `None` where none is shown.
    #[must_use]
    pub fn selected_row(&self) -> Option<ListRow> {
        match self.shown().get(self.selected) {
            Some(ListLine::Row(number)) => self.rows.row(*number),
            _ => None,
        }
    }

    /// The rows that the filter shows.
    pub fn shown_rows(&self) -> impl Iterator<Item = ListRow> + '_ {
        self.shown().iter().filter_map(ListLine::row).filter_map(|row| self.rows.row(row))
    }

    /// The lines in a window of that many rows.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = VisibleLine<'_>> + '_ {
        let (range, marked) = (self.window(height), self.range());
        range.filter_map(move |line| match self.shown().get(line)? {
            ListLine::Heading(group, count) => self.rows.group(*group).map(|group| VisibleLine::Heading(group, *count)),
            ListLine::Row(number) => {
                let (selected, marked) = (line == self.selected, self.is_marked(line, marked.as_ref()));
                self.rows.row(*number).map(|row| VisibleLine::Row { row, selected, marked })
            }
        })
    }

    /// How many lines are shown below the selected one.
    #[must_use]
    pub fn left(&self) -> usize {
        self.shown().len().saturating_sub(self.selected)
    }

    /// Which lines a window of that many rows shows: as little scrolling as keeps the selected one in sight, a line
    /// before and after it, and the heading of a first row.
    #[must_use]
    pub fn window(&self, height: usize) -> Range<usize> {
        let len = self.shown().len();
        let margin = usize::from(height > 4);
        let most = len.saturating_sub(height);
        let first_needed = self.selected.saturating_sub(margin);
        let last_needed = (self.selected + margin).min(len.saturating_sub(1));
        let lowest = (last_needed + 1).saturating_sub(height);
        let start = self.offset.min(first_needed).max(lowest).min(most);
        start..(start + height).min(len)
    }

    /// Keeps the scrolling that a window of that many lines has now.
    pub fn settle(&mut self, height: usize) {
        self.offset = self.window(height).start;
        self.height = height;
    }

    /// Moves by that many rows, stopping at the ends.
    pub fn step(&mut self, rows: isize) {
        let forward = rows > 0;
        for _ in 0..rows.unsigned_abs() {
            let Some(next) = self.neighbour(forward) else { break };
            self.selected = next;
        }
    }

    /// Moves to the first row or the last.
    pub fn jump(&mut self, to_last: bool) {
        self.selected = if to_last { self.shown().len().saturating_sub(1) } else { 0 };
        self.keep_on_a_row();
    }

    /// Moves to the next row that the filter, or the last one there was, finds; round the end.
    pub fn next_match(&mut self, forward: bool, with: &FilterContext<'_>) {
        let filtered = !self.list_filter.is_open();
        let last = || ListFilter::new(&self.last, &self.rows, with).scores(&self.rows);
        let scores = if filtered { Vec::new() } else { last() };
        let is_found = |shown: &ListLine| match shown {
            ListLine::Row(number) => filtered || scores.get(*number as usize).copied().flatten().is_some(),
            ListLine::Heading(..) => false,
        };
        let found: Vec<usize> =
            self.shown().iter().enumerate().filter(|(_, shown)| is_found(shown)).map(|(at, _)| at).collect();
        let next = if forward {
            found.iter().find(|at| **at > self.selected).or(found.first())
        } else {
            found.iter().rfind(|at| **at < self.selected).or(found.last())
        };
        self.selected = next.copied().unwrap_or(self.selected);
    }

    /// Whether something was looked for, so that there is a next match.
    #[must_use]
    pub fn has_looked(&self) -> bool {
        !self.last.is_empty()
    }

    fn neighbour(&self, forward: bool) -> Option<usize> {
        let is_row = |at: &usize| matches!(self.shown().get(*at), Some(ListLine::Row(_)));
        if forward {
            (self.selected + 1..self.shown().len()).find(is_row)
        } else {
            (0..self.selected).rev().find(is_row)
        }
    }

    fn keep_on_a_row(&mut self) {
        self.selected = self.selected.min(self.shown().len().saturating_sub(1));
        if self.selected_row().is_none() {
            self.selected = self.neighbour(true).or_else(|| self.neighbour(false)).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests;
