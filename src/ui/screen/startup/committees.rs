//! The committee clock, and the meetings: planned, held, with what they decided.

use super::{Subject, nothing};
use crate::model::{Arg, Committee, CommitteeState, Id, Impact, Path, RecordKind, RecordRef};
use crate::report::sanitize;
use crate::rules::{self, CommitteeClock};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::mark::clock_mark;
use crate::ui::screen::committees::{timeline, timeline_head, timeline_legend};
use crate::ui::target::Target;
use crate::ui::view::View;
use crate::ui::widget::chart::marks;
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::{piece, width};

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    if let Subject::Startup(id) = subject {
        of(view, id, sheet);
    }
}

/// The clocks of a startup, its time line, and its meetings, the latest first.
fn of(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let clocks = rules::committee_clocks(&view.data.portfolio, id, view.data.as_of);
    if let Some(startup) = view.startup(id) {
        let room = sheet.width().min(96);
        let urgent = clocks.iter().min_by_key(|clock| (clock.state, clock.next_due));
        sheet.line(timeline_head(view, room));
        sheet.line(timeline(view, startup, urgent, room));
        sheet.filled(&timeline_legend(view));
        sheet.blank();
    }
    for one in &clocks {
        clock(view, one, sheet);
    }
    meetings(view, id, sheet);
}

/// The meetings of a startup, the latest first.
pub fn meetings(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    let Some(startup) = view.startup(id) else { return };
    if startup.committees.is_empty() {
        nothing(view, Target::Startup(id.clone()), "no-committee", Command::Hold, sheet);
        return;
    }
    sheet.heading(&view.text("heading-meetings"));
    let mut meetings: Vec<_> = startup.committees.iter().enumerate().collect();
    meetings.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.on));
    for (n, meeting) in meetings {
        self::meeting(view, id, n, meeting, sheet);
    }
}

/// Where a committee clock stands, what makes it so, and the days that follow from it.
pub fn clock(view: &View<'_>, clock: &CommitteeClock, sheet: &mut Sheet) {
    let target = Some(Target::Startup(clock.startup.clone()));
    let mark = clock_mark(clock.state);
    let mut line = vec![view.marked(mark, &view.text(&format!("clock-{}", clock.state.name())))];
    if clock.days_late > 0 {
        let late = view.locale.message("days-late", &[("days", Arg::Count(clock.days_late))]);
        line.push(piece(mark.1, format!(" · {late}")));
    }
    match &clock.convention {
        None => line.push(piece(Token::Muted, format!(" · {}", view.text("clock-by-habit")))),
        Some(_) => line.push(piece(Token::Muted, format!("  {}", view.article(clock.article.as_deref()).trim_end()))),
    }
    sheet.named(target.clone(), &view.text("label-next"), line);
    if let Some(convention) = &clock.convention {
        let title = view.convention_title(convention);
        sheet.value(target.clone(), &view.text("label-convention"), Token::Muted, &title);
    }
    let mut day = |key: &str, day: Option<crate::model::Date>| {
        if let Some(day) = day {
            sheet.value(target.clone(), &view.text(key), Token::Text, &view.locale.date_long(day));
            sheet.figure(day);
        }
    };
    day("label-due", clock.next_due);
    day("label-planned", clock.planned);
    day("label-papers", clock.papers_due);
    day("label-last-held", clock.last_held);
    if let Some(runs_out) = clock.runs_out {
        // Why it comes sooner than its clause or the habit says.
        let days = i64::from(view.data.portfolio.incubator.habits.committee_before_runout_days);
        let why = view.locale.message("clock-before-money-ends", &[("days", Arg::Count(days))]);
        let words = format!("{} · {why}", view.locale.date_long(runs_out));
        sheet.value(target.clone(), &view.text("label-runs-out"), Token::Text, &words);
    }
    if let Some(unknown) = clock.unknown {
        let why = format!("? {}", view.text(&format!("unknown-{}", unknown.name())));
        sheet.value(target, &view.text("label-unknown"), Token::Unknown, &why);
    }
    sheet.blank();
}

fn meeting(view: &View<'_>, startup: &Id, n: usize, meeting: &Committee, sheet: &mut Sheet) {
    let record = RecordRef::new(RecordKind::Startup, startup.clone());
    let target = Target::value(record, Path::top().key("committees").index(n));
    let (sign, token) = match meeting.state {
        CommitteeState::Held => ("✓", Token::Good),
        CommitteeState::Planned if meeting.on < view.data.as_of => ("?", Token::Warning),
        CommitteeState::Planned => ("○", Token::Accent),
        CommitteeState::Cancelled => ("–", Token::Muted),
    };
    let state = view.text(&format!("committee-state-{}", meeting.state.name()));
    let mut line = vec![
        piece(token, format!("{sign} ")),
        piece(Token::Text, view.locale.date(meeting.on)),
        piece(Token::Muted, format!("  {state}")),
    ];
    match (meeting.decision, meeting.state) {
        (Some(decision), _) => {
            let decision = view.text(&format!("decision-{}", decision.name()));
            line.push(piece(Token::Title, format!("  {decision}")));
        }
        (None, CommitteeState::Held) => {
            line.push(piece(Token::Warning, format!("  ! {}", view.text("no-decision"))));
        }
        (None, _) => {}
    }
    if let Some(envelope) = meeting.envelope {
        line.push(piece(Token::Text, format!("  {}", view.locale.money_short(envelope))));
    }
    if let Some(until) = meeting.until {
        line.push(piece(Token::Muted, format!("  {}", view.dated("until", until))));
    }
    sheet.about(Some(target), line);
    match meeting.envelope {
        Some(envelope) => sheet.figure(envelope),
        None => sheet.figure(meeting.on),
    }
    for condition in &meeting.conditions {
        sheet.continued(2, Token::Text, &format!("• {}", sanitize(condition)));
    }
    if let Some(impact) = &meeting.impact {
        self::impact(view, impact, sheet);
    }
    for text in meeting.comment.iter().chain(&meeting.source) {
        sheet.continued(2, Token::Muted, &sanitize(text));
    }
}

/// The five headings, each with its bar of four.
fn impact(view: &View<'_>, impact: &Impact, sheet: &mut Sheet) {
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
        let word = format!("{} ", view.text(&format!("impact-{name}")));
        let figure = format!(" {mark}/4   ");
        let wide = width(&word) + 4 + width(&figure);
        if used + wide > sheet.width() + 3 {
            sheet.more(std::mem::replace(&mut line, vec![piece(Token::Text, "  ")]));
            used = 2;
        }
        used += wide;
        line.push(piece(Token::Muted, word));
        line.extend(marks(mark, 4));
        line.push(piece(Token::Muted, figure));
    }
    if line.len() > 1 {
        sheet.more(line);
    }
}
