//! The money of a convention as of one day: what each contribution promises, and what was called, received and spent.

mod contribution;
mod sums;

use super::spending::{ChargedLine, charged_lines};
use super::status::status;
use super::terms::{ContributionTerms, Terms};
use super::{ConventionStatus, Figures};
use crate::model::{Contribution, Convention, Date, Expenditure, Id, Money, Payment, Portfolio};
pub(super) use contribution::{ContributionLedger, Liquidation};
use contribution::{Inputs, add_stages};
pub(super) use sums::FigureSums;

/// A convention on one day: its terms, its status, and its money by contribution.
pub(super) struct ConventionLedger<'a> {
    pub terms: Terms<'a>,
    pub status: ConventionStatus,
    /// Ended by its term or terminated.
    pub over: bool,
    /// Whether it counts as promised on that day.
    pub counts: bool,
    /// In the order of `terms.contributions`.
    pub contributions: Vec<ContributionLedger<'a>>,
    pub spending: Vec<ChargedLine<'a>>,
    /// Spending that no contribution bears, and money whose entries name an unknown contribution.
    pub rest: FigureSums,
}

impl<'a> ConventionLedger<'a> {
    /// Adds up a convention, which must not be an amendment. Keeps the entries behind each amount if `explained` is
    /// set.
    pub fn open(portfolio: &'a Portfolio, convention: &'a Convention, as_of: Date, explained: bool) -> Self {
        let terms = Terms::read(portfolio, convention, as_of);
        let spending = charged_lines(&terms);
        let inputs = |(position, contribution)| {
            Inputs { portfolio, terms: &terms, contribution, position, spending: &spending, explained }.ledger()
        };
        let contributions = terms.contributions.iter().enumerate().map(inputs).collect();
        let mut rest = FigureSums::new(explained);
        for charged in &spending {
            if charged.unallocated {
                rest.figures.unallocated.spending += charged.entry.item.amount;
            } else if !charged.unborne.is_zero() {
                add_stages(&mut rest, charged, charged.unborne, as_of);
            }
        }
        rest.figures.unallocated.payments = unallocated_payments(&terms);
        Self {
            status: status(&terms, &portfolio.incubator.habits),
            over: terms.is_over(),
            counts: terms.counts(),
            contributions,
            spending,
            rest,
            terms,
        }
    }

    /// Returns true for a framework, whose money is never added to that of the startups.
    pub fn is_framework(&self) -> bool {
        self.terms.base.is_framework()
    }

    /// Yields the contributions with their money.
    pub fn all(&self) -> impl Iterator<Item = (&ContributionTerms<'a>, &ContributionLedger<'a>)> {
        self.terms.contributions.iter().zip(&self.contributions)
    }

    /// Yields the contributions for a startup, including shared ones.
    pub fn contributions_for<'b>(
        &'b self,
        startup: &'b Id,
    ) -> impl Iterator<Item = (&'b ContributionTerms<'a>, &'b ContributionLedger<'a>)> {
        let base = self.terms.base;
        self.all().filter(move |(terms, _)| startups_of(base, terms.provision.item).contains(startup))
    }

    /// Returns the sum of the contributions, plus what none of them bears.
    pub fn figures(&self) -> Figures {
        let mut sum = self.rest.figures;
        for ledger in &self.contributions {
            sum += ledger.sums.figures;
        }
        sum
    }

    /// Returns the money for one of the startups. Splits a contribution with `shares` by weight and includes one
    /// without in full.
    pub fn figures_for(&self, startup: &Id) -> Figures {
        let mut sum = self.rest.figures;
        for (terms, ledger) in self.contributions_for(startup) {
            sum += match part_of(terms.provision.item, ledger, startup) {
                Some(part) => part.figures,
                None => ledger.sums.figures,
            };
        }
        sum
    }

    /// Returns the other startups of contributions that a startup shares without `shares`.
    pub fn shared_with(&self, startup: &Id) -> Vec<Id> {
        let shared = self.contributions_for(startup).map(|(terms, _)| shared_by(self.terms.base, terms.provision.item));
        let mut others: Vec<Id> = shared.flatten().filter(|other| *other != startup).cloned().collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// Returns the AE and CP of a framework's lines that name a startup.
    pub fn spent_for(&self, startup: &Id, explained: bool) -> FigureSums {
        self.spent_under_framework(explained, |line| line.startup.as_ref() == Some(startup))
    }

    /// Returns the AE and CP of a framework's lines that name any startup.
    pub fn spent_for_startups(&self, explained: bool) -> FigureSums {
        self.spent_under_framework(explained, |line| line.startup.is_some())
    }

    fn spent_under_framework(&self, explained: bool, is_meant: impl Fn(&Expenditure) -> bool) -> FigureSums {
        let mut sums = FigureSums::new(explained);
        for charged in self.spending.iter().filter(|_| self.is_framework()) {
            if !charged.unallocated && is_meant(charged.entry.item) {
                add_stages(&mut sums, charged, charged.entry.item.amount, self.terms.as_of);
            }
        }
        sums
    }
}

/// Returns the startups that a contribution is for.
pub(super) fn startups_of<'a>(convention: &'a Convention, contribution: &'a Contribution) -> &'a [Id] {
    contribution.startup.as_ref().map_or(&convention.startups, std::slice::from_ref)
}

/// Returns the startups that share a contribution without `shares`. Empty if it is for one startup or split.
pub(super) fn shared_by<'a>(convention: &'a Convention, contribution: &'a Contribution) -> &'a [Id] {
    let startups = startups_of(convention, contribution);
    if startups.len() > 1 && contribution.shares.is_empty() { startups } else { &[] }
}

/// Returns the part of a startup in a contribution that is split by `shares`; `None` if it isn't split.
pub(super) fn part_of(
    contribution: &Contribution,
    ledger: &ContributionLedger<'_>,
    startup: &Id,
) -> Option<FigureSums> {
    if contribution.shares.is_empty() {
        return None;
    }
    let weights: Vec<i64> = contribution.shares.values().map(|weight| i64::from(*weight)).collect();
    match contribution.shares.keys().position(|id| id == startup) {
        Some(index) => Some(ledger.sums.part(&weights, index)),
        None => Some(FigureSums::new(true)),
    }
}

/// Opens the conventions of a startup.
pub(super) fn ledgers_of<'a>(
    portfolio: &'a Portfolio,
    startup: &Id,
    as_of: Date,
    explained: bool,
) -> Vec<ConventionLedger<'a>> {
    let conventions = portfolio.conventions_of(startup);
    conventions.map(|convention| ConventionLedger::open(portfolio, convention, as_of, explained)).collect()
}

fn unallocated_payments(terms: &Terms<'_>) -> Money {
    let is_unknown =
        |payment: &Payment| !terms.contributions.iter().any(|one| one.provision.item.id == payment.contribution);
    let payments = terms.entries(|document| &document.payments).map(|entry| entry.item);
    payments.filter(|payment| payment.on <= terms.as_of && is_unknown(payment)).map(|payment| payment.amount).sum()
}
