//! What is typed into forms and not committed: handed on to be kept whenever it changes, and gone on with.

use super::{Notice, State};
use crate::model::MessageArg;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::form::Drafts;
use crate::ui::keymap::KeyContext;
use crate::ui::keymap::keys_name;
use crate::ui::overlay::Overlay;

impl State {
    /// Whether something waits to be gone on with.
    pub(in crate::ui) const fn has_drafts(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// Hands all drafts on where they are others than before, that of an open form among them.
    pub(super) fn keep_drafts(&mut self) -> Option<Effect> {
        let open = match (&self.overlay, &self.beneath) {
            (Some(Overlay::Form(form)), _) | (_, Some(form)) => form.draft(),
            _ => None,
        };
        let drafts = Drafts { drafts: self.drafts.iter().cloned().chain(open).collect() };
        if drafts == self.kept {
            return None;
        }
        self.kept = drafts.clone();
        Some(Effect::SaveDrafts(drafts))
    }

    /// Opens the form of the oldest draft; put away again, it is the newest.
    pub(super) fn go_on_with_draft(&mut self) -> Vec<Effect> {
        if self.drafts.is_empty() {
            self.notice = Some(Notice::Info(self.locale.text("drafts-none")));
            return Vec::new();
        }
        let draft = self.drafts.remove(0);
        let Some(form_kind) = draft.form_kind() else {
            // Of another version of the program, which may be the next to start.
            self.drafts.push(draft);
            self.notice = Some(Notice::Info(self.locale.text("drafts-unknown")));
            return Vec::new();
        };
        self.open_form(form_kind, Some(draft))
    }

    /// Says once that drafts of another run are there, what the first is about, and the key.
    pub(super) fn tell_of_drafts(&mut self) {
        if !self.untold || self.data.loading.is_some() {
            return;
        }
        self.untold = false;
        let words = self.drafts.iter().find_map(|draft| draft.words(&self.form_context())).unwrap_or_default();
        let keys = self.keymap.keys_of(KeyContext::Portfolio, Command::Draft);
        let keys = keys.first().map_or_else(|| ":".to_owned(), |keys| keys_name(&self.locale, keys));
        let args = [
            ("count", MessageArg::count(self.drafts.len())),
            ("what", MessageArg::Text(words)),
            ("keys", MessageArg::Text(keys)),
        ];
        let words = self.locale.message("drafts-kept", &args);
        self.told(words);
    }

    /// Something to know, beside what is told already.
    pub(super) fn told(&mut self, words: String) {
        self.notice = Some(match self.notice.take() {
            Some(Notice::Info(before)) => Notice::Info(format!("{before} · {words}")),
            Some(failed @ Notice::Failed(..)) => failed,
            _ => Notice::Info(words),
        });
    }
}
