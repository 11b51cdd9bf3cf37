//! What an intention contradicts: facts that have not happened, are recorded already, or stand in an order that
//! `check` would call an error.

use super::{EditError, Intention};
use crate::model::{
    Committee, CommitteeState, Contribution, Convention, Date, Kind, Money, Obligation, Portfolio, Startup, TermLength,
    Timing,
};

/// Another day of the records that the day of a fact may not come before, or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// A signature before the decision to sign.
    Decided,
    /// An amendment signed before what it amends.
    Amended,
    /// A convention signed after its amendment.
    Amendment,
    /// A signature after the end of the term.
    Ended,
    /// A signature after the termination.
    Terminated,
    /// A signature after something that the convention obliges to was recorded as done.
    Fulfilled,
    /// Something done before the signature of what obliges to it.
    Signed,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Decided, Self::Amended, Self::Amendment, Self::Ended, Self::Terminated, Self::Fulfilled, Self::Signed];

    /// The message that says it, with the other day as `$on`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Decided => "order-decided",
            Self::Amended => "order-amended",
            Self::Amendment => "order-amendment",
            Self::Ended => "order-ended",
            Self::Terminated => "order-terminated",
            Self::Fulfilled => "order-fulfilled",
            Self::Signed => "order-signed",
        }
    }
}

/// A fact of a day to come.
pub(super) fn in_the_future(intention: &Intention, today: Date) -> Result<(), EditError> {
    let on = intention.on();
    if on > today { Err(EditError::InTheFuture(on)) } else { Ok(()) }
}

pub(super) fn of_fulfilment(
    intention: &Intention,
    holder: &Convention,
    obligation: &Obligation,
) -> Result<(), EditError> {
    let Intention::Fulfil { on, due, .. } = intention else { return Ok(()) };
    if due.is_some() && !matches!(obligation.timing, Timing::Recurring(_)) {
        return Err(EditError::NotRecurring(obligation.id.clone()));
    }
    if obligation.fulfilled.iter().any(|times| times.on == *on && times.due == *due) {
        return Err(EditError::AlreadyFulfilled(*on));
    }
    later(Order::Signed, *on, holder.signed)
}

pub(super) fn of_payment(intention: &Intention, convention: &Convention, to: &Contribution) -> Result<(), EditError> {
    let Intention::Pay { contribution, amount, on, tranche, reference, .. } = intention else { return Ok(()) };
    if *amount <= Money::ZERO {
        return Err(EditError::NothingPaid);
    }
    if to.to.is_none() {
        return Err(EditError::NoPayee(to.id.clone()));
    }
    let count = to.tranches.len();
    if let Some(tranche) = tranche.filter(|tranche| *tranche == 0 || *tranche > count) {
        return Err(EditError::NoTranche(tranche, count));
    }
    let same = convention.payments.iter().any(|paid| {
        paid.on == *on
            && paid.amount == *amount
            && paid.contribution == *contribution
            && paid.tranche == *tranche
            && paid.reference == *reference
    });
    if same { Err(EditError::AlreadyPaid(*on)) } else { Ok(()) }
}

pub(super) fn of_signature(portfolio: &Portfolio, convention: &Convention, on: Date) -> Result<(), EditError> {
    if let Some(signed) = convention.signed {
        return Err(EditError::AlreadySigned(signed));
    }
    let amended = match &convention.kind {
        Kind::Amendment { amends, .. } => portfolio.conventions.get(amends).and_then(|base| base.signed),
        _ => None,
    };
    let amendment = portfolio.amendments_of(&convention.id).filter_map(|change| change.signed).min();
    let ended = match convention.term.as_ref().map(|term| &term.length) {
        Some(TermLength::Until(until)) => Some(*until),
        _ => None,
    };
    let terminated = convention.terminated.as_ref().map(|terminated| terminated.on);
    let done = convention.obligations.iter().flat_map(|obligation| &obligation.fulfilled).map(|times| times.on).min();
    later(Order::Decided, on, convention.decided)?;
    later(Order::Amended, on, amended)?;
    earlier(Order::Amendment, on, amendment)?;
    earlier(Order::Ended, on, ended)?;
    earlier(Order::Terminated, on, terminated)?;
    earlier(Order::Fulfilled, on, done)
}

pub(super) fn of_committee(intention: &Intention, startup: &Startup) -> Result<(), EditError> {
    let Intention::Hold { on, decision, envelope, until, .. } = intention else { return Ok(()) };
    let held = |meeting: &&Committee| meeting.on == *on && meeting.state == CommitteeState::Held;
    if startup.committees.iter().find(held).is_some_and(|held| held.decision.is_some() || decision.is_none()) {
        return Err(EditError::AlreadyHeld(*on));
    }
    if until.is_some_and(|until| until < *on) {
        return Err(EditError::EndsBeforeItBegins);
    }
    if envelope.is_some_and(|envelope| envelope <= Money::ZERO) {
        return Err(EditError::NothingPaid);
    }
    Ok(())
}

/// A day that is not before the other.
fn later(order: Order, on: Date, than: Option<Date>) -> Result<(), EditError> {
    match than {
        Some(than) if on < than => Err(EditError::OutOfOrder(order, than)),
        _ => Ok(()),
    }
}

/// A day that is not after the other.
fn earlier(order: Order, on: Date, than: Option<Date>) -> Result<(), EditError> {
    match than {
        Some(than) if on > than => Err(EditError::OutOfOrder(order, than)),
        _ => Ok(()),
    }
}
