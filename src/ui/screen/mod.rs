//! The screens, one file each: a variant of [`Screen`], a file, and their keys in the keymap.

pub mod committees;
pub mod findings;
pub mod funding;
pub mod history;
pub mod obligations;
pub mod portfolio;

use super::Data;
use super::arrangement::SortKey;
use super::command::Command;
use super::keymap::Context;
use super::render_context::RenderContext;
use super::search::Haystack;
use super::target::Target;
use super::widget::columns::Column;
use super::widget::list::{Group, ListRow, Sums};
use super::widget::page::PageLine;
use super::widget::text::StyledLine;
use crate::report::filter::RowFacts;
use crate::ui::key_figure::KeyFigure;

/// The screens that one walks between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// How each startup stands.
    Portfolio,
    /// Who owes what to whom, by when.
    Obligations,
    /// Contributions and tranches: due, in, late.
    Funding,
    /// Held, planned, due, late.
    Committees,
    /// What is wrong or missing.
    Findings,
    /// Who changed which fact, when.
    History,
}

impl Screen {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Portfolio, Self::Obligations, Self::Funding, Self::Committees, Self::Findings, Self::History];
    /// How many there are.
    pub const COUNT: usize = 6;

    /// The end of its locale key, `screen-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Obligations => "obligations",
            Self::Funding => "funding",
            Self::Committees => "committees",
            Self::Findings => "findings",
            Self::History => "history",
        }
    }

    /// The command that goes to it.
    #[must_use]
    pub const fn command(self) -> Command {
        match self {
            Self::Portfolio => Command::Portfolio,
            Self::Obligations => Command::Obligations,
            Self::Funding => Command::Funding,
            Self::Committees => Command::Committees,
            Self::Findings => Command::Findings,
            Self::History => Command::History,
        }
    }

    /// What its rows are made from.
    #[must_use]
    pub const fn source(self) -> RowSource {
        match self {
            Self::Portfolio | Self::Obligations | Self::Funding | Self::Committees => RowSource::Answers,
            Self::Findings => RowSource::Diagnostics,
            Self::History => RowSource::History,
        }
    }

    /// What it lists.
    #[must_use]
    pub fn listing(self) -> &'static dyn ListScreen {
        match self {
            Self::Portfolio => &portfolio::PortfolioScreen,
            Self::Obligations => &obligations::ObligationsScreen,
            Self::Funding => &funding::FundingScreen,
            Self::Committees => &committees::CommitteesScreen,
            Self::Findings => &findings::FindingsScreen,
            Self::History => &history::HistoryScreen,
        }
    }

    /// Its place among the lists.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Portfolio => 0,
            Self::Obligations => 1,
            Self::Funding => 2,
            Self::Committees => 3,
            Self::Findings => 4,
            Self::History => 5,
        }
    }
}

/// What the rows of a screen are made from: they are made anew when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSource {
    /// What the rules answer.
    Answers,
    /// What the checks find.
    Diagnostics,
    /// The commits that were read.
    History,
}

/// Where a preview may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewPosition {
    /// At the right of the list where there is room, else below.
    Right,
    /// At the right where the terminal is so wide that the list loses nothing by it, else below.
    RightOfWide,
    /// Below the list: what it shows is wide.
    Below,
}

/// A screen that is a list of rows with a preview.
pub trait ListScreen {
    /// Where its keys are looked up.
    fn context(&self) -> Context;
    /// Its rows in their own order.
    fn rows(&self, data: &Data) -> Vec<ListRow>;
    /// The ways to put its rows under headings, the first as it comes: `grouping-<name>` in `locale`.
    fn groupings(&self) -> &'static [&'static str];
    /// The heading that a row goes under by one of the groupings.
    fn group(&self, ctx: &RenderContext<'_>, row: ListRow, grouping: &str) -> Option<Group>;
    /// What a row is sorted by, by a column.
    fn sort_key(&self, ctx: &RenderContext<'_>, row: ListRow, column: usize) -> SortKey;
    /// What a filter may ask of a row.
    fn facts<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> RowFacts<'a>;
    /// What the filter looks in.
    fn haystack<'a>(&self, ctx: &RenderContext<'a>, row: ListRow) -> Haystack<'a>;
    /// Its columns.
    fn columns(&self, ctx: &RenderContext<'_>) -> Vec<Column>;
    /// The heads of its columns.
    fn head(&self, ctx: &RenderContext<'_>) -> Vec<String>;
    /// The head of a column where there is no room for its own.
    fn short_head(&self, _view: &RenderContext<'_>, _column: usize) -> Option<String> {
        None
    }
    /// What stands over a column instead of its head, in that many cells: a scale.
    fn scale(&self, _view: &RenderContext<'_>, _column: usize, _cells: usize) -> Option<StyledLine> {
        None
    }
    /// The cells of a row, for columns of these widths.
    fn cells(&self, ctx: &RenderContext<'_>, row: ListRow, widths: &[u16]) -> Vec<StyledLine>;
    /// What the preview says of a row.
    fn preview(&self, ctx: &RenderContext<'_>, row: ListRow, width: usize) -> Vec<PageLine>;
    /// What a row is about.
    fn target(&self, data: &Data, row: ListRow) -> Option<Target>;
    /// What a row is known by, whatever becomes of the data; that of its target.
    fn identity(&self, data: &Data, row: ListRow) -> u64 {
        self.target(data, row).map_or(0, |target| target.identity())
    }
    /// What is copied of a row where only its figure is wanted.
    fn figure(&self, data: &Data, row: ListRow) -> Option<KeyFigure>;
    /// Adds a row to the sums at the foot.
    fn add(&self, ctx: &RenderContext<'_>, row: ListRow, sums: &mut Sums);
    /// What some rows come to.
    fn sum(&self, ctx: &RenderContext<'_>, rows: &mut dyn Iterator<Item = ListRow>) -> Sums {
        let mut sums = Sums::default();
        rows.for_each(|row| self.add(ctx, row, &mut sums));
        sums
    }
    /// The sums at the foot, the most telling first: of what is shown, or of what is marked.
    fn totals(&self, ctx: &RenderContext<'_>, sums: &Sums) -> Vec<StyledLine>;
    /// Where its preview stands.
    fn preview_position(&self) -> PreviewPosition;
    /// The locale key of what to say when there is nothing; `-help` after it for what would fill it.
    fn empty(&self, data: &Data) -> &'static str;
}
