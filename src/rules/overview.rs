//! Everything at once: the answers for all screens, and one startup's row alone.

use super::commitments::commitments;
use super::committees::clocks;
use super::ledger::ConventionLedger;
use super::occurrences::{merge, of_convention, sort, to_count};
use super::runway::runs_out;
use super::totals::funding_totals;
use super::{
    Answers, Commitment, CommitteeClock, ConventionBrief, Figures, Occurrence, OccurrenceState, StartupSummary,
};
use crate::model::{Convention, Date, Id, Portfolio, Startup};
use crate::parallel::{MapChunks, Sequential};

/// Below so many conventions, or startups whose conventions are opened, another thread costs more than it spares.
const WORTH_A_THREAD: usize = 256;
/// The same for startups whose conventions are still to be opened.
const OPENED_WORTH_A_THREAD: usize = 16;

/// Everything that the screens show, as of a day.
#[must_use]
pub fn answers(portfolio: &Portfolio, as_of: Date) -> Answers {
    answers_with(portfolio, as_of, &Sequential)
}

/// The same, with the work split as the caller says.
#[must_use]
pub fn answers_with(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> Answers {
    let conventions: Vec<&Convention> = portfolio.conventions.values().map(AsRef::as_ref).collect();
    let volumes = threads.map_chunks(&conventions, WORTH_A_THREAD, |some| LedgerBatch::read(portfolio, some, as_of));
    let shelf = AllLedgers { portfolio, volumes: &volumes, as_of };
    let startups: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    let rows = threads.map_chunks(&startups, WORTH_A_THREAD, |some| {
        some.iter().map(|startup| shelf.standing(startup)).collect::<Vec<_>>()
    });
    let (startups, clocks): (Vec<_>, Vec<_>) = rows.into_iter().flatten().unzip();
    let books = volumes.iter().flat_map(|volume| &volume.chapters).map(|chapter| &chapter.book);
    let funding = funding_totals(portfolio, books);
    let (occurrences, commitments): (Vec<_>, Vec<_>) =
        volumes.into_iter().map(|volume| (volume.occurrences, volume.commitments)).unzip();
    let (occurrences, commitments) = (merge(occurrences), commitments.concat());
    Answers { startups, occurrences, committees: clocks.into_iter().flatten().collect(), funding, commitments }
}

/// One startup's row, alone.
/// `None` where there is no such startup.
#[must_use]
pub fn startup_summary(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<StartupSummary> {
    let startup = portfolio.startups.get(startup)?;
    let books = books_of(portfolio, &startup.id, as_of, false);
    let mut occurrences = Vec::new();
    for book in &books {
        to_count(portfolio, book, as_of, &mut occurrences);
    }
    let books: Vec<&ConventionLedger<'_>> = books.iter().collect();
    let counts = Counts::of(&occurrences, &startup.id);
    Some(standing(portfolio, startup, &books, &[counts], as_of).0)
}

/// The rows of all startups without anything else: for a first screen that does not wait for the rest.
#[must_use]
pub fn startup_summaries(portfolio: &Portfolio, as_of: Date, threads: &impl MapChunks) -> Vec<StartupSummary> {
    let startups: Vec<&Id> = portfolio.startups.keys().collect();
    let stand = |some: &[&Id]| some.iter().filter_map(|id| startup_summary(portfolio, id, as_of)).collect::<Vec<_>>();
    threads.map_chunks(&startups, OPENED_WORTH_A_THREAD, stand).concat()
}

/// Every occurrence of the obligations of a startup's conventions, the late first, then by due date.
#[must_use]
pub fn startup_occurrences(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    for book in &books_of(portfolio, startup, as_of, false) {
        of_convention(portfolio, book, as_of, &mut occurrences);
    }
    occurrences.retain(|one| one.startups.contains(startup));
    sort(&mut occurrences);
    occurrences
}

/// Every occurrence of the obligations of one convention, a framework's as well, the late first, then by due date.
/// None for an amendment: what it changes is of the convention that it amends.
#[must_use]
pub fn convention_occurrences(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    if let Some(convention) = no_amendment(portfolio, convention) {
        of_convention(portfolio, &ConventionLedger::open(portfolio, convention, as_of, false), as_of, &mut occurrences);
    }
    sort(&mut occurrences);
    occurrences
}

/// The committee clocks of a startup: one for each convention with a clause, or the habit's.
#[must_use]
pub fn committee_clocks(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<CommitteeClock> {
    let Some(startup) = portfolio.startups.get(startup) else { return Vec::new() };
    let books = books_of(portfolio, &startup.id, as_of, false);
    let books: Vec<&ConventionLedger<'_>> = books.iter().collect();
    let out = runs_out(&books, &startup.id, as_of);
    clocks(portfolio, startup, &books, out, as_of)
}

/// The conventions of a startup, opened at a day.
pub(super) fn books_of<'a>(
    portfolio: &'a Portfolio,
    startup: &Id,
    as_of: Date,
    explained: bool,
) -> Vec<ConventionLedger<'a>> {
    portfolio
        .conventions_of(startup)
        .map(|convention| ConventionLedger::open(portfolio, convention, as_of, explained))
        .collect()
}

/// The convention of an id, unless it is an amendment: that stands by what it changes.
pub(super) fn no_amendment<'a>(portfolio: &'a Portfolio, convention: &Id) -> Option<&'a Convention> {
    let convention = portfolio.conventions.get(convention)?;
    (!convention.is_amendment()).then_some(convention)
}

/// A convention's book and what of it is late and unknown for each of its startups.
struct LedgerCounts<'a> {
    book: ConventionLedger<'a>,
    counts: Vec<Counts>,
}

/// Occurrences in number.
#[derive(Clone, Copy, Default)]
struct Counts {
    late: usize,
    undetermined: usize,
}

impl Counts {
    fn of(occurrences: &[Occurrence], startup: &Id) -> Self {
        let mut counts = Self::default();
        for one in occurrences.iter().filter(|one| one.startups.contains(startup)) {
            counts.late += usize::from(one.state == OccurrenceState::Late);
            counts.undetermined += usize::from(one.state == OccurrenceState::Undetermined);
        }
        counts
    }
}

/// Some of the conventions, in the order of their ids, what they promise, and all their occurrences, sorted.
struct LedgerBatch<'a> {
    chapters: Vec<LedgerCounts<'a>>,
    occurrences: Vec<Occurrence>,
    commitments: Vec<Commitment>,
}

impl<'a> LedgerBatch<'a> {
    fn read(portfolio: &'a Portfolio, conventions: &[&'a Convention], as_of: Date) -> Self {
        let mut volume =
            Self { chapters: Vec::with_capacity(conventions.len()), occurrences: Vec::new(), commitments: Vec::new() };
        for convention in conventions.iter().filter(|one| !one.is_amendment()) {
            let book = ConventionLedger::open(portfolio, convention, as_of, false);
            let first = volume.occurrences.len();
            of_convention(portfolio, &book, as_of, &mut volume.occurrences);
            let its = volume.occurrences.get(first..).unwrap_or_default();
            let counts = convention.startups.iter().map(|startup| Counts::of(its, startup)).collect();
            if book.counts {
                volume.commitments.extend(commitments(&book));
            }
            volume.chapters.push(LedgerCounts { book, counts });
        }
        sort(&mut volume.occurrences);
        volume
    }

    fn find(&self, convention: &Id, startup: &Id) -> Option<(&ConventionLedger<'a>, Counts)> {
        let at = self.chapters.binary_search_by(|chapter| chapter.book.terms.base.id.cmp(convention)).ok()?;
        let LedgerCounts { book, counts } = self.chapters.get(at)?;
        let position = book.terms.base.startups.iter().position(|one| one == startup)?;
        Some((book, *counts.get(position)?))
    }
}

/// All the conventions.
struct AllLedgers<'a> {
    portfolio: &'a Portfolio,
    volumes: &'a [LedgerBatch<'a>],
    as_of: Date,
}

impl AllLedgers<'_> {
    fn standing(&self, startup: &Startup) -> (StartupSummary, Vec<CommitteeClock>) {
        let ids = self.portfolio.funded_by.get(&startup.id).into_iter().flatten();
        let found = ids.filter_map(|id| self.volumes.iter().find_map(|volume| volume.find(id, &startup.id)));
        let (books, counts): (Vec<_>, Vec<_>) = found.unzip();
        standing(self.portfolio, startup, &books, &counts, self.as_of)
    }
}

fn standing(
    portfolio: &Portfolio,
    startup: &Startup,
    books: &[&ConventionLedger<'_>],
    counts: &[Counts],
    as_of: Date,
) -> (StartupSummary, Vec<CommitteeClock>) {
    let mut figures = Figures::default();
    for book in books.iter().filter(|book| !book.is_framework()) {
        figures += book.figures(Some(&startup.id));
    }
    let out = runs_out(books, &startup.id, as_of);
    let clocks = clocks(portfolio, startup, books, out, as_of);
    let row = StartupSummary {
        startup: startup.id.clone(),
        phase: startup.phase_on(as_of).map(|start| (start.phase, start.from)),
        figures,
        late: counts.iter().map(|one| one.late).sum(),
        undetermined: counts.iter().map(|one| one.undetermined).sum(),
        committee: clocks.iter().min_by_key(|clock| (clock.state, clock.next_due)).cloned(),
        conventions: books.iter().map(|book| brief(book)).collect(),
        runs_out: out,
    };
    (row, clocks)
}

fn brief(book: &ConventionLedger<'_>) -> ConventionBrief {
    ConventionBrief {
        id: book.terms.base.id.clone(),
        status: book.status,
        signed: book.terms.signed,
        ends: book.terms.ends().ok(),
    }
}
