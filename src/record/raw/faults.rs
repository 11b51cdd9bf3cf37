//! Faults of records whose values are all well-formed, such as keys that exclude each other.

use std::collections::HashSet;

use crate::model::{KeyPath, ProblemKind};

/// The faults found while building a value of the model, each with its path.
#[derive(Debug, Default)]
pub(in crate::record) struct Faults(pub Vec<(KeyPath, ProblemKind)>);

impl Faults {
    pub fn add(&mut self, path: KeyPath, kind: ProblemKind) {
        self.0.push((path, kind));
    }

    /// Adds the keys of one table that exclude each other, at the second of them.
    pub fn conflict(&mut self, table: &KeyPath, keys: &[&str]) {
        let place = keys.get(1).map_or_else(|| table.clone(), |key| table.key(key));
        self.add(place, ProblemKind::ConflictingKeys(keys.iter().map(|key| (*key).to_owned()).collect()));
    }

    /// Adds each id that an earlier entry of the same list already has.
    pub fn duplicates<'a>(&mut self, list: &str, ids: impl ExactSizeIterator<Item = Option<&'a str>>) {
        self.duplicate_keys(list, "id", ids);
    }

    /// Adds each value of a key that an earlier entry of the same list already has.
    pub fn duplicate_keys<'a>(&mut self, list: &str, key: &str, ids: impl ExactSizeIterator<Item = Option<&'a str>>) {
        if ids.len() < 2 {
            return;
        }
        let mut seen = HashSet::with_capacity(ids.len());
        for (n, id) in ids.enumerate() {
            let Some(id) = id else { continue };
            if !seen.insert(id) {
                self.add(KeyPath::top().key(list).index(n).key(key), ProblemKind::DuplicateEntry(id.to_owned()));
            }
        }
    }
}
