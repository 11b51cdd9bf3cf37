//! Resolves paths as people type them: `obligations[statistics-page].what`.

use toml::{Table, Value as Toml};

use crate::edit::EditError;
use crate::model::KeyPath;
use crate::record;

/// Resolves a typed path in a record's text. An entry of a list is named by its position from 0 or by its label:
/// `[statistics-page]`, `[construction]`, or as a part of the path, `payments.2021-03-04-k7q2x.amount`.
///
/// # Errors
/// Fails with [`EditError::NoEntry`] if a list has no such entry, [`EditError::NoField`] if the text is not a path, and
/// [`EditError::Patch`] if the record is not TOML.
pub fn path(text: &str, typed: &str) -> Result<KeyPath, EditError> {
    let table = record::table(text)?;
    let mut path = KeyPath::top();
    for part in parts(typed) {
        // The part after a list names an entry, with or without brackets.
        let list = entries(&table, &path).filter(|_| !part.contains('['));
        if let Some(list) = list {
            path = path.index(position(list, part)?);
            continue;
        }
        let (key, names) = part.split_once('[').map_or((part, ""), |(key, names)| (key, names));
        if key.is_empty() {
            return Err(EditError::NoField(KeyPath::top().key(typed), Vec::new()));
        }
        path = path.key(key);
        for name in names.split('[').filter_map(|name| name.strip_suffix(']')) {
            let list = entries(&table, &path).unwrap_or_default();
            path = path.index(position(list, name)?);
        }
    }
    Ok(path)
}

/// Returns the entries of the list at a path, if there is one.
fn entries<'a>(table: &'a Table, path: &KeyPath) -> Option<&'a [Toml]> {
    record::value_at(table, path)?.as_array().map(Vec::as_slice)
}

/// Returns the parts between dots; a dot within brackets belongs to a name.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    typed.split(move |c| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '.' && depth == 0
    })
}

/// Returns the position of the entry with that name.
fn position(list: &[Toml], name: &str) -> Result<usize, EditError> {
    if let Some(at) = name.parse().ok().filter(|at: &usize| *at < list.len()) {
        return Ok(at);
    }
    let found = list.iter().position(|entry| label(entry).as_deref() == Some(name));
    found.ok_or_else(|| EditError::NoEntry(name.to_owned(), list.iter().filter_map(label).collect()))
}

/// Returns the label of an entry: its id, its name, or the first other key that identifies it.
fn label(entry: &Toml) -> Option<String> {
    let named = ["id", "name", "phase", "party", "on", "what"].into_iter().find_map(|key| entry.get(key))?;
    Some(super::value::plain(named))
}
