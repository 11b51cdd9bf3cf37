//! Tests of the day on which the money runs out.

use crate::model::{Convention, Date, Expenditure, Payment, TermLength};
use crate::rules::{StartupSummary, startup_summary};
use crate::testing::portfolios::*;

fn runs_out(payments: Vec<Payment>, expenditure: Vec<Expenditure>, own: Option<&str>, as_of: &str) -> Option<Date> {
    summary(payments, expenditure, own, None, as_of).runs_out
}

fn summary(
    payments: Vec<Payment>,
    expenditure: Vec<Expenditure>,
    own: Option<&str>,
    until: Option<&str>,
    as_of: &str,
) -> StartupSummary {
    let mut contributions = vec![contribution("pau", &[("1000", at("signature"))])];
    contributions.extend(own.map(|amount| own_spending("anct", "anct", amount)));
    let term = until.and_then(|until| term(TermLength::Until(day(until))));
    let convention = Convention { contributions, payments, expenditure, term, ..convention("c", &["s"], "2020-01-01") };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    startup_summary(&portfolio, &id("s"), day(as_of)).expect("a row")
}

#[test]
fn the_runway_uses_the_rate_of_the_last_six_months() {
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // The last line is of 2020-12-01. In the six months from 2020-06-01, which are 183 days, 183 were paid: one a day.
    // 1000 − 100 − 183 = 717 are left and last 717 days, to 2022-11-18 (365 days to 2021-12-01, 352 more).
    let spending = || vec![paid("100", "2020-05-01"), paid("83", "2020-07-01"), paid("100", "2020-12-01")];
    for as_of in ["2020-12-01", "2021-03-01", "2022-12-01"] {
        assert_eq!(runs_out(thousand(), spending(), None, as_of), Some(day("2022-11-18")), "as of {as_of}");
    }
    // A credit note of 83 in September leaves 100 in 183 days, and 800: 1464 days, to 2024-12-04.
    let mut credited = spending();
    credited.push(paid("-83", "2020-09-01"));
    assert_eq!(runs_out(thousand(), credited, None, "2020-12-01"), Some(day("2024-12-04")));
    // Without spending there is no rate and no day. 999 × 30 days is beyond ten years.
    assert_eq!(runs_out(thousand(), vec![], None, "2020-12-01"), None);
    assert_eq!(runs_out(thousand(), vec![paid("1", "2020-03-01")], None, "2020-12-01"), None);
}

#[test]
fn recent_spending_is_averaged_over_at_least_a_month() {
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // 600 in the 44 days from 2020-10-02 to 2020-11-15: 400 last 400 × 44 / 600 = 29 days, to 2020-12-14.
    let spending = vec![paid("300", "2020-10-02"), paid("300", "2020-11-15")];
    assert_eq!(runs_out(thousand(), spending, None, "2020-12-01"), Some(day("2020-12-14")));
    // A single invoice counts over thirty days: 900 last 900 × 30 / 100 = 270 days from 2020-11-30, to 2021-08-27.
    assert_eq!(runs_out(thousand(), vec![paid("100", "2020-11-30")], None, "2020-12-01"), Some(day("2021-08-27")));
}

#[test]
fn money_spent_directly_counts_for_the_runway() {
    // Nothing was received, and ANCT spends 160 directly. 100 were spent in 44 days: the remaining 60 last 60 × 44 /
    // 100 = 26 days, to 2020-12-11.
    let spending = vec![paid("50", "2020-10-02"), paid("50", "2020-11-15")];
    assert_eq!(runs_out(vec![], spending, Some("160"), "2020-12-01"), Some(day("2020-12-11")));
}

#[test]
fn the_day_of_the_run_out_does_not_move() {
    let spending = || vec![paid("600", "2020-10-02"), paid("300", "2020-11-10"), paid("300", "2020-11-15")];
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // 1000 − 600 − 300 − 300 = −200 on the day of the last line.
    assert_eq!(runs_out(thousand(), spending(), None, "2020-11-15"), Some(day("2020-11-15")));
    assert_eq!(runs_out(thousand(), spending(), None, "2020-12-01"), Some(day("2020-11-15")));
    // Nothing was received at all: the money left is never below zero.
    assert_eq!(runs_out(vec![], spending(), None, "2020-12-01"), Some(day("2020-11-15")));
}

#[test]
fn the_end_of_the_conventions_bounds_the_runway() {
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    let until = |amount: &str, end: &str| {
        summary(thousand(), vec![paid(amount, "2020-11-30")], None, Some(end), "2020-12-15").runs_out
    };
    // 900 last 270 days, to 2021-08-27.
    assert_eq!(until("100", "2021-06-30"), Some(day("2021-06-30")));
    assert_eq!(until("100", "2021-12-31"), Some(day("2021-08-27")));
    // 999 × 30 days are beyond ten years; the convention ends before that, or not.
    assert_eq!(until("1", "2021-06-30"), Some(day("2021-06-30")));
    assert_eq!(until("1", "2030-11-30"), Some(day("2030-11-30")));
    assert_eq!(until("1", "2030-12-01"), None);
}

#[test]
fn a_day_that_has_passed_comes_with_the_last_day_on_record() {
    let spending = || vec![paid("600", "2020-10-02"), paid("300", "2020-11-15")];
    let of = |payments, as_of: &str| {
        let summary = summary(payments, spending(), None, None, as_of);
        (summary.runs_out, summary.silent_since(day(as_of)))
    };
    // 900 in the 44 days to 2020-11-15: 100 last 4 days, to 2020-11-19.
    let paid_once = || vec![payment("pau", "1000", "2020-01-01")];
    assert_eq!(of(paid_once(), "2020-11-19"), (Some(day("2020-11-19")), None));
    assert_eq!(of(paid_once(), "2020-11-20"), (Some(day("2020-11-19")), Some(day("2020-11-15"))));
    // 50 more arrived on 2020-11-18: 150 last 7 days.
    let twice = [paid_once(), vec![payment("pau", "50", "2020-11-18")]].concat();
    assert_eq!(of(twice, "2020-12-01"), (Some(day("2020-11-22")), Some(day("2020-11-18"))));
}
