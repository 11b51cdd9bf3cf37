//! Changes since the review was closed: approval, corrections with their reasons, and withdrawals.

use super::MinutesMeeting;
use crate::model::{Attendee, Committee, Date, DecisionChange, Heading, MessageArg, Portfolio, Review, Startup};
use crate::papers::builder::{PaperBuilder, PaperInput, clean};
use crate::papers::document::Block;

pub(super) fn changes(builder: &mut PaperBuilder<'_>, meeting: &MinutesMeeting<'_>, now: &Portfolio) {
    let input = builder.input;
    let mut items = Vec::new();
    let review = meeting.review.and_then(|review| now.reviews.get(&review.id));
    if let Some(approved) = review.and_then(|review| review.approved) {
        items.push(input.with("doc-approved-on", &[("on", MessageArg::Date(approved))]));
    }
    if let Some((was, is)) = meeting.review.zip(review) {
        items.extend(of_review(input, was, is));
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
            Some(is) => {
                let mut words = of_committee(input, then, is);
                words.extend(of_tasks(input, then, item.startup, startup));
                items.extend(words.into_iter().map(|words| of(input, startup, words)));
            }
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

/// Facts of the meeting that were added or corrected.
fn of_review(input: &PaperInput<'_>, was: &Review, is: &Review) -> Vec<String> {
    let who = |who: &Option<String>| who.as_deref().map(|who| input.person(who));
    let parties = |one: &Review| {
        let names: Vec<String> = one.distribution.iter().map(|id| input.party(id)).collect();
        (!names.is_empty()).then(|| input.locale.list(&names))
    };
    let all = |one: &Review| {
        let mut facts = vec![
            ("doc-start", one.start.map(|start| input.locale.time(start))),
            ("doc-place", one.place.as_deref().map(clean)),
            ("doc-papers-sent", one.papers_sent.map(|day| input.date(day))),
            ("doc-distribution", parties(one)),
        ];
        if !input.is_public() {
            facts.extend([("doc-chair", who(&one.chair)), ("doc-secretary", who(&one.secretary))]);
        }
        facts
    };
    differing(input, all(was), all(is))
}

/// Returns the conditions and actions of a committee that were added, changed or removed, whatever became of them.
fn of_tasks(input: &PaperInput<'_>, committee: &Committee, was: &Startup, is: &Startup) -> Vec<String> {
    let is_its = |id: &Option<String>| id.is_some() && *id == committee.id;
    let words = |what: &str, owner: Option<&String>, due: Option<Date>| {
        let owner = Some(super::owner(input, owner)).filter(|owner| !owner.is_empty());
        let rest: Vec<String> = owner.into_iter().chain(due.map(|due| input.date(due))).collect();
        if rest.is_empty() { clean(what) } else { format!("{} ({})", clean(what), rest.join(", ")) }
    };
    let all = |startup: &Startup| {
        let conditions = startup.conditions.iter().filter(|one| is_its(&one.committee));
        let conditions =
            conditions.map(|one| ("doc-condition", one.id.clone(), words(&one.what, one.owner.as_ref(), one.due)));
        let actions = startup.actions.iter().filter(|one| is_its(&one.committee));
        let actions = actions.map(|one| ("doc-action", one.id.clone(), words(&one.what, one.owner.as_ref(), one.due)));
        conditions.chain(actions).collect::<Vec<_>>()
    };
    let (before, after) = (all(was), all(is));
    let same = |one: &(&'static str, Option<String>, String), other: &(&'static str, Option<String>, String)| {
        one.0 == other.0 && if one.1.is_some() { one.1 == other.1 } else { one.2 == other.2 }
    };
    let mut pairs: Vec<_> = before
        .iter()
        .map(|one| {
            (one.0, Some(one.2.clone()), after.iter().find(|other| same(one, other)).map(|other| other.2.clone()))
        })
        .collect();
    let added = after.iter().filter(|one| !before.iter().any(|other| same(other, one)));
    pairs.extend(added.map(|one| (one.0, None, Some(one.2.clone()))));
    pairs.into_iter().filter(|(_, was, is)| was != is).map(|pair| changed(input, pair)).collect()
}

/// Returns the facts that are not the same in two lists of the same facts.
fn differing(
    input: &PaperInput<'_>,
    was: Vec<(&'static str, Option<String>)>,
    is: Vec<(&'static str, Option<String>)>,
) -> Vec<String> {
    let pairs = was.into_iter().zip(is).filter(|((_, was), (_, is))| was != is);
    pairs.map(|((label, was), (_, is))| changed(input, (label, was, is))).collect()
}

fn changed(input: &PaperInput<'_>, (label, was, is): (&str, Option<String>, Option<String>)) -> String {
    let nothing = || input.text("doc-nothing");
    let args = [
        ("what", MessageArg::Text(input.text(label))),
        ("was", MessageArg::Text(was.unwrap_or_else(nothing))),
        ("is", MessageArg::Text(is.unwrap_or_else(nothing))),
    ];
    input.with("doc-changed", &args)
}

/// Returns what a committee recorded, by label.
fn recorded(input: &PaperInput<'_>, one: &Committee) -> Vec<(&'static str, Option<String>)> {
    let decision = one.decision.map(|one| input.text(&format!("decision-{}", one.name())));
    let scores = Heading::ALL.into_iter().filter_map(|heading| {
        let score = one.impact?.score(heading)?;
        let reason = one.reasons.iter().find(|(of, _)| *of == heading).map(|(_, reason)| clean(reason));
        let reason = reason.filter(|_| !input.is_public()).map(|reason| format!(" ({reason})")).unwrap_or_default();
        Some(format!("{} {score} / 4{reason}", input.text(&format!("impact-{}", heading.name()))))
    });
    let scores: Vec<String> = scores.collect();
    let mut facts = vec![
        ("doc-decision", decision),
        ("doc-asked", one.asked.map(|asked| input.money(asked))),
        ("doc-envelope", one.envelope.map(|envelope| input.money(envelope))),
        ("doc-until", one.until.or(one.deferred_until).map(|day| input.date(day))),
        ("doc-score", (!scores.is_empty()).then(|| scores.join(", "))),
    ];
    if !input.is_public() {
        let names = |list: &[Attendee]| {
            let names: Vec<String> = list.iter().map(|one| super::attendance::name(input, one)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        facts.extend([
            ("doc-reasons", one.comment.as_deref().map(clean)),
            ("doc-reservations", one.reservations.as_deref().map(clean)),
            ("doc-present", names(&one.present)),
            ("doc-excused", names(&one.excused)),
            ("doc-represented", names(&one.represented)),
        ]);
    }
    facts
}

fn of_committee(input: &PaperInput<'_>, was: &Committee, is: &Committee) -> Vec<String> {
    let mut words = differing(input, recorded(input, was), recorded(input, is));
    words.extend(is.amended.iter().skip(was.amended.len()).map(|change| dated(input, "doc-amended-on", change)));
    words.extend(is.withdrawn.iter().map(|change| dated(input, "doc-withdrawn-on", change)));
    words
}

/// Returns a change with its day and, for those who take part, its reason.
fn dated(input: &PaperInput<'_>, key: &str, change: &DecisionChange) -> String {
    let words = input.with(key, &[("on", MessageArg::Date(change.on))]);
    match change.why.as_deref().filter(|_| !input.is_public()) {
        Some(why) => format!("{words} ({})", clean(why)),
        None => words,
    }
}
