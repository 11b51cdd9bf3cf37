//! A list of rows under headings: filter, selection, marks and scroll position. It knows rows by number only; their
//! text is made when they are drawn.

mod group;
mod marks;
mod rows;
mod selection;

use std::ops::Range;
use std::sync::Arc;

use tui_input::Input;

use crate::locale::Locale;
use crate::model::Date;
use crate::report::filter::{FactTable, Filter, MatchScore, Query, Search};
pub use group::Group;
use marks::Marks;
pub use rows::{ArrangedRows, ListSums, RowSearch, RowSet};
pub use selection::RowMove;

/// A row, by its index in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListRow {
    /// In `Today::items`.
    Today(usize),
    /// In `Answers::startups`.
    Startup(usize),
    /// In the frameworks of the funding totals.
    Framework(usize),
    /// In `Portfolio::unreadable`.
    Unreadable(usize),
    /// In `Answers::occurrences`.
    Occurrence(usize),
    /// In `Answers::commitments`, and the index of the tranche, 0 for a contribution without tranches.
    Promise(usize, usize),
    /// In `Answers::committees`.
    Clock(usize),
    /// In the diagnostics.
    Finding(usize),
    /// In the commits read.
    Commit(usize),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListLine {
    /// The index of a group, and the number of rows below it.
    Heading(u32, usize),
    /// The index of a row.
    Row(u32),
}

impl ListLine {
    /// Returns the index of the row on the line.
    #[must_use]
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::Row(number) => Some(*number),
            Self::Heading(..) => None,
        }
    }
}

/// A line of the list as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibleLine<'a> {
    /// A group and the number of rows below it.
    Heading(&'a Group, usize),
    Row {
        row: ListRow,
        selected: bool,
        marked: bool,
    },
}

/// What a filter is read with.
#[derive(Clone, Copy)]
pub struct FilterContext<'a> {
    /// The language of its words.
    pub locale: &'a Locale,
    /// The day that relative days count from.
    pub as_of: Date,
}

#[derive(Default)]
pub struct List {
    rows: Arc<ArrangedRows>,
    /// The lines that match the filter, if there is one.
    found: Vec<ListLine>,
    selected: usize,
    offset: usize,
    typed: Input,
    search: Search,
    /// Whether the filter waits for what it searches to be built; until then no row is shown.
    is_waiting: bool,
    /// The last filter that excluded any row.
    last: String,
    matching: usize,
    marks: Marks,
    /// Whether a commit of the selected row is waiting for its reload.
    saved: bool,
    /// Where the row went that was committed last.
    moved: Option<RowMove>,
    /// Whether a row was selected by identity.
    gone_to: bool,
    /// The height of the window that the list was last drawn in.
    height: usize,
    /// Changes whenever other rows are shown or marked.
    version: u64,
}

impl List {
    /// Replaces all rows. Filter, selection and marks are kept as far as their rows still exist.
    pub fn replace(&mut self, rows: Arc<ArrangedRows>, with: &FilterContext<'_>) {
        // While a large folder is being read, the same rows arrive repeatedly.
        if Arc::ptr_eq(&self.rows, &rows) {
            if self.is_waiting && rows.search().is_some() {
                self.filter(self.typed.clone(), with);
            }
            return;
        }
        // A list that was never drawn starts at its first row, even if rows were inserted before those read first.
        let is_new = self.height == 0 && !self.gone_to;
        let (position, before) = if is_new { (0, None) } else { (self.selected, self.selected_identity()) };
        let place = std::mem::take(&mut self.saved).then(|| self.selection_anchor());
        let marks = self.marked_identities();
        self.rows = rows;
        self.restore_marks(marks.as_ref());
        self.search = self.search_for(self.typed.value(), with);
        self.show();
        let line = before.and_then(|before| self.line_of(before));
        let line = match place {
            Some(place) => self.line_after_save(&place, line),
            None => line,
        };
        self.selected = line.unwrap_or(position);
        self.keep_on_a_row();
    }

    /// Sets the filter. Text in it selects the best match.
    pub fn filter(&mut self, typed: Input, with: &FilterContext<'_>) {
        // The filter moves the selection, which must not extend a range.
        self.end_range();
        let before = self.selected_identity();
        self.search = self.search_for(typed.value(), with);
        self.typed = typed;
        let best = self.show().and_then(|number| self.rows.identity(number));
        // Only text ranks rows; other conditions match or don't.
        let wanted = if self.search.query.is_empty() { before } else { best };
        self.selected = wanted.and_then(|wanted| self.line_of(wanted)).unwrap_or(0);
        self.keep_on_a_row();
        if !self.search.is_empty() {
            self.typed.value().clone_into(&mut self.last);
        }
    }

    fn search_for(&self, typed: &str, with: &FilterContext<'_>) -> Search {
        let facts = self.rows.search().map(|search| &search.facts);
        facts.map_or_else(Search::default, |facts| Search::read(typed, facts, with.locale, with.as_of))
    }

    /// Returns whether a filter was typed or repeated, and what it searches is not built yet.
    #[must_use]
    pub fn wants_search(&self) -> bool {
        let is_filtered = !self.typed.value().trim().is_empty() || self.has_search();
        is_filtered && self.rows.search().is_none()
    }

    /// Returns whether the filter waits for what it searches to be built.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.is_waiting
    }

    /// Finds the matching rows. Returns the best one.
    fn show(&mut self) -> Option<u32> {
        self.version += 1;
        self.is_waiting = self.rows.search().is_none() && !self.typed.value().trim().is_empty();
        if self.is_waiting {
            (self.found, self.matching) = (Vec::new(), 0);
            return None;
        }
        if self.search.is_empty() {
            (self.found, self.matching) = (Vec::new(), self.rows.len());
            return None;
        }
        let scores = self.scores(&self.search);
        let mut best: Option<(MatchScore, u32)> = None;
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

    /// Returns how well each row matches; none while that cannot be known.
    fn scores(&self, search: &Search) -> Vec<Option<MatchScore>> {
        self.rows.search().map(|rows| search.scores(&rows.facts, &rows.texts)).unwrap_or_default()
    }

    /// Returns the visible lines: all lines without a filter.
    fn shown(&self) -> &[ListLine] {
        if self.search.is_empty() && !self.is_waiting { self.rows.shown() } else { &self.found }
    }

    fn line_of(&self, identity: u64) -> Option<usize> {
        self.shown().iter().position(|shown| self.identity_of(shown) == Some(identity))
    }

    /// Selects the row with this identity. Returns whether the filter shows it.
    pub fn select(&mut self, identity: u64) -> bool {
        let line = self.line_of(identity);
        self.selected = line.unwrap_or(self.selected);
        self.gone_to |= line.is_some();
        line.is_some()
    }

    /// Selects the row at a line of a window of `height` lines, counted from the first visible line. Returns whether
    /// there is a row.
    pub fn select_line(&mut self, line: usize, height: usize) -> bool {
        let at = self.window(height).start + line;
        let is_row = matches!(self.shown().get(at), Some(ListLine::Row(_)));
        if is_row {
            self.selected = at;
        }
        is_row
    }

    /// Returns whether the list has no rows, regardless of the filter.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the number of rows, and of those that match the filter.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.matching)
    }

    /// Returns the number of lines without a filter, including headings.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.rows.shown().len()
    }

    /// Returns the number of lines shown, including headings.
    #[must_use]
    pub fn shown_lines(&self) -> usize {
        self.shown().len()
    }

    /// Changes whenever other rows are shown or marked.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Returns the text of the filter.
    #[must_use]
    pub const fn typed(&self) -> &Input {
        &self.typed
    }

    /// Returns the text that the filter searches for.
    #[must_use]
    pub const fn query(&self) -> &Query {
        &self.search.query
    }

    /// Returns the conditions of the filter.
    #[must_use]
    pub const fn asked(&self) -> &Filter {
        &self.search.filter
    }

    /// Returns the values that conditions are compared with, once they are known.
    #[must_use]
    pub fn facts(&self) -> Option<&FactTable> {
        self.rows.search().map(|search| &search.facts)
    }

    /// Returns the selected row; `None` if none is shown.
    #[must_use]
    pub fn selected_row(&self) -> Option<ListRow> {
        match self.shown().get(self.selected) {
            Some(ListLine::Row(number)) => self.rows.row(*number),
            _ => None,
        }
    }

    /// Returns the rows that match the filter.
    pub fn shown_rows(&self) -> impl Iterator<Item = ListRow> + '_ {
        self.shown().iter().filter_map(ListLine::row).filter_map(|row| self.rows.row(row))
    }

    /// Returns the lines visible in a window of `height` lines.
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

    /// Returns the rows of the group whose heading is the line `n` of a window of `height` lines.
    pub fn rows_below(&self, n: usize, height: usize, count: usize) -> impl Iterator<Item = ListRow> + '_ {
        let first = self.window(height).start + n + 1;
        let lines = self.shown().iter().skip(first).take(count);
        lines.filter_map(ListLine::row).filter_map(|row| self.rows.row(row))
    }

    /// Returns the number of lines from the selected one to the end.
    #[must_use]
    pub fn left(&self) -> usize {
        self.shown().len().saturating_sub(self.selected)
    }

    /// Returns the range of lines that a window of `height` lines shows. It scrolls as little as possible to keep the
    /// selected line visible with a line of context and the heading of the first row.
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

    /// Stores the scroll position for a window of `height` lines.
    pub fn settle(&mut self, height: usize) {
        self.offset = self.window(height).start;
        self.height = height;
    }

    /// Moves the selection by `rows` rows, stopping at the ends.
    pub fn step(&mut self, rows: isize) {
        let forward = rows > 0;
        for _ in 0..rows.unsigned_abs() {
            let Some(next) = self.neighbour(forward) else { break };
            self.selected = next;
        }
    }

    /// Moves the selection to the first or last row.
    pub fn jump(&mut self, to_last: bool) {
        self.selected = if to_last { self.shown().len().saturating_sub(1) } else { 0 };
        self.keep_on_a_row();
    }

    /// Moves the selection to the next row that matches the current or the last filter, wrapping around.
    pub fn next_match(&mut self, forward: bool, with: &FilterContext<'_>) {
        let filtered = !self.search.is_empty();
        let last = || self.scores(&self.search_for(&self.last, with));
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

    /// Returns whether there is a filter to search for the next match.
    #[must_use]
    pub fn has_search(&self) -> bool {
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
