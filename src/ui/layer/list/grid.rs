//! The columns of a list as they are arranged, and where they are on the terminal: for drawing and for clicks.

use ratatui::layout::Rect;

use super::ListLayer;
use crate::report::columns::{ColumnSpec, fit_airy};
use crate::ui::env::Env;
use crate::ui::layer::MARGIN;
use crate::ui::layout::ListAreas;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{Piece, StyledLine, line_width, width};

/// From this many cells on, the last column keeps a distance from the edge.
const AIRY: u16 = 100;

/// The columns of a list that are shown, and their widths.
pub struct Grid {
    /// The numbers of the columns, in the order in which they are shown.
    order: Vec<usize>,
    columns: Vec<ColumnSpec>,
    widths: Vec<u16>,
    gap: usize,
    /// How many columns there are, shown or hidden.
    count: usize,
}

impl Grid {
    pub fn of(lists: &ListLayer, env: &Env, areas: &ListAreas) -> Self {
        let ctx = env.render_context();
        let head = lists.listing().head(&ctx);
        let own = lists.listing().columns(&ctx);
        let shown =
            lists.arrangement().columns(head.len()).into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column);
        let order: Vec<usize> = shown.filter(|column| *column < own.len()).collect();
        let sorted = lists.arrangement().sort.map(|(column, _)| column);
        let columns: Vec<ColumnSpec> = order
            .iter()
            .filter_map(|column| {
                let mut found = *own.get(*column)?;
                // Room for the sign of the sorting.
                if sorted == Some(*column) {
                    found.min = found.min.max(head.get(*column).map_or(0, |head| width(head)) + 2);
                    found.max = found.max.max(found.min);
                }
                Some(found)
            })
            .collect();
        // The last column keeps a distance from the rule beside it, and from the edge if there is room.
        let air = u16::from(areas.rule.width == 1 || areas.rows.width >= AIRY);
        let room = areas.rows.width.saturating_sub(MARGIN + air);
        let (widths, gap) = fit_airy(room.into(), &columns);
        let widths = widths.into_iter().map(cells_u16).collect();
        Self { order, columns, widths, gap, count: own.len() }
    }

    /// Returns the number of the column at a cell of a row.
    pub fn column_at(&self, cell: u16) -> Option<usize> {
        let mut end = MARGIN;
        let at = self.widths.iter().enumerate().filter(|(_, wide)| **wide > 0).find_map(|(n, wide)| {
            end += wide + self.gap(n);
            (cell < end).then_some(n)
        });
        at.and_then(|at| self.order.get(at)).copied()
    }

    /// Returns the widths by the numbers of the columns; zero for hidden ones.
    pub fn own_widths(&self) -> Vec<usize> {
        let mut own = vec![0; self.count];
        for (column, wide) in self.order.iter().zip(&self.widths) {
            if let Some(own) = own.get_mut(*column) {
                *own = (*wide).into();
            }
        }
        own
    }

    /// Puts cells, given by the numbers of their columns, into the order in which these are shown.
    pub fn ordered(&self, mut cells: Vec<StyledLine>) -> Vec<StyledLine> {
        self.order.iter().map(|column| cells.get_mut(*column).map(std::mem::take).unwrap_or_default()).collect()
    }

    /// Returns where the text of a cell begins in a row, if its column is shown and wide enough for it.
    pub fn place_of(&self, text: &Piece, column: usize) -> Option<u16> {
        let (mut x, wide) = (MARGIN, u16::try_from(width(&text.text)).ok()?);
        for (n, (other, cells)) in self.order.iter().zip(&self.widths).enumerate().filter(|(_, (_, cells))| **cells > 0)
        {
            if *other == column {
                let before = if self.is_right(n) { cells.saturating_sub(wide) } else { 0 };
                return (wide <= *cells).then_some(x + before);
            }
            x += cells + self.gap(n);
        }
        None
    }

    /// Draws the cells of a row. A right-aligned cell may begin in empty columns before it.
    pub fn row(&self, row: Rect, texts: &[StyledLine], painter: &mut Painter<'_>) {
        let (mut x, mut free) = (row.x + MARGIN, row.x + MARGIN);
        for (n, text) in texts.iter().enumerate() {
            let wide = self.widths.get(n).copied().unwrap_or(0);
            if wide == 0 {
                continue;
            }
            if self.is_right(n) {
                painter.line_at_right(free, row.y, x + wide - free, text);
            } else {
                // A long text continues in empty columns after it.
                let free = self.free_after(n, texts);
                painter.line(x, row.y, wide + free, text);
            }
            x += wide + self.gap(n);
            free = if text.is_empty() { free } else { x };
        }
    }

    /// Returns the width of the empty columns after one, and of the empty cells before a right-aligned text after them.
    fn free_after(&self, column: usize, texts: &[StyledLine]) -> u16 {
        let next = column + 1;
        let empty = texts.iter().skip(next).take_while(|text| text.is_empty()).count();
        let wide = |n: usize| self.widths.get(n).copied().unwrap_or(0);
        let free: u16 = (next..next + empty).filter(|n| wide(*n) > 0).map(|n| wide(n) + self.gap(n)).sum();
        // A right-aligned cell after them may itself begin in them.
        let after = next + empty;
        let Some(text) = texts.get(after).filter(|_| self.is_right(after) && wide(after) > 0) else { return free };
        let text = cells_u16(line_width(text));
        (free + wide(after).saturating_sub(text)).saturating_sub(text.saturating_sub(wide(after)))
    }

    fn is_right(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| column.right)
    }

    fn gap(&self, column: usize) -> u16 {
        cells_u16(self.columns.get(column).map_or(self.gap, |column| column.gap(self.gap)))
    }
}

fn cells_u16(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
