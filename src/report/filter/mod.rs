//! The filter language, one for every list and for `--filter`: what may be asked of a row, and a row's answers.

mod facts;
mod rows;

pub use facts::{Facts, Key};
pub use rows::{of_clock, of_finding, of_framework, of_occurrence, of_promise, of_startup, of_unreadable};
