//! TOML text ⇄ model: the shapes of the files, reading with places, patching, merging. Text in, text out.

mod fast_path;
#[cfg(test)]
mod generators;
mod lenient;
mod locate;
mod merge;
mod nesting_limit;
mod patch;
mod raw;
mod read;
mod relocate;
mod schema;

use std::ops::Range;

pub use read::LARGEST;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{
    Convention, Date, Id, Incubator, KeyPath, MergeAnswer, MergeQuestion, Money, Party, Problem, RecordKind, RecordRef,
    Startup,
};

/// What a file held.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "one at a time, moved straight into the portfolio")]
pub enum Record {
    /// `portfolio.toml`.
    Portfolio(Incubator),
    /// A party.
    Party(Party),
    /// A startup.
    Startup(Startup),
    /// A convention.
    Convention(Convention),
}

/// What reading a file gave: the record as far as it could be read, and everything wrong with it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// `None` where nothing could be made of it.
    pub record: Option<Record>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// The words that [`crate::model::ProblemKind::WrongType`] uses for what was expected. The locale has one message each.
pub const EXPECTED: [&str; 19] = [
    "amount",
    "count",
    "date",
    "decimal",
    "format",
    "id",
    "list",
    "moment",
    "number",
    "score",
    "signature",
    "span",
    "start",
    "statistics",
    "table",
    "text",
    "trigger",
    "word",
    "yes-no",
];

/// Reads a record. `file` is its path below the folder, for the places of problems.
#[must_use]
pub fn read(record: &RecordRef, file: &str, bytes: &[u8]) -> Reading {
    read::read(record, file, bytes)
}

/// A record's text as a table, whatever its keys: for what is looked up in the text itself.
///
/// # Errors
/// When it is not TOML.
pub fn table(text: &str) -> Result<toml::Table, PatchError> {
    read::table(text)
}

/// The bare decoding of a text into the shape of its kind, for benches to measure loading against: `None` where it
/// does not decode.
#[doc(hidden)]
#[must_use]
pub fn parse_only(kind: RecordKind, text: &str) -> Option<Box<dyn std::any::Any + Send>> {
    read::parse_only(kind, text)
}

/// The bytes of the value at a path, or of its nearest parent that exists; `0..0` for the whole record.
#[must_use]
pub fn locate(text: &str, path: &KeyPath) -> Range<usize> {
    locate::locate(text, path)
}

/// As [`locate`], for a record that has problems: an entry that could not be read has no position in the lists of the
/// model, and so none in a path that comes from it.
#[must_use]
pub fn locate_as_read(record: &RecordRef, text: &str, path: &KeyPath) -> Range<usize> {
    if nesting_limit::too_deep(text).is_some() {
        return 0..0;
    }
    lenient::find(&read::RecordText { record, file: "", text }, path)
}

/// The way, in a record as it is now, to what a path led to in the record as it was seen; `None` where that entry is
/// gone.
#[must_use]
pub fn relocate(seen: &toml::Table, now: &toml::Table, path: &KeyPath) -> Option<KeyPath> {
    relocate::relocate(seen, now, path)
}

/// The value at a path.
#[must_use]
pub fn value_at<'a>(table: &'a toml::Table, path: &KeyPath) -> Option<&'a toml::Value> {
    relocate::value_at(table, path)
}

/// The JSON Schema of a kind of record.
#[must_use]
pub fn schema(kind: RecordKind) -> &'static serde_json::Value {
    schema::of(kind)
}

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Bool(bool),
    /// A calendar date.
    Date(Date),
    /// An amount: a bare integer where it has no cents, else a quoted decimal.
    Money(Money),
    /// A list on one line.
    List(Vec<Item>),
    /// A table, its keys in this order.
    Table(Vec<(String, Item)>),
}

impl From<&str> for Item {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Id> for Item {
    fn from(id: Id) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<i64> for Item {
    fn from(whole: i64) -> Self {
        Self::Whole(whole)
    }
}

/// A position or a count.
impl From<usize> for Item {
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A bare integer where it is one, else a quoted decimal.
impl From<Decimal> for Item {
    fn from(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        let whole = decimal.to_i64().filter(|_| decimal.fract().is_zero());
        whole.map_or_else(|| Self::Text(decimal.to_string()), Self::Whole)
    }
}

impl From<bool> for Item {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<Date> for Item {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Money> for Item {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

/// One change of a record's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Gives a key a value, in its place if it is there, else after the other keys of its table.
    Set(KeyPath, Item),
    /// Adds an entry at the end of a list of tables (`[[…]]`), making the list where there is none; before another one,
    /// where the path is that of an entry.
    Insert(KeyPath, Item),
    /// Takes a key or an entry out.
    Remove(KeyPath),
}

/// Why a patch could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatchError {
    /// The text is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// The path leads through something that is neither a table nor a list.
    #[error("`{0}` is not there")]
    NoSuchPlace(KeyPath),
}

/// A value as TOML, on one line.
#[must_use]
pub fn to_toml(item: &Item) -> String {
    patch::to_toml(item)
}

/// The text with the changes made, and nothing else changed: comments, order, spacing, line ends.
///
/// # Errors
/// When the text is not TOML or a path leads nowhere.
pub fn patch(text: &str, ops: &[Op]) -> Result<String, PatchError> {
    patch::patch(text, ops)
}

/// What two texts of a record become together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordMerge {
    /// The record. It holds ours where a question is open.
    pub text: String,
    /// What both sides set to different values and no answer decides.
    pub questions: Vec<MergeQuestion>,
}

/// Why two texts cannot be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// No record is so large: the bytes.
    #[error("{0} bytes are too many for a record")]
    TooLarge(u64),
}

/// Merges what two sides made of a record, by meaning: entries by who they are, tables by their keys. The comments of
/// both stay. `base` is what both began with; `None` where each made the record by itself.
///
/// Where both sides set the same thing to different values the text holds ours and a question says so, until an answer
/// decides. A side that is no TOML is merged by lines, or is one question about the whole record.
///
/// # Errors
/// When a text is too large to be a record.
pub fn merge(
    record: &RecordRef,
    base: Option<&str>,
    ours: &str,
    theirs: &str,
    answers: &[MergeAnswer],
) -> Result<RecordMerge, MergeError> {
    merge::merge(record, base, ours, theirs, answers)
}

#[cfg(test)]
mod tests;
