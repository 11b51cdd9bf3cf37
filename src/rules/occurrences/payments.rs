//! The undertaking to pay: one occurrence for each tranche of a contribution with a payee.

use super::super::tranches::{TrancheLedger, article};
use super::super::{Occurrence, OccurrenceSource, OccurrenceState, TrancheState, Unknown};
use super::{OccurrenceBuilder, done, entry};
use crate::model::{Contribution, Date};
use crate::rules::terms::Provision;

/// Adds the payments of a convention.
pub(super) fn of_convention(desk: &OccurrenceBuilder<'_>, all: &mut Vec<Occurrence>) {
    for (written, share) in desk.book.shares_of(None) {
        for part in share.parts.iter().filter(|part| still_stands(desk, part)) {
            all.push(payment(desk, written, part, share.parts.len()));
        }
    }
}

/// A tranche that the convention's end overtook is no longer undertaken, unless it was paid.
fn still_stands(desk: &OccurrenceBuilder<'_>, part: &TrancheLedger<'_>) -> bool {
    let overtaken = part.lapsed || (desk.book.over && part.due == Err(Unknown::Spending));
    part.state == TrancheState::Paid || !overtaken
}

fn payment(
    desk: &OccurrenceBuilder<'_>,
    written: &Provision<'_, Contribution>,
    part: &TrancheLedger<'_>,
    parts: usize,
) -> Occurrence {
    let contribution = written.item;
    let id = if parts > 1 {
        format!("payment-{}-{}", contribution.id, part.number)
    } else {
        format!("payment-{}", contribution.id)
    };
    let path = || {
        let contribution = entry("contributions", written.index);
        if part.tranche.is_some() { contribution.key("tranches").index(part.number - 1) } else { contribution }
    };
    let mut one = desk.blank(&id, written.document, path);
    if let Some(startup) = &contribution.startup {
        one.startups = vec![startup.clone()];
    }
    one.source = OccurrenceSource::Payment(contribution.id.clone(), part.number);
    one.article = article(contribution, part);
    one.debtor = Some(contribution.from.clone());
    one.creditor.clone_from(&contribution.to);
    one.amount = Some(if part.state == TrancheState::Paid { part.amount } else { part.remaining() });
    match part.due {
        Ok(due) => set_due(desk, &mut one, part, due),
        Err(unknown) => one.unknown = Some(unknown),
    }
    if part.state == TrancheState::Paid {
        one.unknown = None;
        one.state = OccurrenceState::Done;
        one.days_late = 0;
        if let Some(day) = part.paid_on {
            done(&mut one, day, None);
        }
    }
    one
}

/// Between its due day and the day from which it is late, money is awaited: due soon, not late.
fn set_due(desk: &OccurrenceBuilder<'_>, one: &mut Occurrence, part: &TrancheLedger<'_>, due: Date) {
    desk.set_due(one, due);
    if one.state == OccurrenceState::Late && part.late_after.is_none_or(|day| day >= desk.as_of) {
        one.state = OccurrenceState::DueSoon;
        one.days_late = 0;
    }
}
