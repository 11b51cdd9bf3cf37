//! Tests of the money expected by month.

use crate::model::Money;
use crate::model::{Convention, TermLength};
use crate::rules::{cash_forecast, cash_lines, cash_report};
use crate::testing::portfolios::*;

#[test]
fn tranches_and_spending_are_expected_month_by_month() {
    // 1000 received, 300 of them paid in the 60 days up to 30 November: 5 a day. 400 were due on 1 October and are
    // overdue, 500 fall due on 15 January. The convention ends on 31 January.
    let of = Convention {
        contributions: vec![contribution(
            "pau",
            &[("1000", at("signature")), ("400", at("2020-10-01")), ("500", at("2021-01-15"))],
        )],
        payments: vec![payment("pau", "1000", "2020-01-01")],
        expenditure: vec![paid("100", "2020-10-01"), paid("200", "2020-11-30")],
        ..convention("c", &["s"], "2020-01-01")
    };
    let of = Convention { term: term(TermLength::Until(day("2021-01-31"))), ..of };
    let portfolio = portfolio(vec![startup("s")], vec![of]);
    let forecast = cash_forecast(&portfolio, &id("s"), day("2020-12-11"), 3);
    assert_eq!(forecast.available.map(|money| money.to_string()).as_deref(), Some("700.00"));
    let months: Vec<[String; 4]> = forecast
        .months
        .iter()
        .map(|month| {
            let balance = month.balance.map(|money| money.to_string()).unwrap_or_default();
            [month.first.to_string(), month.expected.to_string(), month.spending.to_string(), balance]
        })
        .collect();
    // December has 31 days after the last line, January 31, and February is after the end: 155 each.
    assert_eq!(
        months,
        [
            ["2020-12-01", "400.00", "155.00", "945.00"],
            ["2021-01-01", "500.00", "155.00", "1290.00"],
            ["2021-02-01", "0.00", "0.00", "1290.00"],
        ]
    );
    assert_eq!(forecast.short_from(), None);
    // Seven months after the last line, nothing says how much is spent.
    let later = cash_forecast(&portfolio, &id("s"), day("2021-07-01"), 3);
    assert_eq!(later.burn, None);
}

#[test]
fn the_total_counts_shared_contributions_once() {
    let of = Convention {
        contributions: vec![contribution("pau", &[("1000", at("signature"))])],
        expenditure: vec![paid("300", "2020-11-30")],
        ..convention("c", &["s", "t"], "2020-12-01")
    };
    let unknown = Convention {
        contributions: vec![contribution("pau", &[("50", at("signature"))])],
        payments_recorded: false,
        // In no figure either.
        expenditure: vec![paid("30", "2020-11-30")],
        ..convention("d", &["u"], "2020-12-01")
    };
    let alone = cash_report(&portfolio(vec![startup("u")], vec![unknown.clone()]), day("2020-12-11"), 2).total;
    assert_eq!((alone.available, alone.months[0].balance), (None, None));
    let portfolio = portfolio(vec![startup("s"), startup("t"), startup("u")], vec![of, unknown]);
    let report = cash_report(&portfolio, day("2020-12-11"), 2);
    let expected = |forecast: &crate::rules::CashForecast| forecast.months[0].expected.to_string();
    assert_eq!(report.startups.iter().map(expected).collect::<Vec<_>>(), ["1000.00", "1000.00", "0.00"]);
    assert_eq!(expected(&report.total), "1000.00");
    // 300 in thirty days are 10 a day; December has 31 days after the last line. Short at the end of January, with
    // −300 + 1000 − 310 − 310 = 80 left.
    let spending = |forecast: &crate::rules::CashForecast| forecast.months[1].spending.to_string();
    assert_eq!(spending(&report.total), "310.00");
    assert_eq!(report.total.months[1].balance.map(|money| money.to_string()).as_deref(), Some("80.00"));
    assert_eq!(report.startups[2].available, None);
    assert_eq!(report.total.unrecorded, [id("u")]);
    // The total adds up the lines of all startups except those without recorded payments.
    let sum =
        |startup| cash_lines(&portfolio, startup, day("2020-12-11")).iter().map(|line| line.amount).sum::<Money>();
    assert_eq!(Some(sum(None)), report.total.available);
    for one in &report.startups[..2] {
        assert_eq!(Some(sum(one.startup.as_ref())), one.available);
    }
}
