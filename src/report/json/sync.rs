//! `couveuse sync --json`: what came, what went, and what is to be decided.

use serde::Serialize;

use super::iso_or_null;
use crate::model::{MergeQuestion, MergeVersion, RecordRef};

/// `{synced, received, sent, merged, records, questions}`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SyncJson {
    /// Whether it went through.
    pub synced: bool,
    /// Commits that came.
    pub received: usize,
    /// Commits that went.
    pub sent: usize,
    /// The merge commit.
    pub merged: Option<String>,
    /// The records that changed here.
    pub records: Vec<String>,
    /// What is to be decided; then nothing was changed.
    pub questions: Vec<QuestionJson>,
}

/// The same thing set to two values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionJson {
    /// The record.
    pub record: String,
    /// The way to the value; empty for the whole record.
    pub path: String,
    /// What both began with, as written.
    pub was: Option<String>,
    /// What stands here.
    pub ours: VersionJson,
    /// What came.
    pub theirs: VersionJson,
}

/// What one side has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionJson {
    /// As written.
    pub value: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// The day.
    pub on: Option<String>,
}

/// The answer of `sync --json` where it went through.
#[must_use]
pub fn synced(received: usize, sent: usize, merged: Option<&str>, records: &[RecordRef]) -> SyncJson {
    let records = records.iter().map(ToString::to_string).collect();
    SyncJson { synced: true, received, sent, merged: merged.map(str::to_owned), records, questions: Vec::new() }
}

/// The answer of `sync --json` where something is to be decided.
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
