//! Decides which contributions bear a line of spending that names none.
//!
//! The documents let several parties finance the same spending and set no order (CoMobi, article 5: « les
//! participations […] financent les dépenses »). Splitting in proportion to the amounts is our reading.

use crate::model::{Id, Money};

/// A contribution to which spending can be charged.
#[derive(Clone, Debug)]
pub(super) struct Bearer<'a> {
    /// Its amount on the day of the line; `None` if it wasn't in force.
    pub amount: Option<Money>,
    pub from: &'a Id,
    pub to: Option<&'a Id>,
    /// The sum of earlier charges.
    pub charged: Money,
}

impl Bearer<'_> {
    /// Returns the party that holds the money: the payee, or the contributor if it spends the money directly.
    pub fn holder(&self) -> &Id {
        self.to.unwrap_or(self.from)
    }
}

/// Returns how much of an amount each contribution bears, in their order. All zero if none can bear it.
///
/// The bearers are the contributions whose money the spender holds. If the line names no spender, those are the
/// contributions to payees, or the direct contributions if there is no payee. Each bears in proportion to its amount,
/// but at most its amount less earlier charges. The excess goes to the others in the same proportion; if all are used
/// up, it goes to the largest. Credit notes are split in the same proportion, without caps.
pub(super) fn allocate(amount: Money, spender: Option<&Id>, bearers: &[Bearer<'_>]) -> Vec<Money> {
    let weights = weights(spender, bearers);
    if amount.is_negative() {
        return split(amount, &weights);
    }
    let mut borne = vec![Money::ZERO; bearers.len()];
    let mut active = weights.clone();
    let mut rest = amount;
    while rest > Money::ZERO && active.iter().any(|weight| *weight > 0) {
        let shares = split(rest, &active);
        let room = |index: usize| {
            bearers.get(index).and_then(|one| Some((one.amount? - one.charged).at_least_zero())).unwrap_or_default()
        };
        let full: Vec<usize> =
            (0..shares.len()).filter(|index| active[*index] > 0 && shares[*index] > room(*index)).collect();
        if full.is_empty() {
            add(&mut borne, &shares);
            return borne;
        }
        for index in full {
            borne[index] = room(index);
            rest -= borne[index];
            active[index] = 0;
        }
    }
    if let Some(largest) = largest(&weights) {
        borne[largest] += rest;
    }
    borne
}

/// Returns true if at least one contribution can bear what a spender spends.
pub(super) fn has_bearer(spender: Option<&Id>, bearers: &[Bearer<'_>]) -> bool {
    weights(spender, bearers).iter().any(|weight| *weight > 0)
}

fn weights(spender: Option<&Id>, bearers: &[Bearer<'_>]) -> Vec<i64> {
    let in_force = || bearers.iter().filter(|one| one.amount.is_some());
    let payees: Vec<&Id> = in_force().filter_map(|one| one.to).collect();
    let bears = |one: &Bearer<'_>| match spender {
        Some(spender) => one.holder() == spender,
        None => payees.is_empty() || payees.contains(&one.holder()),
    };
    let weight = |one: &Bearer<'_>| one.amount.filter(|_| bears(one)).map_or(0, Money::cents).max(0);
    bearers.iter().map(weight).collect()
}

fn add(to: &mut [Money], shares: &[Money]) {
    for (sum, share) in to.iter_mut().zip(shares) {
        *sum += *share;
    }
}

/// Returns the index of the first of the largest weights; `None` if all are zero.
fn largest(weights: &[i64]) -> Option<usize> {
    let most = weights.iter().copied().max().filter(|most| *most > 0)?;
    weights.iter().position(|weight| *weight == most)
}

/// Splits an amount by weights to the cent, rounding up the largest remainders, the first of equal ones first. All zero
/// if all weights are zero.
pub(super) fn split(amount: Money, weights: &[i64]) -> Vec<Money> {
    let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if whole == 0 {
        return vec![Money::ZERO; weights.len()];
    }
    let sign = if amount.is_negative() { -1 } else { 1 };
    let cents = i128::from(amount.cents().unsigned_abs());
    let mut parts: Vec<i128> = weights.iter().map(|weight| cents * i128::from(*weight) / whole).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse(cents * i128::from(weights[*index]) % whole));
    let missing = cents - parts.iter().sum::<i128>();
    for index in by_remainder.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        parts[index] += 1;
    }
    parts.into_iter().map(|part| Money::from_cents(i64::try_from(sign * part).unwrap_or(i64::MAX))).collect()
}
