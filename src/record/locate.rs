//! Finds the bytes of the value at a path.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::recovery::recover;
use crate::model::{KeyPath, PathStep};

/// Returns the bytes of the value at a path, or of its nearest parent that exists; `0..0` for the whole record.
#[must_use]
pub fn locate(text: &str, path: &KeyPath) -> Range<usize> {
    if super::nesting_limit::too_deep(text).is_some() {
        return 0..0;
    }
    // A text with errors is parsed as far as possible.
    let recovered = recover(text);
    let (document, _) = DeTable::parse_recoverable(&recovered.text);
    in_table(document.get_ref(), path)
}

/// Like [`locate`] for several paths. The text is parsed once.
#[must_use]
pub fn locate_all(text: &str, paths: &[&KeyPath]) -> Vec<Range<usize>> {
    if super::nesting_limit::too_deep(text).is_some() {
        return vec![0..0; paths.len()];
    }
    let (document, _) = DeTable::parse_recoverable(text);
    paths.iter().map(|path| in_table(document.get_ref(), path)).collect()
}

/// Returns the bytes of the value at a path below a table, or of its nearest parent; `0..0` for the table itself.
pub(super) fn in_table(table: &DeTable<'_>, path: &KeyPath) -> Range<usize> {
    let mut steps = path.iter();
    let Some(PathStep::Key(key)) = steps.next() else { return 0..0 };
    let Some(mut value) = table.get(key.as_str()) else { return 0..0 };
    for step in steps {
        let next = match (step, value.get_ref()) {
            (PathStep::Key(key), DeValue::Table(table)) => table.get(key.as_str()),
            (PathStep::Index(index), DeValue::Array(array)) => array.get(*index),
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
    }
    value.span()
}

#[cfg(test)]
mod tests;
