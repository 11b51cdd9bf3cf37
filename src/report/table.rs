//! Text tables that fit the width of a terminal.
//!
//! A table that is too wide uses the short forms of its cells, then drops columns of ids, then cuts words down to each
//! column's minimum, then drops columns, the highest rank first. Dates, amounts, ids, and marks are never cut.

use super::columns;
use super::width::{self, width as cells_of};

use super::{sanitize, sanitize_lines};

/// Between two columns.
const GAP: usize = 2;

/// Default minimum of a column of words.
const MIN_WIDTH: usize = 8;

/// Minimum of a column of names.
const MIN_NAME_WIDTH: usize = 16;

/// A longer name gives way to ids.
const MAX_NAME_WIDTH: usize = 40;

/// Minimum of a column of sentences.
const MIN_TEXT_WIDTH: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

#[derive(Clone, Debug)]
pub(super) struct TableColumn {
    heading: String,
    align: Align,
    /// Minimum width; `None` if it is never cut.
    min: Option<usize>,
    /// Whether long cells are wrapped instead of cut.
    wraps: bool,
    /// The width of its cells that is shown before any column of ids.
    wanted: usize,
    /// Whether it goes before names are cut.
    yields: bool,
    rank: u8,
}

impl TableColumn {
    /// Creates a column of words, which may be cut.
    pub(super) fn words(heading: String) -> Self {
        Self { min: Some(MIN_WIDTH), ..Self::whole(heading) }
    }

    /// Creates a column of sentences, which are wrapped.
    pub(super) fn text(heading: String) -> Self {
        Self { wraps: true, min: Some(MIN_TEXT_WIDTH), ..Self::words(heading) }
    }

    /// Creates a column of names: words that are shown in full before any column of ids is.
    pub(super) fn names(heading: String) -> Self {
        Self { min: Some(MIN_NAME_WIDTH), wanted: MAX_NAME_WIDTH, ..Self::words(heading) }
    }

    /// Creates a column of ids, which are for copying: never cut, and dropped before names are cut.
    pub(super) fn ids(heading: String) -> Self {
        Self { yields: true, ..Self::whole(heading) }
    }

    /// Creates a column that is never cut: dates, states.
    pub(super) fn whole(heading: String) -> Self {
        Self { heading, align: Align::Left, min: None, wraps: false, wanted: 0, yields: false, rank: 0 }
    }

    /// Creates a right-aligned column that is never cut: amounts, numbers.
    pub(super) fn number(heading: String) -> Self {
        Self { align: Align::Right, ..Self::whole(heading) }
    }

    /// Sets the minimum width of a column of words.
    pub(super) fn min_width(self, cells: usize) -> Self {
        Self { min: Some(cells), ..self }
    }

    /// Returns the requirements of the column if its widest cell takes `natural` cells, and its widest mark `mark` of
    /// them.
    fn spec(&self, natural: usize, mark: usize) -> columns::ColumnSpec {
        let min = self.min.map_or(natural, |min| min.max(mark + MIN_WIDTH).min(natural));
        let spec = columns::ColumnSpec::flexible(min, natural, self.rank).wanting(natural.min(self.wanted));
        if self.yields { spec.yielding() } else { spec }
    }

    /// Columns of a higher rank are dropped first; rank 0 is never dropped.
    pub(super) fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Table {
    columns: Vec<TableColumn>,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    cells: Vec<String>,
    /// Short forms of some cells, by column.
    short: Vec<(usize, String)>,
    /// The mark at the end of the first cell, which stays if the cell is cut; often empty.
    mark: String,
}

impl Row {
    fn cell(&self, n: usize, is_short: bool) -> &str {
        let short = self.short.iter().find(|(at, _)| is_short && *at == n);
        short.map_or(self.cells[n].as_str(), |(_, text)| text)
    }

    /// Returns the mark of a cell.
    fn mark(&self, n: usize) -> &str {
        if n == 0 { &self.mark } else { "" }
    }
}

impl Table {
    pub(super) fn new(columns: Vec<TableColumn>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row of sanitized cells; missing ones are empty. Line ends stay in the columns that wrap.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let wraps = self.columns.iter().map(|column| column.wraps);
        let clean = |(cell, wraps): (String, bool)| {
            if wraps { sanitize_lines(&cell) } else { sanitize(&cell).into_owned() }
        };
        let mut cells: Vec<String> = cells.into_iter().zip(wraps).map(clean).collect();
        cells.resize(self.columns.len(), String::new());
        self.rows.push(Row { cells, short: Vec::new(), mark: String::new() });
    }

    /// Marks the last row, after its first cell.
    pub(super) fn mark(&mut self, mark: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.mark = format!(" {mark}");
        }
    }

    /// Sets the short form of a cell of the last row.
    pub(super) fn short(&mut self, column: usize, text: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.short.push((column, sanitize(text).into_owned()));
        }
    }

    /// Renders the table within a width. Skips empty columns, and rows that are empty in the columns that remain.
    pub(super) fn render(&self, width: usize) -> String {
        let is_short = total(&self.natural(false)) > width;
        let shown = self.shown(is_short, width);
        let mut text = line(&self.columns, &shown, |n| (&self.columns[n].heading, ""));
        for row in &self.rows {
            if shown.iter().any(|(n, _)| !row.cells[*n].is_empty()) {
                text.push_str(&line(&self.columns, &shown, |n| (row.cell(n, is_short), row.mark(n))));
            }
        }
        text
    }

    /// Returns the columns that fit, by index, each with its width.
    fn shown(&self, is_short: bool, width: usize) -> Vec<(usize, usize)> {
        let natural = self.natural(is_short);
        let specs: Vec<columns::ColumnSpec> =
            natural.iter().map(|(n, wide)| self.columns[*n].spec(*wide, self.widest_mark(*n))).collect();
        let widths = columns::fit(width, GAP, &specs);
        natural.into_iter().zip(widths).filter(|(_, width)| *width > 0).map(|((n, _), width)| (n, width)).collect()
    }

    fn widest_mark(&self, n: usize) -> usize {
        self.rows.iter().map(|row| cells_of(row.mark(n))).max().unwrap_or_default()
    }

    /// Returns the columns that are not empty, each as wide as its widest cell.
    fn natural(&self, is_short: bool) -> Vec<(usize, usize)> {
        let widest = |n: usize| {
            let widest_line = |cell: &str| cell.split('\n').map(cells_of).max().unwrap_or_default();
            let cells = self.rows.iter().map(|row| widest_line(row.cell(n, is_short)) + cells_of(row.mark(n)));
            cells.chain([cells_of(&self.columns[n].heading)]).max().unwrap_or_default()
        };
        let says = |n: &usize| self.rows.iter().any(|row| !row.cells[*n].is_empty());
        (0..self.columns.len()).filter(says).map(|n| (n, widest(n))).collect()
    }
}

fn total(shown: &[(usize, usize)]) -> usize {
    shown.iter().map(|(_, width)| width + GAP).sum::<usize>().saturating_sub(GAP)
}

/// Renders a row of cells with their marks, in several lines if a cell is wrapped.
fn line<'a>(
    columns: &[TableColumn],
    shown: &[(usize, usize)],
    cell_of: impl Fn(usize) -> (&'a str, &'a str),
) -> String {
    let cell_lines = |n: usize, width: usize| match (columns.get(n), cell_of(n)) {
        (Some(column), (cell, _)) if column.wraps => wrap(cell, width),
        (_, (cell, mark)) => vec![cut(cell, width.saturating_sub(cells_of(mark))) + mark],
    };
    let cells: Vec<Vec<String>> = shown.iter().map(|(n, width)| cell_lines(*n, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
    (0..height).map(|row| physical_line(columns, shown, &cells, row)).collect()
}

fn physical_line(columns: &[TableColumn], shown: &[(usize, usize)], cells: &[Vec<String>], row: usize) -> String {
    let mut text = String::new();
    for (at, ((n, width), lines)) in shown.iter().zip(cells).enumerate() {
        if at > 0 {
            text.push_str(&" ".repeat(GAP));
        }
        let cell = lines.get(row).map_or("", String::as_str);
        let room = " ".repeat(width.saturating_sub(cells_of(cell)));
        match columns[*n].align {
            Align::Left => text.extend([cell, room.as_str()]),
            Align::Right => text.extend([room.as_str(), cell]),
        }
    }
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
    text
}

/// Cuts the text to `width` cells, with `…` at the end.
pub(super) fn cut(text: &str, width: usize) -> String {
    if cells_of(text) <= width {
        return text.to_owned();
    }
    let mut kept = width::prefix(text, width.saturating_sub(1)).trim_end().to_owned();
    kept.push('…');
    kept
}

/// Wraps each line of the text between words. A word longer than `width` gets a line of its own.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let wrapped = text.split('\n').enumerate().flat_map(|(n, line)| {
        let lines = wrap_line(line, width);
        // A blank line between two others stays.
        if n > 0 && lines.is_empty() { vec![String::new()] } else { lines }
    });
    wrapped.collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if cells_of(line) + 1 + cells_of(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(vec![
            TableColumn::words("startup".to_owned()),
            TableColumn::number("committed".to_owned()),
            TableColumn::whole("phase".to_owned()).rank(1),
            TableColumn::whole("never".to_owned()),
        ]);
        table.row(["Éco\u{1b}[31m".to_owned(), "52 500 €".to_owned(), "acceleration".to_owned()]);
        table.row(["Poubelles Battle".to_owned(), "70 000 €".to_owned(), String::new()]);
        table
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_skipped() {
        assert_eq!(
            table().render(80),
            "startup           committed  phase\n\
             Éco␛[31m           52 500 €  acceleration\n\
             Poubelles Battle   70 000 €\n"
        );
    }

    #[test]
    fn words_are_cut_before_columns_are_dropped() {
        assert_eq!(
            table().render(36),
            "startup      committed  phase\n\
             Éco␛[31m      52 500 €  acceleration\n\
             Poubelles…    70 000 €\n"
        );
        assert_eq!(table().render(20), "startup    committed\nÉco␛[31m    52 500 €\nPoubelle…   70 000 €\n");
    }

    #[test]
    fn short_forms_are_used_first_and_minimum_widths_respected() {
        let mut table = Table::new(vec![
            TableColumn::whole("due".to_owned()),
            TableColumn::words("what".to_owned()).min_width(12),
            TableColumn::whole("article".to_owned()).rank(1),
        ]);
        table.row(["signature date unknown".to_owned(), "pay what was promised".to_owned(), "5".to_owned()]);
        table.short(0, "? signature");
        table.row([String::new(), String::new(), "5.2".to_owned()]);
        for (width, lines) in [
            (
                60,
                &[
                    "due                     what                   article",
                    "signature date unknown  pay what was promised  5",
                    "                                               5.2",
                ][..],
            ),
            (
                44,
                &[
                    "due          what                   article",
                    "? signature  pay what was promised  5",
                    "                                    5.2",
                ],
            ),
            (
                34,
                &[
                    "due          what          article",
                    "? signature  pay what wa…  5",
                    "                           5.2",
                ],
            ),
            (33, &["due          what", "? signature  pay what was promis…"]),
            (10, &["due          what", "? signature  pay what wa…"]),
        ] {
            assert_eq!(table.render(width).lines().collect::<Vec<_>>(), lines, "{width}");
        }
    }

    #[test]
    fn names_win_over_ids_and_keep_their_marks() {
        let mut table = Table::new(vec![
            TableColumn::names("startup".to_owned()),
            TableColumn::whole("phase".to_owned()).rank(1),
            TableColumn::ids("convention".to_owned()).rank(3),
            TableColumn::ids("id".to_owned()).rank(2),
        ]);
        table.row(["Poubelles Battle", "construction", "poubelles-battle-pau-dinum", "poubelles"].map(str::to_owned));
        table.mark("✗ unread");
        for (width, lines) in [
            (
                80,
                &[
                    "startup                    phase         convention                  id",
                    "Poubelles Battle ✗ unread  construction  poubelles-battle-pau-dinum  poubelles",
                ][..],
            ),
            (
                60,
                &["startup                    phase         id", "Poubelles Battle ✗ unread  construction  poubelles"],
            ),
            (40, &["startup                    phase", "Poubelles Battle ✗ unread  construction"]),
            (34, &["startup               phase", "Poubelles… ✗ unread   construction"]),
            (20, &["startup", "Poubelles… ✗ unread"]),
        ] {
            assert_eq!(table.render(width).lines().collect::<Vec<_>>(), lines, "{width}");
        }
    }

    #[test]
    fn sentences_are_wrapped() {
        let mut table = Table::new(vec![TableColumn::whole("on".to_owned()), TableColumn::text("note".to_owned())]);
        table.row(["4 Mar".to_owned(), "the mayor asks for a date before the summer".to_owned()]);
        assert_eq!(table.render(31), "on     note\n4 Mar  the mayor asks for a\n       date before the summer\n");
    }

    #[test]
    fn line_ends_of_sentences_stay() {
        let mut table = Table::new(vec![TableColumn::whole("on".to_owned()), TableColumn::text("note".to_owned())]);
        table.row(["4\nMar".to_owned(), "the mayor asks\r\n\nfor a date\u{1b}".to_owned()]);
        assert_eq!(table.render(31), "on     note\n4 Mar  the mayor asks\n\n       for a date␛\n");
    }

    #[test]
    fn wide_characters_count_as_two() {
        assert_eq!(cut("孵化器", 5), "孵化…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(wrap("a convention of two parties", 12), ["a convention", "of two", "parties"]);
    }
}
