//! What a list is filtered by: the words of the filter language, and text that is found in rows.

use super::Rows;
use crate::locale::Locale;
use crate::model::Date;
use crate::report::filter::Filter;
use crate::ui::search::{Query, Score};

/// What a filter is read and asked with.
#[derive(Clone, Copy)]
pub struct FilterContext<'a> {
    /// In whose words it is typed.
    pub locale: &'a Locale,
    /// The day that days count from.
    pub as_of: Date,
}

/// A filter as it was typed, read against the rows that it is asked of.
#[derive(Default)]
pub struct ListFilter {
    /// Its words.
    pub filter: Filter,
    /// The text that is to be found.
    pub query: Query,
    /// The texts that are not.
    without: Vec<Query>,
}

impl ListFilter {
    /// Reads what was typed.
    pub fn new(typed: &str, rows: &Rows, with: &FilterContext<'_>) -> Self {
        let filter = Filter::read(typed, rows.table(), with.locale, with.as_of);
        let query = Query::of(filter.texts().filter(|(_, negated)| !negated).map(|(text, _)| text.to_owned()));
        let negated = filter.texts().filter(|(_, negated)| *negated);
        let without = negated.map(|(text, _)| Query::of(std::iter::once(text.to_owned()))).collect();
        Self { filter, query, without }
    }

    /// Whether every row passes.
    pub fn is_open(&self) -> bool {
        self.filter.is_empty()
    }

    /// How well each row of a stock matches; `None` where it does not.
    pub fn scores(&self, rows: &Rows) -> Vec<Option<Score>> {
        let mut scores = rows.corpus().matches(&self.query);
        for unwanted in &self.without {
            for (score, found) in scores.iter_mut().zip(rows.corpus().matches(unwanted)) {
                *score = score.filter(|_| found.is_none());
            }
        }
        if self.filter.has_tests() {
            for (row, score) in scores.iter_mut().enumerate() {
                *score = score.filter(|_| self.filter.passes(rows.table(), row));
            }
        }
        scores
    }
}
