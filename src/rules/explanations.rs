//! Explained amounts, with the entries that each adds up, and the summary of one convention.

use super::commitments::commitments;
use super::ledger::{ConventionLedger, FigureSums, ledgers_of, part_of};
use super::terms::base_convention;
use super::{ConventionSummary, ExplainedFigures};
use crate::model::{Convention, Date, Id, Portfolio};

/// Returns one convention as of a day, with its contributions and tranches. `None` for an unknown id and for an
/// amendment, which only affects the convention that it amends.
#[must_use]
pub fn convention_summary(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<ConventionSummary> {
    let ledger = ConventionLedger::open(portfolio, base_convention(portfolio, convention)?, as_of, false);
    let end = ledger.terms.end();
    let commitments: Vec<_> = commitments(&ledger).collect();
    Some(ConventionSummary {
        convention: convention.clone(),
        status: ledger.status,
        signed: ledger.terms.signature.day(),
        ends: end.ok().map(|end| end.day),
        ends_estimated: end.is_ok_and(|end| end.estimated),
        unknown: end.err(),
        figures: ledger.figures(),
        tranches: commitments.iter().flat_map(|commitment| commitment.tranches.iter().cloned()).collect(),
        contributions: commitments.into_iter().map(|commitment| commitment.contribution).collect(),
    })
}

/// Returns the amounts of a startup with the entries behind each.
#[must_use]
pub fn explain_startup(portfolio: &Portfolio, startup: &Id, as_of: Date) -> ExplainedFigures {
    let mut explained = ExplainedFigures::default();
    for ledger in ledgers_of(portfolio, startup, as_of, true).iter().filter(|ledger| !ledger.is_framework()) {
        for (terms, contribution) in ledger.contributions_for(startup) {
            match part_of(terms.provision.item, contribution, startup) {
                Some(part) => add(&mut explained, &part),
                None => add(&mut explained, &contribution.sums),
            }
        }
        add(&mut explained, &ledger.rest);
    }
    for framework in portfolio.frameworks().filter(|one| spends_for(one, startup)) {
        let ledger = ConventionLedger::open(portfolio, framework, as_of, true);
        add(&mut explained, &ledger.spent_for(startup, true));
    }
    explained
}

/// Returns true if a framework has spending for a startup.
pub(super) fn spends_for(framework: &Convention, startup: &Id) -> bool {
    framework.expenditure.iter().any(|line| line.startup.as_ref() == Some(startup))
}

/// Returns the amounts of a convention or framework with the entries behind each.
#[must_use]
pub fn explain_convention(portfolio: &Portfolio, convention: &Id, as_of: Date) -> ExplainedFigures {
    let mut explained = ExplainedFigures::default();
    if let Some(convention) = base_convention(portfolio, convention) {
        add_ledger(&mut explained, &ConventionLedger::open(portfolio, convention, as_of, true));
    }
    explained
}

/// Returns the amounts of one contribution with the entries behind each.
#[must_use]
pub fn explain_contribution(
    portfolio: &Portfolio,
    convention: &Id,
    contribution: &str,
    as_of: Date,
) -> ExplainedFigures {
    let mut explained = ExplainedFigures::default();
    if let Some(convention) = base_convention(portfolio, convention) {
        let ledger = ConventionLedger::open(portfolio, convention, as_of, true);
        let its = ledger.all().filter(|(terms, _)| terms.provision.item.id == contribution);
        its.for_each(|(_, contribution)| add(&mut explained, &contribution.sums));
    }
    explained
}

/// Returns what a party gives under the startups' conventions, with the entries behind each amount.
#[must_use]
pub fn explain_party(portfolio: &Portfolio, party: &Id, as_of: Date) -> ExplainedFigures {
    let mut explained = ExplainedFigures::default();
    let gives = |convention: &&Convention| {
        let amendments = portfolio.amendments_of(&convention.id).flat_map(|amendment| &amendment.contributions);
        convention.contributions.iter().chain(amendments).any(|one| one.from == *party)
    };
    for convention in partnerships(portfolio).filter(gives) {
        let ledger = ConventionLedger::open(portfolio, convention, as_of, true);
        let its = ledger.all().filter(|(terms, _)| terms.provision.item.from == *party);
        its.for_each(|(_, contribution)| add(&mut explained, &contribution.sums));
    }
    explained
}

/// Returns the amounts of the portfolio with the entries behind each. Counts each contribution once. Of the frameworks,
/// only what they spend for startups counts.
#[must_use]
pub fn explain_portfolio(portfolio: &Portfolio, as_of: Date) -> ExplainedFigures {
    let mut explained = ExplainedFigures::default();
    for convention in partnerships(portfolio) {
        add_ledger(&mut explained, &ConventionLedger::open(portfolio, convention, as_of, true));
    }
    for framework in portfolio.frameworks() {
        let ledger = ConventionLedger::open(portfolio, framework, as_of, true);
        add(&mut explained, &ledger.spent_for_startups(true));
    }
    explained
}

fn partnerships(portfolio: &Portfolio) -> impl Iterator<Item = &Convention> {
    portfolio.conventions.values().map(AsRef::as_ref).filter(|convention| convention.is_partnership())
}

fn add_ledger(explained: &mut ExplainedFigures, ledger: &ConventionLedger<'_>) {
    for contribution in &ledger.contributions {
        add(explained, &contribution.sums);
    }
    add(explained, &ledger.rest);
}

fn add(explained: &mut ExplainedFigures, sums: &FigureSums) {
    explained.figures += sums.figures;
    explained.lines.extend(sums.lines.iter().flatten().cloned());
}
