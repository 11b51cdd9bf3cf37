//! The duty to pay: one occurrence per tranche of a contribution with a payee.

use super::{OccurrenceBuilder, set_done, set_due, set_state};
use crate::model::{Date, Money, Text};
use crate::rules::ledger::{ContributionLedger, Liquidation};
use crate::rules::terms::{ContributionTerms, entry_path};
use crate::rules::tranches::TrancheLedger;
use crate::rules::{Occurrence, OccurrenceSource, OccurrenceState, TrancheState};

pub(super) fn of_convention(builder: &OccurrenceBuilder<'_>, all: &mut Vec<Occurrence>) {
    for (terms, ledger) in builder.ledger.all() {
        let is_scheduled = |one: &&TrancheLedger<'_>| one.tranche.is_some() || ledger.tranches.len() == 1;
        let count = ledger.tranches.iter().filter(is_scheduled).count();
        let is_paid = |one: &TrancheLedger<'_>| one.state == TrancheState::Paid && !one.amount.is_zero();
        for tranche in ledger.tranches.iter().filter(is_scheduled) {
            if !tranche.lapsed || is_paid(tranche) {
                all.push(payment(builder, terms, tranche, count));
            }
        }
        all.extend(ledger.liquidation.as_ref().and_then(|one| liquidated(builder, terms, ledger, one)));
    }
}

fn payment(
    builder: &OccurrenceBuilder<'_>,
    terms: &ContributionTerms<'_>,
    tranche: &TrancheLedger<'_>,
    count: usize,
) -> Occurrence {
    let contribution = &terms.provision.item.id;
    let id = format!("contributions.{contribution}[{}]", tranche.number);
    let obligation = if count > 1 {
        format!("payment-{contribution}-{}", tranche.number)
    } else {
        format!("payment-{contribution}")
    };
    let mut one = builder.blank(&id, &obligation, tranche.document, || tranche.path.clone());
    fill(builder, &mut one, terms, tranche.number);
    one.article = tranche.article.as_ref().map(Text::from);
    one.amount = Some(if tranche.state == TrancheState::Paid { tranche.amount } else { tranche.remaining() });
    builder.set_day(&mut one, tranche.due);
    if let Ok(due) = tranche.due {
        await_payment(&mut one, due, tranche.late_after, builder.as_of);
    }
    if tranche.state == TrancheState::Paid {
        set_state(&mut one, OccurrenceState::Done);
        one.unknown = None;
        if let Some(day) = tranche.paid_on {
            set_done(&mut one, day, None);
        }
    }
    one
}

fn fill(builder: &OccurrenceBuilder<'_>, one: &mut Occurrence, terms: &ContributionTerms<'_>, number: usize) {
    let item = terms.provision.item;
    if let Some(startup) = &item.startup {
        one.startups = Some(startup.clone()).into();
    }
    one.source = OccurrenceSource::Payment(Text::from(&item.id), number);
    one.debtors = Some(item.from.clone()).into();
    one.creditors = item.to.clone().into();
    one.inferred.clone_from(&item.inferred);
    one.payments_recorded = builder.ledger.terms.base.payments_recorded;
}

/// Sets the state `due` between the due date and the end of the payment delay. If payments aren't recorded, there is no
/// such end and the payment stays due.
fn await_payment(one: &mut Occurrence, due: Date, late_after: Option<Date>, as_of: Date) {
    if due <= as_of && late_after.is_none_or(|day| day >= as_of) {
        set_state(one, OccurrenceState::Due);
    }
}

/// Returns the single payment that remains after a liquidation, unless nothing is due.
fn liquidated(
    builder: &OccurrenceBuilder<'_>,
    terms: &ContributionTerms<'_>,
    ledger: &ContributionLedger<'_>,
    liquidation: &Liquidation,
) -> Option<Occurrence> {
    let received = ledger.sums.figures.received;
    let owed = liquidation.due - received.at_least_zero();
    if owed <= Money::ZERO {
        return None;
    }
    let provision = &terms.provision;
    let path = || entry_path("contributions", provision.index);
    let id = format!("contributions.{}", provision.item.id);
    let mut one = builder.blank(&id, &format!("payment-{}", provision.item.id), provision.document, path);
    fill(builder, &mut one, terms, 0);
    one.article = liquidation.article.as_ref().map(Text::from);
    one.amount = Some(liquidation.missing);
    set_due(&mut one, liquidation.on, builder.habits(), builder.as_of);
    let late_after = liquidation.late_after.filter(|_| one.payments_recorded);
    await_payment(&mut one, liquidation.on, late_after, builder.as_of);
    Some(one)
}
