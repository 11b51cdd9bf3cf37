//! The parts of a startup's file that hold its committees and the conditions that they set.

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::scalar::{ImpactScore, PersonId, Scalar};
use crate::model::{
    Attendee, Committee, CommitteeState, Condition, Date, Decision, DecisionChange, Heading, Id, Impact, Money,
};

/// A meeting of the startup's committee.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Committee")]
pub(super) struct RawCommittee {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day of the meeting.
    on: Scalar<Date>,
    /// Planned, held or cancelled.
    state: Scalar<CommitteeState>,
    /// The id of the review that it was part of.
    review: Option<String>,
    /// What it decided; absent if it decided nothing.
    decision: Option<Scalar<Decision>>,
    /// The amount that the startup asked for, or will ask for.
    asked: Option<Scalar<Money>>,
    /// The amount that the decision grants.
    envelope: Option<Scalar<Money>>,
    /// The last day that the decision funds.
    until: Option<Scalar<Date>>,
    /// The day to which a decision was deferred.
    deferred_until: Option<Scalar<Date>>,
    /// Conditions as plain texts. New ones are entries of their own.
    #[serde(default)]
    conditions: Vec<String>,
    /// The committee's reservations.
    reservations: Option<String>,
    /// The scores of the five headings.
    impact: Option<RawImpact>,
    /// The reason of each score.
    reasons: Option<RawReasons>,
    /// Those who attended.
    #[serde(default)]
    present: Vec<RawAttendee>,
    /// Those who were excused.
    #[serde(default)]
    excused: Vec<RawAttendee>,
    /// Those who were represented by others.
    #[serde(default)]
    represented: Vec<RawAttendee>,
    /// The day on which the papers were sent.
    papers_sent: Option<Scalar<Date>>,
    /// The questions that a planned committee is to settle.
    #[serde(default)]
    arbitrations: Vec<String>,
    /// The support that the startup will ask for.
    support: Option<String>,
    /// Corrections of the recorded decision.
    #[serde(default)]
    amended: Vec<RawDecisionChange>,
    /// The withdrawal of the recorded decision.
    withdrawn: Option<RawDecisionChange>,
    /// Anything else worth keeping.
    comment: Option<String>,
    /// Where this is known from.
    source: Option<String>,
}

/// The scores of the five headings, each from 0 to 4.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Impact")]
struct RawImpact {
    /// Can it be used?
    usable: Option<Scalar<ImpactScore>>,
    /// Is it used?
    used: Option<Scalar<ImpactScore>>,
    /// Does it help those who use it?
    useful: Option<Scalar<ImpactScore>>,
    /// Does it change what it set out to change?
    impactful: Option<Scalar<ImpactScore>>,
    /// At what cost?
    efficient: Option<Scalar<ImpactScore>>,
}

/// The reason of each score.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reasons")]
struct RawReasons {
    /// Can it be used?
    usable: Option<String>,
    /// Is it used?
    used: Option<String>,
    /// Does it help those who use it?
    useful: Option<String>,
    /// Does it change what it set out to change?
    impactful: Option<String>,
    /// At what cost?
    efficient: Option<String>,
}

/// Somebody on the attendance list: a person of the portfolio, or a name and a party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Attendee")]
pub(super) struct RawAttendee {
    /// The id of a person in portfolio.toml.
    person: Option<Scalar<PersonId>>,
    /// The name of anybody else.
    name: Option<String>,
    /// The party that the person belongs to.
    party: Option<Scalar<Id>>,
    /// The capacity in which the person attends.
    capacity: Option<String>,
    /// Who represents the person.
    by: Option<String>,
}

/// A later correction or withdrawal of a decision.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DecisionChange")]
struct RawDecisionChange {
    /// The day of the change.
    on: Scalar<Date>,
    /// The reason.
    why: Option<String>,
}

/// A condition that a committee attached to its decision.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Condition")]
pub(super) struct RawCondition {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The id of the committee.
    committee: Option<String>,
    /// The condition, verbatim.
    what: String,
    /// The id of a person, or any text.
    owner: Option<String>,
    /// The day by which it is to be met.
    due: Option<Scalar<Date>>,
    /// What is to prove it.
    proof: Option<String>,
    /// The day on which it was met.
    met: Option<Scalar<Date>>,
    /// The day on which it was found not to be met.
    not_met: Option<Scalar<Date>>,
    /// An address, a reference or a sentence.
    evidence: Option<String>,
}

pub(super) fn attendees(list: Vec<RawAttendee>) -> Vec<Attendee> {
    list.into_iter().map(RawAttendee::build).collect()
}

impl RawCommittee {
    pub fn build(self) -> Committee {
        Committee {
            id: self.id,
            on: self.on.0,
            state: self.state.0,
            review: self.review,
            decision: plain(self.decision),
            asked: plain(self.asked),
            envelope: plain(self.envelope),
            until: plain(self.until),
            deferred_until: plain(self.deferred_until),
            conditions: self.conditions,
            reservations: self.reservations,
            impact: self.impact.map(RawImpact::build),
            reasons: self.reasons.map(RawReasons::build).unwrap_or_default(),
            present: attendees(self.present),
            excused: attendees(self.excused),
            represented: attendees(self.represented),
            papers_sent: plain(self.papers_sent),
            arbitrations: self.arbitrations,
            support: self.support,
            amended: self.amended.into_iter().map(RawDecisionChange::build).collect(),
            withdrawn: self.withdrawn.map(RawDecisionChange::build),
            comment: self.comment,
            source: self.source,
        }
    }
}

impl RawImpact {
    fn build(self) -> Impact {
        let score = |field: Option<Scalar<ImpactScore>>| field.map(|field| field.0.0);
        Impact {
            usable: score(self.usable),
            used: score(self.used),
            useful: score(self.useful),
            impactful: score(self.impactful),
            efficient: score(self.efficient),
        }
    }
}

impl RawReasons {
    fn build(self) -> Vec<(Heading, String)> {
        let texts = [self.usable, self.used, self.useful, self.impactful, self.efficient];
        Heading::ALL.into_iter().zip(texts).filter_map(|(heading, text)| Some((heading, text?))).collect()
    }
}

impl RawAttendee {
    pub fn build(self) -> Attendee {
        Attendee {
            person: plain(self.person).map(|person| person.0),
            name: self.name,
            party: plain(self.party),
            capacity: self.capacity,
            by: self.by,
        }
    }
}

impl RawDecisionChange {
    fn build(self) -> DecisionChange {
        DecisionChange { on: self.on.0, why: self.why }
    }
}

impl RawCondition {
    pub fn build(self) -> Condition {
        Condition {
            id: self.id,
            committee: self.committee,
            what: self.what,
            owner: self.owner,
            due: plain(self.due),
            proof: self.proof,
            met: plain(self.met),
            not_met: plain(self.not_met),
            evidence: self.evidence,
        }
    }
}
