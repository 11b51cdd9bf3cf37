//! Due days and states of obligations, payments, committees, actions, and conditions.

use super::{Explainer, Explanation, ExplanationLine};
use crate::model::{FUND_REPORT, ObligationTopic, RecordKind, RecordRef};
use crate::report::words;
use crate::rules::{self, Occurrence, OccurrenceSource, OccurrenceState};

impl Explainer<'_> {
    /// Returns the ids of what is due under a record, as reminders use them: `obligations.refund`.
    pub(super) fn occurrence_topics(&self, record: &RecordRef) -> Vec<String> {
        let mut ids = Vec::new();
        for one in self.occurrences_of(record) {
            if !ids.iter().any(|id| *id == one.id) && one.id != "committee" {
                ids.push(one.id.to_string());
            }
        }
        ids
    }

    fn occurrences_of<'o>(&'o self, record: &'o RecordRef) -> impl Iterator<Item = &'o Occurrence> {
        self.answers.occurrences.iter().filter(move |one| {
            one.record == *record
                || record.kind == RecordKind::Convention && one.convention.as_ref() == Some(&record.id)
        })
    }

    /// Explains an obligation by its id, with `@DATE` the one due on that day; else the most urgent one.
    pub(super) fn occurrence(&self, record: &RecordRef, what: &str) -> Option<Explanation> {
        let what = what.replace('_', "-");
        let (id, due) = what.split_once('@').map_or((what.as_str(), None), |(id, due)| (id, Some(due)));
        let is_meant = |one: &&Occurrence| {
            one.id.replace('_', "-") == id && due.is_none_or(|due| one.due.is_some_and(|day| day.to_string() == due))
        };
        self.occurrences_of(record).find(is_meant).map(|one| self.due(one))
    }

    /// Explains the due day and the state of an occurrence.
    #[must_use]
    pub fn due(&self, one: &Occurrence) -> Explanation {
        let state = self.locale.text(&format!("occurrence-{}", one.state.name()));
        let value = match (one.done_on(), one.due, one.unknown) {
            (Some(done), ..) => format!("{state} · {}", self.locale.date_long(done)),
            (None, Some(due), _) => format!("{} · {state}", self.locale.date_long(due)),
            (None, None, Some(unknown)) => {
                format!("{state} · {}", self.locale.text(&format!("unknown-{}", unknown.name())))
            }
            (None, None, None) => state,
        };
        let mut lines: Vec<ExplanationLine> = vec![self.due_line(one)];
        let steps = rules::derivation(self.portfolio, one, self.as_of);
        lines.extend(steps.into_iter().map(|step| self.step(step)));
        lines.extend(self.payments_of(one));
        let topic = match (&one.source, one.state) {
            (OccurrenceSource::Payment(_, 0), _) => "liquidation",
            (OccurrenceSource::Payment(..), _) => "payment",
            (OccurrenceSource::Committee(_), _) => "committee",
            (OccurrenceSource::Papers(_), _) => "papers",
            (OccurrenceSource::Action(_) | OccurrenceSource::Condition(_), _) => "agreed",
            (OccurrenceSource::Obligation, _) if one.obligation == FUND_REPORT => "fund-report",
            (OccurrenceSource::Obligation, state) => self.duty_topic(one, state),
        };
        Explanation { name: words::what(one, self.locale), lines, ..self.blank(&one.id, topic, value) }
    }

    /// Returns the rule of an obligation: by its condition, by what it is about, or by its state.
    fn duty_topic(&self, one: &Occurrence, state: OccurrenceState) -> &'static str {
        let document = self.portfolio.conventions.get(&one.record.id);
        let duty = document.and_then(|document| document.obligations.iter().find(|duty| duty.id == one.obligation));
        let Some(duty) = duty else { return "obligation" };
        match (&duty.condition, duty.about) {
            (Some(_), _) => "conditional",
            (None, Some(ObligationTopic::Refund)) => "refund-duty",
            (None, Some(ObligationTopic::StatisticsPage | ObligationTopic::SourceCode)) => "evidence",
            _ if state == OccurrenceState::Standing => "standing",
            _ => "obligation",
        }
    }

    /// Returns the payments received for the contribution of a payment due.
    fn payments_of(&self, one: &Occurrence) -> Vec<ExplanationLine> {
        let (OccurrenceSource::Payment(contribution, _), Some(convention)) = (&one.source, &one.convention) else {
            return Vec::new();
        };
        let explained = rules::explain_contribution(self.portfolio, convention, contribution, self.as_of);
        let came = explained.lines.into_iter().filter(|(figure, _)| *figure == rules::Figure::Received);
        came.map(|(_, line)| ExplanationLine {
            amount: Some(line.amount),
            on: line.on,
            article: line.article,
            ..self.entry_line(&line.record, line.path)
        })
        .collect()
    }
}
