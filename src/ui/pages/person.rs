//! The page of a person: the startups that they coach, and what is due of them.

use super::{PageSubject, obligations};
use crate::model::{Date, Id, KeyPath, Location, MessageArg, PathStep, Portfolio, RecordKind, RecordRef, Startup};
use crate::rules::{Occurrence, OccurrenceState, startup_summary};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

/// The maximum number of lines per part; the list screens have the rest.
const MOST: usize = 60;

/// Returns the entry of a person in the portfolio's record; the whole record if it does not have them.
fn entry(portfolio: &Portfolio, id: &Id) -> Target {
    let at = portfolio.incubator.people.iter().position(|person| person.id == *id);
    let path = at.map_or_else(KeyPath::top, |at| KeyPath::entry("people", at));
    Target::value(RecordRef::of_portfolio(), path)
}

/// Returns the person whose entry a target is, or who coaches the startup whose coaches it is.
pub fn person_at(ctx: &RenderContext<'_>, target: &Target) -> Option<Id> {
    let Target::Fact(Location::Value(record, path)) = target else { return None };
    let PathStep::Key(key) = path.first()? else { return None };
    let nth = path.get(1).and_then(|step| if let PathStep::Index(n) = step { Some(*n) } else { None });
    match (record.kind, key.as_str()) {
        (RecordKind::Portfolio, "people") => {
            ctx.data.portfolio.incubator.people.get(nth?).map(|person| person.id.clone())
        }
        (RecordKind::Startup, "coaches") => {
            let coaches = &ctx.startup(&record.id)?.coaches;
            let now = || coaches.iter().find(|coach| coach.is_on(ctx.data.as_of));
            nth.map_or_else(now, |nth| coaches.get(nth)).map(|coach| coach.person.clone())
        }
        _ => None,
    }
}

fn coaches(startup: &Startup, id: &Id, day: Date) -> bool {
    startup.coaches.iter().any(|coach| coach.person == *id && coach.is_on(day))
}

pub(super) fn summary(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let portfolio = &ctx.data.portfolio;
    let all = portfolio.startups.values();
    let its: Vec<_> = all.filter(|startup| coaches(startup, id, ctx.data.as_of)).collect();
    builder.value(Some(entry(portfolio, id)), &ctx.text("label-name"), Token::Text, &ctx.person_name(id.as_str()));
    builder.heading(&ctx.locale.message("heading-coaches", &[("count", MessageArg::count(its.len()))]));
    if its.is_empty() {
        builder.text(Some(entry(portfolio, id)), Token::Muted, 0, &ctx.text("person-coaches-none"));
    }
    for startup in its.iter().take(MOST) {
        let mut line = vec![piece(Token::Text, ctx.startup_name(&startup.id))];
        if let Some(clock) = startup_summary(portfolio, &startup.id, ctx.data.as_of).and_then(|found| found.committee) {
            line.push(piece(Token::Text, "  "));
            line.push(ctx.clock(&clock));
        }
        builder.about(Some(Target::Startup(startup.id.clone())), line);
    }
    more(ctx, its.len(), builder);
}

/// What they own, and what has no owner in the startups that they coach: late items, then those still to come.
pub(super) fn due(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let PageSubject::Person(id) = subject else { return };
    let portfolio = &ctx.data.portfolio;
    let is_theirs = |one: &&Occurrence| match &one.owner {
        Some(owner) => owner == id.as_str(),
        None => one
            .startups
            .iter()
            .any(|startup| portfolio.startups.get(startup).is_some_and(|startup| coaches(startup, id, ctx.data.as_of))),
    };
    let is_closed =
        |state| matches!(state, OccurrenceState::Done | OccurrenceState::Standing | OccurrenceState::Missed);
    // In the order of the rules: late ones first, then by due day.
    let open = ctx.data.answers.occurrences.iter().filter(|one| !is_closed(one.state)).filter(is_theirs);
    let (late, others): (Vec<_>, Vec<_>) = open.partition(|one| one.state == OccurrenceState::Late);
    for (key, found) in [("heading-late", late), ("heading-to-come", others)] {
        builder.heading(&ctx.locale.message(key, &[("count", MessageArg::count(found.len()))]));
        if found.is_empty() {
            builder.text(Some(subject.target()), Token::Muted, 0, &ctx.text("party-nothing-open"));
        }
        for occurrence in found.iter().take(MOST) {
            obligations::named_occurrence(ctx, Occurrence::clone(occurrence), builder);
        }
        more(ctx, found.len(), builder);
    }
}

fn more(ctx: &RenderContext<'_>, count: usize, builder: &mut PageBuilder) {
    if count > MOST {
        builder.text(None, Token::Muted, 0, &ctx.count("and-more", count - MOST));
    }
}
