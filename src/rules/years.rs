//! Amounts by budget year and nature of expenditure.
//!
//! The State's budget is annual. A line with a `budget_year` counts in that year, whatever its days.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::YearFunding;
use super::ledger::ConventionLedger;
use super::terms::base_convention;
use crate::model::{Date, Expenditure, Id, Money, Payment, Portfolio};

/// Returns the amounts of the startups' conventions, and of what frameworks spend for startups, by year and nature.
pub(super) fn years<'a>(ledgers: impl Iterator<Item = &'a ConventionLedger<'a>>) -> Vec<YearFunding> {
    let mut rows = YearRows::default();
    for ledger in ledgers {
        rows.add(ledger);
    }
    rows.0.into_values().collect()
}

/// The amounts of one budget year, by convention and by nature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetYear {
    pub year: i32,
    /// Over all conventions.
    pub total: YearFunding,
    /// By id; those without an amount in the year are left out.
    pub conventions: Vec<(Id, YearFunding)>,
    /// By nature; what is not spending has none.
    pub natures: Vec<YearFunding>,
}

/// Returns the amounts of the startups' conventions, and of what frameworks spend for startups, by budget year, the
/// latest first.
#[must_use]
pub fn budget_years(portfolio: &Portfolio, as_of: Date) -> Vec<BudgetYear> {
    let all = portfolio.conventions.values().filter(|convention| !convention.is_amendment());
    let mut budgets = BudgetSums::default();
    all.for_each(|convention| budgets.add(&ConventionLedger::open(portfolio, convention, as_of, false)));
    budgets.years()
}

/// Adds up opened conventions, sorted by id, as [`budget_years`] does.
pub(super) fn budgets_of<'a>(ledgers: impl Iterator<Item = &'a ConventionLedger<'a>>) -> Vec<BudgetYear> {
    let mut budgets = BudgetSums::default();
    ledgers.for_each(|ledger| budgets.add(ledger));
    budgets.years()
}

/// Returns the same for one convention.
#[must_use]
pub fn convention_budget(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<BudgetYear> {
    let mut budgets = BudgetSums::default();
    if let Some(convention) = base_convention(portfolio, convention) {
        budgets.add(&ConventionLedger::open(portfolio, convention, as_of, false));
    }
    budgets.years()
}

#[derive(Default)]
struct BudgetSums(BTreeMap<i32, BudgetYear>);

impl BudgetSums {
    fn add(&mut self, ledger: &ConventionLedger<'_>) {
        let convention = &ledger.terms.base.id;
        for row in years(std::iter::once(ledger)) {
            let year = self.0.entry(row.year).or_insert_with(|| BudgetYear {
                year: row.year,
                total: blank(row.year, None),
                conventions: Vec::new(),
                natures: Vec::new(),
            });
            year.total.add(&row);
            match year.conventions.last_mut().filter(|(id, _)| id == convention) {
                Some((_, sum)) => sum.add(&row),
                None => year.conventions.push((convention.clone(), YearFunding { nature: None, ..row.clone() })),
            }
            match year.natures.iter_mut().find(|sum| sum.nature == row.nature) {
                Some(sum) => sum.add(&row),
                None => year.natures.push(row),
            }
        }
    }

    fn years(mut self) -> Vec<BudgetYear> {
        for year in self.0.values_mut() {
            year.natures.sort_by(|one, other| one.nature.cmp(&other.nature));
        }
        self.0.into_values().rev().collect()
    }
}

fn blank(year: i32, nature: Option<&str>) -> YearFunding {
    YearFunding {
        year,
        nature: nature.map(str::to_owned),
        promised: Money::ZERO,
        payments: Money::ZERO,
        ae: Money::ZERO,
        service_done: Money::ZERO,
        cp: Money::ZERO,
    }
}

impl YearFunding {
    fn add(&mut self, other: &Self) {
        self.promised += other.promised;
        self.payments += other.payments;
        self.ae += other.ae;
        self.service_done += other.service_done;
        self.cp += other.cp;
    }
}

#[derive(Default)]
struct YearRows<'a>(BTreeMap<(i32, Option<&'a str>), YearFunding>);

impl<'a> YearRows<'a> {
    fn add(&mut self, ledger: &'a ConventionLedger<'a>) {
        let as_of = ledger.terms.as_of;
        for charged in ledger.spending.iter().filter(|line| !line.unallocated) {
            let line = charged.entry.item;
            if ledger.is_framework() && line.startup.is_none() {
                continue;
            }
            self.add_stage(line, charged.engaged(as_of), |row| &mut row.ae);
            self.add_stage(line, line.done.filter(|day| *day <= as_of), |row| &mut row.service_done);
            self.add_stage(line, charged.paid(as_of), |row| &mut row.cp);
        }
        if ledger.is_framework() {
            return;
        }
        for (terms, contribution) in ledger.all().filter(|_| ledger.counts) {
            let item = terms.provision.item;
            for (year, amount) in &item.years {
                self.row(*year, None).promised += *amount;
            }
            let is_its = |payment: &&Payment| payment.contribution == item.id && payment.on <= as_of;
            let payments = ledger.terms.entries(|document| &document.payments).map(|entry| entry.item);
            for payment in payments.filter(|payment| !contribution.tranches.is_empty() && is_its(payment)) {
                self.row(payment.on.year(), None).payments += payment.amount;
            }
        }
    }

    fn add_stage(&mut self, line: &'a Expenditure, day: Option<Date>, of: fn(&mut YearFunding) -> &mut Money) {
        if let Some(day) = day {
            let year = line.budget_year.unwrap_or_else(|| day.year());
            *of(self.row(year, line.nature.as_deref())) += line.amount;
        }
    }

    fn row(&mut self, year: i32, nature: Option<&'a str>) -> &mut YearFunding {
        self.0.entry((year, nature)).or_insert_with(|| blank(year, nature))
    }
}
