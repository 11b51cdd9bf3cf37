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
    /// The full name of the commit.
    pub commit: String,
    /// In the author's time zone.
    pub on: String,
    /// Such as `09:05`.
    pub time: String,
    pub author: String,
    /// `null` if this program did not make the commit.
    pub verb: Option<String>,
    pub subject: String,
    /// The rest of the message.
    pub detail: String,
    /// Such as `convention/histologe-pau-anct`.
    pub records: Vec<String>,
    /// The number of further records.
    pub more_records: usize,
    /// The commit that it undoes.
    pub undoes: Option<String>,
}

/// Builds the answer of `log --json`.
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
