//! Reads the rows of a table: the convention, the amount, the days, and what else they state.

use super::LedgerKind;
use super::columns::{LedgerColumns, LedgerField};
use super::entry::LedgerEntry;
use super::matching::LedgerMatcher;
use super::sheet::SheetRow;
use super::values::{self, ValueFault};
use super::{at, text};
use crate::import::plan::ImportReason;
use crate::import::records_here::RecordsHere;
use crate::model::{Contribution, Convention, Date, Expenditure, MessageArg, Money, Payment};

/// A row that can be imported.
pub(super) struct ReadRow<'a> {
    pub convention: &'a Convention,
    /// The contribution of a payment.
    pub contribution: Option<&'a Contribution>,
    pub entry: LedgerEntry,
    /// Why it belongs to the convention.
    pub matched: Vec<ImportReason>,
}

/// Reads rows.
pub(super) struct RowReader<'a> {
    pub kind: LedgerKind,
    pub columns: LedgerColumns,
    pub matcher: LedgerMatcher<'a>,
    pub here: &'a RecordsHere<'a>,
}

impl<'a> RowReader<'a> {
    /// Reads a row. Fails with all reasons why it cannot be imported.
    pub fn read(&self, row: &SheetRow) -> Result<ReadRow<'a>, Vec<ImportReason>> {
        let mut reasons = Vec::new();
        let amount = keep(self.amount(row), &mut reasons);
        let matched = keep(self.matcher.convention(&self.columns, row).map_err(|it| at(row, None, it)), &mut reasons);
        let convention = matched.as_ref().map(|(convention, _)| *convention);
        let entry = match self.kind {
            LedgerKind::Expenditure => {
                let spent = self.expenditure(row, amount, convention, &mut reasons);
                spent.map(|spent| (None, LedgerEntry::Expenditure(spent), self.matched_spending(row)))
            }
            LedgerKind::Payments => {
                let paid = self.payment(row, amount, convention, &mut reasons);
                paid.map(|(contribution, paid, matched)| (Some(contribution), LedgerEntry::Payment(paid), matched))
            }
        };
        match (matched, entry) {
            (Some((convention, by)), Some((contribution, entry, others))) if reasons.is_empty() => {
                let matched = std::iter::once(by).chain(others).collect();
                Ok(ReadRow { convention, contribution, entry, matched })
            }
            _ => Err(reasons),
        }
    }

    /// Returns why a line of spending belongs to its contribution, and its supplier to one of the records.
    fn matched_spending(&self, row: &SheetRow) -> Vec<ImportReason> {
        let named = |field| self.columns.text(row, field);
        let reason = |key, value: String| ImportReason::new(key, vec![("value", text(value))]);
        let contribution = named(LedgerField::Contribution).map(|value| reason("import-by-contribution", value));
        let supplier = named(LedgerField::Supplier).and_then(|typed| {
            let known = self.matcher.supplier(typed.clone());
            (known != typed).then(|| reason("import-known-supplier", known))
        });
        contribution.into_iter().chain(supplier).collect()
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
        convention: Option<&'a Convention>,
        reasons: &mut Vec<ImportReason>,
    ) -> Option<Expenditure> {
        use LedgerField::{By, Committed, Contribution, Done, Paid, Startup, Supplier};
        let [committed, done, paid] =
            [Committed, Done, Paid].map(|field| keep(self.day(row, field), reasons).flatten());
        let named = |field| self.columns.text(row, field);
        let column = |field| self.columns.head(field).1;
        let by = named(By).map(|value| self.matcher.party(value).map_err(|reason| at(row, column(By), reason)));
        let convention = convention?;
        let startup = named(Startup)
            .map(|value| self.matcher.startup(value, convention).map_err(|reason| at(row, column(Startup), reason)));
        let contribution = named(Contribution).map(|value| {
            let found = self.matcher.named_contribution(convention, value);
            found.map(|one| one.id.clone()).map_err(|reason| at(row, column(Contribution), reason))
        });
        let contribution = contribution.and_then(|contribution| keep(contribution, reasons));
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
            contribution,
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

    /// Returns the numbers by which Chorus identifies a payment: order and item, payment request and item, company,
    /// year.
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
    ) -> Option<(&'a Contribution, Payment, Vec<ImportReason>)> {
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
        let (contribution, by) = keep(contribution.map_err(|reason| at(row, None, reason)), reasons)?;
        let by_tranche =
            tranche.map(|number| ImportReason::new("import-by-tranche", vec![("tranche", MessageArg::count(number))]));
        let count = contribution.tranches.len();
        if tranche.is_some_and(|number| number == 0 || number > count) {
            reasons.push(self.value_fault(row, LedgerField::Tranche, "import-no-tranche"));
            return None;
        }
        let reference = self.columns.text(row, LedgerField::Reference);
        let id = contribution.id.clone();
        let matched = std::iter::once(by).chain(by_tranche).collect();
        Some((contribution, Payment { id: None, on, amount, contribution: id, tranche, reference }, matched))
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

/// Keeps the reason of a failure.
fn keep<T>(result: Result<T, ImportReason>, reasons: &mut Vec<ImportReason>) -> Option<T> {
    result.map_err(|reason| reasons.push(reason)).ok()
}
