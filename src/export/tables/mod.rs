//! The tables of the portfolio: which rows and columns each has.

mod committees;
mod expenditure;
mod findings;
mod funding;
mod obligations;
mod startups;

use super::ExportInput;
use super::table::{ExportCell, ExportTable};
use crate::model::Id;
use crate::rules::Unknown;

/// The tables, in the order of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableName {
    Startups,
    Funding,
    Obligations,
    Committees,
    Expenditure,
    /// Only for members.
    Findings,
}

impl TableName {
    pub const ALL: [Self; 6] =
        [Self::Startups, Self::Funding, Self::Obligations, Self::Committees, Self::Expenditure, Self::Findings];

    /// Returns whether the public may see it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Findings)
    }
}

/// Builds a table as of the day.
#[must_use]
pub fn table<'a>(input: &'a ExportInput<'a>, name: TableName) -> ExportTable<'a> {
    match name {
        TableName::Startups => startups::startups(input),
        TableName::Funding => funding::funding(input),
        TableName::Obligations => obligations::obligations(input),
        TableName::Committees => committees::committees(input),
        TableName::Expenditure => expenditure::expenditure(input),
        TableName::Findings => findings::findings(input),
    }
}

/// Returns the tables that the audience may see.
pub(super) fn shown(input: &ExportInput<'_>) -> impl Iterator<Item = TableName> {
    let is_public = input.paper.is_public();
    TableName::ALL.into_iter().filter(move |name| name.is_public() || !is_public)
}

fn startup_names(input: &ExportInput<'_>, ids: &[Id]) -> ExportCell {
    ExportCell::text(&ids.iter().map(|id| input.paper.startup(id)).collect::<Vec<_>>().join(", "))
}

fn party_names(input: &ExportInput<'_>, ids: &[Id]) -> ExportCell {
    ExportCell::text(&ids.iter().map(|id| input.paper.party(id)).collect::<Vec<_>>().join(", "))
}

/// Returns the reason why a day is unknown.
fn why(input: &ExportInput<'_>, unknown: Option<Unknown>) -> ExportCell {
    word(input, "unknown", unknown.map(Unknown::name))
}

/// Returns the word `PREFIX-NAME` of the messages.
fn word(input: &ExportInput<'_>, prefix: &str, name: Option<&str>) -> ExportCell {
    name.map_or(ExportCell::Empty, |name| ExportCell::text(&input.paper.text(&format!("{prefix}-{name}"))))
}

/// Days late; empty if it is not late.
fn days_late(days: i64) -> ExportCell {
    if days > 0 { ExportCell::Count(days) } else { ExportCell::Empty }
}

/// `yes`, or nothing.
fn mark(input: &ExportInput<'_>, holds: bool) -> ExportCell {
    if holds { ExportCell::text(&input.paper.text("export-yes")) } else { ExportCell::Empty }
}
