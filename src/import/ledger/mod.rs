//! Tables of expenditure and of payments: CSV files and workbooks of accounting systems.
//!
//! A row becomes an entry of the convention that it names. Its identity decides whether the entry is there already:
//! the numbers of the payment in an extract from Chorus, the number of the invoice, else all facts of the row.

mod columns;
mod entry;
mod mapping;
mod matching;
mod sheet;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::{ImportedChange, ImportedRecord, Pairs, commit_language};
use crate::import::plan::{ImportPlan, ImportReason, ImportRow, ImportState};
use crate::import::records_here::RecordsHere;
use crate::locale::Locale;
use crate::model::{Convention, Date, Expenditure, Id, KeyPath, MessageArg, Money, Payment, RecordKind, RecordRef};
use crate::record::{self, Item, LARGEST, Op};
use columns::{LedgerColumns, LedgerField};
use entry::{EntryIdentity, LedgerEntry};
pub use mapping::LedgerMapping;
use matching::LedgerMatcher;
use sheet::SheetRow;
use values::ValueFault;

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

    /// The word in mappings and on the command line.
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

/// A table to import.
#[derive(Clone, Copy, Debug)]
pub struct LedgerFile<'a> {
    pub kind: LedgerKind,
    /// Its path, for messages.
    pub path: &'a str,
    pub bytes: &'a [u8],
    pub mapping: &'a LedgerMapping,
}

/// Returns whether a table has all columns that a mapping names, of which there is one at least.
#[must_use]
pub fn has_columns(bytes: &[u8], mapping: &LedgerMapping) -> bool {
    let rows = sheet::read(bytes, mapping.sheet.as_deref()).unwrap_or_default();
    columns::have_heads(&rows, mapping)
}

/// Returns what the rows of a table are, by the columns that it has; expenditure if that does not decide.
///
/// # Errors
/// If the file is no table, or two columns have the same meaning.
pub fn kind_of(bytes: &[u8], mapping: &LedgerMapping) -> Result<LedgerKind, ImportReason> {
    let rows = sheet::read(bytes, mapping.sheet.as_deref())?;
    let count = |kind| LedgerColumns::find(kind, &rows, mapping).map(|columns| columns.count());
    match (count(LedgerKind::Expenditure), count(LedgerKind::Payments)) {
        (Ok(spent), Ok(paid)) if paid > spent => Ok(LedgerKind::Payments),
        (Ok(_), _) => Ok(LedgerKind::Expenditure),
        (Err(_), Ok(_)) => Ok(LedgerKind::Payments),
        (Err(reason), Err(_)) => Err(reason),
    }
}

/// Plans the import of a table.
///
/// # Errors
/// If the file is no table, or a column that is needed is missing or there twice.
pub fn plan(file: &LedgerFile<'_>, here: &RecordsHere<'_>) -> Result<ImportPlan, ImportReason> {
    let rows = sheet::read(file.bytes, file.mapping.sheet.as_deref())?;
    let (kind, columns) = columns_of(file, &rows)?;
    let reader = RowReader { kind, columns, matcher: LedgerMatcher::new(here.portfolio, file.mapping), here };
    let mut planner = LedgerPlanner { path: file.path, here, entries: BTreeMap::new(), added: BTreeMap::new() };
    let mut plan = ImportPlan::default();
    for row in rows.iter().skip(reader.columns.below) {
        plan.rows.push(planner.row(row, reader.read(row)));
    }
    planner.finish(&mut plan);
    Ok(plan)
}

/// Finds the columns. An extract of payments from Chorus lists what was spent, whatever it is imported as.
fn columns_of(file: &LedgerFile<'_>, rows: &[SheetRow]) -> Result<(LedgerKind, LedgerColumns), ImportReason> {
    if let Ok(spent) = LedgerColumns::find(LedgerKind::Expenditure, rows, file.mapping)
        && spent.is_chorus()
    {
        return Ok((LedgerKind::Expenditure, spent));
    }
    Ok((file.kind, LedgerColumns::find(file.kind, rows, file.mapping)?))
}

/// A row that can be imported.
struct ReadRow<'a> {
    convention: &'a Convention,
    entry: LedgerEntry,
    /// Why it belongs to the convention.
    matched: ImportReason,
}

/// Reads rows.
struct RowReader<'a> {
    kind: LedgerKind,
    columns: LedgerColumns,
    matcher: LedgerMatcher<'a>,
    here: &'a RecordsHere<'a>,
}

impl<'a> RowReader<'a> {
    /// Reads a row. Fails with all reasons why it cannot be imported.
    fn read(&self, row: &SheetRow) -> Result<ReadRow<'a>, Vec<ImportReason>> {
        let mut reasons = Vec::new();
        let amount = keep(self.amount(row), &mut reasons);
        let matched = keep(self.matcher.convention(&self.columns, row).map_err(|it| at(row, None, it)), &mut reasons);
        let entry = match self.kind {
            LedgerKind::Expenditure => self.expenditure(row, amount, &mut reasons).map(LedgerEntry::Expenditure),
            LedgerKind::Payments => {
                let convention = matched.as_ref().map(|(convention, _)| *convention);
                self.payment(row, amount, convention, &mut reasons).map(LedgerEntry::Payment)
            }
        };
        match (matched, entry) {
            (Some((convention, matched)), Some(entry)) if reasons.is_empty() => {
                Ok(ReadRow { convention, entry, matched })
            }
            _ => Err(reasons),
        }
    }

    fn amount(&self, row: &SheetRow) -> Result<Money, ImportReason> {
        let amount = self.columns.cell(row, LedgerField::Amount).map(values::money).transpose();
        match amount.map(Option::flatten) {
            Ok(Some(amount)) => Ok(amount),
            Ok(None) => Err(self.missing(row, LedgerField::Amount)),
            Err(fault) => Err(self.fault(row, LedgerField::Amount, fault)),
        }
    }

    /// Reads a day that has come; `None` if the cell is empty.
    fn day(&self, row: &SheetRow, field: LedgerField) -> Result<Option<Date>, ImportReason> {
        let day = self.columns.cell(row, field).map(values::day).transpose().map(Option::flatten);
        match day.map_err(|fault| self.fault(row, field, fault))? {
            Some(day) if day > self.here.today => {
                let (head, column) = self.columns.head(field);
                let args = vec![("column", text(head)), ("on", MessageArg::Date(day))];
                Err(at(row, column, ImportReason::new("import-future-day", args)))
            }
            day => Ok(day),
        }
    }

    fn expenditure(
        &self,
        row: &SheetRow,
        amount: Option<Money>,
        reasons: &mut Vec<ImportReason>,
    ) -> Option<Expenditure> {
        use LedgerField::{By, Committed, Done, Paid, Startup, Supplier};
        let [committed, done, paid] =
            [Committed, Done, Paid].map(|field| keep(self.day(row, field), reasons).flatten());
        let named = |field| self.columns.text(row, field);
        let column = |field| self.columns.head(field).1;
        let by = named(By).map(|value| self.matcher.party(value).map_err(|reason| at(row, column(By), reason)));
        let startup =
            named(Startup).map(|value| self.matcher.startup(value).map_err(|reason| at(row, column(Startup), reason)));
        let by = by.and_then(|by| keep(by, reasons));
        let startup = startup.and_then(|startup| keep(startup, reasons));
        let budget_year = keep(self.year(row), reasons).flatten();
        let days = [committed, done, paid].into_iter().flatten();
        let reference = match self.columns.is_chorus() {
            true => keep(self.chorus_reference(row), reasons),
            false => named(LedgerField::Reference),
        };
        Some(Expenditure {
            what: named(LedgerField::What),
            by,
            contribution: named(LedgerField::Contribution),
            startup,
            supplier: named(Supplier).map(|supplier| self.matcher.supplier(supplier)),
            nature: named(LedgerField::Nature),
            order: named(LedgerField::Order),
            request: named(LedgerField::Request),
            // The year of its days needs no key.
            budget_year: budget_year
                .filter(|year| days.map(|day| chrono::Datelike::year(&day)).next_back() != Some(*year)),
            committed,
            done,
            paid,
            reference,
            ..Expenditure::new(amount?)
        })
    }

    /// The numbers by which Chorus identifies a payment: order and item, payment request and item, company, year.
    fn chorus_reference(&self, row: &SheetRow) -> Result<String, ImportReason> {
        use LedgerField::{Company, Order, OrderItem, Request, RequestItem, Year};
        let number = |field| match (self.columns.text(row, field), field) {
            (Some(number), _) => Ok(number),
            // Single items often have no number.
            (None, OrderItem | RequestItem) => Ok(String::new()),
            (None, field) => Err(self.missing(row, field)),
        };
        let numbers: Vec<String> = [Order, OrderItem, Request, RequestItem, Company, Year]
            .map(number)
            .into_iter()
            .collect::<Result<_, _>>()?;
        Ok(numbers.join("/"))
    }

    fn year(&self, row: &SheetRow) -> Result<Option<i32>, ImportReason> {
        let Some(year) = self.columns.text(row, LedgerField::Year) else { return Ok(None) };
        match year.parse::<i32>() {
            Ok(year) if (1990..=2100).contains(&year) => Ok(Some(year)),
            _ => Err(self.value_fault(row, LedgerField::Year, "import-bad-year")),
        }
    }

    fn payment(
        &self,
        row: &SheetRow,
        amount: Option<Money>,
        convention: Option<&'a Convention>,
        reasons: &mut Vec<ImportReason>,
    ) -> Option<Payment> {
        let on = keep(self.day(row, LedgerField::On), reasons)?;
        if on.is_none() {
            reasons.push(self.missing(row, LedgerField::On));
        }
        let tranche = match self.columns.text(row, LedgerField::Tranche).map(|number| number.parse::<usize>()) {
            Some(Err(_)) => {
                reasons.push(self.value_fault(row, LedgerField::Tranche, "import-bad-number"));
                return None;
            }
            Some(Ok(number)) => Some(number),
            None => None,
        };
        let (amount, convention, on) = (amount?, convention?, on?);
        let contribution = self.matcher.contribution(convention, &self.columns, row);
        let contribution = keep(contribution.map_err(|reason| at(row, None, reason)), reasons)?;
        let tranche = self.matcher.tranche(convention, contribution, amount, tranche);
        let tranche = keep(tranche.map_err(|reason| at(row, None, reason)), reasons)?;
        let reference = self.columns.text(row, LedgerField::Reference);
        Some(Payment { id: None, on, amount, contribution: contribution.id.clone(), tranche, reference })
    }

    fn missing(&self, row: &SheetRow, field: LedgerField) -> ImportReason {
        let (head, column) = self.columns.head(field);
        at(row, column, ImportReason::new("import-no-value", vec![("column", text(head))]))
    }

    fn fault(&self, row: &SheetRow, field: LedgerField, fault: ValueFault) -> ImportReason {
        self.value_fault(row, field, fault.key())
    }

    fn value_fault(&self, row: &SheetRow, field: LedgerField, key: &'static str) -> ImportReason {
        let (head, column) = self.columns.head(field);
        let value = self.columns.text(row, field).unwrap_or_default();
        at(row, column, ImportReason::new(key, vec![("column", text(head)), ("value", text(value))]))
    }
}

/// Collects what the rows add to each convention.
struct LedgerPlanner<'a> {
    path: &'a str,
    here: &'a RecordsHere<'a>,
    /// The entries of each convention by their identity, with the line of the file for those that it adds.
    entries: BTreeMap<&'a Id, BTreeMap<EntryIdentity, (LedgerEntry, Option<usize>)>>,
    added: BTreeMap<&'a Id, Vec<(&'static str, Pairs)>>,
}

impl<'a> LedgerPlanner<'a> {
    fn row(&mut self, row: &SheetRow, read: Result<ReadRow<'a>, Vec<ImportReason>>) -> ImportRow {
        let line = row.line.to_string();
        let planned = |record, state, reasons| ImportRow {
            name: line.clone(),
            file: self.path.to_owned(),
            record,
            state,
            differences: Vec::new(),
            reasons,
        };
        let ReadRow { convention, entry, matched } = match read {
            Ok(read) => read,
            Err(reasons) => return planned(None, ImportState::Refused, reasons),
        };
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if self.here.portfolio.half_read.contains(&record) {
            // What could not be read would look as if it were absent.
            let broken = ImportReason::new("import-broken-record", vec![("record", text(&record))]);
            return planned(Some(record), ImportState::Refused, vec![at(row, None, broken)]);
        }
        let known = self.entries.entry(&convention.id).or_insert_with(|| recorded(convention));
        match known.get(&entry.identity()) {
            Some((_, Some(line))) => {
                let repeated = ImportReason::new("import-repeated-row", vec![("line", MessageArg::count(*line))]);
                planned(Some(record), ImportState::Refused, vec![at(row, None, repeated)])
            }
            Some((there, None)) => {
                let differences = entry.differences(there);
                let state = if differences.is_empty() { ImportState::Same } else { ImportState::Differs };
                ImportRow { differences, ..planned(Some(record), state, Vec::new()) }
            }
            None => {
                let pairs = entry.pairs(self.here.today);
                self.added.entry(&convention.id).or_default().push((entry.list(), pairs));
                let name = format!("{line}: {}", entry.amount());
                known.insert(entry.identity(), (entry, Some(row.line)));
                ImportRow { name, ..planned(Some(record), ImportState::New, vec![at(row, None, matched)]) }
            }
        }
    }

    /// Adds the changes of the records to the plan. If a record would become too large, its rows are refused.
    fn finish(self, plan: &mut ImportPlan) {
        // A hundred thousand of them take more memory than the rest.
        drop(self.entries);
        for (id, entries) in self.added {
            let record = RecordRef::new(RecordKind::Convention, id.clone());
            let count = entries.len();
            match change(self.here, &record, entries) {
                Ok(change) => {
                    let args = vec![("convention", text(id)), ("count", MessageArg::count(count))];
                    let line = Locale::new(commit_language(self.here.portfolio)).message("import-line", &args);
                    plan.records.push(ImportedRecord { record, change, line });
                }
                Err(reason) => refuse_all(plan, &record, &reason),
            }
        }
    }
}

fn refuse_all(plan: &mut ImportPlan, record: &RecordRef, reason: &ImportReason) {
    let of_record = |row: &&mut ImportRow| row.state == ImportState::New && row.record.as_ref() == Some(record);
    for row in plan.rows.iter_mut().filter(of_record) {
        row.state = ImportState::Refused;
        row.reasons = vec![ImportReason { place: row.reasons.first().and_then(|one| one.place), ..reason.clone() }];
    }
}

/// Returns the change that adds the entries. Fails if the record cannot be read, or would become too large.
fn change(
    here: &RecordsHere<'_>,
    record: &RecordRef,
    entries: Vec<(&'static str, Pairs)>,
) -> Result<ImportedChange, ImportReason> {
    let broken = || ImportReason::new("import-broken-record", vec![("record", text(record))]);
    let base: Arc<str> = (here.text)(record).ok_or_else(broken)?;
    let count = entries.len();
    let insert = |(list, pairs): (&str, Pairs)| Op::Insert(KeyPath::top().key(list), Item::Table(pairs));
    let ops: Vec<Op> = entries.into_iter().map(insert).collect();
    let text = record::patch(&base, &ops).map_err(|_| broken())?;
    let size = text.len() as u64;
    if size > LARGEST {
        let mebibytes = |bytes: u64| MessageArg::Text(bytes.div_ceil(1024 * 1024).to_string());
        let args = vec![
            ("record", MessageArg::Text(record.to_string())),
            ("count", MessageArg::count(count)),
            ("size", mebibytes(size)),
            ("limit", mebibytes(LARGEST)),
        ];
        return Err(ImportReason::new("import-too-large", args));
    }
    Ok(ImportedChange::Rewritten { base, text: text.into() })
}

/// The entries that a convention has.
fn recorded(convention: &Convention) -> BTreeMap<EntryIdentity, (LedgerEntry, Option<usize>)> {
    let spent = convention.expenditure.iter().cloned().map(LedgerEntry::Expenditure);
    let paid = convention.payments.iter().cloned().map(LedgerEntry::Payment);
    spent.chain(paid).map(|entry| (entry.identity(), (entry, None))).collect()
}

/// Keeps the reason of a failure.
fn keep<T>(result: Result<T, ImportReason>, reasons: &mut Vec<ImportReason>) -> Option<T> {
    result.map_err(|reason| reasons.push(reason)).ok()
}

/// Adds the place in the file: the line of the row, and the column from 1.
fn at(row: &SheetRow, column: Option<usize>, reason: ImportReason) -> ImportReason {
    ImportReason { place: Some((row.line, column.unwrap_or(1))), ..reason }
}

fn text(value: impl ToString) -> MessageArg {
    MessageArg::Text(value.to_string())
}
