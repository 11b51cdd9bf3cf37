//! The committee clock, and the meetings: planned, held, with what they decided.

use super::Subject;
use crate::model::{Committee, CommitteeState, Id, Impact, Path, RecordKind, RecordRef};
use crate::report::safe;
use crate::rules::{self, CommitteeClock};
use crate::ui::Token;
use crate::ui::target::Target;
use crate::ui::view::{View, clock_mark};
use crate::ui::widget::sheet::Sheet;
use crate::ui::widget::text::piece;

pub(super) fn write(view: &View<'_>, subject: &Subject, sheet: &mut Sheet) {
    if let Subject::Startup(id) = subject {
        of(view, id, sheet);
    }
}

/// The clocks of a startup and its meetings, the latest first.
pub fn of(view: &View<'_>, id: &Id, sheet: &mut Sheet) {
    for clock in rules::committee_clocks(&view.data.portfolio, id, view.data.as_of) {
        self::clock(view, &clock, sheet);
    }
    let Some(startup) = view.startup(id) else { return };
    if startup.committees.is_empty() {
        sheet.text(Some(Target::Startup(id.clone())), Token::Muted, 0, &view.text("no-committee"));
        return;
    }
    sheet.heading(&view.text("heading-meetings"));
    let mut meetings: Vec<_> = startup.committees.iter().enumerate().collect();
    meetings.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.on));
    for (n, meeting) in meetings {
        self::meeting(view, id, n, meeting, sheet);
    }
}

fn clock(view: &View<'_>, clock: &CommitteeClock, sheet: &mut Sheet) {
    let target = Some(Target::Startup(clock.startup.clone()));
    let mark = clock_mark(clock.state);
    let mut line = vec![view.marked(mark, &view.text(&format!("clock-{}", clock.state.name())))];
    if clock.days_late > 0 {
        let late = view.locale.message("days-late", &[("days", crate::model::Arg::Count(clock.days_late))]);
        line.push(piece(mark.1, format!(" · {late}")));
    }
    let source = clock.convention.as_ref().map_or_else(
        || view.text("clock-by-habit"),
        |convention| format!("{} {}", convention, view.article(clock.article.as_deref())),
    );
    line.push(piece(Token::Muted, format!("  {}", source.trim_end())));
    sheet.named(target.clone(), &view.text("label-next"), line);
    let mut day = |key: &str, day: Option<crate::model::Date>| {
        if let Some(day) = day {
            sheet.value(target.clone(), &view.text(key), Token::Text, &view.locale.date_long(day));
        }
    };
    day("label-due", clock.next_due);
    day("label-planned", clock.planned);
    day("label-papers", clock.papers_due);
    day("label-last-held", clock.last_held);
    day("label-runs-out", clock.runs_out);
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
    for condition in &meeting.conditions {
        sheet.continued(2, Token::Text, &format!("• {}", safe(condition)));
    }
    if let Some(impact) = &meeting.impact {
        sheet.continued(2, Token::Muted, &impact_words(view, impact));
    }
    for text in meeting.comment.iter().chain(&meeting.source) {
        sheet.continued(2, Token::Muted, &safe(text));
    }
}

/// The five headings with their marks out of four.
fn impact_words(view: &View<'_>, impact: &Impact) -> String {
    let marks = [
        ("usable", impact.usable),
        ("used", impact.used),
        ("useful", impact.useful),
        ("impactful", impact.impactful),
        ("efficient", impact.efficient),
    ];
    let words = marks
        .iter()
        .filter_map(|(name, mark)| mark.map(|mark| format!("{} {mark}/4", view.text(&format!("impact-{name}")))));
    words.collect::<Vec<_>>().join(" · ")
}
