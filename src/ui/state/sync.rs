//! Starts and cancels a sync, and updates its boxes.

use super::{Busy, State};
use crate::model::{MergeAnswer, MergeQuestion};
use crate::ui::layer::{Layer, LayerOps, SyncQuestions, Topic};
use crate::ui::{Effect, SyncProgress, SyncSummary};

impl State {
    /// Starts a sync with the answers given so far.
    pub(super) fn sync(&mut self, answers: Vec<MergeAnswer>) -> Vec<Effect> {
        if self.work.busy == Some(Busy::Syncing) {
            return Vec::new();
        }
        self.work.busy = Some(Busy::Syncing);
        self.work.answers.clone_from(&answers);
        self.close_sync_box();
        self.read(Topic::SyncProgress(SyncProgress::Fetching(String::new())));
        vec![Effect::Sync(answers)]
    }

    /// Shows the progress of a sync, unless the user has cancelled it.
    pub(super) fn sync_progress(&mut self, step: SyncProgress) {
        let Self { env, layers, .. } = self;
        let Some(Layer::Text(text)) = layers.last_mut() else { return };
        if let Topic::SyncProgress(shown) = &mut text.topic
            && *shown != SyncProgress::Cancelling
        {
            *shown = step;
            text.refresh(env);
        }
    }

    /// A sync has succeeded.
    pub(super) fn synced(&mut self, summary: SyncSummary) {
        self.end_sync();
        self.work.answers.clear();
        self.read(Topic::Synced(summary));
    }

    /// Values were changed on both sides.
    pub(super) fn sync_questions(&mut self, questions: Vec<MergeQuestion>) {
        self.end_sync();
        let before = std::mem::take(&mut self.work.answers);
        self.read(Topic::Questions(SyncQuestions::new(questions, before)));
    }

    /// The sync has ended: closes its box and returns whether it was open.
    pub(super) fn end_sync(&mut self) -> bool {
        self.work.busy = self.work.busy.filter(|busy| *busy != Busy::Syncing);
        self.close_sync_box()
    }

    fn close_sync_box(&mut self) -> bool {
        let is_sync = |topic: &Topic| matches!(topic, Topic::SyncProgress(_) | Topic::Questions(_));
        let is_open = matches!(self.layers.last(), Some(Layer::Text(text)) if is_sync(&text.topic));
        if is_open {
            self.layers.pop();
        }
        is_open
    }
}
