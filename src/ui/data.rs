//! The data that all screens read: records, answers, findings, history, and the index built from them.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::arrangement::Arrangements;
use super::finder_index::{FinderIndex, NO_ENTRIES};
use super::history_cache::HistoryCache;
use super::links::LinkSource;
use super::screen::Screen;
use super::summary::DataSummary;
use super::widget::list::ArrangedRows;
use crate::locale::Language;
use crate::model::{Commit, Date, GitOperation, History, Id, Portfolio, RecordRef};
use crate::report::Diagnostic;
use crate::report::filter::ValueNames;
use crate::rules::{Answers, OccurrenceState, Today, TodayItem};

/// The data that all screens read. Replaced as a whole, never changed in place.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// The records.
    pub portfolio: Arc<Portfolio>,
    /// The day of the answers.
    pub as_of: Date,
    /// The commit whose records are shown instead of those of the folder. They cannot be edited.
    pub past: Option<Arc<Commit>>,
    /// The answers of the rules.
    pub answers: Arc<Answers>,
    /// The user's person in the portfolio, if it is known.
    pub me: Option<Id>,
    /// The rows of Today, built with the index.
    pub today: Arc<Today>,
    /// The first row of Today about each startup, once it was asked for.
    pub needs: Arc<OnceLock<HashMap<Id, usize>>>,
    /// If Today has no work: the first later day on which the same records have some.
    pub next_work: Option<Date>,
    /// Whether the answers are of the real day. Uncommitted changes and unpushed commits are known only for that day.
    pub is_now: bool,
    /// The findings of the checks.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// Records read and records in the folder while the folder is being read; `None` when all are read.
    pub loading: Option<(usize, usize)>,
    /// The records with uncommitted changes.
    pub dirty: Arc<BTreeSet<RecordRef>>,
    /// Commits that the branch is ahead of and behind its upstream; `None` without an upstream.
    pub ahead_behind: Option<(usize, usize)>,
    /// What git has begun and not ended.
    pub operation: Option<GitOperation>,
    /// What links are made from; `None` if the terminal shows none.
    pub links: Option<Arc<LinkSource>>,
    /// The commits read so far, and their changes.
    pub history: Arc<HistoryCache>,
    /// How each list is sorted and grouped.
    pub arrangements: Arrangements,
    /// Rows, counts and column widths; see [`Data::indexed`].
    pub index: Arc<Index>,
}

/// What is searched: built when it is searched for the first time, since that takes longer than all the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchIndex {
    /// The rows of a screen, for its filter.
    Rows(Screen),
    /// The entries of the finder.
    Finder,
}

/// Everything that is computed once per [`Data`], so that a frame only reads it.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The inputs that the index was built from. Parts whose inputs are unchanged are reused.
    pub(super) answers: Arc<Answers>,
    pub(super) today: Arc<Today>,
    pub(super) diagnostics: Arc<Vec<Diagnostic>>,
    pub(super) history: Option<Arc<History>>,
    pub(super) language: Option<Language>,
    pub(super) arrangements: Arrangements,
    pub(super) summary: DataSummary,
    pub(super) widths: ColumnWidths,
    /// The state of each occurrence. They are counted after every key of a filter, which is faster on a dense array.
    pub(super) states: Arc<Vec<OccurrenceState>>,
    /// Pairs of a promise and a startup that it is for, by index, sorted by promise. They are summed up after every
    /// key of a filter.
    pub(super) promised: Arc<Vec<(usize, usize)>>,
    pub(super) rows: [Arc<ArrangedRows>; Screen::COUNT],
    /// The entries of the finder, once it was opened.
    pub(super) finder: Arc<OnceLock<FinderIndex>>,
    /// The names that filters of all lists know, once one was filtered.
    pub(super) names: Arc<OnceLock<Arc<ValueNames>>>,
}

/// The widest text of some columns, in cells.
#[derive(Clone, Copy, Debug, Default)]
pub struct ColumnWidths {
    /// The startups of an obligation.
    pub whose: usize,
    /// Debtor and creditor of an obligation.
    pub between: usize,
    /// The article of an obligation.
    pub article: usize,
    /// Payer and payee of a contribution.
    pub promised: usize,
    /// The startup of a committee.
    pub convened: usize,
    /// Why a committee is due.
    pub reason: usize,
    /// The amount of a row of Today.
    pub amount: usize,
}

impl Data {
    /// Returns the most urgent row of Today about a startup, and its position there.
    #[must_use]
    pub fn need(&self, startup: &Id) -> Option<(usize, &TodayItem)> {
        let needs = self.needs.get_or_init(|| {
            let mut needs = HashMap::new();
            for (at, item) in self.today.items.iter().enumerate() {
                for startup in &item.startups {
                    needs.entry(startup.clone()).or_insert(at);
                }
            }
            needs
        });
        let at = *needs.get(startup)?;
        Some((at, self.today.items.get(at)?))
    }
}

impl Index {
    /// Returns the entries of the finder; none until they are built.
    pub(super) fn finder_index(&self) -> &FinderIndex {
        self.finder.get().unwrap_or_else(|| &NO_ENTRIES)
    }

    /// Returns the rows of a screen.
    pub(super) fn rows(&self, screen: Screen) -> &Arc<ArrangedRows> {
        &self.rows[screen.index()]
    }
}
