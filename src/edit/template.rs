//! The text of a new record, with one key per line.

use super::toml_entry::EntryBuilder;
use crate::model::RecordKind;
use crate::record;

/// Builds a record's text from the top.
pub(super) struct RecordTemplate(String);

impl RecordTemplate {
    /// Starts with the line that tells editors where the schema is.
    pub fn of(kind: RecordKind) -> Self {
        Self(format!("#:schema ../schema/{}.json\n", kind.name()))
    }

    /// Starts empty, to build a part of a text.
    pub fn empty() -> Self {
        Self(String::new())
    }

    /// Adds a comment line.
    pub fn comment(mut self, words: &str) -> Self {
        self.0.push_str(&format!("# {words}\n"));
        self
    }

    /// Adds an empty line and a heading.
    pub fn part(mut self, words: &str) -> Self {
        self.0.push_str(&format!("\n## {words}\n"));
        self
    }

    /// Adds keys, with their equals signs aligned.
    pub fn keys(mut self, entry: EntryBuilder) -> Self {
        let pairs = entry.pairs();
        let width = pairs.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0);
        for (key, item) in &pairs {
            self.0.push_str(&format!("{key:width$} = {}\n", record::to_toml(item)));
        }
        self
    }

    /// Adds a table after an empty line.
    pub fn table(mut self, name: &str, entry: EntryBuilder) -> Self {
        self.0.push_str(&format!("\n[{name}]\n"));
        self.keys(entry)
    }

    /// Adds an entry of a list after an empty line.
    pub fn entry(mut self, list: &str, entry: EntryBuilder) -> Self {
        self.0.push_str(&format!("\n[[{list}]]\n"));
        self.keys(entry)
    }

    pub fn text(self) -> String {
        self.0
    }
}
