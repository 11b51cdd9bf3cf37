//! Everything at once: the answers for all screens, and one startup's row alone.

use std::collections::BTreeMap;

use super::committees::clocks;
use super::funding::Book;
use super::occurrences::{of_convention, sort};
use super::runway::runs_out;
use super::{
    Answers, CommitteeClock, ConventionBrief, Figures, FundingReport, Occurrence, OccurrenceState, StartupStanding,
};
use crate::model::{Date, Id, Kind, Portfolio, Startup};

/// Everything that the screens show, as of a day.
#[must_use]
pub fn answers(portfolio: &Portfolio, as_of: Date) -> Answers {
    let mut occurrences = Vec::new();
    let mut chapters = Vec::with_capacity(portfolio.conventions.len());
    for convention in portfolio.conventions.values() {
        if !matches!(convention.kind, Kind::Amendment { .. }) {
            let book = Book::open(portfolio, convention, as_of, false);
            let first = occurrences.len();
            of_convention(portfolio, &book, as_of, &mut occurrences);
            chapters.push(Chapter { book, occurrences: first..occurrences.len() });
        }
    }
    let mut startups = Vec::with_capacity(portfolio.startups.len());
    let mut committees = Vec::with_capacity(portfolio.startups.len());
    for startup in portfolio.startups.values() {
        let its: Vec<&Chapter<'_>> = chapters_of(portfolio, &chapters, &startup.id).collect();
        let books: Vec<&Book<'_>> = its.iter().map(|chapter| &chapter.book).collect();
        let due = its.iter().filter_map(|chapter| occurrences.get(chapter.occurrences.clone())).flatten();
        let (standing, clocks) = standing(portfolio, startup, &books, due, as_of);
        startups.push(standing);
        committees.extend(clocks);
    }
    let funding = funding(&chapters, &startups);
    sort(&mut occurrences);
    Answers { startups, occurrences, committees, funding }
}

/// One startup's row, alone: for a first screen that does not wait for the rest.
/// `None` where there is no such startup.
#[must_use]
pub fn startup_standing(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<StartupStanding> {
    let startup = portfolio.startups.get(startup)?;
    let books = books_of(portfolio, &startup.id, as_of, false);
    let mut occurrences = Vec::new();
    for book in &books {
        of_convention(portfolio, book, as_of, &mut occurrences);
    }
    let books: Vec<&Book<'_>> = books.iter().collect();
    Some(standing(portfolio, startup, &books, occurrences.iter(), as_of).0)
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
    if let Some(convention) = portfolio.conventions.get(convention)
        && !matches!(convention.kind, Kind::Amendment { .. })
    {
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
    clocks(&portfolio.incubator.habits, startup, &books, out, as_of)
}

/// The conventions of a startup, opened at a day.
pub(super) fn books_of<'a>(portfolio: &'a Portfolio, startup: &Id, as_of: Date, explained: bool) -> Vec<Book<'a>> {
    portfolio.conventions_of(startup).map(|convention| Book::open(portfolio, convention, as_of, explained)).collect()
}

/// A convention's book and which of the occurrences are its own.
struct Chapter<'a> {
    book: Book<'a>,
    occurrences: std::ops::Range<usize>,
}

/// The chapters are in the order of their conventions' ids.
fn chapters_of<'a, 'b>(
    portfolio: &'a Portfolio,
    chapters: &'b [Chapter<'a>],
    startup: &Id,
) -> impl Iterator<Item = &'b Chapter<'a>> + use<'a, 'b> {
    let ids = portfolio.funded_by.get(startup).into_iter().flatten();
    ids.filter_map(|id| {
        let at = chapters.binary_search_by(|chapter| chapter.book.terms.base.id.cmp(id)).ok()?;
        chapters.get(at)
    })
}

fn standing<'a>(
    portfolio: &Portfolio,
    startup: &Startup,
    books: &[&Book<'_>],
    occurrences: impl Iterator<Item = &'a Occurrence>,
    as_of: Date,
) -> (StartupStanding, Vec<CommitteeClock>) {
    let mut figures = Figures::default();
    for book in books {
        figures += book.figures(Some(&startup.id));
    }
    let out = runs_out(books, &startup.id, as_of);
    let clocks = clocks(&portfolio.incubator.habits, startup, books, out, as_of);
    let mut row = StartupStanding {
        startup: startup.id.clone(),
        phase: startup.phase_on(as_of).map(|start| (start.phase, start.from)),
        figures,
        late: 0,
        undetermined: 0,
        committee: clocks.iter().min_by_key(|clock| (clock.state, clock.next_due)).cloned(),
        conventions: books.iter().map(|book| brief(book)).collect(),
        runs_out: out,
    };
    for one in occurrences.filter(|one| one.startups.contains(&startup.id)) {
        row.late += usize::from(one.state == OccurrenceState::Late);
        row.undetermined += usize::from(one.state == OccurrenceState::Undetermined);
    }
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

/// Framework money is never added to the startups'.
fn funding(chapters: &[Chapter<'_>], startups: &[StartupStanding]) -> FundingReport {
    let mut report = FundingReport {
        startups: startups.iter().map(|row| (row.startup.clone(), row.figures)).collect(),
        ..FundingReport::default()
    };
    let mut parties: BTreeMap<&Id, Figures> = BTreeMap::new();
    for Chapter { book, .. } in chapters {
        if book.terms.base.kind == Kind::Framework {
            report.frameworks.push((book.terms.base.id.clone(), book.figures(None)));
            continue;
        }
        report.total += book.figures(None);
        for (written, share) in book.shares_of(None) {
            *parties.entry(&written.item.from).or_default() += share.tally.figures;
        }
    }
    report.parties = parties.into_iter().map(|(id, figures)| (id.clone(), figures)).collect();
    report
}
