//! The parts of a contribution: when each is due, what of it was asked for and came in, how far a gate is.

use super::terms::{Provision, Terms, entry, record_of};
use super::{SpendingGate, TrancheState, TrancheSummary, Unknown};
use crate::model::{Call, Contribution, Date, Expenditure, Id, Money, Payment, Tranche, Trigger};

/// The need that a call for funds meets by being made; the other papers are named in its `with`.
const THE_CALL_ITSELF: &str = "call for funds";

/// A tranche as of a day. A contribution with a payee and no tranches is one part without a trigger.
pub(super) struct TrancheLedger<'a> {
    /// From 1.
    pub number: usize,
    /// What the record says of it.
    pub tranche: Option<&'a Tranche>,
    /// How much.
    pub amount: Money,
    /// How much of it has come in.
    pub paid: Money,
    /// The day that it was paid in full.
    pub paid_on: Option<Date>,
    /// How much of it was asked for.
    pub called: Money,
    /// The day it came or comes due, or what is missing to know it.
    pub due: Result<Date, Unknown>,
    /// Late after this day.
    pub late_after: Option<Date>,
    /// The convention ended early before it came due: it never will.
    pub lapsed: bool,
    /// For one gated on spending.
    pub gate: Option<SpendingGate>,
    /// Where it stands.
    pub state: TrancheState,
}

impl TrancheLedger<'_> {
    /// How much is still to come, due or not.
    pub fn remaining(&self) -> Money {
        (self.amount - self.paid).at_least_zero()
    }

    /// Whether nothing says when it comes due. One that waits for spending is no such: its threshold says.
    pub fn is_undetermined(&self) -> bool {
        !self.lapsed && self.due.is_err_and(|unknown| unknown != Unknown::Spending)
    }

    /// Whether it has come due.
    pub fn is_due(&self, as_of: Date) -> bool {
        !self.lapsed && self.due.is_ok_and(|day| day <= as_of)
    }
}

/// The parts of a contribution with a payee. Money goes to the tranche that it names, what is over and what
/// names none to the earliest unpaid ones; calls are laid out in the same way.
pub(super) fn parts<'a>(
    terms: &Terms<'a>,
    written: &Provision<'a, Contribution>,
    payments: &[&Payment],
    calls: &[&Call],
    as_of: Date,
) -> Vec<TrancheLedger<'a>> {
    let contribution = written.item;
    let mut parts: Vec<TrancheLedger<'_>> = if contribution.tranches.is_empty() {
        vec![part(1, None, contribution.amount, Err(Unknown::NoDay))]
    } else {
        contribution
            .tranches
            .iter()
            .enumerate()
            .map(|(index, tranche)| open(terms, written, index, tranche, as_of))
            .collect()
    };
    let order = by_due(&parts);
    let money = payments.iter().map(|payment| (payment.tranche, payment.amount, payment.on));
    lay_out(
        &mut parts,
        &order,
        money,
        |part| part.remaining(),
        |part, amount, on| {
            part.paid += amount;
            part.paid_on = part.paid_on.max(Some(on));
        },
    );
    let asked = calls.iter().map(|call| (call.tranche, call.amount, call.on));
    lay_out(&mut parts, &order, asked, |part| part.amount - part.called, |part, amount, _| part.called += amount);
    for part in &mut parts {
        finish(part, terms, as_of);
    }
    parts
}

fn part(number: usize, tranche: Option<&Tranche>, amount: Money, due: Result<Date, Unknown>) -> TrancheLedger<'_> {
    TrancheLedger {
        number,
        tranche,
        amount,
        paid: Money::ZERO,
        paid_on: None,
        called: Money::ZERO,
        due,
        late_after: None,
        lapsed: false,
        gate: None,
        state: TrancheState::Undetermined,
    }
}

fn open<'a>(
    terms: &Terms<'a>,
    written: &Provision<'a, Contribution>,
    index: usize,
    tranche: &'a Tranche,
    as_of: Date,
) -> TrancheLedger<'a> {
    let (due, gate) = match &tranche.when {
        Trigger::At(moment) => (terms.day_of(*moment, written.signed), None),
        Trigger::Call | Trigger::Notification | Trigger::Report(_) => (Err(Unknown::NoDay), None),
        Trigger::Spent { amount, by } => {
            let gate = gate(terms, by, *amount, as_of);
            (gate.crossed.ok_or(Unknown::Spending), Some(gate))
        }
    };
    let ended_first = match (terms.terminated(as_of), due) {
        (Some(end), Ok(day)) => day > end,
        (Some(_), Err(_)) => true,
        (None, _) => false,
    };
    TrancheLedger { gate, lapsed: ended_first, ..part(index + 1, Some(tranche), tranche.amount, due) }
}

/// How far the spending of a party is from a threshold. What is paid on one day counts together; once
/// crossed, a threshold stays crossed.
fn gate(terms: &Terms<'_>, by: &Id, threshold: Money, as_of: Date) -> SpendingGate {
    let mut paid: Vec<(Date, Money)> = terms
        .entries(|document| &document.expenditure)
        .filter(|line| spender(terms, line.item) == Some(by))
        .filter_map(|line| line.item.paid.filter(|day| *day <= as_of).map(|day| (day, line.item.amount)))
        .collect();
    paid.sort_by_key(|(day, _)| *day);
    let mut spent = Money::ZERO;
    let mut crossed = None;
    for day in paid.chunk_by(|a, b| a.0 == b.0) {
        spent += day.iter().map(|(_, amount)| *amount).sum();
        if crossed.is_none() && spent >= threshold {
            crossed = day.first().map(|(day, _)| *day);
        }
    }
    SpendingGate { by: by.clone(), spent, threshold, crossed }
}

/// Who spent a line: whom it names, else the payee of its contribution (or the contributor that spends its
/// own), else the payee of the convention.
pub(super) fn spender<'a>(terms: &Terms<'a>, line: &'a Expenditure) -> Option<&'a Id> {
    if line.by.is_some() {
        return line.by.as_ref();
    }
    let contributions = || terms.contributions.iter().map(|written| written.item);
    let named = line.contribution.as_ref().and_then(|id| contributions().find(|one| one.id == *id));
    match named {
        Some(one) => one.to.as_ref().or(Some(&one.from)),
        None => contributions().find_map(|one| one.to.as_ref()),
    }
}

/// The order in which money without a tranche fills them: by due date, those without a day last.
fn by_due(parts: &[TrancheLedger<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| {
        let due = parts.get(*index).and_then(|part| part.due.ok());
        (due.is_none(), due)
    });
    order
}

fn lay_out<'a>(
    parts: &mut [TrancheLedger<'a>],
    order: &[usize],
    entries: impl Iterator<Item = (Option<usize>, Money, Date)>,
    room: fn(&TrancheLedger<'a>) -> Money,
    give: fn(&mut TrancheLedger<'a>, Money, Date),
) {
    let mut loose = Vec::new();
    for (tranche, amount, on) in entries {
        let named = tranche.and_then(|number| number.checked_sub(1)).and_then(|index| parts.get_mut(index));
        let rest = named.map_or(amount, |part| fill(part, amount, on, room, give));
        if rest > Money::ZERO {
            loose.push((rest, on));
        }
    }
    loose.sort_by_key(|(_, on)| *on);
    for (mut rest, on) in loose {
        for index in order {
            if let Some(part) = parts.get_mut(*index) {
                rest = fill(part, rest, on, room, give);
            }
        }
    }
}

fn fill<'a>(
    part: &mut TrancheLedger<'a>,
    amount: Money,
    on: Date,
    room: fn(&TrancheLedger<'a>) -> Money,
    give: fn(&mut TrancheLedger<'a>, Money, Date),
) -> Money {
    let taken = amount.min(room(part).at_least_zero());
    if taken > Money::ZERO {
        give(part, taken, on);
    }
    amount - taken
}

fn finish(part: &mut TrancheLedger<'_>, terms: &Terms<'_>, as_of: Date) {
    if !part.lapsed {
        let patience = chrono::Days::new(terms.payment_days.into());
        part.late_after = part.due.ok().and_then(|day| day.checked_add_days(patience));
    }
    if !part.remaining().is_zero() {
        part.paid_on = None;
    }
    part.state = state(part, as_of);
}

fn state(part: &TrancheLedger<'_>, as_of: Date) -> TrancheState {
    let due = part.is_due(as_of);
    if part.remaining().is_zero() {
        TrancheState::Paid
    } else if due && part.late_after.is_some_and(|day| day < as_of) {
        TrancheState::Late
    } else if part.paid > Money::ZERO {
        TrancheState::PartPaid
    } else if part.called > Money::ZERO {
        TrancheState::Called
    } else if due {
        TrancheState::Due
    } else if part.lapsed || matches!(part.due, Ok(_) | Err(Unknown::Spending)) {
        TrancheState::Waiting
    } else {
        TrancheState::Undetermined
    }
}

/// A part as the screens take it.
pub(super) fn standing(
    terms: &Terms<'_>,
    written: &Provision<'_, Contribution>,
    part: &TrancheLedger<'_>,
    calls: &[&Call],
) -> TrancheSummary {
    let contribution = written.item;
    let path = entry("contributions", written.index);
    TrancheSummary {
        convention: terms.base.id.clone(),
        contribution: contribution.id.clone(),
        number: part.number,
        from: contribution.from.clone(),
        to: contribution.to.clone(),
        amount: part.amount,
        paid: part.paid,
        called: part.called,
        due: part.due.ok().filter(|_| !part.lapsed),
        unknown: part.due.err().filter(|_| !part.lapsed),
        late_after: part.late_after,
        state: part.state,
        gate: part.gate.clone(),
        missing: missing(part, calls),
        article: article(contribution, part),
        record: record_of(written.document),
        path: match part.tranche {
            Some(_) => path.key("tranches").index(part.number - 1),
            None => path,
        },
    }
}

/// The article of a part: its own, else that of its contribution.
pub(super) fn article(contribution: &Contribution, part: &TrancheLedger<'_>) -> Option<String> {
    part.tranche.and_then(|tranche| tranche.article.clone()).or_else(|| contribution.article.clone())
}

/// The papers that a part needs and no call for it has brought; nothing is missing once it is paid.
fn missing(part: &TrancheLedger<'_>, calls: &[&Call]) -> Vec<String> {
    if part.state == TrancheState::Paid {
        return Vec::new();
    }
    let brought = |need: &String| {
        let for_this = calls.iter().filter(|call| call.tranche.is_none_or(|number| number == part.number));
        let mut for_this = for_this.filter(|call| call.tranche.is_some() || part.called > Money::ZERO);
        for_this.any(|call| {
            need.eq_ignore_ascii_case(THE_CALL_ITSELF) || call.with.iter().any(|paper| same_words(paper, need))
        })
    };
    let needs = part.tranche.map(|tranche| tranche.needs.as_slice()).unwrap_or_default();
    needs.iter().filter(|need| !brought(need)).cloned().collect()
}

fn same_words(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
