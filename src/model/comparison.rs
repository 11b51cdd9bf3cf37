//! Two versions of a record, compared value by value, and the facts that follow from the differences.

use super::{Date, KeyPath, RecordRef};

/// A value of a record, as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    Text(String),
    Whole(i64),
    Bool(bool),
    Date(Date),
    /// As written: a time of day, with or without a date, or a float.
    Other(String),
    List(Vec<FieldValue>),
    Table(FieldTable),
}

impl FieldValue {
    /// Returns the text of a text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the date of a date.
    #[must_use]
    pub const fn as_date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }
}

/// The keys of a table with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldTable(pub Vec<(String, FieldValue)>);

impl FieldTable {
    /// Returns the value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&FieldValue> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Returns the text of a key.
    #[must_use]
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }
}

/// An entry of a list of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// The key of the list.
    pub list: String,
    /// From 0.
    pub index: usize,
    /// Its keys, without lists of entries.
    pub fields: FieldTable,
}

/// A value that differs between two versions of a record: of a key, or a whole entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueChange {
    /// The path in the later version; in the earlier one if the value is gone. Empty for the record itself.
    pub path: KeyPath,
    /// The earlier value; `None` if it is new.
    pub was: Option<FieldValue>,
    /// The later value; `None` if it is gone. Of a new entry, its lists of entries are changes of their own.
    pub is: Option<FieldValue>,
    /// The entries around the value, the outermost first, in the later version if they exist there.
    pub within: Vec<ListEntry>,
}

/// What one version of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// There is no such file.
    Absent,
    /// The file is no text, or too large.
    Unreadable,
    /// The clone does not have the content, or it is damaged.
    Missing,
    /// The text has errors; the rest was read.
    Partial,
    Whole,
}

/// Two versions of a record, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordComparison {
    pub record: RecordRef,
    /// What the record was called in the earlier version, if its file was renamed.
    pub renamed_from: Option<RecordRef>,
    pub before: VersionState,
    pub after: VersionState,
    pub changes: Vec<ValueChange>,
    /// The entries to which others refer by id: contributions, obligations, committees.
    pub entries: Vec<ListEntry>,
}

impl RecordComparison {
    /// Returns the entry of a list with an id.
    #[must_use]
    pub fn entry(&self, list: &str, id: &str) -> Option<&ListEntry> {
        self.entries.iter().find(|entry| entry.list == list && entry.fields.text_of("id") == Some(id))
    }
}

/// Something that became known of a record, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub record: RecordRef,
    /// See [`ValueChange::path`].
    pub path: KeyPath,
    /// In the reader's language.
    pub text: String,
    pub was: Option<FieldValue>,
    pub is: Option<FieldValue>,
}
