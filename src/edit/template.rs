//! The text of a record that is made: laid out as a person would who has room, its keys one below the other.

use super::toml_entry::EntryBuilder;
use crate::model::RecordKind;
use crate::record;

/// A record's text, from the top down.
pub(super) struct RecordTemplate(String);

impl RecordTemplate {
    /// The first line says to editors where the schema of the kind is.
    pub fn of(kind: RecordKind) -> Self {
        Self(format!("#:schema ../schema/{}.json\n", kind.name()))
    }

    /// With a line of comment.
    pub fn comment(mut self, words: &str) -> Self {
        self.0.push_str(&format!("# {words}\n"));
        self
    }

    /// With an empty line, and then a heading.
    pub fn part(mut self, words: &str) -> Self {
        self.0.push_str(&format!("\n## {words}\n"));
        self
    }

    /// With keys.
    pub fn keys(mut self, entry: EntryBuilder) -> Self {
        let pairs = entry.pairs();
        let width = pairs.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0);
        for (key, item) in &pairs {
            self.0.push_str(&format!("{key:width$} = {}\n", record::to_toml(item)));
        }
        self
    }

    /// With an empty line, and then a table and its keys.
    pub fn table(mut self, name: &str, entry: EntryBuilder) -> Self {
        self.0.push_str(&format!("\n[{name}]\n"));
        self.keys(entry)
    }

    /// With an empty line, and then an entry of a list.
    pub fn entry(mut self, list: &str, entry: EntryBuilder) -> Self {
        self.0.push_str(&format!("\n[[{list}]]\n"));
        self.keys(entry)
    }

    /// All of it.
    pub fn text(self) -> String {
        self.0
    }
}
