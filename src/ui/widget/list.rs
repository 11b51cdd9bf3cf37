//! A list of rows under headings: what is shown under the filter, what is selected, where it is scrolled to.
//! Knows rows by their number in the data; their texts are made when they are drawn.

use std::ops::Range;
use std::sync::Arc;

use tui_input::Input;

use crate::rules::OccurrenceState;
use crate::ui::search::{Corpus, Query, Searcher};

/// A row, by its number in what it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Of the answers' startups.
    Startup(usize),
    /// Of the answers' frameworks.
    Framework(usize),
    /// Of the records that could not be read.
    Unreadable(usize),
    /// Of the answers' occurrences.
    Occurrence(usize),
    /// Of the diagnostics.
    Finding(usize),
}

/// The heading over rows that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The conventions between incubators.
    Frameworks,
    /// The records that could not be read.
    Unreadable,
    /// The occurrences in one state.
    State(OccurrenceState),
}

/// One line of the list as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A heading and how many rows follow it.
    Heading(Group, usize),
    /// A row.
    Row(Row),
}

/// All rows of a list, each under its heading, in their order; and what the filter looks in.
#[derive(Debug, Default)]
pub struct Rows {
    rows: Vec<(Option<Group>, Row)>,
    corpus: Corpus,
    lines: usize,
}

impl Rows {
    /// Rows, and their texts in the same order.
    #[must_use]
    pub fn new(rows: Vec<(Option<Group>, Row)>, corpus: Corpus) -> Self {
        let headings = rows.iter().zip(rows.iter().skip(1)).filter(|((one, _), (next, _))| one != next).count();
        let lines = rows.len() + headings + usize::from(rows.first().is_some_and(|(group, _)| group.is_some()));
        Self { rows, corpus, lines }
    }
}

/// A list.
#[derive(Default)]
pub struct List {
    rows: Arc<Rows>,
    shown: Vec<Shown>,
    selected: usize,
    offset: usize,
    typed: Input,
    query: Query,
    last: Query,
    matching: usize,
}

impl List {
    /// Replaces all rows; the filter stays. `is_selected` tells the row that was selected before, if it is still there.
    pub fn replace(&mut self, rows: Arc<Rows>, is_selected: impl Fn(Row) -> bool, searcher: &Searcher) {
        // While a large folder is counted, the same rows come again and again.
        if Arc::ptr_eq(&self.rows, &rows) {
            return;
        }
        self.rows = rows;
        let position = self.selected;
        self.show(searcher);
        let same = self.shown.iter().position(|shown| matches!(shown, Shown::Row(row) if is_selected(*row)));
        self.selected = same.unwrap_or(position);
        self.keep_on_a_row();
    }

    /// Selects the row meant, if it is shown; says whether it is.
    pub fn select(&mut self, is_meant: impl Fn(Row) -> bool) -> bool {
        let at = self.shown.iter().position(|shown| matches!(shown, Shown::Row(row) if is_meant(*row)));
        self.selected = at.unwrap_or(self.selected);
        at.is_some()
    }

    /// Takes what is typed as the filter and selects the best match, if anything is typed.
    pub fn filter(&mut self, typed: Input, searcher: &Searcher) {
        let before = self.selected_row();
        self.query = Query::new(typed.value());
        self.typed = typed;
        let best = self.show(searcher);
        let wanted = if self.query.is_empty() { before } else { best };
        let at = wanted.and_then(|wanted| self.shown.iter().position(|shown| *shown == Shown::Row(wanted)));
        self.selected = at.unwrap_or(0);
        self.keep_on_a_row();
        if !self.query.is_empty() {
            self.last = self.query.clone();
        }
    }

    /// Fills `shown` from the rows that match, and gives the best of them.
    fn show(&mut self, searcher: &Searcher) -> Option<Row> {
        let all = self.query.is_empty();
        let scores = if all { Vec::new() } else { searcher.scores(&self.query, &self.rows.corpus) };
        let mut best: Option<(i64, Row)> = None;
        let (mut group, mut heading) = (None, None);
        self.shown.clear();
        self.matching = 0;
        for (n, (of, row)) in self.rows.rows.iter().enumerate() {
            if !all {
                let Some(score) = scores.get(n).copied().flatten() else { continue };
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, *row));
                }
            }
            if *of != group {
                group = *of;
                heading = of.map(|of| (self.shown.len(), of));
                self.shown.extend(of.map(|of| Shown::Heading(of, 0)));
            }
            if let Some(Shown::Heading(_, count)) = heading.and_then(|(at, _)| self.shown.get_mut(at)) {
                *count += 1;
            }
            self.matching += 1;
            self.shown.push(Shown::Row(*row));
        }
        best.map(|(_, row)| row)
    }

    /// Whether there are no rows at all, filter or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.rows.is_empty()
    }

    /// Rows there are, and rows that the filter lets through.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.rows.len(), self.matching)
    }

    /// Lines there are when nothing is filtered, headings among them.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.rows.lines
    }

    /// Lines shown, headings among them.
    #[must_use]
    pub const fn shown_lines(&self) -> usize {
        self.shown.len()
    }

    /// What is typed into the filter.
    #[must_use]
    pub const fn typed(&self) -> &Input {
        &self.typed
    }

    /// What is looked for.
    #[must_use]
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The selected row; `None` where none is shown.
    #[must_use]
    pub fn selected_row(&self) -> Option<Row> {
        match self.shown.get(self.selected) {
            Some(Shown::Row(row)) => Some(*row),
            _ => None,
        }
    }

    /// The lines in a window of so many, each with whether it is selected.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = (Shown, bool)> + '_ {
        let range = self.window(height);
        let first = range.start;
        let shown = self.shown.get(range).unwrap_or_default();
        shown.iter().enumerate().map(move |(n, line)| (*line, first + n == self.selected))
    }

    /// Which lines a window of so many shows: as little scrolling as keeps the selected one in sight, a line
    /// before and after it, and the heading of a first row.
    #[must_use]
    pub fn window(&self, height: usize) -> Range<usize> {
        let len = self.shown.len();
        let margin = usize::from(height > 4);
        let most = len.saturating_sub(height);
        let first_needed = self.selected.saturating_sub(margin);
        let last_needed = (self.selected + margin).min(len.saturating_sub(1));
        let lowest = (last_needed + 1).saturating_sub(height);
        let start = self.offset.min(first_needed).max(lowest).min(most);
        start..(start + height).min(len)
    }

    /// Keeps the scrolling that a window of so many lines has now.
    pub fn settle(&mut self, height: usize) {
        self.offset = self.window(height).start;
    }

    /// Moves by so many rows, stopping at the ends.
    pub fn step(&mut self, rows: isize) {
        let forward = rows > 0;
        for _ in 0..rows.unsigned_abs() {
            let Some(next) = self.neighbour(forward) else { break };
            self.selected = next;
        }
    }

    /// Moves to the first row or the last.
    pub fn jump(&mut self, to_last: bool) {
        self.selected = if to_last { self.shown.len().saturating_sub(1) } else { 0 };
        self.keep_on_a_row();
    }

    /// Moves to the next row that the filter, or the last one there was, finds; round the end.
    pub fn next_match(&mut self, forward: bool, searcher: &Searcher) {
        let filtered = !self.query.is_empty();
        let scores = if filtered { Vec::new() } else { searcher.scores(&self.last, &self.rows.corpus) };
        // With no filter all rows are shown, in their order.
        let rows = self.shown.iter().enumerate().filter(|(_, shown)| matches!(shown, Shown::Row(_)));
        let found: Vec<usize> = rows
            .enumerate()
            .filter(|(n, _)| filtered || scores.get(*n).copied().flatten().is_some())
            .map(|(_, (at, _))| at)
            .collect();
        let next = if forward {
            found.iter().find(|at| **at > self.selected).or(found.first())
        } else {
            found.iter().rfind(|at| **at < self.selected).or(found.last())
        };
        self.selected = next.copied().unwrap_or(self.selected);
    }

    /// Whether something was looked for, so that there is a next match.
    #[must_use]
    pub const fn has_looked(&self) -> bool {
        !self.last.is_empty()
    }

    fn neighbour(&self, forward: bool) -> Option<usize> {
        let is_row = |at: &usize| matches!(self.shown.get(*at), Some(Shown::Row(_)));
        if forward { (self.selected + 1..self.shown.len()).find(is_row) } else { (0..self.selected).rev().find(is_row) }
    }

    fn keep_on_a_row(&mut self) {
        self.selected = self.selected.min(self.shown.len().saturating_sub(1));
        if self.selected_row().is_none() {
            self.selected = self.neighbour(true).or_else(|| self.neighbour(false)).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::search::Haystack;

    const NAMES: [&str; 5] = ["anti-gaspi", "comobi", "histologe", "poubelles", "cadre"];

    fn rows(rows: Vec<(Option<Group>, Row)>) -> Arc<Rows> {
        let haystack = |row: &Row| match row {
            Row::Startup(n) | Row::Framework(n) => Haystack { names: vec![NAMES[*n].into()], rest: Vec::new() },
            _ => Haystack::default(),
        };
        let corpus = Corpus::new(rows.iter().map(|(_, row)| haystack(row)));
        Arc::new(Rows::new(rows, corpus))
    }

    fn list() -> List {
        let mut list = List::default();
        let mut all: Vec<_> = (0..4).map(|n| (None, Row::Startup(n))).collect();
        all.push((Some(Group::Frameworks), Row::Framework(4)));
        list.replace(rows(all), |_| false, &Searcher::default());
        list
    }

    #[test]
    fn moving_skips_headings_and_stops_at_the_ends() {
        let mut list = list();
        assert_eq!((list.shown_lines(), list.selected_row()), (6, Some(Row::Startup(0))));
        list.step(3);
        list.step(1);
        assert_eq!(list.selected_row(), Some(Row::Framework(4)));
        list.step(9);
        assert_eq!(list.selected_row(), Some(Row::Framework(4)));
        list.step(-1);
        assert_eq!(list.selected_row(), Some(Row::Startup(3)));
        list.jump(false);
        list.step(-5);
        assert_eq!(list.selected_row(), Some(Row::Startup(0)));
    }

    #[test]
    fn a_filter_keeps_headings_of_what_it_shows_and_selects_the_best() {
        let (mut list, searcher) = (list(), Searcher::default());
        list.filter("c".into(), &searcher);
        assert_eq!(list.selected_row(), Some(Row::Startup(1)), "the first that begins with it");
        list.filter("cad".into(), &searcher);
        let lines: Vec<_> = list.visible(9).collect();
        assert_eq!(lines, [(Shown::Heading(Group::Frameworks, 1), false), (Shown::Row(Row::Framework(4)), true)]);
        assert_eq!(list.counts(), (5, 1));
        list.filter("".into(), &searcher);
        assert_eq!((list.shown_lines(), list.selected_row()), (6, Some(Row::Framework(4))), "and stays on it");
        list.filter("zzz".into(), &searcher);
        assert_eq!((list.shown_lines(), list.selected_row(), list.counts()), (0, None, (5, 0)));
    }

    #[test]
    fn the_selection_follows_its_row_when_the_rows_are_replaced() {
        let (mut list, searcher) = (list(), Searcher::default());
        list.step(2);
        let two = vec![(None, Row::Startup(2)), (None, Row::Startup(3))];
        list.replace(rows(two.clone()), |row| row == Row::Startup(2), &searcher);
        assert_eq!(list.selected_row(), Some(Row::Startup(2)));
        list.replace(rows(two), |_| false, &searcher);
        assert_eq!(list.selected_row(), Some(Row::Startup(2)), "the same position where it is gone");
    }

    #[test]
    fn the_window_scrolls_no_more_than_it_must() {
        let mut list = List::default();
        let all = (0..100).map(|n| (None, Row::Finding(n))).collect();
        list.replace(rows(all), |_| false, &Searcher::default());
        assert_eq!(list.window(10), 0..10);
        list.step(8);
        list.settle(10);
        assert_eq!(list.window(10), 0..10);
        list.step(1);
        list.settle(10);
        assert_eq!(list.window(10), 1..11, "a line of what comes next stays in sight");
        list.step(-3);
        list.settle(10);
        assert_eq!(list.window(10), 1..11);
        list.jump(true);
        assert_eq!(list.window(10), 90..100);
        assert_eq!(list.window(200), 0..100);
        assert_eq!(list.window(0).len(), 0);
    }

    #[test]
    fn the_next_match_goes_round_even_after_the_filter_is_cleared() {
        let (mut list, searcher) = (list(), Searcher::default());
        list.filter("i".into(), &searcher);
        list.filter("".into(), &searcher);
        let mut seen = Vec::new();
        for _ in 0..4 {
            list.next_match(true, &searcher);
            seen.push(list.selected_row());
        }
        let [a, c, h] = [0, 1, 2].map(|n| Some(Row::Startup(n)));
        assert_eq!(seen, [c, h, a, c]);
    }
}
