//! Tables of typed cells, from which worksheets, CSV and tables of the page are written.

use std::borrow::{Borrow, Cow};

use chrono::Datelike;

use super::ExportInput;
use crate::model::{Date, Id, Money};
use crate::report::sanitize;
use crate::rules::{Figure, Figures};

/// A value of a table, without its format.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExportCell {
    /// Sanitized text.
    Text(String),
    Date(Date),
    Money(Money),
    Count(i64),
    /// Nothing to show.
    Empty,
    /// A value that is not in the records.
    Unknown,
}

impl ExportCell {
    /// Text of the records, or words.
    pub(super) fn text(text: &str) -> Self {
        match sanitize(text).into_owned() {
            text if text.is_empty() => Self::Empty,
            text => Self::Text(text),
        }
    }

    pub(super) fn maybe_text(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// Creates a day. One outside the calendar of spreadsheets, which begins in 1900, is text.
    pub(super) fn date(date: Option<Date>) -> Self {
        match date {
            Some(date) if date.year() < 1900 => Self::Text(date.to_string()),
            Some(date) => Self::Date(date),
            None => Self::Empty,
        }
    }

    pub(super) fn money(money: Option<Money>) -> Self {
        money.map_or(Self::Unknown, Self::Money)
    }

    pub(super) fn count(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(super) fn ids(ids: &[Id]) -> Self {
        Self::text(&ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", "))
    }

    /// Returns whether it is aligned to the right.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self, Self::Money(_) | Self::Count(_))
    }

    /// Returns the key by which tables of the page sort; `None` if the shown text does.
    pub(super) fn sort_key(&self) -> Option<String> {
        match self {
            Self::Date(date) => Some(date.to_string()),
            Self::Money(money) => Some(money.to_string()),
            Self::Count(count) => Some(count.to_string()),
            Self::Text(_) | Self::Empty | Self::Unknown => None,
        }
    }

    /// Returns the value for readers, in the language of the file.
    pub(super) fn shown(&self, input: &ExportInput<'_>) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Date(date) => Cow::Owned(input.paper.date(*date)),
            Self::Money(money) => Cow::Owned(input.paper.money(*money)),
            Self::Count(count) => Cow::Owned(input.paper.locale.number(*count)),
            Self::Empty => Cow::Borrowed(""),
            Self::Unknown => Cow::Owned(input.paper.text("doc-unknown")),
        }
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportHead {
    /// The name for programs, as in JSON.
    pub key: &'static str,
    /// The name for readers.
    pub label: String,
    /// What the column means.
    pub meaning: String,
}

/// A table with a title.
pub struct ExportTable<'a> {
    /// The name for programs: `startups`.
    pub name: &'static str,
    pub title: String,
    pub heads: Vec<ExportHead>,
    length: usize,
    /// Builds a row. Hundreds of thousands of them are never kept at once.
    row: Box<dyn Fn(usize) -> Vec<ExportCell> + 'a>,
}

impl ExportTable<'_> {
    /// Builds the rows one after the other.
    pub fn rows(&self) -> impl Iterator<Item = Vec<ExportCell>> {
        (0..self.length).map(|at| (self.row)(at))
    }
}

/// Returns the cell of a row.
type CellOf<'a, R> = Box<dyn Fn(&ExportInput<'_>, &R) -> ExportCell + 'a>;

/// A column, declared once for every format.
struct ExportColumn<'a, R> {
    key: &'static str,
    /// The message of the head.
    label: String,
    /// Whether the public sees it.
    is_public: bool,
    cell: CellOf<'a, R>,
}

/// The columns of a table whose rows are made from `R`.
pub(super) struct ExportColumns<'a, R>(Vec<ExportColumn<'a, R>>);

impl<'a, R> ExportColumns<'a, R> {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a column that everybody sees, with the message of its head.
    pub(super) fn public(
        self,
        key: &'static str,
        label: &str,
        cell: impl Fn(&ExportInput<'_>, &R) -> ExportCell + 'a,
    ) -> Self {
        self.column(key, label, true, Box::new(cell))
    }

    /// Adds a column that only members see.
    pub(super) fn members(
        self,
        key: &'static str,
        label: &str,
        cell: impl Fn(&ExportInput<'_>, &R) -> ExportCell + 'a,
    ) -> Self {
        self.column(key, label, false, Box::new(cell))
    }

    /// Adds the columns of amounts. The public does not see overdue amounts.
    pub(super) fn figures(self, of: fn(&R) -> &Figures) -> Self
    where
        R: 'a,
    {
        Figure::ALL.into_iter().fold(self, |columns, figure| {
            let is_public = !matches!(figure, Figure::Due | Figure::Outstanding | Figure::Late);
            let cell: CellOf<'a, R> = Box::new(move |_, row| ExportCell::money(of(row).value(figure)));
            columns.column(figure.name(), &format!("figure-{}", figure.name()), is_public, cell)
        })
    }

    fn column(mut self, key: &'static str, label: &str, is_public: bool, cell: CellOf<'a, R>) -> Self {
        self.0.push(ExportColumn { key, label: label.to_owned(), is_public, cell });
        self
    }
}

/// Builds a table from its columns and rows.
pub(super) fn build<'a, R: 'a, B: Borrow<R> + 'a>(
    input: &'a ExportInput<'a>,
    name: &'static str,
    columns: ExportColumns<'a, R>,
    rows: impl IntoIterator<Item = B>,
) -> ExportTable<'a> {
    let shown: Vec<_> = columns.0.into_iter().filter(|one| one.is_public || !input.paper.is_public()).collect();
    let head = |one: &ExportColumn<'_, R>| ExportHead {
        key: one.key,
        label: input.capital(&one.label),
        meaning: meaning(input, name, one.key),
    };
    let rows: Vec<B> = rows.into_iter().collect();
    ExportTable {
        name,
        title: input.paper.text(&format!("export-table-{name}")),
        heads: shown.iter().map(head).collect(),
        length: rows.len(),
        row: Box::new(move |at| {
            let row = rows.get(at).map(Borrow::borrow);
            row.map(|row| shown.iter().map(|one| (one.cell)(input, row)).collect()).unwrap_or_default()
        }),
    }
}

/// Returns the meaning of a column: the message of this table if there is one, else the common one.
fn meaning(input: &ExportInput<'_>, table: &str, key: &str) -> String {
    let own = format!("export-about-{table}-{key}");
    let key = if input.paper.locale.has(&own) { own } else { format!("export-about-{key}") };
    input.paper.text(&key)
}
