//! One row per contribution.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::{mark, party_names, startup_names};
use crate::rules::Commitment;

pub(super) fn funding<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let columns = ExportColumns::<Commitment>::new()
        .public("convention", "report-column-convention", |_, one| {
            ExportCell::text(one.contribution.convention.as_str())
        })
        .public("contribution", "report-column-contribution", |_, one| ExportCell::text(&one.contribution.id))
        .public("framework", "report-column-framework", |input, one| mark(input, one.framework))
        .public("startups", "report-column-startups", |input, one| startup_names(input, &one.startups))
        .public("from", "report-column-from-party", |input, one| {
            party_names(input, std::slice::from_ref(&one.contribution.from))
        })
        .public("to", "report-column-payee", |input, one| match &one.contribution.to {
            Some(to) => party_names(input, std::slice::from_ref(to)),
            None => ExportCell::text(&input.paper.text("spends-itself")),
        })
        .public("article", "report-column-article", |_, one| {
            ExportCell::maybe_text(one.contribution.article.as_deref())
        })
        .figures(|one| &one.contribution.figures)
        .public("payments_recorded", "export-payments-recorded", |input, one| {
            let key = if one.contribution.figures.payments_recorded() { "export-yes" } else { "export-no" };
            ExportCell::text(&input.paper.text(key))
        });
    build(input, "funding", columns, &input.answers.commitments)
}
