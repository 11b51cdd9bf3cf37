//! Tests of the cost of one use, one useful result, and one impact.

use crate::model::{Convention, Expenditure, Heading, Indicator, IndicatorValue, Portfolio, Startup};
use crate::rules::unit_costs;
use crate::testing::portfolios::*;

fn indicator(name: &str, heading: Heading, values: &[(&str, &str)]) -> Indicator {
    let values =
        values.iter().map(|(on, value)| IndicatorValue { on: day(on), value: value.parse().expect("a number") });
    Indicator { heading: Some(heading), values: values.collect(), ..Indicator::new(name) }
}

fn spending(expenditure: Vec<Expenditure>, indicators: Vec<Indicator>) -> Portfolio {
    let contributions = vec![contribution("pau", &[("90000", at("signature"))])];
    let payments = vec![payment("pau", "90000", "2024-01-01")];
    let convention = Convention { contributions, payments, expenditure, ..convention("c", &["s"], "2024-01-01") };
    portfolio(vec![Startup { indicators, ..startup("s") }], vec![convention])
}

/// The cost for each heading: use, utility, impact.
fn costs(portfolio: &Portfolio, on: &str) -> Vec<Option<String>> {
    unit_costs(portfolio, &id("s"), day(on)).iter().map(|one| one.cost().map(|cost| cost.to_string())).collect()
}

#[test]
fn the_cost_is_the_cp_of_twelve_months_divided_by_the_last_value() {
    let used =
        indicator("Users", Heading::Used, &[("2025-01-01", "100"), ("2026-03-01", "480"), ("2026-09-01", "500")]);
    let impact = indicator("Impact", Heading::Impactful, &[("2026-06-01", "7")]);
    let lines = || vec![paid("5000", "2025-06-30"), paid("10000", "2025-07-01"), paid("14000", "2026-06-30")];
    let portfolio = spending(lines(), vec![used, impact]);
    // The twelve months to 2026-06-30 begin on 2025-07-01: 10000 + 14000 = 24000. 24000 / 480 = 50; 24000 / 7 =
    // 3428.571…; no indicator is about utility.
    assert_eq!(costs(&portfolio, "2026-06-30"), [Some("50.00".to_owned()), None, Some("3428.57".to_owned())]);
    // A day earlier the invoice of 14000 is not paid, and that of 2025-06-30 counts: 15000 / 480 = 31.25.
    assert_eq!(costs(&portfolio, "2026-06-29")[0], Some("31.25".to_owned()));
    // From 2026-07-01 on the line of the year before has left: 14000 / 480 = 29.166…; then 14000 / 500 = 28.
    assert_eq!(costs(&portfolio, "2026-07-01")[0], Some("29.17".to_owned()));
    assert_eq!(costs(&portfolio, "2026-09-01")[0], Some("28.00".to_owned()));
}

#[test]
fn a_missing_term_leaves_the_cost_unknown() {
    let users = |value: &str| vec![indicator("Users", Heading::Used, &[("2026-01-01", value)])];
    let line = || vec![paid("1000", "2026-01-01")];
    assert_eq!(costs(&spending(line(), users("10")), "2026-02-01"), [Some("100.00".to_owned()), None, None]);
    for (portfolio, why) in [
        (spending(vec![], users("10")), "no spending"),
        (spending(vec![paid("1000", "2024-01-01")], users("10")), "no spending in twelve months"),
        (spending(vec![paid("-5", "2026-01-01")], users("10")), "only a credit note"),
        (spending(line(), users("0")), "nobody uses it"),
        (spending(line(), vec![indicator("Users", Heading::Used, &[("2026-03-01", "10")])]), "a later value"),
        (spending(line(), vec![Indicator { heading: None, ..users("10").remove(0) }]), "no heading"),
    ] {
        assert_eq!(costs(&portfolio, "2026-02-01"), [None, None, None], "{why}");
    }
}

#[test]
fn the_main_indicator_of_a_heading_counts() {
    let mut two = vec![
        indicator("Visits", Heading::Used, &[("2026-01-01", "1000")]),
        indicator("Users", Heading::Used, &[("2026-01-01", "10")]),
    ];
    let line = || vec![paid("1000", "2026-01-01")];
    assert_eq!(costs(&spending(line(), two.clone()), "2026-02-01")[0], Some("1.00".to_owned()), "the first");
    two[1].main = true;
    assert_eq!(costs(&spending(line(), two), "2026-02-01")[0], Some("100.00".to_owned()));
}
