//! Merges the values of three texts independent of their notation, into operations on our text and the expected value.
//!
//! It makes the same decisions as the merge of segments by different means, so each verifies the other. It also covers
//! what segments can't: a table that one side writes inline and the other below a header.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::canonical::{canonical_text, same};
use super::context::MergeContext;
use super::identity::{EntryKey, align, conflicting_choices};
use super::order::{ThreeWay, triples};
use super::segments::{keys_rewritten, list_name};
use crate::model::{KeyPath, MergeSide};
use crate::record::item::Item;
use crate::record::patch::Op;

pub(super) struct MergedValue {
    pub value: Value,
    /// The operations that change ours accordingly; `None` if this program can't write a value.
    pub ops: Option<Vec<Op>>,
}

/// Merges three tables.
pub(super) fn merge(merging: &mut MergeContext<'_>, base: &Value, ours: &Value, theirs: &Value) -> MergedValue {
    let mut work = ValueMerge { merging, ops: Some(Vec::new()), gone: Vec::new() };
    let value = work.value(Some(base), ours, theirs, &KeyPath::top());
    let ValueMerge { ops, mut gone, .. } = work;
    // From the end, so that removals don't shift later ones.
    gone.sort();
    let ops = ops.map(|ops| ops.into_iter().chain(gone.into_iter().rev().map(Op::Remove)).collect());
    MergedValue { value, ops }
}

struct ValueMerge<'w, 'm> {
    merging: &'w mut MergeContext<'m>,
    ops: Option<Vec<Op>>,
    gone: Vec<KeyPath>,
}

impl ValueMerge<'_, '_> {
    fn value(&mut self, base: Option<&Value>, ours: &Value, theirs: &Value, path: &KeyPath) -> Value {
        if same(ours, theirs) || base.is_some_and(|base| same(base, theirs)) {
            return ours.clone();
        }
        match (base, ours, theirs) {
            (None | Some(Value::Table(_)), Value::Table(here), Value::Table(there)) => {
                let none = Table::new();
                let was = base.and_then(Value::as_table).unwrap_or(&none);
                return Value::Table(self.table([was, here, there], path));
            }
            (None | Some(Value::Array(_)), Value::Array(here), Value::Array(there)) => {
                let was = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                if let Some(list) = self.list([was, here, there], path) {
                    return Value::Array(list);
                }
            }
            (Some(base), ..) if same(base, ours) => return self.set(path, theirs),
            _ => {}
        }
        let shown = |value: &Value| Some(value.to_string());
        match self.merging.ask(path.clone(), base.and_then(shown), shown(ours), shown(theirs)) {
            MergeSide::Ours => ours.clone(),
            MergeSide::Theirs => self.set(path, theirs),
        }
    }

    fn table(&mut self, [base, ours, theirs]: [&Table; 3], path: &KeyPath) -> Table {
        let mut merged = Table::new();
        let decided = self.exclusive_winners([base, ours, theirs], path);
        let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        for key in keys {
            if let Some((_, side)) = decided.iter().find(|(group, _)| group.contains(&key.as_str())) {
                let value = self.chosen(*side, ours.get(key), theirs.get(key), &path.key(key));
                merged.extend(value.map(|value| (key.clone(), value)));
                continue;
            }
            let (was, here, there) = (base.get(key), ours.get(key), theirs.get(key));
            if let Some(value) = self.part(was, here, there, &path.key(key)) {
                merged.insert(key.clone(), value);
            }
        }
        merged
    }

    /// Returns, for each group of exclusive keys in which both sides chose differently, the side that wins.
    fn exclusive_winners(&mut self, tables: [&Table; 3], path: &KeyPath) -> Vec<(&'static [&'static str], MergeSide)> {
        let said = tables.map(|table| table.iter().map(|(key, value)| (key.as_str(), canonical_text(value))).collect());
        let mut decided = Vec::new();
        for group in conflicting_choices(&said) {
            let chosen = tables.map(|table| table.iter().filter(|(key, _)| group.contains(&key.as_str())));
            let [was, here, there] = chosen.map(Iterator::collect::<Vec<_>>);
            let Some((key, _)) = here.first().or(was.first()).or(there.first()) else { continue };
            let shown = |chosen: &[(&String, &Value)]| {
                let lines: Vec<String> = chosen.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                (!lines.is_empty()).then(|| lines.join("\n"))
            };
            let side = self.merging.ask(path.key(key), shown(&was), shown(&here), shown(&there));
            decided.push((group, side));
        }
        decided
    }

    /// Applies one side's choice of an exclusive key.
    fn chosen(
        &mut self,
        side: MergeSide,
        here: Option<&Value>,
        there: Option<&Value>,
        path: &KeyPath,
    ) -> Option<Value> {
        match (side, here, there) {
            (MergeSide::Ours, here, _) => here.cloned(),
            (MergeSide::Theirs, _, Some(there)) => Some(self.set(path, there)),
            (MergeSide::Theirs, here, None) => {
                self.gone.extend(here.map(|_| path.clone()));
                None
            }
        }
    }

    /// Merges a value; returns `None` if it is removed.
    fn part(
        &mut self,
        was: Option<&Value>,
        here: Option<&Value>,
        there: Option<&Value>,
        path: &KeyPath,
    ) -> Option<Value> {
        match (was, here, there) {
            (was, Some(here), Some(there)) => Some(self.value(was, here, there, path)),
            (None, Some(here), None) => Some(here.clone()),
            (None, None, Some(there)) => Some(self.add(path, there)),
            (Some(Value::Array(was)), here, there) if [here, there].into_iter().flatten().all(is_entries) => {
                let entries = |side: Option<&Value>| side.and_then(Value::as_array).cloned().unwrap_or_default();
                let merged = self.list([was, &entries(here), &entries(there)], path)?;
                if merged.is_empty() && here.is_some() {
                    self.gone.retain(|gone| !gone.starts_with(path));
                    self.gone.push(path.clone());
                }
                (!merged.is_empty()).then_some(Value::Array(merged))
            }
            (Some(was), here, there) => {
                let one = here.or(there)?;
                let shown = |value: Option<&Value>| value.map(ToString::to_string);
                let stays = !same(was, one) && {
                    let side = self.merging.ask(path.clone(), shown(Some(was)), shown(here), shown(there));
                    (side == MergeSide::Ours) == here.is_some()
                };
                match (stays, here) {
                    (true, Some(here)) => Some(here.clone()),
                    (true, None) => Some(self.add(path, one)),
                    (false, Some(_)) => {
                        self.gone.push(path.clone());
                        None
                    }
                    (false, None) => None,
                }
            }
            (None, None, None) => None,
        }
    }

    /// Merges a list; returns `None` if both sides replaced the same scalars differently.
    fn list(&mut self, [base, ours, theirs]: [&[Value]; 3], path: &KeyPath) -> Option<Vec<Value>> {
        let entry_key = |value| entry_key_of(value, list_name(path));
        let entry_keys = [base, ours, theirs].map(|side| side.iter().map(entry_key).collect::<Vec<_>>());
        let entry_keys = [&entry_keys[0][..], &entry_keys[1], &entry_keys[2]];
        if keys_rewritten(entry_keys) {
            return None;
        }
        let mut merged = Vec::new();
        let tables = [base, ours, theirs].iter().all(|side| side.iter().all(Value::is_table));
        for ThreeWay { base: was, ours: here, theirs: there } in triples(entry_keys, align) {
            let own = match (here, was) {
                (Some(here), _) => path.index(here),
                (None, Some(was)) => path.index(ours.len() + was),
                // After the last one.
                (None, None) => path.clone(),
            };
            let part = |side: &'_ [Value], at: Option<usize>| at.and_then(|at| side.get(at)).cloned();
            let (was, here, there) = (part(base, was), part(ours, here), part(theirs, there));
            let value = self.entry(was.as_ref(), here.as_ref(), there.as_ref(), &own, path);
            merged.extend(value);
        }
        if !tables {
            self.gone.retain(|gone| !gone.starts_with(path));
            self.set(path, &Value::Array(merged.clone()));
        }
        Some(merged)
    }

    /// Like [`Self::part`], for an entry. Entries that ours lacks are appended.
    fn entry(
        &mut self,
        was: Option<&Value>,
        here: Option<&Value>,
        there: Option<&Value>,
        own: &KeyPath,
        list: &KeyPath,
    ) -> Option<Value> {
        let done = self.ops.as_ref().map_or(0, Vec::len);
        let value = self.part(was, here, there, own)?;
        if here.is_none() {
            if let Some(ops) = &mut self.ops {
                ops.truncate(done);
            }
            self.push(item(&value).map(|item| Op::Insert(list.clone(), item)));
        }
        Some(value)
    }

    fn set(&mut self, path: &KeyPath, value: &Value) -> Value {
        self.push(item(value).map(|item| Op::Set(path.clone(), item)));
        value.clone()
    }

    /// Adds a value that ours lacks.
    fn add(&mut self, path: &KeyPath, value: &Value) -> Value {
        match value {
            Value::Array(entries) if is_entries(value) => {
                for entry in entries {
                    self.push(item(entry).map(|item| Op::Insert(path.clone(), item)));
                }
                value.clone()
            }
            value => self.set(path, value),
        }
    }

    fn push(&mut self, op: Option<Op>) {
        match (&mut self.ops, op) {
            (Some(ops), Some(op)) => ops.push(op),
            (ops, _) => *ops = None,
        }
    }
}

fn entry_key_of<'v>(value: &'v Value, list: &'v str) -> EntryKey<'v> {
    if value.is_table() { EntryKey::Entry(&[], list, value) } else { EntryKey::Plain(value) }
}

/// Returns whether it is a list of tables, which disappears with its last entry.
fn is_entries(value: &Value) -> bool {
    value.as_array().is_some_and(|entries| !entries.is_empty() && entries.iter().all(Value::is_table))
}

/// Converts a value to one that this program can write.
fn item(value: &Value) -> Option<Item> {
    Some(match value {
        Value::String(text) => Item::Text(text.clone()),
        Value::Integer(whole) => Item::Whole(*whole),
        Value::Boolean(yes) => Item::Bool(*yes),
        Value::Datetime(moment) => match (moment.date, moment.time, moment.offset) {
            (Some(_), None, None) => Item::Date(moment.to_string().parse().ok()?),
            (None, Some(_), None) => Item::Time(moment.to_string().parse().ok()?),
            (Some(_), Some(_), None) => Item::DateTime(moment.to_string().parse().ok()?),
            _ => return None,
        },
        Value::Array(values) => Item::List(values.iter().map(item).collect::<Option<_>>()?),
        Value::Table(table) => {
            let pairs = table.iter().map(|(key, value)| Some((key.clone(), item(value)?)));
            Item::Table(pairs.collect::<Option<_>>()?)
        }
        Value::Float(_) => return None,
    })
}
