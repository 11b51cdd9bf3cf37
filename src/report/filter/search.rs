//! A filter together with the texts that it searches for: what `/` on screen and `--filter` apply to a list.

use super::{FactTable, Filter, MatchScore, Query, TextIndex};
use crate::locale::Locale;
use crate::model::Date;

/// A filter as typed, ready to be applied to the rows that it was read against.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The keys and keywords, and what is wrong with them.
    pub filter: Filter,
    /// The texts to find.
    pub query: Query,
    /// The texts to exclude.
    without: Vec<Query>,
}

impl Search {
    /// Reads what was typed against the facts of a list. Relative days count from `as_of`.
    #[must_use]
    pub fn read(typed: &str, facts: &FactTable, locale: &Locale, as_of: Date) -> Self {
        let filter = Filter::read(typed, facts, locale, as_of);
        let wanted = filter.texts().filter(|(_, negated)| !negated);
        let query = Query::of(wanted.map(|(text, _)| text.to_owned()));
        let unwanted = filter.texts().filter(|(_, negated)| *negated);
        let without = unwanted.map(|(text, _)| Query::of(std::iter::once(text.to_owned()))).collect();
        Self { filter, query, without }
    }

    /// Returns whether every row passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.filter.is_empty()
    }

    /// Returns how well each row matches, or `None` if it does not. Both tables are of the same rows.
    #[must_use]
    pub fn scores(&self, facts: &FactTable, texts: &TextIndex) -> Vec<Option<MatchScore>> {
        let mut scores = texts.matches(&self.query);
        for unwanted in &self.without {
            for (score, found) in scores.iter_mut().zip(texts.matches(unwanted)) {
                *score = score.filter(|_| found.is_none());
            }
        }
        if self.filter.has_tests() {
            for (row, score) in scores.iter_mut().enumerate() {
                *score = score.filter(|_| self.filter.passes(facts, row));
            }
        }
        scores
    }
}
