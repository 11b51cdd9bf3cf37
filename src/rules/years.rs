//! Amounts by budget year and nature of expenditure.
//!
//! The State's budget is annual. A line with a `budget_year` counts in that year, whatever its days.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::YearFunding;
use super::ledger::ConventionLedger;
use crate::model::{Date, Expenditure, Money, Payment};

/// Returns the amounts of the startups' conventions, and of what frameworks spend for startups, by year and nature.
pub(super) fn years<'a>(ledgers: impl Iterator<Item = &'a ConventionLedger<'a>>) -> Vec<YearFunding> {
    let mut rows = YearRows::default();
    for ledger in ledgers {
        rows.add(ledger);
    }
    rows.0.into_values().collect()
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
        self.0.entry((year, nature)).or_insert_with(|| YearFunding {
            year,
            nature: nature.map(str::to_owned),
            promised: Money::ZERO,
            payments: Money::ZERO,
            ae: Money::ZERO,
            service_done: Money::ZERO,
            cp: Money::ZERO,
        })
    }
}
