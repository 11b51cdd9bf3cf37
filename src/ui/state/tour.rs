//! The tour of the demo.

use super::{Notice, State};
use crate::ui::tour::{Tour, TourStep};

/// On a lower terminal the line of the tour would cost a row that is needed.
const MIN_ROWS: u16 = 16;

impl State {
    /// Returns the step of the tour with its number; `None` if there is no tour.
    pub(in crate::ui) fn tour(&self) -> Option<(usize, TourStep)> {
        self.tour.as_ref().and_then(Tour::step)
    }

    /// Returns the rows below the screen that the tour takes.
    pub(in crate::ui) fn tour_rows(&self) -> u16 {
        u16::from(self.tour().is_some() && self.terminal.1 >= MIN_ROWS)
    }

    /// Leaves the tour its row.
    pub(super) fn fit(&mut self) {
        self.env.size = (self.terminal.0, self.terminal.1.saturating_sub(self.tour_rows()));
    }

    /// Continues if the repository shows that the step is done.
    pub(super) fn go_on_with_tour(&mut self) {
        if let Some(tour) = &mut self.tour {
            tour.look_at(&self.env.data);
            self.settle_tour("tour-over");
        }
    }

    pub(super) fn skip_step(&mut self) {
        if let Some(tour) = &mut self.tour {
            tour.skip(&self.env.data);
            self.settle_tour("tour-over");
        }
    }

    pub(super) fn end_tour(&mut self) {
        if self.tour.take().is_some() {
            self.notice = Some(Notice::Done(self.env.locale.text("tour-ended")));
            self.fit();
            self.refresh();
        }
    }

    /// Ends the tour after its last step.
    fn settle_tour(&mut self, words: &str) {
        if self.tour().is_none() && self.tour.take().is_some() {
            self.notice = Some(Notice::Done(self.env.locale.text(words)));
            self.fit();
            self.refresh();
        }
    }
}
