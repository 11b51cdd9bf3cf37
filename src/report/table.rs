//! Tables of text: columns aligned by what a terminal shows, narrowed to its width.

use super::cells::{self, width as cells_of};

use super::safe;

/// Between two columns.
const GAP: usize = 2;

/// How narrow a column of words may become before less important columns go.
const NARROWEST: usize = 8;

/// Which side of its column a cell keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Words.
    Left,
    /// Amounts and numbers.
    Right,
}

/// A column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    heading: String,
    side: Side,
    narrows: bool,
    rank: usize,
}

impl Column {
    /// A column of words that may be cut short where the terminal is narrow.
    pub(super) fn words(heading: String) -> Self {
        Self { heading, side: Side::Left, narrows: true, rank: 0 }
    }

    /// A column that is shown whole or not at all: dates, states.
    pub(super) fn whole(heading: String) -> Self {
        Self { heading, side: Side::Left, narrows: false, rank: 0 }
    }

    /// A column of amounts or numbers: whole, and at the right.
    pub(super) fn number(heading: String) -> Self {
        Self { heading, side: Side::Right, narrows: false, rank: 0 }
    }

    /// The column goes before those of a lower rank where there is not room for all; those of rank 0 never go.
    pub(super) fn rank(self, rank: usize) -> Self {
        Self { rank, ..self }
    }
}

/// A table: a heading line and a line for each row.
#[derive(Clone, Debug)]
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of these columns, without rows.
    pub(super) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row. What would steer a terminal is shown as a sign instead.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let mut cells: Vec<String> = cells.into_iter().map(|cell| safe(&cell).into_owned()).collect();
        cells.resize(self.columns.len(), String::new());
        self.rows.push(cells);
    }

    /// The lines of the table within a width. Columns in which no row says anything are left out.
    pub(super) fn render(&self, width: usize) -> String {
        let shown = self.shown(width);
        let heading: Vec<&str> = self.columns.iter().map(|column| column.heading.as_str()).collect();
        let mut text = line(&self.columns, &shown, &heading);
        for row in &self.rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            text.push_str(&line(&self.columns, &shown, &cells));
        }
        text
    }

    /// The columns that there is room for, by their place, with the width of each.
    fn shown(&self, width: usize) -> Vec<(usize, usize)> {
        let mut shown: Vec<(usize, usize)> = (0..self.columns.len())
            .filter(|n| self.rows.iter().any(|row| !row[*n].is_empty()))
            .map(|n| (n, self.natural(n)))
            .collect();
        while least(&self.columns, &shown) > width {
            let last = shown.iter().map(|(n, _)| self.columns[*n].rank).max().filter(|rank| *rank > 0);
            let Some(last) = last else { break };
            if let Some(at) = shown.iter().rposition(|(n, _)| self.columns[*n].rank == last) {
                shown.remove(at);
            }
        }
        narrow(&self.columns, &mut shown, width);
        shown
    }

    fn natural(&self, n: usize) -> usize {
        let cells = self.rows.iter().map(|row| cells_of(&row[n]));
        cells.chain([cells_of(&self.columns[n].heading)]).max().unwrap_or_default()
    }
}

fn total(shown: &[(usize, usize)]) -> usize {
    shown.iter().map(|(_, width)| width + GAP).sum::<usize>().saturating_sub(GAP)
}

fn least(columns: &[Column], shown: &[(usize, usize)]) -> usize {
    let narrowed: Vec<(usize, usize)> = shown
        .iter()
        .map(|(n, width)| (*n, if columns[*n].narrows { (*width).min(NARROWEST) } else { *width }))
        .collect();
    total(&narrowed)
}

/// Takes a cell at a time from the widest column that may be narrowed.
fn narrow(columns: &[Column], shown: &mut [(usize, usize)], width: usize) {
    while total(shown) > width {
        let widest = shown
            .iter_mut()
            .filter(|(n, width)| columns[*n].narrows && *width > NARROWEST)
            .max_by_key(|(_, width)| *width);
        match widest {
            Some((_, width)) => *width -= 1,
            None => break,
        }
    }
}

fn line(columns: &[Column], shown: &[(usize, usize)], cells: &[&str]) -> String {
    let mut text = String::new();
    for (at, (n, width)) in shown.iter().enumerate() {
        if at > 0 {
            text.push_str(&" ".repeat(GAP));
        }
        let cell = cut(cells[*n], *width);
        let room = " ".repeat(width.saturating_sub(cells_of(&cell)));
        match columns[*n].side {
            Side::Left => text.extend([cell.as_str(), room.as_str()]),
            Side::Right => text.extend([room.as_str(), cell.as_str()]),
        }
    }
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
    text
}

/// The text within so many columns of a terminal, with `…` where it goes on.
pub(super) fn cut(text: &str, width: usize) -> String {
    if cells_of(text) <= width {
        return text.to_owned();
    }
    let mut kept = cells::fitting(text, width.saturating_sub(1)).trim_end().to_owned();
    kept.push('…');
    kept
}

/// The text in lines of at most `width` columns, broken between words; a word longer than that has a line of its own.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
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
            Column::words("startup".to_owned()),
            Column::number("committed".to_owned()),
            Column::whole("phase".to_owned()).rank(1),
            Column::whole("never".to_owned()),
        ]);
        table.row(["Éco\u{1b}[31m".to_owned(), "52 500 €".to_owned(), "acceleration".to_owned()]);
        table.row(["Poubelles Battle".to_owned(), "70 000 €".to_owned(), String::new()]);
        table
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        assert_eq!(
            table().render(80),
            "startup           committed  phase\n\
             Éco␛[31m           52 500 €  acceleration\n\
             Poubelles Battle   70 000 €\n"
        );
    }

    #[test]
    fn words_are_cut_first_and_then_columns_go() {
        assert_eq!(
            table().render(36),
            "startup      committed  phase\n\
             Éco␛[31m      52 500 €  acceleration\n\
             Poubelles…    70 000 €\n"
        );
        assert_eq!(table().render(20), "startup    committed\nÉco␛[31m    52 500 €\nPoubelle…   70 000 €\n");
    }

    #[test]
    fn wide_characters_count_for_two() {
        assert_eq!(cut("孵化器", 5), "孵化…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(wrap("a convention of two parties", 12), ["a convention", "of two", "parties"]);
    }
}
