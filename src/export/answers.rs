//! The answers of `list`, `funding`, `due`, `committees` and `check` in one JSON object.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{ExportError, ExportInput};
use crate::report::json;

/// `{as_of, commit, list: {…}, funding: {…}, due: {…}, committees: {…}, check: {…}}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswersJson {
    as_of: String,
    /// `null` outside a repository.
    commit: Option<String>,
    list: Value,
    funding: Value,
    due: Value,
    committees: Value,
    /// `null` for the public.
    check: Value,
}

/// The keys that the public sees, by answer; all others are `null`. A new key is withheld until it is listed.
const OF_MONEY: &[&str] = &[
    "committed",
    "payable",
    "called",
    "uncalled",
    "received",
    "ae",
    "cp",
    "left",
    "refundable",
    "refundable_committed",
    "undetermined",
    "unscheduled",
    "unallocated",
    "payments",
    "spending",
    "payments_recorded",
];
const OF_LIST: &[&str] = &[
    "as_of",
    "startups",
    "id",
    "name",
    "also",
    "phase",
    "phase_from",
    "incubator",
    "sponsors",
    "conventions",
    "status",
    "signed",
    "ends",
    "ends_estimated",
    "funding",
    "undetermined",
    "committee",
    "planned",
    "indicator",
    "unit",
    "values",
    "on",
    "value",
    "runs_out",
    "incomplete",
    "shared_with",
];
const OF_FUNDING: &[&str] = &[
    "as_of",
    "total",
    "startups",
    "frameworks",
    "parties",
    "years",
    "budgets",
    "id",
    "shared_with",
    "receives",
    "receives_frameworks",
    "year",
    "nature",
    "promised",
    "service_done",
    "conventions",
];
const OF_DUE: &[&str] = &[
    "as_of",
    "occurrences",
    "convention",
    "startups",
    "id",
    "record",
    "obligation",
    "article",
    "debtor",
    "debtors",
    "creditor",
    "creditors",
    "kind",
    "due",
    "what",
    "unknown",
    "amount",
    "payments_recorded",
    "inferred",
];
const OF_COMMITTEES: &[&str] = &[
    "as_of",
    "committees",
    "startup",
    "convention",
    "reason",
    "article",
    "last_held",
    "planned",
    "papers_due",
    "runs_out",
];

/// Builds the object. For the public, values that show lateness or name people are `null`, and actions, conditions and
/// papers are left out.
///
/// # Errors
/// If serde_json fails, which does not happen with our types.
pub fn answers(input: &ExportInput<'_>) -> Result<AnswersJson, ExportError> {
    let (portfolio, as_of, locale) = (input.paper.portfolio, input.paper.as_of, input.paper.locale);
    let answers = input.answers;
    let is_public = input.paper.is_public();
    let occurrences = answers.occurrences.iter().filter(|one| one.is_obligation() || !is_public);
    let mut object = AnswersJson {
        as_of: as_of.to_string(),
        commit: input.paper.commit.clone(),
        list: serde_json::to_value(json::list(portfolio, (&answers.startups, &BTreeMap::new()), as_of))?,
        funding: serde_json::to_value(json::funding(
            &answers.funding,
            &crate::rules::budget_years(portfolio, as_of),
            as_of,
        ))?,
        due: serde_json::to_value(json::due(occurrences, as_of, locale))?,
        committees: serde_json::to_value(json::committees(&answers.committees, as_of))?,
        check: serde_json::to_value(json::check(input.diagnostics, locale))?,
    };
    if is_public {
        withhold(&mut object.list, &[OF_LIST, OF_MONEY]);
        withhold(&mut object.funding, &[OF_FUNDING, OF_MONEY]);
        withhold(&mut object.due, &[OF_DUE]);
        withhold(&mut object.committees, &[OF_COMMITTEES]);
        object.check = Value::Null;
    }
    Ok(object)
}

/// Sets the values of all keys to `null` that are in none of these lists, at any depth.
fn withhold(value: &mut Value, public: &[&[&str]]) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter_mut() {
                if public.iter().any(|keys| keys.contains(&key.as_str())) {
                    withhold(value, public);
                } else {
                    *value = Value::Null;
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| withhold(value, public)),
        _ => {}
    }
}
