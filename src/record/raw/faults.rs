//! What is wrong with a record whose every value is well-formed: keys that exclude each other, and the like.

use std::collections::HashSet;

use crate::model::{KeyPath, ProblemKind};

/// The faults found while a shape becomes a noun of the model, by the way to each.
#[derive(Debug, Default)]
pub(in crate::record) struct Faults(pub Vec<(KeyPath, ProblemKind)>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, path: KeyPath, kind: ProblemKind) {
        self.0.push((path, kind));
    }

    /// Notes the keys of one table that cannot stand together, at the second of them.
    pub fn conflict(&mut self, table: &KeyPath, keys: &[&str]) {
        let place = keys.get(1).map_or_else(|| table.clone(), |key| table.clone().key(key));
        self.add(place, ProblemKind::ConflictingKeys(keys.iter().map(|key| (*key).to_owned()).collect()));
    }

    /// Notes each id that an earlier entry of the same list of the record bears already.
    pub fn duplicates<'a>(&mut self, list: &str, ids: impl ExactSizeIterator<Item = Option<&'a str>>) {
        if ids.len() < 2 {
            return;
        }
        let mut seen = HashSet::with_capacity(ids.len());
        for (n, id) in ids.enumerate() {
            let Some(id) = id else { continue };
            if !seen.insert(id) {
                self.add(KeyPath::top().key(list).index(n).key("id"), ProblemKind::DuplicateEntry(id.to_owned()));
            }
        }
    }
}
