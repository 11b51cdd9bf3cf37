//! One row per startup.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::{days_late, mark, party_names, startup_names, word};
use crate::model::{Id, Startup};
use crate::rules::StartupSummary;

pub(super) fn startups<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let unread = input.paper.portfolio.unread();
    let columns = ExportColumns::<StartupSummary>::new()
        .public("id", "report-column-id", |_, one| ExportCell::text(one.startup.as_str()))
        .public("name", "report-column-name", |input, one| ExportCell::text(&input.paper.startup(&one.startup)))
        .public("also", "report-column-also", |input, one| {
            ExportCell::text(&record(input, one).map(|record| record.also.join(", ")).unwrap_or_default())
        })
        .public("phase", "report-column-phase", |input, one| {
            word(input, "phase", one.phase.map(|(phase, _)| phase.name()))
        })
        .public("phase_from", "export-phase-from", |_, one| ExportCell::date(one.phase.map(|(_, from)| from)))
        .public("incubator", "report-column-incubator", |input, one| {
            let incubator = record(input, one).and_then(|record| record.incubator.as_ref());
            party_names(input, incubator.map(std::slice::from_ref).unwrap_or_default())
        })
        .public("sponsors", "report-column-sponsors", |input, one| {
            party_names(input, record(input, one).map(|record| record.sponsors.as_slice()).unwrap_or_default())
        })
        .public("conventions", "report-column-conventions", |_, one| {
            let ids: Vec<Id> = one.conventions.iter().map(|brief| brief.id.clone()).collect();
            ExportCell::ids(&ids)
        })
        .public("status", "export-status", |input, one| {
            word(input, "convention-status", one.main_convention().map(|brief| brief.status.name()))
        })
        .public("ends", "report-column-ends", |_, one| {
            ExportCell::date(one.main_convention().and_then(|brief| brief.ends))
        })
        .public("ends_estimated", "export-ends-estimated", |input, one| {
            mark(input, one.main_convention().is_some_and(|brief| brief.ends_estimated))
        })
        .figures(|one| &one.figures)
        .public("runs_out", "report-column-runs-out", |_, one| ExportCell::date(one.runs_out))
        .members("late_items", "export-late-items", |_, one| ExportCell::count(one.late))
        .public("undetermined_items", "export-undetermined-items", |_, one| ExportCell::count(one.undetermined))
        .members("committee_state", "report-column-committee", |input, one| {
            word(input, "clock", one.committee.as_ref().map(|clock| clock.state.name()))
        })
        .members("committee_due", "export-committee-due", |_, one| {
            ExportCell::date(one.committee.as_ref().and_then(|clock| clock.next_due))
        })
        .members("committee_days_late", "export-committee-days-late", |_, one| {
            days_late(one.committee.as_ref().map_or(0, |clock| clock.days_late))
        })
        .public("committee_planned", "export-committee-planned", |_, one| {
            ExportCell::date(one.committee.as_ref().and_then(|clock| clock.planned))
        })
        .public("shared_with", "export-shared-with", |input, one| startup_names(input, &one.shared_with))
        .public("incomplete", "export-incomplete", move |input, one| {
            mark(input, input.paper.portfolio.is_incomplete(&unread, &one.startup))
        });
    build(input, "startups", columns, &input.answers.startups)
}

fn record<'a>(input: &'a ExportInput<'_>, one: &StartupSummary) -> Option<&'a Startup> {
    input.paper.portfolio.startups.get(&one.startup).map(AsRef::as_ref)
}
