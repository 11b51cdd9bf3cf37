//! Tests of the amounts per month.

use crate::model::Convention;
use crate::rules::{cash_by_month, explain_convention};
use crate::testing::portfolios::*;

#[test]
fn money_counts_in_the_month_of_its_day() {
    let of = Convention {
        contributions: vec![contribution("pau", &[("1000", at("signature"))])],
        payments: vec![
            payment("pau", "100", "2019-12-31"),
            payment("pau", "200", "2020-01-01"),
            payment("pau", "300", "2020-02-29"),
            payment("pau", "50", "2020-02-01"),
        ],
        expenditure: vec![paid("30", "2020-03-01"), paid("7", "2020-04-02")],
        ..convention("c", &[], "2019-01-31")
    };
    let portfolio = portfolio(vec![], vec![of]);
    let position = explain_convention(&portfolio, &id("c"), day("2020-04-01"));
    let found: Vec<_> = cash_by_month(&position, day("2020-04-01"), 4)
        .into_iter()
        .map(|month| (month.first.to_string(), month.received.to_string(), month.spent.to_string()))
        .collect();
    // The four months end with April. December is before them, and the payment of 2 April is in the future.
    let expected = [
        ("2020-01-01", "200.00", "0.00"),
        ("2020-02-01", "350.00", "0.00"),
        ("2020-03-01", "0.00", "30.00"),
        ("2020-04-01", "0.00", "0.00"),
    ];
    assert_eq!(found, expected.map(|(month, inn, out)| (month.to_owned(), inn.to_owned(), out.to_owned())));
    assert_eq!(cash_by_month(&position, day("2020-04-01"), 0), []);
}
