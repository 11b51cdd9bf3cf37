//! The money expected and spent month by month, if spending continues at the same rate.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, Months};

use super::cash::{CashMonth, cash_by_month};
use super::cost_allocation::split;
use super::ledger::{ConventionLedger, ledgers_of, part_of};
use super::runway::{BurnRate, Funds, WINDOW};
use super::tranches::summary;
use super::{Figure, FigureLine, TrancheSummary, explain_portfolio, explain_startup};
use crate::model::{Contribution, Date, Id, Money, Portfolio};

/// The money of a startup or of the portfolio, month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashForecast {
    /// `None` for the portfolio.
    pub startup: Option<Id>,
    /// Received and spent directly, less CP and refunds. `None` if payments are not recorded.
    pub available: Option<Money>,
    /// The rate of spending. `None` if nothing was spent in the last six months, and for the portfolio.
    pub burn: Option<BurnRate>,
    /// The last months, the current one at the end.
    pub past: Vec<CashMonth>,
    /// The next months, the current one first.
    pub months: Vec<ForecastMonth>,
    /// Payable, not received, and without a known day.
    pub undated: Money,
    /// The startups without recorded payments, whose money is in no figure.
    pub unrecorded: Vec<Id>,
}

/// A month that is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastMonth {
    /// The first of the month.
    pub first: Date,
    /// The sum of `tranches`.
    pub expected: Money,
    /// The spending at the rate of the last months.
    pub spending: Money,
    /// Available at the end of the month. `None` if what is available is unknown.
    pub balance: Option<Money>,
    pub tranches: Vec<ExpectedTranche>,
}

/// Money that is due in a month, or overdue in the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedTranche {
    /// The amount still to come.
    pub amount: Money,
    pub tranche: TrancheSummary,
}

/// The forecast of each startup with a convention, by id, and of the portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashReport {
    /// Counts each contribution once.
    pub total: CashForecast,
    pub startups: Vec<CashForecast>,
}

/// Returns the money by month for `months` months before and after a day.
///
/// A tranche is expected in the month of its due date, or in the current month if it is overdue. Spending continues at
/// the rate that the runway uses, from the day after the last line of spending until the last of the conventions ends.
/// No spending is expected after six months without any.
#[must_use]
pub fn cash_report(portfolio: &Portfolio, as_of: Date, months: u32) -> CashReport {
    let mut counted = HashSet::new();
    let (mut total, mut startups) = (blank(None, as_of, months), Vec::new());
    // Unknown until one startup's money is known.
    total.available = None;
    total.months.iter_mut().for_each(|month| month.balance = None);
    for startup in portfolio.startups.keys() {
        let ledgers = ledgers_of(portfolio, startup, as_of, false);
        let ledgers: Vec<&ConventionLedger<'_>> = ledgers.iter().filter(|ledger| ledger.counts).collect();
        if ledgers.iter().all(|ledger| ledger.is_framework()) {
            continue;
        }
        let own = of_ledgers(&ledgers, startup, as_of, months, &mut |_, _| true);
        // Contributions that several startups share count once in the total.
        let mut is_new = |convention: &Id, contribution: Option<&str>| {
            let is_split = contribution.is_some_and(|id| is_split(&ledgers, convention, id));
            is_split || counted.insert((convention.clone(), contribution.map(str::to_owned)))
        };
        if own.available.is_some() {
            add(&mut total, of_ledgers(&ledgers, startup, as_of, months, &mut is_new));
        } else {
            total.unrecorded.push(startup.clone());
        }
        startups.push(CashForecast { past: past(portfolio, Some(startup), as_of, months), ..own });
    }
    total.past = past(portfolio, None, as_of, months);
    CashReport { total, startups }
}

/// Returns the money of one startup, as in [`cash_report`].
#[must_use]
pub fn cash_forecast(portfolio: &Portfolio, startup: &Id, as_of: Date, months: u32) -> CashForecast {
    let ledgers = ledgers_of(portfolio, startup, as_of, false);
    let ledgers: Vec<&ConventionLedger<'_>> = ledgers.iter().filter(|ledger| ledger.counts).collect();
    let own = of_ledgers(&ledgers, startup, as_of, months, &mut |_, _| true);
    CashForecast { past: past(portfolio, Some(startup), as_of, months), ..own }
}

/// Returns the entries whose sum is the money available to a startup or, without one, to the portfolio. There, each
/// contribution counts once.
#[must_use]
pub fn cash_lines(portfolio: &Portfolio, startup: Option<&Id>, as_of: Date) -> Vec<FigureLine> {
    let (mut lines, mut counted) = (Vec::new(), HashSet::new());
    let startups = portfolio.startups.keys().filter(|id| startup.is_none_or(|only| only == *id));
    for id in startups {
        let ledgers = ledgers_of(portfolio, id, as_of, true);
        let ledgers: Vec<&ConventionLedger<'_>> =
            ledgers.iter().filter(|ledger| ledger.counts && !ledger.is_framework()).collect();
        if startup.is_none() && !Funds::of(&ledgers, id, as_of, &mut |_, _| true).is_recorded {
            continue;
        }
        for ledger in &ledgers {
            let convention = &ledger.terms.base.id;
            for (terms, contribution) in ledger.contributions_for(id) {
                let item = terms.provision.item;
                let is_new = !item.shares.is_empty() || counted.insert((convention.clone(), Some(item.id.clone())));
                if is_new || startup.is_some() {
                    let part = part_of(item, contribution, id);
                    let all = part.as_ref().unwrap_or(&contribution.sums).lines.iter().flatten();
                    lines.extend(all.filter_map(|(figure, line)| available_line(item.to.is_none(), *figure, line)));
                }
            }
            if counted.insert((convention.clone(), None)) {
                let rest = ledger.rest.lines.iter().flatten().filter(|(figure, _)| *figure == Figure::Cp);
                lines.extend(rest.map(|(_, line)| FigureLine { amount: -line.amount, ..line.clone() }));
            }
        }
    }
    lines
}

/// Returns what a contributor spends directly counts as available from the start, all other money once it is received.
fn available_line(is_direct: bool, figure: Figure, line: &FigureLine) -> Option<FigureLine> {
    match (is_direct, figure) {
        (true, Figure::Committed) | (false, Figure::Left) => Some(line.clone()),
        (true, Figure::Cp) => Some(FigureLine { amount: -line.amount, ..line.clone() }),
        _ => None,
    }
}

fn past(portfolio: &Portfolio, startup: Option<&Id>, as_of: Date, months: u32) -> Vec<CashMonth> {
    let explained = match startup {
        Some(id) => explain_startup(portfolio, id, as_of),
        None => explain_portfolio(portfolio, as_of),
    };
    cash_by_month(&explained, as_of, months)
}

fn is_split(ledgers: &[&ConventionLedger<'_>], convention: &Id, contribution: &str) -> bool {
    let its = ledgers.iter().filter(|ledger| ledger.terms.base.id == *convention).flat_map(|ledger| ledger.all());
    its.map(|(terms, _)| terms.provision.item).any(|item| item.id == contribution && !item.shares.is_empty())
}

fn blank(startup: Option<Id>, as_of: Date, months: u32) -> CashForecast {
    let first = as_of.with_day(1).unwrap_or(as_of);
    let months = (0..months).filter_map(|month| first.checked_add_months(Months::new(month)));
    let month = |first| ForecastMonth {
        first,
        expected: Money::ZERO,
        spending: Money::ZERO,
        balance: Some(Money::ZERO),
        tranches: Vec::new(),
    };
    CashForecast {
        startup,
        available: Some(Money::ZERO),
        burn: None,
        past: Vec::new(),
        months: months.map(month).collect(),
        undated: Money::ZERO,
        unrecorded: Vec::new(),
    }
}

/// Adds a startup whose money is known to the total.
fn add(total: &mut CashForecast, one: CashForecast) {
    let sum = |total: Option<Money>, one: Option<Money>| Some(total.unwrap_or_default() + one.unwrap_or_default());
    total.available = sum(total.available, one.available);
    total.undated += one.undated;
    for (month, of_one) in total.months.iter_mut().zip(one.months) {
        month.expected += of_one.expected;
        month.spending += of_one.spending;
        month.balance = sum(month.balance, of_one.balance);
        month.tranches.extend(of_one.tranches);
    }
}

fn of_ledgers(
    ledgers: &[&ConventionLedger<'_>],
    startup: &Id,
    as_of: Date,
    months: u32,
    counts: &mut dyn FnMut(&Id, Option<&str>) -> bool,
) -> CashForecast {
    let mut forecast = blank(Some(startup.clone()), as_of, months);
    let mut counting: BTreeMap<(Id, Option<String>), bool> = BTreeMap::new();
    let mut is_counted = |convention: &Id, contribution: Option<&str>| {
        let key = (convention.clone(), contribution.map(str::to_owned));
        *counting.entry(key).or_insert_with(|| counts(convention, contribution))
    };
    let funds = Funds::of(ledgers, startup, as_of, &mut is_counted);
    for ledger in ledgers.iter().filter(|ledger| !ledger.is_framework() && ledger.terms.base.payments_recorded) {
        for (terms, contribution) in ledger.contributions_for(startup) {
            let item = terms.provision.item;
            if item.to.is_none() || !is_counted(&ledger.terms.base.id, Some(&item.id)) {
                continue;
            }
            for tranche in contribution.tranches.iter().filter(|tranche| !tranche.lapsed) {
                let amount = part(tranche.remaining(), item, startup);
                match tranche.due {
                    _ if amount.is_zero() => {}
                    Ok(due) => {
                        let tranche = summary(ledger.terms.base, item, tranche);
                        forecast.expect(due.max(as_of), ExpectedTranche { amount, tranche });
                    }
                    Err(_) => forecast.undated += amount,
                }
            }
        }
    }
    forecast.available = Some(funds.money);
    forecast.burn = funds.burn().filter(|burn| is_recent(burn, as_of));
    if !funds.is_recorded {
        forecast.available = None;
        forecast.unrecorded.push(startup.clone());
    }
    forecast.spend(funds.ends, as_of);
    forecast
}

/// Returns the part of a startup in an amount of a contribution.
fn part(amount: Money, contribution: &Contribution, startup: &Id) -> Money {
    if contribution.shares.is_empty() {
        return amount;
    }
    let weights: Vec<i64> = contribution.shares.values().map(|weight| i64::from(*weight)).collect();
    let position = contribution.shares.keys().position(|id| id == startup);
    position.and_then(|index| split(amount, &weights).get(index).copied()).unwrap_or_default()
}

/// Returns true if the last line of spending is at most six months old.
fn is_recent(burn: &BurnRate, as_of: Date) -> bool {
    burn.paid > Money::ZERO && burn.last.checked_add_months(Months::new(6)).is_some_and(|until| as_of <= until)
}

impl CashForecast {
    /// Adds money that is expected on a day, if the forecast includes that day.
    fn expect(&mut self, on: Date, expected: ExpectedTranche) {
        let is_its = |month: &&mut ForecastMonth| (month.first.year(), month.first.month()) == (on.year(), on.month());
        if let Some(month) = self.months.iter_mut().find(is_its) {
            month.expected += expected.amount;
            month.tranches.push(expected);
        }
    }

    /// Fills in what is spent, and what is left at the end of each month.
    fn spend(&mut self, ends: Option<Date>, as_of: Date) {
        let mut balance = self.available;
        for month in &mut self.months {
            let next = month.first.checked_add_months(Months::new(1)).unwrap_or(month.first);
            if let Some(burn) = &self.burn {
                // Spending since the last line is not recorded yet.
                let from = if month.first <= as_of { burn.last.succ_opt().unwrap_or(burn.last) } else { month.first };
                let until = ends.and_then(|end| end.succ_opt()).map_or(next, |end| end.min(next));
                month.spending = burn.in_days((until - from).num_days().max(0));
            }
            balance = balance.map(|money| money + month.expected - month.spending);
            month.balance = balance;
        }
    }

    /// Returns the first of the months whose spending the rate is computed from, and the day of the last line.
    #[must_use]
    pub fn burn_window(&self) -> Option<(Date, Date)> {
        let last = self.burn.as_ref()?.last;
        Some((last.checked_sub_months(Months::new(WINDOW))?, last))
    }

    /// Returns the first month that ends with a negative balance.
    #[must_use]
    pub fn short_from(&self) -> Option<Date> {
        self.months.iter().find(|month| month.balance.is_some_and(Money::is_negative)).map(|month| month.first)
    }
}
