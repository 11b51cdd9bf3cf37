//! The contributions of a convention with their tranches, as of one day.

use super::ledger::{ConventionLedger, shared_by, startups_of};
use super::terms::{base_convention, entry_path, record_of};
use super::tranches::summary;
use super::{Commitment, ContributionSummary, Figure, Figures, TrancheState};
use crate::model::{Date, Id, Money, Portfolio};

/// Yields the contributions of a convention, each with its tranches.
pub(super) fn commitments<'a>(ledger: &'a ConventionLedger<'_>) -> impl Iterator<Item = Commitment> + use<'a> {
    let base = ledger.terms.base;
    ledger.all().map(move |(terms, contribution)| {
        let provision = &terms.provision;
        let tranches = contribution.tranches.iter();
        let scheduled = tranches.filter(|one| one.tranche.is_some() || contribution.tranches.len() == 1);
        Commitment {
            contribution: ContributionSummary {
                convention: base.id.clone(),
                id: provision.item.id.clone(),
                from: provision.item.from.clone(),
                to: provision.item.to.clone(),
                startup: provision.item.startup.clone(),
                shared_with: shared_by(base, provision.item).to_vec(),
                figures: contribution.sums.figures,
                article: provision.item.article.clone(),
                record: record_of(provision.document),
                path: entry_path("contributions", provision.index),
            },
            framework: ledger.is_framework(),
            startups: startups_of(base, provision.item).to_vec(),
            tranches: scheduled.map(|one| summary(base, provision.item, one)).collect(),
        }
    })
}

/// Returns the contributions of one convention as of a day. Empty for an amendment.
#[must_use]
pub fn commitments_of(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<Commitment> {
    let Some(convention) = base_convention(portfolio, convention) else { return Vec::new() };
    commitments(&ConventionLedger::open(portfolio, convention, as_of, false)).collect()
}

impl Commitment {
    /// Returns the amounts of the tranche at an index. The last tranche also gets what belongs to none of them, such as
    /// spending and money received beyond the promise, so that the tranches add up to the contribution.
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
        let is_due = tranche.unknown.is_none() && tranche.due.is_some_and(|day| day <= as_of);
        let outstanding = when(is_due && self.contribution.figures.payments_recorded(), remaining);
        let mut figures = Figures::default();
        for (figure, amount) in [
            (Figure::Committed, tranche.amount),
            (Figure::Payable, tranche.amount),
            (Figure::Due, when(is_due, tranche.amount)),
            (Figure::Undetermined, when(tranche.unknown.is_some(), remaining)),
            (Figure::Called, tranche.called),
            (Figure::Uncalled, (tranche.amount - tranche.called.max(tranche.paid)).at_least_zero()),
            (Figure::Received, tranche.paid),
            (Figure::Outstanding, outstanding),
            (Figure::Late, when(tranche.state == TrancheState::Late, remaining)),
        ] {
            *figures.get_mut(figure) = amount;
        }
        figures
    }
}
