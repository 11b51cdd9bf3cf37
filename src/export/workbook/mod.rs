//! Writes a workbook of Excel (ECMA-376, Office Open XML) row by row, so that a large one needs little memory: a sheet
//! is compressed while it is written.

mod parts;
mod xml;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ExportError;

/// The rows of a worksheet, the head included.
const MAX_ROWS: usize = 1_048_576;
/// The UTF-16 units that a cell can hold.
const MAX_CELL: usize = 32_767;
/// Written at once to the compressor.
const CHUNK: usize = 1 << 16;

/// How a cell is displayed: an index into `cellXfs` of the styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellStyle {
    Plain = 0,
    Head = 1,
    Text = 2,
    /// In the order of the reader's system.
    Date = 3,
    Money = 4,
    Count = 5,
    Title = 6,
}

/// A value of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellValue<'a> {
    Empty,
    /// A decimal number with a point.
    Number(String),
    /// Never a formula.
    Text(&'a str),
}

/// What is known of a sheet before its rows.
pub(super) struct SheetLayout<'a> {
    pub name: &'a str,
    /// In characters.
    pub widths: &'a [usize],
    /// Whether the first row is a head: frozen, repeated on each printed page, with filters.
    pub has_head: bool,
}

/// A finished sheet, as the other parts name it.
struct Sheet {
    name: String,
    has_head: bool,
    columns: usize,
    rows: usize,
}

/// A workbook under construction.
pub(super) struct WorkbookWriter {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// Texts are written once, in the order of their first use.
    strings: HashMap<Box<str>, usize>,
    /// The elements of these texts.
    string_items: String,
    /// How often a text is used.
    string_uses: usize,
    sheets: Vec<Sheet>,
    /// Text of the open sheet that is not yet compressed.
    pending: String,
}

impl WorkbookWriter {
    pub(super) fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            strings: HashMap::new(),
            string_items: String::new(),
            string_uses: 0,
            sheets: Vec::new(),
            pending: String::new(),
        }
    }

    /// Begins the next sheet. Its rows follow, then [`Self::end_sheet`].
    pub(super) fn begin_sheet(&mut self, layout: &SheetLayout<'_>) -> Result<(), ExportError> {
        let number = self.sheets.len() + 1;
        self.start_part(&format!("xl/worksheets/sheet{number}.xml"))?;
        self.pending = parts::sheet_start(layout, number == 1);
        let columns = layout.widths.len();
        self.sheets.push(Sheet { name: layout.name.to_owned(), has_head: layout.has_head, columns, rows: 0 });
        Ok(())
    }

    /// Writes the next row, `height` in points.
    pub(super) fn row<'a>(
        &mut self,
        height: Option<usize>,
        cells: impl IntoIterator<Item = (CellStyle, CellValue<'a>)>,
    ) -> Result<(), ExportError> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        sheet.rows += 1;
        let row = sheet.rows;
        if row > MAX_ROWS {
            return Err(ExportError::TooManyRows { sheet: sheet.name.clone(), max: MAX_ROWS });
        }
        let height = height.map(|points| format!(" ht=\"{points}\" customHeight=\"1\"")).unwrap_or_default();
        let _ = write!(self.pending, "<row r=\"{row}\"{height}>");
        for (column, (style, value)) in cells.into_iter().enumerate() {
            let style = style as u8;
            let value = match value {
                CellValue::Empty => continue,
                CellValue::Number(number) => format!(" s=\"{style}\"><v>{number}</v></c>"),
                CellValue::Text(text) => format!(" s=\"{style}\" t=\"s\"><v>{}</v></c>", self.string(text)),
            };
            self.pending.push_str("<c r=\"");
            xml::push_column(&mut self.pending, column);
            let _ = write!(self.pending, "{row}\"{value}");
        }
        self.pending.push_str("</row>");
        if self.pending.len() >= CHUNK { self.flush() } else { Ok(()) }
    }

    pub(super) fn end_sheet(&mut self) -> Result<(), ExportError> {
        if let Some(sheet) = self.sheets.last() {
            self.pending.push_str(&parts::sheet_end(sheet));
        }
        self.flush()
    }

    /// Writes what the sheets share and returns the file. `created` is a time of ISO 8601, in UTC.
    pub(super) fn finish(mut self, title: &str, created: &str) -> Result<Vec<u8>, ExportError> {
        let strings = parts::strings(&self.string_items, self.string_uses, self.strings.len());
        for (name, content) in [
            ("xl/sharedStrings.xml", strings),
            ("xl/styles.xml", parts::STYLES.to_owned()),
            ("xl/workbook.xml", parts::workbook(&self.sheets)),
            ("xl/_rels/workbook.xml.rels", parts::workbook_relations(self.sheets.len())),
            ("docProps/core.xml", parts::core_properties(title, created)),
            ("docProps/app.xml", parts::APP_PROPERTIES.to_owned()),
            ("_rels/.rels", parts::RELATIONS.to_owned()),
            ("[Content_Types].xml", parts::content_types(self.sheets.len())),
        ] {
            self.start_part(name)?;
            self.zip.write_all(content.as_bytes()).map_err(ZipError::from)?;
        }
        Ok(self.zip.finish()?.into_inner())
    }

    /// Dates of files are fixed, so that the same content gives the same bytes.
    fn start_part(&mut self, name: &str) -> Result<(), ExportError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        Ok(self.zip.start_file(name, options)?)
    }

    fn flush(&mut self) -> Result<(), ExportError> {
        self.zip.write_all(self.pending.as_bytes()).map_err(ZipError::from)?;
        self.pending.clear();
        Ok(())
    }

    /// Returns the index of a shared text.
    fn string(&mut self, text: &str) -> usize {
        self.string_uses += 1;
        if let Some(index) = self.strings.get(text) {
            return *index;
        }
        let index = self.strings.len();
        self.strings.insert(text.into(), index);
        let space = if text.trim() == text { "" } else { " xml:space=\"preserve\"" };
        let _ = write!(self.string_items, "<si><t{space}>{}</t></si>", xml::text(xml::cut(text, MAX_CELL)));
        index
    }
}
