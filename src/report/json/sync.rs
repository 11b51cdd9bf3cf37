//! `couveuse sync --json`: the result, or the questions to answer.

use serde::Serialize;

use super::iso_or_null;
use crate::model::{MergeQuestion, MergeVersion, RecordRef};

/// `{synced, received, sent, merged, records, questions, settled, in_progress}`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SyncJson {
    /// Whether the sync succeeded.
    pub synced: bool,
    pub received: usize,
    pub sent: usize,
    pub merged: Option<String>,
    /// The records that changed locally.
    pub records: Vec<String>,
    /// Conflicts to decide; if there are any, nothing was changed.
    pub questions: Vec<QuestionJson>,
    /// The records that git had left in conflict and that are settled now. If there are any, nothing was fetched.
    pub settled: Vec<String>,
    /// The command of git that waits to be continued after that.
    pub in_progress: Option<&'static str>,
}

/// A value that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionJson {
    pub record: String,
    /// The path of the value; empty for the whole record.
    pub path: String,
    /// The common ancestor, as written.
    pub was: Option<String>,
    pub ours: VersionJson,
    pub theirs: VersionJson,
}

/// The value of one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionJson {
    pub value: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
}

/// Builds the answer of a successful sync.
#[must_use]
pub fn synced(received: usize, sent: usize, merged: Option<&str>, records: &[RecordRef]) -> SyncJson {
    let records = records.iter().map(ToString::to_string).collect();
    SyncJson { synced: true, received, sent, merged: merged.map(str::to_owned), records, ..SyncJson::default() }
}

/// Builds the answer of a sync that only settled the conflicts of git.
#[must_use]
pub fn settled(settled: &[RecordRef], in_progress: Option<&'static str>) -> SyncJson {
    SyncJson { settled: settled.iter().map(ToString::to_string).collect(), in_progress, ..SyncJson::default() }
}

/// Builds the answer of a sync with conflicts.
#[must_use]
pub fn questions(questions: &[MergeQuestion]) -> SyncJson {
    let version = |version: &MergeVersion| VersionJson {
        value: version.value.clone(),
        by: version.by.clone(),
        on: iso_or_null(version.on),
    };
    let row = |question: &MergeQuestion| QuestionJson {
        record: question.record.to_string(),
        path: question.path.to_string(),
        was: question.was.clone(),
        ours: version(&question.ours),
        theirs: version(&question.theirs),
    };
    SyncJson { questions: questions.iter().map(row).collect(), ..SyncJson::default() }
}
