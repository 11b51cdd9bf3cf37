//! Assigns calls and payments to tranches.

use crate::model::{Call, Date, Money, Payment};

/// A tranche with the calls and payments assigned to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Allocated<'a> {
    pub amount: Money,
    pub called: Money,
    pub paid: Money,
    /// The day on which it was paid in full, if it was.
    pub paid_on: Option<Date>,
    /// The calls that name or fill it.
    pub calls: Vec<&'a Call>,
}

impl Allocated<'_> {
    fn unpaid(&self) -> Money {
        (self.amount - self.paid).at_least_zero()
    }

    /// Returns the amount that neither calls nor payments cover.
    fn uncovered(&self) -> Money {
        (self.amount - self.called.max(self.paid)).at_least_zero()
    }
}

/// A payment and the tranches that it filled.
struct AppliedPayment<'a> {
    payment: &'a Payment,
    parts: Vec<(usize, Money)>,
    /// The amount beyond all tranches.
    excess: Money,
}

/// Assigns calls and payments to tranches of the given amounts, day by day. On the same day, calls come first.
///
/// A call fills the tranche that it names, else the earliest tranche that earlier calls and payments don't cover; the
/// rest goes to the next one. A payment fills the tranche that it names, else the earliest tranche that is not fully
/// paid. "Earliest" means the written order. A negative payment reopens what it reverses: the payment with the same
/// reference, else the latest ones. Source: habit.
pub(super) fn allocate<'a>(amounts: &[Money], calls: &[&'a Call], payments: &[&'a Payment]) -> Vec<Allocated<'a>> {
    let mut tranches: Vec<Allocated<'a>> =
        amounts.iter().map(|amount| Allocated { amount: *amount, ..Allocated::default() }).collect();
    let mut days: Vec<Date> = calls.iter().map(|call| call.on).chain(payments.iter().map(|one| one.on)).collect();
    days.sort_unstable();
    days.dedup();
    let mut applied: Vec<AppliedPayment<'a>> = Vec::new();
    for day in days {
        for call in calls.iter().filter(|call| call.on == day) {
            fill_with_call(&mut tranches, call);
        }
        for payment in payments.iter().filter(|payment| payment.on == day) {
            if payment.amount.is_negative() {
                reverse(&mut tranches, &mut applied, payment);
            } else {
                applied.push(fill_with_payment(&mut tranches, payment));
            }
        }
    }
    tranches
}

/// Yields the indices to fill: the named tranche first, then all others in written order.
fn order(named: Option<usize>, count: usize) -> impl Iterator<Item = usize> {
    let named = named.and_then(|number| number.checked_sub(1)).filter(|index| *index < count);
    named.into_iter().chain((0..count).filter(move |index| Some(*index) != named))
}

fn fill_with_call<'a>(tranches: &mut [Allocated<'a>], call: &'a Call) {
    let mut rest = call.amount;
    for (nth, index) in order(call.tranche, tranches.len()).enumerate() {
        let tranche = &mut tranches[index];
        let is_named = nth == 0 && call.tranche == Some(index + 1);
        let room = if is_named { (tranche.amount - tranche.called).at_least_zero() } else { tranche.uncovered() };
        let taken = rest.at_least_zero().min(room);
        tranche.called += taken;
        rest -= taken;
        if is_named || taken > Money::ZERO {
            tranche.calls.push(call);
        }
    }
}

fn fill_with_payment<'a>(tranches: &mut [Allocated<'_>], payment: &'a Payment) -> AppliedPayment<'a> {
    let mut rest = payment.amount;
    let mut parts = Vec::new();
    for index in order(payment.tranche, tranches.len()) {
        let tranche = &mut tranches[index];
        let taken = rest.min(tranche.unpaid());
        if taken > Money::ZERO {
            tranche.paid += taken;
            tranche.paid_on = tranche.unpaid().is_zero().then_some(payment.on);
            parts.push((index, taken));
            rest -= taken;
        }
    }
    AppliedPayment { payment, parts, excess: rest }
}

fn reverse<'a>(tranches: &mut [Allocated<'_>], applied: &mut [AppliedPayment<'a>], reversal: &'a Payment) {
    let mut rest = -reversal.amount;
    let is_meant =
        |one: &AppliedPayment<'_>| reversal.reference.is_some() && one.payment.reference == reversal.reference;
    let (meant, others): (Vec<&mut AppliedPayment<'a>>, Vec<&mut AppliedPayment<'a>>) =
        applied.iter_mut().rev().partition(|one| is_meant(one));
    for payment in meant.into_iter().chain(others) {
        if reversal.tranche.is_none() {
            let taken = rest.min(payment.excess);
            payment.excess -= taken;
            rest -= taken;
        }
        for (index, amount) in payment.parts.iter_mut().rev() {
            if reversal.tranche.is_some_and(|number| number != *index + 1) {
                continue;
            }
            let taken = rest.min(*amount);
            if taken > Money::ZERO {
                *amount -= taken;
                rest -= taken;
                tranches[*index].paid -= taken;
                tranches[*index].paid_on = None;
            }
        }
    }
}
