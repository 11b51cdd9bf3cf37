//! Rows of Today: their band, their day, and their place in the order.

use super::{Explainer, Explanation, ExplanationLine, TODAY};
use crate::model::{MessageArg, RecordRef};
use crate::report::words;
use crate::rules::{TodayCause, TodayItem};

impl Explainer<'_> {
    /// Explains the place of a row of Today: by its id, or with `today` that of the first row of a record.
    pub(super) fn today_row(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        let is_its = |item: &TodayItem| item.record == *record || item.startups.contains(&record.id);
        let is_meant = |item: &TodayItem| is_its(item) && (what == TODAY || item.is_named(what));
        let at = self.today.items.iter().position(is_meant)?;
        self.today_place(at)
    }

    /// Explains the place of a row of Today by its index.
    #[must_use]
    pub fn today_place(&self, at: usize) -> Option<Explanation> {
        let item = self.today.items.get(at)?;
        let args = [("number", MessageArg::count(at + 1)), ("count", MessageArg::count(self.today.items.len()))];
        let band = self.locale.text(&format!("today-band-{}", item.band.name()));
        let value = format!("{} · {band}", self.locale.message("topic-place", &args));
        let occurrence = item.occurrence.and_then(|n| self.answers.occurrences.get(n));
        let mut lines: Vec<ExplanationLine> = item.causes.iter().map(|cause| self.cause(item, *cause)).collect();
        if let Some(one) = occurrence {
            lines.extend(self.due(one).lines);
        }
        Some(self.topic(TODAY, value, lines))
    }

    fn cause(&self, item: &TodayItem, cause: TodayCause) -> ExplanationLine {
        let text = words::today_cause(item, cause, self.as_of, self.locale);
        let of = |what: &str| {
            let explained = item.startups.first().and_then(|id| self.of_startup(id, what));
            explained.and_then(|explained| explained.lines.into_iter().next())
        };
        let found = match cause {
            TodayCause::CommitteeDue(_) => of("committee"),
            TodayCause::DecisionUntil(_) | TodayCause::DeferredUntil(_) => of("decided_until"),
            TodayCause::PlannedPassed(_) => of("planned"),
            TodayCause::MoneyUntil(_) => of("funded_until"),
            _ => None,
        };
        let own = || self.entry_line(&item.record, item.path.clone());
        ExplanationLine { text, on: cause.day().or(item.due), amount: item.amount, ..found.unwrap_or_else(own) }
    }
}
