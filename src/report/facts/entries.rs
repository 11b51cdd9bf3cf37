//! Entries of lists in words: what they are called, and that they were added or removed.

use super::FactWords;
use crate::model::{FieldTable, FieldValue, ListEntry, Money, PathStep, RecordComparison, ValueChange};

/// What an entry of a list is called: the keys that its message takes.
struct EntryForm {
    list: &'static str,
    keys: &'static [&'static str],
}

const fn form(list: &'static str, keys: &'static [&'static str]) -> EntryForm {
    EntryForm { list, keys }
}

const FORMS: [EntryForm; 33] = [
    form("people", &["name"]),
    form("views", &["name"]),
    form("accounts", &["holder"]),
    form("incubators", &["id"]),
    form("coaches", &["person"]),
    form("phases", &["phase"]),
    form("committees", &["on"]),
    form("conditions", &["what"]),
    form("actions", &["what"]),
    form("snoozes", &["item"]),
    form("indicators", &["name"]),
    form("targets", &["by"]),
    form("values", &["on"]),
    form("notes", &["text"]),
    form("present", &["person"]),
    form("present", &["name"]),
    form("excused", &["person"]),
    form("excused", &["name"]),
    form("represented", &["person"]),
    form("represented", &["name"]),
    form("amended", &["on"]),
    form("signatories", &["name"]),
    form("contributions", &["from"]),
    form("tranches", &[]),
    form("resources", &["what"]),
    form("obligations", &["what"]),
    form("fulfilled", &["on"]),
    form("calls", &["amount", "contribution", "on"]),
    form("payments", &["amount", "contribution", "on"]),
    form("expenditure", &["amount"]),
    form("refunds", &["amount", "contribution", "on"]),
    form("reminders", &["to", "on"]),
    form("published", &["where"]),
];

/// The sentences for new entries: list, variant, the keys that the message takes. The first one whose keys all exist
/// is used.
const ADDED: [(&str, &str, &[&str]); 25] = [
    ("payments", "-reversed", &["amount", "contribution", "on"]),
    ("payments", "", &["amount", "contribution", "on"]),
    ("calls", "", &["amount", "contribution", "on"]),
    ("refunds", "-none", &["amount", "contribution", "on"]),
    ("refunds", "", &["amount", "contribution", "on"]),
    ("expenditure", "", &["amount", "what"]),
    ("contributions", "-payee", &["amount", "from", "to"]),
    ("contributions", "", &["amount", "from"]),
    ("tranches", "", &["amount"]),
    ("obligations", "", &["debtor", "what"]),
    ("fulfilled", "", &["on"]),
    ("reminders", "", &["to", "on", "item"]),
    ("committees", "-held-decision", &["on", "decision"]),
    ("committees", "-held", &["on"]),
    ("committees", "-planned", &["on"]),
    ("committees", "-cancelled", &["on"]),
    ("conditions", "-met", &["what", "met"]),
    ("conditions", "", &["what"]),
    ("actions", "-done", &["what", "done"]),
    ("actions", "", &["what"]),
    ("phases", "", &["phase", "from"]),
    ("coaches", "", &["person", "from"]),
    ("values", "", &["on", "value"]),
    ("targets", "", &["by", "value"]),
    ("notes", "", &["text"]),
];

/// Keys that no sentence needs to mention: ids, and what the variant of the sentence says.
const UNSAID: [&str; 2] = ["id", "format"];

impl FactWords<'_> {
    /// Returns the sentence for a new entry, with all its values.
    pub(super) fn added(
        &self,
        comparison: &RecordComparison,
        change: &ValueChange,
        names: &[String],
        fields: &FieldTable,
    ) -> String {
        let list = names.last().map(String::as_str).unwrap_or_default();
        let entry = own_entry(change, list, fields);
        let sentence = ADDED.iter().find(|(of, variant, keys)| {
            *of == list && keys.iter().all(|key| fields.get(key).is_some()) && has_variant(list, variant, fields)
        });
        let (fact, said) = match sentence {
            Some((_, variant, keys)) => {
                let args = self.args(comparison, names, &entry, &change.within, keys);
                let mut said = keys.to_vec();
                if list == "committees" {
                    said.push("state");
                }
                (self.message(&format!("fact-added-{list}{variant}"), &args), said)
            }
            None => {
                let (called, said) = self.entry(comparison, names, &entry, &change.within);
                (self.message("fact-added", &[("entry", called)]), said.to_vec())
            }
        };
        self.with_details(comparison, fact, names, fields, &said)
    }

    /// Returns the sentence for an entry that is gone, with all its values but its lists of entries.
    pub(super) fn removed(
        &self,
        comparison: &RecordComparison,
        change: &ValueChange,
        names: &[String],
        fields: &FieldTable,
    ) -> String {
        let list = names.last().map(String::as_str).unwrap_or_default();
        let entry = own_entry(change, list, fields);
        let (called, said) = self.entry(comparison, names, &entry, &change.within);
        let fact = self.message("fact-removed", &[("entry", called)]);
        self.with_details(comparison, fact, names, fields, said)
    }

    /// Returns what an entry is called, and which of its keys that mentions. `names` are the keys of its path.
    pub(super) fn entry(
        &self,
        comparison: &RecordComparison,
        names: &[String],
        entry: &ListEntry,
        within: &[ListEntry],
    ) -> (String, &'static [&'static str]) {
        let has_keys = |form: &&EntryForm| form.keys.iter().all(|key| entry.fields.get(key).is_some());
        let form = FORMS.iter().filter(|form| form.list == entry.list).find(has_keys);
        let number = ("number", self.locale.number(i64::try_from(entry.index + 1).unwrap_or(i64::MAX)));
        let Some(form) = form else {
            let list = self.label(names, names.len().saturating_sub(1));
            return (self.message("fact-entry-other", &[("list", list), number]), &[]);
        };
        let args = self.args(comparison, names, entry, within, form.keys);
        (self.message(&format!("fact-entry-{}", form.list), &args), form.keys)
    }

    /// Returns the arguments for a message about an entry: its keys, its number, and what the entry around it is
    /// called.
    pub(super) fn args(
        &self,
        comparison: &RecordComparison,
        names: &[String],
        entry: &ListEntry,
        within: &[ListEntry],
        keys: &[&'static str],
    ) -> Vec<(&'static str, String)> {
        let of_key = |key: &&'static str| {
            let path: Vec<String> = names.iter().cloned().chain([(*key).to_owned()]).collect();
            let value = entry.fields.get(key)?;
            let words = match (entry.list.as_str(), *key) {
                ("contributions", "from") => self.contributor(comparison, &entry.fields),
                _ => self.value(comparison, &path, value),
            };
            // People that attend are called by their id or their name.
            Some((if *key == "person" { "name" } else { *key }, words))
        };
        let mut args: Vec<(&'static str, String)> = keys.iter().filter_map(of_key).collect();
        args.push(("number", self.locale.number(i64::try_from(entry.index + 1).unwrap_or(i64::MAX))));
        if let Some((parent, around)) = within.split_last() {
            let above = &names[..names.len().saturating_sub(1)];
            args.push(("parent", self.entry(comparison, above, parent, around).0));
        }
        args
    }

    fn contributor(&self, comparison: &RecordComparison, fields: &FieldTable) -> String {
        match (fields.text_of("id"), fields.text_of("from")) {
            (Some(id), Some(_)) if comparison.entry("contributions", id).is_some() => self.contribution(comparison, id),
            (_, from) => self.party(from.unwrap_or_default()),
        }
    }

    /// Adds the values that a sentence does not mention: `… (reference: VIR 4471)`.
    pub(super) fn with_details(
        &self,
        comparison: &RecordComparison,
        fact: String,
        names: &[String],
        fields: &FieldTable,
        said: &[&str],
    ) -> String {
        let is_unsaid = |key: &str| !said.contains(&key) && !UNSAID.contains(&key);
        let details = fields.0.iter().filter(|(key, value)| is_unsaid(key) && !is_list_of_entries(value));
        let details: Vec<String> = details
            .map(|(key, value)| {
                let path: Vec<String> = names.iter().chain([key]).cloned().collect();
                let label = self.label(&path, names.len());
                self.message("fact-detail", &[("label", label), ("value", self.value(comparison, &path, value))])
            })
            .collect();
        let joined = details.into_iter().reduce(|all, next| {
            let args = [("all", all), ("next", next)];
            self.message("fact-detail-and", &args)
        });
        match joined {
            Some(details) => self.message("fact-details", &[("fact", fact), ("details", details)]),
            None => fact,
        }
    }
}

/// Returns the entry that a change adds or removes.
fn own_entry(change: &ValueChange, list: &str, fields: &FieldTable) -> ListEntry {
    let index = match change.path.last() {
        Some(PathStep::Index(index)) => *index,
        _ => 0,
    };
    ListEntry { list: list.to_owned(), index, fields: fields.clone() }
}

fn is_list_of_entries(value: &FieldValue) -> bool {
    matches!(value, FieldValue::List(entries) if entries.iter().any(|entry| matches!(entry, FieldValue::Table(_))))
}

/// Returns whether the sentence of a variant applies to an entry.
fn has_variant(list: &str, variant: &str, fields: &FieldTable) -> bool {
    let amount = || match fields.get("amount") {
        Some(FieldValue::Whole(whole)) => whole.to_string().parse::<Money>().ok(),
        Some(FieldValue::Text(text)) => text.parse().ok(),
        _ => None,
    };
    match (list, variant) {
        ("committees", variant) => {
            let state = variant.trim_start_matches('-').split('-').next();
            fields.text_of("state") == state
        }
        (_, "-reversed") => amount().is_some_and(Money::is_negative),
        (_, "-none") => amount().is_some_and(Money::is_zero),
        _ => true,
    }
}
