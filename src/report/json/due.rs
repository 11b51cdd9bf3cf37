//! `couveuse due --json`: who owes what to whom, by when.

use serde::Serialize;

use super::{Rows, id_or_null, ids, iso, iso_or_null};
use crate::locale::Locale;
use crate::model::Date;
use crate::report::words;
use crate::rules::{Occurrence, Unknown};

/// `{as_of, occurrences: […]}`
#[derive(Serialize)]
struct DueJson<S> {
    as_of: String,
    /// Late ones first, then by due date.
    occurrences: S,
}

/// An occurrence of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OccurrenceJson {
    /// `null` for what belongs to a startup only.
    pub convention: Option<String>,
    /// Empty for a framework.
    pub startups: Vec<String>,
    /// What `done` takes after the record: as `obligation`, or `actions.ID`, `conditions.ID`, `papers`.
    pub id: String,
    /// The record that states it.
    pub record: String,
    /// The obligation's id within the convention; `committee`; or `payment-<contribution>`, with `-<n>` if there are
    /// several tranches. `null` for actions, conditions and papers.
    pub obligation: Option<String>,
    pub article: Option<String>,
    /// `null` unless there is exactly one.
    pub debtor: Option<String>,
    /// Those who owe it together.
    pub debtors: Vec<String>,
    /// `null` unless there is exactly one.
    pub creditor: Option<String>,
    pub creditors: Vec<String>,
    /// Of an action or a condition: a person's id, or any text.
    pub owner: Option<String>,
    /// `standing`, `once`, `recurring`, `action`, `condition` or `papers`.
    pub kind: &'static str,
    /// `null` if unknown.
    pub due: Option<String>,
    /// `late`, `due`, `due-soon`, `open`, `waiting`, `undetermined`, `standing`, `missed` or `done`.
    pub state: &'static str,
    /// 0 if not late.
    pub days_late: i64,
    /// What is to be done.
    pub what: String,
    /// Why `due` is `null`.
    pub unknown: Option<&'static str>,
    /// The day on which it was done.
    pub done_on: Option<String>,
    /// Of a payment: still to come, or received if nothing is; of a refund: to be paid back.
    pub amount: Option<String>,
    /// Of a payment: whether the payments of its contribution are recorded.
    pub payments_recorded: bool,
    /// The keys that are deduced rather than stated.
    pub inferred: Vec<String>,
}

impl OccurrenceJson {
    pub(super) fn new(occurrence: &Occurrence, locale: &Locale) -> Self {
        Self {
            convention: id_or_null(occurrence.convention.as_ref()),
            startups: ids(&occurrence.startups),
            id: if occurrence.is_obligation() { &occurrence.obligation } else { &occurrence.id }.to_string(),
            record: occurrence.record.to_string(),
            obligation: occurrence.is_obligation().then(|| occurrence.obligation.to_string()),
            article: occurrence.article.as_deref().map(str::to_owned),
            debtor: id_or_null(occurrence.debtor()),
            debtors: ids(&occurrence.debtors),
            creditor: id_or_null(occurrence.creditor()),
            creditors: ids(&occurrence.creditors),
            owner: occurrence.owner.as_ref().map(ToString::to_string),
            kind: occurrence.kind.name(),
            due: iso_or_null(occurrence.due),
            state: occurrence.state.name(),
            days_late: occurrence.days_late,
            what: words::what(occurrence, locale),
            unknown: occurrence.unknown.map(Unknown::name),
            done_on: iso_or_null(occurrence.done_on()),
            amount: occurrence.amount.map(|amount| amount.to_string()),
            payments_recorded: occurrence.payments_recorded,
            inferred: occurrence.inferred.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Builds the answer of `due --json`.
#[must_use]
pub fn due<'a>(
    occurrences: impl Iterator<Item = &'a Occurrence> + Clone,
    as_of: Date,
    locale: &Locale,
) -> impl Serialize {
    let occurrences = Rows(move || occurrences.clone().map(|one| OccurrenceJson::new(one, locale)));
    DueJson { as_of: iso(as_of), occurrences }
}
