//! `couveuse explain --json`: why something has its value.

use serde::Serialize;

use super::{iso, iso_or_null};
use crate::model::{Date, LinePlace, RecordRef};
use crate::report::explain::Explanation;

/// `{as_of, record, what, name, value, rule, source, lines: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplanationJson {
    pub as_of: String,
    pub record: String,
    pub what: String,
    /// In words.
    pub name: String,
    /// In words.
    pub value: String,
    pub rule: String,
    pub source: String,
    pub lines: Vec<ExplanationLineJson>,
}

/// An entry that the rule applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplanationLineJson {
    /// The name of the entry.
    pub text: String,
    pub amount: Option<String>,
    pub on: Option<String>,
    pub article: Option<String>,
    pub record: String,
    pub path: String,
    /// Below the folder.
    pub file: String,
    pub line: usize,
    /// The commit that wrote the line; `null` if it is not committed.
    pub commit: Option<String>,
    pub author: Option<String>,
    pub committed_on: Option<String>,
}

/// `{as_of, record, topics: [{what, name, value}]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicsJson {
    pub as_of: String,
    pub record: String,
    pub topics: Vec<TopicJson>,
}

/// Something that can be explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicJson {
    pub what: String,
    /// In words.
    pub name: String,
    /// In words.
    pub value: String,
}

/// Builds the answer of `explain --json`; `places` are those of the lines.
#[must_use]
pub fn explanation(record: &RecordRef, one: &Explanation, places: &[LinePlace], as_of: Date) -> ExplanationJson {
    let lines = one.lines.iter().zip(places).map(|(line, place)| ExplanationLineJson {
        text: line.text.clone(),
        amount: line.amount.map(|amount| amount.to_string()),
        on: iso_or_null(line.on),
        article: line.article.clone(),
        record: line.record.to_string(),
        path: line.path.to_string(),
        file: place.file.clone(),
        line: place.line,
        commit: place.origin.as_ref().map(|origin| origin.commit.clone()),
        author: place.origin.as_ref().map(|origin| origin.author.clone()),
        committed_on: iso_or_null(place.origin.as_ref().map(|origin| origin.on)),
    });
    ExplanationJson {
        as_of: iso(as_of),
        record: record.to_string(),
        what: one.what.clone(),
        name: one.name.clone(),
        value: one.value.clone(),
        rule: one.rule.clone(),
        source: one.source.clone(),
        lines: lines.collect(),
    }
}

/// Builds the answer of `explain --json` without WHAT.
#[must_use]
pub fn topics(record: &RecordRef, all: &[Explanation], as_of: Date) -> TopicsJson {
    let topic =
        |one: &Explanation| TopicJson { what: one.what.clone(), name: one.name.clone(), value: one.value.clone() };
    TopicsJson { as_of: iso(as_of), record: record.to_string(), topics: all.iter().map(topic).collect() }
}
