//! Tests of the amounts by budget year and nature.

use std::collections::BTreeMap;

use crate::model::{Convention, ConventionKind, Expenditure};
use crate::parallel::Sequential;
use crate::rules::{YearFunding, budget_years, funding};
use crate::testing::portfolios::*;

/// Writes a row as `year nature promised payments AE done CP`.
fn say(row: &YearFunding) -> String {
    let amounts = [row.promised, row.payments, row.ae, row.service_done, row.cp].map(|one| one.to_string());
    format!("{} {} {}", row.year, row.nature.as_deref().unwrap_or("-"), amounts.join(" ").replace(".00", ""))
}

/// Ordered in November 2020, done in December, and paid in January 2021.
fn over_new_year(amount: &str) -> Expenditure {
    Expenditure {
        committed: Some(day("2020-11-01")),
        done: Some(day("2020-12-15")),
        paid: Some(day("2021-01-05")),
        ..Expenditure::new(money(amount))
    }
}

fn hundred() -> Convention {
    let mut convention = Convention {
        contributions: vec![contribution("pau", &[("100", at("signature"))])],
        payments: vec![payment("pau", "50", "2020-12-31"), payment("pau", "-10", "2021-01-01")],
        expenditure: vec![
            over_new_year("30"),
            Expenditure { budget_year: Some(2020), nature: Some("development".to_owned()), ..over_new_year("20") },
        ],
        ..convention("c", &["s"], "2020-02-01")
    };
    convention.contributions[0].years = BTreeMap::from([(2020, money("60")), (2021, money("40"))]);
    convention
}

#[test]
fn each_stage_counts_in_the_year_of_its_day_unless_the_line_names_one() {
    let of = |as_of: &str| -> Vec<String> {
        let portfolio = portfolio(vec![startup("s")], vec![hundred()]);
        funding(&portfolio, day(as_of), &Sequential).0.years.iter().map(say).collect()
    };
    // Of the line without a year, AE and the service are of 2020, CP of 2021. All of the other is of 2020.
    let expected = ["2020 - 60 50 30 30 0", "2020 development 0 0 20 20 20", "2021 - 40 -10 0 0 30"];
    assert_eq!(of("2021-06-01"), expected);
    assert_eq!(of("2020-11-30")[..2], ["2020 - 60 0 30 0 0".to_owned(), "2020 development 0 0 20 0 0".to_owned()]);
}

#[test]
fn a_framework_counts_with_the_lines_that_name_a_startup() {
    let framework = Convention { kind: ConventionKind::Framework, startups: Vec::new(), ..hundred() };
    let named = Convention {
        expenditure: vec![Expenditure { startup: Some(id("s")), ..over_new_year("7") }, over_new_year("9")],
        ..framework
    };
    let years = budget_years(&portfolio(vec![startup("s")], vec![named]), day("2021-06-01"));
    let rows: Vec<String> = years.iter().map(|year| say(&year.total)).collect();
    assert_eq!(rows, ["2021 - 0 0 0 0 7", "2020 - 0 0 7 7 0"]);
}
