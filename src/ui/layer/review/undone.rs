//! The actions that are not done, above the agenda.

use ratatui::layout::Rect;

use super::ReviewLayer;
use super::draw::NARROW;
use crate::model::{Action, Id, MessageArg, Startup};
use crate::rules::undone_actions;
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, piece, recorded};

/// The most actions that are shown.
const SHOWN: usize = 5;

impl ReviewLayer {
    /// Draws the actions that earlier reviews and the startups of the agenda have open, the first due first, in at most
    /// a third of the lines. Returns the lines below.
    pub(super) fn draw_undone(&self, env: &Env, lines: Rect, agenda: &[Id], painter: &mut Painter<'_>) -> Rect {
        let mut actions = undone_actions(&env.data.portfolio, self.on, agenda);
        actions.sort_by_key(|(_, action)| (action.due.is_none(), action.due));
        let room = usize::from(lines.height / 3).saturating_sub(2).min(SHOWN);
        if actions.is_empty() || room == 0 {
            return lines;
        }
        let shown = actions.get(..room).unwrap_or(&actions);
        let title = env.locale.message("review-undone", &[("count", MessageArg::count(actions.len()))]);
        let more = Some(actions.len() - shown.len()).filter(|more| *more > 0);
        let more = more.map(|more| format!(" (+{more})")).unwrap_or_default();
        let title = vec![piece(Token::Muted, title + &more)];
        let below = shown.iter().map(|(startup, action)| self.undone_line(env, *startup, action, lines.width));
        let drawn: Vec<StyledLine> = std::iter::once(title).chain(below).collect();
        for (y, line) in (lines.y..).zip(&drawn) {
            painter.line(lines.x + MARGIN, y, lines.width.saturating_sub(MARGIN + 1), line);
        }
        let used = u16::try_from(drawn.len() + 1).unwrap_or(lines.height).min(lines.height);
        Rect { y: lines.y + used, height: lines.height - used, ..lines }
    }

    fn undone_line(&self, env: &Env, startup: Option<&Startup>, action: &Action, columns: u16) -> StyledLine {
        let is_late = action.due.is_some_and(|due| due < self.on);
        let (token, sign) = if is_late { (Token::Bad, "✗") } else { (Token::Muted, "○") };
        let due = action.due.map_or_else(|| "–".to_owned(), |due| env.locale.date(due));
        let mut line = vec![piece(token, format!("  {sign} {due:>11}  "))];
        if let Some(startup) = startup {
            line.push(recorded(Token::Text, &format!("{}  ", startup.name)));
        }
        line.push(recorded(Token::Muted, &action.what));
        if let Some(owner) = action.owner.as_deref().filter(|_| usize::from(columns) >= NARROW) {
            line.push(recorded(Token::Muted, &format!(" · {}", env.render_context().person_name(owner))));
        }
        line
    }
}
