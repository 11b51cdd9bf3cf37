//! The table of a list: the heads of its columns, its headings and its visible rows.

use ratatui::layout::Rect;

use super::ListLayer;
use super::grid::Grid;
use crate::report::filter::Query;
use crate::report::symbols::CHANGED;
use crate::ui::ChangeMarks;
use crate::ui::Token;
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::layer::draw::highlight;
use crate::ui::layout::ListAreas;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::list::{Group, ListRow, VisibleLine};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, cut, piece, sort_sign, width};

/// The sign of a marked row, in the second cell of the margin.
pub(super) const MARKED: &str = "*";

impl ListLayer {
    /// Draws the heads and the visible rows.
    pub(super) fn draw_table(&self, env: &Env, areas: &ListAreas, painter: &mut Painter<'_>) {
        let (listing, ctx, list) = (self.listing(), env.render_context(), self.list());
        let grid = Grid::of(self, env, areas);
        let widths = grid.own_widths();
        if !areas.head.is_empty() {
            grid.row(areas.head, &grid.ordered(self.heads(env, &widths)), painter);
        }
        for (n, shown) in list.visible(usize::from(areas.rows.height)).enumerate() {
            let Ok(n) = u16::try_from(n) else { break };
            let row = Rect { y: areas.rows.y + n, height: 1, ..areas.rows };
            match shown {
                VisibleLine::Heading(group, count) => {
                    let rows = &mut list.rows_below(usize::from(n), usize::from(areas.rows.height), count);
                    heading(env, group, count, listing.group_total(&ctx, rows), row, painter);
                }
                VisibleLine::Row { row: of, selected, marked } => {
                    if selected {
                        painter.overlay(row, Token::Selected);
                        painter.line(row.x, row.y, 1, &[piece(Token::Accent, env.theme.mark())]);
                    }
                    if marked {
                        painter.line(row.x + 1, row.y, 1, &[piece(Token::Accent, MARKED)]);
                    }
                    let texts = grid.ordered(listing.cells(&ctx, of, &widths));
                    grid.row(row, &highlights(list.query(), texts), painter);
                    if self.is_changed(env, of) && !marked {
                        painter.line(row.x + 1, row.y, 1, &[piece(Token::Accent, CHANGED)]);
                    }
                    if self.is_uncommitted(env, of) {
                        // At the end of a marked row, whose margin is taken.
                        let x = if marked { row.right().saturating_sub(1) } else { row.x + 1 };
                        painter.line(x, row.y, 1, &[piece(Token::Warning, SIGN)]);
                    }
                }
            }
        }
    }

    /// The heads of the columns: a scale, the name, or a short name; with the sign of the sorting.
    fn heads(&self, env: &Env, widths: &[usize]) -> Vec<StyledLine> {
        let (listing, ctx) = (self.listing(), env.render_context());
        let head = |(n, name): (usize, String)| {
            let scale = widths.get(n).and_then(|cells| listing.scale(&ctx, n, *cells));
            let is_cut = widths.get(n).is_some_and(|cells| width(&name) > *cells);
            let short = || listing.short_head(&ctx, n).filter(|_| is_cut);
            scale.unwrap_or_else(|| vec![piece(Token::Header, short().unwrap_or(name))])
        };
        let mut heads: Vec<StyledLine> = listing.head(&ctx).into_iter().enumerate().map(head).collect();
        if let Some((column, reversed)) = self.arrangement().sort
            && let Some(head) = heads.get_mut(column)
        {
            head.push(piece(Token::Accent, sort_sign(reversed, head.iter().all(|part| part.text.is_empty()))));
        }
        heads
    }

    /// Whether a row of Portfolio has changed since the last committee, or what else was chosen.
    fn is_changed(&self, env: &Env, row: ListRow) -> bool {
        let marks = env.data.history.marks().filter(|_| self.screen == Screen::Portfolio);
        let is_marked = |marks: &ChangeMarks| match self.listing().target(&env.data, row) {
            Some(Target::Startup(id)) => marks.startups.get(&id) == Some(&true),
            _ => false,
        };
        marks.is_some_and(is_marked)
    }

    /// Whether the record of a row has uncommitted changes.
    fn is_uncommitted(&self, env: &Env, row: ListRow) -> bool {
        let target = || self.listing().target(&env.data, row);
        !env.data.dirty.is_empty()
            && target().is_some_and(|target| !env.render_context().uncommitted(&target).is_empty())
    }
}

/// Marks the characters that the filter matches.
fn highlights(query: &Query, texts: Vec<StyledLine>) -> Vec<StyledLine> {
    if query.is_empty() {
        return texts;
    }
    let marked: Vec<StyledLine> = texts.iter().map(|line| highlight(line, |text| query.highlights(text))).collect();
    if marked != texts {
        return marked;
    }
    // A fuzzy match is a match of the name.
    let fuzzy = |line: StyledLine| highlight(&line, |text| query.fuzzy_highlights(text));
    texts.into_iter().enumerate().map(|(n, line)| if n == 0 { fuzzy(line) } else { line }).collect()
}

/// `En retard 3 ─────`, `Construction 2 · 0 / 40 000 € ─────`
fn heading(env: &Env, group: &Group, count: usize, total: Option<String>, row: Rect, painter: &mut Painter<'_>) {
    let number = env.locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    let total = total.filter(|_| row.width >= 60).map_or_else(String::new, |total| format!("· {total} "));
    let number = format!(" {number} {total}");
    // A long heading loses its end, not its number.
    let room = row.width.saturating_sub(MARGIN + 1);
    let left = usize::from(room).saturating_sub(width(&number));
    let (token, words) = group.title_in(&env.render_context(), left);
    let words = cut(&words, left);
    let words = vec![piece(token, words), piece(Token::Muted, number)];
    let end = painter.line(row.x + MARGIN, row.y, room, &words);
    let rest = Rect { x: end, width: row.right().saturating_sub(end + 1), ..row };
    painter.rule(rest, "─", Token::Border);
}
