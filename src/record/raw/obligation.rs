//! The parts of a convention's file that hold undertakings: obligations and the committee.

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::Scalar;
use super::{Faults, plain, plains};
use crate::model::{
    CommitteeClause, Date, Fulfilment, Id, KeyPath, Moment, Obligation, ObligationTopic, Recurrence, RecurrenceStart,
    Span, Timing,
};

/// What a party undertook to do. At most one of `standing`, `due` and `every`; none where no day is fixed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Obligation")]
pub(super) struct RawObligation {
    /// Its name within the convention.
    pub id: String,
    /// The matter, where the program knows it.
    about: Option<Scalar<ObligationTopic>>,
    /// Who must do it.
    debtor: Option<Scalar<Id>>,
    /// To whom it is owed.
    creditor: Option<Scalar<Id>>,
    /// What is to be done, in one sentence of your own.
    what: String,
    /// The article that says so.
    article: Option<String>,
    /// All the while.
    standing: Option<bool>,
    /// Once, on a day or so long after the signature or the end.
    due: Option<Scalar<Moment>>,
    /// Again and again.
    every: Option<Scalar<Span>>,
    /// What `every` is counted from; the signature where it is absent.
    from: Option<Scalar<RecurrenceStart>>,
    /// The times that it was done.
    #[serde(default)]
    fulfilled: Vec<RawFulfilment>,
}

/// One time that an obligation was met.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fulfilment")]
struct RawFulfilment {
    /// The day.
    on: Scalar<Date>,
    /// What shows it: an address, a reference, a sentence.
    evidence: Option<String>,
    /// The due date that it answers, where the order of days does not tell.
    due: Option<Scalar<Date>>,
}

/// What the convention says of its committee.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CommitteeClause")]
pub(super) struct RawCommitteeClause {
    /// How often.
    every: Scalar<Span>,
    /// What the first is counted from; the signature where it is absent.
    from: Option<Scalar<RecurrenceStart>>,
    /// Who must call it.
    organiser: Option<Scalar<Id>>,
    /// Who presides.
    chair: Option<Scalar<Id>>,
    /// The parties that take part.
    #[serde(default)]
    with: Vec<Scalar<Id>>,
    /// Who else may be there.
    guests: Option<String>,
    /// The article that says so.
    article: Option<String>,
}

impl RawObligation {
    /// The n-th obligation, from 0; where its timing contradicts itself, one whose day is not fixed.
    pub fn build(self, n: usize, faults: &mut Faults) -> Obligation {
        let timing = self.timing(n, faults);
        let fulfilled = self.fulfilled.into_iter();
        Obligation {
            id: self.id,
            about: plain(self.about),
            debtor: plain(self.debtor),
            creditor: plain(self.creditor),
            what: self.what,
            article: self.article,
            timing,
            fulfilled: fulfilled
                .map(|done| Fulfilment { on: done.on.0, evidence: done.evidence, due: plain(done.due) })
                .collect(),
        }
    }

    fn timing(&self, n: usize, faults: &mut Faults) -> Timing {
        let place = || KeyPath::top().key("obligations").index(n);
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
        }
    }
}
