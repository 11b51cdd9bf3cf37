//! Dates and states of conventions: signature, status, end.

use super::naming::amended;
use super::{Explainer, Explanation, ExplanationLine, convention_record};
use crate::model::{Id, KeyPath};
use crate::rules::{convention_summary, end_derivation};

/// The topics of a convention, besides its figures.
pub(super) const TOPICS: [&str; 6] = ["received_percent", "status", "signed", "ends", "late", "undetermined"];

impl Explainer<'_> {
    pub(super) fn of_convention(&self, id: &Id, what: &str) -> Option<Explanation> {
        let convention = self.portfolio.conventions.get(id)?;
        let base = amended(convention).unwrap_or(id);
        let summary = convention_summary(self.portfolio, base, self.as_of);
        match what {
            "status" => {
                let status = summary.map(|one| self.locale.text(&format!("convention-status-{}", one.status.name())));
                let status = status.unwrap_or_else(|| self.locale.text("topic-unknown"));
                Some(self.topic("status", status, self.convention_lines(base)))
            }
            "ends" => {
                let lines = end_derivation(self.portfolio, base, self.as_of);
                let lines = lines.into_iter().map(|step| self.step(step)).collect();
                Some(self.topic("ends", self.day(summary.and_then(|one| one.ends)), lines))
            }
            "signed" => {
                let lines = self.convention_lines(base).into_iter().take(1).collect();
                Some(self.topic("signed", self.day(summary.and_then(|one| one.signed)), lines))
            }
            _ => None,
        }
    }

    /// Returns the signature of a convention, and what its end depends on.
    pub(super) fn convention_lines(&self, id: &Id) -> Vec<ExplanationLine> {
        let Some(convention) = self.portfolio.conventions.get(id) else { return Vec::new() };
        let record = convention_record(id);
        let text = format!("{} ({id})", self.locale.text("derivation-signature"));
        let on = convention.signed.filter(|day| *day <= self.as_of);
        let signed = ExplanationLine { text, on, ..self.entry_line(&record, KeyPath::top().key("signed")) };
        let end = end_derivation(self.portfolio, id, self.as_of).into_iter().map(|step| self.step(step));
        let end = end.filter(|line| line.path != signed.path || line.record != signed.record);
        std::iter::once(signed.clone()).chain(end).collect()
    }
}
