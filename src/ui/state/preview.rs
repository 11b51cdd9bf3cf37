//! The preview of the selected row.

use super::State;
use crate::ui::screen::Screen;
use crate::ui::widget::list::ListRow;
use crate::ui::widget::page::PageLine;

/// The preview of the selected row, made once per selection.
#[derive(Default)]
pub(super) struct ListPreview {
    of: Option<(Screen, ListRow, usize)>,
    lines: Vec<PageLine>,
    /// Lines that the wheel has moved over.
    offset: usize,
}

impl State {
    /// The lines of the preview, from the first that is seen.
    pub(in crate::ui) fn preview(&self) -> &[PageLine] {
        self.preview.lines.get(self.preview.offset..).unwrap_or_default()
    }

    /// Moves the preview by so many lines; its last ones stay in sight.
    pub(super) fn scroll_preview(&mut self, by: isize) {
        let height = usize::from(self.list_areas(self.area()).preview.height);
        let most = self.preview.lines.len().saturating_sub(height);
        self.preview.offset = self.preview.offset.saturating_add_signed(by).min(most);
    }

    /// Makes it anew where another row is selected, or the room is another.
    pub(super) fn renew_preview(&mut self) {
        let listing = self.screen.listing();
        let area = self.list_areas(self.area()).preview;
        let width = usize::from(area.width);
        let Some(row) = self.list().selected_row().filter(|_| !area.is_empty()) else {
            self.preview = ListPreview::default();
            return;
        };
        let of = Some((self.screen, row, width));
        if self.preview.of != of {
            let ctx = self.render_context();
            let target = listing.target(&self.data, row);
            let mut lines = target.map_or_else(Vec::new, |target| ctx.uncommitted_lines(&target, width));
            lines.extend(listing.preview(&ctx, row, width));
            self.preview = ListPreview { of, lines, offset: 0 };
        }
    }
}
