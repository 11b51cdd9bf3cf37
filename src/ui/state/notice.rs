//! Messages of the status line: results, failures, and what the worker is doing.

use crate::ui::SavedCommit;

/// A message shown until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A commit, an undo, or a redo; and where the row of the edited record went, if it moved.
    Committed(SavedCommit, Option<String>),
    /// A failure, its remedy, and the locale key of its title, which says whether anything was changed.
    Failed(String, String, &'static str),
    /// The result of a key that changes no record.
    Done(String),
    /// A question: pressing the same key again confirms it for this commit.
    Confirm(String, String),
    /// Information, or why a key did nothing.
    Info(String),
}

/// What the worker is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    Saving,
    Undoing,
    Redoing,
    Reading,
    Syncing,
}

impl Busy {
    /// Returns whether a commit is being made, which can be stopped while a hook runs.
    pub const fn is_commit(self) -> bool {
        matches!(self, Self::Saving | Self::Undoing | Self::Redoing)
    }
}
