//! The past on the screen: what is read of it when somebody looks, and taking back the edit that is selected.

use std::sync::Arc;

use super::{Busy, Notice, State};
use crate::model::{MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::list_screens::history;
use crate::ui::overlay::{Overlay, TextBox, Topic};
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::{Data, Effect};

/// More commits are read when fewer lines than this are left below the selected one.
const NEAR_THE_END: usize = 40;

/// What of the past has been asked for and has not come yet.
#[derive(Default)]
pub(super) struct PendingHistory {
    history: Option<(Vec<RecordRef>, Option<String>)>,
    changes: Option<String>,
}

impl State {
    /// What is to be read of the past for what is looked at now.
    pub(super) fn history_wanted(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.has_data
            && let Some((of, after)) = self.commits_wanted()
            && self.pending_history.history.as_ref() != Some(&(of.clone(), after.clone()))
        {
            self.pending_history.history = Some((of.clone(), after.clone()));
            effects.push(Effect::ReadHistory { of, after });
        }
        if let Some(commit) = self.changes_wanted()
            && self.pending_history.changes.as_ref() != Some(&commit)
        {
            self.pending_history.changes = Some(commit.clone());
            effects.push(Effect::ReadChanges(commit));
        }
        effects
    }

    /// What was asked for has come, or is to be asked for again.
    pub(super) fn history_came(&mut self, before: &Data) {
        if !Arc::ptr_eq(&before.history, &self.data.history) {
            self.pending_history = PendingHistory::default();
        }
    }

    fn commits_wanted(&self) -> Option<(Vec<RecordRef>, Option<String>)> {
        if let Some(opened) = &self.opened {
            let of = opened.subject.records(&self.data.portfolio);
            let next = match self.data.history.of(&of) {
                None => None,
                // The rest is read where it is looked at.
                Some(known) if opened.is_at_its_end() => Some(known.next()?.to_owned()),
                Some(_) => return None,
            };
            return Some((of, next));
        }
        if self.screen != Screen::History {
            return None;
        }
        let next = match self.data.history.of(&[]) {
            None => None,
            Some(known) if self.list().left() < NEAR_THE_END => Some(known.next()?.to_owned()),
            Some(_) => return None,
        };
        Some((Vec::new(), next))
    }

    fn changes_wanted(&self) -> Option<String> {
        let name = match (&self.overlay, &self.opened) {
            (Some(Overlay::Text(TextBox { topic: Topic::Commit(name), .. })), _)
            | (Some(Overlay::Text(TextBox { topic: Topic::Explain(Target::Commit { name, .. }), .. })), _) => name,
            (_, None) if self.screen == Screen::History => {
                &history::commit(&self.data, self.list().selected_row()?)?.name
            }
            _ => return None,
        };
        self.data.history.changes(name).is_none().then(|| name.clone())
    }

    /// Takes back the edit that is selected, whoever made it: asked again, since it may be of long ago and of others.
    pub(super) fn undo_this(&mut self) -> Vec<Effect> {
        let Some(commit) = self.list().selected_row().and_then(|row| history::commit(&self.data, row)) else {
            return Vec::new();
        };
        if !history::is_edit(commit) {
            let key = if commit.verb.is_some() { "undo-of-undo" } else { "undo-not-ours" };
            self.notice = Some(Notice::Info(self.locale.text(key)));
            return Vec::new();
        }
        let name = commit.name.clone();
        if self.to_confirm.as_ref() != Some(&name) {
            let args = [
                ("keys", MessageArg::Text(self.render_context().key_in(KeyContext::History, Command::UndoThis))),
                ("subject", MessageArg::Text(sanitize(&commit.subject).into_owned())),
                ("author", MessageArg::Text(sanitize(&commit.author).into_owned())),
                ("date", MessageArg::Date(commit.on)),
            ];
            self.notice = Some(Notice::Confirm(self.locale.message("undo-this-asked", &args), name));
            return Vec::new();
        }
        self.busy = Some(Busy::Undoing);
        vec![Effect::Undo(Some(name))]
    }

    /// Whether the selected commit is an edit that can be taken back.
    pub(in crate::ui) fn can_undo_this(&self) -> bool {
        let commit = self.list().selected_row().and_then(|row| history::commit(&self.data, row));
        commit.is_some_and(history::is_edit)
    }
}
