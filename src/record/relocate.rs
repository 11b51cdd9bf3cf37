//! Finds entries again after lists have grown and entries have moved.

use toml::{Table, Value};

use super::merge::{EntryKey, align};
use crate::model::{KeyPath, PathStep};

/// Returns the current path of what a path led to in an earlier version of the record; `None` if that entry is gone.
#[must_use]
pub fn relocate(seen: &Table, now: &Table, path: &KeyPath) -> Option<KeyPath> {
    let (first, rest) = path.split_first()?;
    let PathStep::Key(key) = first else { return None };
    let (mut was, mut is) = (seen.get(key.as_str()), now.get(key.as_str()));
    let (mut names, mut list) = (vec![key.to_string()], key.as_str());
    let mut found = KeyPath::top().key(key);
    for step in rest {
        let by_now = match (step, was) {
            (PathStep::Index(at), Some(Value::Array(entries))) => {
                PathStep::Index(position(entries, is?.as_array()?, *at, &names, list)?)
            }
            (step, _) => step.clone(),
        };
        if let PathStep::Key(key) = step {
            list = key;
            names.push(key.to_string());
        }
        was = was.and_then(|value| below(value, step));
        is = is.and_then(|value| below(value, &by_now));
        found = found.step(by_now);
    }
    Some(found)
}

/// Returns the value at a path.
#[must_use]
pub fn value_at<'a>(table: &'a Table, path: &KeyPath) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let PathStep::Key(key) = first else { return None };
    rest.iter().try_fold(table.get(key.as_str())?, below)
}

fn below<'a>(value: &'a Value, step: &PathStep) -> Option<&'a Value> {
    match step {
        PathStep::Key(key) => value.get(key.as_str()),
        PathStep::Index(at) => value.get(*at),
    }
}

/// Returns the current position of an entry, identified as merging does.
fn position(seen: &[Value], now: &[Value], at: usize, names: &[String], list: &str) -> Option<usize> {
    fn entry_keys<'a>(entries: &'a [Value], names: &'a [String], list: &'a str) -> Vec<EntryKey<'a>> {
        let entry_key = |entry: &'a Value| match entry {
            Value::Table(_) => EntryKey::Entry(names, list, entry),
            _ => EntryKey::Plain(entry),
        };
        entries.iter().map(entry_key).collect()
    }
    align(&entry_keys(seen, names, list), &entry_keys(now, names, list), false).get(at).copied().flatten()
}
