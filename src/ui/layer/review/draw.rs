//! Drawing the agenda, and the title of a sheet with the progress and the timer.

use ratatui::layout::Rect;

use super::{ReviewLayer, outcome_words, sheet_area};
use crate::model::{Id, MessageArg, ReviewKind, ReviewOutcome};
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::layout;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

/// The widest name on the agenda.
const NAME: usize = 40;

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
        }
        let mut left: StyledLine = vec![piece(Token::Title, ctx.startup_name(current))];
        let outcome = self.outcome(env, current);
        left.push(piece(Token::Text, "  "));
        left.push(self.outcome_piece(env, current, outcome));
        let row = if self.is_full() {
            let area = sheet_area(area, true);
            Rect { y: area.y.saturating_sub(2.min(area.y)), height: 1, ..area }
        } else {
            layout::page(area).title
        };
        let room = row.width.saturating_sub(MARGIN + 1);
        painter.line_at_right(row.x + MARGIN, row.y, room, &right);
        let used = u16::try_from(line_width(&right)).unwrap_or(room);
        painter.line(row.x + MARGIN, row.y, room.saturating_sub(used + 2), &left);
    }

    /// The outcome with its sign; of a decision, what was decided.
    fn outcome_piece(&self, env: &Env, id: &Id, outcome: Option<ReviewOutcome>) -> crate::ui::widget::text::Piece {
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
        let lines = areas.lines;
        let height = usize::from(lines.height);
        let first = (self.selected + 1).saturating_sub(height);
        for (y, (n, id)) in (lines.y..lines.bottom()).zip(listed.iter().enumerate().skip(first)) {
            let row = Rect { y, height: 1, ..lines };
            if n == self.selected {
                painter.overlay(row, Token::Selected);
                painter.line(row.x, y, 1, &[piece(Token::Accent, painter.theme().mark())]);
            }
            let line = self.agenda_line(env, n, id, n < count, usize::from(lines.width));
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
            ("all", MessageArg::Text(hours(minutes))),
        ];
        let right = vec![piece(Token::Muted, env.locale.message("review-times", &facts))];
        let room = row.width.saturating_sub(MARGIN + 1);
        painter.line_at_right(row.x + MARGIN, row.y, room, &right);
        let used = u16::try_from(line_width(&right)).unwrap_or(room);
        painter.line(row.x + MARGIN, row.y, room.saturating_sub(used + 2), &[piece(Token::Title, title)]);
    }

    /// A line of the agenda: number, name, why it is there, what came out of it.
    fn agenda_line(&self, env: &Env, n: usize, id: &Id, is_on: bool, room: usize) -> StyledLine {
        let ctx = env.render_context();
        let name = crate::ui::widget::text::cut(&ctx.startup_name(id), NAME.min(room / 2));
        if !is_on {
            return vec![piece(Token::Muted, format!("  –  {name}"))];
        }
        let gap = " ".repeat((NAME.min(room / 2)).saturating_sub(width(&name)) + 2);
        let mut line =
            vec![piece(Token::Accent, format!("{:>3}  ", n + 1)), piece(Token::Text, format!("{name}{gap}"))];
        if self.review(env).is_some() {
            line.push(self.outcome_piece(env, id, self.outcome(env, id)));
            line.push(piece(Token::Text, "  "));
        }
        let summary = env.data.answers.startups.iter().find(|one| one.startup == *id);
        if let Some(clock) = summary.and_then(|summary| summary.committee.as_ref()) {
            line.push(ctx.clock(clock));
        }
        if let Some(late) = summary.map(|summary| summary.all_late()).filter(|late| *late > 0) {
            line.push(piece(Token::Bad, format!("  ✗ {late}")));
        }
        line
    }
}

/// Minutes in hours: `2 h 30`.
fn hours(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}
