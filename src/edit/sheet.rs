//! A record's text as a verb writes into it, and what it was when the fact was said.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::{Table, Value};

use super::text;
use super::{Changed, EditError};
use crate::model::{Path, RecordKind, RecordRef};
use crate::record::{self, Op};

/// The texts of records as they were when somebody looked at them to say what is to be written.
pub type Seen = BTreeMap<RecordRef, Arc<str>>;

/// A record's text as it stands, and what a verb has to know of it.
pub(super) struct Sheet<'a> {
    /// The record.
    pub record: &'a RecordRef,
    text: &'a str,
    /// The record as it was seen, where somebody looked at it.
    pub seen: Option<Table>,
    /// Whether it is written whatever became of what was seen.
    pub insists: bool,
}

impl<'a> Sheet<'a> {
    /// The text of a record; `seen` is what it was when the fact was said.
    pub fn new(record: &'a RecordRef, text: &'a str, seen: Option<&str>, insists: bool) -> Self {
        Self { record, text, seen: seen.and_then(|seen| text::parsed(seen).ok()), insists }
    }

    /// The text with the operations made that a verb derives from it.
    pub fn patched(&self, ops: impl FnOnce(&Table) -> Result<Vec<Op>, EditError>) -> Result<String, EditError> {
        Ok(record::patch(self.text, &ops(&text::parsed(self.text)?)?)?)
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
        path: &Path,
        was: Option<&Value>,
        now: Option<&Value>,
        meant: Option<&Value>,
    ) -> Result<(), EditError> {
        if self.insists || now == was || now == meant {
            return Ok(());
        }
        let written = |value: Option<&Value>| value.map(ToString::to_string);
        Err(EditError::Changed(Box::new(Changed {
            record: self.record.clone(),
            path: path.clone(),
            was: written(was),
            now: written(now),
            meant: written(meant),
        })))
    }
}
