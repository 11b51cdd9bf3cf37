//! The list screens. A new one is a variant of [`Screen`], a file here, and its keys in the keymap.

pub mod committees;
pub mod findings;
pub mod funding;
mod headings;
pub mod history;
pub mod obligations;
pub mod portfolio;
pub mod today;

use super::Data;
use super::arrangement::SortKey;
use super::keymap::KeyContext;
use super::layout::PreviewPosition;
use super::render_context::RenderContext;
use super::screen::Screen;
use super::target::Target;
use super::widget::list::{Group, ListRow, ListSums};
use super::widget::page::PageLine;
use super::widget::text::{Piece, StyledLine};
use crate::report::columns::ColumnSpec;
use crate::report::filter::{FilteredList, RowFacts, RowText};
use crate::ui::key_figure::KeyFigure;

impl Screen {
    /// Returns the data that the rows are built from.
    #[must_use]
    pub const fn source(self) -> RowSource {
        match self {
            Self::Today => RowSource::Today,
            Self::Portfolio | Self::Obligations | Self::Funding | Self::Committees => RowSource::Answers,
            Self::Findings => RowSource::Diagnostics,
            Self::History => RowSource::History,
        }
    }

    /// Returns the implementation of the screen.
    #[must_use]
    pub fn listing(self) -> &'static dyn ListScreen {
        match self {
            Self::Today => &today::TodayScreen,
            Self::Portfolio => &portfolio::PortfolioScreen,
            Self::Obligations => &obligations::ObligationsScreen,
            Self::Funding => &funding::FundingScreen,
            Self::Committees => &committees::CommitteesScreen,
            Self::Findings => &findings::FindingsScreen,
            Self::History => &history::HistoryScreen,
        }
    }
}

/// The data that the rows of a screen are built from. They are rebuilt only when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSource {
    /// The answers of the rules.
    Answers,
    /// The rows of Today, from the answers and the state of the repository.
    Today,
    /// The findings of the checks.
    Diagnostics,
    /// The commits read so far.
    History,
}

/// A sum over the rows of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSum {
    /// The column below whose cells it is shown.
    pub column: usize,
    pub cell: Piece,
    /// With the name of the figure, for a hidden column; `None` if it is only shown in its column.
    pub words: Option<String>,
}

/// A screen that is a list of rows with a preview.
pub trait ListScreen {
    /// Returns the context in which its keys are looked up.
    fn context(&self) -> KeyContext;
    /// Returns all rows, in their default order.
    fn rows(&self, data: &Data) -> Vec<ListRow>;
    /// Returns the names of the groupings (message keys: `grouping-<name>`), the default first.
    fn groupings(&self) -> &'static [&'static str];
    /// Returns the heading of a row in a grouping.
    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group>;
    /// Returns the sort key of a row for a column.
    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey;
    /// Returns the values of a row that filter keys are compared with.
    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a>;
    /// Returns the keys and values that filters may ask of its rows.
    fn filtered_list(&self) -> FilteredList;
    /// Returns the texts of a row that a filter searches.
    fn row_text<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowText<'a>;
    /// Returns the widths and priorities of the columns.
    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<ColumnSpec>;
    /// Returns the names of each column in saved views: those of the JSON keys that it shows, the main one first.
    fn column_names(&self) -> &'static [&'static [&'static str]];
    /// Returns the column headers.
    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String>;
    /// Returns a shorter header for a narrow column.
    fn short_head(&self, _view: &RenderContext<'_>, _column: usize) -> Option<String> {
        None
    }
    /// Returns a scale that replaces the header of a column of `cells` cells.
    fn scale(&self, _view: &RenderContext<'_>, _column: usize, _cells: usize) -> Option<StyledLine> {
        None
    }
    /// Returns the cells of a row, one per column; `widths` are the column widths, 0 for a hidden column.
    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[usize]) -> Vec<StyledLine>;
    /// Returns the lines of the preview of a row.
    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine>;
    /// Returns the record or fact that commands on the row apply to.
    fn target(&self, data: &Data, row: ListRow) -> Option<Target>;
    /// Returns the fact that opening the row shows and whose fields `e` edits; by default the target.
    fn fact(&self, data: &Data, row: ListRow) -> Option<Target> {
        self.target(data, row)
    }
    /// Returns a hash that identifies the row across reloads, by default of its target.
    fn identity(&self, data: &Data, row: ListRow) -> u64 {
        self.target(data, row).map_or(0, |target| target.identity())
    }
    /// Returns the figure of the row for the clipboard.
    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure>;
    /// Adds a row to the sums below the list.
    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut ListSums);
    /// Sums up `rows`.
    fn sum(&self, ctx: &RenderContext<'_>, rows: &mut dyn Iterator<Item = ListRow>) -> ListSums {
        let mut sums = ListSums::default();
        rows.for_each(|row| self.add(ctx, row, &mut sums));
        sums
    }
    /// Returns the sums in the heading of a group, the most important first.
    fn group_sums(
        &self,
        _ctx: &RenderContext<'_>,
        _group: &Group,
        _rows: &mut dyn Iterator<Item = ListRow>,
    ) -> Vec<GroupSum> {
        Vec::new()
    }
    /// Returns the sums below the list, the most important first: of the marked rows, else of the rows shown.
    fn totals(&self, ctx: &RenderContext<'_>, sums: &ListSums) -> Vec<StyledLine>;
    /// Returns the position of the preview.
    fn preview_position(&self) -> PreviewPosition;
    /// Returns the message key for an empty list; `<key>-help` says how to fill it.
    fn empty(&self, data: &Data) -> &'static str;
}
