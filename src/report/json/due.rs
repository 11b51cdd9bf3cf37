//! `couveuse due --json`: who owes what to whom, by when.

use serde::Serialize;

use super::{id_or_null, ids, iso, iso_or_null};
use crate::locale::Locale;
use crate::model::Date;
use crate::report::words;
use crate::rules::Occurrence;

/// `{as_of, occurrences: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueJson {
    pub as_of: String,
    /// Late ones first, then by due date.
    pub occurrences: Vec<OccurrenceJson>,
}

/// An occurrence of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OccurrenceJson {
    pub convention: Option<String>,
    /// Empty for a framework.
    pub startups: Vec<String>,
    /// The obligation's id within the convention; `committee`; or `payment-<contribution>`, with `-<n>` if there are
    /// several tranches.
    pub obligation: Option<String>,
    pub article: Option<String>,
    pub debtor: Option<String>,
    pub creditor: Option<String>,
    /// `standing`, `once` or `recurring`.
    pub kind: &'static str,
    /// `null` if unknown.
    pub due: Option<String>,
    /// `standing`, `done`, `open`, `due-soon`, `late` or `undetermined`.
    pub state: &'static str,
    /// 0 if not late.
    pub days_late: i64,
    /// What is to be done.
    pub what: String,
}

impl OccurrenceJson {
    pub(super) fn new(occurrence: &Occurrence, locale: &Locale) -> Self {
        Self {
            convention: id_or_null(occurrence.convention.as_ref()),
            startups: ids(&occurrence.startups),
            obligation: occurrence.is_obligation().then(|| occurrence.obligation.clone()),
            article: occurrence.article.clone(),
            debtor: id_or_null(occurrence.debtor()),
            creditor: id_or_null(occurrence.creditor()),
            kind: occurrence.kind.name(),
            due: iso_or_null(occurrence.due),
            state: occurrence.state.name(),
            days_late: occurrence.days_late,
            what: words::what(occurrence, locale),
        }
    }
}

/// Builds the answer of `due --json`.
#[must_use]
pub fn due<'a>(occurrences: impl IntoIterator<Item = &'a Occurrence>, as_of: Date, locale: &Locale) -> DueJson {
    DueJson {
        as_of: iso(as_of),
        occurrences: occurrences.into_iter().map(|one| OccurrenceJson::new(one, locale)).collect(),
    }
}
