//! Reads a table from the bytes of a CSV file or a workbook.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use encoding_rs::{Encoding, WINDOWS_1252};

use crate::import::plan::ImportReason;
use crate::model::{Date, MessageArg};

/// The sheet that holds the rows in extracts from Chorus.
const CHORUS_SHEET: &str = "1. Extraction";

/// The first bytes of zip archives (XLSX, ODS) and older workbooks (XLS).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// The characters that may separate the cells of a line, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    /// Trimmed and not empty.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// A cell of a workbook that is formatted as a date.
    Day(Date),
}

/// A row and its line in the file, from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetRow {
    pub line: usize,
    pub cells: Vec<Cell>,
}

/// Reads the rows that are not empty. Texts are UTF-8 or UTF-16 if a byte order mark says so, else UTF-8 if valid, else
/// Windows-1252. `sheet` is the sheet of a workbook; by default that of Chorus, else the first.
///
/// # Errors
/// If the file is not a table, or has no such sheet.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<SheetRow>, ImportReason> {
    let rows = match WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        true => workbook(bytes, sheet)?,
        false => text(&decoded(bytes))?,
    };
    Ok(rows.into_iter().filter(|row| row.cells.iter().any(|cell| *cell != Cell::Empty)).collect())
}

fn decoded(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, _)), _) => encoding.decode_with_bom_removal(bytes).0,
        (None, Ok(text)) => text.into(),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

fn text(text: &str) -> Result<Vec<SheetRow>, ImportReason> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator(text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|error| unreadable(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(of_text).collect();
        Ok(SheetRow { line: usize::try_from(line).unwrap_or(usize::MAX), cells })
    };
    reader.records().map(row).collect()
}

fn of_text(text: &str) -> Cell {
    let text = text.trim();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// Returns the separator that is most frequent in the first line, outside of quotes.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let unquoted: String = line.split('"').step_by(2).collect();
    let count = |separator: &u8| unquoted.bytes().filter(|byte| byte == separator).count();
    // `max_by_key` prefers the last of equals.
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b';')
}

fn workbook(bytes: &[u8], sheet: Option<&str>) -> Result<Vec<SheetRow>, ImportReason> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(sheet) => names.iter().find(|name| name.as_str() == sheet),
        None => names.iter().find(|name| name.as_str() == CHORUS_SHEET).or(names.first()),
    };
    let Some(name) = name else {
        let sheet = ("sheet", MessageArg::Text(sheet.unwrap_or_default().to_owned()));
        return Err(ImportReason::new("import-no-sheet", vec![sheet, ("known", MessageArg::List(names))]));
    };
    let range = book.worksheet_range(name).map_err(|error| unreadable(&error))?;
    let (first, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
    let row = |(n, cells): (usize, &[Data])| {
        let before = std::iter::repeat_n(Cell::Empty, left);
        SheetRow { line: first + n + 1, cells: before.chain(cells.iter().map(of_workbook)).collect() }
    };
    Ok(range.rows().enumerate().map(row).collect())
}

fn of_workbook(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "workbooks hold no larger numbers")]
        Data::Int(whole) => Cell::Number(*whole as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = Date::from_ymd_opt(year.into(), month.into(), day.into());
            day.map_or(Cell::Number(moment.as_f64()), Cell::Day)
        }
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| of_text(text), Cell::Day)
        }
        other => of_text(&other.to_string()),
    }
}

fn unreadable(error: &dyn std::fmt::Display) -> ImportReason {
    ImportReason::new("import-unreadable", vec![("why", MessageArg::Text(error.to_string()))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let cell = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
        let rows = read(bytes, None).unwrap();
        rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
    }

    #[test]
    fn separators_and_encodings_are_recognised() {
        let expected = [["Libellé", "Montant"], ["Été, à Pau", "1"]].map(|row| row.map(str::to_owned).to_vec());
        let text = "Libellé;Montant\r\n\"Été, à Pau\"; 1 \r\n";
        assert_eq!(cells(text.as_bytes()), expected);
        assert_eq!(cells(text.replace(';', "\t").as_bytes()), expected);
        assert_eq!(cells(text.replace(';', ",").as_bytes()), expected);
        assert_eq!(cells(format!("\u{feff}{text}").as_bytes()), expected);
        assert_eq!(cells(&WINDOWS_1252.encode(text).0), expected);
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(cells(&utf16), expected);
    }

    #[test]
    fn empty_rows_are_skipped_and_lines_are_those_of_the_file() {
        let rows = read(b"a;b\n\n;\n\"1\n2\";3\n4;5\n", None).unwrap();
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 4, 6]);
    }

    #[test]
    fn a_file_that_only_begins_like_a_workbook_is_unreadable() {
        assert_eq!(read(b"PK\x03\x04 no archive", None).unwrap_err().key, "import-unreadable");
    }
}
