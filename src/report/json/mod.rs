//! The JSON that the commands print: a contract for scripts.
//!
//! In all of it amounts are texts with two decimals and a point (`"17500.00"`), dates are ISO 8601
//! (`"2020-12-01"`), and what is unknown is `null`; a key is never left out. Names of states, kinds and phases are
//! English whatever the language of the screen; `what`, `message` and `help` speak the language asked for. New
//! keys may come; none goes away or changes its meaning.

mod check;
mod committees;
mod due;
mod funding;
mod list;
mod show;

pub use check::{Check, FindingRow, check};
pub use committees::{ClockRow, Committees, committees};
pub use due::{Due, OccurrenceRow, due};
pub use funding::{FiguresRow, Funding, FundingRow, funding};
pub use list::{CommitteeBrief, ConventionRow, List, StartupRow, list};
pub use show::{Show, show};

use serde::Serialize;

use crate::model::{Date, Id};

/// The JSON text of an answer: indented, with a line end.
///
/// # Errors
/// When serde_json refuses, which none of our shapes makes it do.
pub fn text(answer: &impl Serialize) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(answer)?;
    text.push('\n');
    Ok(text)
}

fn iso(date: Date) -> String {
    date.to_string()
}

fn iso_or_null(date: Option<Date>) -> Option<String> {
    date.map(iso)
}

fn id_or_null(id: Option<&Id>) -> Option<String> {
    id.map(ToString::to_string)
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
