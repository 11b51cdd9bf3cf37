//! The table of a list: the heads of its columns, as they are arranged, its headings and its visible rows.

use ratatui::layout::Rect;

use super::grid::Grid;
use super::{MARGIN, MARKED, highlight};
use crate::report::filter::Query;
use crate::ui::Token;
use crate::ui::layout::ListAreas;
use crate::ui::list_screens::ListScreen;
use crate::ui::state::State;
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::list::{Group, ListRow, VisibleLine};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, cut, piece, width};

/// Draws it.
pub(super) fn table(state: &State, areas: &ListAreas, painter: &mut Painter<'_>) {
    let (listing, ctx, list) = (state.screen.listing(), state.render_context(), state.list());
    let grid = Grid::of(state, areas);
    let widths = grid.own_widths();
    let over = |(n, head): (usize, String)| {
        let scale = widths.get(n).and_then(|cells| listing.scale(&ctx, n, *cells));
        let is_cut = widths.get(n).is_some_and(|cells| width(&head) > *cells);
        let short = || listing.short_head(&ctx, n).filter(|_| is_cut);
        scale.unwrap_or_else(|| vec![piece(Token::Header, short().unwrap_or(head))])
    };
    let mut head: Vec<StyledLine> = listing.head(&ctx).into_iter().enumerate().map(over).collect();
    if let Some((column, reversed)) = state.arrangement().sort
        && let Some(head) = head.get_mut(column)
    {
        head.push(piece(Token::Accent, sort_sign(reversed, head.iter().all(|part| part.text.is_empty()))));
    }
    if !areas.head.is_empty() {
        grid.row(areas.head, &grid.ordered(head), painter);
    }
    for (n, shown) in list.visible(usize::from(areas.rows.height)).enumerate() {
        let Ok(n) = u16::try_from(n) else { break };
        let row = Rect { y: areas.rows.y + n, height: 1, ..areas.rows };
        match shown {
            VisibleLine::Heading(group, count) => heading(state, group, count, row, painter),
            VisibleLine::Row { row: of, selected, marked } => {
                if selected {
                    painter.overlay(row, Token::Selected);
                    painter.line(row.x, row.y, 1, &[piece(Token::Accent, state.theme.mark())]);
                }
                if marked {
                    painter.line(row.x + 1, row.y, 1, &[piece(Token::Accent, MARKED)]);
                }
                let texts = grid.ordered(listing.cells(&ctx, of, &widths));
                grid.row(row, &highlights(list.query(), texts), painter);
                if is_uncommitted(state, listing, of) {
                    // Where a mark stands before the row, behind it.
                    let x = if marked { row.right().saturating_sub(1) } else { row.x + 1 };
                    painter.line(x, row.y, 1, &[piece(Token::Warning, SIGN)]);
                }
            }
        }
    }
}

/// Whether a row is told from a record that holds what is not committed.
fn is_uncommitted(state: &State, listing: &dyn ListScreen, row: ListRow) -> bool {
    let target = || listing.target(&state.data, row);
    !state.data.dirty.is_empty()
        && target().is_some_and(|target| !state.render_context().uncommitted(&target).is_empty())
}

/// The sign of a column that the list is sorted by.
pub(super) const fn sort_sign(reversed: bool, alone: bool) -> &'static str {
    match (reversed, alone) {
        (false, false) => " ▲",
        (true, false) => " ▼",
        (false, true) => "▲",
        (true, true) => "▼",
    }
}

/// The cells with what the filter meant marked.
fn highlights(query: &Query, texts: Vec<StyledLine>) -> Vec<StyledLine> {
    if query.is_empty() {
        return texts;
    }
    let marked: Vec<StyledLine> = texts.iter().map(|line| highlight(line, |text| query.highlights(text))).collect();
    if marked != texts {
        return marked;
    }
    // Letters were left out: of the row's name, then.
    let fuzzy = |line: StyledLine| highlight(&line, |text| query.fuzzy_highlights(text));
    texts.into_iter().enumerate().map(|(n, line)| if n == 0 { fuzzy(line) } else { line }).collect()
}

/// `En retard 3 ─────`
fn heading(state: &State, group: &Group, count: usize, row: Rect, painter: &mut Painter<'_>) {
    let number = state.locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    let number = format!(" {number} ");
    // Where it is too long, its words are cut and not its number.
    let room = row.width.saturating_sub(MARGIN + 1);
    let left = usize::from(room).saturating_sub(width(&number));
    let (token, words) = group.title_in(&state.render_context(), left);
    let words = cut(&words, left);
    let words = vec![piece(token, words), piece(Token::Muted, number)];
    let end = painter.line(row.x + MARGIN, row.y, room, &words);
    let rest = Rect { x: end, width: row.right().saturating_sub(end + 1), ..row };
    painter.rule(rest, "─", Token::Border);
}
