//! The kinds of fields, derived from the schema.

use serde_json::Value as Json;

use super::resolve;
use crate::model::RecordKind;

/// The kind of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// A list of texts.
    Texts,
    /// The date of a plan or a deadline.
    Date,
    /// The date of a fact.
    PastDate,
    /// A time of day.
    Time,
    /// A date and a time of day.
    DateTime,
    /// The date of a signature, or `undated`.
    Signature,
    /// An amount in euros.
    Amount,
    /// A whole number between a minimum and an optional maximum.
    Whole(i64, Option<i64>),
    /// A decimal number.
    Decimal,
    YesNo,
    /// One of these words.
    Word(Vec<String>),
    /// The id of a record of a kind.
    Id(RecordKind),
    /// Ids of records of a kind.
    Ids(RecordKind),
    /// A length of time: `6 months`.
    Span,
    /// A date, or an event with an offset: `end + 3 months`.
    Moment,
    /// The start of a recurrence: `signature`, `last`, or a date.
    Start,
    /// An address, or whether one exists.
    Statistics,
}

impl FieldKind {
    /// Returns the kind of a property; `None` for a table or a list of tables.
    pub(super) fn of(schema: &Json, key: &str, property: &Json) -> Option<Self> {
        let (name, node) = resolve(schema, property);
        match name {
            "Date" => return Some(Self::Date),
            "Time" => return Some(Self::Time),
            "DateTime" => return Some(Self::DateTime),
            "Signature" => return Some(Self::Signature),
            "OneOrMany" => return Some(Self::Ids(named_by(key))),
            "Amount" => return Some(Self::Amount),
            "Decimal" => return Some(Self::Decimal),
            "Span" => return Some(Self::Span),
            "Moment" | "Trigger" => return Some(Self::Moment),
            "Start" => return Some(Self::Start),
            "Statistics" => return Some(Self::Statistics),
            "Id" => return Some(Self::Id(named_by(key))),
            _ => {}
        }
        if let Some(words) = node.get("enum").and_then(Json::as_array) {
            return Some(Self::Word(words.iter().filter_map(Json::as_str).map(str::to_owned).collect()));
        }
        match node.get("type").and_then(Json::as_str)? {
            "string" => Some(Self::Text),
            "boolean" => Some(Self::YesNo),
            "integer" => {
                let bound = |key: &str| node.get(key).and_then(Json::as_i64);
                Some(Self::Whole(bound("minimum").unwrap_or(0), bound("maximum")))
            }
            "array" => {
                let (name, items) = resolve(schema, node.get("items")?);
                match name {
                    "Id" => Some(Self::Ids(named_by(key))),
                    _ => (items.get("type")?.as_str()? == "string").then_some(Self::Texts),
                }
            }
            _ => None,
        }
    }
}

/// Returns the kind of record that the id under a key refers to, which the schema does not state.
fn named_by(key: &str) -> RecordKind {
    match key {
        "startup" | "startups" => RecordKind::Startup,
        "amends" => RecordKind::Convention,
        _ => RecordKind::Party,
    }
}
