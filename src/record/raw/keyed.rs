//! Tables whose keys are data: the weights of startups, the amounts of years, the keys of other systems.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::{Table, Value};

use super::Faults;
use super::scalar::{FromScalar, Scalar};
use crate::model::{KeyPath, ProblemKind};

/// A table of values of one type under any keys.
pub(super) type Keyed<T> = BTreeMap<String, Scalar<T>>;

/// Returns the values under the keys that `key_of` understands; each other key is a fault.
pub(super) fn build<K: Ord, T: FromScalar>(
    table: Keyed<T>,
    place: &KeyPath,
    key_of: impl Fn(&str) -> Option<K>,
    faults: &mut Faults,
) -> BTreeMap<K, T> {
    let mut built = BTreeMap::new();
    for (key, value) in table {
        match key_of(&key) {
            Some(key) => drop(built.insert(key, value.0)),
            None => faults.add(place.key(&key), ProblemKind::UnknownKey { key, nearest: None }),
        }
    }
    built
}

/// Keys of other systems: kept and shown, never checked.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawExtra(Table);

impl RawExtra {
    /// Returns the keys, dotted below tables, and their values as text.
    pub fn build(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (key, value) in &self.0 {
            flatten(key.clone(), value, &mut pairs);
        }
        pairs
    }
}

fn flatten(key: String, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Table(table) => {
            for (below, value) in table {
                flatten(format!("{key}.{below}"), value, pairs);
            }
        }
        value => pairs.push((key, shown(value))),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        value => value.to_string(),
    }
}

impl JsonSchema for RawExtra {
    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Keys of other systems: kept, shown, never checked",
            "type": "object",
            "additionalProperties": true
        })
    }
}
