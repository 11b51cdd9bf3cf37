//! What to do about uncommitted manual edits of a record that an edit changes.

/// What to do about uncommitted manual edits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandEditPolicy {
    /// Write nothing and report them.
    #[default]
    Refuse,
    /// Commit them together with the edit.
    Commit,
    /// Commit the edit alone and leave them in the file, uncommitted.
    Leave,
}
