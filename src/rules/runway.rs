//! The runway: the day on which a startup's money runs out at the rate of its last six months of spending.

use chrono::{Days, Months};
use rust_decimal::prelude::ToPrimitive;

use super::ledger::{ConventionLedger, part_of};
use super::{Figure, FigureLine};
use crate::model::{Date, Id, Money};

/// The number of months of spending that the rate is computed from.
pub(super) const WINDOW: u32 = 6;
/// The rate covers at least this many days, because a single recent invoice shows no trend.
const MIN_DAYS: i64 = 30;
/// A runway longer than this is meaningless.
const MAX_YEARS: u32 = 10;

/// Returns the day on which the money of a startup runs out or ran out. `None` if nothing was spent, if payments are
/// not recorded, or if that day, bounded by the end of the conventions, is more than ten years after the last line of
/// spending.
///
/// The rate is the CP of the six months up to the last line of spending, less credit notes. The money is what was
/// received and what contributors spend directly, less CP and refunds, all up to `as_of`. The runway starts on the day
/// of the last line, so it doesn't move as time passes. It ends with the last of the conventions if all of them have an
/// end. Frameworks don't count.
///
/// Source: habit; the handbook asks for a committee 30 to 45 days before the money runs out.
pub(super) fn runs_out(ledgers: &[&ConventionLedger<'_>], startup: &Id, as_of: Date) -> Option<Date> {
    let funds = Funds::of(ledgers, startup, as_of, &mut |_, _| true);
    if !funds.is_recorded {
        return None;
    }
    let burn = funds.burn()?;
    let day = match (lasts(funds.money.at_least_zero(), &burn), funds.ends) {
        (Lasts::Until(day), Some(end)) => day.min(end),
        (Lasts::Until(day), None) => day,
        (Lasts::BeyondTheCalendar, end) => end?,
        (Lasts::Unknown, _) => return None,
    };
    (day <= burn.last.checked_add_months(Months::new(12 * MAX_YEARS))?).then_some(day)
}

/// Returns the last day on which a startup's payments, spending or refunds were recorded.
pub(super) fn last_recorded(ledgers: &[&ConventionLedger<'_>], as_of: Date) -> Option<Date> {
    let own = ledgers.iter().filter(|ledger| !ledger.is_framework() && ledger.counts);
    let days = own.flat_map(|ledger| {
        let payments = ledger.terms.entries(|document| &document.payments).map(|entry| entry.item.on);
        let refunds = ledger.terms.entries(|document| &document.refunds).map(|entry| entry.item.on);
        let spending = ledger
            .terms
            .entries(|document| &document.expenditure)
            .flat_map(|entry| [entry.item.committed, entry.item.done, entry.item.paid].into_iter().flatten());
        payments.chain(refunds).chain(spending)
    });
    days.filter(|day| *day <= as_of).max()
}

/// The money that a startup can spend, and what it spent.
pub(super) struct Funds {
    /// Received and spent directly, less CP and refunds, all up to the day of the answer.
    pub money: Money,
    /// The lines of CP with their days.
    pub spent: Vec<(Date, Money)>,
    /// The last of the ends, if all conventions have one.
    pub ends: Option<Date>,
    /// Whether the payments of all contributions are recorded.
    pub is_recorded: bool,
}

impl Funds {
    /// Adds up the conventions of a startup without frameworks. `counts` decides whether a contribution counts, or, if
    /// it gets `None`, what no contribution of a convention bears.
    pub fn of(
        ledgers: &[&ConventionLedger<'_>],
        startup: &Id,
        as_of: Date,
        counts: &mut dyn FnMut(&Id, Option<&str>) -> bool,
    ) -> Self {
        let own: Vec<_> = ledgers.iter().filter(|ledger| !ledger.is_framework() && ledger.counts).collect();
        let ends: Option<Vec<Date>> = own.iter().map(|ledger| ledger.terms.firm_end()).collect();
        let ends = ends.and_then(|ends| ends.into_iter().max());
        let mut funds = Self { money: Money::ZERO, spent: Vec::new(), ends, is_recorded: true };
        for ledger in own {
            let convention = &ledger.terms.base.id;
            for (terms, contribution) in ledger.contributions_for(startup) {
                let item = terms.provision.item;
                if !counts(convention, Some(&item.id)) {
                    continue;
                }
                let part = part_of(item, contribution, startup);
                let figures = part.as_ref().unwrap_or(&contribution.sums).figures;
                funds.is_recorded &= figures.payments_recorded();
                funds.money += if item.to.is_none() { figures.committed - figures.cp } else { figures.left };
                match part.and_then(|part| part.lines) {
                    Some(lines) => funds.spent.extend(lines.iter().filter_map(paid_line)),
                    None => funds.spent.extend(contribution.paid.iter().copied()),
                }
            }
            if counts(convention, None) {
                funds.money -= ledger.rest.figures.cp;
                let unborne = ledger.spending.iter().filter(|line| !line.unallocated && !line.unborne.is_zero());
                funds.spent.extend(unborne.filter_map(|line| Some((line.paid(as_of)?, line.unborne))));
            }
        }
        funds
    }

    /// Returns the rate of spending. `None` if nothing was spent.
    pub fn burn(&self) -> Option<BurnRate> {
        let last = self.spent.iter().map(|(on, _)| *on).max()?;
        let start = last.checked_sub_months(Months::new(WINDOW))?;
        let first = self.spent.iter().map(|(on, _)| *on).min()?;
        let recent = self.spent.iter().filter(|(on, _)| *on > start);
        let days = if first > start { (last - first).num_days().max(MIN_DAYS) } else { (last - start).num_days() };
        Some(BurnRate { paid: recent.map(|(_, amount)| *amount).sum(), days, last })
    }
}

/// The rate at which money is spent: the CP of the six months up to the last line, by the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BurnRate {
    pub paid: Money,
    /// The number of days in which it was paid.
    pub days: i64,
    /// The day of the last line.
    pub last: Date,
}

impl BurnRate {
    /// Returns what is spent in a number of days, in whole cents.
    #[must_use]
    pub fn in_days(&self, days: i64) -> Money {
        let cents = i128::from(self.paid.cents()) * i128::from(days) / i128::from(self.days.max(1));
        Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX))
    }

    /// Returns what is spent in an average month.
    #[must_use]
    pub fn per_month(&self) -> Money {
        Money::from_cents(self.in_days(365).cents() / 12)
    }
}

fn paid_line((figure, line): &(Figure, FigureLine)) -> Option<(Date, Money)> {
    line.on.filter(|_| *figure == Figure::Cp).map(|on| (on, line.amount))
}

/// How long money lasts at a rate.
enum Lasts {
    /// The last full day, counted from the last line.
    Until(Date),
    BeyondTheCalendar,
    /// Nothing is spent.
    Unknown,
}

fn lasts(money: Money, burn: &BurnRate) -> Lasts {
    if burn.paid <= Money::ZERO {
        return Lasts::Unknown;
    }
    let count = (money.decimal() * rust_decimal::Decimal::from(burn.days)).checked_div(burn.paid.decimal());
    let day = count.and_then(|count| burn.last.checked_add_days(Days::new(count.trunc().to_u64()?)));
    day.map_or(Lasts::BeyondTheCalendar, Lasts::Until)
}
