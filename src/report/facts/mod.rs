//! Facts in words: what became known between two versions of a record, in the reader's language.

mod changed;
mod entries;
mod sorts;
mod values;

use crate::locale::Locale;
use crate::model::{
    Fact, FieldTable, FieldValue, KeyPath, MessageArg, PathStep, Portfolio, RecordComparison, RecordKind, RecordRef,
    ValueChange, VersionState,
};

/// The order of facts about one record, by the first key of their paths; others come last.
const ORDER: [&str; 14] = [
    "signed",
    "terminated",
    "term",
    "payments",
    "calls",
    "refunds",
    "expenditure",
    "phases",
    "committees",
    "conditions",
    "actions",
    "indicators",
    "obligations",
    "contributions",
];

/// Puts comparisons into words. The portfolio gives the names of parties, startups and people.
#[derive(Clone, Copy)]
pub struct FactWords<'a> {
    pub portfolio: &'a Portfolio,
    pub locale: &'a Locale,
}

impl FactWords<'_> {
    /// Returns the facts of a comparison, those about the record itself first.
    #[must_use]
    pub fn facts(&self, comparison: &RecordComparison) -> Vec<Fact> {
        let mut facts = self.of_record(comparison);
        let mut changes: Vec<&ValueChange> = comparison.changes.iter().collect();
        changes.sort_by_key(|change| rank(&change.path));
        facts.extend(changes.into_iter().map(|change| {
            let key = names(&change.path).pop().unwrap_or_default();
            let shown = |value: &Option<FieldValue>| value.as_ref().map(|value| without_addresses(&key, value));
            Fact {
                record: comparison.record.clone(),
                path: change.path.clone(),
                text: self.words(comparison, change),
                was: shown(&change.was),
                is: shown(&change.is),
            }
        }));
        facts
    }

    /// Returns the facts about the file: that it was renamed, broke, or can be read again.
    fn of_record(&self, comparison: &RecordComparison) -> Vec<Fact> {
        use VersionState::{Absent, Missing, Partial, Unreadable, Whole};
        let fact = |text: String, was: Option<FieldValue>, is: Option<FieldValue>| Fact {
            record: comparison.record.clone(),
            path: KeyPath::top(),
            text,
            was,
            is,
        };
        let mut facts = Vec::new();
        if let Some(old) = &comparison.renamed_from {
            let [was, is] = [old, &comparison.record].map(|record| record.id.to_string());
            let text = self.message("fact-renamed", &[("was", was.clone()), ("is", is.clone())]);
            facts.push(fact(text, Some(FieldValue::Text(was)), Some(FieldValue::Text(is))));
        }
        let key = match (comparison.before, comparison.after) {
            (Absent, Unreadable) => Some("created"),
            (Unreadable, Absent) => Some("deleted"),
            (Missing, _) | (_, Missing) => Some("missing"),
            (Unreadable, Unreadable) => Some("unreadable-still"),
            (Whole | Partial, Unreadable) => Some("unreadable"),
            (Unreadable, Whole | Partial) => Some("readable"),
            (Whole, Partial) => Some("broken"),
            (Partial, Whole) => Some("repaired"),
            _ => None,
        };
        facts.extend(key.map(|key| match key {
            "created" | "deleted" => fact(self.record_event(key, &comparison.record, None), None, None),
            key => fact(self.locale.text(&format!("fact-{key}")), None, None),
        }));
        facts
    }

    /// Returns the words for one change.
    fn words(&self, comparison: &RecordComparison, change: &ValueChange) -> String {
        let names = names(&change.path);
        let is_entry = matches!(change.path.last(), Some(PathStep::Index(_)));
        match (&change.was, &change.is) {
            (None, Some(FieldValue::Table(fields))) if names.is_empty() => {
                let event =
                    self.record_event("created", &comparison.record, fields.text_of(title_key(&comparison.record)));
                self.with_details(comparison, event, &names, fields, &[title_key(&comparison.record)])
            }
            (Some(FieldValue::Table(fields)), None) if names.is_empty() => {
                self.record_event("deleted", &comparison.record, fields.text_of(title_key(&comparison.record)))
            }
            (None, Some(FieldValue::Table(fields))) if is_entry => self.added(comparison, change, &names, fields),
            (Some(FieldValue::Table(fields)), None) if is_entry => self.removed(comparison, change, &names, fields),
            _ => self.changed(comparison, change, &names),
        }
    }

    fn record_event(&self, event: &str, record: &RecordRef, name: Option<&str>) -> String {
        let name = name.map_or_else(|| record.id.to_string(), str::to_owned);
        self.message(&format!("fact-{event}-{}", record.kind.name()), &[("name", name)])
    }

    fn message(&self, key: &str, texts: &[(&'static str, String)]) -> String {
        let args: Vec<_> = texts.iter().map(|(name, text)| (*name, MessageArg::Text(text.clone()))).collect();
        self.locale.message(key, &args)
    }
}

/// Returns the key that holds the name of a record.
fn title_key(record: &RecordRef) -> &'static str {
    if record.kind == RecordKind::Convention { "title" } else { "name" }
}

/// Returns the keys of a path.
fn names(path: &KeyPath) -> Vec<String> {
    let key = |step: &PathStep| match step {
        PathStep::Key(key) => Some(key.to_string()),
        PathStep::Index(_) => None,
    };
    path.iter().filter_map(key).collect()
}

fn rank(path: &KeyPath) -> usize {
    match path.first() {
        Some(PathStep::Key(first)) => ORDER.iter().position(|key| *first == *key).map_or(ORDER.len() + 1, |at| at + 1),
        _ => 0,
    }
}

/// E-mail addresses appear in no answer: each is replaced by an ellipsis. `key` is that of the value.
fn without_addresses(key: &str, value: &FieldValue) -> FieldValue {
    match value {
        value if key == sorts::ADDRESSES => hidden(value),
        FieldValue::Table(FieldTable(pairs)) => {
            let pairs = pairs.iter().map(|(key, value)| (key.clone(), without_addresses(key, value)));
            FieldValue::Table(FieldTable(pairs.collect()))
        }
        FieldValue::List(entries) => {
            FieldValue::List(entries.iter().map(|entry| without_addresses(key, entry)).collect())
        }
        value => value.clone(),
    }
}

fn hidden(value: &FieldValue) -> FieldValue {
    match value {
        FieldValue::List(entries) => FieldValue::List(entries.iter().map(|_| hidden_text()).collect()),
        _ => hidden_text(),
    }
}

fn hidden_text() -> FieldValue {
    FieldValue::Text("…".to_owned())
}
