//! The parts of a convention's file that hold duties: obligations and the committee.

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Proof, Scalar};
use super::{Faults, OneOrMany, plain, plains, texts};
use crate::model::{
    CommitteeClause, Date, Fulfilment, Id, KeyPath, Moment, Obligation, ObligationCondition, ObligationTopic,
    Recurrence, RecurrenceStart, Span, Text, Timing, Waiver,
};

/// A duty of one party or several. At most one of `standing`, `due` and `every`; none if no day is fixed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Obligation", extend("allOf" = [
    { "not": { "required": ["due", "every"] } },
    { "not": { "required": ["due", "from"] } },
    { "not": {
        "required": ["standing"],
        "properties": { "standing": { "const": true } },
        "anyOf": [{ "required": ["due"] }, { "required": ["every"] }, { "required": ["from"] }]
    } }
]))]
pub(super) struct RawObligation {
    /// Its id, unique within the convention.
    pub id: String,
    /// Its topic, if the program knows it.
    about: Option<Scalar<ObligationTopic>>,
    /// The party that owes it, or several that owe it together.
    debtor: Option<OneOrMany>,
    /// The party to which it is owed, or several.
    creditor: Option<OneOrMany>,
    /// What is to be done, in one sentence of your own.
    what: String,
    /// The article that says so.
    article: Option<String>,
    /// Whether it holds at all times.
    standing: Option<bool>,
    /// The day on which it is due, or the time after the signature or the end.
    due: Option<Scalar<Moment>>,
    /// The time between two due dates.
    every: Option<Scalar<Span>>,
    /// What `every` is counted from; the signature if absent.
    from: Option<Scalar<RecurrenceStart>>,
    /// The condition under which it exists: "terminated", "authenticates", "online-procedure", or any text.
    #[serde(rename = "if")]
    condition: Option<String>,
    /// What proves it: "record" if an address is not enough.
    proof: Option<Scalar<Proof>>,
    /// The renunciation of the creditors.
    waived: Option<RawWaiver>,
    /// The times that it was met.
    #[serde(default)]
    fulfilled: Vec<RawFulfilment>,
    /// The keys of this entry that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
}

/// The renunciation of an obligation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Waiver")]
struct RawWaiver {
    /// The day from which nobody owes it.
    on: Scalar<Date>,
    /// The reason.
    why: Option<String>,
}

/// One time that an obligation was met.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fulfilment")]
struct RawFulfilment {
    /// The day.
    on: Scalar<Date>,
    /// An address, a reference or a sentence.
    evidence: Option<String>,
    /// The due date that it answers, if other than the earliest open one.
    due: Option<Scalar<Date>>,
}

/// The clause of a convention on its committee.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CommitteeClause")]
pub(super) struct RawCommitteeClause {
    /// The time between two meetings.
    every: Scalar<Span>,
    /// What the first meeting is counted from; the signature if absent.
    from: Option<Scalar<RecurrenceStart>>,
    /// The party that convenes it.
    organiser: Option<Scalar<Id>>,
    /// The party that presides.
    chair: Option<Scalar<Id>>,
    /// The parties that take part.
    #[serde(default)]
    with: Vec<Scalar<Id>>,
    /// Others who may attend.
    guests: Option<String>,
    /// The article that says so.
    article: Option<String>,
    /// The keys of this table that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
}

impl RawObligation {
    /// Returns the n-th obligation, from 0. If its timing contradicts itself, its day is not fixed.
    pub fn build(self, n: usize, faults: &mut Faults) -> Obligation {
        let timing = self.timing(n, faults);
        let fulfilled = self.fulfilled.into_iter();
        Obligation {
            id: self.id.into(),
            about: plain(self.about),
            debtors: self.debtor.map(OneOrMany::build).unwrap_or_default().into(),
            creditors: self.creditor.map(OneOrMany::build).unwrap_or_default().into(),
            what: self.what.into(),
            article: self.article.map(Text::from),
            timing,
            condition: self.condition.map(condition),
            proof_by_record: plain(self.proof).is_some_and(|Proof::Record| true),
            waived: self.waived.map(|waiver| Box::new(Waiver { on: waiver.on.0, why: waiver.why })),
            fulfilled: fulfilled
                .map(|done| Fulfilment { on: done.on.0, evidence: done.evidence.map(Text::from), due: plain(done.due) })
                .collect(),
            inferred: texts(self.inferred),
        }
    }

    fn timing(&self, n: usize, faults: &mut Faults) -> Timing {
        let place = || KeyPath::entry("obligations", n);
        let stated =
            [("standing", self.standing == Some(true)), ("due", self.due.is_some()), ("every", self.every.is_some())];
        let keys = || stated.iter().filter(|(_, there)| *there).map(|(key, _)| *key);
        if keys().count() > 1 {
            faults.conflict(&place(), &keys().collect::<Vec<_>>());
            return Timing::Once(None);
        }
        if let (Some(key), Some(_)) = (keys().find(|key| *key != "every"), &self.from) {
            faults.conflict(&place(), &[key, "from"]);
        }
        match (&self.every, &self.due) {
            _ if self.standing == Some(true) => Timing::Standing,
            (Some(every), _) => {
                let from = self.from.as_ref().map_or_else(RecurrenceStart::default, |from| from.0);
                Timing::Recurring(Recurrence { every: every.0, from })
            }
            (None, due) => Timing::Once(due.as_ref().map(|due| due.0)),
        }
    }
}

fn condition(text: String) -> ObligationCondition {
    use ObligationCondition::{Authenticates, OnlineProcedure, Other, Terminated};
    let known = [Terminated, Authenticates, OnlineProcedure].into_iter().find(|known| known.name() == text);
    known.unwrap_or(Other(text))
}

impl RawCommitteeClause {
    pub fn build(self) -> CommitteeClause {
        CommitteeClause {
            every: self.every.0,
            from: plain(self.from).unwrap_or_default(),
            organiser: plain(self.organiser),
            chair: plain(self.chair),
            with: plains(self.with),
            guests: self.guests,
            article: self.article,
            inferred: texts(self.inferred),
        }
    }
}
