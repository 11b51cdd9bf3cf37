//! `couveuse log --json`: who changed which record, when.

use serde::Serialize;

use super::iso;
use crate::model;

/// `{commits: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogJson {
    /// The newest first.
    pub commits: Vec<LogCommitJson>,
}

/// A commit that touched records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogCommitJson {
    /// Its name, in full.
    pub commit: String,
    /// The day, by the author's own clock.
    pub on: String,
    /// The time of day: `09:05`.
    pub time: String,
    /// Who wrote it.
    pub author: String,
    /// The verb, where this program made it.
    pub verb: Option<String>,
    /// The first line of its message.
    pub subject: String,
    /// The rest of it.
    pub detail: String,
    /// The records, as `convention/histologe-pau-anct`.
    pub records: Vec<String>,
    /// How many records it touched besides.
    pub more_records: usize,
    /// The commit that it takes back.
    pub undoes: Option<String>,
}

/// The answer of `log --json`.
#[must_use]
pub fn log(commits: &[model::Commit]) -> LogJson {
    let row = |commit: &model::Commit| LogCommitJson {
        commit: commit.name.clone(),
        on: iso(commit.on),
        time: commit.time(),
        author: commit.author.clone(),
        verb: commit.verb.clone(),
        subject: commit.subject.clone(),
        detail: commit.detail.clone(),
        records: commit.records.iter().map(ToString::to_string).collect(),
        more_records: commit.more,
        undoes: commit.undoes.clone(),
    };
    LogJson { commits: commits.iter().map(row).collect() }
}
