//! Comparison of TOML values independent of their notation.

use toml::Value;

use crate::model::{KeyPath, PathStep};

/// Returns the value at a path.
pub(super) fn at<'v>(value: &'v Value, path: &KeyPath) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match step {
        PathStep::Key(key) => value.as_table()?.get(key.as_str()),
        PathStep::Index(index) => value.as_array()?.get(*index),
    })
}

/// Returns whether two values are equal. NaN is equal to itself.
pub(in crate::record) fn same(first: &Value, second: &Value) -> bool {
    // NaN != NaN, but its canonical text is the same.
    first == second || canonical_text(first) == canonical_text(second)
}

/// Returns the canonical text of a value.
pub(super) fn canonical_text(value: &Value) -> String {
    say(value, false)
}

/// Returns the canonical text of a value with sorted lists; empty lists are omitted.
pub(super) fn canonical_unordered(value: &Value) -> String {
    say(value, true)
}

fn say(value: &Value, any_order: bool) -> String {
    match value {
        Value::Array(values) => {
            let mut values: Vec<String> = values.iter().map(|value| say(value, any_order)).collect();
            if any_order {
                values.sort();
            }
            format!("[{}]", values.join(", "))
        }
        Value::Table(table) => {
            let said =
                table.iter().filter(|(_, value)| !any_order || value.as_array().is_none_or(|list| !list.is_empty()));
            let mut pairs: Vec<String> =
                said.map(|(key, value)| format!("{key:?} = {}", say(value, any_order))).collect();
            pairs.sort();
            format!("{{{}}}", pairs.join(", "))
        }
        value => value.to_string(),
    }
}
