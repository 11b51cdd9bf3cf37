//! Outcomes of effects: new data, texts, commits, and messages.

use std::sync::Arc;

use crate::edit::Verb;

use super::{Busy, Notice, State};
use crate::locale::{Language, Locale};
use crate::model::{MessageArg, RecordRef};
use crate::ui::command::Command;
use crate::ui::form::Form;
use crate::ui::layer::{ImportProgress, Layer, PendingHandEdit, Topic};
use crate::ui::widget::list::RowMove;
use crate::ui::{CopyContent, Data, Effect, Outcome, SavedCommit};

impl State {
    pub(super) fn outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Data(data) => return self.replace_data(data),
            Outcome::Searchable => {
                self.work.searchable = None;
                self.lists.replace(&self.env);
                self.refresh();
            }
            Outcome::Text(record, text) => return self.text_arrived(&record, text),
            Outcome::HandEdit { record, lines, lost } => self.hand_edit(PendingHandEdit { record, lines, lost }),
            Outcome::PortfolioCreated => self.portfolio_created(),
            Outcome::Compared(comparison) => {
                self.work.busy = self.work.busy.filter(|busy| *busy != Busy::Reading);
                self.read(Topic::Comparison(comparison));
            }
            Outcome::Saved(commit) => self.saved(commit),
            Outcome::Restored(words) => self.notice = Some(Notice::Done(words)),
            Outcome::Copied(text) => self.copied(&text),
            Outcome::NotOpened(address) => return vec![Effect::Copy(CopyContent::Text(address))],
            Outcome::SyncProgress(step) => self.sync_progress(step),
            Outcome::Synced(summary) => self.synced(summary),
            Outcome::Questions(questions) => self.sync_questions(questions),
            Outcome::ImportProgress { count, all } => self.import_progress(ImportProgress::Rows(count, all)),
            Outcome::ImportPlanned(import) => {
                self.end_import();
                self.read(Topic::Import(*import));
            }
            Outcome::PaperMade(made) => self.paper_made(*made),
            Outcome::PaperExists(file) => self.paper_exists(file),
            Outcome::PaperWritten(words) => self.paper_written(words),
            Outcome::Message(words) => self.inform(words),
            Outcome::Failed { what, remedy, cause } => return self.failed(what, remedy, cause),
        }
        Vec::new()
    }

    /// Shows other data; every list and page keeps its selection.
    fn replace_data(&mut self, data: Arc<Data>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.env.data, data);
        self.history_arrived(&before);
        self.env.has_data = true;
        self.env.as_of = self.env.data.as_of;
        self.work.busy = self.work.busy.filter(|busy| *busy != Busy::Reading);
        self.go_on_with_tour();
        self.lists.replace(&self.env);
        self.say_where_the_row_went();
        self.verbs.of = None;
        self.refresh();
        self.open_created();
        self.announce_drafts();
        self.reopen_form()
    }

    /// Shows everything in another language; the lists follow when they have been made again.
    pub(super) fn set_language(&mut self, language: Language) -> Vec<Effect> {
        self.env.locale = Locale::new(language);
        self.choices.language = Some(language);
        self.refresh();
        let mut effects = vec![Effect::SetLanguage(language)];
        effects.extend(self.reopen_form());
        effects
    }

    /// The text of a record has arrived for the form that asked for it.
    fn text_arrived(&mut self, record: &RecordRef, text: Result<String, String>) -> Vec<Effect> {
        let Self { env, layers, .. } = self;
        let form = layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form),
            _ => None,
        });
        form.map_or_else(Vec::new, |form| form.text_arrived(record, text, &env.form_context()))
    }

    /// Makes the open form again from new data or in another language: what was typed stays. If the form cannot be made
    /// any more, what was typed becomes a draft.
    fn reopen_form(&mut self) -> Vec<Effect> {
        let Some(at) = self.layers.iter().rposition(|layer| matches!(layer, Layer::Form(_))) else { return Vec::new() };
        let Some(Layer::Form(form)) = self.layers.get(at) else { return Vec::new() };
        match Form::reopen(form, &self.env.form_context()) {
            Ok((form, effects)) => {
                if let Some(layer) = self.layers.get_mut(at) {
                    *layer = Layer::Form(Box::new(form));
                }
                effects
            }
            Err(why) => {
                if let Some(draft) = form.draft() {
                    self.drafts.put(draft);
                }
                self.layers.truncate(at);
                self.notice = Some(Notice::Info(why));
                Vec::new()
            }
        }
    }

    /// A commit was made: the form that it came from is done.
    fn saved(&mut self, commit: SavedCommit) {
        if self.work.busy.take() == Some(Busy::Saving) && matches!(self.layers.last(), Some(Layer::Form(_))) {
            self.layers.pop();
        }
        if let Some(submission) = self.work.submission.take() {
            self.drafts.remove(&submission.kind);
            if submission.kind.subjects.len() > 1 {
                // The marked rows are done: the next command is about the selection again.
                self.lists.list_mut().unmark();
            }
        }
        self.lists.list_mut().saved();
        self.notice = Some(Notice::Committed(commit, None));
    }

    /// Shows where the row of the last commit went, if it moved.
    fn say_where_the_row_went(&mut self) {
        let Some(Notice::Committed(_, went)) = &mut self.notice else { return };
        let Some(moved) = self.lists.list_mut().take_move() else { return };
        *went = Some(match moved {
            RowMove::To(group) => {
                let title = group.title(&self.env.render_context()).1;
                self.env.locale.message("row-went-to", &[("group", MessageArg::Text(title))])
            }
            RowMove::Hidden => self.env.locale.text("row-went-away"),
        });
    }

    /// The uncommitted lines of a record have been read: for a question about them, or after an editor was closed.
    fn hand_edit(&mut self, edit: PendingHandEdit) {
        if let Some(text) = self.text_box_mut()
            && let Topic::HandEditConflict(conflict) = &mut text.topic
        {
            if conflict.take(&edit.record, &edit.lines) {
                self.refresh();
                return;
            }
        } else if matches!(self.layers.last(), Some(Layer::Text(text)) if matches!(text.topic, Topic::HandEdit(_))) {
            self.layers.pop();
        }
        if !matches!(&edit.lines, Ok(lines) if lines.is_empty()) {
            self.read(Topic::HandEdit(edit));
        }
    }

    /// The folder has become a portfolio: the first startup comes next.
    fn portfolio_created(&mut self) {
        self.layers.retain(|layer| !matches!(layer, Layer::Welcome(_)));
        let context = self.lists.listing().context();
        let words = self.env.message_with_keys("welcome-done", context, Command::Verb(Verb::NewStartup));
        self.notice = Some(Notice::Done(words));
    }

    /// Shows a message, after those that are shown already.
    pub(super) fn inform(&mut self, words: String) {
        self.notice = Some(match self.notice.take() {
            Some(Notice::Info(before)) => Notice::Info(format!("{before} · {words}")),
            Some(failed @ Notice::Failed(..)) => failed,
            _ => Notice::Info(words),
        });
    }
}
