//! What a list is filtered by: the words of the filter language, and text that is found in rows.

use super::Rows;
use crate::locale::Locale;
use crate::model::Date;
use crate::report::filter::Filter;
use crate::rules::on_all_cores;
use crate::ui::search::{Query, Searcher};

/// Below so many rows another thread costs more than it spares.
const WORTH_A_THREAD: usize = 16_384;

/// What a filter is read and asked with.
#[derive(Clone, Copy)]
pub struct Looking<'a> {
    /// Finds texts.
    pub searcher: &'a Searcher,
    /// In whose words it is typed.
    pub locale: &'a Locale,
    /// The day that days count from.
    pub as_of: Date,
}

/// A filter as it was typed, read against the rows that it is asked of.
#[derive(Default)]
pub struct Sieve {
    /// Its words.
    pub filter: Filter,
    /// The text that is to be found.
    pub query: Query,
    /// The texts that are not.
    without: Vec<Query>,
}

impl Sieve {
    /// Reads what was typed.
    pub fn new(typed: &str, rows: &Rows, with: &Looking<'_>) -> Self {
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

    /// How well each row of a stock matches, the higher the better; `None` where it does not.
    pub fn scores(&self, rows: &Rows, searcher: &Searcher) -> Vec<Option<i64>> {
        let mut scores =
            if self.query.is_empty() { vec![Some(0); rows.len()] } else { searcher.scores(&self.query, rows.corpus()) };
        for unwanted in &self.without {
            for (score, found) in scores.iter_mut().zip(searcher.scores(unwanted, rows.corpus())) {
                *score = score.filter(|_| found.is_none());
            }
        }
        if self.filter.has_tests() {
            let left: Vec<usize> =
                (0..scores.len()).filter(|row| scores.get(*row).is_some_and(Option::is_some)).collect();
            let fails = |row: &&usize| !self.filter.passes(rows.table(), **row);
            let failing = |some: &[usize]| some.iter().filter(fails).copied().collect::<Vec<_>>();
            for row in on_all_cores(&left, WORTH_A_THREAD, failing).concat() {
                scores.get_mut(row).and_then(Option::take);
            }
        }
        scores
    }
}
