//! Answers → text, JSON and what other programs read. No terminal.

pub mod cells;
mod diagnostic;
pub mod filter;
pub mod json;
mod render;
mod safe;
pub mod sign;
mod table;
pub mod text;
pub mod words;

pub use diagnostic::Diagnostic;
pub use render::{Tally, render};
pub use safe::safe;
