//! The shapes of the files: what serde reads and what the JSON Schemas are made from.
//!
//! One file for each kind of record. The doc comments of the fields are what an editor shows.

mod convention;
mod faults;
mod money;
mod obligation;
mod party;
mod portfolio;
mod provisions;
pub(super) mod scalar;
mod startup;

pub(super) use convention::RawConvention;
pub(super) use faults::Faults;
pub(super) use party::RawParty;
pub(super) use portfolio::RawPortfolio;
pub(super) use startup::RawStartup;

use scalar::{FromScalar, Scalar};

/// The newest `format` that these shapes read.
pub(super) const FORMAT: i64 = 1;

/// The plain values of optional fields.
fn plain<T: FromScalar>(field: Option<Scalar<T>>) -> Option<T> {
    field.map(|field| field.0)
}

/// The plain values of a list.
fn plains<T: FromScalar>(fields: Vec<Scalar<T>>) -> Vec<T> {
    fields.into_iter().map(|field| field.0).collect()
}
