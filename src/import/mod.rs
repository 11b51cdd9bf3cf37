//! Imports: files of other systems → a plan → one edit. Pure: `cli` reads the files and `store` commits.

mod plan;
pub mod public_record;

pub use plan::{ImportCounts, ImportDifference, ImportPlan, ImportReason, ImportRow, ImportState};
