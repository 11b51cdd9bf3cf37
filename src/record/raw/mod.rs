//! The shapes of the files, for serde and for the JSON Schemas.
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

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Id;
use scalar::{FromScalar, Scalar};

/// The newest `format` that this program reads.
pub(super) const FORMAT: i64 = 1;

/// The plain values of optional fields.
fn plain<T: FromScalar>(field: Option<Scalar<T>>) -> Option<T> {
    field.map(|field| field.0)
}

/// The plain values of a list.
fn plains<T: FromScalar>(fields: Vec<Scalar<T>>) -> Vec<T> {
    fields.into_iter().map(|field| field.0).collect()
}

/// One id, or a list of ids.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(description = "One id, or several")]
enum OneOrMany {
    One(Scalar<Id>),
    Many(Vec<Scalar<Id>>),
}

impl OneOrMany {
    fn build(self) -> Vec<Id> {
        match self {
            Self::One(id) => vec![id.0],
            Self::Many(ids) => plains(ids),
        }
    }
}
