//! Drawing the list: the table or the text of an empty list, the preview, the completions and the sums.

use ratatui::layout::Rect;

use crate::edit::Verb;

use super::ListLayer;
use super::table::MARKED;
use crate::model::MessageArg;
use crate::report::filter::Query;
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::layer::draw::{centred, lines};
use crate::ui::layout::ListAreas;
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, piece, width};

impl ListLayer {
    pub(super) fn draw_list(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        let areas = self.areas(area);
        if self.list().shown_lines() == 0 {
            // Without a row there is no preview: the text takes its room.
            let bottom = areas.preview.bottom().max(areas.rows.bottom());
            let room = Rect { width: area.width, height: bottom - areas.rows.y, ..areas.rows };
            self.draw_empty(env, room, painter);
        } else {
            self.draw_table(env, &areas, painter);
            self.draw_preview(&areas, painter);
        }
        self.draw_completions(env, areas.offer, painter);
        self.draw_totals(env, areas.totals, painter);
    }

    fn draw_preview(&self, areas: &ListAreas, painter: &mut Painter<'_>) {
        if areas.preview.is_empty() {
            return;
        }
        painter.rule(areas.rule, if areas.rule.width == 1 { "│" } else { "─" }, Token::Border);
        let visible = self.preview.lines.get(self.preview.offset..).unwrap_or_default();
        lines(visible.iter(), areas.preview, &Query::default(), painter);
    }

    /// The text of an empty list: nothing yet, nothing at all, or no match.
    fn draw_empty(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        let mut y = area.y + area.height / 3;
        if !env.has_data || env.data.loading.is_some() {
            centred(painter, area, y, Token::Muted, &env.locale.text("reading"));
            return;
        }
        if self.list().is_waiting() {
            centred(painter, area, y, Token::Muted, &env.locale.text("busy-reading"));
            return;
        }
        let key = if self.list().is_empty() { self.listing().empty(&env.data) } else { "empty-filter" };
        let words = match (key, env.data.next_work) {
            ("empty-today-until", Some(day)) => env.locale.message(key, &[("date", MessageArg::Date(day))]),
            _ => env.locale.text(key),
        };
        y = centred(painter, area, y, Token::Text, &words);
        y += u16::from(y + 1 < area.bottom());
        // The command that fills the list.
        let command = match key {
            "empty-filter" => Command::Back,
            "empty-today" | "empty-today-until" => Command::Obligations,
            "empty-obligations" | "empty-funding" => Command::Verb(Verb::NewConvention),
            "empty-history" => Command::Palette,
            _ => Command::Verb(Verb::NewStartup),
        };
        let help = env.message_with_keys(&format!("{key}-help"), self.listing().context(), command);
        centred(painter, area, y, Token::Muted, &help);
    }

    /// The sums; at the right how many rows match, or how many records have been read.
    fn draw_totals(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) {
        if area.is_empty() || !env.has_data {
            return;
        }
        let (all, matching) = self.list().counts();
        let right = match env.data.loading {
            Some((read, total)) => {
                let args = [("read", MessageArg::count(read)), ("total", MessageArg::count(total))];
                vec![piece(Token::Warning, env.locale.message("counting", &args))]
            }
            None if matching < all && !self.is_typing => {
                let args = [("count", MessageArg::count(matching)), ("total", MessageArg::count(all))];
                vec![piece(Token::Accent, env.locale.message("matching", &args))]
            }
            None => Vec::new(),
        };
        let room = area.width.saturating_sub(MARGIN + 1);
        let wide = u16::try_from(line_width(&right)).unwrap_or(0);
        painter.line_at_right(area.x + MARGIN, area.y, room, &right);
        let left = usize::from(room.saturating_sub(wide + 2));
        let mut line = self.marked_words(env);
        line.extend(uncommitted(env, line.is_empty()));
        let sums = &self.totals[self.screen.index()].sums;
        for (n, total) in self.listing().totals(&env.render_context(), sums).into_iter().enumerate() {
            let dot = piece(Token::Border, if n == 0 && line.is_empty() { "" } else { "  ·  " });
            if line_width(&line) + width(&dot.text) + line_width(&total) > left {
                break;
            }
            line.push(dot);
            line.extend(total);
        }
        painter.line(area.x + MARGIN, area.y, room, &line);
    }

    /// Returns how many rows are marked, and how many of them the filter hides.
    fn marked_words(&self, env: &Env) -> StyledLine {
        let (marked, shown) = self.marked();
        if marked == 0 {
            return StyledLine::new();
        }
        let mut line = vec![piece(Token::Accent, format!("{MARKED} {}", env.render_context().count("marked", marked)))];
        if shown < marked {
            line.push(piece(Token::Muted, format!(" {}", env.render_context().count("marked-hidden", marked - shown))));
        }
        line
    }
}

/// Returns how many records have uncommitted changes.
fn uncommitted(env: &Env, alone: bool) -> StyledLine {
    let count = env.data.dirty.len();
    if count == 0 {
        return StyledLine::new();
    }
    let gap = piece(Token::Border, if alone { "" } else { "  ·  " });
    vec![gap, piece(Token::Warning, format!("{SIGN} {}", env.render_context().count("uncommitted-count", count)))]
}
