//! The preview beside a list: made once for each selected row.

use super::State;
use crate::ui::screen::Screen;
use crate::ui::widget::list::Row;
use crate::ui::widget::page::PageLine;

/// The preview of the selected row, made once per selection.
#[derive(Default)]
pub(super) struct Preview {
    pub of: Option<(Screen, Row, usize)>,
    pub lines: Vec<PageLine>,
    /// Lines that the wheel has moved over.
    pub offset: usize,
}

impl State {
    /// Writes it anew where another row is selected, or there is another width.
    pub(super) fn renew_preview(&mut self) {
        let listing = self.screen.listing();
        let area = self.list_areas(self.area()).preview;
        let width = usize::from(area.width);
        let Some(row) = self.list().selected_row().filter(|_| !area.is_empty()) else {
            self.preview = Preview::default();
            return;
        };
        let of = Some((self.screen, row, width));
        if self.preview.of != of {
            let lines = listing.preview(&self.view(), row, width);
            self.preview = Preview { of, lines, offset: 0 };
        }
    }
}
