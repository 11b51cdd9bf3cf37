//! Committee clocks and meetings in full, for previews and pages.

use crate::edit::Verb;

use crate::model::{
    Committee, CommitteeClause, CommitteeState, Id, Impact, KeyPath, MessageArg, RecordKind, RecordRef,
};
use crate::report::{sanitize, sanitize_lines, statements};
use crate::rules::{CommitteeClock, terms_in_force};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::clock_style;
use crate::ui::target::Target;
use crate::ui::widget::chart::marks;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// The meetings of a startup, the latest first.
pub fn meetings(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(startup) = ctx.startup(id) else { return };
    if startup.committees.is_empty() {
        builder.about(Some(Target::Startup(id.clone())), ctx.empty_hint("no-committee", Command::Verb(Verb::Hold)));
        return;
    }
    builder.heading(&ctx.text("heading-meetings"));
    let mut meetings: Vec<_> = startup.committees.iter().enumerate().collect();
    meetings.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.on));
    for (n, meeting) in meetings.into_iter().filter(|(_, meeting)| meeting.shows_on(ctx.data.as_of)) {
        self::meeting(ctx, id, n, meeting, builder);
    }
}

/// Returns who convenes and chairs the committee of a clause, and who takes part.
#[must_use]
pub fn participants(ctx: &RenderContext<'_>, clause: &CommitteeClause) -> String {
    let named = |key: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| format!("{} {}", ctx.text(key), ctx.locale.list(&names)))
    };
    let one = |id: &Option<Id>| id.iter().map(|id| ctx.party_in_sentence(id)).collect::<Vec<_>>();
    let facts = [
        named("committee-organiser", one(&clause.organiser)),
        named("committee-chair", one(&clause.chair)),
        named("committee-with", clause.with.iter().map(|id| ctx.party_in_sentence(id)).collect()),
        clause.guests.as_deref().map(|guests| sanitize(guests).into_owned()),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns who convenes and chairs the committee of a clock, and who takes part: as its clause says, or, if it has
/// none, as the first clause that binds the startup.
#[must_use]
pub fn participants_of(ctx: &RenderContext<'_>, clock: &CommitteeClock) -> Option<String> {
    let clauses = ctx.data.answers.committees.iter().filter(|one| one.startup == clock.startup);
    let convention = clock.convention.as_ref().or_else(|| clauses.clone().find_map(|one| one.convention.as_ref()))?;
    let terms = terms_in_force(&ctx.data.portfolio, convention, ctx.data.as_of)?;
    Some(participants(ctx, terms.committee.as_ref()?)).filter(|words| !words.is_empty())
}

/// The state of a committee clock, its reason, and its days.
pub fn clock(ctx: &RenderContext<'_>, clock: &CommitteeClock, builder: &mut PageBuilder) {
    let target = Some(Target::Startup(clock.startup.clone()));
    let mark = clock_style(clock.state);
    let state = match clock.days_late {
        days if days > 0 => ctx.days_late(days),
        _ => ctx.text(&format!("clock-{}", clock.state.name())),
    };
    let mut line = vec![ctx.marked(mark, &state)];
    match (&clock.convention, clock.reason) {
        (Some(_), _) => {
            line.push(piece(Token::Muted, format!("  {}", ctx.article(clock.article.as_deref()).trim_end())))
        }
        (None, Some(reason)) => {
            line.push(piece(Token::Muted, format!(" · {}", ctx.text(&format!("reason-{}", reason.name())))));
        }
        (None, None) => {}
    }
    builder.named(target.clone(), &ctx.text("label-next"), line);
    if let Some(convention) = &clock.convention {
        let title = ctx.convention_title(convention);
        builder.value(target.clone(), &ctx.text("label-convention"), Token::Muted, &title);
    }
    if let Some(words) = participants_of(ctx, clock) {
        builder.value(target.clone(), &ctx.text("label-participants"), Token::Muted, &words);
    }
    let mut day = |key: &str, day: Option<crate::model::Date>| {
        if let Some(day) = day {
            builder.value(target.clone(), &ctx.text(key), Token::Text, &ctx.deadline(day));
            builder.figure(day);
        }
    };
    day("label-due", clock.next_due);
    day("label-planned", clock.planned);
    day("legend-passed", clock.planned_passed);
    day("label-papers", clock.papers_due);
    day("label-last-held", clock.last_held);
    if let Some(runs_out) = clock.runs_out {
        // Why it is due earlier than by its clause or the habit.
        let days = i64::from(ctx.data.portfolio.incubator.habits.committee_before_runout_days);
        let why = ctx.locale.message("clock-before-money-ends", &[("days", MessageArg::Count(days))]);
        let words = format!("{} · {why}", ctx.locale.date_long(runs_out));
        builder.value(target.clone(), &ctx.text("label-runs-out"), Token::Text, &words);
    }
    if let Some(unknown) = clock.unknown {
        let why = format!("? {}", ctx.text(&format!("unknown-{}", unknown.name())));
        builder.value(target, &ctx.text("label-unknown"), Token::Unknown, &why);
    }
    builder.blank();
}

/// A meeting with its decision, conditions, marks and comment.
pub fn meeting(ctx: &RenderContext<'_>, startup: &Id, n: usize, meeting: &Committee, builder: &mut PageBuilder) {
    let record = RecordRef::new(RecordKind::Startup, startup.clone());
    let target = Target::value(record, KeyPath::entry("committees", n));
    let (sign, token) = match meeting.state {
        _ if meeting.withdrawn.iter().any(|change| change.on <= ctx.data.as_of) => ("–", Token::Muted),
        CommitteeState::Held => ("✓", Token::Good),
        CommitteeState::Planned if meeting.on < ctx.data.as_of => ("!", Token::Warning),
        CommitteeState::Planned => ("○", Token::Accent),
        CommitteeState::Cancelled => ("–", Token::Muted),
    };
    let state = match meeting.state {
        CommitteeState::Planned if meeting.on < ctx.data.as_of => ctx.text("legend-passed"),
        state => ctx.text(&format!("committee-state-{}", state.name())),
    };
    let mut line = vec![
        piece(token, format!("{sign} ")),
        piece(Token::Text, ctx.locale.date(meeting.on)),
        piece(Token::Muted, format!("  {state}")),
    ];
    match (meeting.decision, meeting.state) {
        (Some(decision), _) => {
            let decision = ctx.text(&format!("decision-{}", decision.name()));
            line.push(piece(Token::Title, format!("  {decision}")));
        }
        (None, CommitteeState::Held) => {
            line.push(piece(Token::Warning, format!("  ! {}", ctx.text("no-decision"))));
        }
        (None, _) => {}
    }
    let mut granted = Vec::new();
    if let Some(envelope) = meeting.envelope {
        granted.push(piece(Token::Text, format!("  {}", ctx.locale.money_short(envelope))));
    }
    if let Some(until) = meeting.until.or(meeting.deferred_until) {
        granted.push(piece(Token::Muted, format!("  {}", ctx.dated("until", until))));
    }
    let is_beside = line_width(&line) + line_width(&granted) <= builder.width();
    line.extend(granted.drain(..if is_beside { granted.len() } else { 0 }));
    builder.about(Some(target), line);
    if !granted.is_empty() {
        builder.more(granted);
    }
    match meeting.envelope {
        Some(envelope) => builder.figure(envelope),
        None => builder.figure(meeting.on),
    }
    let changes = meeting.amended.iter().map(|change| ("amended-on", Token::Muted, change));
    let changes = changes.chain(meeting.withdrawn.iter().map(|change| ("withdrawn-on", Token::Warning, change)));
    for (key, token, change) in changes.filter(|(.., change)| change.on <= ctx.data.as_of) {
        let why = change.why.as_deref().map(|why| format!(" · {}", sanitize(why))).unwrap_or_default();
        builder.continued(2, token, &format!("{}{why}", ctx.dated(key, change.on)));
    }
    for condition in &meeting.conditions {
        builder.continued(2, Token::Text, &format!("• {}", sanitize(condition)));
    }
    if let Some(impact) = &meeting.impact {
        self::impact(ctx, impact, builder);
    }
    // The lines above have the others.
    let is_left = |label: &str| !matches!(label, "value-amended" | "value-withdrawn" | "value-deferred_until");
    let stated = statements::of_committee(meeting, &ctx.data.portfolio, ctx.data.as_of, ctx.locale);
    for (label, words) in stated.into_iter().filter(|(label, _)| is_left(label)) {
        let words = statements::labelled(ctx.locale, &ctx.text(label), &words);
        builder.continued(2, Token::Text, &sanitize_lines(&words));
    }
    for text in meeting.comment.iter().chain(&meeting.source) {
        builder.continued(2, Token::Muted, &sanitize_lines(text));
    }
}

/// The five impact headings, each with its mark of four as a bar.
fn impact(ctx: &RenderContext<'_>, impact: &Impact, builder: &mut PageBuilder) {
    let headings = [
        ("usable", impact.usable),
        ("used", impact.used),
        ("useful", impact.useful),
        ("impactful", impact.impactful),
        ("efficient", impact.efficient),
    ];
    let (mut line, mut used) = (vec![piece(Token::Text, "  ")], 2);
    for (name, mark) in headings {
        let Some(mark) = mark else { continue };
        let word = format!("{} ", ctx.text(&format!("impact-{name}")));
        let figure = format!(" {mark}/4   ");
        let wide = width(&word) + 4 + width(&figure);
        if used + wide > builder.width() + 3 {
            builder.more(trimmed(std::mem::replace(&mut line, vec![piece(Token::Text, "  ")])));
            used = 2;
        }
        used += wide;
        line.push(piece(Token::Muted, word));
        line.extend(marks(mark, 4));
        line.push(piece(Token::Muted, figure));
    }
    if line.len() > 1 {
        builder.more(trimmed(line));
    }
}

/// Returns the line without the spaces at its end, for which there may be no room.
fn trimmed(mut line: StyledLine) -> StyledLine {
    if let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    line
}
