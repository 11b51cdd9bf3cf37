//! The text of a record while a verb writes into it.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::{Table, Value};

use super::error::{EditError, StaleValue};
use super::toml_entry;
use crate::model::{KeyPath, RecordKind, RecordRef};
use crate::record::{self, Item, Op};

/// The texts of records when the user looked at them, which an edit is based on.
pub type BaseTexts = BTreeMap<RecordRef, Arc<str>>;

/// A record's current text, and what a verb needs to know about it.
pub(super) struct WriteContext<'a> {
    pub record: &'a RecordRef,
    text: &'a str,
    /// The record when the user looked at it.
    pub base: Option<Table>,
    /// Whether to overwrite concurrent changes.
    pub force: bool,
}

impl<'a> WriteContext<'a> {
    /// Returns the text of a record; `base` is the text that the user looked at.
    pub fn new(record: &'a RecordRef, text: &'a str, base: Option<&str>, force: bool) -> Self {
        Self { record, text, base: base.and_then(|base| record::table(base).ok()), force }
    }

    /// Returns the text after the operations that a verb derives from it.
    pub fn patched(&self, ops: impl FnOnce(&Table) -> Result<Vec<Op>, EditError>) -> Result<String, EditError> {
        Ok(record::patch(self.text, &ops(&record::table(self.text)?)?)?)
    }

    /// Returns the value at a path when the user looked.
    pub fn was(&self, path: &KeyPath) -> Option<&Value> {
        self.base.as_ref().and_then(|base| record::value_at(base, path))
    }

    /// Finds an entry that the user saw in its list: its path then and now. `None` if the user did not see it.
    ///
    /// # Errors
    /// [`EditError::Gone`] if it has been removed; `intended` is what was to be written into it.
    pub fn entry(
        &self,
        now: &Table,
        list: &str,
        is_it: impl Fn(&Value) -> bool,
        what: &str,
        intended: &Item,
    ) -> Result<Option<(KeyPath, KeyPath)>, EditError> {
        let Some(base) = &self.base else { return Ok(None) };
        let Some(at) = toml_entry::entries(base, list).iter().position(is_it) else { return Ok(None) };
        let was = toml_entry::list(list).index(at);
        match record::relocate(base, now, &was) {
            Some(is) => Ok(Some((was, is))),
            None => Err(self.gone(what, Some(intended))),
        }
    }

    /// Fails if an entry that the user saw has been removed, so that the new fact would refer to nothing.
    pub fn check_still_there(&self, now: &Table, list: &str, id: &str, intended: &Item) -> Result<(), EditError> {
        let has = |table: &Table| {
            toml_entry::entries(table, list).iter().any(|entry| toml_entry::text(entry, "id") == Some(id))
        };
        let was_there = self.base.as_ref().is_some_and(has);
        if was_there && !has(now) && !self.force { Err(self.gone(id, Some(intended))) } else { Ok(()) }
    }

    /// Returns the error for an entry that has been removed.
    pub fn gone(&self, what: &str, intended: Option<&Item>) -> EditError {
        let intended = intended.map(record::to_toml).unwrap_or_default();
        EditError::Gone { record: self.record.clone(), what: what.to_owned(), intended }
    }

    /// Checks the value that a new one would replace. Returns `known` if the user saw it or it is equal to the new one;
    /// fails with both values if it is a concurrent change, unless forced.
    pub fn check_replaced(
        &self,
        path: &KeyPath,
        was: Option<&Value>,
        now: &Value,
        intended: &Item,
        known: EditError,
    ) -> Result<(), EditError> {
        let intended = toml_entry::value(intended);
        let is_old = self.base.is_none() || was == Some(now);
        if *now == intended || (is_old && !self.force) {
            return Err(known);
        }
        self.unchanged(path, was, Some(now), Some(&intended))
    }

    /// Fails if a record to be created exists by now.
    pub fn is_new(&self, kind: RecordKind) -> Result<(), EditError> {
        if self.text.is_empty() {
            return Ok(());
        }
        Err(EditError::Exists(RecordRef::new(kind, self.record.id.clone())))
    }

    /// Fails if a value is neither what the user saw nor what it is to become, unless forced.
    pub fn unchanged(
        &self,
        path: &KeyPath,
        was: Option<&Value>,
        now: Option<&Value>,
        intended: Option<&Value>,
    ) -> Result<(), EditError> {
        if self.force || now == was || now == intended {
            return Ok(());
        }
        let written = |value: Option<&Value>| value.map(ToString::to_string);
        Err(EditError::Stale(Box::new(StaleValue {
            record: self.record.clone(),
            path: path.clone(),
            was: written(was),
            now: written(now),
            intended: written(intended),
        })))
    }
}
