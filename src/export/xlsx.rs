//! The portfolio as a workbook: a sheet per table, and one that explains the columns.

use chrono::{Datelike, Timelike};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::table::{ExportCell, ExportTable};
use super::{ExportError, ExportInput, tables};
use crate::model::{Date, MessageArg};

/// The characters that a cell can hold.
const MAX_CHARACTERS: usize = 32_767;
/// The width of a column in characters. Longer texts wrap.
const MIN_WIDTH: usize = 8;
const MAX_WIDTH: usize = 60;
/// The room for the button of the filter.
const BUTTON: usize = 3;
/// The height of a line in points.
const LINE_HEIGHT: f64 = 15.0;

struct Formats {
    title: Format,
    head: Format,
    text: Format,
    date: Format,
    money: Format,
    count: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: top().set_bold().set_text_wrap().set_background_color("E3E3FD"),
            text: top().set_text_wrap(),
            // A date in the order of the reader's system.
            date: top().set_num_format_index(14),
            money: top().set_num_format("#,##0.00"),
            count: top().set_num_format("0"),
        }
    }
}

/// Writes the workbook.
///
/// # Errors
/// If a table does not fit into a worksheet.
pub fn xlsx(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(input.made.year()).unwrap_or(2000),
        u8::try_from(input.made.month()).unwrap_or(1),
        u8::try_from(input.made.day()).unwrap_or(1),
    )?;
    let time = [input.made.hour(), input.made.minute(), input.made.second()];
    let [hour, minute, second] = time.map(|part| u8::try_from(part).unwrap_or(0));
    let made = made.and_hms(hour.into(), minute, second)?;
    workbook.set_properties(&DocProperties::new().set_title(input.title()).set_creation_datetime(&made));
    let formats = Formats::new();
    let tables = tables::all(input);
    for table in &tables {
        write_table(input, workbook.add_worksheet(), table, &formats)?;
    }
    write_read_me(input, workbook.add_worksheet(), &tables, &formats)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_table(
    input: &ExportInput<'_>,
    sheet: &mut Worksheet,
    table: &ExportTable,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&table.title)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut lines = 1;
    for (at, head) in (0u16..).zip(&table.heads) {
        sheet.write_string_with_format(0, at, &head.label, &formats.head)?;
        let width = width(input, table, usize::from(at));
        sheet.set_column_width(at, width.to_f64().unwrap_or(10.0))?;
        lines = lines.max(wrapped_lines(&head.label, width.saturating_sub(BUTTON)));
    }
    // Programs that do not fit the height to wrapped text would draw it over the first row.
    sheet.set_row_height(0, LINE_HEIGHT * lines.to_f64().unwrap_or(1.0))?;
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (at, cell) in (0u16..).zip(cells) {
            write_cell(input, sheet, (row, at), cell, formats)?;
        }
    }
    let (rows, columns) = (u32::try_from(table.rows.len()), u16::try_from(table.heads.len()));
    if let (Ok(rows @ 1..), Ok(columns @ 1..)) = (rows, columns) {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    Ok(())
}

fn write_cell(
    input: &ExportInput<'_>,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &ExportCell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        ExportCell::Empty => {}
        ExportCell::Date(day) => {
            sheet.write_datetime_with_format(row, column, date(*day)?, &formats.date)?;
        }
        ExportCell::Money(money) => {
            let amount = money.decimal().to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, amount, &formats.money)?;
        }
        ExportCell::Count(count) => {
            sheet.write_number_with_format(row, column, count.to_f64().unwrap_or_default(), &formats.count)?;
        }
        ExportCell::Text(_) | ExportCell::Unknown => {
            let text: String = cell.shown(input).chars().take(MAX_CHARACTERS).collect();
            sheet.write_string_with_format(row, column, text, &formats.text)?;
        }
    }
    Ok(())
}

fn date(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1))
}

/// As wide as its longest cell, within bounds.
fn width(input: &ExportInput<'_>, table: &ExportTable, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.shown(input).chars().count());
    let longest = cells.max().unwrap_or_default();
    // The head wraps between words.
    let label = table.heads.get(column).map(|head| head.label.as_str()).unwrap_or_default();
    let word = label.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    (longest + 1).max(word + BUTTON).clamp(MIN_WIDTH, MAX_WIDTH)
}

/// The lines of a text that is wrapped between words.
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

/// The day, the commit, and what each column means.
fn write_read_me(
    input: &ExportInput<'_>,
    sheet: &mut Worksheet,
    tables: &[ExportTable],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let paper = input.paper;
    sheet.set_name(paper.text("export-read-me"))?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, input.title(), &formats.title)?;
    sheet.write_string(1, 0, paper.with("report-as-of", &[("date", MessageArg::Date(paper.as_of))]))?;
    let commit = paper.commit.clone().unwrap_or_else(|| paper.text("export-no-commit"));
    sheet.write_string(2, 0, format!("{} {commit}", paper.text("doc-commit")))?;
    let audience = if paper.is_public() { "export-for-everybody" } else { "export-for-members" };
    sheet.write_string(3, 0, paper.text(audience))?;
    sheet.write_string(4, 0, paper.text("export-unknown-cells"))?;
    const FIRST: u32 = 6;
    for (at, key) in (0u16..).zip(["export-sheet", "export-column", "export-meaning"]) {
        sheet.write_string_with_format(FIRST, at, paper.text(key), &formats.head)?;
    }
    let lines = tables.iter().flat_map(|table| table.heads.iter().map(move |head| (table, head)));
    for (row, (table, head)) in (FIRST + 1..).zip(lines) {
        for (at, text) in (0u16..).zip([&table.title, &head.label, &head.meaning]) {
            sheet.write_string_with_format(row, at, text, &formats.text)?;
        }
    }
    for (at, width) in [(0, 16), (1, 26), (2, 90)] {
        sheet.set_column_width(at, width)?;
    }
    Ok(())
}
