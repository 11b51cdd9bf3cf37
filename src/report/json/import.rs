//! `couveuse import --json`: the plan, and the commit.

use serde::Serialize;

/// `{commit, subject, counts, parties, unused_columns, rows}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportJson {
    /// The full name of the commit; `None` if nothing was committed.
    pub commit: Option<String>,
    pub subject: Option<String>,
    pub counts: ImportCountsJson,
    /// The parties that are created, such as `party/anct`.
    pub parties: Vec<String>,
    /// The heads of the columns of a table that are not imported.
    pub unused_columns: Vec<String>,
    /// Every row of the source, in its order.
    pub rows: Vec<ImportRowJson>,
}

/// The number of rows in each state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ImportCountsJson {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub differs: usize,
    pub refused: usize,
}

/// A row of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportRowJson {
    /// Its name there, such as a slug.
    pub row: String,
    pub state: &'static str,
    pub record: Option<String>,
    pub file: Option<String>,
    pub differences: Vec<ImportDifferenceJson>,
    /// Why it is refused, or why it belongs to the record.
    pub reasons: Vec<ImportReasonJson>,
}

/// A value that differs, as TOML writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportDifferenceJson {
    pub field: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
    /// Whether the value of the source is taken.
    pub taken: bool,
}

/// A reason, and its place in the file: line and column from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportReasonJson {
    pub message: String,
    pub line: Option<usize>,
    pub column: Option<usize>,
}
