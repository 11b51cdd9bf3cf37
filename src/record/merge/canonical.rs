//! What a value says, whatever it is written like.

use toml::Value;

use crate::model::{KeyPath, PathStep};

/// The value at a path.
pub(super) fn at<'v>(value: &'v Value, path: &KeyPath) -> Option<&'v Value> {
    path.0.iter().try_fold(value, |value, step| match step {
        PathStep::Key(key) => value.as_table()?.get(key),
        PathStep::Index(index) => value.as_array()?.get(*index),
    })
}

/// Whether two values say the same.
pub(super) fn same(first: &Value, second: &Value) -> bool {
    // What is not a number is not equal to itself, but it says the same.
    first == second || canonical_text(first) == canonical_text(second)
}

/// What a value says, in one way of writing.
pub(super) fn canonical_text(value: &Value) -> String {
    say(value, false)
}

/// What a value says, but for the order of its lists; an empty list says nothing.
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
