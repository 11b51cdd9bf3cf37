//! The contributions of a convention part by part: what each tranche promised, brought and still owes.

use super::ledger::ConventionLedger;
use super::overview::no_amendment;
use super::terms::{entry, record_of};
use super::tranches::standing;
use super::{Commitment, ContributionSummary, Figures, TrancheState, Unknown};
use crate::model::{Contribution, Convention, Date, Id, Money, Portfolio};

/// The contributions of an opened convention, each with its tranches.
pub(super) fn commitments<'a>(book: &'a ConventionLedger<'_>) -> impl Iterator<Item = Commitment> + use<'a> {
    let base = book.terms.base;
    book.shares_of(None).map(move |(written, share)| Commitment {
        contribution: ContributionSummary {
            convention: base.id.clone(),
            id: written.item.id.clone(),
            from: written.item.from.clone(),
            to: written.item.to.clone(),
            startup: written.item.startup.clone(),
            figures: share.tally.figures,
            article: written.item.article.clone(),
            record: record_of(written.document),
            path: entry("contributions", written.index),
        },
        framework: book.is_framework(),
        startups: startups_of(base, written.item).to_vec(),
        tranches: share.parts.iter().map(|part| standing(&book.terms, written, part, &share.calls)).collect(),
    })
}

/// The startups that a contribution of a convention is for.
pub(super) fn startups_of<'a>(convention: &'a Convention, contribution: &'a Contribution) -> &'a [Id] {
    contribution.startup.as_ref().map_or(&convention.startups, std::slice::from_ref)
}

/// The contributions of one convention as of a day, each with its tranches. None for an amendment, which stands by what
/// it changes.
#[must_use]
pub fn commitments_of(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<Commitment> {
    let Some(convention) = no_amendment(portfolio, convention) else { return Vec::new() };
    commitments(&ConventionLedger::open(portfolio, convention, as_of, false)).collect()
}

impl Commitment {
    /// The figures of one of its tranches, from 0. The last has besides its own what belongs to none of them (what
    /// came in beyond the promise, what was spent), so that those of all add up to the contribution's.
    #[must_use]
    pub fn figures_of(&self, tranche: usize, as_of: Date) -> Figures {
        if tranche + 1 < self.tranches.len() {
            return self.own_figures(tranche, as_of);
        }
        let mut rest = self.contribution.figures;
        for before in 0..tranche {
            rest -= self.own_figures(before, as_of);
        }
        rest
    }

    fn own_figures(&self, tranche: usize, as_of: Date) -> Figures {
        let Some(tranche) = self.tranches.get(tranche) else { return Figures::default() };
        let remaining = (tranche.amount - tranche.paid).at_least_zero();
        let when = |holds: bool, amount: Money| if holds { amount } else { Money::ZERO };
        let is_due = tranche.due.is_some_and(|day| day <= as_of);
        Figures {
            committed: tranche.amount,
            due: when(is_due, tranche.amount),
            undetermined: when(tranche.unknown.is_some_and(|unknown| unknown != Unknown::Spending), remaining),
            called: tranche.called,
            received: tranche.paid,
            outstanding: when(is_due, remaining),
            late: when(tranche.state == TrancheState::Late, remaining),
            ..Figures::default()
        }
    }
}
