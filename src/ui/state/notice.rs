//! What the status line tells: what was done or could not be, and what the worker is at.

use crate::ui::SavedCommit;

/// Something to tell, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A commit: its name and subject, and whether it took one back.
    Committed(SavedCommit),
    /// What could not be done, the way on, and the locale key of what that leaves behind: the title of its box.
    Failed(String, String, &'static str),
    /// What a key did that changes no record.
    Done(String),
    /// What the same key does when it is pressed again, and the commit that it does it to.
    Confirm(String, String),
    /// Something to know, or why a key did nothing.
    Info(String),
}

/// What the worker is at, shown so that nobody waits in the dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Committing.
    Saving,
    /// Taking back.
    Undoing,
    /// Making again what was taken back.
    Redoing,
    /// Reading.
    Reading,
    /// Bringing the folder and the one that it is shared through together.
    Syncing,
}
