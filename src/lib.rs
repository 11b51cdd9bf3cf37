//! couveuse: an incubator reviews its portfolio of startups in the terminal.
//!
//! The rooms; imports run downward only, and `tests/it/house.rs` holds the table.

pub mod cli;
pub mod demo;
pub mod edit;
pub mod locale;
pub mod model;
pub mod record;
pub mod report;
pub mod rules;
pub mod store;
pub mod ui;
