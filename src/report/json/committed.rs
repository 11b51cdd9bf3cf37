//! The answer of verbs, `undo` and `redo`.

use serde::Serialize;

use super::iso_or_null;
use crate::locale::Locale;
use crate::model::{Date, Money, RecordRef};
use crate::report::words;
use crate::rules::{Consequence, ConsequenceKind};

/// A commit that was made, or the reason to make none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitJson {
    /// The full name of the commit; `null` if all of it was already recorded.
    pub commit: Option<String>,
    pub subject: Option<String>,
    /// The first of `records`.
    pub record: String,
    /// Such as `startup/histologe`.
    pub records: Vec<String>,
    /// The day of the fact as understood.
    pub on: Option<String>,
    /// The amount by which a payment exceeds the promise.
    pub more_than_promised: Option<String>,
    /// The consequences of a decision that were not recorded with it.
    pub proposed: Vec<ProposedJson>,
}

/// A consequence of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposedJson {
    /// Such as `inform-procurement`, `phase`, `next-committee`, or the warnings `money-ends-first`, `year-ends-first`.
    pub kind: &'static str,
    /// `action`, `phase`, `committee` or `warning`.
    pub record: &'static str,
    pub on: Option<String>,
    pub phase: Option<&'static str>,
    /// In words.
    pub what: String,
}

impl ProposedJson {
    /// Builds the entry of a consequence.
    #[must_use]
    pub fn new(consequence: &Consequence, locale: &Locale) -> Self {
        let kind = consequence.kind;
        Self {
            kind: kind.name(),
            record: match kind {
                _ if kind.is_action() => "action",
                _ if kind.is_warning() => "warning",
                ConsequenceKind::Phase(_) => "phase",
                _ => "committee",
            },
            on: iso_or_null(consequence.on),
            phase: match kind {
                ConsequenceKind::Phase(phase) => Some(phase.name()),
                _ => None,
            },
            what: words::of_consequence(consequence, locale),
        }
    }
}

/// Builds the answer for a commit, given its name and subject; `None` if all of it was already recorded.
#[must_use]
pub fn committed(
    commit: Option<(&str, &str)>,
    records: &[RecordRef],
    on: Option<Date>,
    more_than_promised: Option<Money>,
) -> CommitJson {
    let records: Vec<String> = records.iter().map(ToString::to_string).collect();
    CommitJson {
        commit: commit.map(|(name, _)| name.to_owned()),
        subject: commit.map(|(_, subject)| subject.to_owned()),
        record: records.first().cloned().unwrap_or_default(),
        records,
        on: iso_or_null(on),
        more_than_promised: more_than_promised.map(|money| money.to_string()),
        proposed: Vec::new(),
    }
}
