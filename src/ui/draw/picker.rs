//! The palette and the finder: a line being typed, what it finds, and a preview where there is room.

use ratatui::layout::{Position, Rect};

use super::boxes::frame;
use super::{centred, highlight, lines, typed};
use crate::model::MessageArg;
use crate::report::filter::Query;
use crate::ui::Token;
use crate::ui::layout;
use crate::ui::overlay::picker::{FuzzyPart, Picker, PickerKind, PickerRow, row};
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, cut_line, line_width, piece, width};

/// From this many cells on, a row says in a word what its sign means.
const WORDY: u16 = 50;
/// The cells of that word.
const KIND: u16 = 12;

/// Draws it and gives the cursor.
pub(super) fn draw(state: &State, picker: &Picker, area: Rect, painter: &mut Painter<'_>) -> Position {
    let areas = layout::picker(area, picker.kind == PickerKind::Finder);
    // The few cells beside it say nothing.
    painter.ground(Rect { x: area.x, width: area.width, ..areas.outer }, Token::Text);
    let title = match picker.kind {
        PickerKind::Palette => "picker-palette",
        PickerKind::Finder => "picker-finder",
    };
    frame(painter, areas.outer, &state.locale.text(title), "");
    let cursor = prompt(state, picker, areas.typed, painter);
    let window = picker.window(usize::from(areas.rows.height));
    if picker.items.is_empty() {
        let y = areas.rows.y + areas.rows.height / 3;
        centred(painter, areas.rows, y, Token::Muted, &state.locale.text("picker-nothing-found"));
    }
    for (n, item) in picker.items.get(window.clone()).unwrap_or_default().iter().enumerate() {
        let Ok(down) = u16::try_from(n) else { break };
        let at = Rect { y: areas.rows.y + down, height: 1, ..areas.rows };
        if window.start + n == picker.position() {
            painter.overlay(at, Token::Selected);
            painter.line(at.x, at.y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        self::item(state, picker.kind, row(&state.render_context(), picker, *item), &picker.query, at, painter);
    }
    if !areas.preview.is_empty() {
        let rule = Rect { x: areas.rows.right(), width: 1, ..areas.rows };
        painter.rule(rule, "│", Token::Border);
        lines(picker.preview.iter(), areas.preview, &Query::default(), painter);
    }
    cursor
}

/// `> typed                                12 / 340`
fn prompt(state: &State, picker: &Picker, area: Rect, painter: &mut Painter<'_>) -> Position {
    let count = state.locale.message("picker-count", &[("count", MessageArg::count(picker.found))]);
    let wide = u16::try_from(width(&count)).unwrap_or(0);
    painter.line_at_right(area.x, area.y, area.width.saturating_sub(1), &[piece(Token::Muted, count)]);
    painter.line(area.x + 1, area.y, 2, &[piece(Token::Key, "> ")]);
    let field = Rect { x: area.x + 3, width: area.width.saturating_sub(wide + 6), ..area };
    let below = Rect { y: area.y + 1, ..area };
    painter.rule(below, "─", Token::Border);
    typed(painter, field, &picker.typed, Token::Text, &[])
}

/// The sign and the word of its kind, its name, and at the right what tells it from others.
fn item(state: &State, offer: PickerKind, row: PickerRow, query: &Query, at: Rect, painter: &mut Painter<'_>) {
    let (sign, token) = row.sign;
    painter.line(at.x + 2, at.y, 1, &[piece(token, sign)]);
    let wordy = at.width >= WORDY && offer == PickerKind::Finder;
    if wordy {
        painter.line(at.x + 4, at.y, KIND, &[piece(Token::Muted, state.locale.text(row.kind))]);
    }
    let begin = if wordy { 4 + KIND + 1 } else { 4 };
    let room = at.width.saturating_sub(begin + 1);
    let (name, detail) = marked(query, row);
    let [own, beside] = [&name, &detail].map(|line| u16::try_from(line_width(line)).unwrap_or(u16::MAX));
    // Where both do not fit, the name goes before what stands beside it, but for a few cells of that.
    let most = room.saturating_sub(own.saturating_add(2)).max(if room < 30 { 0 } else { room / 4 });
    let beside = beside.min(most);
    painter.line(at.x + begin, at.y, room.saturating_sub(if beside > 0 { beside + 2 } else { 0 }), &name);
    let detail = match offer {
        // Of a name and a key the key is what must be seen.
        PickerKind::Palette if line_width(&detail) > usize::from(beside) => {
            detail.last().cloned().into_iter().collect()
        }
        _ => cut_line(&detail, usize::from(beside)),
    };
    painter.line_at_right(at.x + begin, at.y, room, &detail);
}

/// What was meant, marked: as it stands, or else with letters left out.
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
