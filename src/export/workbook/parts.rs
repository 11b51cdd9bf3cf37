//! The parts of a workbook besides the rows of its sheets (ECMA-376, parts 1 and 2).

use std::fmt::Write as _;

use super::{Sheet, SheetLayout, xml};

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Number format 14 is a date in the order of the reader's system. The order of `cellXfs` is that of `CellStyle`.
pub(super) const STYLES: &str = r##"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="0"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E3FD"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>"##;

pub(super) const APP_PROPERTIES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>couveuse</Application></Properties>"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"#;

/// Returns what precedes the rows of a sheet: landscape, as wide as a page.
pub(super) fn sheet_start(layout: &SheetLayout<'_>, is_first: bool) -> String {
    let mut text = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView{} workbookViewId=\"0\">",
        if is_first { " tabSelected=\"1\"" } else { "" }
    );
    if layout.has_head {
        text.push_str(
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             <selection pane=\"bottomLeft\"/>",
        );
    }
    text.push_str("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
    for (at, width) in (1..).zip(layout.widths) {
        // The margins of a cell take 5 of the 7 pixels of a character.
        let _ = write!(text, "<col min=\"{at}\" max=\"{at}\" width=\"{width}.7109375\" customWidth=\"1\"/>");
    }
    text.push_str("</cols><sheetData>");
    text
}

/// Returns what follows the rows of a sheet.
pub(super) fn sheet_end(sheet: &Sheet) -> String {
    let filter = filter(sheet).map(|range| format!("<autoFilter ref=\"{}\"/>", range.replace('$', "")));
    format!(
        "</sheetData>{}<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" \
         footer=\"0.3\"/><pageSetup fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>",
        filter.unwrap_or_default()
    )
}

/// Returns the range of the filters; `None` without a row below the head.
fn filter(sheet: &Sheet) -> Option<String> {
    let last = sheet.columns.checked_sub(1).filter(|_| sheet.has_head && sheet.rows > 1)?;
    let mut range = "$A$1:$".to_owned();
    xml::push_column(&mut range, last);
    let _ = write!(range, "${}", sheet.rows);
    Some(range)
}

pub(super) fn strings(items: &str, uses: usize, unique: usize) -> String {
    format!("{DECLARATION}<sst xmlns=\"{MAIN}\" count=\"{uses}\" uniqueCount=\"{unique}\">{items}</sst>")
}

/// Returns the list of sheets, and the names of ranges by which Excel knows filters and repeated rows.
pub(super) fn workbook(sheets: &[Sheet]) -> String {
    let (mut list, mut filters, mut titles) = (String::new(), String::new(), String::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let (id, name) = (at + 1, xml::text(&sheet.name));
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>");
        let quoted = name.replace('\'', "''");
        let defined = |into: &mut String, kind: &str, more: &str, range: &str| {
            let _ = write!(
                into,
                "<definedName name=\"_xlnm.{kind}\" localSheetId=\"{at}\"{more}>'{quoted}'!{range}</definedName>"
            );
        };
        if let Some(range) = filter(sheet) {
            defined(&mut filters, "_FilterDatabase", " hidden=\"1\"", &range);
        }
        if sheet.has_head {
            defined(&mut titles, "Print_Titles", "", "$1:$1");
        }
    }
    format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews>\
         <sheets>{list}</sheets><definedNames>{filters}{titles}</definedNames></workbook>"
    )
}

pub(super) fn workbook_relations(sheets: usize) -> String {
    let mut list = String::new();
    let mut relation = |id: usize, kind: &str, target: &str| {
        let _ = write!(list, "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    };
    for id in 1..=sheets {
        relation(id, "worksheet", &format!("worksheets/sheet{id}.xml"));
    }
    relation(sheets + 1, "styles", "styles.xml");
    relation(sheets + 2, "sharedStrings", "sharedStrings.xml");
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{list}</Relationships>")
}

pub(super) fn core_properties(title: &str, created: &str) -> String {
    let title = xml::text(title);
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:modified></cp:coreProperties>"
    )
}

pub(super) fn content_types(sheets: usize) -> String {
    let mut list = String::new();
    let mut part = |name: &str, kind: &str| {
        let _ = write!(list, "<Override PartName=\"/{name}\" ContentType=\"{kind}+xml\"/>");
    };
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties");
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
    part("xl/styles.xml", &format!("{CONTENT}.styles"));
    part("xl/sharedStrings.xml", &format!("{CONTENT}.sharedStrings"));
    part("xl/workbook.xml", &format!("{CONTENT}.sheet.main"));
    for id in 1..=sheets {
        part(&format!("xl/worksheets/sheet{id}.xml"), &format!("{CONTENT}.worksheet"));
    }
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>{list}</Types>"
    )
}
