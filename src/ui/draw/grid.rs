//! Where the columns of a list stand on a terminal of some size, as they are arranged: for drawing them, and for who
//! clicks on them.

use ratatui::layout::Rect;

use super::MARGIN;
use crate::report::columns::{Column, fit_airy};
use crate::ui::layout::ListAreas;
use crate::ui::state::State;
use crate::ui::widget::paint::Painter;
use crate::ui::widget::text::{StyledLine, line_width, width};

/// From this many columns on, the last one keeps off the edge.
const AIRY: u16 = 100;

/// The columns of a list that are shown, and their widths.
pub struct Grid {
    /// Which columns, by their own number, in the order in which they are shown.
    order: Vec<usize>,
    columns: Vec<Column>,
    widths: Vec<u16>,
    gap: usize,
    /// How many columns there are, shown or not.
    count: usize,
}

impl Grid {
    /// Of the list of the screen.
    pub fn of(state: &State, areas: &ListAreas) -> Self {
        let ctx = state.render_context();
        let head = state.screen.listing().head(&ctx);
        let own = state.screen.listing().columns(&ctx);
        let shown = state.columns().into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column);
        let order: Vec<usize> = shown.filter(|column| *column < own.len()).collect();
        let sorted = state.arrangement().sort.map(|(column, _)| column);
        let columns: Vec<Column> = order
            .iter()
            .filter_map(|column| {
                let mut found = *own.get(*column)?;
                // The sign of the sorting needs its room.
                if sorted == Some(*column) {
                    found.min = found.min.max(head.get(*column).map_or(0, |head| width(head)) + 2);
                    found.max = found.max.max(found.min);
                }
                Some(found)
            })
            .collect();
        // The last column keeps off the rule beside it, and off the edge where there is room for that.
        let air = u16::from(areas.rule.width == 1 || areas.rows.width >= AIRY);
        let room = areas.rows.width.saturating_sub(MARGIN + air);
        let (widths, gap) = fit_airy(room.into(), &columns);
        let widths = widths.into_iter().map(cells_u16).collect();
        Self { order, columns, widths, gap, count: own.len() }
    }

    /// The column at a cell of a row, counted from the row's first, by its own number.
    pub fn column_at(&self, cell: u16) -> Option<usize> {
        let mut end = MARGIN;
        let at = self.widths.iter().enumerate().filter(|(_, wide)| **wide > 0).find_map(|(n, wide)| {
            end += wide + self.gap(n);
            (cell < end).then_some(n)
        });
        at.and_then(|at| self.order.get(at)).copied()
    }

    /// The widths by the columns' own numbers, for the cells: none for those that are not shown.
    pub fn own_widths(&self) -> Vec<usize> {
        let mut own = vec![0; self.count];
        for (column, wide) in self.order.iter().zip(&self.widths) {
            if let Some(own) = own.get_mut(*column) {
                *own = (*wide).into();
            }
        }
        own
    }

    /// Cells that stand by the columns' own numbers, in the order in which they are shown.
    pub fn ordered(&self, mut cells: Vec<StyledLine>) -> Vec<StyledLine> {
        self.order.iter().map(|column| cells.get_mut(*column).map(std::mem::take).unwrap_or_default()).collect()
    }

    /// Cells at their columns. Where the columns before one at the right are empty, it may begin in them.
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
                // Where the columns after it are empty, a long text goes on in them.
                let free = self.free_after(n, texts);
                painter.line(x, row.y, wide + free, text);
            }
            x += wide + self.gap(n);
            free = if text.is_empty() { free } else { x };
        }
    }

    /// The cells of the empty columns that follow one.
    fn free_after(&self, column: usize, texts: &[StyledLine]) -> u16 {
        let next = column + 1;
        let empty = texts.iter().skip(next).take_while(|text| text.is_empty()).count();
        let wide = |n: usize| self.widths.get(n).copied().unwrap_or(0);
        let free: u16 = (next..next + empty).filter(|n| wide(*n) > 0).map(|n| wide(n) + self.gap(n)).sum();
        // What stands at the right after them may itself begin in them.
        let after = next + empty;
        let text = texts.get(after).filter(|_| self.is_right(after)).map_or(0, |text| line_width(text));
        free.saturating_sub(u16::try_from(text).unwrap_or(u16::MAX).saturating_sub(wide(after)))
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
