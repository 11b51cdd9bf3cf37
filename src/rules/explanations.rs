//! Funding positions with the lines behind each figure, and one convention as the screens show it.

use super::commitments::commitments;
use super::ledger::{ConventionLedger, FigureSums};
use super::overview::{books_of, no_amendment};
use super::{ConventionSummary, ExplainedFigures};
use crate::model::{Convention, Date, Id, Portfolio};

/// One convention as of a day, with its contributions and tranches. `None` for an unknown id and for an
/// amendment, which stands by what it changes.
#[must_use]
pub fn convention_summary(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<ConventionSummary> {
    let book = ConventionLedger::open(portfolio, no_amendment(portfolio, convention)?, as_of, false);
    let ends = book.terms.ends();
    let commitments: Vec<_> = commitments(&book).collect();
    Some(ConventionSummary {
        convention: convention.clone(),
        status: book.status,
        signed: book.terms.signed,
        ends: ends.ok(),
        unknown: ends.err(),
        figures: book.figures(None),
        tranches: commitments.iter().flat_map(|promise| promise.tranches.iter().cloned()).collect(),
        contributions: commitments.into_iter().map(|promise| promise.contribution).collect(),
    })
}

/// The money of a startup with the lines behind each figure.
#[must_use]
pub fn explain_startup(portfolio: &Portfolio, startup: &Id, as_of: Date) -> ExplainedFigures {
    let mut position = ExplainedFigures::default();
    for book in books_of(portfolio, startup, as_of, true).iter().filter(|book| !book.is_framework()) {
        add_book(&mut position, book, Some(startup));
    }
    position
}

/// The money of a convention or framework with the lines behind each figure.
#[must_use]
pub fn explain_convention(portfolio: &Portfolio, convention: &Id, as_of: Date) -> ExplainedFigures {
    let mut position = ExplainedFigures::default();
    if let Some(convention) = no_amendment(portfolio, convention) {
        add_book(&mut position, &ConventionLedger::open(portfolio, convention, as_of, true), None);
    }
    position
}

/// The money of one contribution with the lines behind each figure.
#[must_use]
pub fn explain_contribution(
    portfolio: &Portfolio,
    convention: &Id,
    contribution: &str,
    as_of: Date,
) -> ExplainedFigures {
    let mut position = ExplainedFigures::default();
    if let Some(convention) = no_amendment(portfolio, convention) {
        let book = ConventionLedger::open(portfolio, convention, as_of, true);
        let its = book.shares_of(None).filter(|(written, _)| written.item.id == contribution);
        its.for_each(|(_, share)| add(&mut position, &share.tally));
    }
    position
}

/// The money of a contributor over the startups' conventions, with the lines behind each figure.
#[must_use]
pub fn explain_party(portfolio: &Portfolio, party: &Id, as_of: Date) -> ExplainedFigures {
    let mut position = ExplainedFigures::default();
    let from = |convention: &&Convention| {
        let amendments = portfolio.amendments_of(&convention.id).flat_map(|amendment| &amendment.contributions);
        convention.contributions.iter().chain(amendments).any(|one| one.from == *party)
    };
    for convention in partnerships(portfolio).filter(from) {
        let book = ConventionLedger::open(portfolio, convention, as_of, true);
        let its = book.shares_of(None).filter(|(written, _)| written.item.from == *party);
        its.for_each(|(_, share)| add(&mut position, &share.tally));
    }
    position
}

/// The money of the whole portfolio, frameworks apart, with the lines behind each figure.
#[must_use]
pub fn explain_portfolio(portfolio: &Portfolio, as_of: Date) -> ExplainedFigures {
    let mut position = ExplainedFigures::default();
    for convention in partnerships(portfolio) {
        add_book(&mut position, &ConventionLedger::open(portfolio, convention, as_of, true), None);
    }
    position
}

fn partnerships(portfolio: &Portfolio) -> impl Iterator<Item = &Convention> {
    portfolio.conventions.values().map(AsRef::as_ref).filter(|convention| convention.is_partnership())
}

fn add_book(position: &mut ExplainedFigures, book: &ConventionLedger<'_>, startup: Option<&Id>) {
    for (_, share) in book.shares_of(startup) {
        add(position, &share.tally);
    }
    add(position, &book.loose);
}

fn add(position: &mut ExplainedFigures, tally: &FigureSums) {
    position.figures += tally.figures;
    position.lines.extend(tally.lines.iter().flatten().cloned());
}
