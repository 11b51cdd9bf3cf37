//! The agenda of a review, which goes out with the sheets of its startups a week ahead; and the summary of the
//! portfolio.

use chrono::TimeDelta;

use super::PaperError;
use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, field, table};
use super::document::{Block, Document};
use crate::model::{CommitteeState, Id, MessageArg, Review, Startup};
use crate::report::words;
use crate::rules::{Answers, Figure, undone_actions};

/// Builds the agenda of a review. Undone actions come first.
///
/// # Errors
/// If there is no such review.
pub fn agenda(input: &PaperInput<'_>, review: &Id) -> Result<Document, PaperError> {
    let found = input.portfolio.reviews.get(review).ok_or_else(|| PaperError::NoReview(review.to_string()))?;
    let mut builder = PaperBuilder::new(input);
    head(&mut builder, found);
    undone(&mut builder, found);
    startups(&mut builder, found);
    let subtitle = Some(words::of_review(found, input.locale));
    Ok(builder.finish(("agenda", review.as_str()), input.text("doc-agenda"), subtitle))
}

fn head(builder: &mut PaperBuilder<'_>, review: &Review) {
    let input = builder.input;
    let start = builder.needed(review.start.map(|start| input.locale.time(start)), "doc-miss-start");
    let place = builder.needed(review.place.clone(), "doc-miss-place");
    let count = u32::try_from(review.agenda.len()).unwrap_or(u32::MAX);
    let minutes = [
        ("each", MessageArg::Count(review.minutes_each().into())),
        ("all", MessageArg::Count(review.minutes_each().saturating_mul(count).into())),
    ];
    let mut fields = vec![
        field(input, "doc-on", input.date(review.on)),
        field(input, "doc-start", start),
        field(input, "doc-place", place),
        field(input, "doc-duration", input.with("doc-minutes-each", &minutes)),
    ];
    if !input.is_public() {
        let who = builder.needed(review.chair.as_deref().map(|who| input.person(who)), "doc-miss-chair");
        fields.push(field(input, "doc-chair", who));
    }
    builder.section("doc-section-meeting", vec![Block::Fields { fields }]);
}

/// The actions of the startups on the agenda that are not done.
fn undone(builder: &mut PaperBuilder<'_>, review: &Review) {
    let input = builder.input;
    let heads = [Text("doc-startup"), Text("doc-what"), Text("doc-owner"), Text("doc-due")];
    let mut rows = table(input, &heads, "doc-no-follow-up");
    let agenda: Vec<Id> = review.ordered_agenda().into_iter().map(|item| item.startup.clone()).collect();
    for (startup, action) in undone_actions(input.portfolio, review.on, &agenda) {
        let owner = action.owner.as_deref().filter(|_| !input.is_public()).map(|owner| input.person(owner));
        let startup = startup.map(|startup| clean(&startup.name)).unwrap_or_default();
        rows.row(vec![startup, clean(&action.what), owner.unwrap_or_default(), input.maybe_date(action.due)]);
    }
    builder.section("doc-section-follow-up", vec![Block::Table(rows)]);
}

fn startups(builder: &mut PaperBuilder<'_>, review: &Review) {
    let input = builder.input;
    let heads =
        [Number("doc-number"), Text("doc-start"), Text("doc-startup"), Number("doc-asked"), Text("doc-arbitrations")];
    let mut rows = table(input, &heads, "doc-no-agenda");
    for (at, item) in (0_i64..).zip(review.ordered_agenda()) {
        let startup = input.portfolio.startups.get(&item.startup);
        let planned = startup.and_then(|startup| planned(startup, review));
        let minutes = i64::from(review.minutes_each()).saturating_mul(at);
        // Only the time of day is shown, also after midnight.
        let start = review.start.zip(TimeDelta::try_minutes(minutes)).map(|(start, after)| start + after);
        rows.row(vec![
            (at + 1).to_string(),
            start.map(|start| input.locale.time(start)).unwrap_or_default(),
            input.startup(&item.startup),
            planned.and_then(|one| one.asked).map(|asked| input.money(asked)).unwrap_or_default(),
            planned.map(|one| clean(&one.arbitrations.join(" · "))).unwrap_or_default(),
        ]);
    }
    builder.section("doc-section-agenda", vec![Block::Table(rows)]);
}

fn planned<'a>(startup: &'a Startup, review: &Review) -> Option<&'a crate::model::Committee> {
    startup.committees.iter().find(|one| one.on == review.on && one.state != CommitteeState::Cancelled)
}

/// Builds a page about all startups: phase, last decision, next committee, money.
#[must_use]
pub fn summary(input: &PaperInput<'_>, answers: &Answers) -> Document {
    let mut builder = PaperBuilder::new(input);
    let heads = [
        Text("doc-startup"),
        Text("doc-phase"),
        Text("doc-section-decision"),
        Text("doc-section-next"),
        Number("doc-received"),
        Number("doc-left"),
        Text("doc-funded-until"),
    ];
    let mut rows = table(input, &heads, "doc-no-agenda");
    let mut active = 0_usize;
    for one in &answers.startups {
        let Some(startup) = input.portfolio.startups.get(&one.startup) else { continue };
        let Some((phase, _)) = one.phase.filter(|(phase, _)| phase.is_active()) else { continue };
        active += 1;
        let held = startup.committees.iter().filter(|held| held.is_held_by(input.as_of));
        let last = held.max_by_key(|held| held.on).map(|held| {
            let word = held.decision.map(|word| input.text(&format!("decision-{}", word.name()))).unwrap_or_default();
            format!("{} {word}", input.date(held.on)).trim_end().to_owned()
        });
        let value = |figure| input.maybe_money(one.figures.value(figure));
        let next = one.committee.as_ref().and_then(|clock| clock.planned.or(clock.next_due));
        rows.row(vec![
            clean(&startup.name),
            input.text(&format!("phase-{}", phase.name())),
            last.unwrap_or_else(|| input.text("doc-no-committee")),
            next.map_or_else(|| input.text("doc-unknown"), |day| input.date(day)),
            value(Figure::Received),
            value(Figure::Left),
            one.runs_out.map_or_else(|| input.text("doc-unknown"), |day| input.date(day)),
        ]);
    }
    let count = input.with("doc-active-startups", &[("count", MessageArg::count(active))]);
    builder.section("doc-startups", vec![super::builder::paragraph(count), Block::Table(rows)]);
    let name = input.portfolio.incubator.name.as_deref().map(clean);
    builder.finish(("summary", "portfolio"), input.text("doc-summary"), name)
}
