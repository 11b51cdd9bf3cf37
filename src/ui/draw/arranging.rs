//! The box in which a list is arranged.

use ratatui::layout::Rect;

use super::boxes::frame;
use super::table::sort_sign;
use crate::ui::Token;
use crate::ui::layout;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{piece, width};

/// The columns of the list, each with whether it is shown and whether the list is sorted by it; under them, how its
/// rows are grouped.
pub(super) fn arranging(state: &State, cursor: usize, area: Rect, painter: &mut Painter<'_>) {
    let (listing, arrangement, columns) = (state.screen.listing(), state.arrangement(), state.columns());
    let head = listing.head(&state.view());
    let name = |column: usize| match head.get(column) {
        Some(head) if !head.trim().is_empty() => head.clone(),
        _ => state.locale.text("column-bar-name"),
    };
    let grouping = listing.groupings().get(arrangement.group).or(listing.groupings().first()).copied();
    let grouping = state.locale.text(&format!("grouping-{}", grouping.unwrap_or("none")));
    let widest = (0..columns.len()).map(|column| width(&name(column))).chain([width(&grouping)]).max().unwrap_or(0);
    let title = state.locale.text("arrange-title");
    let wide = widest.max(width(&title)) + 10;
    let high = u16::try_from(columns.len() + 4).unwrap_or(u16::MAX);
    let body = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(2), ..area };
    let outer = layout::middle(body, u16::try_from(wide).unwrap_or(u16::MAX), high);
    let inner = frame(painter, outer, &title, "");
    let lines = inner.height.saturating_sub(2);
    let first = (cursor + 1).saturating_sub(usize::from(lines));
    for (y, (at, (column, shown))) in (inner.y..inner.y + lines).zip(columns.into_iter().enumerate().skip(first)) {
        let row = Rect { y, height: 1, ..inner };
        if at == cursor {
            painter.overlay(row, Token::Selected);
            painter.line(row.x, y, 1, &[piece(Token::Accent, state.theme.mark())]);
        }
        let sign = if shown { piece(Token::Good, "✓ ") } else { piece(Token::Muted, "– ") };
        let words = piece(if shown { Token::Text } else { Token::Muted }, name(column));
        let mut line = vec![sign, words];
        if let Some((_, reversed)) = arrangement.sort.filter(|(sorted, _)| *sorted == column) {
            line.push(piece(Token::Accent, sort_sign(reversed, false)));
        }
        painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &line);
    }
    let y = inner.bottom().saturating_sub(1);
    painter.line(inner.x + 1, y, inner.width.saturating_sub(2), &[piece(Token::Muted, grouping)]);
}
