//! A clause as of one day: the document that states it, and the versions that amendments replaced.

use super::signature::SignatureState;
use crate::model::Contribution;
use crate::model::{Convention, Date, Money, Tranche};

/// A clause and the document that states it.
pub(in crate::rules) struct Provision<'a, T> {
    pub item: &'a T,
    /// The convention or the amendment.
    pub document: &'a Convention,
    /// The index in that document's list.
    pub index: usize,
    /// The signature that the clause counts from. A restated clause keeps that of its first version.
    pub signature: SignatureState,
    /// The day from which the clause applies, if an amendment added it.
    pub since: Option<Date>,
    /// The day on which an amendment repealed it.
    pub repealed: Option<Date>,
    /// The versions that amendments replaced, the oldest first.
    pub earlier: Vec<ReplacedVersion<'a, T>>,
}

/// A version of a clause and the day on which another replaced it.
pub(in crate::rules) struct ReplacedVersion<'a, T> {
    pub item: &'a T,
    pub until: Date,
}

impl<'a, T> Provision<'a, T> {
    /// Returns the version in force on a day; `None` before the clause was added and after it was repealed.
    pub fn on(&self, day: Date) -> Option<&'a T> {
        if self.since.is_some_and(|since| day < since) || self.repealed.is_some_and(|until| day >= until) {
            return None;
        }
        let replaced = self.earlier.iter().find(|version| day < version.until);
        Some(replaced.map_or(self.item, |version| version.item))
    }

    /// Returns the due date that an earlier version had already set when it was replaced. It stays, because an
    /// amendment never changes what fell due before it. `day_of` computes the due date of a version.
    pub fn fixed_before(&self, day_of: impl Fn(&'a T) -> Option<Date>) -> Option<Date> {
        self.earlier.iter().find_map(|version| day_of(version.item).filter(|day| *day < version.until))
    }
}

/// A tranche in force.
pub(in crate::rules) struct TrancheTerms<'a> {
    pub tranche: &'a Tranche,
    /// The amount, less what an amendment cut.
    pub amount: Money,
    pub document: &'a Convention,
    /// The index of its contribution in that document.
    pub contribution: usize,
    /// Its index in that contribution.
    pub index: usize,
    /// The versions that amendments replaced, the oldest first.
    pub earlier: Vec<ReplacedVersion<'a, Tranche>>,
}

/// Returns the tranches of a contribution in force. A contribution that is restated without tranches keeps its
/// tranches; if its amount is lower, the last ones are cut.
pub(in crate::rules) fn tranches_in_force<'a>(
    versions: &[(&'a Contribution, &'a Convention, usize, Option<Date>)],
) -> Vec<TrancheTerms<'a>> {
    let mut tranches: Vec<TrancheTerms<'a>> = Vec::new();
    for (contribution, document, position, since) in versions {
        if contribution.tranches.is_empty() {
            cut(&mut tranches, contribution.amount);
            continue;
        }
        let mut old = std::mem::take(&mut tranches).into_iter();
        for (index, tranche) in contribution.tranches.iter().enumerate() {
            let mut earlier = Vec::new();
            if let (Some(before), Some(until)) = (old.next(), *since) {
                earlier = before.earlier;
                earlier.push(ReplacedVersion { item: before.tranche, until });
            }
            let amount = tranche.amount;
            tranches.push(TrancheTerms { tranche, amount, document, contribution: *position, index, earlier });
        }
    }
    tranches
}

/// Cuts the last tranches until their sum is at most `amount`.
fn cut(tranches: &mut Vec<TrancheTerms<'_>>, amount: Money) {
    let sum: Money = tranches.iter().map(|tranche| tranche.amount).sum();
    let mut over = (sum - amount).at_least_zero();
    for tranche in tranches.iter_mut().rev() {
        let taken = over.min(tranche.amount.at_least_zero());
        tranche.amount -= taken;
        over -= taken;
    }
    tranches.retain(|tranche| !tranche.amount.is_zero() || tranche.tranche.amount.is_zero());
}
