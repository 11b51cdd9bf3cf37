//! Requests the history that is shown, and undoes the selected commit.

use std::sync::Arc;

use super::{Busy, Notice, State};
use crate::model::{KeyPath, MessageArg, RecordRef};
use crate::report::sanitize;
use crate::ui::command::Command;
use crate::ui::keymap::KeyContext;
use crate::ui::layer::{Layer, Topic};
use crate::ui::list_screens::history;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::{Data, Effect, SinceChoice};

/// More commits are read if fewer lines than this are left below the selected one.
const NEAR_THE_END: usize = 40;

/// What has been asked for and has not arrived.
#[derive(Default)]
pub(super) struct PendingHistory {
    commits: Option<(Vec<RecordRef>, Option<String>)>,
    changes: Option<String>,
    places: Option<Vec<(RecordRef, KeyPath)>>,
    marks: Option<SinceChoice>,
}

impl State {
    /// Returns what is to be read for what is shown now.
    pub(super) fn history_wanted(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.env.has_data
            && let Some((of, after)) = self.commits_wanted()
            && self.work.history.commits.as_ref() != Some(&(of.clone(), after.clone()))
        {
            self.work.history.commits = Some((of.clone(), after.clone()));
            effects.push(Effect::ReadHistory { of, after });
        }
        if let Some(commit) = self.changes_wanted()
            && self.work.history.changes.as_ref() != Some(&commit)
        {
            self.work.history.changes = Some(commit.clone());
            effects.push(Effect::ReadChanges(commit));
        }
        if let Some(places) = self.places_wanted()
            && self.work.history.places.as_ref() != Some(&places)
        {
            self.work.history.places = Some(places.clone());
            effects.push(Effect::ReadPlaces(places));
        }
        if self.wants_marks() && self.work.history.marks.as_ref() != Some(&self.env.since) {
            self.work.history.marks = Some(self.env.since.clone());
            effects.push(Effect::ReadMarks(self.env.since.clone()));
        }
        effects
    }

    /// Returns whether it is to be read which startups have changed: once Portfolio or a page is shown.
    fn wants_marks(&self) -> bool {
        let data = &self.env.data;
        let is_known = data.history.marks().is_some_and(|marks| marks.since == self.env.since);
        let is_shown = self.lists.screen == Screen::Portfolio || self.page().is_some();
        self.env.has_data && data.loading.is_none() && is_shown && !is_known
    }

    /// Marks what has changed since the last review instead of the last committee, then what was given at the start.
    pub(super) fn next_since(&mut self) {
        self.env.since = match (&self.env.since, &self.env.since_given) {
            (SinceChoice::Committee, _) => SinceChoice::Review,
            (SinceChoice::Review, Some(given)) => given.clone(),
            _ => SinceChoice::Committee,
        };
        self.notice = Some(Notice::Done(self.env.render_context().since_words(&self.env.since)));
    }

    /// Returns the entries of an open explanation whose places are not known.
    fn places_wanted(&self) -> Option<Vec<(RecordRef, KeyPath)>> {
        let Some(Layer::Text(text)) = self.layers.last() else { return None };
        let Topic::Explain(explained) = &text.topic else { return None };
        let entries = explained.entries().map(|line| (line.record.clone(), line.path.clone()));
        let entries: Vec<_> = entries.filter(|entry| !self.env.data.history.has_place(entry)).collect();
        (!entries.is_empty()).then_some(entries)
    }

    /// Data has arrived: what it does not hold is asked for again.
    pub(super) fn history_arrived(&mut self, before: &Data) {
        if !Arc::ptr_eq(&before.history, &self.env.data.history) {
            self.work.history = PendingHistory::default();
        }
    }

    fn commits_wanted(&self) -> Option<(Vec<RecordRef>, Option<String>)> {
        if let (None, Some(subject)) = (self.page(), self.subject_shown()) {
            let of = subject.records(&self.env.data.portfolio);
            return self.env.data.history.of(&of).is_none().then_some((of, None));
        }
        if let Some(page) = self.page() {
            let of = page.opened.subject.records(&self.env.data.portfolio);
            let next = match self.env.data.history.of(&of) {
                None => None,
                // The rest is read when the end of the page is shown.
                Some(known) if page.opened.is_at_its_end() => Some(known.next()?.to_owned()),
                Some(_) => return None,
            };
            return Some((of, next));
        }
        if self.lists.screen != Screen::History {
            return None;
        }
        let next = match self.env.data.history.of(&[]) {
            None => None,
            Some(known) if self.lists.list().left() < NEAR_THE_END => Some(known.next()?.to_owned()),
            Some(_) => return None,
        };
        Some((Vec::new(), next))
    }

    fn changes_wanted(&self) -> Option<String> {
        let topic = match self.layers.last() {
            Some(Layer::Text(text)) => Some(&text.topic),
            _ => None,
        };
        let name = match topic {
            Some(Topic::Commit(name)) => name,
            Some(Topic::Explain(explained)) => match &explained.target {
                Target::Commit { name, .. } => name,
                _ => return None,
            },
            _ if self.page().is_none() && self.lists.screen == Screen::History => {
                &history::commit(&self.env.data, self.lists.list().selected_row()?)?.name
            }
            _ => return None,
        };
        self.env.data.history.changes(name).is_none().then(|| name.clone())
    }

    /// Undoes the selected commit. It may be old or somebody else's, so the key must be pressed twice.
    pub(super) fn undo_this(&mut self) -> Vec<Effect> {
        let selected = self.lists.list().selected_row();
        let Some(commit) = selected.and_then(|row| history::commit(&self.env.data, row)) else { return Vec::new() };
        if !history::is_edit(commit) {
            let key = if commit.verb.is_some() { "undo-of-undo" } else { "undo-not-ours" };
            self.notice = Some(Notice::Info(self.env.locale.text(key)));
            return Vec::new();
        }
        let name = commit.name.clone();
        if self.to_confirm.as_ref() != Some(&name) {
            let keys = self.env.render_context().key_in(KeyContext::History, Command::UndoThis);
            let args = [
                ("keys", MessageArg::Text(keys)),
                ("subject", MessageArg::Text(sanitize(&commit.subject).into_owned())),
                ("author", MessageArg::Text(sanitize(&commit.author).into_owned())),
                ("date", MessageArg::Date(commit.on)),
            ];
            self.notice = Some(Notice::Confirm(self.env.locale.message("undo-this-asked", &args), name));
            return Vec::new();
        }
        self.work.busy = Some(Busy::Undoing);
        vec![Effect::Undo(Some(name))]
    }

    /// Returns whether the selected commit can be undone.
    pub(super) fn can_undo_this(&self) -> bool {
        let commit = self.lists.list().selected_row().and_then(|row| history::commit(&self.env.data, row));
        commit.is_some_and(history::is_edit)
    }
}
