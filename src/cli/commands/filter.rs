//! `--filter`: the rows of an answer that the words of the filter let through, as on screen.

use std::sync::Arc;

use super::Call;
use crate::cli::errors::{self, Failure};
use crate::locale::fold;
use crate::model::{Commit, Portfolio};
use crate::report::filter::{
    FactTable, Filter, RowFacts, ValueNames, of_clock, of_commit, of_finding, of_occurrence, of_promise, of_startup,
};
use crate::report::{Diagnostic, words};
use crate::rules::{Commitment, CommitteeClock, Occurrence, StartupSummary};

/// A filter to be asked of what a command answers.
pub(super) struct RowFilter<'a> {
    pub call: &'a Call,
    pub portfolio: &'a Portfolio,
    /// What was typed.
    pub typed: &'a str,
}

impl RowFilter<'_> {
    /// The startups that pass.
    pub fn startups(&self, all: &mut Vec<StartupSummary>) -> Result<(), Failure> {
        let kept = self.kept(all, |row| vec![of_startup(self.portfolio, row)], |_| String::new())?;
        retain(all, &kept);
        Ok(())
    }

    /// The occurrences that pass.
    pub fn occurrences(&self, all: &mut Vec<Occurrence>) -> Result<(), Failure> {
        let facts = |one| vec![of_occurrence(self.portfolio, one, self.call.as_of)];
        let kept = self.kept(all, facts, |one| words::what(one, &self.call.locale))?;
        retain(all, &kept);
        Ok(())
    }

    /// The contributions of which any tranche passes.
    pub fn promises(&self, all: &mut Vec<Commitment>) -> Result<(), Failure> {
        let tranches = |one| {
            let promise: &Commitment = one;
            let part = |n| of_promise(self.portfolio, promise, n, self.call.as_of);
            (0..promise.tranches.len().max(1)).map(part).collect()
        };
        let kept = self.kept(all, tranches, |one| one.contribution.id.clone())?;
        retain(all, &kept);
        Ok(())
    }

    /// The committees that pass.
    pub fn clocks(&self, all: &mut Vec<CommitteeClock>) -> Result<(), Failure> {
        let kept = self.kept(all, |clock| vec![of_clock(self.portfolio, clock)], |_| String::new())?;
        retain(all, &kept);
        Ok(())
    }

    /// The findings that pass.
    pub fn findings(&self, all: &mut Vec<Diagnostic>) -> Result<(), Failure> {
        let says = |one: &Diagnostic| {
            format!("{} {}", one.file, self.call.locale.message(one.finding.message, &one.finding.args))
        };
        let kept = self.kept(all, |one| vec![of_finding(self.portfolio, one)], says)?;
        retain(all, &kept);
        Ok(())
    }

    /// The commits that pass.
    pub fn commits(&self, all: &mut Vec<Commit>) -> Result<(), Failure> {
        let kept = self.kept(all, |one| vec![of_commit(one)], |one| format!("{} {}", one.subject, one.author))?;
        retain(all, &kept);
        Ok(())
    }

    /// Which of some things pass: those of which any of their rows does.
    fn kept<'t, T>(
        &self,
        all: &'t [T],
        facts: impl Fn(&'t T) -> Vec<RowFacts<'t>>,
        says: impl Fn(&T) -> String,
    ) -> Result<Vec<bool>, Failure> {
        let rows: Vec<(usize, RowFacts<'t>)> =
            all.iter().enumerate().flat_map(|(n, one)| facts(one).into_iter().map(move |row| (n, row))).collect();
        let owners: Vec<usize> = rows.iter().map(|(n, _)| *n).collect();
        let names = Arc::new(ValueNames::new(self.portfolio, &self.call.locale));
        let table = FactTable::new(names, rows.into_iter().map(|(_, row)| row));
        let filter = Filter::read(self.typed, &table, &self.call.locale, self.call.as_of);
        if let Some((_, problem)) = filter.problems().find(|(_, problem)| !problem.is_of_the_rows()) {
            return Err(errors::filter(&self.call.locale, problem.words(&self.call.locale)));
        }
        let texts: Vec<String> = all.iter().map(|one| fold(&says(one))).collect();
        let mut kept = vec![false; all.len()];
        for (row, owner) in owners.into_iter().enumerate() {
            let says = |text: &str| texts.get(owner).is_some_and(|own| own.contains(text));
            if let Some(kept) = kept.get_mut(owner) {
                *kept |= filter.keeps(&table, row, says);
            }
        }
        Ok(kept)
    }
}

fn retain<T>(all: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    all.retain(|_| kept.next().copied().unwrap_or(false));
}
