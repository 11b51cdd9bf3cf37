//! The state of one merge: its answers and the questions that they leave open.

use crate::model::{KeyPath, MergeAnswer, MergeQuestion, MergeSide, MergeVersion, RecordRef};

/// The record being merged, the answers given and the questions found.
pub(super) struct MergeContext<'a> {
    pub record: &'a RecordRef,
    pub answers: &'a [MergeAnswer],
    pub questions: Vec<MergeQuestion>,
}

impl MergeContext<'_> {
    /// Returns the side that an answer chose. Without an answer, adds the question and returns ours.
    pub fn ask(
        &mut self,
        path: KeyPath,
        was: Option<String>,
        ours: Option<String>,
        theirs: Option<String>,
    ) -> MergeSide {
        let answer = self.answers.iter().find(|answer| answer.record == *self.record && answer.path == path);
        if let Some(answer) = answer {
            return answer.side;
        }
        let version = |value| MergeVersion { value, ..MergeVersion::default() };
        let (ours, theirs) = (version(ours), version(theirs));
        self.questions.push(MergeQuestion { record: self.record.clone(), path, was, ours, theirs });
        MergeSide::Ours
    }
}
