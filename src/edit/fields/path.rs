//! From a path as one types it to a place of a record: `obligations[statistics-page].what`.

use toml::{Table, Value as Toml};

use crate::edit::EditError;
use crate::model::{Path, Step};

/// The path that is meant, in a record's text. An entry of a list is named by its position from 0, or by its id, its
/// name, or whatever tells it from the others first: `[statistics-page]`, `[construction]`; or as a part of the path,
/// `payments.2021-03-04-k7q2x.amount`.
///
/// # Errors
/// [`EditError::NoEntry`] where a list has no such entry, [`EditError::NoField`] where it is no path.
pub fn path(text: &str, typed: &str) -> Result<Path, EditError> {
    let table: Table = text.strip_prefix('\u{feff}').unwrap_or(text).parse().unwrap_or_default();
    let mut value = Some(&Toml::Table(table)).cloned();
    let mut path = Path::top();
    for part in parts(typed) {
        // After a list stands an entry of it, with or without brackets.
        if let Some(list) = value.as_ref().and_then(Toml::as_array).filter(|_| !part.contains('[')) {
            let at = position(list, part)?;
            path.0.push(Step::Index(at));
            value = value.as_ref().and_then(|list| list.get(at)).cloned();
            continue;
        }
        let (key, entries) = part.split_once('[').map_or((part, ""), |(key, entries)| (key, entries));
        if key.is_empty() {
            return Err(EditError::NoField(Path::top().key(typed), Vec::new()));
        }
        path = path.key(key);
        value = value.and_then(|value| value.get(key).cloned());
        for name in entries.split('[').filter_map(|entry| entry.strip_suffix(']')) {
            let list = value.as_ref().and_then(Toml::as_array).cloned().unwrap_or_default();
            let at = position(&list, name)?;
            path.0.push(Step::Index(at));
            value = list.get(at).cloned();
        }
    }
    Ok(path)
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
