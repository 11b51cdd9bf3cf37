//! Changed values in words.

use super::FactWords;
use crate::model::{Date, FieldValue, ListEntry, RecordComparison, ValueChange};
use chrono::Datelike;

/// The keys whose new value has a sentence of its own, by the list or table that holds them: `fact-set-HOLDER-KEY`.
/// A table is mentioned by its day.
const SENTENCES: [(&str, &str); 7] = [
    ("conditions", "met"),
    ("conditions", "not_met"),
    ("actions", "done"),
    ("committees", "papers_sent"),
    ("committees", "withdrawn"),
    ("obligations", "waived"),
    ("record", "terminated"),
];

impl FactWords<'_> {
    /// Returns the words for a value that was set, changed, or removed.
    pub(super) fn changed(&self, comparison: &RecordComparison, change: &ValueChange, names: &[String]) -> String {
        let depth = entry_depth(names, change.within.last());
        let (around, own) = names.split_at(depth);
        if let Some(words) = self.sentence(comparison, change, around, own) {
            return words;
        }
        let none = if names == ["signed"] { "fact-unknown" } else { "fact-none" };
        let shown = |value: &Option<FieldValue>| {
            value.as_ref().map_or_else(|| self.locale.text(none), |value| self.value(comparison, names, value))
        };
        let values = [("was", shown(&change.was)), ("is", shown(&change.is))];
        if names == ["signed"] {
            return self.message("fact-signed", &values);
        }
        let label = match change.within.split_last() {
            Some((entry, outer)) => {
                let called = self.entry(comparison, around, entry, outer).0;
                self.message("fact-of", &[("entry", called), ("label", self.label(names, depth))])
            }
            None => self.label(names, depth),
        };
        let [was, is] = values;
        self.message("fact-changed", &[("label", label), was, is])
    }

    /// Returns the sentence of its own that a change has, if any.
    fn sentence(
        &self,
        comparison: &RecordComparison,
        change: &ValueChange,
        around: &[String],
        own: &[String],
    ) -> Option<String> {
        let [key] = own else { return None };
        let entry = change.within.last();
        let list = entry.map_or("record", |entry| entry.list.as_str());
        let is = change.is.as_ref()?;
        let mut args = match change.within.split_last() {
            Some((entry, outer)) => {
                let mut args = self.args(comparison, around, entry, outer, &["on", "what"]);
                args.push(("entry", self.entry(comparison, around, entry, outer).0));
                args
            }
            None => Vec::new(),
        };
        if list == "committees" && key == "on" && entry?.fields.text_of("state") == Some("planned") {
            let (from, to) = (change.was.as_ref()?.as_date()?, is.as_date()?);
            return Some(self.message("fact-moved-committees", &[("was", self.start(from, to)), ("is", self.day(to))]));
        }
        if list == "committees" && key == "state" && change.was.is_some() {
            let message = format!("fact-state-committees-{}", is.as_text()?);
            return self.locale.has(&message).then(|| self.message(&message, &args));
        }
        if change.was.is_some() || !SENTENCES.contains(&(list, key.as_str())) {
            return None;
        }
        let names: Vec<String> = around.iter().chain(own).cloned().collect();
        let message = format!("fact-set-{list}-{key}");
        match is {
            FieldValue::Table(fields) => {
                args.push(("is", self.day(fields.get("on")?.as_date()?)));
                let fact = self.message(&message, &args);
                Some(self.with_details(comparison, fact, &names, fields, &["on"]))
            }
            value => {
                args.push(("is", self.value(comparison, &names, value)));
                Some(self.message(&message, &args))
            }
        }
    }

    fn day(&self, date: Date) -> String {
        self.locale.date_in_full(date)
    }

    /// Returns the first day of two; only its number if both are in one month.
    fn start(&self, from: Date, to: Date) -> String {
        let is_short = (from.year(), from.month()) == (to.year(), to.month());
        let full = self.day(from);
        if is_short { full.split(' ').next().unwrap_or_default().to_owned() } else { full }
    }
}

/// Returns the number of keys up to the innermost entry around a value.
fn entry_depth(names: &[String], entry: Option<&ListEntry>) -> usize {
    let Some(entry) = entry else { return 0 };
    names.iter().rposition(|name| *name == entry.list).map_or(0, |at| at + 1)
}
