//! The sheet of a startup in a review: everything the meeting needs, in the order of its discussion.

use super::since::{self, SinceBounds};
use super::{PageSubject, obligations, summary, tasks};
use crate::model::{
    Committee, CommitteeState, Heading, Id, Indicator, KeyPath, MessageArg, RecordKind, RecordRef, Startup,
};
use crate::model::{Date, Statistics};
use crate::report::{sanitize, words};
use crate::rules::{self, Figure, OccurrenceState, UnitCost, startup_summary};
use crate::ui::Token;
use crate::ui::list_screens::committees::describe::meeting;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::chart::{bar, sparkline};
use crate::ui::widget::page::PageLine;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, piece, width};

/// The number of committees whose scores are shown side by side.
const COMMITTEES: usize = 3;
/// The maximum width of a sheet.
const WIDEST: usize = 140;

/// Returns the lines of the sheet. The last committee is the last one before the day of the review.
pub fn lines(ctx: &RenderContext<'_>, id: &Id, on: Date, columns: usize) -> Vec<PageLine> {
    let label = if columns < 60 { 12 } else { 18 };
    let mut builder = PageBuilder::new(columns.min(WIDEST), label);
    let Some(startup) = ctx.startup(id) else {
        builder.text(None, Token::Warning, 0, &ctx.text("review-startup-gone"));
        return builder.into_lines();
    };
    let mut held: Vec<(usize, &Committee)> = startup.committees.iter().enumerate().collect();
    held.retain(|(_, one)| one.state == CommitteeState::Held && one.withdrawn.is_none() && one.on < on);
    held.sort_by_key(|(_, one)| std::cmp::Reverse(one.on));
    head(ctx, startup, &mut builder);
    today(ctx, startup, on, &mut builder);
    decided(ctx, startup, held.first().copied(), on, &mut builder);
    if let Some((_, last)) = held.first() {
        builder.section(&ctx.dated("since-committee", last.on));
        since::write(ctx, id, last.on, &SinceBounds::sheet(on), &mut builder);
    }
    headings(ctx, &held, &mut builder);
    indicators(ctx, startup, &mut builder);
    unit_costs(ctx, startup, &held, &mut builder);
    money(ctx, id, &mut builder);
    due(ctx, id, &mut builder);
    standards(ctx, startup, &mut builder);
    summary::findings_of(ctx, &PageSubject::Startup(id.clone()), &mut builder);
    builder.into_lines()
}

fn head(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    let target = || Some(Target::Startup(startup.id.clone()));
    if let Some(mission) = &startup.mission {
        builder.text(target(), Token::Text, 0, &sanitize(mission));
    }
    let mut words = Vec::new();
    if let Some(start) = startup.phase_on(ctx.data.as_of) {
        let phase = ctx.text(&format!("phase-{}", start.phase.name()));
        words.push(format!("{phase} {}", ctx.dated("since", start.from)));
    }
    let coaches = ctx.coaches(startup);
    words.extend(Some(coaches).filter(|coaches| !coaches.is_empty()));
    let sponsors: Vec<String> = startup.sponsors.iter().map(|id| ctx.party_name(id)).collect();
    words.extend(Some(sponsors.join(", ")).filter(|sponsors| !sponsors.is_empty()));
    builder.text(target(), Token::Muted, 0, &words.join(" · "));
}

/// The entries of this review, and the questions put to it.
fn today(ctx: &RenderContext<'_>, startup: &Startup, on: Date, builder: &mut PageBuilder) {
    let that_day = startup.committees.iter().enumerate().filter(|(_, one)| one.on == on);
    let mut that_day = that_day.filter(|(_, one)| one.state != CommitteeState::Cancelled).peekable();
    if that_day.peek().is_some() {
        builder.section(&ctx.text("sheet-today"));
    }
    for (n, one) in that_day {
        meeting(ctx, &startup.id, n, one, builder);
        let asked = one.asked.map(|asked| ctx.amount("sheet-asked", asked));
        for text in
            asked.into_iter().chain(one.arbitrations.iter().chain(&one.support).map(|text| sanitize(text).into_owned()))
        {
            builder.continued(2, Token::Text, &text);
        }
        tasks(ctx, startup, |committee| committee.is_some() && *committee == one.id, builder);
    }
}

/// Returns the conditions and actions of some committees.
fn tasks(
    ctx: &RenderContext<'_>,
    startup: &Startup,
    is_of_it: impl Fn(&Option<String>) -> bool,
    builder: &mut PageBuilder,
) {
    for (n, one) in startup.conditions.iter().enumerate().filter(|(_, one)| is_of_it(&one.committee)) {
        tasks::condition(ctx, startup, n, one, builder);
    }
    for (n, one) in startup.actions.iter().enumerate().filter(|(_, one)| is_of_it(&one.committee)) {
        tasks::action(ctx, startup, n, one, builder);
    }
}

/// The last decision with the states of its conditions and actions, and earlier ones that are open.
fn decided(
    ctx: &RenderContext<'_>,
    startup: &Startup,
    last: Option<(usize, &Committee)>,
    on: Date,
    builder: &mut PageBuilder,
) {
    builder.section(&ctx.text("heading-last-decision"));
    let Some((n, last)) = last else {
        builder.text(Some(Target::Startup(startup.id.clone())), Token::Muted, 0, &ctx.text("form-detail-none-held"));
        return;
    };
    meeting(ctx, &startup.id, n, last, builder);
    let is_of_it = |committee: &Option<String>| committee.is_some() && *committee == last.id;
    let of_review: Vec<_> = startup.committees.iter().filter(|one| one.on == on).map(|one| &one.id).collect();
    let is_earlier = |committee: &Option<String>| committee.is_none() || !of_review.contains(&committee);
    for (n, one) in startup.conditions.iter().enumerate() {
        if is_of_it(&one.committee) || (one.met.is_none() && one.not_met.is_none() && is_earlier(&one.committee)) {
            tasks::condition(ctx, startup, n, one, builder);
        }
    }
    for (n, one) in startup.actions.iter().enumerate() {
        if is_of_it(&one.committee) || (one.done.is_none() && is_earlier(&one.committee)) {
            tasks::action(ctx, startup, n, one, builder);
        }
    }
}

/// The five headings over the last committees, and the reason of the latest.
fn headings(ctx: &RenderContext<'_>, held: &[(usize, &Committee)], builder: &mut PageBuilder) {
    let judged: Vec<&Committee> =
        held.iter().map(|(_, one)| *one).filter(|one| one.impact.is_some()).take(COMMITTEES).collect();
    if judged.is_empty() {
        return;
    }
    builder.section(&ctx.text("sheet-headings"));
    let column = judged.iter().map(|one| width(ctx.locale.date(one.on).trim())).max().unwrap_or(10) + 2;
    let gap = |text: &str, room: usize| " ".repeat(room.saturating_sub(width(text)));
    let label = builder.label();
    let mut days = vec![piece(Token::Text, " ".repeat(label))];
    for one in judged.iter().rev() {
        let day = ctx.locale.date(one.on).trim().to_owned();
        days.push(piece(Token::Muted, format!("{day}{}", gap(&day, column))));
    }
    builder.line(days);
    for heading in Heading::ALL {
        let name = ctx.capital(&format!("impact-{}", heading.name()));
        let mut line = Vec::new();
        for one in judged.iter().rev() {
            let score = one.impact.as_ref().and_then(|impact| impact.score(heading));
            let words = score.map_or_else(|| "–".to_owned(), |score| format!("{score} / 4"));
            let token = match score {
                None => Token::Muted,
                Some(0 | 1) => Token::Bad,
                Some(2) => Token::Warning,
                Some(_) => Token::Good,
            };
            line.push(piece(token, format!("{words}{}", gap(&words, column))));
        }
        let reason = judged.first().and_then(|one| one.reasons.iter().find(|(other, _)| *other == heading));
        let mut first = vec![piece(Token::Muted, format!("{name}{}", gap(&name, label)))];
        first.extend(line);
        let reason = reason.map(|(_, why)| sanitize(why).into_owned()).unwrap_or_default();
        builder.wrapped(None, first, Token::Text, &reason);
    }
}

/// Each indicator: its curve, the last value, the next target.
fn indicators(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    if startup.indicators.is_empty() {
        return;
    }
    builder.section(&ctx.text("heading-indicators"));
    let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
    for (n, one) in startup.indicators.iter().enumerate() {
        let target = Target::value(record.clone(), KeyPath::entry("indicators", n));
        let (line, words) = indicator(ctx, one);
        builder.wrapped(Some(target), line, Token::Muted, &words);
    }
}

fn indicator(ctx: &RenderContext<'_>, indicator: &Indicator) -> (StyledLine, String) {
    let as_of = ctx.data.as_of;
    let mut values: Vec<_> = indicator.values.iter().filter(|value| value.on <= as_of).collect();
    values.sort_by_key(|value| value.on);
    let mut line = vec![piece(Token::Text, format!("{}  ", sanitize(&indicator.name)))];
    let Some(last) = values.last() else { return (line, ctx.text("form-unknown")) };
    let target = indicator.targets.iter().filter(|one| one.by >= as_of).min_by_key(|one| one.by);
    let is_reached = target.is_some_and(|target| last.value >= target.value);
    let first = values.len().saturating_sub(12);
    if values.len() > 2 {
        let curve: Vec<_> = values.get(first..).unwrap_or_default().iter().map(|one| Some(one.value)).collect();
        line.push(piece(Token::Accent, format!("{}  ", sparkline(&curve))));
    }
    let token = if is_reached { Token::Good } else { Token::Title };
    line.push(piece(token, format!("{}  ", ctx.indicator_value(indicator, last))));
    let mut words = vec![ctx.locale.date(last.on).trim_start().to_owned()];
    if let Some(baseline) = &indicator.baseline {
        let value = [("value", MessageArg::Text(ctx.locale.decimal(baseline.value)))];
        words.push(ctx.locale.message("sheet-baseline", &value));
    }
    if let Some(target) = target {
        let facts =
            [("value", MessageArg::Text(ctx.locale.decimal(target.value))), ("date", MessageArg::Date(target.by))];
        words.push(ctx.locale.message("form-fact-target", &facts));
    }
    (line, words.join(" · "))
}

/// What a use, a useful result and an impact cost: at the last committees and now, with the terms of now.
fn unit_costs(ctx: &RenderContext<'_>, startup: &Startup, held: &[(usize, &Committee)], builder: &mut PageBuilder) {
    if startup.indicators.iter().all(|one| one.heading.is_none_or(|heading| !UnitCost::HEADINGS.contains(&heading))) {
        return;
    }
    let as_of = ctx.data.as_of;
    let mut days: Vec<Date> = held.iter().take(COMMITTEES).map(|(_, one)| one.on).filter(|on| *on < as_of).collect();
    days.reverse();
    days.push(as_of);
    let costs: Vec<Vec<UnitCost>> =
        days.iter().map(|on| rules::unit_costs(&ctx.data.portfolio, &startup.id, *on)).collect();
    let words: Vec<Vec<String>> =
        costs.iter().map(|all| all.iter().map(|one| words::unit_cost(one, ctx.locale)).collect()).collect();
    let titles = days.iter().map(|on| ctx.locale.date(*on).trim().to_owned());
    let titles: Vec<String> = titles.collect();
    let column = titles.iter().chain(words.iter().flatten()).map(|text| width(text)).max().unwrap_or(10) + 2;
    let gap = |text: &str, room: usize| " ".repeat(room.saturating_sub(width(text)));
    let label = builder.label();
    builder.section(&ctx.text("sheet-unit-costs"));
    let mut head = vec![piece(Token::Text, " ".repeat(label))];
    head.extend(titles.iter().map(|day| piece(Token::Muted, format!("{day}{}", gap(day, column)))));
    builder.line(head);
    for (n, heading) in UnitCost::HEADINGS.into_iter().enumerate() {
        let name = ctx.text(&format!("cost-per-{}", UnitCost::name(heading)));
        let mut line = vec![piece(Token::Muted, format!("{name}{}", gap(&name, label)))];
        for (all, shown) in costs.iter().zip(&words) {
            let token = if all.get(n).is_some_and(|one| one.cost().is_some()) { Token::Text } else { Token::Unknown };
            let text = shown.get(n).map(String::as_str).unwrap_or_default();
            line.push(piece(token, format!("{text}{}", gap(text, column))));
        }
        let now = costs.last().and_then(|all| all.get(n));
        let basis = now.map(|one| words::unit_cost_basis(one, startup, ctx.locale)).unwrap_or_default();
        builder.wrapped(None, line, Token::Muted, &sanitize(&basis));
    }
}

/// Received of payable, spent, left, and the day on which the money ends.
fn money(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(summary) = startup_summary(&ctx.data.portfolio, id, ctx.data.as_of) else { return };
    builder.section(&ctx.text("section-funding"));
    let target = || Some(Target::Startup(id.clone()));
    let figures = &summary.figures;
    let mut line = bar(figures.received, figures.payable, 20);
    line.push(piece(Token::Text, format!(" {}", ctx.received_of(figures.received, figures.payable))));
    builder.named(target(), &ctx.text("label-received"), line);
    let value = |figure| {
        figures.value(figure).map_or_else(|| ctx.text("form-unknown"), |amount| ctx.locale.money_short(amount))
    };
    for (key, figure) in [("sheet-committed", Figure::Ae), ("sheet-paid", Figure::Cp), ("sheet-left", Figure::Left)] {
        builder.value(target(), &ctx.text(key), Token::Text, &value(figure));
    }
    let runway = ctx.runway(&summary).unwrap_or_else(|| piece(Token::Muted, ctx.text("form-unknown")));
    builder.value(target(), &ctx.text("label-runs-out"), runway.token, &runway.text);
    for brief in &summary.conventions {
        let status = vec![ctx.status(brief.status, brief.ends, brief.ends_estimated)];
        builder.named(Some(Target::Convention(brief.id.clone())), &ctx.text("label-convention"), status);
    }
}

/// Late items and items due soon, owed by and to the startup.
fn due(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    builder.section(&ctx.text("section-obligations"));
    let mut all = rules::startup_occurrences(&ctx.data.portfolio, id, ctx.data.as_of);
    let is_near = |state| matches!(state, OccurrenceState::Late | OccurrenceState::Due | OccurrenceState::DueSoon);
    all.retain(|one| is_near(one.state));
    if all.is_empty() {
        builder.text(Some(Target::Startup(id.clone())), Token::Muted, 0, &ctx.text("sheet-nothing-due"));
    }
    for one in all {
        obligations::occurrence(ctx, one, builder);
    }
}

/// Statistics page and source code: declared, and the day on which each was seen.
fn standards(ctx: &RenderContext<'_>, startup: &Startup, builder: &mut PageBuilder) {
    builder.section(&ctx.text("sheet-standards"));
    let target = || Some(Target::Startup(startup.id.clone()));
    let seen = |is_declared: bool, day: Option<Date>| match (is_declared, day.filter(|day| *day <= ctx.data.as_of)) {
        (_, Some(day)) => (Token::Good, ctx.dated("sheet-seen", day)),
        (true, None) => (Token::Text, ctx.text("sheet-declared")),
        (false, None) => (Token::Unknown, ctx.text("form-unknown")),
    };
    let statistics = startup.statistics.as_ref().is_some_and(Statistics::exists);
    for (key, (token, words)) in [
        ("label-statistics", seen(statistics, startup.statistics_seen)),
        ("label-repository", seen(startup.repository.is_some(), startup.repository_seen)),
    ] {
        builder.value(target(), &ctx.text(key), token, &words);
    }
}
