//! Drawing a picker: a line being typed, the matches, and a preview if there is room.

use ratatui::layout::{Position, Rect};

use super::{FuzzyPart, PickerItem, PickerKind, PickerLayer, PickerRow, row};
use crate::model::MessageArg;
use crate::report::filter::Query;
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::draw::{centred, frame, highlight, lines, typed};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, cut_line, line_width, piece, width};

/// From this many cells on, a row says in a word what its sign means.
const WORDY: u16 = 50;
/// The cells of that word.
const KIND: u16 = 12;

impl PickerLayer {
    /// Draws the picker and returns the position of the cursor.
    pub(super) fn draw_box(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Position {
        let areas = self.areas(area);
        // A few cells beside the box would show only scraps of what is below.
        painter.ground(Rect { x: area.x, width: area.width, ..areas.outer }, Token::Text);
        let title = match self.kind {
            PickerKind::Palette => "picker-palette",
            PickerKind::Finder => "picker-finder",
        };
        frame(painter, areas.outer, &env.locale.text(title), "");
        let cursor = self.draw_prompt(env, areas.typed, painter);
        let window = self.window(usize::from(areas.rows.height));
        if self.items.is_empty() {
            let y = areas.rows.y + areas.rows.height / 3;
            centred(painter, areas.rows, y, Token::Muted, &env.locale.text("picker-nothing-found"));
        }
        for (n, item) in self.items.get(window.clone()).unwrap_or_default().iter().enumerate() {
            let Ok(down) = u16::try_from(n) else { break };
            let at = Rect { y: areas.rows.y + down, height: 1, ..areas.rows };
            if window.start + n == self.selected {
                painter.overlay(at, Token::Selected);
                painter.line(at.x, at.y, 1, &[piece(Token::Accent, env.theme.mark())]);
            }
            self.draw_item(env, *item, at, painter);
        }
        if !areas.preview.is_empty() {
            let rule = Rect { x: areas.rows.right(), width: 1, ..areas.rows };
            painter.rule(rule, "│", Token::Border);
            lines(self.preview.iter(), areas.preview, &Query::default(), painter);
        }
        cursor
    }

    /// `> text                                12 / 340`
    fn draw_prompt(&self, env: &Env, area: Rect, painter: &mut Painter<'_>) -> Position {
        let count = if self.is_waiting(env) {
            env.locale.text("busy-reading")
        } else {
            env.locale.message("picker-count", &[("count", MessageArg::count(self.count))])
        };
        let wide = u16::try_from(width(&count)).unwrap_or(0);
        painter.line_at_right(area.x, area.y, area.width.saturating_sub(1), &[piece(Token::Muted, count)]);
        painter.line(area.x + 1, area.y, 2, &[piece(Token::Key, "> ")]);
        let field = Rect { x: area.x + 3, width: area.width.saturating_sub(wide + 6), ..area };
        let below = Rect { y: area.y + 1, ..area };
        painter.rule(below, "─", Token::Border);
        typed(painter, field, &self.text, Token::Text, &[])
    }

    /// The sign and the word of an item's kind, its name, and at the right what distinguishes it from others.
    fn draw_item(&self, env: &Env, item: PickerItem, at: Rect, painter: &mut Painter<'_>) {
        let row = row(&env.render_context(), self, item);
        let (sign, token) = row.sign;
        painter.line(at.x + 2, at.y, 1, &[piece(token, sign)]);
        let wordy = at.width >= WORDY && self.kind == PickerKind::Finder;
        if wordy {
            painter.line(at.x + 4, at.y, KIND, &[piece(Token::Muted, env.locale.text(row.kind))]);
        }
        let begin = if wordy { 4 + KIND + 1 } else { 4 };
        let room = at.width.saturating_sub(begin + 1);
        let (name, detail) = marked(&self.query, row);
        let [own, beside] = [&name, &detail].map(|line| u16::try_from(line_width(line)).unwrap_or(u16::MAX));
        // If both do not fit, the name takes most of the room.
        let most = room.saturating_sub(own.saturating_add(2)).max(if room < 30 { 0 } else { room / 4 });
        let beside = beside.min(most);
        let room_of_name = room.saturating_sub(if beside > 0 { beside + 2 } else { 0 });
        painter.line(at.x + begin, at.y, room_of_name, &name);
        let detail = match self.kind {
            // Of a command and its key, the key has to be visible.
            PickerKind::Palette if line_width(&detail) > usize::from(beside) => {
                detail.last().cloned().into_iter().collect()
            }
            _ => cut_line(&detail, usize::from(beside)),
        };
        painter.line_at_right(at.x + begin, at.y, room, &detail);
    }
}

/// Returns the name and the detail with the matched characters marked: the words as typed, else a fuzzy match.
fn marked(query: &Query, row: PickerRow) -> (StyledLine, StyledLine) {
    let PickerRow { name, detail, fuzzy_part, .. } = row;
    if query.is_empty() {
        return (name, detail);
    }
    let found = [&name, &detail].map(|line| highlight(line, |text| query.highlights(text)));
    if found != [name.clone(), detail.clone()] || fuzzy_part == FuzzyPart::None {
        let [name, detail] = found;
        return (name, detail);
    }
    let fuzzy = |line: &StyledLine| highlight(line, |text| query.fuzzy_highlights(text));
    match fuzzy_part {
        FuzzyPart::Detail => (name, fuzzy(&detail)),
        _ => (fuzzy(&name), detail),
    }
}
