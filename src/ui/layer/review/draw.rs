//! Drawing the agenda, and the title of a sheet with the progress and the timer.

use ratatui::layout::Rect;

use super::{ReviewLayer, outcome_words, sheet_area};
use crate::model::{Id, MessageArg, RecordKind, RecordRef, ReviewKind, ReviewOutcome};
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::layout;
use crate::ui::render_context::RenderContext;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, cut, line_width, piece, width};

/// The widest name on the agenda.
const NAME: usize = 40;
/// The startups that a message names, if there are many.
const NAMED: usize = 3;
/// Below this width, columns that do not fit are left out.
pub(super) const NARROW: usize = 60;

impl ReviewLayer {
    /// The name of the startup and its outcome at the left, the progress and the time at the right.
    pub(super) fn draw_title(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        let Some(current) = &self.current else { return };
        let ctx = env.render_context();
        let agenda = self.agenda(env);
        let at = agenda.iter().position(|id| id == current).map_or(0, |at| at + 1);
        let mut right = vec![piece(Token::Accent, format!("{at}/{}", agenda.len()))];
        if let Some(minutes) = self.timer.minutes(current) {
            let is_over = minutes >= i64::from(self.minutes);
            let facts = [("spent", MessageArg::Count(minutes)), ("all", MessageArg::Count(self.minutes.into()))];
            let token = if is_over { Token::Bad } else { Token::Muted };
            right.push(piece(token, format!("   {}", env.locale.message("review-time", &facts))));
            let part = self.part(minutes).filter(|_| usize::from(area.width) > NARROW + NAME);
            right.extend(part.map(|part| piece(Token::Muted, format!(" · {}", env.locale.text(part)))));
        }
        let mut left: StyledLine = vec![piece(Token::Title, ctx.startup_name(current))];
        let outcome = self.outcome(env, current);
        let outcome = unread_piece(&ctx, current).unwrap_or_else(|| self.outcome_piece(env, current, outcome));
        let row = if self.is_full() {
            let area = sheet_area(area, true);
            Rect { y: area.y.saturating_sub(2.min(area.y)), height: 1, ..area }
        } else {
            layout::page(area).title
        };
        let room = row.width.saturating_sub(MARGIN + 1);
        painter.line_at_right(row.x + MARGIN, row.y, room, &right);
        let used = u16::try_from(line_width(&right)).unwrap_or(room);
        let room = room.saturating_sub(used + 2);
        // An outcome is left out rather than cut.
        if line_width(&left) + 2 + width(&outcome.text) <= usize::from(room) {
            left.extend([piece(Token::Text, "  "), outcome]);
        }
        painter.line(row.x + MARGIN, row.y, room, &left);
    }

    /// Returns the part of a committee that a minute belongs to: three fifths of the time are with the team. Source:
    /// handbook, 30 of 50 minutes.
    fn part(&self, minute: i64) -> Option<&'static str> {
        let each = i64::from(self.minutes);
        let part = if minute * 5 < each * 3 { "review-with-team" } else { "review-deliberation" };
        (self.kind == ReviewKind::Committee && minute < each).then_some(part)
    }

    /// Returns the outcome with its sign; for a decision, its name.
    fn outcome_piece(&self, env: &Env, id: &Id, outcome: Option<ReviewOutcome>) -> Piece {
        let ctx = env.render_context();
        let words = outcome_words(&ctx, outcome);
        match outcome {
            None => piece(Token::Muted, format!("○ {words}")),
            Some(ReviewOutcome::Decided) => {
                let startup = ctx.startup(id);
                let held = self.review(env).zip(startup).and_then(|(review, startup)| review.committee_of(startup));
                let decision = held.and_then(|held| held.decision);
                let words = decision.map_or(words, |decision| ctx.text(&format!("decision-{}", decision.name())));
                piece(Token::Good, format!("✓ {words}"))
            }
            Some(_) => piece(Token::Warning, format!("→ {words}")),
        }
    }

    pub(super) fn draw_agenda(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        let areas = layout::page(area);
        let (listed, count) = self.listed(env);
        self.draw_agenda_title(env, areas.title, count, painter);
        let lines = self.draw_undone(env, areas.lines, listed.get(..count).unwrap_or_default(), painter);
        let height = usize::from(lines.height);
        let first = (self.selected + 1).saturating_sub(height);
        let outcomes = self.outcomes(env, listed.get(..count).unwrap_or_default(), usize::from(lines.width));
        let widest = widest_name(env, &listed, usize::from(lines.width));
        for (y, (n, id)) in (lines.y..lines.bottom()).zip(listed.iter().enumerate().skip(first)) {
            let row = Rect { y, height: 1, ..lines };
            if n == self.selected {
                painter.overlay(row, Token::Selected);
                painter.line(row.x, y, 1, &[piece(Token::Accent, painter.theme().mark())]);
            }
            let line = agenda_line(env, (n, id), outcomes.get(n), (widest, usize::from(lines.width)));
            painter.line(row.x + MARGIN, y, row.width.saturating_sub(MARGIN + 1), &line);
        }
    }

    fn draw_agenda_title(&self, env: &Env, row: Rect, count: usize, painter: &mut Painter<'_>) {
        let key = match self.kind {
            ReviewKind::Committee => "review-title-committee",
            ReviewKind::Portfolio => "review-title-portfolio",
        };
        let title = env.locale.message(key, &[("on", MessageArg::Date(self.on))]);
        let minutes = i64::from(self.minutes) * i64::try_from(count).unwrap_or(0);
        let facts = [
            ("count", MessageArg::count(count)),
            ("each", MessageArg::Count(self.minutes.into())),
            ("all", MessageArg::Text(hours(env, minutes))),
        ];
        let room = row.width.saturating_sub(MARGIN + 1);
        let times = env.locale.message("review-times", &facts);
        // In a narrow terminal only the time of all.
        let fits = width(&title) + 2 + width(&times) <= usize::from(room);
        let right = vec![piece(Token::Muted, if fits { times } else { hours(env, minutes) })];
        painter.line_at_right(row.x + MARGIN, row.y, room, &right);
        let used = u16::try_from(line_width(&right)).unwrap_or(room);
        painter.line(row.x + MARGIN, row.y, room.saturating_sub(used + 2), &[piece(Token::Title, title)]);
    }

    /// Returns the outcome of each startup of the agenda, in a column; empty until the review is opened. In a narrow
    /// terminal it is only the sign.
    fn outcomes(&self, env: &Env, agenda: &[Id], room: usize) -> Vec<StyledLine> {
        if self.review(env).is_none() {
            return vec![StyledLine::new(); agenda.len()];
        }
        let one = |id: &Id| {
            let mut outcome = self.outcome_piece(env, id, self.outcome(env, id));
            if room < NARROW {
                outcome.text = outcome.text.chars().take(1).collect();
            }
            outcome
        };
        let all: Vec<_> = agenda.iter().map(one).collect();
        let widest = all.iter().map(|outcome| width(&outcome.text)).max().unwrap_or(0);
        let gap = |used: usize| piece(Token::Text, " ".repeat(widest.saturating_sub(used) + 2));
        let padded = all.into_iter().map(|outcome| {
            let gap = gap(width(&outcome.text));
            vec![outcome, gap]
        });
        padded.collect()
    }
}

/// Returns the width of the column of names.
fn widest_name(env: &Env, listed: &[Id], room: usize) -> usize {
    let most = if room < NARROW { room / 2 - room / 10 } else { NAME.min(room / 2) };
    let ctx = env.render_context();
    listed.iter().map(|id| width(&ctx.startup_name(id))).max().unwrap_or(0).min(most)
}

/// Returns a line of the agenda: number, name, outcome, and reason. Startups that are not on the agenda have no
/// outcome.
fn agenda_line(
    env: &Env,
    (n, id): (usize, &Id),
    outcome: Option<&StyledLine>,
    (widest, room): (usize, usize),
) -> StyledLine {
    let ctx = env.render_context();
    let name = cut(&ctx.startup_name(id), widest);
    let Some(outcome) = outcome else { return vec![piece(Token::Muted, format!("  –  {name}"))] };
    let gap = " ".repeat(widest.saturating_sub(width(&name)) + 2);
    let mut line = vec![piece(Token::Accent, format!("{:>3}  ", n + 1)), piece(Token::Text, format!("{name}{gap}"))];
    line.extend(outcome.iter().cloned());
    if let Some(unread) = unread_piece(&ctx, id) {
        line.push(unread);
        return line;
    }
    let left = |line: &StyledLine| room.saturating_sub(usize::from(MARGIN) + 1 + line_width(line));
    let summary = env.data.answers.startups.iter().find(|one| one.startup == *id);
    if let Some(clock) = summary.and_then(|summary| summary.committee.as_ref()) {
        line.push(ctx.clock_in(clock, left(&line)));
    }
    let late = summary.map(|summary| summary.all_late()).filter(|late| *late > 0);
    let late = late.map(|late| piece(Token::Bad, format!("  ✗ {late}")));
    line.extend(late.filter(|late| width(&late.text) <= left(&line)));
    line
}

/// Returns a startup whose record cannot be read, or not completely: nothing can be recorded about it until it is
/// corrected.
fn unread_piece(ctx: &RenderContext<'_>, id: &Id) -> Option<Piece> {
    let record = RecordRef::new(RecordKind::Startup, id.clone());
    let is_unread = ctx.data.portfolio.unread().contains(&record);
    is_unread.then(|| piece(Token::Bad, format!("✗ {}", ctx.text("row-unreadable"))))
}

/// Returns a list of names; of many, the first ones and the number of the others.
pub(super) fn some(env: &Env, names: &[String]) -> String {
    match names.get(..NAMED) {
        Some(first) if names.len() > NAMED + 1 => {
            let names_of = MessageArg::Text(first.join(", "));
            let facts = [("names", names_of), ("count", MessageArg::count(names.len() - NAMED))];
            env.locale.message("review-names", &facts)
        }
        _ => env.locale.list(names),
    }
}

/// Minutes in hours: `2 h 30 min`.
fn hours(env: &Env, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => {
            let minutes = MessageArg::Text(format!("{minutes:02}"));
            env.locale.message("review-hours", &[("hours", MessageArg::Count(hours)), ("minutes", minutes)])
        }
    }
}
