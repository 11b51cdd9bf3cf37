//! Tables of expenditure and of payments: CSV files and workbooks of accounting systems.
//!
//! A row becomes an entry of the convention that it names. Its identity decides whether the entry is there already:
//! the numbers of the payment in an extract from Chorus, the number of the invoice, else all facts of the row.

mod columns;
mod entry;
mod mapping;
mod matching;
mod planner;
mod row_reader;
mod sheet;
mod values;

use std::ops::ControlFlow;

use crate::import::plan::{ImportPlan, ImportReason};
use crate::import::records_here::RecordsHere;
use crate::model::MessageArg;
use columns::LedgerColumns;
pub use mapping::LedgerMapping;
use matching::LedgerMatcher;
use planner::LedgerPlanner;
use row_reader::RowReader;
use sheet::SheetRow;

/// Progress is reported each time that so many rows are planned.
const PROGRESS_ROWS: usize = 2_000;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerKind {
    /// Money spent on a convention.
    Expenditure,
    /// Money received for a convention.
    Payments,
}

impl LedgerKind {
    const ALL: [Self; 2] = [Self::Expenditure, Self::Payments];

    /// Returns the word in mappings and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Expenditure => "expenditure",
            Self::Payments => "payments",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The rows of a file.
#[derive(Debug)]
pub struct LedgerTable(Vec<SheetRow>);

impl LedgerTable {
    /// Reads the rows of a CSV file or of a sheet of a workbook.
    ///
    /// # Errors
    /// If the bytes are no table, or the workbook has no such sheet.
    pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Self, ImportReason> {
        sheet::read(bytes, sheet).map(Self)
    }

    /// Returns whether the mapping names a column and the table has all those that it names.
    #[must_use]
    pub fn has_columns(&self, mapping: &LedgerMapping) -> bool {
        columns::have_heads(&self.0, mapping)
    }

    /// Returns what the rows are, by the columns; expenditure if these do not decide.
    ///
    /// # Errors
    /// If a column that is needed is missing, or two columns have the same meaning.
    pub fn kind(&self, mapping: &LedgerMapping) -> Result<LedgerKind, ImportReason> {
        let count = |kind| LedgerColumns::find(kind, &self.0, mapping).map(|columns| columns.count());
        match (count(LedgerKind::Expenditure), count(LedgerKind::Payments)) {
            (Ok(spent), Ok(paid)) if paid > spent => Ok(LedgerKind::Payments),
            (Ok(_), _) => Ok(LedgerKind::Expenditure),
            (Err(_), Ok(_)) => Ok(LedgerKind::Payments),
            (Err(reason), Err(_)) => Err(reason),
        }
    }

    /// Finds the columns. An extract of payments from Chorus lists what was spent, whatever it is imported as.
    fn columns(&self, kind: LedgerKind, mapping: &LedgerMapping) -> Result<(LedgerKind, LedgerColumns), ImportReason> {
        if let Ok(spent) = LedgerColumns::find(LedgerKind::Expenditure, &self.0, mapping)
            && spent.is_chorus()
        {
            return Ok((LedgerKind::Expenditure, spent));
        }
        Ok((kind, LedgerColumns::find(kind, &self.0, mapping)?))
    }
}

/// Called with the number of rows planned and of all rows; stops the import if it returns `Break`.
pub type PlanProgress<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// Plans the import of a table, and returns what its rows are. `path` is that of the file, for messages.
///
/// # Errors
/// If a column that is needed is missing, two columns have the same meaning, or `progress` stops the import.
pub fn plan(
    table: LedgerTable,
    path: &str,
    (kind, mapping): (LedgerKind, &LedgerMapping),
    here: &RecordsHere<'_>,
    progress: PlanProgress<'_>,
) -> Result<(LedgerKind, ImportPlan), ImportReason> {
    let (kind, columns) = table.columns(kind, mapping)?;
    let reader = RowReader { kind, columns, matcher: LedgerMatcher::new(here.portfolio, mapping), here };
    let mut planner = LedgerPlanner::new(path, here);
    let mut plan = ImportPlan { unused_columns: reader.columns.unused(), ..ImportPlan::default() };
    // Each row is released once it is planned: a hundred thousand of them take much memory.
    let count = table.0.len().saturating_sub(reader.columns.below);
    for (n, row) in table.0.into_iter().skip(reader.columns.below).enumerate() {
        if n % PROGRESS_ROWS == 0 && progress(n, count).is_break() {
            return Err(ImportReason::new("import-cancelled", Vec::new()));
        }
        plan.rows.push(planner.row(&row, reader.read(&row)));
    }
    planner.finish(&mut plan);
    Ok((kind, plan))
}

/// Adds the place in the file: the line of the row, and the column from 1.
fn at(row: &SheetRow, column: Option<usize>, reason: ImportReason) -> ImportReason {
    ImportReason { place: Some((row.line, column.unwrap_or(1))), ..reason }
}

fn text(value: impl ToString) -> MessageArg {
    MessageArg::Text(value.to_string())
}
