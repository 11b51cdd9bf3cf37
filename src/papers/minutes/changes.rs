//! Changes since the review was closed: approval, corrections with their reasons, and withdrawals.

use super::MinutesMeeting;
use crate::model::{Committee, DecisionChange, MessageArg, Portfolio, Startup};
use crate::papers::builder::{PaperBuilder, PaperInput, clean};
use crate::papers::document::Block;

pub(super) fn changes(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>, now: &Portfolio) {
    let input = builder.input;
    let mut items = Vec::new();
    let review = meeting.review.and_then(|review| now.reviews.get(&review.id));
    if let Some(approved) = review.and_then(|review| review.approved) {
        items.push(input.with("doc-approved-on", &[("on", MessageArg::Date(approved))]));
    }
    for item in &meeting.items {
        let Some(then) = item.committee else { continue };
        let Some(startup) = now.startups.get(&item.startup.id) else {
            items.push(of(input, item.startup, input.text("doc-startup-removed")));
            continue;
        };
        let is_it = |one: &&Committee| match &then.id {
            Some(id) => one.id.as_ref() == Some(id),
            None => one.on == then.on,
        };
        match startup.committees.iter().find(is_it) {
            Some(is) => items.extend(of_committee(input, then, is).into_iter().map(|words| of(input, startup, words))),
            None => items.push(of(input, startup, input.text("doc-committee-removed"))),
        }
    }
    if !items.is_empty() {
        builder.section("doc-section-changes", vec![Block::List { items }]);
    }
}

fn of(input: &PaperInput<'_>, startup: &Startup, words: String) -> String {
    let args = [("startup", MessageArg::Text(clean(&startup.name))), ("what", MessageArg::Text(words))];
    input.with("doc-change-of", &args)
}

fn of_committee(input: &PaperInput<'_>, was: &Committee, is: &Committee) -> Vec<String> {
    let decision = |one: &Committee| one.decision.map(|one| input.text(&format!("decision-{}", one.name())));
    let money = |one: Option<crate::model::Money>| one.map(|one| input.money(one));
    let date = |one: Option<crate::model::Date>| one.map(|one| input.date(one));
    let mut pairs = vec![
        ("doc-decision", decision(was), decision(is)),
        ("doc-asked", money(was.asked), money(is.asked)),
        ("doc-envelope", money(was.envelope), money(is.envelope)),
        ("doc-until", date(was.until.or(was.deferred_until)), date(is.until.or(is.deferred_until))),
    ];
    if !input.is_public() {
        pairs.push(("doc-reasons", was.comment.as_deref().map(clean), is.comment.as_deref().map(clean)));
        let reservations = [was, is].map(|one| one.reservations.as_deref().map(clean));
        let [before, after] = reservations;
        pairs.push(("doc-reservations", before, after));
    }
    let nothing = || input.text("doc-nothing");
    let mut words: Vec<String> = pairs
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(label, was, is)| {
            let args = [
                ("what", MessageArg::Text(input.text(label))),
                ("was", MessageArg::Text(was.unwrap_or_else(nothing))),
                ("is", MessageArg::Text(is.unwrap_or_else(nothing))),
            ];
            input.with("doc-changed", &args)
        })
        .collect();
    words.extend(is.amended.iter().skip(was.amended.len()).map(|change| dated(input, "doc-amended-on", change)));
    words.extend(is.withdrawn.iter().map(|change| dated(input, "doc-withdrawn-on", change)));
    words
}

/// A change with its day and, for those who take part, its reason.
fn dated(input: &PaperInput<'_>, key: &str, change: &DecisionChange) -> String {
    let words = input.with(key, &[("on", MessageArg::Date(change.on))]);
    match change.why.as_deref().filter(|_| !input.is_public()) {
        Some(why) => format!("{words} ({})", clean(why)),
        None => words,
    }
}
