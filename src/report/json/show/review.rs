//! Everything about a review.

use serde::Serialize;

use super::startup::{ActionJson, AttendeeJson, action, attendee};
use super::{ExtraJson, ShowContext, extra};
use crate::model::{AgendaItem, Id, Review};
use crate::report::json::{FindingJson, iso, iso_or_null};

/// `agenda` is in the order of its numbers. `minutes_each` is the usual value if the review doesn't give one.
#[derive(Serialize)]
pub(super) struct ReviewJson<'a> {
    as_of: String,
    record: String,
    id: String,
    kind: &'static str,
    on: String,
    start: Option<String>,
    chair: Option<&'a str>,
    secretary: Option<&'a str>,
    place: Option<&'a str>,
    minutes_each: u32,
    members: Vec<AttendeeJson<'a>>,
    papers_sent: Option<String>,
    distribution: Vec<String>,
    closed: Option<String>,
    approved: Option<String>,
    agenda: Vec<AgendaItemJson<'a>>,
    actions: Vec<ActionJson<'a>>,
    extra: ExtraJson<'a>,
    findings: Vec<FindingJson>,
}

/// `decision_number` is the full number of the decision: `2026-11-20-D01`.
#[derive(Serialize)]
struct AgendaItemJson<'a> {
    startup: String,
    no: Option<u32>,
    outcome: Option<&'static str>,
    number: Option<&'a str>,
    decision_number: Option<String>,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<ReviewJson<'_>> {
    let review = about.portfolio.reviews.get(&about.record.id)?;
    Some(ReviewJson {
        as_of: iso(about.as_of),
        record: about.record.to_string(),
        id: review.id.to_string(),
        kind: review.kind.name(),
        on: iso(review.on),
        start: review.start.map(|start| start.format("%H:%M:%S").to_string()),
        chair: review.chair.as_deref(),
        secretary: review.secretary.as_deref(),
        place: review.place.as_deref(),
        minutes_each: review.minutes_each(),
        members: review.members.iter().map(attendee).collect(),
        papers_sent: iso_or_null(review.papers_sent),
        distribution: review.distribution.iter().map(Id::to_string).collect(),
        closed: review.closed.map(|closed| closed.format("%Y-%m-%dT%H:%M:%S").to_string()),
        approved: iso_or_null(review.approved),
        agenda: review.ordered_agenda().into_iter().map(|item| agenda_item(review, item)).collect(),
        actions: review.actions.iter().map(|one| action(one, about.as_of)).collect(),
        extra: extra(&review.extra),
        findings: about.findings(),
    })
}

fn agenda_item<'a>(review: &Review, item: &'a AgendaItem) -> AgendaItemJson<'a> {
    AgendaItemJson {
        startup: item.startup.to_string(),
        no: item.no,
        outcome: item.outcome.map(crate::model::ReviewOutcome::name),
        number: item.number.as_deref(),
        decision_number: review.decision_number(item),
    }
}
