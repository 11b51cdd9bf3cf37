//! `--filter`: keeps the rows of an answer that the list on screen would keep.

use std::sync::Arc;

use super::Invocation;
use crate::cli::errors::{self, Failure};
use crate::model::{Commit, Portfolio};
use crate::report::Diagnostic;
use crate::report::filter::{
    FactTable, FilterKey, FilteredList, RowFacts, RowText, Search, TextIndex, ValueNames, of_clock, of_commit,
    of_commitment, of_finding, of_occurrence, of_startup, of_today, text_of_clock, text_of_commit, text_of_commitment,
    text_of_finding, text_of_occurrence, text_of_startup, text_of_today,
};
use crate::rules::{Commitment, CommitteeClock, Occurrence, StartupSummary, TodayItem};
use crate::store::Folder;

/// A row as the filter sees it.
type FilteredRow<'t> = (RowFacts<'t>, RowText<'t>);

/// A filter for the answer of a command.
pub(super) struct RowFilter<'a> {
    pub call: &'a Invocation,
    pub folder: &'a Folder,
    pub portfolio: &'a Portfolio,
    pub typed: &'a str,
}

impl RowFilter<'_> {
    /// Keeps the startups that match.
    pub fn startups(&self, all: &mut Vec<StartupSummary>) -> Result<(), Failure> {
        let row = |one| {
            (of_startup(self.portfolio, one, self.call.as_of), text_of_startup(self.portfolio, &self.call.locale, one))
        };
        let (kept, _) = self.kept(FilteredList::Startups, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(())
    }

    /// Keeps the occurrences that match. Returns whether the filter tests their state.
    pub fn occurrences(&self, all: &mut Vec<Occurrence>) -> Result<bool, Failure> {
        let row = |one| {
            let facts = of_occurrence(self.portfolio, one, self.call.as_of);
            (facts, text_of_occurrence(self.portfolio, &self.call.locale, one))
        };
        let (kept, tests_state) = self.kept(FilteredList::Occurrences, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(tests_state)
    }

    /// Keeps the contributions of which any tranche matches.
    pub fn promises(&self, all: &mut Vec<Commitment>) -> Result<(), Failure> {
        let rows = |one| {
            let promise: &Commitment = one;
            let row = |tranche| {
                let facts = of_commitment(self.portfolio, promise, tranche, self.call.as_of);
                (facts, text_of_commitment(self.portfolio, &self.call.locale, promise, tranche))
            };
            (0..promise.tranches.len().max(1)).map(row).collect()
        };
        let (kept, _) = self.kept(FilteredList::Commitments, all, rows)?;
        retain(all, &kept);
        Ok(())
    }

    /// Keeps the items of Today that match.
    pub fn today(&self, all: &mut Vec<TodayItem>) -> Result<(), Failure> {
        let row = |one| (of_today(self.portfolio, one, self.call.as_of), text_of_today(self.portfolio, one));
        let (kept, _) = self.kept(FilteredList::Today, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(())
    }

    /// Keeps the committees that match.
    pub fn clocks(&self, all: &mut Vec<CommitteeClock>) -> Result<(), Failure> {
        let row = |one| {
            (of_clock(self.portfolio, one, self.call.as_of), text_of_clock(self.portfolio, &self.call.locale, one))
        };
        let (kept, _) = self.kept(FilteredList::Committees, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(())
    }

    /// Keeps the findings that match.
    pub fn findings(&self, all: &mut Vec<Diagnostic>) -> Result<(), Failure> {
        let row = |one| {
            (of_finding(self.portfolio, one, self.call.as_of), text_of_finding(self.portfolio, &self.call.locale, one))
        };
        let (kept, _) = self.kept(FilteredList::Findings, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(())
    }

    /// Keeps the commits that match.
    pub fn commits(&self, all: &mut Vec<Commit>) -> Result<(), Failure> {
        let row = |one| (of_commit(one), text_of_commit(self.portfolio, &self.call.locale, one));
        let (kept, _) = self.kept(FilteredList::Commits, all, |one| vec![row(one)])?;
        retain(all, &kept);
        Ok(())
    }

    /// Returns which items have a row that matches, and whether the filter tests the state. Fails if any word of the
    /// filter is not understood.
    fn kept<'t, T>(
        &self,
        list: FilteredList,
        all: &'t [T],
        rows: impl Fn(&'t T) -> Vec<FilteredRow<'t>>,
    ) -> Result<(Vec<bool>, bool), Failure> {
        let (mut owners, mut facts, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (n, one) in all.iter().enumerate() {
            for (fact, text) in rows(one) {
                owners.push(n);
                facts.push(fact);
                texts.push(text);
            }
        }
        let me = self.call.me(self.folder, self.portfolio);
        let names = Arc::new(ValueNames::new(self.portfolio, &self.call.locale, me.id()));
        let facts = FactTable::new(list, names, facts.into_iter());
        let search = Search::read(self.typed, &facts, &self.call.locale, self.call.as_of);
        if let Some((_, problem)) = search.filter.problems().next() {
            return Err(errors::filter(&self.call.locale, problem.words(&self.call.locale)));
        }
        let mut kept = vec![false; all.len()];
        for (owner, score) in owners.into_iter().zip(search.scores(&facts, &TextIndex::new(texts.into_iter()))) {
            if let Some(kept) = kept.get_mut(owner) {
                *kept |= score.is_some();
            }
        }
        Ok((kept, search.filter.tests_key(FilterKey::State)))
    }
}

fn retain<T>(all: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    all.retain(|_| kept.next().copied().unwrap_or(false));
}
