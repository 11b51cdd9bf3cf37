//! Compares the rows with the entries of their conventions, and collects what is new.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::entry::{EntryIdentity, LedgerEntry};
use super::row_reader::ReadRow;
use super::sheet::SheetRow;
use super::{at, text};
use crate::edit::{ImportedChange, ImportedRecord, commit_language};
use crate::import::plan::{ImportPlan, ImportReason, ImportRow, ImportState};
use crate::import::records_here::RecordsHere;
use crate::locale::Locale;
use crate::model::{Contribution, Convention, Id, KeyPath, MessageArg, Money, Payment, RecordKind, RecordRef};
use crate::record::{self, Item, LARGEST, Op};

/// Collects what the rows add to each convention.
pub(super) struct LedgerPlanner<'a> {
    pub path: &'a str,
    pub here: &'a RecordsHere<'a>,
    known: BTreeMap<&'a Id, KnownEntries>,
}

/// The entries of a convention.
struct KnownEntries {
    /// By their identity, with the line of the file for those that it adds.
    entries: BTreeMap<EntryIdentity, (Rc<LedgerEntry>, Option<usize>)>,
    /// Those of the record, by amount.
    recorded: BTreeMap<Money, Vec<Rc<LedgerEntry>>>,
    /// The tranches of contributions that payments name or were given.
    tranches: BTreeSet<(String, usize)>,
}

impl KnownEntries {
    fn of(convention: &Convention) -> Self {
        let spent = convention.expenditure.iter().cloned().map(LedgerEntry::Expenditure);
        let paid = convention.payments.iter().cloned().map(LedgerEntry::Payment);
        let (mut entries, mut recorded) = (BTreeMap::new(), BTreeMap::<Money, Vec<Rc<LedgerEntry>>>::new());
        for entry in spent.chain(paid).map(Rc::new) {
            recorded.entry(entry.amount()).or_default().push(Rc::clone(&entry));
            entries.insert(entry.identity(), (entry, None));
        }
        let named = |paid: &Payment| Some((paid.contribution.clone(), paid.tranche?));
        Self { entries, recorded, tranches: convention.payments.iter().filter_map(named).collect() }
    }

    /// Returns the entries that the file adds, in its order.
    fn into_added(self) -> Vec<Rc<LedgerEntry>> {
        let added = self.entries.into_values().filter_map(|(entry, line)| Some((line?, entry)));
        let mut added: Vec<(usize, Rc<LedgerEntry>)> = added.collect();
        added.sort_by_key(|(line, _)| *line);
        added.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Gives a payment the only tranche of its amount for which no payment is known.
    fn give_tranche(&mut self, contribution: &Contribution, paid: &mut Payment) {
        let has_other = |entry: &(Rc<LedgerEntry>, Option<usize>)| matches!(&*entry.0, LedgerEntry::Payment(one) if one.contribution == contribution.id && one.tranche.is_none());
        // A payment without a tranche fills the earliest ones.
        if paid.tranche.is_none() && contribution.tranches.len() > 1 && !self.entries.values().any(has_other) {
            let numbered = contribution.tranches.iter().zip(1..);
            let is_open = |number: usize| !self.tranches.contains(&(contribution.id.clone(), number));
            let open = numbered.filter(|(tranche, number)| tranche.amount == paid.amount && is_open(*number));
            let open: Vec<usize> = open.map(|(_, number)| number).collect();
            paid.tranche = match open.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
        }
        self.tranches.extend(paid.tranche.map(|number| (contribution.id.clone(), number)));
    }
}

impl<'a> LedgerPlanner<'a> {
    pub const fn new(path: &'a str, here: &'a RecordsHere<'a>) -> Self {
        Self { path, here, known: BTreeMap::new() }
    }

    pub fn row(&mut self, row: &SheetRow, read: Result<ReadRow<'a>, Vec<ImportReason>>) -> ImportRow {
        let line = row.line.to_string();
        let planned = |record, state, reasons| ImportRow {
            name: line.clone(),
            file: self.path.to_owned(),
            record,
            state,
            differences: Vec::new(),
            reasons,
        };
        let ReadRow { convention, contribution, mut entry, mut matched } = match read {
            Ok(read) => read,
            Err(reasons) => return planned(None, ImportState::Refused, reasons),
        };
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if self.here.portfolio.half_read.contains(&record) {
            // What could not be read would look as if it were absent.
            let broken = ImportReason::new("import-broken-record", vec![("record", text(&record))]);
            return planned(Some(record), ImportState::Refused, vec![at(row, None, broken)]);
        }
        let known = self.known.entry(&convention.id).or_insert_with(|| KnownEntries::of(convention));
        match known.entries.get(&entry.identity()) {
            Some((_, Some(line))) => {
                let repeated = ImportReason::new("import-repeated-row", vec![("line", MessageArg::count(*line))]);
                return planned(Some(record), ImportState::Refused, vec![at(row, None, repeated)]);
            }
            Some((there, None)) => {
                let differences = entry.differences(there);
                let state = if differences.is_empty() { ImportState::Same } else { ImportState::Differs };
                return ImportRow { differences, ..planned(Some(record), state, Vec::new()) };
            }
            None => {}
        }
        let mut alike = known.recorded.get(&entry.amount()).into_iter().flatten();
        if let Some(there) = alike.find(|there| entry.may_equal(there)) {
            let probable = at(row, None, ImportReason::new("import-probably-same", Vec::new()));
            let differences = entry.differences(there);
            return ImportRow { differences, ..planned(Some(record), ImportState::Differs, vec![probable]) };
        }
        if let (LedgerEntry::Payment(paid), Some(contribution)) = (&mut entry, contribution) {
            let named = paid.tranche;
            known.give_tranche(contribution, paid);
            if let Some(number) = paid.tranche.filter(|_| named.is_none()) {
                let args = vec![("tranche", MessageArg::count(number))];
                matched.push(ImportReason::new("import-tranche-of-amount", args));
            }
        }
        let name = format!("{line}: {}", entry.amount());
        known.entries.insert(entry.identity(), (Rc::new(entry), Some(row.line)));
        let matched = matched.into_iter().map(|reason| at(row, None, reason)).collect();
        ImportRow { name, ..planned(Some(record), ImportState::New, matched) }
    }

    /// Adds the changes of the records to the plan. If a record would become too large, its rows are refused.
    pub fn finish(self, plan: &mut ImportPlan) {
        for (id, known) in self.known {
            let record = RecordRef::new(RecordKind::Convention, id.clone());
            let added = known.into_added();
            let count = added.len();
            if count == 0 {
                continue;
            }
            match change(self.here, &record, &added) {
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
    entries: &[Rc<LedgerEntry>],
) -> Result<ImportedChange, ImportReason> {
    let broken = || ImportReason::new("import-broken-record", vec![("record", text(record))]);
    let base: Arc<str> = (here.text)(record).ok_or_else(broken)?;
    let count = entries.len();
    let insert =
        |entry: &Rc<LedgerEntry>| Op::Insert(KeyPath::top().key(entry.list()), Item::Table(entry.pairs(here.today)));
    let ops: Vec<Op> = entries.iter().map(insert).collect();
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
