//! What is counted once when data arrives, so that no frame has to.

use std::collections::BTreeMap;

use super::Data;
use crate::model::{Money, RecordRef, Severity};
use crate::rules::{ClockState, OccurrenceState};

/// What is counted once when data arrives, so that no frame has to.
#[derive(Clone, Debug, Default)]
pub struct DataSummary {
    /// Occurrences in each state, in the order of [`OccurrenceState::ALL`].
    pub states: [usize; 6],
    /// Findings of each severity, in the order of [`Severity::ALL`].
    pub severities: [usize; 3],
    /// Startups whose committee is late.
    pub late_committees: usize,
    /// For each record that has errors, its first in the diagnostics.
    pub broken: BTreeMap<RecordRef, usize>,
    /// The most that any one startup was promised, for the width of its column.
    pub most_committed: Money,
    /// The most that any one received.
    pub most_received: Money,
    /// The most conventions that any one has, but for the first.
    pub most_more_conventions: usize,
    /// The most that any one tranche promises, or a contribution that has none.
    pub most_promised: Money,
    /// The most that came of any one of them.
    pub most_paid: Money,
}

impl DataSummary {
    /// Counts.
    #[must_use]
    pub fn new(data: &Data) -> Self {
        let mut summary = Self::default();
        for occurrence in &data.answers.occurrences {
            let at = OccurrenceState::ALL.iter().position(|state| *state == occurrence.state);
            if let Some(count) = at.and_then(|at| summary.states.get_mut(at)) {
                *count += 1;
            }
        }
        for (n, diagnostic) in data.diagnostics.iter().enumerate() {
            let record = diagnostic.finding.record().filter(|_| diagnostic.finding.severity == Severity::Error);
            if let Some(record) = record {
                summary.broken.entry(record.clone()).or_insert(n);
            }
            let at = Severity::ALL.iter().position(|severity| *severity == diagnostic.finding.severity);
            if let Some(count) = at.and_then(|at| summary.severities.get_mut(at)) {
                *count += 1;
            }
        }
        let clocks = data.answers.startups.iter().filter_map(|standing| standing.committee.as_ref());
        summary.late_committees = clocks.filter(|clock| clock.state == ClockState::Late).count();
        for standing in &data.answers.startups {
            summary.most_committed = summary.most_committed.max(standing.figures.committed);
            summary.most_received = summary.most_received.max(standing.figures.received);
            let more = standing.conventions.len().saturating_sub(1);
            summary.most_more_conventions = summary.most_more_conventions.max(more);
        }
        for promise in &data.answers.commitments {
            let whole = &promise.contribution.figures;
            let parts = || promise.tranches.iter();
            let promised = parts().map(|tranche| tranche.amount).max().unwrap_or(whole.committed);
            let paid = parts().map(|tranche| tranche.paid).max().unwrap_or(whole.received);
            summary.most_promised = summary.most_promised.max(promised);
            summary.most_paid = summary.most_paid.max(paid);
        }
        summary
    }

    /// Occurrences in a state.
    #[must_use]
    pub fn in_state(&self, state: OccurrenceState) -> usize {
        let at = OccurrenceState::ALL.iter().position(|other| *other == state);
        at.and_then(|at| self.states.get(at)).copied().unwrap_or(0)
    }

    /// Findings of a severity.
    #[must_use]
    pub fn of_severity(&self, severity: Severity) -> usize {
        let at = Severity::ALL.iter().position(|other| *other == severity);
        at.and_then(|at| self.severities.get(at)).copied().unwrap_or(0)
    }
}
