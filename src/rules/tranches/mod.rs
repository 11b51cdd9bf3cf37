//! The tranches of a contribution as of one day: when each is due, what was called and paid, and what it waits for.

mod allocation;
mod papers;

use super::spending::{ChargedLine, spent_by};
use super::terms::{ContributionTerms, DueDay, Missing, SignatureState, Terms, TrancheTerms, entry_path, record_of};
use super::{SpendingGate, TrancheState, TrancheSummary, Unknown};
use crate::model::{Call, Contribution, Convention, Date, Id, KeyPath, Money, Obligation, Payment, Tranche, Trigger};
use allocation::{Allocated, allocate};
pub(super) use papers::first_fulfilment;
pub use papers::is_call_for_funds;

/// A tranche as of one day. If the tranches of a contribution with a payee don't add up to its amount, an additional
/// one without a trigger has the unscheduled rest.
pub(super) struct TrancheLedger<'a> {
    /// From 1.
    pub number: usize,
    /// `None` for the unscheduled rest.
    pub tranche: Option<&'a Tranche>,
    pub document: &'a Convention,
    pub path: KeyPath,
    pub article: Option<String>,
    pub amount: Money,
    pub paid: Money,
    /// The day on which it was paid in full.
    pub paid_on: Option<Date>,
    pub called: Money,
    pub due: DueDay,
    /// The last day of the payment delay. `None` if the tranche can't be late.
    pub late_after: Option<Date>,
    /// Set if the unpaid part will never fall due, because the convention ended first or was liquidated.
    pub lapsed: bool,
    pub gate: Option<SpendingGate>,
    pub missing: Vec<String>,
    pub state: TrancheState,
}

impl TrancheLedger<'_> {
    /// Returns the unpaid amount, due or not.
    pub fn remaining(&self) -> Money {
        (self.amount - self.paid).at_least_zero()
    }

    /// Returns the amount that was neither called nor paid, unless it will never fall due.
    pub fn uncalled(&self) -> Money {
        if self.lapsed { Money::ZERO } else { (self.amount - self.called.max(self.paid)).at_least_zero() }
    }

    /// Returns true if it may still fall due on an unknown day.
    pub const fn is_undetermined(&self) -> bool {
        !self.lapsed && self.due.is_err()
    }

    pub fn is_due(&self, as_of: Date) -> bool {
        !self.lapsed && self.due.is_ok_and(|day| day <= as_of)
    }

    /// Returns true if it is due and the payment delay has passed.
    pub fn is_late(&self, as_of: Date) -> bool {
        self.is_due(as_of) && self.late_after.is_some_and(|day| day < as_of)
    }

    /// Returns what is missing to compute the due date.
    pub fn unknown(&self) -> Option<Unknown> {
        self.due.err().map(|missing| missing.what).filter(|_| !self.lapsed)
    }

    /// Returns the due date, or the estimate of it.
    pub fn shown_day(&self) -> Option<Date> {
        self.due.map_or_else(|missing| missing.estimate, Some).filter(|_| !self.lapsed)
    }
}

pub(super) fn tranche_ledgers<'a>(
    terms: &Terms<'a>,
    contribution: &ContributionTerms<'a>,
    calls: &[&'a Call],
    payments: &[&'a Payment],
    spending: &[ChargedLine<'a>],
) -> Vec<TrancheLedger<'a>> {
    let item = contribution.provision.item;
    let scheduled: Money = contribution.tranches.iter().map(|tranche| tranche.amount).sum();
    let unscheduled = (item.amount - scheduled).at_least_zero();
    let mut amounts: Vec<Money> = contribution.tranches.iter().map(|tranche| tranche.amount).collect();
    if !unscheduled.is_zero() || amounts.is_empty() {
        amounts.push(unscheduled);
    }
    let allocated = allocate(&amounts, calls, payments);
    let mut ledgers = Vec::with_capacity(allocated.len());
    for (index, money) in allocated.into_iter().enumerate() {
        let mut ledger = blank(contribution, index, &money);
        if let Some(tranche) = contribution.tranches.get(index) {
            let signature = contribution.provision.signature;
            schedule(&mut ledger, terms, tranche, signature, &money.calls, spending);
        }
        close(&mut ledger, terms);
        ledgers.push(ledger);
    }
    ledgers
}

fn blank<'a>(contribution: &ContributionTerms<'a>, index: usize, money: &Allocated<'a>) -> TrancheLedger<'a> {
    let tranche = contribution.tranches.get(index);
    let provision = &contribution.provision;
    let path = match tranche {
        Some(one) => entry_path("contributions", one.contribution).key("tranches").index(one.index),
        None => entry_path("contributions", provision.index),
    };
    TrancheLedger {
        number: index + 1,
        tranche: tranche.map(|one| one.tranche),
        document: tranche.map_or(provision.document, |one| one.document),
        path,
        article: article(provision.item, tranche.map(|one| one.tranche)),
        amount: money.amount,
        paid: money.paid,
        paid_on: money.paid_on,
        called: money.called,
        due: Err(Unknown::NoDay.into()),
        late_after: None,
        lapsed: false,
        gate: None,
        missing: Vec::new(),
        state: TrancheState::Undetermined,
    }
}

/// Returns the article of a tranche, else that of its contribution.
fn article(contribution: &Contribution, tranche: Option<&Tranche>) -> Option<String> {
    tranche.and_then(|tranche| tranche.article.clone()).or_else(|| contribution.article.clone())
}

/// Sets the due date: the later of the trigger and the day on which the last of the papers was recorded. Source:
/// article 4 of the framework (« sur présentation d'un appel de fonds accompagné d'un état récapitulatif »).
fn schedule<'a>(
    ledger: &mut TrancheLedger<'a>,
    terms: &Terms<'a>,
    tranche: &TrancheTerms<'a>,
    signature: SignatureState,
    calls: &[&Call],
    spending: &[ChargedLine<'a>],
) {
    let trigger = |one: &Tranche| match &one.when {
        Trigger::At(moment) => terms.day_of(*moment, signature),
        Trigger::Call => event(signature, calls.iter().map(|call| call.on).min()),
        Trigger::Report(report) => event(signature, first_fulfilment(terms, |one| is_report(one, report))),
        Trigger::Notification => event(signature, first_fulfilment(terms, |one| one.id == "notification")),
        Trigger::Spent { amount, by } => gate(terms, spending, by, *amount, signature).1,
    };
    let (recorded, missing) = papers::recorded(terms, &tranche.tranche.needs, calls);
    let with_papers = |trigger: DueDay| match trigger {
        Ok(_) if !missing.is_empty() => Err(Unknown::Papers.into()),
        Ok(day) => Ok(recorded.map_or(day, |recorded| day.max(recorded))),
        missing => missing,
    };
    if let Trigger::Spent { amount, by } = &tranche.tranche.when {
        ledger.gate = Some(gate(terms, spending, by, *amount, signature).0);
    }
    let fixed = tranche.earlier.iter().find_map(|old| trigger(old.item).ok().filter(|day| *day < old.until));
    ledger.due = with_papers(fixed.map_or_else(|| trigger(tranche.tranche), Ok));
    ledger.missing = missing;
}

/// Returns true if a trigger names an obligation by topic or id.
fn is_report(obligation: &Obligation, report: &str) -> bool {
    obligation.id == report || obligation.about.is_some_and(|topic| topic.name() == report)
}

/// Returns the day of an event once it is recorded.
fn event(signature: SignatureState, recorded: Option<Date>) -> DueDay {
    if signature == SignatureState::Unsigned {
        return Err(Unknown::Signature.into());
    }
    recorded.and_then(|day| signature.bind(day)).ok_or_else(|| Unknown::Event.into())
}

/// Returns how far the spending of a party is from a threshold, and the due date that results. Payments of the same day
/// count together. Once reached, a threshold stays reached. A threshold that is reached before the signature falls due
/// on the signature; one that is reached after the end never falls due.
///
/// « Consommé » (article 4 of the framework) is read as paid (CP), which is our reading.
fn gate(
    terms: &Terms<'_>,
    spending: &[ChargedLine<'_>],
    by: &Id,
    threshold: Money,
    signature: SignatureState,
) -> (SpendingGate, DueDay) {
    let paid = spent_by(terms, spending, by);
    let mut spent = Money::ZERO;
    let mut reached = None;
    for day in paid.chunk_by(|a, b| a.0 == b.0) {
        spent += day.iter().map(|(_, amount)| *amount).sum();
        if spent >= threshold {
            reached = reached.or(day.first().map(|(day, _)| *day));
        }
    }
    let in_time = |day: &Date| terms.firm_end().is_none_or(|end| *day <= end);
    let crossed = reached.filter(in_time).and_then(|day| signature.bind(day));
    let due = match crossed {
        Some(day) => Ok(day),
        None if signature == SignatureState::Unsigned => Err(Missing::from(Unknown::Signature)),
        None => Err(Unknown::Spending.into()),
    };
    (SpendingGate { by: by.clone(), spent, threshold, crossed }, due)
}

fn close(ledger: &mut TrancheLedger<'_>, terms: &Terms<'_>) {
    ledger.lapsed = lapses(ledger, terms);
    if !ledger.lapsed && terms.base.payments_recorded {
        ledger.late_after = ledger.due.ok().and_then(|day| terms.late_after(day));
    }
    ledger.state = state(ledger, terms);
    if ledger.state == TrancheState::Paid {
        ledger.missing.clear();
    }
}

/// Returns true if the unpaid part never falls due: after a termination before its due date, a liquidation, or an end
/// before its threshold was reached.
fn lapses(ledger: &TrancheLedger<'_>, terms: &Terms<'_>) -> bool {
    if terms.liquidated().is_some() {
        return true;
    }
    match (terms.terminated(), ledger.due) {
        (Some(end), Ok(day)) => day > end,
        (Some(_), Err(_)) => true,
        (None, due) => terms.is_over() && due.is_err_and(|missing| missing.what == Unknown::Spending),
    }
}

fn state(ledger: &TrancheLedger<'_>, terms: &Terms<'_>) -> TrancheState {
    let due = ledger.is_due(terms.as_of);
    if ledger.remaining().is_zero() {
        TrancheState::Paid
    } else if ledger.is_late(terms.as_of) {
        TrancheState::Late
    } else if ledger.lapsed && terms.terminated().is_some() {
        TrancheState::Lapsed
    } else if ledger.paid > Money::ZERO {
        TrancheState::PartPaid
    } else if ledger.called > Money::ZERO {
        TrancheState::Called
    } else if due {
        TrancheState::Due
    } else if ledger.lapsed || ledger.due.map_or_else(|missing| missing.what.is_awaited(), |_| true) {
        TrancheState::Waiting
    } else {
        TrancheState::Undetermined
    }
}

/// Returns the summary of a tranche that screens and JSON show.
pub(super) fn summary(
    convention: &Convention,
    contribution: &Contribution,
    ledger: &TrancheLedger<'_>,
) -> TrancheSummary {
    TrancheSummary {
        convention: convention.id.clone(),
        contribution: contribution.id.clone(),
        number: ledger.number,
        from: contribution.from.clone(),
        to: contribution.to.clone(),
        amount: ledger.amount,
        paid: ledger.paid,
        called: ledger.called,
        due: ledger.shown_day(),
        unknown: ledger.unknown(),
        late_after: ledger.late_after,
        state: ledger.state,
        gate: ledger.gate.clone(),
        missing: ledger.missing.clone(),
        article: ledger.article.clone(),
        record: record_of(ledger.document),
        path: ledger.path.clone(),
    }
}
