//! One row per line of spending recorded by the day.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::{party_names, startup_names};
use crate::model::{Convention, Date, Expenditure, Id};
use crate::rules::{self, MovementKind};

/// A line of spending, and where it is recorded.
struct ExpenditureLine<'a> {
    convention: &'a Convention,
    line: &'a Expenditure,
    /// Its file and line. Found once, because that takes longer than everything else.
    place: String,
}

pub(super) fn expenditure<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let as_of = input.paper.as_of;
    let by_then = move |day: Option<Date>| ExportCell::date(day.filter(|day| *day <= as_of));
    let text = |value: &Option<String>| ExportCell::maybe_text(value.as_deref());
    let columns = ExportColumns::<ExpenditureLine<'_>>::new()
        .public("convention", "report-column-convention", |_, one| ExportCell::text(one.convention.id.as_str()))
        .public("startups", "report-column-startups", |input, one| match &one.line.startup {
            Some(startup) => startup_names(input, std::slice::from_ref(startup)),
            None => startup_names(input, &one.convention.startups),
        })
        .public("contribution", "report-column-contribution", move |_, one| text(&one.line.contribution))
        .public("by", "export-by", |input, one| party_names(input, one.line.by.as_slice()))
        .public("what", "report-column-what", move |_, one| text(&one.line.what))
        .members("supplier", "doc-supplier", move |_, one| text(&one.line.supplier))
        .public("nature", "report-column-nature", move |_, one| text(&one.line.nature))
        .public("order", "doc-order", move |_, one| text(&one.line.order))
        .public("request", "doc-request", move |_, one| text(&one.line.request))
        .public("reference", "report-column-reference", move |_, one| text(&one.line.reference))
        .public("amount", "report-column-amount", |_, one| ExportCell::Money(one.line.amount))
        .public("committed", "doc-ae-on", move |_, one| by_then(one.line.committed))
        .public("done", "doc-done-on", move |_, one| by_then(one.line.done))
        .public("paid", "doc-cp-on", move |_, one| by_then(one.line.paid))
        .public("budget_year", "export-budget-year", |_, one| {
            one.line.budget_year.map_or(ExportCell::Empty, |year| ExportCell::Text(year.to_string()))
        })
        .public("recorded_at", "doc-recorded-at", |_, one| ExportCell::text(&one.place));
    build(input, "expenditure", columns, lines(input))
}

/// Returns the lines of each convention with those of its amendments, in the order of their days.
fn lines<'a>(input: &ExportInput<'a>) -> Vec<ExpenditureLine<'a>> {
    let portfolio = input.paper.portfolio;
    let conventions = portfolio.conventions.values().filter(|one| !one.is_amendment());
    let of = |convention: &'a Convention| {
        let id: &Id = &convention.id;
        rules::movements(portfolio, id, input.paper.as_of).into_iter().filter_map(move |movement| {
            match movement.entry {
                MovementKind::Spending(line, _) => {
                    let place = (input.paper.place_of)(&movement.record, &movement.path);
                    Some(ExpenditureLine { convention, line, place })
                }
                _ => None,
            }
        })
    };
    conventions.flat_map(|one| of(one)).collect()
}
