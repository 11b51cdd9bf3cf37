//! The portfolio as one web page: tables that sort and filter, and a section per startup.

use serde::Serialize;

use super::table::ExportCell;
use super::tables::{TableName, table};
use super::{ExportError, ExportInput};
use crate::model::Date;
use crate::papers::{self, Document, MAX_OUTPUT, RenderError, SheetAnswers, Templates};

/// The columns of each table on the page, by their names for programs.
const SHOWN: [(TableName, &[&str]); 5] = [
    (
        TableName::Startups,
        &[
            "name",
            "phase",
            "incubator",
            "status",
            "ends",
            "payable",
            "received",
            "ae",
            "cp",
            "left",
            "runs_out",
            "late_items",
            "committee_due",
            "committee_planned",
        ],
    ),
    (
        TableName::Funding,
        &[
            "startups",
            "convention",
            "from",
            "to",
            "article",
            "committed",
            "payable",
            "due",
            "received",
            "outstanding",
            "ae",
            "cp",
            "left",
            "refundable",
        ],
    ),
    (
        TableName::Obligations,
        &["state", "due", "days_late", "startups", "debtors", "creditors", "owner", "what", "amount", "article"],
    ),
    (
        TableName::Committees,
        &["startup", "state", "next_due", "days_late", "reason", "last_held", "planned", "runs_out", "article"],
    ),
    (TableName::Findings, &["severity", "file", "line", "message", "help"]),
];

/// The variable `page` of the template.
#[derive(Serialize)]
struct PageView {
    language: &'static str,
    title: String,
    as_of: String,
    commit: Option<String>,
    tables: Vec<PageTable>,
    startups_title: String,
    filter: String,
    no_rows: String,
    contents: String,
    derivation: String,
}

#[derive(Serialize)]
struct PageTable {
    name: &'static str,
    title: String,
    columns: Vec<PageColumn>,
    rows: Vec<Vec<PageCell>>,
}

#[derive(Serialize)]
struct PageColumn {
    label: String,
    meaning: String,
    is_number: bool,
}

#[derive(Serialize)]
struct PageCell {
    text: String,
    sort: Option<String>,
    /// The anchor that it links to.
    link: Option<String>,
}

/// Renders the page through the template `portfolio.html`.
///
/// # Errors
/// If the template is wrong, runs too long, or writes too much.
pub fn page(input: &ExportInput<'_>, templates: &Templates) -> Result<String, ExportError> {
    let paper = input.paper;
    let shown = SHOWN.iter().filter(|(name, _)| name.is_public() || !paper.is_public());
    let tables = shown.map(|(name, columns)| page_table(input, *name, columns));
    let view = PageView {
        language: paper.locale.language.tag(),
        title: input.title(),
        as_of: format!("{} {}", paper.text("doc-as-of"), paper.date(paper.as_of)),
        commit: paper.commit.as_ref().map(|commit| format!("{} {commit}", paper.text("doc-commit"))),
        tables: tables.collect(),
        startups_title: paper.text("export-startup-pages"),
        filter: paper.text("export-filter"),
        no_rows: paper.text("export-no-rows"),
        contents: paper.text("export-contents"),
        derivation: paper.text("doc-derivation"),
    };
    // The sheets of thousands of startups would be rendered in vain.
    if !templates.replaces("portfolio.html") && least_size(&view.tables) > MAX_OUTPUT {
        return Err(RenderError::TooLarge.into());
    }
    let answers = SheetAnswers::new(input.answers, input.diagnostics.iter().map(|one| &one.finding));
    let sheets: Vec<(String, Document)> = input
        .answers
        .startups
        .iter()
        .filter_map(|one| {
            let sheet = papers::sheet(paper, &answers, &one.startup).ok()?;
            Some((anchor(one.startup.as_str()), sheet))
        })
        .collect();
    Ok(papers::render_page(&view, &sheets, templates, paper.locale)?)
}

/// Returns the bytes that tables take at least: their texts and the tags around each.
fn least_size(tables: &[PageTable]) -> usize {
    let cells = tables.iter().flat_map(|table| &table.rows).flatten();
    cells.map(|cell| cell.text.len() + "<td></td>".len()).sum()
}

fn anchor(startup: &str) -> String {
    format!("startup-{startup}")
}

/// Returns the table with the columns that the page shows.
fn page_table(input: &ExportInput<'_>, name: TableName, columns: &[&str]) -> PageTable {
    let table = table(input, name);
    let at = |key: &str| table.heads.iter().position(|head| head.key == key);
    let shown: Vec<usize> = columns.iter().filter_map(|key| at(key)).collect();
    let (id, named, due, state) = (at("id"), at("name"), at("due"), at("state"));
    let all: Vec<Vec<ExportCell>> = table.rows().collect();
    let rows = all.iter().filter(|row| name != TableName::Obligations || is_current(input, row, due, state));
    let rows = rows.map(|row| {
        let link = id.and_then(|id| row.get(id)).map(|id| format!("#{}", anchor(&id.shown(input))));
        let cell = |n: &usize| {
            row.get(*n).map(|cell| PageCell {
                text: cell.shown(input).into_owned(),
                sort: cell.sort_key(),
                link: link.clone().filter(|_| Some(*n) == named),
            })
        };
        shown.iter().filter_map(cell).collect()
    });
    let rows = rows.collect();
    let column = |n: &usize| {
        table.heads.get(*n).map(|head| PageColumn {
            label: head.label.clone(),
            meaning: head.meaning.clone(),
            is_number: is_number(&all, *n),
        })
    };
    PageTable { name: table.name, title: table.title.clone(), columns: shown.iter().filter_map(column).collect(), rows }
}

fn is_number(rows: &[Vec<ExportCell>], column: usize) -> bool {
    rows.iter().filter_map(|row| row.get(column)).any(ExportCell::is_number)
}

/// Members see all open items. The public sees only future ones, since a past day would reveal lateness.
fn is_current(input: &ExportInput<'_>, row: &[ExportCell], due: Option<usize>, state: Option<usize>) -> bool {
    let day = |cell: &ExportCell| -> Option<Date> { if let ExportCell::Date(day) = cell { Some(*day) } else { None } };
    match state.and_then(|state| row.get(state)) {
        Some(state) => *state != ExportCell::text(&input.paper.text("occurrence-done")),
        None => due.and_then(|due| row.get(due)).and_then(day).is_some_and(|due| due >= input.paper.as_of),
    }
}
