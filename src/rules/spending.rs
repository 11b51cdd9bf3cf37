//! The lines of spending of a convention: when each counts, and which contributions bear it.

use super::cost_allocation::{Bearer, allocate, has_bearer};
use super::terms::{ContributionTerms, RecordedEntry, Terms};
use crate::model::{Date, Expenditure, Id, Money};

/// A line of spending and its allocation.
pub(super) struct ChargedLine<'a> {
    pub entry: RecordedEntry<'a, Expenditure>,
    /// What each contribution bears, in the order of `terms.contributions`.
    pub borne: Vec<Money>,
    /// What no contribution bears.
    pub unborne: Money,
    /// The line names a contribution that the convention doesn't have, so it counts in no amount.
    pub unallocated: bool,
}

impl ChargedLine<'_> {
    /// Returns the day from which the line counts in AE.
    pub fn engaged(&self, as_of: Date) -> Option<Date> {
        self.entry.item.first_day().filter(|day| *day <= as_of)
    }

    /// Returns the day from which the line counts in CP.
    pub fn paid(&self, as_of: Date) -> Option<Date> {
        self.entry.item.paid.filter(|day| *day <= as_of)
    }
}

/// Returns the lines of spending up to the day, sorted by first day, then in written order. Lines without any day count
/// in no amount.
pub(super) fn charged_lines<'a>(terms: &Terms<'a>) -> Vec<ChargedLine<'a>> {
    let begun = |entry: &RecordedEntry<'_, Expenditure>| entry.item.first_day().is_some_and(|day| day <= terms.as_of);
    let mut entries: Vec<_> = terms.entries(|document| &document.expenditure).filter(begun).collect();
    entries.sort_by_key(|entry| entry.item.first_day());
    let mut charged = vec![Money::ZERO; terms.contributions.len()];
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let line = charge(terms, entry, &charged);
        for (sum, amount) in charged.iter_mut().zip(&line.borne) {
            *sum += *amount;
        }
        lines.push(line);
    }
    lines
}

fn charge<'a>(terms: &Terms<'a>, entry: RecordedEntry<'a, Expenditure>, charged: &[Money]) -> ChargedLine<'a> {
    let item = entry.item;
    let nothing = || vec![Money::ZERO; terms.contributions.len()];
    if let Some(named) = &item.contribution {
        let position = terms.contributions.iter().position(|one| one.provision.item.id == *named);
        let mut borne = nothing();
        let slot = position.and_then(|index| borne.get_mut(index));
        let unallocated = slot.map(|slot| *slot = item.amount).is_none();
        return ChargedLine { entry, borne, unborne: Money::ZERO, unallocated };
    }
    let Some(day) = item.first_day() else {
        return ChargedLine { borne: nothing(), unborne: item.amount, entry, unallocated: false };
    };
    let bearers: Vec<Bearer<'_>> =
        terms.contributions.iter().zip(charged).map(|(one, charged)| bearer(one, day, *charged)).collect();
    let (borne, unborne) = if has_bearer(item.by.as_ref(), &bearers) {
        (allocate(item.amount, item.by.as_ref(), &bearers), Money::ZERO)
    } else {
        (nothing(), item.amount)
    };
    ChargedLine { entry, borne, unborne, unallocated: false }
}

fn bearer<'t>(contribution: &'t ContributionTerms<'_>, day: Date, charged: Money) -> Bearer<'t> {
    let item = contribution.provision.item;
    Bearer {
        amount: contribution.provision.on(day).map(|one| one.amount),
        from: &item.from,
        to: item.to.as_ref(),
        charged,
    }
}

/// Returns what a party spent and when it was paid, as far as it counts toward a threshold. A line counts for the party
/// that it names in `by`, else for the holder of the contribution that it names, else for the holders of the
/// contributions that bear it.
pub(super) fn spent_by(terms: &Terms<'_>, lines: &[ChargedLine<'_>], party: &Id) -> Vec<(Date, Money)> {
    let mut spent: Vec<(Date, Money)> = lines
        .iter()
        .filter(|line| !line.unallocated)
        .filter_map(|line| Some((line.paid(terms.as_of)?, amount_of(terms, line, party))))
        .collect();
    spent.sort_by_key(|(day, _)| *day);
    spent
}

fn amount_of(terms: &Terms<'_>, line: &ChargedLine<'_>, party: &Id) -> Money {
    match &line.entry.item.by {
        Some(by) if by == party => line.entry.item.amount,
        Some(_) => Money::ZERO,
        None => {
            let held = terms.contributions.iter().zip(&line.borne).filter(|(one, _)| {
                let item = one.provision.item;
                item.to.as_ref().unwrap_or(&item.from) == party
            });
            held.map(|(_, amount)| *amount).sum()
        }
    }
}
