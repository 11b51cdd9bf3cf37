//! One row per committee clock: when the next committee is due, and why.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::{days_late, startup_names, why, word};
use crate::model::Id;
use crate::rules::{ClockReason, CommitteeClock};

pub(super) fn committees<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let columns = ExportColumns::<CommitteeClock>::new()
        .public("startup", "report-column-startup", |input, one| {
            startup_names(input, std::slice::from_ref(&one.startup))
        })
        .members("state", "report-column-state", |input, one| word(input, "clock", Some(one.state.name())))
        .members("next_due", "report-column-due", |_, one| ExportCell::date(one.next_due))
        .members("unknown", "export-unknown", |input, one| why(input, one.unknown))
        .members("days_late", "export-days-late", |_, one| days_late(one.days_late))
        .public("reason", "report-column-reason", |input, one| {
            word(input, "clock-reason", one.reason.map(ClockReason::name))
        })
        .public("last_held", "report-column-last-held", |_, one| ExportCell::date(one.last_held))
        .public("planned", "report-column-planned", |_, one| ExportCell::date(one.planned))
        .public("papers_due", "export-papers-due", |_, one| ExportCell::date(one.papers_due))
        .public("runs_out", "report-column-runs-out", |_, one| ExportCell::date(one.runs_out))
        .public("convention", "report-column-convention", |_, one| {
            ExportCell::maybe_text(one.convention.as_ref().map(Id::as_str))
        })
        .public("article", "report-column-article", |_, one| ExportCell::maybe_text(one.article.as_deref()));
    build(input, "committees", columns, &input.answers.committees)
}
