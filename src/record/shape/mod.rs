//! The shapes of the files: what serde reads and what the JSON Schemas are made from.
//!
//! One file for each kind of record. The doc comments of the fields are what an editor shows.

mod convention;
mod fault;
mod frame;
mod money;
mod obligation;
mod party;
mod portfolio;
mod startup;
pub(super) mod value;

pub(super) use convention::ConventionShape;
pub(super) use fault::Faults;
pub(super) use party::PartyShape;
pub(super) use portfolio::PortfolioShape;
pub(super) use startup::StartupShape;

use value::{Field, Leaf};

/// The newest `format` that these shapes read.
pub(super) const FORMAT: i64 = 1;

/// The plain values of optional fields.
fn plain<T: Leaf>(field: Option<Field<T>>) -> Option<T> {
    field.map(|field| field.0)
}

/// The plain values of a list.
fn plains<T: Leaf>(fields: Vec<Field<T>>) -> Vec<T> {
    fields.into_iter().map(|field| field.0).collect()
}
