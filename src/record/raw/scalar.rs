//! The scalars of the files: amounts, dates, ids, spans, words.
//!
//! The fast path and the lenient one both end in [`FromScalar::read`], so they cannot disagree on what is well-formed.

mod types;
mod words;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use toml::value::Datetime;

pub(in crate::record) use types::{FormatVersion, ImpactScore, PersonId, SignatureScalar, TriggerEvent};
pub(in crate::record) use words::{Currency, KindWord, LiquidatedSum, Proof, RecordLanguage};

/// The types that [`crate::model::ProblemKind::WrongType`] can expect. The locale has a message for each.
pub const EXPECTED: [&str; 21] = [
    "amount",
    "count",
    "date",
    "date-time",
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
    "time",
    "trigger",
    "word",
    "yes-no",
];

/// A scalar as TOML gives it.
#[derive(Debug)]
pub(in crate::record) enum TomlScalar<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Bool(bool),
    Date(Datetime),
    /// A float. No type accepts one.
    Float,
    /// A list, a table, or a number beyond 64 bits.
    Other,
}

/// A type whose values are single TOML values.
pub(in crate::record) trait FromScalar: Sized {
    /// Its name in the schema.
    const NAME: &'static str;
    /// The expected type in error messages: one of [`EXPECTED`].
    const EXPECTED: &'static str;
    /// Whether an error about a float gets the message for amounts.
    const IS_DECIMAL: bool = false;

    /// Returns the value, if it is well-formed.
    fn read(raw: TomlScalar<'_>) -> Option<Self>;

    /// Returns its JSON Schema.
    fn schema() -> Schema;

    /// Returns the allowed words, if they are a closed list.
    fn allowed() -> Vec<&'static str> {
        Vec::new()
    }
}

/// A scalar as a field of a raw type.
#[derive(Debug)]
pub(in crate::record) struct Scalar<T>(pub T);

impl<'de, T: FromScalar> Deserialize<'de> for Scalar<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor(PhantomData))
    }
}

impl<T: FromScalar> JsonSchema for Scalar<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema()
    }
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<T: FromScalar> ScalarVisitor<T> {
    fn finish<E: Error>(raw: TomlScalar<'_>) -> Result<Scalar<T>, E> {
        T::read(raw).map(Scalar).ok_or_else(|| E::custom(T::EXPECTED))
    }
}

impl<'de, T: FromScalar> Visitor<'de> for ScalarVisitor<T> {
    type Value = Scalar<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Self::finish(TomlScalar::Text(text.into()))
    }

    fn visit_i64<E: Error>(self, whole: i64) -> Result<Self::Value, E> {
        Self::finish(TomlScalar::Whole(whole))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Self::Value, E> {
        Self::finish(TomlScalar::Bool(yes))
    }

    /// Dates reach serde as a map under a private name of `toml`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Self::finish(TomlScalar::Date(Datetime::deserialize(MapAccessDeserializer::new(map))?))
    }
}
