//! An edit: the changes of records that one commit makes and one undo reverts.

use std::sync::Arc;

use super::commit_message::CommitMessage;
use super::imported::ImportedChange;
use super::verb::Intention;
use crate::model::{Date, Money, RecordRef};

/// The facts to be written into one record. The operations are derived from its text when the edit is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordEdit {
    pub record: RecordRef,
    /// The facts, in the order in which they are written.
    pub intentions: Vec<Intention>,
    /// What an import writes instead of facts.
    pub import: Option<ImportedChange>,
    /// The text of the record that the user looked at, if the user looked at it.
    pub base: Option<Arc<str>>,
}

impl RecordEdit {
    /// Returns whether the record is created.
    #[must_use]
    pub fn creates(&self) -> bool {
        let is_new = self.intentions.first().is_some_and(|first| first.creates().is_some());
        is_new || matches!(self.import, Some(ImportedChange::New(_)))
    }
}

/// One commit and one undo: changes of one or several records, to be applied to their current texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// One for each record.
    pub changes: Vec<RecordEdit>,
    pub message: CommitMessage,
    /// The amount by which the payments exceed what was promised. This may be right, so it is only reported.
    pub more_than_promised: Option<Money>,
    /// Whether to overwrite concurrent changes.
    pub force: bool,
}

impl Edit {
    /// Returns the records that it changes.
    pub fn records(&self) -> impl Iterator<Item = &RecordRef> {
        self.changes.iter().map(|change| &change.record)
    }

    /// Returns the day of the fact, if it is a single fact with a day.
    #[must_use]
    pub fn on(&self) -> Option<Date> {
        match self.changes.as_slice() {
            [RecordEdit { intentions, .. }] => match intentions.as_slice() {
                [one] => one.on(),
                _ => None,
            },
            _ => None,
        }
    }

    /// Adds the user's reason to the body of the commit.
    #[must_use]
    pub fn because(mut self, why: Option<&str>) -> Self {
        self.message.add_reason(why.unwrap_or_default());
        self
    }
}
