//! What git has begun in the repository and not ended.

/// A merge, a rebase, or another operation that waits to be continued. No edit can be committed meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GitOperation {
    /// The command of git, such as `merge`.
    pub name: &'static str,
    /// The number of records in conflict.
    pub records: usize,
    /// The number of other files in conflict.
    pub others: usize,
}
