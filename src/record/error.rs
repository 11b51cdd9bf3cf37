//! Why a record cannot be patched or merged.

use crate::model::KeyPath;

/// Why a patch cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatchError {
    /// The text is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// The path leads through something that is neither a table nor a list.
    #[error("`{0}` does not exist")]
    NoSuchPlace(KeyPath),
}

/// Why two texts cannot be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// A text is larger than any record: its size in bytes.
    #[error("{0} bytes are too many for a record")]
    TooLarge(u64),
}
