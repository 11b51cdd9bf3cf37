//! Everything at once: the answers for all screens, and one startup's row alone.

use super::committees::clocks;
use super::cores::on_all_cores;
use super::funding::Book;
use super::occurrences::{merge, of_convention, sort, to_count};
use super::promises::promises;
use super::report::report;
use super::runway::runs_out;
use super::{Answers, CommitteeClock, ConventionBrief, Figures, Occurrence, OccurrenceState, Promise, StartupStanding};
use crate::model::{Convention, Date, Id, Portfolio, Startup};

/// Below so many conventions, or startups whose conventions are opened, another thread costs more than it spares.
const WORTH_A_THREAD: usize = 256;
/// The same for startups whose conventions are still to be opened.
const OPENED_WORTH_A_THREAD: usize = 16;

/// Everything that the screens show, as of a day. Works on all cores.
#[must_use]
pub fn answers(portfolio: &Portfolio, as_of: Date) -> Answers {
    let conventions: Vec<&Convention> = portfolio.conventions.values().map(AsRef::as_ref).collect();
    let volumes = on_all_cores(&conventions, WORTH_A_THREAD, |some| Volume::read(portfolio, some, as_of));
    let shelf = Shelf { portfolio, volumes: &volumes, as_of };
    let startups: Vec<&Startup> = portfolio.startups.values().map(AsRef::as_ref).collect();
    let rows = on_all_cores(&startups, WORTH_A_THREAD, |some| {
        some.iter().map(|startup| shelf.standing(startup)).collect::<Vec<_>>()
    });
    let (startups, clocks): (Vec<_>, Vec<_>) = rows.into_iter().flatten().unzip();
    let books = volumes.iter().flat_map(|volume| &volume.chapters).map(|chapter| &chapter.book);
    let funding = report(portfolio, books);
    let (occurrences, promises): (Vec<_>, Vec<_>) =
        volumes.into_iter().map(|volume| (volume.occurrences, volume.promises)).unzip();
    let (occurrences, promises) = (merge(occurrences), promises.concat());
    Answers { startups, occurrences, committees: clocks.into_iter().flatten().collect(), funding, promises }
}

/// One startup's row, alone.
/// `None` where there is no such startup.
#[must_use]
pub fn startup_standing(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<StartupStanding> {
    let startup = portfolio.startups.get(startup)?;
    let books = books_of(portfolio, &startup.id, as_of, false);
    let mut occurrences = Vec::new();
    for book in &books {
        to_count(portfolio, book, as_of, &mut occurrences);
    }
    let books: Vec<&Book<'_>> = books.iter().collect();
    let counts = Counts::of(&occurrences, &startup.id);
    Some(standing(portfolio, startup, &books, &[counts], as_of).0)
}

/// The rows of all startups without anything else: for a first screen that does not wait for the rest.
#[must_use]
pub fn startup_standings(portfolio: &Portfolio, as_of: Date) -> Vec<StartupStanding> {
    let startups: Vec<&Id> = portfolio.startups.keys().collect();
    let stand = |some: &[&Id]| some.iter().filter_map(|id| startup_standing(portfolio, id, as_of)).collect::<Vec<_>>();
    on_all_cores(&startups, OPENED_WORTH_A_THREAD, stand).concat()
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
        of_convention(portfolio, &Book::open(portfolio, convention, as_of, false), as_of, &mut occurrences);
    }
    sort(&mut occurrences);
    occurrences
}

/// The committee clocks of a startup: one for each convention with a clause, or the habit's.
#[must_use]
pub fn committee_clocks(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<CommitteeClock> {
    let Some(startup) = portfolio.startups.get(startup) else { return Vec::new() };
    let books = books_of(portfolio, &startup.id, as_of, false);
    let books: Vec<&Book<'_>> = books.iter().collect();
    let out = runs_out(&books, &startup.id, as_of);
    clocks(portfolio, startup, &books, out, as_of)
}

/// The conventions of a startup, opened at a day.
pub(super) fn books_of<'a>(portfolio: &'a Portfolio, startup: &Id, as_of: Date, explained: bool) -> Vec<Book<'a>> {
    portfolio.conventions_of(startup).map(|convention| Book::open(portfolio, convention, as_of, explained)).collect()
}

/// The convention of an id, unless it is an amendment: that stands by what it changes.
pub(super) fn no_amendment<'a>(portfolio: &'a Portfolio, convention: &Id) -> Option<&'a Convention> {
    let convention = portfolio.conventions.get(convention)?;
    (!convention.is_amendment()).then_some(convention)
}

/// A convention's book and what of it is late and unknown for each of its startups.
struct Chapter<'a> {
    book: Book<'a>,
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
struct Volume<'a> {
    chapters: Vec<Chapter<'a>>,
    occurrences: Vec<Occurrence>,
    promises: Vec<Promise>,
}

impl<'a> Volume<'a> {
    fn read(portfolio: &'a Portfolio, conventions: &[&'a Convention], as_of: Date) -> Self {
        let mut volume =
            Self { chapters: Vec::with_capacity(conventions.len()), occurrences: Vec::new(), promises: Vec::new() };
        for convention in conventions.iter().filter(|one| !one.is_amendment()) {
            let book = Book::open(portfolio, convention, as_of, false);
            let first = volume.occurrences.len();
            of_convention(portfolio, &book, as_of, &mut volume.occurrences);
            let its = volume.occurrences.get(first..).unwrap_or_default();
            let counts = convention.startups.iter().map(|startup| Counts::of(its, startup)).collect();
            if book.counts {
                volume.promises.extend(promises(&book));
            }
            volume.chapters.push(Chapter { book, counts });
        }
        sort(&mut volume.occurrences);
        volume
    }

    fn find(&self, convention: &Id, startup: &Id) -> Option<(&Book<'a>, Counts)> {
        let at = self.chapters.binary_search_by(|chapter| chapter.book.terms.base.id.cmp(convention)).ok()?;
        let Chapter { book, counts } = self.chapters.get(at)?;
        let position = book.terms.base.startups.iter().position(|one| one == startup)?;
        Some((book, *counts.get(position)?))
    }
}

/// All the conventions.
struct Shelf<'a> {
    portfolio: &'a Portfolio,
    volumes: &'a [Volume<'a>],
    as_of: Date,
}

impl Shelf<'_> {
    fn standing(&self, startup: &Startup) -> (StartupStanding, Vec<CommitteeClock>) {
        let ids = self.portfolio.funded_by.get(&startup.id).into_iter().flatten();
        let found = ids.filter_map(|id| self.volumes.iter().find_map(|volume| volume.find(id, &startup.id)));
        let (books, counts): (Vec<_>, Vec<_>) = found.unzip();
        standing(self.portfolio, startup, &books, &counts, self.as_of)
    }
}

fn standing(
    portfolio: &Portfolio,
    startup: &Startup,
    books: &[&Book<'_>],
    counts: &[Counts],
    as_of: Date,
) -> (StartupStanding, Vec<CommitteeClock>) {
    let mut figures = Figures::default();
    for book in books.iter().filter(|book| !book.is_framework()) {
        figures += book.figures(Some(&startup.id));
    }
    let out = runs_out(books, &startup.id, as_of);
    let clocks = clocks(portfolio, startup, books, out, as_of);
    let row = StartupStanding {
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

fn brief(book: &Book<'_>) -> ConventionBrief {
    ConventionBrief {
        id: book.terms.base.id.clone(),
        status: book.status,
        signed: book.terms.signed,
        ends: book.terms.ends().ok(),
    }
}
