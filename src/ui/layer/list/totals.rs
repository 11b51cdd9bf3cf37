//! The sums and the preview of the list, made again when the rows or the selection change.

use super::ListLayer;
use crate::ui::env::Env;
use crate::ui::screen::Screen;
use crate::ui::widget::list::{ListRow, ListSums};
use crate::ui::widget::page::PageLine;

/// The sums of a list, computed once for its rows, filter and marks.
#[derive(Default)]
pub(super) struct ListTotals {
    /// The version of the list, and the end of the range that is being marked.
    of: Option<(u64, Option<usize>)>,
    pub sums: ListSums,
    /// How many rows are marked, and how many of them the filter shows.
    pub marked: (usize, usize),
}

/// The preview of the selected row, made once per selection.
#[derive(Default)]
pub(super) struct ListPreview {
    of: Option<(Screen, ListRow, usize)>,
    pub lines: Vec<PageLine>,
    /// Lines scrolled away.
    pub offset: usize,
}

impl ListLayer {
    pub(super) fn scroll_preview(&mut self, by: isize, env: &Env) {
        let height = usize::from(self.areas(env.area()).preview.height);
        let most = self.preview.lines.len().saturating_sub(height);
        self.preview.offset = self.preview.offset.saturating_add_signed(by).min(most);
    }

    /// Adds the rows up again if others are shown or marked than before.
    pub(super) fn renew_totals(&mut self, env: &Env) {
        let list = self.list();
        let of = Some((list.version(), list.range_end()));
        if self.totals[self.screen.index()].of == of {
            return;
        }
        let (listing, ctx) = (self.listing(), env.render_context());
        let sums = if list.has_marks() {
            listing.sum(&ctx, &mut list.marked_rows())
        } else {
            listing.sum(&ctx, &mut list.shown_rows())
        };
        let marked = list.marked_counts();
        self.totals[self.screen.index()] = ListTotals { of, sums, marked };
    }

    /// Makes the preview again if another row is selected or the room has changed.
    pub(super) fn renew_preview(&mut self, env: &Env) {
        let area = self.areas(env.area()).preview;
        let width = usize::from(area.width);
        let Some(row) = self.list().selected_row().filter(|_| !area.is_empty()) else {
            self.preview = ListPreview::default();
            return;
        };
        let of = Some((self.screen, row, width));
        if self.preview.of != of {
            let ctx = env.render_context();
            let target = self.listing().target(&env.data, row);
            let mut lines = target.map_or_else(Vec::new, |target| ctx.uncommitted_lines(&target, width));
            lines.extend(self.listing().preview(&ctx, row, width));
            self.preview = ListPreview { of, lines, offset: 0 };
        }
    }
}
