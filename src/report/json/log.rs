//! `couveuse log --json` and `couveuse diff --json`: who changed which record, when, and what became known.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{AtJson, at_json, iso};
use crate::model::{self, FieldTable, FieldValue};

/// `{commits: […], shallow, at}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogJson {
    /// The newest first.
    pub commits: Vec<LogCommitJson>,
    /// Whether the clone lacks older commits.
    pub shallow: bool,
    /// The commit of `--at`.
    pub at: Option<AtJson>,
}

/// What became known between two commits: `{from, to, facts, elsewhere, commits}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffJson {
    pub from: RevisionJson,
    pub to: RevisionJson,
    pub facts: Vec<FactJson>,
    /// The number of records that differ and were not asked for.
    pub elsewhere: usize,
    /// The commits in between, the newest first, each with its own facts.
    pub commits: Vec<LogCommitJson>,
}

/// A commit that an answer is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevisionJson {
    /// The full name of the commit.
    pub commit: String,
    /// In the author's time zone.
    pub on: String,
    /// Such as `09:05`.
    pub time: String,
    pub author: String,
    pub subject: String,
}

/// Something that became known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactJson {
    /// Such as `convention/histologe-pau-anct`.
    pub record: String,
    /// Such as `payments[0].amount`; empty for the record itself.
    pub path: String,
    pub text: String,
    /// As written in the file, dates as ISO; `null` if there was none.
    pub was: Value,
    /// As written in the file, dates as ISO; `null` if there is none any more.
    pub is: Value,
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
    /// Whether it merges several lines of history.
    pub merge: bool,
    /// The number of commits received, if `sync` made the merge.
    pub received: Option<usize>,
    /// What became known of the records asked for.
    pub facts: Vec<FactJson>,
    /// The number of further facts.
    pub more_facts: usize,
    /// The number of records that it changed and whose facts are not listed.
    pub elsewhere: usize,
}

/// Builds the answer of `log --json`.
#[must_use]
pub fn log(commits: &[model::Commit], is_shallow: bool, at: Option<&model::Commit>) -> LogJson {
    LogJson { commits: rows(commits), shallow: is_shallow, at: at.map(at_json) }
}

/// Builds the answer of `diff --json`.
#[must_use]
pub fn diff(ends: [&model::Commit; 2], facts: &model::CommitFacts, commits: &[model::Commit]) -> DiffJson {
    let [from, to] = ends.map(revision);
    DiffJson {
        from,
        to,
        facts: facts.facts.iter().map(fact).collect(),
        elsewhere: facts.elsewhere,
        commits: rows(commits),
    }
}

/// Builds the identification of a commit.
#[must_use]
pub fn revision(commit: &model::Commit) -> RevisionJson {
    RevisionJson {
        commit: commit.name.clone(),
        on: iso(commit.on),
        time: commit.time(),
        author: commit.author.clone(),
        subject: commit.subject.clone(),
    }
}

fn rows(commits: &[model::Commit]) -> Vec<LogCommitJson> {
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
        merge: commit.is_merge,
        received: commit.received,
        facts: commit.facts.iter().map(fact).collect(),
        more_facts: commit.more_facts,
        elsewhere: commit.elsewhere,
    };
    commits.iter().map(row).collect()
}

fn fact(fact: &model::Fact) -> FactJson {
    let written = |value: &Option<FieldValue>| value.as_ref().map_or(Value::Null, written);
    FactJson {
        record: fact.record.to_string(),
        path: fact.path.to_string(),
        text: fact.text.clone(),
        was: written(&fact.was),
        is: written(&fact.is),
    }
}

/// Returns a value as written in the file.
fn written(value: &FieldValue) -> Value {
    match value {
        FieldValue::Text(text) | FieldValue::Other(text) => Value::String(text.clone()),
        FieldValue::Whole(whole) => (*whole).into(),
        FieldValue::Bool(yes) => Value::Bool(*yes),
        FieldValue::Date(date) => Value::String(iso(*date)),
        FieldValue::List(entries) => Value::Array(entries.iter().map(written).collect()),
        FieldValue::Table(FieldTable(pairs)) => {
            Value::Object(pairs.iter().map(|(key, value)| (key.clone(), written(value))).collect::<Map<_, _>>())
        }
    }
}
