//! Counts and maxima over the answers and findings, computed once per [`Data`](super::Data).

use std::collections::{BTreeMap, HashMap};

use crate::model::{Convention, Date, Id, Money, Portfolio, RecordRef, Severity};
use crate::report::Diagnostic;
use crate::rules::{Answers, ClockState, OccurrenceState};

/// Counts and maxima over the answers and findings.
#[derive(Clone, Debug, Default)]
pub struct DataSummary {
    /// The number of occurrences in each state, in the order of [`OccurrenceState::ALL`].
    pub states: [usize; OccurrenceState::ALL.len()],
    /// The number of findings of each severity, in the order of [`Severity::ALL`].
    pub severities: [usize; 3],
    /// The number of records that cannot be read, or not completely.
    pub unread: usize,
    /// The number of startups whose committee is late.
    pub late_committees: usize,
    /// The number of late clocks: a startup may have several.
    pub late_clocks: usize,
    /// The index of the first error of each record that has errors.
    pub broken: BTreeMap<RecordRef, usize>,
    /// The conventions whose title another one has too, with the day that tells them apart: that of the signature,
    /// `None` if another one was signed on it, or if it is unknown.
    pub same_titles: BTreeMap<Id, Option<Date>>,
    /// The largest amount payable to a startup. The maxima determine column widths.
    pub most_payable: Money,
    /// The largest amount received by a startup.
    pub most_received: Money,
    /// The largest late amount of a startup.
    pub most_late: Money,
    /// The largest number of further conventions of a startup.
    pub most_more_conventions: usize,
    /// The largest amount of a tranche, or of a contribution without tranches.
    pub most_promised: Money,
    /// The largest amount received for one of them.
    pub most_paid: Money,
}

impl DataSummary {
    /// Counts answers and findings.
    #[must_use]
    pub fn new(portfolio: &Portfolio, answers: &Answers, diagnostics: &[Diagnostic]) -> Self {
        let mut summary =
            Self { unread: portfolio.unread().len(), same_titles: same_titles(portfolio), ..Self::default() };
        for occurrence in &answers.occurrences {
            let at = OccurrenceState::ALL.iter().position(|state| *state == occurrence.state);
            if let Some(count) = at.and_then(|at| summary.states.get_mut(at)) {
                *count += 1;
            }
        }
        for (n, diagnostic) in diagnostics.iter().enumerate() {
            let record = diagnostic.finding.record().filter(|_| diagnostic.finding.severity == Severity::Error);
            if let Some(record) = record {
                summary.broken.entry(record.clone()).or_insert(n);
            }
            let at = Severity::ALL.iter().position(|severity| *severity == diagnostic.finding.severity);
            if let Some(count) = at.and_then(|at| summary.severities.get_mut(at)) {
                *count += 1;
            }
        }
        summary.late_clocks = answers.committees.iter().filter(|clock| clock.state == ClockState::Late).count();
        let clocks = answers.startups.iter().filter_map(|standing| standing.committee.as_ref());
        summary.late_committees = clocks.filter(|clock| clock.state == ClockState::Late).count();
        for standing in &answers.startups {
            summary.most_payable = summary.most_payable.max(standing.figures.payable);
            summary.most_late = summary.most_late.max(standing.figures.late);
            summary.most_received = summary.most_received.max(standing.figures.received);
            let more = standing.conventions.len().saturating_sub(1);
            summary.most_more_conventions = summary.most_more_conventions.max(more);
        }
        for promise in &answers.commitments {
            let whole = &promise.contribution.figures;
            let parts = || promise.tranches.iter();
            let promised = parts().map(|tranche| tranche.amount).max().unwrap_or(whole.committed);
            let paid = parts().map(|tranche| tranche.paid).max().unwrap_or(whole.received);
            summary.most_promised = summary.most_promised.max(promised);
            summary.most_paid = summary.most_paid.max(paid);
        }
        summary
    }

    /// Returns the number of occurrences in a state.
    #[must_use]
    pub fn in_state(&self, state: OccurrenceState) -> usize {
        let at = OccurrenceState::ALL.iter().position(|other| *other == state);
        at.and_then(|at| self.states.get(at)).copied().unwrap_or(0)
    }

    /// Returns the number of findings of a severity.
    #[must_use]
    pub fn of_severity(&self, severity: Severity) -> usize {
        let at = Severity::ALL.iter().position(|other| *other == severity);
        at.and_then(|at| self.severities.get(at)).copied().unwrap_or(0)
    }
}

/// Finds the conventions that have the same title.
fn same_titles(portfolio: &Portfolio) -> BTreeMap<Id, Option<Date>> {
    let mut by_title: HashMap<&str, Vec<&Convention>> = HashMap::new();
    for convention in portfolio.conventions.values() {
        by_title.entry(convention.title.as_str()).or_default().push(convention);
    }
    let alike = by_title.into_values().filter(|same| same.len() > 1);
    let days = alike.flat_map(|same| {
        let day = |one: &Convention| {
            one.signed.filter(|day| same.iter().filter(|other| other.signed == Some(*day)).count() == 1)
        };
        same.iter().map(|one| (one.id.clone(), day(one))).collect::<Vec<_>>()
    });
    days.collect()
}
