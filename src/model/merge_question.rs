//! What two people wrote of the same thing, and which of it shall stand.

use super::{Date, KeyPath, RecordRef};

/// One of the two sides of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeSide {
    /// What stands here.
    Ours,
    /// What came from elsewhere.
    Theirs,
}

/// What one side says of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeVersion {
    /// As written in TOML, for an entry all its lines; `None` where the side has no such thing.
    pub value: Option<String>,
    /// Who wrote it, where that is known.
    pub by: Option<String>,
    /// The day that it was written, where that is known.
    pub on: Option<Date>,
}

/// The same thing set to two values: somebody must say which one stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeQuestion {
    /// The record.
    pub record: RecordRef,
    /// The way to it in our text; empty for the whole record. Entries that our text no longer has are
    /// counted on after those that it has.
    pub path: KeyPath,
    /// What both sides began with, as written.
    pub was: Option<String>,
    /// What stands here.
    pub ours: MergeVersion,
    /// What came from elsewhere.
    pub theirs: MergeVersion,
}

/// What somebody said to a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MergeAnswer {
    /// The record of the question.
    pub record: RecordRef,
    /// Its path.
    pub path: KeyPath,
    /// Whose value stands.
    pub side: MergeSide,
}
