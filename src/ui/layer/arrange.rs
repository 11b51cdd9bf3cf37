//! The box to arrange a list in. Each key takes effect at once, so that the list behind it shows what it does.

use ratatui::layout::{Margin, Position, Rect};

use super::draw::frame;
use super::{Event, EventReply, LayerOps, Request};
use crate::ui::Token;
use crate::ui::arrangement::Arrangement;
use crate::ui::command::Command;
use crate::ui::env::Env;
use crate::ui::keymap::KeyContext;
use crate::ui::layout;
use crate::ui::screen::Screen;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, sort_sign, width};

/// The columns of a list, to sort by, hide and move.
pub struct ArrangeBox {
    screen: Screen,
    arrangement: Arrangement,
    /// The place of the column under the cursor.
    cursor: usize,
}

impl ArrangeBox {
    /// Opens on the column that the list is sorted by.
    #[must_use]
    pub fn new(env: &Env, screen: Screen, arrangement: Arrangement) -> Self {
        let mut opened = Self { screen, arrangement, cursor: 0 };
        let sorted = opened.arrangement.sort.map(|(column, _)| column);
        opened.cursor = opened.columns(env).iter().position(|(column, _)| Some(*column) == sorted).unwrap_or(0);
        opened
    }

    /// Returns the columns in their order, each with whether it is shown.
    fn columns(&self, env: &Env) -> Vec<(usize, bool)> {
        self.arrangement.columns(self.screen.listing().head(&env.render_context()).len())
    }

    fn set(&mut self, arrangement: Arrangement) -> EventReply {
        self.arrangement = arrangement.clone();
        EventReply::ask(Request::Arrange(self.screen, arrangement))
    }

    fn move_cursor(&mut self, by: isize, env: &Env) {
        let last = self.columns(env).len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Sorts by the column under the cursor; if the list is sorted by it already, reverses the order, then ends it.
    fn sort(&mut self, env: &Env) -> EventReply {
        match self.columns(env).get(self.cursor) {
            Some((column, _)) => self.set(self.arrangement.sorted_by_next(*column)),
            None => EventReply::DONE,
        }
    }

    fn reverse(&mut self, env: &Env) -> EventReply {
        let mut arrangement = self.arrangement.clone();
        match &mut arrangement.sort {
            Some((_, reversed)) => *reversed = !*reversed,
            None => return self.sort(env),
        }
        self.set(arrangement)
    }

    /// Hides or shows the column under the cursor. The columns that identify a row stay.
    fn toggle(&mut self, env: &Env) -> EventReply {
        let mut columns = self.columns(env);
        let of_list = self.screen.listing().columns(&env.render_context());
        if let Some((column, is_shown)) = columns.get_mut(self.cursor) {
            if *is_shown && of_list.get(*column).is_none_or(|column| column.priority == 0) {
                return EventReply::ask(Request::Info(env.locale.text("arrange-stays")));
            }
            *is_shown = !*is_shown;
        }
        self.set(Arrangement { columns, ..self.arrangement.clone() })
    }

    /// Swaps the column under the cursor with the one before or after it.
    fn shift(&mut self, by: isize, env: &Env) -> EventReply {
        let mut columns = self.columns(env);
        let from = self.cursor;
        let to = from.saturating_add_signed(by).min(columns.len().saturating_sub(1));
        if from < columns.len() {
            columns.swap(from, to);
        }
        self.move_cursor(by, env);
        self.set(Arrangement { columns, ..self.arrangement.clone() })
    }

    /// Returns the name of a column, also if it has no head.
    fn name(env: &Env, head: &[String], column: usize) -> String {
        match head.get(column) {
            Some(head) if !head.trim().is_empty() => head.clone(),
            _ => env.locale.text("column-bar-name"),
        }
    }

    /// Returns how the rows are grouped, in words.
    fn grouping(&self, env: &Env) -> String {
        env.locale.text(&format!("grouping-{}", grouping(self.screen, &self.arrangement)))
    }

    fn area(&self, env: &Env, area: Rect) -> Rect {
        let head = self.screen.listing().head(&env.render_context());
        let columns = self.columns(env).len();
        let names = (0..columns).map(|column| width(&Self::name(env, &head, column)));
        let widest = names.chain([width(&self.grouping(env))]).max().unwrap_or(0);
        let wide = widest.max(width(&env.locale.text("arrange-title"))) + 10;
        let high = u16::try_from(columns + 4).unwrap_or(u16::MAX);
        let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
        layout::middle(body, u16::try_from(wide).unwrap_or(u16::MAX), high)
    }

    /// Returns the rows of the columns, and the first column that is visible.
    fn rows(&self, inner: Rect) -> (Rect, usize) {
        // If rows are few, the column under the cursor matters more than the grouping.
        let height = if inner.height > 3 { inner.height - 2 } else { inner.height };
        (Rect { height, ..inner }, (self.cursor + 1).saturating_sub(usize::from(height)))
    }
}

/// Returns the name of the grouping of a list, `grouping-<name>` in `locale`.
pub fn grouping(screen: Screen, arrangement: &Arrangement) -> &'static str {
    let groupings = screen.listing().groupings();
    groupings.get(arrangement.group).or(groupings.first()).copied().unwrap_or("none")
}

/// Returns the arrangement with the next grouping of the list, and the message about it.
pub fn next_grouping(env: &Env, screen: Screen, arrangement: &Arrangement) -> (Arrangement, String) {
    let count = screen.listing().groupings().len().max(1);
    let next = Arrangement { group: (arrangement.group + 1) % count, ..arrangement.clone() };
    let words = env.locale.text(&format!("grouping-{}", grouping(screen, &next)));
    (next, words)
}

impl LayerOps for ArrangeBox {
    fn context(&self, _env: &Env) -> KeyContext {
        KeyContext::Arranging
    }

    fn handle(&mut self, event: Event<'_>, env: &Env) -> EventReply {
        match event {
            Event::Command(Command::Down) => self.move_cursor(1, env),
            Event::Command(Command::Up) => self.move_cursor(-1, env),
            Event::Command(Command::First | Command::PageUp) => self.move_cursor(isize::MIN, env),
            Event::Command(Command::Last | Command::PageDown) => self.move_cursor(isize::MAX, env),
            Event::Command(Command::SortBy) => return self.sort(env),
            Event::Command(Command::Reverse) => return self.reverse(env),
            Event::Command(Command::ShowColumn) => return self.toggle(env),
            Event::Command(Command::ColumnUp) => return self.shift(-1, env),
            Event::Command(Command::ColumnDown) => return self.shift(1, env),
            Event::Command(Command::AsItComes) => return self.set(Arrangement::default()),
            Event::Command(Command::Group) => {
                let (next, words) = next_grouping(env, self.screen, &self.arrangement);
                self.arrangement = next.clone();
                return EventReply::Handled(vec![Request::Done(words), Request::Arrange(self.screen, next)]);
            }
            Event::Command(Command::Back) => return EventReply::ask(Request::Close),
            Event::Wheel { by, .. } => self.move_cursor(by.signum(), env),
            Event::Click { at, .. } => {
                let inner = self.area(env, env.area()).inner(Margin::new(1, 1));
                let (rows, first) = self.rows(inner);
                if rows.contains(at) {
                    let line = first + usize::from(at.y - rows.y);
                    self.move_cursor(line.cast_signed() - self.cursor.cast_signed(), env);
                }
            }
            _ => return EventReply::Ignored,
        }
        EventReply::DONE
    }

    fn outer(&self, env: &Env) -> Rect {
        self.area(env, env.area())
    }

    /// Returns the columns, each with whether it is shown and whether the list is sorted by it; under them, the
    /// grouping.
    fn draw(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Option<Position> {
        let head = self.screen.listing().head(&env.render_context());
        let inner = frame(painter, self.area(env, area), &env.locale.text("arrange-title"), "");
        let (rows, first) = self.rows(inner);
        let columns = self.columns(env).into_iter().enumerate().skip(first);
        for (y, (at, (column, shown))) in (rows.y..rows.bottom()).zip(columns) {
            let row = Rect { y, height: 1, ..inner };
            if at == self.cursor {
                painter.overlay(row, Token::Selected);
                painter.line(row.x, y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            let sign = if shown { piece(Token::Good, "✓ ") } else { piece(Token::Muted, "– ") };
            let words = piece(if shown { Token::Text } else { Token::Muted }, Self::name(env, &head, column));
            let mut line = vec![sign, words];
            if let Some((_, reversed)) = self.arrangement.sort.filter(|(sorted, _)| *sorted == column) {
                line.push(piece(Token::Accent, sort_sign(reversed, false)));
            }
            painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &line);
        }
        let y = inner.bottom().saturating_sub(1);
        if y >= rows.bottom() {
            painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &[piece(Token::Muted, self.grouping(env))]);
        }
        None
    }
}
