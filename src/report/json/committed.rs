//! What a verb, an undo and a redo answer.

use serde::Serialize;

use super::iso_or_null;
use crate::model::{Date, Money, RecordRef};

/// What was committed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitJson {
    /// The commit, in full.
    pub commit: String,
    /// Its subject.
    pub subject: String,
    /// The first of the records.
    pub record: String,
    /// The records that changed, as `startup/histologe`.
    pub records: Vec<String>,
    /// The day of the fact, as it was understood.
    pub on: Option<String>,
    /// By how much a payment goes beyond what was promised.
    pub more_than_promised: Option<String>,
}

/// A commit, by its name and subject.
#[must_use]
pub fn committed(
    (commit, subject): (&str, &str),
    records: &[RecordRef],
    on: Option<Date>,
    more_than_promised: Option<Money>,
) -> CommitJson {
    let records: Vec<String> = records.iter().map(ToString::to_string).collect();
    CommitJson {
        commit: commit.to_owned(),
        subject: subject.to_owned(),
        record: records.first().cloned().unwrap_or_default(),
        records,
        on: iso_or_null(on),
        more_than_promised: more_than_promised.map(|money| money.to_string()),
    }
}
