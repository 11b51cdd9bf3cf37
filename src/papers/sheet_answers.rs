//! What sheets list, grouped by startup once, since a page has the sheets of thousands.

use std::collections::HashMap;

use crate::model::{Finding, Id, RecordKind, RecordRef};
use crate::rules::{Answers, Occurrence, StartupSummary};

/// The answers and the findings by startup.
pub struct SheetAnswers<'a> {
    summaries: HashMap<&'a Id, &'a StartupSummary>,
    occurrences: HashMap<&'a Id, Vec<&'a Occurrence>>,
    findings: HashMap<&'a RecordRef, Vec<&'a Finding>>,
}

impl<'a> SheetAnswers<'a> {
    /// Groups answers and findings. Those about no record are left out.
    #[must_use]
    pub fn new(answers: &'a Answers, findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut occurrences: HashMap<&Id, Vec<&Occurrence>> = HashMap::new();
        for one in &answers.occurrences {
            for startup in &one.startups {
                occurrences.entry(startup).or_default().push(one);
            }
        }
        let mut by_record: HashMap<&RecordRef, Vec<&Finding>> = HashMap::new();
        for finding in findings {
            if let Some(record) = finding.record() {
                by_record.entry(record).or_default().push(finding);
            }
        }
        let summaries = answers.startups.iter().map(|one| (&one.startup, one)).collect();
        Self { summaries, occurrences, findings: by_record }
    }

    /// Returns the row of a startup.
    pub(super) fn summary(&self, startup: &Id) -> Option<&'a StartupSummary> {
        self.summaries.get(startup).copied()
    }

    /// Returns the due dates of a startup, in the order of the answers.
    pub(super) fn occurrences(&self, startup: &Id) -> impl Iterator<Item = &'a Occurrence> {
        self.occurrences.get(startup).into_iter().flatten().copied()
    }

    /// Returns the findings about a startup, then those about its conventions.
    pub(super) fn findings(&self, startup: &Id) -> Vec<&'a Finding> {
        let conventions = self.summary(startup).into_iter().flat_map(|summary| &summary.conventions);
        let conventions = conventions.map(|brief| RecordRef::new(RecordKind::Convention, brief.id.clone()));
        let records = std::iter::once(RecordRef::new(RecordKind::Startup, startup.clone())).chain(conventions);
        records.filter_map(|record| self.findings.get(&record)).flatten().copied().collect()
    }
}
