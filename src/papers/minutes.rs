//! Minutes (relevé de décisions) of a review, or of the committee of one startup: decisions and actions, not
//! discussions. They are built from the records as they were when the review was closed; later changes are in the last
//! section.

mod attendance;
mod changes;
mod decisions;

use super::PaperError;
use super::builder::ColumnHead::Text;
use super::builder::{PaperBuilder, PaperInput, clean, field, table};
use super::document::{Block, Document, DocumentTable};
use crate::model::{Action, Committee, Date, Id, Portfolio, Review, ReviewOutcome, Startup};
use crate::report::words;
use crate::rules::{self, Answers};

/// The decision about a startup.
#[derive(Clone, Copy)]
struct MinutesItem<'a> {
    startup: &'a Startup,
    committee: Option<&'a Committee>,
    outcome: Option<ReviewOutcome>,
    review: Option<&'a Review>,
}

impl MinutesItem<'_> {
    /// Returns the number of the decision: `2026-11-20-D01`.
    fn number(&self) -> Option<String> {
        let review = self.review?;
        review.decision_number(review.agenda_item(&self.startup.id)?)
    }

    /// Returns the committee that a portfolio review planned.
    fn convened(&self) -> Option<&Committee> {
        let review = self.review.filter(|_| self.outcome == Some(ReviewOutcome::Convene))?;
        let is_its = |one: &&Committee| one.on > review.on && one.review.as_deref() == Some(review.id.as_str());
        self.startup.committees.iter().filter(is_its).min_by_key(|one| one.on)
    }

    /// Returns whether an action or a condition was decided by this committee.
    fn has_decided(&self, committee: Option<&String>) -> bool {
        committee.is_some() && committee == self.committee.and_then(|one| one.id.as_ref())
    }
}

/// The subject of minutes.
struct MinutesMeeting<'a> {
    on: Date,
    review: Option<&'a Review>,
    items: Vec<MinutesItem<'a>>,
    /// Startups on the agenda that have no record.
    gone: Vec<&'a Id>,
}

/// Builds the minutes of a review from the records as they were when it was closed; `now` are the current records.
///
/// # Errors
/// If there is no such review.
pub fn minutes_of_review(
    input: &PaperInput<'_>,
    answers: &Answers,
    review: &Id,
    now: &Portfolio,
) -> Result<Document, PaperError> {
    let found = input.portfolio.reviews.get(review).ok_or_else(|| PaperError::NoReview(review.to_string()))?;
    let mut meeting = MinutesMeeting { on: found.on, review: Some(found), items: Vec::new(), gone: Vec::new() };
    for item in found.ordered_agenda() {
        let Some(startup) = input.portfolio.startups.get(&item.startup) else {
            meeting.gone.push(&item.startup);
            continue;
        };
        let outcome = item.outcome.or_else(|| found.outcome_of(startup));
        let committee = found.committee_of(startup);
        meeting.items.push(MinutesItem { startup, committee, outcome, review: Some(found) });
    }
    let title = input.text("doc-minutes");
    Ok(build(input, answers, &meeting, now, title, review.as_ref()))
}

/// Builds the minutes of a startup's committee: of that day, else of the last one held.
///
/// # Errors
/// If there is no such startup or committee.
pub fn minutes_of_startup(
    input: &PaperInput<'_>,
    answers: &Answers,
    startup: &Id,
    on: Option<Date>,
    now: &Portfolio,
) -> Result<Document, PaperError> {
    let record = input.portfolio.startups.get(startup).ok_or_else(|| PaperError::NoStartup(startup.to_string()))?;
    let held = record.committees.iter().filter(|one| one.is_held_by(input.as_of));
    let held = held.filter(|one| on.is_none_or(|on| one.on == on)).max_by_key(|one| one.on);
    let committee = held.ok_or_else(|| PaperError::NoCommittee(startup.to_string()))?;
    let review = committee.review.as_deref().and_then(|id| input.portfolio.reviews.get(id)).map(AsRef::as_ref);
    let outcome = review.and_then(|review| review.agenda_item(startup)?.outcome);
    let items = vec![MinutesItem { startup: record, committee: Some(committee), outcome, review }];
    let meeting = MinutesMeeting { on: committee.on, review, items, gone: Vec::new() };
    let title = format!("{} – {}", input.text("doc-minutes"), clean(&record.name));
    Ok(build(input, answers, &meeting, now, title, &format!("{startup}-{}", committee.on)))
}

fn build(
    input: &PaperInput<'_>,
    answers: &Answers,
    meeting: &MinutesMeeting<'_>,
    now: &Portfolio,
    title: String,
    subject: &str,
) -> Document {
    let mut builder = PaperBuilder::new(input);
    if meeting.review.is_some_and(|review| !review.is_closed()) {
        builder.miss("doc-miss-closing");
    }
    for id in &meeting.gone {
        builder.miss_words(input.with("doc-miss-startup", &[("id", crate::model::MessageArg::Text(id.to_string()))]));
    }
    head(&mut builder, meeting);
    attendance::attendance(&mut builder, meeting);
    agenda(&mut builder, meeting);
    follow_up(&mut builder, meeting);
    for item in &meeting.items {
        decisions::decision(&mut builder, answers, item);
    }
    actions(&mut builder, meeting);
    deferred(&mut builder, meeting);
    next(&mut builder, meeting);
    end(&mut builder, meeting);
    changes::changes(&mut builder, meeting, now);
    let subtitle = match meeting.review {
        Some(review) => words::of_review(review, input.locale),
        None => input.with("doc-committee-of", &[("on", crate::model::MessageArg::Date(meeting.on))]),
    };
    builder.finish(("minutes", subject), title, Some(subtitle))
}

/// Body, day, start and end, place, chair and secretary.
fn head(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let body = builder.needed(input.portfolio.incubator.name.clone(), "doc-miss-body");
    let mut fields = vec![field(input, "doc-body", body), field(input, "doc-on", input.date(meeting.on))];
    if let Some(review) = meeting.review {
        let kind = input.text(&format!("review-kind-{}", review.kind.name()));
        fields.insert(1, field(input, "doc-object", kind));
        let start = builder.needed(review.start.map(|start| input.locale.time(start)), "doc-miss-start");
        fields.push(field(input, "doc-start", start));
        if let Some(closed) = review.closed {
            fields.push(field(input, "doc-end", words::date_time(closed, input.locale)));
        }
        let place = builder.needed(review.place.clone(), "doc-miss-place");
        fields.push(field(input, "doc-place", place));
        if !input.is_public() {
            for (label, who, missing) in [
                ("doc-chair", &review.chair, "doc-miss-chair"),
                ("doc-secretary", &review.secretary, "doc-miss-secretary"),
            ] {
                let who = builder.needed(who.as_deref().map(|who| input.person(who)), missing);
                fields.push(field(input, label, who));
            }
        }
    }
    builder.section("doc-section-meeting", vec![Block::Fields { fields }]);
}

/// The agenda, and the day on which the papers were sent.
fn agenda(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let Some(review) = meeting.review else { return };
    let sent = builder.needed(review.papers_sent.map(|day| input.date(day)), "doc-miss-papers-sent");
    let mut rows = table(input, &[Text("doc-number"), Text("doc-startup"), Text("doc-outcome")], "doc-no-agenda");
    for item in review.ordered_agenda() {
        let outcome = meeting.items.iter().find(|one| one.startup.id == item.startup).and_then(|one| one.outcome);
        rows.row(vec![
            item.no.map(|no| no.to_string()).unwrap_or_default(),
            input.startup(&item.startup),
            outcome.map_or_else(|| input.text("doc-unknown"), |one| input.text(&format!("outcome-{}", one.name()))),
        ]);
    }
    let fields = vec![field(input, "doc-papers-sent", sent)];
    builder.section("doc-section-agenda", vec![Block::Fields { fields }, Block::Table(rows)]);
}

/// An empty table of things to do.
fn tasks(input: &PaperInput<'_>, empty: &str) -> DocumentTable {
    table(input, &[Text("doc-startup"), Text("doc-what"), Text("doc-owner"), Text("doc-due"), Text("doc-state")], empty)
}

fn owner(input: &PaperInput<'_>, owner: Option<&String>) -> String {
    owner.filter(|_| !input.is_public()).map(|owner| input.person(owner)).unwrap_or_default()
}

/// Returns the state of an action; the public does not see lateness.
fn state(input: &PaperInput<'_>, on: Date, due: Option<Date>, done: Option<Date>) -> String {
    match done.filter(|done| *done <= on) {
        Some(done) => input.with("doc-done-on-day", &[("date", crate::model::MessageArg::Date(done))]),
        None if due.is_some_and(|due| due < on) && !input.is_public() => input.text("occurrence-late"),
        None => input.text("doc-open"),
    }
}

/// The follow-up of the actions decided since the previous committee.
fn follow_up(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let mut rows = tasks(input, "doc-no-follow-up");
    for item in &meeting.items {
        let held = item.startup.committees.iter().filter(|one| one.is_held_by(meeting.on) && one.on < meeting.on);
        let before = held.map(|one| one.on).max();
        let is_recent = |done: Option<Date>| done.is_none_or(|done| before.is_none_or(|before| done >= before));
        let earlier = |one: &&Action| !item.has_decided(one.committee.as_ref()) && is_recent(one.done);
        for action in item.startup.actions.iter().filter(earlier) {
            rows.row(vec![
                clean(&item.startup.name),
                clean(&action.what),
                owner(input, action.owner.as_ref()),
                input.maybe_date(action.due),
                state(input, meeting.on, action.due, action.done),
            ]);
        }
    }
    builder.section("doc-section-follow-up", vec![Block::Table(rows)]);
}

/// The actions agreed, for each startup and in general.
fn actions(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let mut rows = tasks(input, "doc-no-actions");
    let mut add = |startup: String, action: &Action| {
        rows.row(vec![
            startup,
            clean(&action.what),
            owner(input, action.owner.as_ref()),
            input.maybe_date(action.due),
            state(input, meeting.on, None, action.done),
        ]);
    };
    for item in &meeting.items {
        for action in item.startup.actions.iter().filter(|one| item.has_decided(one.committee.as_ref())) {
            add(clean(&item.startup.name), action);
        }
    }
    for action in meeting.review.into_iter().flat_map(|review| &review.actions) {
        add(String::new(), action);
    }
    builder.section("doc-section-actions", vec![Block::Table(rows)]);
}

/// The deferred decisions, with their new dates and reasons.
fn deferred(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let mut rows = table(input, &[Text("doc-startup"), Text("doc-until"), Text("doc-reason")], "doc-nothing-deferred");
    for item in meeting.items.iter().filter(|item| item.outcome == Some(ReviewOutcome::Deferred)) {
        let Some(committee) = item.committee else { continue };
        let until = builder.needed(committee.deferred_until.map(|day| input.date(day)), "doc-miss-deferred-until");
        let why = committee.comment.as_deref().filter(|_| !input.is_public()).map(clean).unwrap_or_default();
        rows.row(vec![clean(&item.startup.name), until, why]);
    }
    if !rows.rows.is_empty() {
        builder.section("doc-section-deferred", vec![Block::Table(rows)]);
    }
}

/// The next committee of each startup: planned, else the day by which it is due.
fn next(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let mut rows = table(input, &[Text("doc-startup"), Text("doc-on"), Text("doc-state")], "doc-no-agenda");
    for item in &meeting.items {
        let clock = rules::startup_summary(input.portfolio, &item.startup.id, meeting.on).and_then(|one| one.committee);
        let (day, state) = match clock {
            _ if item.convened().is_some() => (item.convened().map(|one| one.on), "doc-planned"),
            Some(clock) if clock.planned.is_some() => (clock.planned, "doc-planned"),
            Some(clock) if clock.next_due.is_some() => (clock.next_due, "doc-due-by"),
            _ => (None, "doc-unknown"),
        };
        rows.row(vec![clean(&item.startup.name), input.maybe_date(day), input.text(state)]);
    }
    builder.section("doc-section-next-committees", vec![Block::Table(rows)]);
}

/// Distribution and signatures.
fn end(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>) {
    let input = builder.input;
    let Some(review) = meeting.review else { return };
    let mut blocks = Vec::new();
    if !review.distribution.is_empty() {
        let names: Vec<String> = review.distribution.iter().map(|id| input.party(id)).collect();
        let fields = vec![field(input, "doc-distribution", input.locale.list(&names))];
        blocks.push(Block::Fields { fields });
    }
    if !input.is_public() {
        for (label, who) in [("doc-chair", &review.chair), ("doc-secretary", &review.secretary)] {
            let name = who.as_deref().map(|who| input.person(who)).unwrap_or_default();
            blocks.push(Block::Signature { name, capacity: String::new(), place: input.text(label) });
        }
    }
    builder.section("doc-section-distribution", blocks);
}
