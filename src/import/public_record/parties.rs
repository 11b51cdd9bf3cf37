//! The parties that startups name: new ones get the names that the public record has for them.

use std::collections::BTreeMap;

use super::front_matter;
use super::published::KnownIds;
use super::value::{Yaml, YamlNode};
use super::{PublicFile, PublicRecord};
use crate::edit::{ImportedChange, ImportedRecord, NewRecord};
use crate::model::{Id, RecordKind, RecordRef};
use crate::record::Item;

/// What is known about a party.
#[derive(Default)]
struct KnownParty {
    names: Vec<String>,
    kind: Option<String>,
}

/// The names of parties, by their ids here.
pub(super) struct PartyNames(BTreeMap<Id, KnownParty>);

impl PartyNames {
    /// Returns the names of organisations, then those of incubators: an incubator and its host may share an id.
    pub fn new(source: &PublicRecord, ids: &KnownIds<'_>) -> Self {
        let mut names = Self(BTreeMap::new());
        for (files, keys) in [(&source.organisations, &["name", "acronym"][..]), (&source.incubators, &["title"][..])] {
            for file in files {
                names.add(file, keys, ids);
            }
        }
        names
    }

    fn add(&mut self, file: &PublicFile, keys: &[&str], ids: &KnownIds<'_>) {
        // Without a readable page, the id serves as the name.
        let page = file.text.as_ref().ok().and_then(|text| front_matter::read(text).ok());
        let (Some(page), Ok(id)) = (page, ids.party(&file.stem)) else { return };
        let text = |key: &str| match page.get(key) {
            Some(YamlNode { value: Yaml::Text(text), .. }) => {
                Some(text.trim().to_owned()).filter(|text| !text.is_empty())
            }
            _ => None,
        };
        let known = self.0.entry(id).or_default();
        for name in keys.iter().filter_map(|key| text(key)) {
            if !known.names.contains(&name) {
                known.names.push(name);
            }
        }
        known.kind = known.kind.take().or_else(|| text("type"));
    }

    /// Returns the record of a new party.
    pub fn record(&self, id: &Id) -> ImportedRecord {
        let known = self.0.get(id);
        let mut names = known.map(|known| known.names.clone()).unwrap_or_default().into_iter();
        let name = names.next().unwrap_or_else(|| id.to_string());
        let mut keys = vec![("name".to_owned(), Item::Text(name.clone()))];
        let also: Vec<Item> = names.map(Item::Text).collect();
        if !also.is_empty() {
            keys.push(("also".to_owned(), Item::List(also)));
        }
        if let Some(kind) = known.and_then(|known| known.kind.clone()) {
            keys.push(("kind".to_owned(), Item::Text(kind)));
        }
        let record = RecordRef::new(RecordKind::Party, id.clone());
        let line = format!("{record}: {name}");
        ImportedRecord { record, change: ImportedChange::New(NewRecord { keys, ..NewRecord::default() }), line }
    }
}
