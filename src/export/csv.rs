//! One table as CSV, in two dialects.

use csv::{Terminator, WriterBuilder};

use super::table::{ExportCell, ExportTable};
use super::{ExportError, ExportInput};

/// A dialect of CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvDialect {
    /// RFC 4180, for programs: comma, decimal point, ISO dates, names of columns as in JSON. Unknown values are empty.
    Rfc,
    /// For a French Excel: byte order mark, semicolon, decimal comma, French dates. Texts that could be a formula begin
    /// with an apostrophe.
    ExcelFr,
}

/// Writes a table. Both dialects end lines with CR LF.
///
/// # Errors
/// If the writer fails, which does not happen in memory.
pub fn csv(input: &ExportInput<'_>, table: &ExportTable<'_>, dialect: CsvDialect) -> Result<Vec<u8>, ExportError> {
    let is_excel = dialect == CsvDialect::ExcelFr;
    let mut start = Vec::new();
    if is_excel {
        start.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = WriterBuilder::new()
        .delimiter(if is_excel { b';' } else { b',' })
        .terminator(Terminator::CRLF)
        .from_writer(start);
    let heads = table.heads.iter().map(|head| if is_excel { head.label.as_str() } else { head.key });
    writer.write_record(heads)?;
    for row in table.rows() {
        let cell = |cell: &ExportCell| if is_excel { for_excel(input, cell) } else { for_programs(cell) };
        writer.write_record(row.iter().map(cell))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn for_programs(cell: &ExportCell) -> String {
    match cell {
        ExportCell::Text(text) => text.clone(),
        ExportCell::Date(date) => date.to_string(),
        ExportCell::Money(money) => money.to_string(),
        ExportCell::Count(count) => count.to_string(),
        ExportCell::Empty | ExportCell::Unknown => String::new(),
    }
}

fn for_excel(input: &ExportInput<'_>, cell: &ExportCell) -> String {
    match cell {
        ExportCell::Text(text) if text.trim_start().starts_with(['=', '+', '-', '@']) => format!("'{text}"),
        ExportCell::Text(text) => text.clone(),
        ExportCell::Date(date) => date.format("%d/%m/%Y").to_string(),
        ExportCell::Money(money) => money.to_string().replace('.', ","),
        ExportCell::Count(count) => count.to_string(),
        ExportCell::Empty => String::new(),
        ExportCell::Unknown => input.paper.text("doc-unknown"),
    }
}
