//! One row per due date, the late ones first, as `couveuse due`.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::{days_late, party_names, startup_names, why, word};
use crate::model::Id;
use crate::report::words;
use crate::rules::Occurrence;

/// Leaves out actions, conditions and papers for the public, since they name people.
pub(super) fn obligations<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let columns = ExportColumns::<Occurrence>::new()
        .members("state", "report-column-state", |input, one| word(input, "occurrence", Some(one.state.name())))
        .public("due", "report-column-due", |_, one| ExportCell::date(one.due))
        .public("unknown", "export-unknown", |input, one| why(input, one.unknown))
        .members("days_late", "export-days-late", |_, one| days_late(one.days_late))
        .public("startups", "report-column-startups", |input, one| startup_names(input, &one.startups))
        .public("debtors", "report-column-debtor", |input, one| party_names(input, &one.debtors))
        .public("creditors", "report-column-creditor", |input, one| party_names(input, &one.creditors))
        .members("owner", "report-column-owner", |input, one| {
            ExportCell::text(&one.owner.as_deref().map(|owner| input.paper.person(owner)).unwrap_or_default())
        })
        .public("what", "report-column-what", |input, one| ExportCell::text(&words::what(one, input.paper.locale)))
        .public("amount", "report-column-amount", |_, one| one.amount.map_or(ExportCell::Empty, ExportCell::Money))
        .public("kind", "report-column-kind", |input, one| word(input, "kind", Some(one.kind.name())))
        .public("convention", "report-column-convention", |_, one| {
            ExportCell::maybe_text(one.convention.as_ref().map(Id::as_str))
        })
        .public("obligation", "report-column-obligation", |_, one| ExportCell::text(address(one)))
        .public("article", "report-column-article", |_, one| ExportCell::maybe_text(one.article.as_deref()))
        .members("done_on", "report-column-done", |_, one| ExportCell::date(one.done_on()))
        .public("inferred", "export-inferred", |_, one| {
            ExportCell::text(&one.inferred.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
        });
    let is_shown = |one: &&Occurrence| one.is_obligation() || !input.paper.is_public();
    build(input, "obligations", columns, input.answers.occurrences.iter().filter(is_shown))
}

/// Returns the id that verbs take: of the obligation, or of the entry of a startup.
fn address(one: &Occurrence) -> &str {
    if one.is_obligation() {
        return &one.obligation;
    }
    one.id.rsplit_once('.').map_or(one.id.as_str(), |(_, entry)| entry)
}
