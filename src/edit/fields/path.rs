//! From a path as one types it to a place of a record: `obligations[statistics-page].what`.

use toml::{Table, Value as Toml};

use crate::edit::EditError;
use crate::model::KeyPath;
use crate::record;

/// The path that is meant, in a record's text. An entry of a list is named by its position from 0, or by its id, its
/// name, or whatever tells it from the others first: `[statistics-page]`, `[construction]`; or as a part of the path,
/// `payments.2021-03-04-k7q2x.amount`.
///
/// # Errors
/// [`EditError::NoEntry`] where a list has no such entry, [`EditError::NoField`] where it is no path,
/// [`EditError::Patch`] where the text is no TOML.
pub fn path(text: &str, typed: &str) -> Result<KeyPath, EditError> {
    let table = record::table(text)?;
    let mut path = KeyPath::top();
    for part in parts(typed) {
        // After a list stands an entry of it, with or without brackets.
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

/// The entries of the list at a path, where there is one.
fn entries<'a>(table: &'a Table, path: &KeyPath) -> Option<&'a [Toml]> {
    record::value_at(table, path)?.as_array().map(Vec::as_slice)
}

/// The parts between points; a point within brackets belongs to a name.
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

/// Where the entry of that name stands.
fn position(list: &[Toml], name: &str) -> Result<usize, EditError> {
    if let Some(at) = name.parse().ok().filter(|at: &usize| *at < list.len()) {
        return Ok(at);
    }
    let found = list.iter().position(|entry| label(entry).as_deref() == Some(name));
    found.ok_or_else(|| EditError::NoEntry(name.to_owned(), list.iter().filter_map(label).collect()))
}

/// What people call an entry.
fn label(entry: &Toml) -> Option<String> {
    let named = ["id", "name", "phase", "party", "on", "what"].into_iter().find_map(|key| entry.get(key))?;
    Some(super::value::plain(named))
}
