//! A record's text as a verb writes into it, and what it was when the fact was said.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::{Table, Value};

use super::toml_entry;
use super::{EditError, StaleValue};
use crate::model::{KeyPath, RecordKind, RecordRef};
use crate::record::{self, Item, Op};

/// The texts of records as they were when somebody looked at them to say what is to be written.
pub type BaseTexts = BTreeMap<RecordRef, Arc<str>>;

/// A record's text as it stands, and what a verb has to know of it.
pub(super) struct WriteContext<'a> {
    /// The record.
    pub record: &'a RecordRef,
    text: &'a str,
    /// The record as it was seen, where somebody looked at it.
    pub seen: Option<Table>,
    /// Whether it is written whatever became of what was seen.
    pub insists: bool,
}

impl<'a> WriteContext<'a> {
    /// The text of a record; `seen` is what it was when the fact was said.
    pub fn new(record: &'a RecordRef, text: &'a str, seen: Option<&str>, insists: bool) -> Self {
        Self { record, text, seen: seen.and_then(|seen| record::table(seen).ok()), insists }
    }

    /// The text with the operations made that a verb derives from it.
    pub fn patched(&self, ops: impl FnOnce(&Table) -> Result<Vec<Op>, EditError>) -> Result<String, EditError> {
        Ok(record::patch(self.text, &ops(&record::table(self.text)?)?)?)
    }

    /// What was seen at a place; nothing where nobody looked.
    pub fn was(&self, path: &KeyPath) -> Option<&Value> {
        self.seen.as_ref().and_then(|seen| record::value_at(seen, path))
    }

    /// Where an entry of a list that was seen stands by now, by what it was known by then. `None` where nobody saw it.
    ///
    /// # Errors
    /// [`EditError::Gone`] where it was seen and is no longer there; `meant` is what was to be written of it.
    pub fn entry(
        &self,
        now: &Table,
        list: &str,
        is_it: impl Fn(&Value) -> bool,
        what: &str,
        meant: &Item,
    ) -> Result<Option<(KeyPath, KeyPath)>, EditError> {
        let Some(seen) = &self.seen else { return Ok(None) };
        let Some(at) = toml_entry::entries(seen, list).iter().position(is_it) else { return Ok(None) };
        let was = toml_entry::list(list).index(at);
        match record::relocate(seen, now, &was) {
            Some(is) => Ok(Some((was, is))),
            None => Err(self.gone(what, Some(meant))),
        }
    }

    /// That the entry of that name, if it was seen, is still there: else what was to be written would hang on nothing.
    pub fn still_has(&self, now: &Table, list: &str, id: &str, meant: &Item) -> Result<(), EditError> {
        let has = |table: &Table| {
            toml_entry::entries(table, list).iter().any(|entry| toml_entry::text(entry, "id") == Some(id))
        };
        let was_there = self.seen.as_ref().is_some_and(has);
        if was_there && !has(now) && !self.insists { Err(self.gone(id, Some(meant))) } else { Ok(()) }
    }

    /// What was seen is no longer there.
    pub fn gone(&self, what: &str, meant: Option<&Item>) -> EditError {
        let meant = meant.map(record::to_toml).unwrap_or_default();
        EditError::Gone { record: self.record.clone(), what: what.to_owned(), meant }
    }

    /// What stands where something is to be written: let be where it was not there when one looked, for whoever
    /// insists; told with both values otherwise, or as `known` where it was there already or says the same.
    pub fn in_the_way(
        &self,
        path: &KeyPath,
        was: Option<&Value>,
        now: &Value,
        meant: &Item,
        known: EditError,
    ) -> Result<(), EditError> {
        let meant = toml_entry::value(meant);
        let is_old = self.seen.is_none() || was == Some(now);
        if *now == meant || (is_old && !self.insists) {
            return Err(known);
        }
        self.holds(path, was, Some(now), Some(&meant))
    }

    /// That a record that is to be made is not there by now.
    pub fn is_new(&self, kind: RecordKind) -> Result<(), EditError> {
        if self.text.is_empty() {
            return Ok(());
        }
        Err(EditError::Exists(RecordRef::new(kind, self.record.id.clone())))
    }

    /// That a value is what it was when it was seen, or is by now what it shall be.
    pub fn holds(
        &self,
        path: &KeyPath,
        was: Option<&Value>,
        now: Option<&Value>,
        meant: Option<&Value>,
    ) -> Result<(), EditError> {
        if self.insists || now == was || now == meant {
            return Ok(());
        }
        let written = |value: Option<&Value>| value.map(ToString::to_string);
        Err(EditError::Stale(Box::new(StaleValue {
            record: self.record.clone(),
            path: path.clone(),
            was: written(was),
            now: written(now),
            meant: written(meant),
        })))
    }
}
