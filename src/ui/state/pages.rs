//! Opens and closes pages and screens.

use super::State;
use crate::model::RecordKind;
use crate::ui::layer::{Layer, PageLayer};
use crate::ui::pages::PageSubject;
use crate::ui::screen::Screen;
use crate::ui::target::Target;

impl State {
    /// Opens the page of a subject on the line that is about `line`, over the page that it was opened from.
    pub(super) fn open_page(&mut self, subject: PageSubject, line: Option<&Target>) {
        self.close_boxes();
        if self.page().is_some_and(|page| page.opened.subject == subject) {
            self.layers.pop();
        }
        self.layers.push(Layer::Page(PageLayer::new(&self.env, subject, line)));
    }

    /// Closes all boxes; what was typed into a form becomes a draft.
    fn close_boxes(&mut self) {
        for layer in self.layers.extract_if(.., |layer| layer.is_box()) {
            if let Layer::Form(form) = layer
                && let Some(draft) = form.draft()
            {
                self.drafts.put(draft);
            }
        }
    }

    /// Shows the list of a screen, without any page or box.
    pub(super) fn show_screen(&mut self, screen: Screen) {
        self.close_boxes();
        self.layers.clear();
        let is_other = self.lists.screen != screen;
        self.lists.screen = screen;
        if is_other && screen == Screen::History {
            // The user most likely looks for the newest commit.
            self.lists.list_mut().jump(false);
        }
    }

    /// Opens the page of the record that a form has created, once it is there.
    pub(super) fn open_created(&mut self) {
        let Some(record) = &self.work.created else { return };
        let subject = match record.kind {
            RecordKind::Startup => PageSubject::Startup(record.id.clone()),
            RecordKind::Convention => PageSubject::Convention(record.id.clone()),
            RecordKind::Party => PageSubject::Party(record.id.clone()),
            RecordKind::Portfolio | RecordKind::Review => return,
        };
        if subject.exists(&self.env.render_context()) {
            self.work.created = None;
            self.open_page(subject, None);
        }
    }
}
