//! The day a startup's money runs out at the rate of the last six months.

use super::ledger::ConventionLedger;
use crate::model::{Date, Id, Money, Span};
use rust_decimal::prelude::ToPrimitive;

/// Spending younger than this makes no rate of its own: one invoice is no trend.
const SHORTEST: i64 = 30;

/// The day that the money of a startup runs out, or ran out; `None` where nothing was spent in the last six months.
///
/// The money is what came in and what contributors spend themselves, less what was paid and given back. The rate
/// is what was paid in the six months up to the day; where the first payment is younger than that, since then
/// and over thirty days at least. Once it has run out, the day it did so stays.
pub(super) fn runs_out(books: &[&ConventionLedger<'_>], startup: &Id, as_of: Date) -> Option<Date> {
    let mut funds = Money::ZERO;
    let mut flows: Vec<(Date, Money)> = Vec::new();
    for (written, share) in books.iter().flat_map(|book| book.shares_of(Some(startup))) {
        flows.extend_from_slice(&share.flows);
        if written.item.to.is_none() {
            funds += share.tally.figures.committed;
        }
    }
    let rate = Rate::of(&flows, as_of)?;
    flows.sort_by_key(|(day, _)| *day);
    let left = funds + flows.iter().map(|(_, amount)| *amount).sum();
    if left > Money::ZERO { rate.lasts(left, as_of) } else { ran_out(funds, &flows) }
}

struct Rate {
    paid: Money,
    days: i64,
}

impl Rate {
    fn of(flows: &[(Date, Money)], as_of: Date) -> Option<Self> {
        let Span { count, .. } = Span::months(6);
        let six_months_ago = as_of.checked_sub_months(chrono::Months::new(count))?;
        let out = || flows.iter().filter(|(_, amount)| amount.is_negative());
        let first = out().map(|(day, _)| *day).min()?;
        let recent = out().filter(|(day, _)| *day > six_months_ago);
        let paid: Money = recent.map(|(_, amount)| -*amount).sum();
        let days = (as_of - six_months_ago.max(first)).num_days().max(SHORTEST);
        (paid > Money::ZERO).then_some(Self { paid, days })
    }

    /// The day so much lasts to: its last whole day.
    fn lasts(&self, left: Money, as_of: Date) -> Option<Date> {
        let days = (left.decimal() * rust_decimal::Decimal::from(self.days)).checked_div(self.paid.decimal())?;
        as_of.checked_add_days(chrono::Days::new(days.trunc().to_u64()?))
    }
}

/// The last day on which the money went from something to nothing.
fn ran_out(funds: Money, flows: &[(Date, Money)]) -> Option<Date> {
    let mut left = funds;
    let mut gone = None;
    for day in flows.chunk_by(|a, b| a.0 == b.0) {
        let before = left;
        left += day.iter().map(|(_, amount)| *amount).sum();
        if left <= Money::ZERO && (before > Money::ZERO || gone.is_none()) {
            gone = day.first().map(|(day, _)| *day);
        }
    }
    gone
}
