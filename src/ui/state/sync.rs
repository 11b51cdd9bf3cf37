//! Bringing this folder and the one that it is shared through together, as the screen goes along with it.

use super::{Busy, State};
use crate::model::{MergeAnswer, MergeQuestion, MergeSide};
use crate::ui::command::Command;
use crate::ui::overlay::sync::SyncQuestions;
use crate::ui::overlay::{Overlay, TextBox, Topic};
use crate::ui::{Effect, SyncProgress, SyncSummary};

impl State {
    /// Begins it, with what was answered.
    pub(super) fn sync(&mut self, answers: Vec<MergeAnswer>) -> Vec<Effect> {
        if self.busy == Some(Busy::Syncing) {
            return Vec::new();
        }
        self.busy = Some(Busy::Syncing);
        self.answered.clone_from(&answers);
        self.read(Topic::SyncProgress(SyncProgress::Fetching(String::new())));
        vec![Effect::Sync(answers)]
    }

    /// It is so far. After somebody stopped it, nothing of that is of interest.
    pub(super) fn syncing(&mut self, step: SyncProgress) {
        if let Some(topic @ Topic::SyncProgress(_)) = self.topic_mut()
            && !matches!(topic, Topic::SyncProgress(SyncProgress::Cancelling))
        {
            *topic = Topic::SyncProgress(step);
            self.renew_pages();
        }
    }

    /// It came to its end.
    pub(super) fn synced(&mut self, synced: SyncSummary) {
        self.end_of_sync();
        self.answered.clear();
        self.read(Topic::Synced(synced));
    }

    /// Two people set the same to two values.
    pub(super) fn asked(&mut self, questions: Vec<MergeQuestion>) {
        self.end_of_sync();
        let before = std::mem::take(&mut self.answered);
        self.read(Topic::Questions(SyncQuestions::new(questions, before)));
    }

    /// Closes the box of a sync that goes on no more; whether there was one.
    pub(super) fn end_of_sync(&mut self) -> bool {
        self.busy = self.busy.filter(|busy| *busy != Busy::Syncing);
        let is_open = matches!(self.topic_mut(), Some(Topic::SyncProgress(_)));
        if is_open {
            self.overlay = None;
        }
        is_open
    }

    /// A key in one of its boxes.
    pub(super) fn sync_command(&mut self, command: Command) -> Vec<Effect> {
        match (self.topic_mut(), command) {
            (Some(topic @ Topic::SyncProgress(_)), Command::StopSync) => {
                *topic = Topic::SyncProgress(SyncProgress::Cancelling);
                self.renew_pages();
                return vec![Effect::CancelSync];
            }
            (Some(Topic::Questions(asking)), Command::TakeOurs) => asking.answer(MergeSide::Ours),
            (Some(Topic::Questions(asking)), Command::TakeTheirs) => asking.answer(MergeSide::Theirs),
            (Some(Topic::Questions(asking)), Command::QuestionBefore) => asking.step(-1),
            (Some(Topic::Questions(asking)), Command::QuestionAfter) => asking.step(1),
            (Some(Topic::Questions(asking)), Command::Accept) => {
                return match asking.answers() {
                    Some(answers) => self.sync(answers),
                    None => Vec::new(),
                };
            }
            _ => return Vec::new(),
        }
        self.renew_pages();
        Vec::new()
    }

    /// Whether there is another question to go to.
    pub(in crate::ui) fn has_many_questions(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Text(TextBox { topic: Topic::Questions(asking), .. }))
            if asking.all.len() > 1)
    }

    fn topic_mut(&mut self) -> Option<&mut Topic> {
        match &mut self.overlay {
            Some(Overlay::Text(TextBox { topic, .. })) => Some(topic),
            _ => None,
        }
    }
}
