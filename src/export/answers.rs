//! The answers of `list`, `funding`, `due`, `committees` and `check` in one JSON object.

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
    /// `null` for readers outside.
    check: Value,
}

/// The keys that are `null` for readers outside, by answer.
const OF_MONEY: [&str; 3] = ["due", "outstanding", "late"];
const OF_LIST: [&str; 8] =
    ["due", "outstanding", "late", "next_due", "state", "days_late", "last_committee", "coaches"];
const OF_DUE: [&str; 4] = ["owner", "state", "days_late", "done_on"];
const OF_COMMITTEES: [&str; 4] = ["next_due", "unknown", "state", "days_late"];

/// Builds the object. For readers outside, what says who is late or names people is `null`, and actions,
/// conditions and papers are left out.
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
        list: serde_json::to_value(json::list(portfolio, answers, as_of))?,
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
        withhold(&mut object.list, &OF_LIST);
        withhold(&mut object.funding, &OF_MONEY);
        withhold(&mut object.due, &OF_DUE);
        withhold(&mut object.committees, &OF_COMMITTEES);
        object.check = Value::Null;
    }
    Ok(object)
}

/// Sets the values of these keys to `null`, at any depth.
fn withhold(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter_mut() {
                if keys.contains(&key.as_str()) {
                    *value = Value::Null;
                } else {
                    withhold(value, keys);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| withhold(value, keys)),
        _ => {}
    }
}
