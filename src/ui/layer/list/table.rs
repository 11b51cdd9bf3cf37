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
use crate::ui::list_screens::GroupSum;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::list::{Group, ListRow, VisibleLine};
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, cut, line_width, piece, sort_sign, width};

/// The cells that the title of a group gets before its sums.
const TITLE: u16 = 20;
/// In a heading with less room, the sums of hidden columns are left out.
const NARROW: u16 = 40;

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
                    let sums = listing.group_sums(&ctx, group, rows);
                    GroupHeading { group, count, sums }.draw(env, &grid, row, painter);
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

    /// Returns the heads of the columns: a scale, the name, or a short name; with the sign of the sorting.
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

    /// Returns whether a row of Portfolio has changed since the last committee, or what else was chosen.
    fn is_changed(&self, env: &Env, row: ListRow) -> bool {
        let marks = env.data.history.marks().filter(|_| self.screen == Screen::Portfolio);
        let is_marked = |marks: &ChangeMarks| match self.listing().target(&env.data, row) {
            Some(Target::Startup(id)) => marks.startups.get(&id) == Some(&true),
            _ => false,
        };
        marks.is_some_and(is_marked)
    }

    /// Returns whether the record of a row has uncommitted changes.
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

/// The heading of a group: `En retard 3 ─────`, `Construction 2 ───── 0 / 40 000 € ─── ✗ 3`
struct GroupHeading<'a> {
    group: &'a Group,
    /// The number of its rows.
    count: usize,
    sums: Vec<GroupSum>,
}

impl GroupHeading<'_> {
    /// Draws the title with the number of rows, the sums below which there are columns, and a rule between them. Sums
    /// of hidden columns follow the title as far as there is room.
    fn draw(&self, env: &Env, grid: &Grid, row: Rect, painter: &mut Painter<'_>) {
        let placed = self.placed(grid, row);
        let end = placed.first().map_or(row.right().saturating_sub(1), |(x, _)| x.saturating_sub(1));
        let end = self.draw_title(env, &placed, Rect { width: end.saturating_sub(row.x), ..row }, painter);
        let rest = Rect { x: end, width: row.right().saturating_sub(end + 1), ..row };
        painter.rule(rest, "─", Token::Border);
        for (x, sum) in placed {
            let words = vec![piece(Token::Text, " "), sum.cell.clone(), piece(Token::Text, " ")];
            let wide = u16::try_from(line_width(&words)).unwrap_or(u16::MAX);
            painter.ground(
                Rect { x: x.saturating_sub(1), width: wide.min(row.right().saturating_sub(x)), ..row },
                Token::Text,
            );
            painter.line(x.saturating_sub(1), row.y, wide, &words);
        }
    }

    /// Returns the sums whose columns are shown, from left to right, each with the place of its first cell.
    fn placed(&self, grid: &Grid, row: Rect) -> Vec<(u16, &GroupSum)> {
        let place = |sum: &GroupSum| grid.place_of(&sum.cell, sum.column).filter(|x| *x >= MARGIN + TITLE);
        let places = self.sums.iter().map(|sum| (place(sum), sum));
        let mut placed: Vec<_> = places.filter_map(|(x, sum)| Some((row.x + x?, sum))).collect();
        placed.sort_by_key(|(x, _)| *x);
        placed
    }

    /// Returns the first column after it.
    fn draw_title(&self, env: &Env, placed: &[(u16, &GroupSum)], row: Rect, painter: &mut Painter<'_>) -> u16 {
        let room = row.width.saturating_sub(MARGIN);
        let mut number = format!(" {} ", env.locale.number(i64::try_from(self.count).unwrap_or(i64::MAX)));
        let title = self.group.title_in(&env.render_context(), usize::from(room).saturating_sub(width(&number))).1;
        let is_placed = |sum: &GroupSum| placed.iter().any(|(_, other)| other.column == sum.column);
        for words in self.sums.iter().filter(|sum| !is_placed(sum)).filter_map(|sum| sum.words.as_deref()) {
            let more = format!("· {words} ");
            if row.width < NARROW || width(&title) + width(&number) + width(&more) > usize::from(room) {
                break;
            }
            number.push_str(&more);
        }
        // A long heading loses its end, not its number.
        let left = usize::from(room).saturating_sub(width(&number));
        let (token, words) = self.group.title_in(&env.render_context(), left);
        let line = vec![piece(token, cut(&words, left)), piece(Token::Muted, number)];
        painter.line(row.x + MARGIN, row.y, room, &line)
    }
}
