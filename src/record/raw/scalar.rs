//! The single values of the files – amounts, dates, ids, spans, words – each read in one place only.
//!
//! Fast reading and the reading that looks for every mistake both end in [`Leaf::read`], so that they
//! cannot disagree on what is well-formed.

mod types;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use toml::value::Datetime;

pub(in crate::record) use types::{Currency, FormatVersion, ImpactScore, KindWord};

/// A value of a record as TOML gives it.
#[derive(Debug)]
pub(in crate::record) enum TomlScalar<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Bool(bool),
    Date(Datetime),
    /// A float, whose value never matters: none is accepted anywhere.
    Float,
    /// A list, a table, or a number beyond 64 bits.
    Other,
}

/// A type whose values stand in files as one TOML value.
pub(in crate::record) trait FromScalar: Sized {
    /// Its name in the schema.
    const NAME: &'static str;
    /// What a message says was expected; one of [`super::super::EXPECTED`].
    const EXPECTED: &'static str;
    /// Whether floats deserve the message that amounts get.
    const IS_DECIMAL: bool = false;

    /// The value, if it is well-formed.
    fn read(raw: TomlScalar<'_>) -> Option<Self>;

    /// Its JSON Schema.
    fn schema() -> Schema;

    /// The words allowed, where it is one of a closed list.
    fn allowed() -> Vec<&'static str> {
        Vec::new()
    }
}

/// A value in a shape.
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

    /// TOML's dates come to serde as a map of a name that only `toml` knows.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Self::finish(TomlScalar::Date(Datetime::deserialize(MapAccessDeserializer::new(map))?))
    }
}
