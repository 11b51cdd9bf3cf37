//! The day on which a startup's money runs out at the rate of its last six months of spending.

use chrono::{Days, Months};
use rust_decimal::prelude::ToPrimitive;

use super::ledger::{ConventionLedger, part_of};
use super::{Figure, FigureLine};
use crate::model::{Date, Id, Money};

/// The months that make the rate.
const WINDOW: u32 = 6;
/// Younger spending counts over so many days at least: one invoice makes no trend.
const MIN_DAYS: i64 = 30;
/// A day this many years after the last line says nothing.
const MAX_YEARS: u32 = 10;

/// The day on which the money of a startup runs out, or ran out. `None` if nothing was spent, if payments are not
/// recorded, or beyond ten years.
///
/// The rate is CP in the six months up to the last line of spending, credit notes deducted. The money is what was
/// received and what contributors spend themselves, less CP and refunds, all up to the day of the answers. It lasts
/// from the last line's day, so the result doesn't move because time passes. It ends with the last of the conventions,
/// if all have an end. Frameworks don't count. Source: habit (the handbook asks for a committee before the money runs
/// out).
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

/// The last whole day that the money lasts, from the last line on.
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
