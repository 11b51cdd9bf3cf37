//! Building the [`Index`] of some [`Data`], on the worker thread, so that nothing slow happens between a key and its
//! frame. What is searched is built when it is needed.

mod finder;
mod search;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::thread::Builder;

use crate::locale::Locale;
use crate::rules::{self, OccurrenceState, Today, TodayCause};
use crate::ui::arrangement::Arrangement;
use crate::ui::data::{ColumnWidths, Data, Index};
use crate::ui::list_screens::{ListScreen, RowSource, committees};
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::summary::DataSummary;
use crate::ui::widget::list::{ArrangedRows, RowSet};
use crate::ui::widget::text::width;

/// With fewer occurrences than this, a second thread costs more than it saves.
const THREAD_THRESHOLD: usize = 4_000;

impl Data {
    /// Builds the index in the language of `locale`, reusing the parts of the previous index whose inputs are
    /// unchanged. Lists that were searched before remain searchable. Slow with many records.
    #[must_use]
    pub fn indexed(mut self, locale: &Locale) -> Self {
        self.renew_today();
        self.index = Arc::new(build(&self, locale));
        self
    }

    /// Rebuilds the rows of Today, unless the answers are the same; the rows about the repository only if they differ.
    fn renew_today(&mut self) {
        if !Arc::ptr_eq(&self.index.answers, &self.answers) {
            let mut today = rules::today(&self.portfolio, &self.answers, self.as_of);
            // While records are being read, those that are named may not have been read yet.
            today.items.retain(|item| self.loading.is_none() || item.causes != [TodayCause::NoRecord]);
            self.today = Arc::new(today);
        }
        let ahead = self.ahead_behind.filter(|_| self.is_now).map_or(0, |(ahead, _)| ahead);
        let nothing = BTreeSet::new();
        let dirty = if self.is_now { self.dirty.as_ref() } else { &nothing };
        Today::renew_housekeeping(&mut self.today, dirty, ahead);
        if !Arc::ptr_eq(&self.index.today, &self.today) {
            self.needs = Arc::default();
        }
    }
}

fn build(data: &Data, locale: &Locale) -> Index {
    let before = &data.index;
    let same_language = before.language == Some(locale.language);
    let same_answers = same_language && Arc::ptr_eq(&before.answers, &data.answers);
    let same_today = same_language && Arc::ptr_eq(&before.today, &data.today);
    let same_diagnostics = same_language && Arc::ptr_eq(&before.diagnostics, &data.diagnostics);
    let same_history =
        same_language && before.history.as_ref().map(Arc::as_ptr) == data.history.whole().map(Arc::as_ptr);
    let ctx = RenderContext::new(data, locale);
    let names = if same_answers { Arc::clone(&before.names) } else { Arc::default() };
    let rows_of = |screen: Screen| {
        let is_same = match screen.source() {
            RowSource::Answers => same_answers,
            RowSource::Today => same_today,
            RowSource::Diagnostics => same_diagnostics,
            RowSource::History => same_history,
        };
        let arrangement = data.arrangements.of(screen);
        if is_same && before.arrangements.of(screen) == arrangement {
            return Arc::clone(before.rows(screen));
        }
        let listing = screen.listing();
        // Sorting and grouping leave the row set as it is.
        let row_set = if is_same {
            Arc::clone(before.rows(screen).row_set())
        } else {
            let row_set = row_set(listing, data);
            if before.rows(screen).search().is_some() {
                search::make_rows_searchable(&row_set, screen, &ctx, &names);
            }
            Arc::new(row_set)
        };
        Arc::new(arranged(row_set, listing, &ctx, arrangement))
    };
    let rows = in_parallel(data, rows_of);
    Index {
        answers: Arc::clone(&data.answers),
        today: Arc::clone(&data.today),
        diagnostics: Arc::clone(&data.diagnostics),
        history: data.history.whole().cloned(),
        language: Some(locale.language),
        summary: DataSummary::new(&data.portfolio, &data.answers, &data.diagnostics),
        states: if same_answers { Arc::clone(&before.states) } else { Arc::new(states(data)) },
        promised: if same_answers { Arc::clone(&before.promised) } else { Arc::new(promised(data)) },
        widths: ColumnWidths {
            amount: if same_today { before.widths.amount } else { widest_amount(&ctx) },
            ..if same_answers { before.widths } else { column_widths(&ctx) }
        },
        rows,
        finder: if same_answers { Arc::clone(&before.finder) } else { Arc::default() },
        names,
        arrangements: data.arrangements.clone(),
    }
}

fn row_set(listing: &dyn ListScreen, data: &Data) -> RowSet {
    let rows = listing.rows(data);
    let identities = rows.iter().map(|row| listing.identity(data, *row)).collect();
    RowSet::new(rows, identities)
}

/// Returns the rows of a screen, sorted and grouped.
fn arranged(
    row_set: Arc<RowSet>,
    listing: &dyn ListScreen,
    ctx: &RenderContext<'_>,
    arrangement: &Arrangement,
) -> ArrangedRows {
    let groupings = listing.groupings();
    let grouping = groupings.get(arrangement.group).or(groupings.first()).copied().unwrap_or("none");
    let groups = row_set.rows().iter().map(|row| listing.group(ctx, *row, grouping)).collect();
    let sorts = arrangement.sort.iter().chain(&arrangement.then);
    let keys = sorts.map(|(column, reversed)| {
        let keys = row_set.rows().iter().map(|row| listing.sort_key(ctx, *row, *column)).collect::<Vec<_>>();
        (keys, *reversed)
    });
    let keys = keys.collect();
    ArrangedRows::arranged(row_set, groups, &|group| group.order(ctx), keys)
}

/// Returns the rows of all screens. In a large portfolio the obligations, which outnumber all other rows, get a thread
/// of their own.
fn in_parallel(
    data: &Data,
    rows_of: impl Fn(Screen) -> Arc<ArrangedRows> + Sync,
) -> [Arc<ArrangedRows>; Screen::COUNT] {
    if data.answers.occurrences.len() < THREAD_THRESHOLD {
        return Screen::ALL.map(rows_of);
    }
    std::thread::scope(|scope| {
        let obligations = Builder::new().spawn_scoped(scope, || rows_of(Screen::Obligations));
        let mut rows = Screen::ALL.map(|screen| match screen {
            Screen::Obligations => Arc::default(),
            other => rows_of(other),
        });
        rows[Screen::Obligations.index()] = match obligations {
            Ok(obligations) => obligations.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // The system has no more threads.
            Err(_) => rows_of(Screen::Obligations),
        };
        rows
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

fn widest_amount(ctx: &RenderContext<'_>) -> usize {
    let most = ctx.data.today.items.iter().filter_map(|item| item.amount).max();
    most.map_or(0, |amount| width(&ctx.locale.money(amount)))
}

fn column_widths(ctx: &RenderContext<'_>) -> ColumnWidths {
    // Parties and articles repeat: each distinct one is measured once.
    let (mut whose, mut pairs, mut articles) = (HashSet::new(), HashSet::new(), HashSet::new());
    for occurrence in &ctx.data.answers.occurrences {
        whose.insert(occurrence.startups.as_slice());
        pairs.insert((occurrence.debtor(), occurrence.creditor()));
        articles.insert(occurrence.article.as_deref());
    }
    let contributions = ctx.data.answers.commitments.iter().map(|promise| &promise.contribution);
    let payers: HashSet<_> = contributions.map(|one| (&one.from, one.to.as_ref())).collect();
    let most = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or(0);
    let (convened, reason) = committees::widest(ctx);
    ColumnWidths {
        convened,
        reason,
        amount: 0,
        whose: most(&mut whose.iter().map(|ids| ctx.whose(ids))),
        between: most(&mut pairs.iter().map(|(debtor, creditor)| ctx.between_short(*debtor, *creditor))),
        promised: most(&mut payers.iter().map(|(from, to)| ctx.between_short(Some(from), *to))),
        article: most(&mut articles.iter().map(|article| ctx.article(*article))),
    }
}
