//! Renders answers as text and JSON, and implements the filter language. Never touches the terminal.
//!
//! `text` and `json` have a file for each answer, `explain` the explanations, `facts` the words for what became known,
//! `forge` the formats of code forges. `table` and `columns` lay out tables, those of the screen too. `sanitize` makes
//! text of records safe to show.

pub mod address;
pub mod columns;
pub mod commands;
mod diagnostic;
pub mod explain;
pub mod facts;
pub mod filter;
pub mod forge;
pub mod json;
mod paper_request;
mod render;
mod sanitize;
pub mod statements;
pub mod symbols;
mod table;
pub mod text;
pub mod width;
pub mod words;

pub use diagnostic::Diagnostic;
pub use paper_request::{PaperFormat, PaperRequest};
pub use render::{SeverityCounts, render};
pub use sanitize::{replacement, sanitize, sanitize_lines};
