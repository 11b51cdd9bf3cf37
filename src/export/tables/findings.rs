//! One row per finding, as `couveuse check`.

use super::super::ExportInput;
use super::super::table::{ExportCell, ExportColumns, ExportTable, build};
use super::word;
use crate::report::Diagnostic;

pub(super) fn findings<'a>(input: &'a ExportInput<'a>) -> ExportTable<'a> {
    let columns = ExportColumns::<Diagnostic>::new()
        .public("severity", "export-severity", |input, one| word(input, "severity", Some(one.finding.severity.name())))
        .public("check", "export-check", |_, one| ExportCell::text(one.finding.check))
        .public("record", "export-record", |_, one| {
            ExportCell::text(&one.finding.record().map(ToString::to_string).unwrap_or_default())
        })
        .public("file", "export-file", |_, one| ExportCell::text(&one.file))
        .public("line", "export-line", |_, one| ExportCell::count(one.line))
        .public("message", "export-message", |input, one| ExportCell::text(&one.message(input.paper.locale)))
        .public("help", "export-remedy", |input, one| ExportCell::text(&one.help(input.paper.locale)));
    build(input, "findings", columns, input.diagnostics)
}
