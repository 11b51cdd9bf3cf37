//! Opens and resumes the review, and passes its state to the other layers.

use super::State;
use crate::edit::{Edit, HandEditPolicy};
use crate::ui::layer::{Layer, ReviewLayer};
use crate::ui::pages::PageSubject;
use crate::ui::session::ReviewSession;
use crate::ui::{Effect, state::Busy};

impl State {
    /// Opens the review over the list, at its last position on this machine.
    pub(super) fn open_review(&mut self) {
        if self.reviewing().is_some() {
            return;
        }
        let layer = ReviewLayer::new(&self.env, self.review.as_ref());
        self.layers.retain(|layer| !matches!(layer, Layer::Page(_)));
        self.layers.push(Layer::Review(Box::new(layer)));
    }

    /// Returns the open review, under any pages and boxes.
    pub(in crate::ui) fn reviewing(&self) -> Option<&ReviewLayer> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Review(review) => Some(review.as_ref()),
            _ => None,
        })
    }

    /// Returns the subject of the page or sheet that fills the screen.
    pub(super) fn subject_shown(&self) -> Option<PageSubject> {
        match self.page() {
            Some(page) => Some(page.opened.subject.clone()),
            None => self.reviewing().and_then(ReviewLayer::subject),
        }
    }

    /// Returns whether the time of day is to be passed with [`crate::ui::Input::Clock`]: before each input, and each
    /// minute.
    #[must_use]
    pub fn wants_clock(&self) -> bool {
        self.reviewing().is_some_and(ReviewLayer::is_timed)
    }

    /// Returns whether a sheet is shown alone.
    pub(in crate::ui) fn is_full_screen(&self) -> bool {
        self.page().is_none() && self.reviewing().is_some_and(ReviewLayer::is_full)
    }

    /// Passes the review being held to the forms, and stores its position. Leaves a review that was closed.
    pub(super) fn settle_review(&mut self) {
        let is_closed = self.reviewing().is_some_and(|review| review.is_closed(&self.env));
        if is_closed {
            self.layers.retain(|layer| !matches!(layer, Layer::Review(_)));
            self.review = None;
        }
        if let Some(session) = self.reviewing().map(|review| review.session(&self.env)) {
            self.review = Some(session);
        }
        self.env.review = self.reviewing().and_then(|review| review.opened(&self.env));
        self.env.is_plain = self.is_full_screen();
    }

    /// Returns the position in the review, for the next start.
    #[must_use]
    pub fn review_session(&self) -> Option<ReviewSession> {
        self.review.clone()
    }

    /// Requests the commit of an edit that no form created.
    pub(super) fn commit(&mut self, edit: Box<Edit>) -> Vec<Effect> {
        self.work.busy = Some(Busy::Saving);
        vec![Effect::Save(edit, HandEditPolicy::Refuse)]
    }
}
