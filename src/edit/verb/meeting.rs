//! Committees in a startup's record, as several verbs find and write them.

use toml::Value;

use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::model::{Date, entry_id};

pub(super) const LIST: &str = "committees";

/// A new entry for a meeting on that day, with an id that is free among the others.
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
