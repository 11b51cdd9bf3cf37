//! The plan of an import: what it would do with each row, and the edit that does it.

use crate::edit::{self, Edit, EditError, ImportedRecord};
use crate::model::{Id, MessageArgs, Portfolio, RecordRef};

/// What an import would do with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportState {
    /// It becomes a new record or entry.
    New,
    /// It is there already.
    Same,
    /// It changed in the source, and will change here.
    Changed,
    /// It differs from the record, which stays as it is.
    Differs,
    /// It cannot be imported.
    Refused,
}

impl ImportState {
    /// All values, in the order of the report.
    pub const ALL: [Self; 5] = [Self::New, Self::Changed, Self::Same, Self::Differs, Self::Refused];

    /// Returns the word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Differs => "differs",
            Self::Refused => "refused",
        }
    }
}

/// A row of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its name in the source, such as a slug.
    pub name: String,
    /// The file that it comes from.
    pub file: String,
    /// The record that it belongs to.
    pub record: Option<RecordRef>,
    pub state: ImportState,
    /// The values that change or differ.
    pub differences: Vec<ImportDifference>,
    /// Why it is refused, or why it belongs to the record.
    pub reasons: Vec<ImportReason>,
}

/// A value that is not the same here and in the source. The values are as TOML writes them; `None` if absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportDifference {
    /// The field as people address it: `mission`, `phases[2020-02-01]`.
    pub field: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
    /// Whether the import takes the value of the source.
    pub is_taken: bool,
}

/// A reason: a message, and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReason {
    pub key: &'static str,
    pub args: MessageArgs,
    /// Line and column from 1, if known.
    pub place: Option<(usize, usize)>,
}

impl ImportReason {
    /// Creates a reason without a place.
    #[must_use]
    pub const fn new(key: &'static str, args: MessageArgs) -> Self {
        Self { key, args, place: None }
    }
}

/// How many rows are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    pub new: usize,
    pub same: usize,
    pub changed: usize,
    pub differs: usize,
    pub refused: usize,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// In the order of the source.
    pub rows: Vec<ImportRow>,
    /// The parties that are created because a row names them.
    pub parties: Vec<Id>,
    /// What is written.
    pub records: Vec<ImportedRecord>,
    /// The heads of the columns that no field takes its value from.
    pub unused_columns: Vec<String>,
}

impl ImportPlan {
    #[must_use]
    pub fn counts(&self) -> ImportCounts {
        let mut counts = ImportCounts::default();
        for row in &self.rows {
            match row.state {
                ImportState::New => counts.new += 1,
                ImportState::Same => counts.same += 1,
                ImportState::Changed => counts.changed += 1,
                ImportState::Differs => counts.differs += 1,
                ImportState::Refused => counts.refused += 1,
            }
        }
        counts
    }

    /// Returns whether every row can be imported as it is.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row.state, ImportState::Differs | ImportState::Refused))
    }

    /// Returns the edit that carries it out. `subject` is the key of the subject of its commit, with its arguments.
    ///
    /// # Errors
    /// [`EditError::Nothing`] if nothing changes.
    pub fn edit(&self, portfolio: &Portfolio, subject: (&str, MessageArgs)) -> Result<Edit, EditError> {
        edit::import(portfolio, subject, self.records.clone())
    }
}
