//! The committee clock, and the meetings: planned, held, with what they decided.

use super::{PageSubject, nothing};
use crate::model::{Committee, CommitteeState, Id, Impact, KeyPath, MessageArg, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::{self, CommitteeClock};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::render_context::RenderContext;
use crate::ui::screen::committees::{timeline, timeline_head, timeline_legend};
use crate::ui::state_style::clock_style;
use crate::ui::target::Target;
use crate::ui::widget::chart::marks;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::{piece, width};

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    if let PageSubject::Startup(id) = subject {
        of(ctx, id, builder);
    }
}

/// The clocks of a startup, its time line, and its meetings, the latest first.
fn of(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let clocks = rules::committee_clocks(&ctx.data.portfolio, id, ctx.data.as_of);
    if let Some(startup) = ctx.startup(id) {
        let room = builder.width().min(96);
        let urgent = clocks.iter().min_by_key(|clock| (clock.state, clock.next_due));
        builder.line(timeline_head(ctx, room));
        builder.line(timeline(ctx, startup, urgent, room));
        builder.filled(&timeline_legend(ctx));
        builder.blank();
    }
    for one in &clocks {
        clock(ctx, one, builder);
    }
    meetings(ctx, id, builder);
}

/// The meetings of a startup, the latest first.
pub fn meetings(ctx: &RenderContext<'_>, id: &Id, builder: &mut PageBuilder) {
    let Some(startup) = ctx.startup(id) else { return };
    if startup.committees.is_empty() {
        nothing(ctx, Target::Startup(id.clone()), "no-committee", Command::Hold, builder);
        return;
    }
    builder.heading(&ctx.text("heading-meetings"));
    let mut meetings: Vec<_> = startup.committees.iter().enumerate().collect();
    meetings.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.on));
    for (n, meeting) in meetings {
        self::meeting(ctx, id, n, meeting, builder);
    }
}

/// Where a committee clock stands, what makes it so, and the days that follow from it.
pub fn clock(ctx: &RenderContext<'_>, clock: &CommitteeClock, builder: &mut PageBuilder) {
    let target = Some(Target::Startup(clock.startup.clone()));
    let mark = clock_style(clock.state);
    let mut line = vec![ctx.marked(mark, &ctx.text(&format!("clock-{}", clock.state.name())))];
    if clock.days_late > 0 {
        let late = ctx.locale.message("days-late", &[("days", MessageArg::Count(clock.days_late))]);
        line.push(piece(mark.1, format!(" · {late}")));
    }
    match &clock.convention {
        None => line.push(piece(Token::Muted, format!(" · {}", ctx.text("clock-by-habit")))),
        Some(_) => line.push(piece(Token::Muted, format!("  {}", ctx.article(clock.article.as_deref()).trim_end()))),
    }
    builder.named(target.clone(), &ctx.text("label-next"), line);
    if let Some(convention) = &clock.convention {
        let title = ctx.convention_title(convention);
        builder.value(target.clone(), &ctx.text("label-convention"), Token::Muted, &title);
    }
    let mut day = |key: &str, day: Option<crate::model::Date>| {
        if let Some(day) = day {
            builder.value(target.clone(), &ctx.text(key), Token::Text, &ctx.locale.date_long(day));
            builder.figure(day);
        }
    };
    day("label-due", clock.next_due);
    day("label-planned", clock.planned);
    day("label-papers", clock.papers_due);
    day("label-last-held", clock.last_held);
    if let Some(runs_out) = clock.runs_out {
        // Why it comes sooner than its clause or the habit says.
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

fn meeting(ctx: &RenderContext<'_>, startup: &Id, n: usize, meeting: &Committee, builder: &mut PageBuilder) {
    let record = RecordRef::new(RecordKind::Startup, startup.clone());
    let target = Target::value(record, KeyPath::top().key("committees").index(n));
    let (sign, token) = match meeting.state {
        CommitteeState::Held => ("✓", Token::Good),
        CommitteeState::Planned if meeting.on < ctx.data.as_of => ("?", Token::Warning),
        CommitteeState::Planned => ("○", Token::Accent),
        CommitteeState::Cancelled => ("–", Token::Muted),
    };
    let state = ctx.text(&format!("committee-state-{}", meeting.state.name()));
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
    if let Some(envelope) = meeting.envelope {
        line.push(piece(Token::Text, format!("  {}", ctx.locale.money_short(envelope))));
    }
    if let Some(until) = meeting.until {
        line.push(piece(Token::Muted, format!("  {}", ctx.dated("until", until))));
    }
    builder.about(Some(target), line);
    match meeting.envelope {
        Some(envelope) => builder.figure(envelope),
        None => builder.figure(meeting.on),
    }
    for condition in &meeting.conditions {
        builder.continued(2, Token::Text, &format!("• {}", sanitize(condition)));
    }
    if let Some(impact) = &meeting.impact {
        self::impact(ctx, impact, builder);
    }
    for text in meeting.comment.iter().chain(&meeting.source) {
        builder.continued(2, Token::Muted, &sanitize(text));
    }
}

/// The five headings, each with its bar of four.
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
            builder.more(std::mem::replace(&mut line, vec![piece(Token::Text, "  ")]));
            used = 2;
        }
        used += wide;
        line.push(piece(Token::Muted, word));
        line.extend(marks(mark, 4));
        line.push(piece(Token::Muted, figure));
    }
    if line.len() > 1 {
        builder.more(line);
    }
}
