//! The box in which a list is arranged: each key takes effect at once, so that the list behind it shows what it does.

use super::{Notice, State};
use crate::ui::overlay::Overlay;
use crate::ui::{Arrangement, Effect};

impl State {
    /// Opens the box, at the column that the list is sorted by.
    pub(super) fn open_arranging(&mut self) {
        let sorted = self.arrangement().sort.map(|(column, _)| column);
        let at = self.columns().iter().position(|(column, _)| Some(*column) == sorted);
        self.overlay = Some(Overlay::Arranging(at.unwrap_or(0)));
    }

    /// The columns of the list in their order, each with whether it is shown.
    pub(in crate::ui) fn columns(&self) -> Vec<(usize, bool)> {
        self.arrangement().columns(self.screen.listing().head(&self.render_context()).len())
    }

    /// The column that the cursor of the box is on, by its place.
    fn cursor(&self) -> Option<usize> {
        match &self.overlay {
            Some(Overlay::Arranging(cursor)) => Some(*cursor),
            _ => None,
        }
    }

    pub(super) fn move_cursor(&mut self, by: isize) {
        let last = self.columns().len().saturating_sub(1);
        if let Some(Overlay::Arranging(cursor)) = &mut self.overlay {
            *cursor = cursor.saturating_add_signed(by).min(last);
        }
    }

    /// Sorts by the column of the cursor; by one that it is sorted by already the other way round, and then no more.
    pub(super) fn sort_by_cursor(&mut self) -> Vec<Effect> {
        let columns = self.columns();
        let column = self.cursor().and_then(|cursor| columns.get(cursor)).map(|(column, _)| *column);
        let Some(column) = column else { return Vec::new() };
        let arrangement = self.arrangement().sorted_by_next(column);
        self.arrange(arrangement)
    }

    /// The other way round, where it is sorted.
    pub(super) fn reverse_sort(&mut self) -> Vec<Effect> {
        let mut arrangement = self.arrangement().clone();
        match &mut arrangement.sort {
            Some((_, reversed)) => *reversed = !*reversed,
            None => return self.sort_by_cursor(),
        }
        self.arrange(arrangement)
    }

    /// Hides the column of the cursor, or shows it; one by which rows are told apart stays.
    pub(super) fn show_or_hide(&mut self) -> Vec<Effect> {
        let mut columns = self.columns();
        let of_list = self.screen.listing().columns(&self.render_context());
        if let Some((column, is_shown)) = self.cursor().and_then(|cursor| columns.get_mut(cursor)) {
            if *is_shown && of_list.get(*column).is_none_or(|column| column.priority == 0) {
                self.notice = Some(Notice::Info(self.locale.text("arrange-stays")));
                return Vec::new();
            }
            *is_shown = !*is_shown;
        }
        let arrangement = self.arrangement().clone();
        self.arrange(Arrangement { columns, ..arrangement })
    }

    /// Puts the column of the cursor before the one before it, or behind the one behind it.
    pub(super) fn shift_column(&mut self, by: isize) -> Vec<Effect> {
        let mut columns = self.columns();
        let Some(from) = self.cursor() else { return Vec::new() };
        let to = from.saturating_add_signed(by).min(columns.len().saturating_sub(1));
        if from < columns.len() {
            columns.swap(from, to);
        }
        self.move_cursor(by);
        let arrangement = self.arrangement().clone();
        self.arrange(Arrangement { columns, ..arrangement })
    }

    /// As the screen has it.
    pub(super) fn as_it_comes(&mut self) -> Vec<Effect> {
        self.arrange(Arrangement::default())
    }
}
