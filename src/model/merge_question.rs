//! Questions about merge conflicts, and their answers.

use super::{Date, KeyPath, RecordRef};

/// A side of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeSide {
    /// The local version.
    Ours,
    /// The remote version.
    Theirs,
}

/// One side's version of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeVersion {
    /// The TOML text, for an entry all its lines; `None` if the side lacks it.
    pub value: Option<String>,
    /// The author, if known.
    pub by: Option<String>,
    /// The author date, if known.
    pub on: Option<Date>,
}

/// A value that both sides changed differently; the user must choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeQuestion {
    pub record: RecordRef,
    /// The path in our text; empty for the whole record. Entries that our text lacks have indices after its last one.
    pub path: KeyPath,
    /// The base version, as written.
    pub was: Option<String>,
    /// The local version.
    pub ours: MergeVersion,
    /// The remote version.
    pub theirs: MergeVersion,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MergeAnswer {
    pub record: RecordRef,
    pub path: KeyPath,
    /// The side to keep.
    pub side: MergeSide,
}
