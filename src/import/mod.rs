//! Imports: files of other systems → a plan → one edit. Pure: `cli` reads the files and `store` commits.

pub mod ledger;
mod plan;
pub mod public_record;
mod records_here;

pub use plan::{ImportCounts, ImportDifference, ImportPlan, ImportReason, ImportRow, ImportState};
pub use records_here::RecordsHere;
