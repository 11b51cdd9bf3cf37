//! The portfolio as a workbook: a sheet per table, and one that explains the columns.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::table::{ExportCell, ExportHead, ExportTable};
use super::workbook::{CellStyle, CellValue, SheetLayout, WorkbookWriter};
use super::{ExportError, ExportInput, tables};
use crate::model::{Date, MessageArg};

/// The width of a column in characters. Longer texts wrap.
const MIN_WIDTH: usize = 8;
const MAX_WIDTH: usize = 60;
/// The room for the button of the filter.
const BUTTON: usize = 3;
/// The height of a line in points.
const LINE_HEIGHT: usize = 15;

/// Writes the workbook. Rows are built twice, for the widths and for the sheet, because all of them would take more
/// memory than the portfolio.
///
/// # Errors
/// If a table does not fit into a worksheet.
pub fn xlsx(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let mut workbook = WorkbookWriter::new();
    let mut explained = Vec::new();
    for name in tables::shown(input) {
        let table = tables::table(input, name);
        write_table(input, &mut workbook, &table)?;
        explained.extend(table.heads.into_iter().map(|head| (table.title.clone(), head)));
    }
    write_read_me(input, &mut workbook, &explained)?;
    workbook.finish(&input.title(), &input.made.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn write_table(
    input: &ExportInput<'_>,
    workbook: &mut WorkbookWriter,
    table: &ExportTable<'_>,
) -> Result<(), ExportError> {
    let widths = widths(input, table);
    workbook.begin_sheet(&SheetLayout { name: &table.title, widths: &widths, has_head: true })?;
    // Programs that do not fit the height to wrapped text would draw it over the first row.
    let lines = table.heads.iter().zip(&widths);
    let lines = lines.map(|(head, width)| wrapped_lines(&head.label, width.saturating_sub(BUTTON))).max();
    let unknown = ExportCell::Unknown.shown(input);
    let heads = table.heads.iter().map(|head| (CellStyle::Head, CellValue::Text(&head.label)));
    workbook.row(Some(LINE_HEIGHT * lines.unwrap_or(1)), heads)?;
    for row in table.rows() {
        workbook.row(None, row.iter().map(|cell| value(cell, &unknown)))?;
    }
    workbook.end_sheet()
}

/// Dates and amounts are numbers, so that spreadsheets compute with them.
fn value<'a>(cell: &'a ExportCell, unknown: &'a str) -> (CellStyle, CellValue<'a>) {
    match cell {
        ExportCell::Empty => (CellStyle::Plain, CellValue::Empty),
        ExportCell::Date(day) => (CellStyle::Date, CellValue::Number(serial(*day).to_string())),
        ExportCell::Money(money) => (CellStyle::Money, CellValue::Number(money.decimal().normalize().to_string())),
        ExportCell::Count(count) => (CellStyle::Count, CellValue::Number(count.to_string())),
        ExportCell::Text(text) => (CellStyle::Text, CellValue::Text(text)),
        ExportCell::Unknown => (CellStyle::Text, CellValue::Text(unknown)),
    }
}

/// Returns the serial number of a day: 1 is 1900-01-01. Spreadsheets count 1900-02-29, which does not exist.
fn serial(day: Date) -> i64 {
    const FALSE_DAY: i64 = 60;
    let days = NaiveDate::from_ymd_opt(1899, 12, 30).map_or(0, |start| (day - start).num_days());
    if days <= FALSE_DAY { days - 1 } else { days }
}

/// As wide as the longest cell, within bounds.
fn widths(input: &ExportInput<'_>, table: &ExportTable<'_>) -> Vec<usize> {
    let mut longest = vec![0; table.heads.len()];
    // Cached: formatting takes longer than everything else, and days and amounts recur.
    let mut measured: HashMap<ExportCell, usize> = HashMap::new();
    for row in table.rows() {
        for (longest, cell) in longest.iter_mut().zip(row) {
            let length = match &cell {
                ExportCell::Text(text) => text.chars().count(),
                other => match measured.get(other) {
                    Some(length) => *length,
                    None => {
                        let length = cell.shown(input).chars().count();
                        measured.insert(cell, length);
                        length
                    }
                },
            };
            *longest = length.max(*longest);
        }
    }
    let width = |(head, longest): (&ExportHead, usize)| {
        // The head wraps between words.
        let word = head.label.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        (longest + 1).max(word + BUTTON).clamp(MIN_WIDTH, MAX_WIDTH)
    };
    table.heads.iter().zip(longest).map(width).collect()
}

/// Returns the lines of a text that is wrapped between words.
fn wrapped_lines(text: &str, width: usize) -> usize {
    let (mut lines, mut room) = (1, width);
    for word in text.split(' ').map(|word| word.chars().count()) {
        if word > room && room < width {
            (lines, room) = (lines + 1, width);
        }
        room = room.saturating_sub(word + 1);
    }
    lines
}

/// Returns the day, the commit, and what each column means.
fn write_read_me(
    input: &ExportInput<'_>,
    workbook: &mut WorkbookWriter,
    columns: &[(String, ExportHead)],
) -> Result<(), ExportError> {
    let paper = input.paper;
    let name = paper.text("export-read-me");
    workbook.begin_sheet(&SheetLayout { name: &name, widths: &[16, 26, 90], has_head: false })?;
    let mut line = |style, texts: &[&str]| workbook.row(None, texts.iter().map(|text| (style, CellValue::Text(text))));
    line(CellStyle::Title, &[&input.title()])?;
    line(CellStyle::Plain, &[&paper.with("report-as-of", &[("date", MessageArg::Date(paper.as_of))])])?;
    let commit = paper.commit.clone().unwrap_or_else(|| paper.text("export-no-commit"));
    line(CellStyle::Plain, &[&format!("{} {commit}", paper.text("doc-commit"))])?;
    let audience = if paper.is_public() { "export-for-everybody" } else { "export-for-members" };
    line(CellStyle::Plain, &[&paper.text(audience)])?;
    line(CellStyle::Plain, &[&paper.text("export-unknown-cells")])?;
    line(CellStyle::Plain, &[])?;
    let [sheet, column, meaning] = ["export-sheet", "export-column", "export-meaning"].map(|key| paper.text(key));
    line(CellStyle::Head, &[&sheet, &column, &meaning])?;
    for (table, head) in columns {
        line(CellStyle::Text, &[table, &head.label, &head.meaning])?;
    }
    workbook.end_sheet()
}

#[cfg(test)]
mod tests {
    use super::{serial, wrapped_lines};
    use crate::model::Date;

    #[test]
    fn days_count_as_in_spreadsheets() {
        let days = [(1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (2026, 12, 1)]
            .map(|(y, m, d)| serial(Date::from_ymd_opt(y, m, d).unwrap()));
        assert_eq!(days, [1, 59, 61, 46_357]);
    }

    #[test]
    fn words_wrap_at_the_width() {
        assert_eq!(wrapped_lines("Comité prévu le", 8), 2);
        assert_eq!(wrapped_lines("Comité", 3), 1);
    }
}
