//! Reads files of other systems and plans their import, for the command line and the screen.

mod ledger;
mod public_record;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::errors::{self, Failure};
use crate::cli::suggest;
use crate::edit::{Edit, EditError};
use crate::import::ledger::{LedgerKind, PlanProgress};
use crate::import::{ImportCounts, ImportPlan, ImportRow, RecordsHere};
use crate::locale::Locale;
use crate::model::{Date, MessageArg, MessageArgs, Portfolio, RecordRef, SystemError};
use crate::report::json::{ImportCountsJson, ImportDifferenceJson, ImportJson, ImportReasonJson, ImportRowJson};
use crate::store::Folder;

/// A plan and the edit that carries it out; `None` if there is nothing to do.
pub type Planned = (ImportPlan, Option<Edit>);

/// The records that are imported into.
#[derive(Clone, Copy)]
pub struct Importer<'a> {
    pub locale: &'a Locale,
    pub folder: &'a Folder,
    pub portfolio: &'a Portfolio,
    pub today: Date,
    pub progress: PlanProgress<'a>,
}

/// A table to import.
pub struct TableOptions<'a> {
    /// The kind of its rows; `None` to derive it from the columns.
    pub kind: Option<LedgerKind>,
    pub file: &'a Path,
    /// The name of the mapping; by default the one whose columns the table has.
    pub mapping: Option<&'a str>,
    pub sheet: Option<&'a str>,
}

impl Importer<'_> {
    /// Plans the import of the startups of the public record.
    ///
    /// # Errors
    /// If nothing can be read.
    pub fn public_record(&self, place: &Path) -> Result<Planned, Failure> {
        public_record::plan(self, place)
    }

    /// Compares our startups with those of the public record.
    ///
    /// # Errors
    /// If nothing can be read.
    pub fn differences(&self, place: &Path) -> Result<ImportPlan, Failure> {
        public_record::differences(self, place)
    }

    /// Plans the import of a table.
    ///
    /// # Errors
    /// If it cannot be read, or a column that is needed is missing.
    pub fn table(&self, table: &TableOptions<'_>) -> Result<Planned, Failure> {
        ledger::plan(self, table)
    }

    /// Plans the import of a path: a folder or a page of the public record, else a table.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn any(&self, typed: &str) -> Result<Planned, Failure> {
        let path = from_home(typed);
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "md") {
            return self.public_record(&path);
        }
        self.table(&TableOptions { kind: None, file: &path, mapping: None, sheet: None })
    }

    /// Runs with the records of the folder and their texts on disk.
    fn with_records<T>(&self, run: impl FnOnce(&RecordsHere<'_>) -> T) -> T {
        let text = |record: &RecordRef| self.folder.text(record).ok().map(Arc::from);
        run(&RecordsHere { portfolio: self.portfolio, text: &text, today: self.today })
    }

    /// Returns the edit of a plan. `subject` is the key of the subject of its commit, with its arguments.
    fn edit(&self, plan: &ImportPlan, subject: (&str, MessageArgs)) -> Result<Option<Edit>, Failure> {
        match plan.edit(self.portfolio, subject) {
            Ok(edit) => Ok(Some(edit)),
            Err(EditError::Nothing) => Ok(None),
            Err(error) => Err(errors::edit(self.locale, &error, suggest::name_for(&error, self.portfolio).as_deref())),
        }
    }

    fn refused(&self, file: &Path, error: &std::io::Error) -> Failure {
        let why = ("why", MessageArg::System(SystemError::from(error)));
        let file = ("file", MessageArg::Text(file.display().to_string()));
        errors::usage(self.locale, "error-refused", vec![file, why])
    }
}

/// Replaces `~` at the beginning by the home folder, as shells do.
fn from_home(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(below), Some(home)) => home.join(below),
        _ => PathBuf::from(typed),
    }
}

/// Returns the plan as text and counts.
pub fn answer_of(plan: ImportPlan, locale: &Locale) -> ImportJson {
    let ImportCounts { new, same, changed, differs, refused } = plan.counts();
    ImportJson {
        commit: None,
        subject: None,
        counts: ImportCountsJson { new, changed, same, differs, refused },
        unused_columns: plan.unused_columns,
        parties: plan.parties.iter().map(|id| format!("party/{id}")).collect(),
        rows: plan.rows.into_iter().map(|row| row_of(row, locale)).collect(),
    }
}

fn row_of(row: ImportRow, locale: &Locale) -> ImportRowJson {
    let differences = row.differences.into_iter().map(|one| ImportDifferenceJson {
        field: one.field,
        ours: one.ours,
        theirs: one.theirs,
        taken: one.is_taken,
    });
    let reasons = row.reasons.into_iter().map(|reason| ImportReasonJson {
        message: locale.message(reason.key, &reason.args),
        line: reason.place.map(|(line, _)| line),
        column: reason.place.map(|(_, column)| column),
    });
    ImportRowJson {
        row: row.name,
        state: row.state.name(),
        record: row.record.as_ref().map(ToString::to_string),
        file: Some(row.file).filter(|file| !file.is_empty()),
        differences: differences.collect(),
        reasons: reasons.collect(),
    }
}
