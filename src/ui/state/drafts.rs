//! Drafts: what was typed into forms and not committed. They are saved whenever they change, and can be resumed.

use super::{Notice, State};
use crate::model::MessageArg;
use crate::ui::Effect;
use crate::ui::command::Command;
use crate::ui::form::{Draft, Drafts, FormKind};
use crate::ui::keymap::{KeyContext, keys_name};
use crate::ui::layer::Layer;

/// The drafts of forms that are not open.
pub(super) struct SavedDrafts {
    /// The oldest first.
    drafts: Vec<Draft>,
    /// All drafts as they were saved last, that of the open form among them.
    saved: Drafts,
    /// Whether the drafts of another run are still to be announced.
    unannounced: bool,
}

impl SavedDrafts {
    /// With the drafts of earlier runs.
    pub fn new(saved: Drafts) -> Self {
        Self { drafts: saved.drafts.clone(), unannounced: !saved.drafts.is_empty(), saved }
    }

    pub const fn has_any(&self) -> bool {
        !self.drafts.is_empty()
    }

    pub fn put(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// Takes the draft of a kind of form.
    pub fn take(&mut self, kind: &FormKind) -> Option<Draft> {
        let at = self.drafts.iter().position(|draft| draft.is_for(kind))?;
        Some(self.drafts.remove(at))
    }

    pub fn remove(&mut self, kind: &FormKind) {
        self.drafts.retain(|draft| !draft.is_for(kind));
    }
}

impl State {
    /// Has all drafts saved if they have changed, that of the open form among them.
    pub(super) fn save_drafts(&mut self) -> Option<Effect> {
        let open = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => form.draft(),
            _ => None,
        });
        let shelf = &mut self.drafts;
        let drafts = Drafts { drafts: shelf.drafts.iter().cloned().chain(open).collect() };
        if drafts == shelf.saved {
            return None;
        }
        shelf.saved = drafts.clone();
        Some(Effect::SaveDrafts(drafts))
    }

    /// Opens the form of the oldest draft. Closed again, it becomes the newest.
    pub(super) fn resume_draft(&mut self) -> Vec<Effect> {
        if !self.drafts.has_any() {
            self.notice = Some(Notice::Info(self.env.locale.text("drafts-none")));
            return Vec::new();
        }
        let draft = self.drafts.drafts.remove(0);
        let Some(kind) = draft.form_kind() else {
            // It is of another version of the program, which may be the next to start.
            self.drafts.put(draft);
            self.notice = Some(Notice::Info(self.env.locale.text("drafts-unknown")));
            return Vec::new();
        };
        self.open_form(kind, Some(draft))
    }

    /// Says once that there are drafts of another run, what the first is about, and the key to resume it.
    pub(super) fn announce_drafts(&mut self) {
        if !self.drafts.unannounced || self.env.data.loading.is_some() {
            return;
        }
        self.drafts.unannounced = false;
        let drafts = &self.drafts.drafts;
        let words = drafts.iter().find_map(|draft| draft.words(&self.env.form_context())).unwrap_or_default();
        let keys = self.env.keymap.keys_of(KeyContext::Portfolio, Command::Draft);
        let keys = keys.first().map_or_else(|| ":".to_owned(), |keys| keys_name(&self.env.locale, keys));
        let args = [
            ("count", MessageArg::count(drafts.len())),
            ("what", MessageArg::Text(words)),
            ("keys", MessageArg::Text(keys)),
        ];
        let words = self.env.locale.message("drafts-kept", &args);
        self.inform(words);
    }
}
