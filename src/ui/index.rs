//! What is made once when data is, by who makes it, so that nothing slow stands between a key and its frame: the
//! rows of each list in their order, what their filter looks in, the counts, the widths of columns.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::Data;
use super::arrangement::Arrangements;
use super::finder_index::FinderIndex;
use super::render_context::RenderContext;
use super::screen::{RowSource, Screen};
use super::summary::DataSummary;
use super::widget::list::{RowSet, Rows};
use super::widget::text::width;
use crate::locale::{Language, Locale};
use crate::model::History;
use crate::report::Diagnostic;
use crate::report::filter::ValueNames;
use crate::rules::{Answers, OccurrenceState};

/// Below this many occurrences, another thread costs more than it spares.
const WORTH_A_THREAD: usize = 4_000;

/// Rows, texts, counts and widths of some data, in the words of a language.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// What it was made from: what has not changed is not made again.
    answers: Arc<Answers>,
    diagnostics: Arc<Vec<Diagnostic>>,
    history: Option<Arc<History>>,
    language: Option<Language>,
    pub(super) summary: DataSummary,
    pub(super) widest: ColumnWidths,
    /// The states of all occurrences, side by side: they are counted after every key of a filter.
    pub(super) states: Arc<Vec<OccurrenceState>>,
    /// Each promise with each of the startups that it is for, by their numbers, side by side: they are summed after
    /// every key of a filter.
    pub(super) promised: Arc<Vec<(usize, usize)>>,
    rows: [Arc<Rows>; Screen::COUNT],
    finder_index: Arc<FinderIndex>,
    /// How they are arranged.
    arrangements: Arrangements,
}

/// The most cells that something takes in a row, for the columns that need no more.
#[derive(Clone, Copy, Debug, Default)]
pub struct ColumnWidths {
    /// Whose an obligation is.
    pub whose: u16,
    /// Who owes it to whom.
    pub between: u16,
    /// Its article.
    pub article: u16,
    /// Who pays whom.
    pub promised: u16,
}

impl Index {
    pub(super) fn new(data: &Data, locale: &Locale) -> Self {
        let before = &data.index;
        let language = before.language == Some(locale.language);
        let answers = language && Arc::ptr_eq(&before.answers, &data.answers);
        let diagnostics = language && Arc::ptr_eq(&before.diagnostics, &data.diagnostics);
        let history = language && before.history.as_ref().map(Arc::as_ptr) == data.history.whole().map(Arc::as_ptr);
        let ctx = RenderContext::new(data, locale);
        let names = OnceLock::new();
        let names = || Arc::clone(names.get_or_init(|| Arc::new(ValueNames::new(&data.portfolio, locale))));
        let rows_of = |screen: Screen| {
            let same = match screen.source() {
                RowSource::Answers => answers,
                RowSource::Diagnostics => diagnostics,
                RowSource::History => history,
            };
            let arrangement = data.arrangements.of(screen);
            if same && before.arrangements.of(screen) == arrangement {
                return Arc::clone(before.rows(screen));
            }
            let listing = screen.listing();
            // What is only arranged anew is not read anew.
            let row_set = if same {
                Arc::clone(before.rows(screen).row_set())
            } else {
                Arc::new(RowSet::of(listing, &ctx, names()))
            };
            Arc::new(Rows::of(row_set, listing, &ctx, arrangement))
        };
        let finder_index = || if answers { Arc::clone(&before.finder_index) } else { Arc::new(FinderIndex::new(&ctx)) };
        let (rows, finder_index) = side_by_side(data, rows_of, finder_index);
        Self {
            answers: Arc::clone(&data.answers),
            diagnostics: Arc::clone(&data.diagnostics),
            history: data.history.whole().cloned(),
            language: Some(locale.language),
            summary: DataSummary::new(data),
            states: if answers { Arc::clone(&before.states) } else { Arc::new(states(data)) },
            promised: if answers { Arc::clone(&before.promised) } else { Arc::new(promised(data)) },
            widest: if answers { before.widest } else { ColumnWidths::new(&ctx) },
            rows,
            finder_index,
            arrangements: data.arrangements.clone(),
        }
    }

    /// Without what is only looked for in: a first frame needs none of it, and it is made anew with all else.
    pub(super) fn listed(data: &Data, locale: &Locale) -> Self {
        let ctx = RenderContext::new(data, locale);
        let rows = Screen::ALL.map(|screen| {
            let listing = screen.listing();
            let row_set = Arc::new(RowSet::listed(listing, data));
            Arc::new(Rows::of(row_set, listing, &ctx, data.arrangements.of(screen)))
        });
        Self {
            summary: DataSummary::new(data),
            widest: ColumnWidths::new(&ctx),
            rows,
            arrangements: data.arrangements.clone(),
            ..Self::default()
        }
    }

    /// What the finder looks among.
    pub(super) fn finder_index(&self) -> &FinderIndex {
        &self.finder_index
    }

    /// The rows of a screen.
    pub(super) fn rows(&self, screen: Screen) -> &Arc<Rows> {
        &self.rows[screen.index()]
    }
}

/// The rows of all screens and what the finder looks among. Where there are many, those of the obligations, which are
/// more than all others together, are made beside the rest.
fn side_by_side(
    data: &Data,
    rows_of: impl Fn(Screen) -> Arc<Rows> + Sync,
    finder_index: impl FnOnce() -> Arc<FinderIndex>,
) -> ([Arc<Rows>; Screen::COUNT], Arc<FinderIndex>) {
    if data.answers.occurrences.len() < WORTH_A_THREAD {
        return (Screen::ALL.map(rows_of), finder_index());
    }
    std::thread::scope(|scope| {
        let obligations = scope.spawn(|| rows_of(Screen::Obligations));
        let mut rows = Screen::ALL.map(|screen| match screen {
            Screen::Obligations => Arc::default(),
            other => rows_of(other),
        });
        let finder_index = finder_index();
        rows[Screen::Obligations.index()] = obligations.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (rows, finder_index)
    })
}

fn states(data: &Data) -> Vec<OccurrenceState> {
    data.answers.occurrences.iter().map(|occurrence| occurrence.state).collect()
}

fn promised(data: &Data) -> Vec<(usize, usize)> {
    let startups = data.answers.startups.iter().enumerate().map(|(n, standing)| (&standing.startup, n));
    let numbers: HashMap<_, _> = startups.collect();
    let number = |id| numbers.get(id).copied();
    let promises = data.answers.commitments.iter().enumerate();
    promises.flat_map(|(n, promise)| promise.startups.iter().filter_map(number).map(move |of| (n, of))).collect()
}

impl ColumnWidths {
    fn new(ctx: &RenderContext<'_>) -> Self {
        // The same few parties and articles come again and again.
        let (mut whose, mut pairs, mut articles) = (HashSet::new(), HashSet::new(), HashSet::new());
        for occurrence in &ctx.data.answers.occurrences {
            whose.insert(occurrence.startups.as_slice());
            pairs.insert((occurrence.debtor.as_ref(), occurrence.creditor.as_ref()));
            articles.insert(occurrence.article.as_deref());
        }
        let contributions = ctx.data.answers.commitments.iter().map(|promise| &promise.contribution);
        let payers: HashSet<_> = contributions.map(|one| (&one.from, one.to.as_ref())).collect();
        let most = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| u16::try_from(width(&text)).unwrap_or(u16::MAX)).max().unwrap_or(0)
        };
        Self {
            whose: most(&mut whose.iter().map(|ids| ctx.whose(ids))),
            between: most(&mut pairs.iter().map(|(debtor, creditor)| ctx.between_short(*debtor, *creditor))),
            promised: most(&mut payers.iter().map(|(from, to)| ctx.between_short(Some(from), *to))),
            article: most(&mut articles.iter().map(|article| ctx.article(*article))),
        }
    }
}
