//! `reviews/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::committee::{RawAttendee, attendees};
use super::keyed::RawExtra;
use super::scalar::{FormatVersion, Scalar};
use super::startup::RawAction;
use super::{Faults, plain, plains};
use crate::model::{AgendaItem, Date, DateTime, Id, Review, ReviewKind, ReviewOutcome, Time};

/// A meeting in which several startups are decided on, one after the other (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Review")]
pub(in crate::record) struct RawReview {
    /// The version of the format; 1 if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// The kind of review.
    kind: Scalar<ReviewKind>,
    /// The day of the review.
    on: Scalar<Date>,
    /// The time at which it starts.
    start: Option<Scalar<Time>>,
    /// The id of a person, or any text.
    chair: Option<String>,
    /// The id of a person, or any text.
    secretary: Option<String>,
    /// A room, or the address of a video conference.
    place: Option<String>,
    /// The minutes for each startup; 50 for a committee, 3 for a portfolio if absent.
    minutes_each: Option<Scalar<u32>>,
    /// Those who were invited.
    #[serde(default)]
    members: Vec<RawAttendee>,
    /// The day on which the papers were sent.
    papers_sent: Option<Scalar<Date>>,
    /// The parties that get the minutes.
    #[serde(default)]
    distribution: Vec<Scalar<Id>>,
    /// The time at which it was closed; absent while it is open.
    closed: Option<Scalar<DateTime>>,
    /// The day on which the minutes were approved.
    approved: Option<Scalar<Date>>,
    /// The startups to be discussed.
    #[serde(default)]
    agenda: Vec<RawAgendaItem>,
    /// Actions that concern no startup.
    #[serde(default)]
    actions: Vec<RawAction>,
    /// Keys of other systems: kept, shown, never checked.
    #[serde(default)]
    extra: RawExtra,
}

/// A startup on the agenda of a review.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AgendaItem")]
struct RawAgendaItem {
    /// The startup.
    startup: Scalar<Id>,
    /// Its position, from 1.
    no: Option<Scalar<u32>>,
    /// How the review ended for it; written when the review is closed.
    outcome: Option<Scalar<ReviewOutcome>>,
    /// The number of the decision, such as "D01"; written when the review is closed.
    number: Option<String>,
}

impl RawReview {
    pub fn build(self, id: &Id, faults: &mut Faults) -> Review {
        faults.duplicate_keys("agenda", "startup", self.agenda.iter().map(|item| Some(item.startup.0.as_str())));
        faults.duplicates("actions", self.actions.iter().map(|entry| entry.id.as_deref()));
        Review {
            id: id.clone(),
            kind: self.kind.0,
            on: self.on.0,
            start: plain(self.start),
            chair: self.chair,
            secretary: self.secretary,
            place: self.place,
            minutes_each: plain(self.minutes_each),
            members: attendees(self.members),
            papers_sent: plain(self.papers_sent),
            distribution: plains(self.distribution),
            closed: plain(self.closed),
            approved: plain(self.approved),
            agenda: self.agenda.into_iter().map(RawAgendaItem::build).collect(),
            actions: self.actions.into_iter().map(RawAction::build).collect(),
            extra: self.extra.build(),
        }
    }
}

impl RawAgendaItem {
    fn build(self) -> AgendaItem {
        AgendaItem { startup: self.startup.0, no: plain(self.no), outcome: plain(self.outcome), number: self.number }
    }
}
