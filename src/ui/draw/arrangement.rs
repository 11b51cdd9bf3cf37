//! The box in which a list is arranged.

use ratatui::layout::Rect;

use super::boxes::frame;
use super::table::sort_sign;
use crate::ui::Token;
use crate::ui::layout;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, width};

/// What a column is called, also one without a head.
fn name(state: &State, head: &[String], column: usize) -> String {
    match head.get(column) {
        Some(head) if !head.trim().is_empty() => head.clone(),
        _ => state.locale.text("column-bar-name"),
    }
}

/// The word for how the rows are grouped.
fn grouping(state: &State) -> String {
    let groupings = state.screen.listing().groupings();
    let grouping = groupings.get(state.arrangement().group).or(groupings.first()).copied();
    state.locale.text(&format!("grouping-{}", grouping.unwrap_or("none")))
}

/// Where the box stands.
pub(super) fn outer(state: &State, area: Rect) -> Rect {
    let head = state.screen.listing().head(&state.render_context());
    let columns = state.columns().len();
    let names = (0..columns).map(|column| width(&name(state, &head, column)));
    let widest = names.chain([width(&grouping(state))]).max().unwrap_or(0);
    let wide = widest.max(width(&state.locale.text("arrange-title"))) + 10;
    let high = u16::try_from(columns + 4).unwrap_or(u16::MAX);
    let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
    layout::middle(body, u16::try_from(wide).unwrap_or(u16::MAX), high)
}

/// The columns, and the first of them that is seen.
pub(super) fn rows(inner: Rect, cursor: usize) -> (Rect, usize) {
    // The column that the cursor is on goes before the grouping.
    let height = if inner.height > 3 { inner.height - 2 } else { inner.height };
    (Rect { height, ..inner }, (cursor + 1).saturating_sub(usize::from(height)))
}

/// The columns of the list, each with whether it is shown and whether the list is sorted by it; under them, how its
/// rows are grouped.
pub(super) fn arranging(state: &State, cursor: usize, area: Rect, painter: &mut Painter<'_>) {
    let (arrangement, columns) = (state.arrangement(), state.columns());
    let head = state.screen.listing().head(&state.render_context());
    let inner = frame(painter, outer(state, area), &state.locale.text("arrange-title"), "");
    let (rows, first) = rows(inner, cursor);
    for (y, (at, (column, shown))) in (rows.y..rows.bottom()).zip(columns.into_iter().enumerate().skip(first)) {
        let row = Rect { y, height: 1, ..inner };
        if at == cursor {
            painter.overlay(row, Token::Selected);
            painter.line(row.x, y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        let sign = if shown { piece(Token::Good, "✓ ") } else { piece(Token::Muted, "– ") };
        let words = piece(if shown { Token::Text } else { Token::Muted }, name(state, &head, column));
        let mut line = vec![sign, words];
        if let Some((_, reversed)) = arrangement.sort.filter(|(sorted, _)| *sorted == column) {
            line.push(piece(Token::Accent, sort_sign(reversed, false)));
        }
        painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &line);
    }
    let y = inner.bottom().saturating_sub(1);
    if y >= rows.bottom() {
        painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &[piece(Token::Muted, grouping(state))]);
    }
}
