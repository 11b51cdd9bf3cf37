//! Matching of entries between versions of a record.
//!
//! Entries match by id, else by the identifying keys of their list, else by content. A changed entry matches the one
//! with which it has most in common.

use toml::Value;

use super::canonical::{canonical_text, same};

/// What identifies a part of a document.
#[derive(Clone, Copy)]
pub(in crate::record) enum EntryKey<'a> {
    /// A dotted key.
    Key(&'a [String]),
    /// A table in a list: keys of the parent, name of the list, content.
    Entry(&'a [String], &'a str, &'a Value),
    /// Any other list element.
    Plain(&'a Value),
}

/// The keys that identify an entry without an id in its list. If a list has several rows, they are tried in order.
const IDENTIFYING_KEYS: &[(&str, &[&str])] = &[
    ("phases", &["phase", "from"]),
    ("committees", &["on"]),
    ("indicators", &["name"]),
    ("values", &["on"]),
    ("targets", &["by"]),
    ("amended", &["on"]),
    ("fulfilled", &["on", "due"]),
    ("fulfilled", &["on"]),
    ("signatories", &["party", "name"]),
    ("actions", &["what"]),
    ("conditions", &["what"]),
    ("snoozes", &["item"]),
    ("coaches", &["person", "from"]),
    ("coaches", &["person"]),
    ("incubators", &["id", "from"]),
    ("incubators", &["id"]),
    ("views", &["name"]),
    ("published", &["where"]),
    ("agenda", &["startup"]),
    ("present", &["person"]),
    ("present", &["name", "party"]),
    ("present", &["name"]),
    ("excused", &["person"]),
    ("excused", &["name", "party"]),
    ("excused", &["name"]),
    ("represented", &["person"]),
    ("represented", &["name", "party"]),
    ("represented", &["name"]),
    ("members", &["person"]),
    ("members", &["name", "party"]),
    ("members", &["name"]),
];

/// Lists whose `id` names another record, so that several entries can have the same one.
const REFERRING_BY_ID: &[&str] = &["incubators"];

/// Lists whose entries match by position if nothing else identifies them. None of them contains dated facts.
const IDENTIFIED_BY_POSITION: &[&str] = &["tranches", "notes", "actions", "resources", "antecedents"];

/// Mutually exclusive keys. Replacing one by another is a single change.
const ONE_OF: &[&[&str]] =
    &[&["standing", "due", "every"], &["met", "not_met"], &["until", "deferred_until"], &["months", "until", "covers"]];

/// Returns the groups of exclusive keys in which both sides chose a different key; of groups that share a key, only the
/// first. Tables are given as keys with their canonical values.
pub(super) fn conflicting_choices(tables: &[Vec<(&str, String)>; 3]) -> Vec<&'static [&'static str]> {
    let conflicting_choices = |group: &&&[&str]| {
        let [base, ours, theirs] = tables.each_ref().map(|table| {
            let mut chosen: Vec<_> = table.iter().filter(|(key, _)| group.contains(key)).collect();
            chosen.sort();
            chosen
        });
        let keys = |chosen: &[&(&str, String)]| chosen.iter().map(|(key, _)| (*key).to_owned()).collect::<Vec<_>>();
        ours != base && theirs != base && keys(&ours) != keys(&theirs)
    };
    let mut found: Vec<&'static [&'static str]> = Vec::new();
    for group in ONE_OF.iter().filter(conflicting_choices) {
        if !found.iter().any(|earlier| earlier.iter().any(|key| group.contains(key))) {
            found.push(group);
        }
    }
    found
}

/// Returns the index in `second` of each element of `first`. If `certain` is set, similarity doesn't count.
pub(in crate::record) fn align(first: &[EntryKey<'_>], second: &[EntryKey<'_>], certain: bool) -> Vec<Option<usize>> {
    let mut pairing = EntryPairing { first, second, found: vec![None; first.len()], taken: vec![false; second.len()] };
    pairing.by(key);
    pairing.by(id);
    pairing.by(content);
    pairing.by(identifying_values);
    if certain {
        pairing.by(content_without_id);
    } else {
        pairing.by_similarity();
        pairing.by_position();
    }
    pairing.found
}

/// Returns whether the element is a scalar or a list of scalars.
pub(super) fn is_plain(entry_key: &EntryKey<'_>) -> bool {
    matches!(entry_key, EntryKey::Plain(_))
}

fn key(entry_key: &EntryKey<'_>) -> Option<String> {
    let EntryKey::Key(names) = entry_key else { return None };
    Some(format!("{names:?}"))
}

fn id_of<'a>(entry_key: &EntryKey<'a>) -> Option<&'a str> {
    let EntryKey::Entry(_, list, entry) = entry_key else { return None };
    if REFERRING_BY_ID.contains(list) {
        return None;
    }
    entry.get("id")?.as_str()
}

fn id(entry_key: &EntryKey<'_>) -> Option<String> {
    let EntryKey::Entry(names, ..) = entry_key else { return None };
    Some(format!("{names:?} {}", id_of(entry_key)?))
}

fn content(entry_key: &EntryKey<'_>) -> Option<String> {
    match entry_key {
        EntryKey::Key(_) => None,
        EntryKey::Entry(names, _, entry) => Some(format!("{names:?} {}", canonical_text(entry))),
        EntryKey::Plain(value) => Some(canonical_text(value)),
    }
}

/// Returns the text of an entry without its id, to match a handwritten entry with one whose id the program assigned.
fn content_without_id(entry_key: &EntryKey<'_>) -> Option<String> {
    let EntryKey::Entry(names, list, Value::Table(entry)) = entry_key else { return None };
    if REFERRING_BY_ID.contains(list) {
        return None;
    }
    let mut entry = entry.clone();
    entry.remove("id");
    (!entry.is_empty()).then(|| format!("{names:?} {}", canonical_text(&Value::Table(entry))))
}

fn identifying_values(entry_key: &EntryKey<'_>) -> Option<String> {
    let EntryKey::Entry(names, list, entry) = entry_key else { return None };
    let mut rows = IDENTIFYING_KEYS.iter().filter(|(name, _)| name == list);
    let (keys, values) = rows.find_map(|(_, keys)| {
        let values = keys.iter().map(|key| entry.get(key).map(canonical_text)).collect::<Option<Vec<_>>>();
        Some((keys, values?))
    })?;
    Some(format!("{names:?} {keys:?} {values:?}"))
}

/// Returns whether two elements can match: in the same list, and not with different ids.
fn can_match(first: &EntryKey<'_>, second: &EntryKey<'_>) -> bool {
    let one_list = match (first, second) {
        (EntryKey::Entry(first, ..), EntryKey::Entry(second, ..)) => first == second,
        (EntryKey::Key(first), EntryKey::Key(second)) => first == second,
        (EntryKey::Plain(_), EntryKey::Plain(_)) => true,
        _ => false,
    };
    let two_ids = matches!((id_of(first), id_of(second)), (Some(first), Some(second)) if first != second);
    one_list && !two_ids
}

/// Returns the common share of two entries in thousandths, or `None` below one half.
fn similarity(first: &EntryKey<'_>, second: &EntryKey<'_>) -> Option<usize> {
    let (EntryKey::Entry(_, _, Value::Table(a)), EntryKey::Entry(_, _, Value::Table(b))) = (first, second) else {
        return None;
    };
    if !can_match(first, second) {
        return None;
    }
    let shared = a.iter().filter(|(key, value)| b.get(key.as_str()).is_some_and(|other| same(value, other))).count();
    let similarity = 2000 * shared / (a.len() + b.len()).max(1);
    (similarity >= 500 && shared > 0).then_some(similarity)
}

struct EntryPairing<'a> {
    first: &'a [EntryKey<'a>],
    second: &'a [EntryKey<'a>],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl EntryPairing<'_> {
    fn pair(&mut self, at: usize, other: usize) {
        self.found[at] = Some(other);
        self.taken[other] = true;
    }

    /// Returns the unmatched elements of both sides.
    fn unmatched(&self) -> (Vec<usize>, Vec<usize>) {
        let first = (0..self.first.len()).filter(|at| self.found[*at].is_none()).collect();
        let second = (0..self.second.len()).filter(|at| !self.taken[*at]).collect();
        (first, second)
    }

    /// Matches elements for which `what` returns the same text, in document order.
    fn by(&mut self, what: impl Fn(&EntryKey<'_>) -> Option<String>) {
        let (first, second) = self.unmatched();
        if first.is_empty() || second.is_empty() {
            return;
        }
        let mut known: std::collections::HashMap<String, Vec<usize>> = std::collections::HashMap::new();
        for at in second {
            if let Some(name) = what(&self.second[at]) {
                known.entry(name).or_default().push(at);
            }
        }
        for at in first {
            let entry_key = &self.first[at];
            let places = what(entry_key).and_then(|name| known.get_mut(&name));
            let found = places.and_then(|places| {
                let n = places.iter().position(|other| can_match(entry_key, &self.second[*other]))?;
                Some(places.remove(n))
            });
            if let Some(other) = found {
                self.pair(at, other);
            }
        }
    }

    /// Matches the most similar elements first.
    fn by_similarity(&mut self) {
        let (first, second) = self.unmatched();
        let mut similar = Vec::new();
        for at in &first {
            for other in &second {
                if let Some(similarity) = similarity(&self.first[*at], &self.second[*other]) {
                    similar.push((usize::MAX - similarity, at.abs_diff(*other), *at, *other));
                }
            }
        }
        similar.sort_unstable();
        for (_, _, at, other) in similar {
            if self.found[at].is_none() && !self.taken[other] {
                self.pair(at, other);
            }
        }
    }

    /// Matches remaining elements between matched neighbours by position.
    fn by_position(&mut self) {
        let has_position = |one: &EntryKey<'_>| match one {
            EntryKey::Entry(_, list, _) => IDENTIFIED_BY_POSITION.contains(list),
            EntryKey::Key(_) | EntryKey::Plain(_) => false,
        };
        let mut at = 0;
        while at < self.first.len() {
            let from = at;
            while at < self.first.len() && self.found[at].is_none() {
                at += 1;
            }
            let start = from.checked_sub(1).map_or(Some(0), |before| self.found[before].map(|other| other + 1));
            if let Some(start) = start.filter(|_| at > from) {
                let there = (start..self.second.len()).take_while(|other| !self.taken[*other]).count();
                for n in 0..at - from {
                    let (one, other) = (from + n, start + n);
                    if there == at - from
                        && has_position(&self.first[one])
                        && can_match(&self.first[one], &self.second[other])
                    {
                        self.pair(one, other);
                    }
                }
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value as Json;

    use super::*;
    use crate::model::RecordKind;
    use crate::record::schema;

    /// Returns the lists of tables in the schemas of all records, each with the keys of its entries.
    fn lists() -> BTreeMap<String, BTreeSet<String>> {
        let mut lists: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for kind in RecordKind::ALL {
            let schema = schema(kind);
            let tables = schema["$defs"].as_object().into_iter().flatten().map(|(_, table)| table).chain([schema]);
            for (name, property) in tables.filter_map(|table| table["properties"].as_object()).flatten() {
                let definition = property["items"]["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
                let keys = definition.and_then(|name| schema["$defs"][name]["properties"].as_object());
                if let Some(keys) = keys {
                    lists.entry(name.clone()).or_default().extend(keys.keys().cloned());
                }
            }
        }
        lists
    }

    #[test]
    fn every_list_of_the_format_identifies_its_entries() {
        let lists = lists();
        assert!(lists.len() > 25, "{lists:?}");
        for (list, keys) in &lists {
            let by_id = keys.contains("id") && !REFERRING_BY_ID.contains(&list.as_str());
            let by_keys = IDENTIFYING_KEYS.iter().any(|(name, _)| name == list);
            let by_position = IDENTIFIED_BY_POSITION.contains(&list.as_str());
            assert!(by_id || by_keys || by_position, "add {list} to IDENTIFYING_KEYS: it has the keys {keys:?}");
        }
    }

    #[test]
    fn all_identifying_and_exclusive_keys_are_in_the_format() {
        let lists = lists();
        for (list, keys) in IDENTIFYING_KEYS {
            let known = lists.get(*list).unwrap_or_else(|| panic!("no list {list}"));
            assert!(keys.iter().all(|key| known.contains(*key)), "{list}: {keys:?} of {known:?}");
        }
        for list in IDENTIFIED_BY_POSITION.iter().chain(REFERRING_BY_ID) {
            assert!(lists.contains_key(*list), "no list {list}");
        }
        let tables: Vec<&Json> = RecordKind::ALL.into_iter().map(schema).collect();
        let has = |keys: &[&str]| {
            let all = tables.iter().flat_map(|schema| schema["$defs"].as_object().into_iter().flatten());
            all.filter_map(|(_, table)| table["properties"].as_object())
                .any(|known| keys.iter().all(|key| known.contains_key(*key)))
        };
        for group in ONE_OF {
            assert!(has(group), "no table has all of {group:?}");
        }
    }
}
