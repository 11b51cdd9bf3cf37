//! What becomes of lines that somebody wrote into a record by hand and did not commit, when an edit touches it.

/// What becomes of hand edits that are in the way of an edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandEditPolicy {
    /// Nothing is written, and they are told.
    #[default]
    Refuse,
    /// They are committed with the edit.
    Commit,
    /// The edit alone is committed; they stay in the file as they are, uncommitted.
    Leave,
}
