//! Committees in a startup's record, as several verbs find and write them.

use toml::{Table, Value};

use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::model::{Date, entry_id};
use crate::record::Op;

pub(super) const LIST: &str = "committees";

/// Returns a new entry for a meeting on that day, with an id that is free among the others.
pub(super) fn entry(others: &[Value], on: Date) -> EntryBuilder {
    EntryBuilder::default().with("id", toml_entry::free(others, entry_id(on, &["committee"]))).with("on", on)
}

/// Fails if a meeting on that day, in that state, prevents planning another one.
pub(super) fn day_is_free(on: Date, state: &str) -> Result<(), EditError> {
    match state {
        "held" => Err(EditError::AlreadyHeld(on)),
        "cancelled" => Ok(()),
        _ => Err(EditError::AlreadyPlanned(on)),
    }
}

/// As [`day_is_free`], among the entries of a record's text.
pub(super) fn text_has_free_day(entries: &[Value], on: Date) -> Result<(), EditError> {
    let that_day = entries.iter().filter(|entry| toml_entry::date(entry, "on") == Some(on));
    that_day
        .map(|entry| toml_entry::text(entry, "state").unwrap_or_default())
        .try_for_each(|state| day_is_free(on, state))
}

/// Returns the id of the committee that was held on that day and counts, and the operation that writes it if it is new.
pub(super) fn id_of_held(table: &Table, on: Date) -> Result<(String, Option<Op>), EditError> {
    let there = toml_entry::entries(table, LIST);
    let is_it = |entry: &Value| {
        toml_entry::date(entry, "on") == Some(on)
            && toml_entry::text(entry, "state") == Some("held")
            && entry.get("withdrawn").is_none()
    };
    let found = there.iter().enumerate().find(|(_, entry)| is_it(entry));
    let (at, entry) = found.ok_or_else(|| EditError::NoEntry(on.to_string(), Vec::new()))?;
    if let Some(id) = toml_entry::text(entry, "id") {
        return Ok((id.to_owned(), None));
    }
    let id = toml_entry::free(there, entry_id(on, &["committee"]));
    let set = Op::Set(toml_entry::list(LIST).index(at).key("id"), id.as_str().into());
    Ok((id, Some(set)))
}
