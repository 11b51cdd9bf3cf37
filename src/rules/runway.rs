//! The runway: the day on which a startup's money runs out at the rate of its last six months of spending.

use chrono::{Days, Months};
use rust_decimal::prelude::ToPrimitive;

use super::ledger::{ConventionLedger, part_of};
use super::{Figure, FigureLine};
use crate::model::{Date, Id, Money};

/// The number of months of spending that the rate is computed from.
const WINDOW: u32 = 6;
/// The rate covers at least this many days, because a single recent invoice shows no trend.
const MIN_DAYS: i64 = 30;
/// A runway longer than this is meaningless.
const MAX_YEARS: u32 = 10;

/// Returns the day on which the money of a startup runs out or ran out. `None` if nothing was spent, if payments are
/// not recorded, or if that day is more than ten years after the last line of spending.
///
/// The rate is the CP of the six months up to the last line of spending, less credit notes. The money is what was
/// received and what contributors spend directly, less CP and refunds, all up to `as_of`. The runway starts on the day
/// of the last line, so it doesn't move as time passes. It ends with the last of the conventions if all of them have an
/// end. Frameworks don't count.
///
/// Source: habit; the handbook asks for a committee 30 to 45 days before the money runs out.
pub(super) fn runs_out(ledgers: &[&ConventionLedger<'_>], startup: &Id, as_of: Date) -> Option<Date> {
    let own: Vec<_> = ledgers.iter().filter(|ledger| !ledger.is_framework() && ledger.counts).collect();
    let mut money = Money::ZERO;
    let mut spent: Vec<(Date, Money)> = Vec::new();
    for ledger in &own {
        for (terms, contribution) in ledger.contributions_for(startup) {
            let part = part_of(terms.provision.item, contribution, startup);
            let figures = part.as_ref().unwrap_or(&contribution.sums).figures;
            if !figures.payments_recorded() {
                return None;
            }
            let is_direct = terms.provision.item.to.is_none();
            money += if is_direct { figures.committed - figures.cp } else { figures.left };
            match part.and_then(|part| part.lines) {
                Some(lines) => spent.extend(lines.iter().filter_map(paid_line)),
                None => spent.extend(contribution.paid.iter().copied()),
            }
        }
        money -= ledger.rest.figures.cp;
        let unborne = ledger.spending.iter().filter(|line| !line.unallocated && !line.unborne.is_zero());
        spent.extend(unborne.filter_map(|line| Some((line.paid(as_of)?, line.unborne))));
    }
    let last = spent.iter().map(|(on, _)| *on).max()?;
    let day = lasts(money.at_least_zero(), &spent, last)?;
    let ends: Option<Vec<Date>> = own.iter().map(|ledger| ledger.terms.firm_end()).collect();
    Some(ends.and_then(|ends| ends.into_iter().max()).map_or(day, |end| day.min(end)))
}

fn paid_line((figure, line): &(Figure, FigureLine)) -> Option<(Date, Money)> {
    line.on.filter(|_| *figure == Figure::Cp).map(|on| (on, line.amount))
}

/// Returns the last full day that the money lasts, counted from the last line.
fn lasts(money: Money, spent: &[(Date, Money)], last: Date) -> Option<Date> {
    let start = last.checked_sub_months(Months::new(WINDOW))?;
    let first = spent.iter().map(|(on, _)| *on).min()?;
    let paid: Money = spent.iter().filter(|(on, _)| *on > start).map(|(_, amount)| *amount).sum();
    let days = if first > start { (last - first).num_days().max(MIN_DAYS) } else { (last - start).num_days() };
    if paid <= Money::ZERO {
        return None;
    }
    let count = (money.decimal() * rust_decimal::Decimal::from(days)).checked_div(paid.decimal())?;
    let day = last.checked_add_days(Days::new(count.trunc().to_u64()?))?;
    (day <= last.checked_add_months(Months::new(12 * MAX_YEARS))?).then_some(day)
}
