//! The raw types of the files, for serde and for the JSON Schemas.
//!
//! One file for each kind of record. Editors show the doc comments of the fields as their descriptions.

mod account;
mod committee;
mod convention;
mod faults;
mod keyed;
mod money;
mod note;
mod obligation;
mod party;
mod portfolio;
mod provisions;
mod review;
pub(super) mod scalar;
mod startup;

pub(super) use convention::RawConvention;
pub(super) use faults::Faults;
pub(super) use party::RawParty;
pub(super) use portfolio::RawPortfolio;
pub(super) use review::RawReview;
pub use scalar::EXPECTED;
pub(super) use startup::RawStartup;

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, IntoDeserializer, SeqAccess, Visitor};

use crate::model::{Id, Text};
use scalar::{FromScalar, Scalar};

/// The newest `format` that this program reads.
pub(super) const FORMAT: i64 = 1;

/// Returns the plain values of optional fields.
fn plain<T: FromScalar>(field: Option<Scalar<T>>) -> Option<T> {
    field.map(|field| field.0)
}

/// Returns the plain values of a list.
fn plains<T: FromScalar>(fields: Vec<Scalar<T>>) -> Vec<T> {
    gathered(fields.into_iter().map(|field| field.0))
}

/// Returns texts that other entries may repeat. Most entries have none, and share an empty list.
fn texts(all: Vec<String>) -> Arc<[Text]> {
    if all.is_empty() { Arc::default() } else { all.into_iter().map(Text::from).collect() }
}

/// Collects values. Collecting in place would keep the allocation of the larger raw types.
fn gathered<T>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = values.collect();
    all.shrink_to_fit();
    all
}

/// One id, or a list of ids.
#[derive(Debug, JsonSchema)]
#[schemars(untagged, description = "One id, or several")]
enum OneOrMany {
    One(Scalar<Id>),
    Many(Vec<Scalar<Id>>),
}

/// Unlike the derived implementation, copies no value to try it as each variant. Most conventions have dozens.
impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one id, or a list of ids")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMany, E> {
        Scalar::deserialize(text.into_deserializer()).map(OneOrMany::One)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<OneOrMany, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(OneOrMany::Many)
    }
}

impl OneOrMany {
    fn build(self) -> Vec<Id> {
        match self {
            Self::One(id) => vec![id.0],
            Self::Many(ids) => plains(ids),
        }
    }
}
