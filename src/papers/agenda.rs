//! The agenda of a review, which goes out with the sheets of its startups a week ahead.

use chrono::TimeDelta;

use super::PaperError;
use super::builder::ColumnHead::{Number, Text};
use super::builder::{PaperBuilder, PaperInput, clean, field, table};
use super::document::{Block, Document};
use crate::model::{CommitteeState, Id, MessageArg, Review, Startup};
use crate::report::words;
use crate::rules::undone_actions;

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
            start.map_or_else(|| input.text("doc-unknown"), |start| input.locale.time(start)),
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
