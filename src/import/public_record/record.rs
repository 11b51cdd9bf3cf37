//! The record of a new startup, and the entries of lists that an import adds.

use super::published::{PublishedCommittee, PublishedPhase, PublishedStartup};
use super::value::{Yaml, YamlNode};
use crate::edit::{ImportedChange, ImportedRecord, NewRecord, Pairs};
use crate::model::{RecordRef, entry_id};
use crate::record::Item;

/// Creates the record of a startup.
pub(super) fn create(record: RecordRef, startup: &PublishedStartup, front_matter: &YamlNode) -> ImportedRecord {
    let mut keys: Pairs = startup.keys().into_iter().filter_map(|(key, item)| Some((key.to_owned(), item?))).collect();
    for (key, texts) in startup.lists() {
        if !texts.is_empty() {
            keys.push((key.to_owned(), Item::List(texts.into_iter().map(Item::Text).collect())));
        }
    }
    let phases = startup.phases.iter().map(|phase| ("phases", phase.entry()));
    let committees = startup.committees.iter().map(|committee| ("committees", committee.entry()));
    let new = NewRecord {
        keys,
        entries: phases.chain(committees).collect(),
        tables: vec![("extra.public-record", kept(front_matter))],
    };
    let line = format!("{record}: {}", startup.name);
    ImportedRecord { record, change: ImportedChange::New(new), line }
}

/// Returns the front matter as it is kept.
pub(super) fn kept(front_matter: &YamlNode) -> Pairs {
    let Yaml::Map(pairs) = &front_matter.value else { return Pairs::new() };
    pairs.iter().filter_map(|(key, node)| Some((key.clone(), node.item()?))).collect()
}

impl PublishedPhase {
    pub fn entry(&self) -> Pairs {
        let mut pairs =
            vec![("phase".to_owned(), self.phase.name().into()), ("from".to_owned(), Item::Date(self.from))];
        pairs.extend(self.comment.clone().map(|comment| ("comment".to_owned(), Item::Text(comment))));
        pairs
    }
}

/// Where the imported committees are known from.
pub(super) const SOURCE: &str = "beta.gouv.fr";

impl PublishedCommittee {
    pub fn entry(&self) -> Pairs {
        let mut pairs = vec![
            ("id".to_owned(), Item::Text(entry_id(self.on, &["committee"]))),
            ("on".to_owned(), Item::Date(self.on)),
            ("state".to_owned(), self.state.name().into()),
        ];
        pairs.extend(self.comment.clone().map(|comment| ("comment".to_owned(), Item::Text(comment))));
        // Distinguishes a meeting whose decision was never published from one without a decision.
        pairs.push(("source".to_owned(), SOURCE.into()));
        pairs
    }
}
