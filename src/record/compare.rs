//! What differs between two versions of a record. Entries of lists are matched as merging does.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::merge::{EntryKey, align, same};
use super::version::RecordVersion;
use crate::model::{
    FieldTable, FieldValue, KeyPath, ListEntry, PathStep, RecordComparison, RecordRef, ValueChange, VersionState,
};

/// The lists to whose entries others refer by id.
const REFERRED_TO: [&str; 3] = ["contributions", "obligations", "committees"];

/// Compares two versions of a record. Comments, order and notation do not count.
#[must_use]
pub fn compare(record: &RecordRef, before: &RecordVersion, after: &RecordVersion) -> RecordComparison {
    let mut comparer = Comparer::default();
    let top = KeyPath::top();
    match (before.state, after.state) {
        // What such a version says is unknown, and no value of the other is new or gone.
        (VersionState::Unreadable | VersionState::Missing, _)
        | (_, VersionState::Unreadable | VersionState::Missing) => {}
        (VersionState::Absent, VersionState::Absent) => {}
        (VersionState::Absent, _) => comparer.added(top, &after.table),
        (_, VersionState::Absent) => comparer.change(top, Some(FieldValue::Table(fields(&before.table))), None),
        _ => comparer.tables(&top, &before.table, &after.table),
    }
    let entries = if comparer.changes.is_empty() { Vec::new() } else { referred_to([&after.table, &before.table]) };
    RecordComparison {
        record: record.clone(),
        renamed_from: None,
        before: before.state,
        after: after.state,
        changes: comparer.changes,
        entries,
    }
}

/// Returns how much two versions have in common, in thousandths of the values of the larger one.
#[must_use]
pub fn likeness(one: &RecordVersion, other: &RecordVersion) -> usize {
    fn leaves(value: &Value, path: &str, all: &mut BTreeSet<String>) {
        match value {
            Value::Table(table) => table.iter().for_each(|(key, value)| leaves(value, &format!("{path}.{key}"), all)),
            Value::Array(entries) => entries.iter().for_each(|entry| leaves(entry, path, all)),
            leaf => drop(all.insert(format!("{path} {leaf}"))),
        }
    }
    let [one, other] = [one, other].map(|version| {
        let mut all = BTreeSet::new();
        version.table.iter().for_each(|(key, value)| leaves(value, key, &mut all));
        all
    });
    1000 * one.intersection(&other).count() / one.len().max(other.len()).max(1)
}

#[derive(Default)]
struct Comparer {
    within: Vec<ListEntry>,
    changes: Vec<ValueChange>,
}

impl Comparer {
    fn change(&mut self, path: KeyPath, was: Option<FieldValue>, is: Option<FieldValue>) {
        self.changes.push(ValueChange { path, was, is, within: self.within.clone() });
    }

    fn tables(&mut self, path: &KeyPath, was: &Table, is: &Table) {
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        for key in keys {
            self.values(path.key(key), was.get(key), is.get(key));
        }
    }

    fn values(&mut self, path: KeyPath, was: Option<&Value>, is: Option<&Value>) {
        match (was, is) {
            (Some(was), Some(is)) if same(was, is) => {}
            (Some(Value::Table(was)), Some(Value::Table(is))) => self.tables(&path, was, is),
            _ => match (entries(was), entries(is)) {
                (Some(was), Some(is)) if !was.is_empty() || !is.is_empty() => self.lists(&path, was, is),
                _ => self.change(path, was.map(value), is.map(value)),
            },
        }
    }

    /// Compares two lists of tables.
    fn lists(&mut self, path: &KeyPath, was: &[Value], is: &[Value]) {
        let names = names(path);
        let list = names.last().map(String::as_str).unwrap_or_default();
        // Entries at both ends are mostly unchanged; the others are matched with more effort.
        let start = was.iter().zip(is).take_while(|(was, is)| same(was, is)).count();
        let rest = was.len().min(is.len()) - start;
        let end = was.iter().rev().zip(is.iter().rev()).take(rest).take_while(|(was, is)| same(was, is)).count();
        let (old, new) = (&was[start..was.len() - end], &is[start..is.len() - end]);
        let now = align(&keys(old, &names, list), &keys(new, &names, list), false);
        for (at, entry) in old.iter().enumerate().filter(|(at, _)| now[*at].is_none()) {
            self.change(path.index(start + at), Some(value(entry)), None);
        }
        for (at, entry) in new.iter().enumerate() {
            let (own, Value::Table(entry)) = (path.index(start + at), entry) else { continue };
            let before = now.iter().position(|now| *now == Some(at)).and_then(|before| old.get(before));
            match before.and_then(Value::as_table) {
                Some(before) if before == entry => {}
                Some(before) => {
                    self.within.push(entry_of(list, start + at, entry));
                    self.tables(&own, before, entry);
                    self.within.pop();
                }
                None => self.added(own, entry),
            }
        }
    }

    /// A new record, or a new entry of a list.
    fn added(&mut self, path: KeyPath, table: &Table) {
        let own = own_fields(table);
        self.change(path.clone(), None, Some(FieldValue::Table(own.clone())));
        let entry = path.last().and_then(|step| match step {
            PathStep::Index(index) => Some(ListEntry { list: names(&path).pop()?, index: *index, fields: own }),
            PathStep::Key(_) => None,
        });
        let depth = self.within.len();
        self.within.extend(entry);
        for (key, below) in table {
            if let Some(below) = entries(Some(below)).filter(|below| !below.is_empty()) {
                self.lists(&path.key(key), &[], below);
            }
        }
        self.within.truncate(depth);
    }
}

fn keys<'a>(entries: &'a [Value], names: &'a [String], list: &'a str) -> Vec<EntryKey<'a>> {
    entries.iter().map(|entry| EntryKey::Entry(names, list, entry)).collect()
}

/// Returns the keys of a path.
fn names(path: &KeyPath) -> Vec<String> {
    let key = |step: &PathStep| match step {
        PathStep::Key(key) => Some(key.to_string()),
        PathStep::Index(_) => None,
    };
    path.iter().filter_map(key).collect()
}

/// Returns the entries of a list of tables, which may be absent.
fn entries(value: Option<&Value>) -> Option<&[Value]> {
    match value {
        None => Some(&[]),
        Some(Value::Array(entries)) if entries.iter().all(Value::is_table) => Some(entries),
        Some(_) => None,
    }
}

fn entry_of(list: &str, index: usize, table: &Table) -> ListEntry {
    ListEntry { list: list.to_owned(), index, fields: own_fields(table) }
}

/// Returns the keys of a table without lists of entries.
fn own_fields(table: &Table) -> FieldTable {
    let is_own = |value: &Value| entries(Some(value)).is_none_or(<[Value]>::is_empty);
    FieldTable(table.iter().filter(|(_, value)| is_own(value)).map(|(key, own)| (key.clone(), value(own))).collect())
}

fn fields(table: &Table) -> FieldTable {
    FieldTable(table.iter().map(|(key, below)| (key.clone(), value(below))).collect())
}

fn value(value: &Value) -> FieldValue {
    match value {
        Value::String(text) => FieldValue::Text(text.clone()),
        Value::Integer(whole) => FieldValue::Whole(*whole),
        Value::Boolean(yes) => FieldValue::Bool(*yes),
        Value::Datetime(moment) => {
            let written = moment.to_string();
            written.parse().map_or(FieldValue::Other(written), FieldValue::Date)
        }
        Value::Float(_) => FieldValue::Other(value.to_string()),
        Value::Array(entries) => FieldValue::List(entries.iter().map(self::value).collect()),
        Value::Table(table) => FieldValue::Table(fields(table)),
    }
}

/// Returns the entries with ids, those of the first version first.
fn referred_to(versions: [&Table; 2]) -> Vec<ListEntry> {
    let mut found: Vec<ListEntry> = Vec::new();
    for version in versions {
        for list in REFERRED_TO {
            let entries = version.get(list).and_then(Value::as_array).into_iter().flatten().enumerate();
            for (index, entry) in entries {
                let Some(id) = entry.get("id").and_then(Value::as_str) else { continue };
                let is_known = found.iter().any(|entry| entry.list == list && entry.fields.text_of("id") == Some(id));
                if let Some(table) = entry.as_table().filter(|_| !is_known) {
                    found.push(entry_of(list, index, table));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
