//! What a field may hold, from its schema.

use serde_json::Value as Json;

use super::resolve;
use crate::model::RecordKind;

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A text.
    Text,
    /// Texts.
    Texts,
    /// A calendar date.
    Date,
    /// The date of a signature, or `undated`.
    Signature,
    /// An amount in euros.
    Amount,
    /// A whole number, from the first to the second where there is one.
    Whole(i64, Option<i64>),
    /// A decimal number.
    Decimal,
    /// Yes or no.
    YesNo,
    /// One of these words.
    Word(Vec<String>),
    /// The id of a record of a kind.
    Id(RecordKind),
    /// Ids of records of a kind.
    Ids(RecordKind),
    /// A length of time: `6 months`.
    Span,
    /// A date, or what it hangs on: `end + 3 months`.
    Moment,
    /// What a recurrence is counted from: `signature`, `last`, or a date.
    Start,
    /// An address, or whether there is one.
    Statistics,
}

impl FieldKind {
    /// The kind of a property; `None` where it is a table or a list of tables.
    pub(super) fn of(schema: &Json, key: &str, property: &Json) -> Option<Self> {
        let (name, node) = resolve(schema, property);
        match name {
            "Date" => return Some(Self::Date),
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

/// The kind of record that an id under a key names: the format says that it is an id, and people know of what.
fn named_by(key: &str) -> RecordKind {
    match key {
        "startup" | "startups" => RecordKind::Startup,
        "amends" => RecordKind::Convention,
        _ => RecordKind::Party,
    }
}
