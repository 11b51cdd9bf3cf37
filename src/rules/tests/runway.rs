//! The day the money runs out.

use crate::model::{Convention, Date, Expenditure, Payment};
use crate::rules::startup_summary;
use crate::rules::testing::*;

fn runs_out(payments: Vec<Payment>, expenditure: Vec<Expenditure>, own: Option<&str>, as_of: &str) -> Option<Date> {
    let mut contributions = vec![contribution("pau", &[("1000", at("signature"))])];
    contributions.extend(own.map(|amount| own_spending("anct", "anct", amount)));
    let convention = Convention { contributions, payments, expenditure, ..convention("c", &["s"], "2020-01-01") };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    startup_summary(&portfolio, &id("s"), day(as_of)).expect("a row").runs_out
}

#[test]
fn at_the_rate_of_the_last_six_months() {
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // Six months before 2020-12-01 is 2020-06-01, 183 days before. Of what was paid, 183 falls within: one a day.
    // Left: 1000 − 100 − 183 = 717: 717 days on from 2020-12-01 is 2022-11-18 (2021-12-01 is 365, 352 more).
    let spending = vec![paid("100", "2020-05-01"), paid("83", "2020-07-01"), paid("100", "2020-12-01")];
    assert_eq!(runs_out(thousand(), spending, None, "2020-12-01"), Some(day("2022-11-18")));
    // The day six months ago is no longer within them.
    let spending = vec![paid("100", "2020-06-01"), paid("183", "2020-06-02")];
    assert_eq!(runs_out(thousand(), spending, None, "2020-12-01"), Some(day("2022-11-18")));
    // Nothing spent for six months: no rate, no day. Nor before anything was spent.
    assert_eq!(runs_out(thousand(), vec![paid("100", "2020-03-01")], None, "2020-12-01"), None);
    assert_eq!(runs_out(thousand(), vec![], None, "2020-12-01"), None);
}

#[test]
fn spending_that_is_younger_counts_from_its_first_day_and_over_a_month_at_least() {
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // First paid on 2020-10-02, sixty days before: 600 in 60 days, and 400 last forty, to 2021-01-10.
    let spending = vec![paid("300", "2020-10-02"), paid("300", "2020-11-15")];
    assert_eq!(runs_out(thousand(), spending, None, "2020-12-01"), Some(day("2021-01-10")));
    // One invoice of yesterday makes a rate over thirty days: 900 last 900 × 30 / 100 = 270, to 2021-08-28.
    assert_eq!(runs_out(thousand(), vec![paid("100", "2020-11-30")], None, "2020-12-01"), Some(day("2021-08-28")));
}

#[test]
fn what_a_contributor_spends_itself_is_money_too() {
    // Nothing came in; ANCT spends 160 of its own. Pau's payee spends 100 over 60 days to 2020-12-01: 60 are left
    // and last 36 days, to 2021-01-06.
    let spending = vec![paid("50", "2020-10-02"), paid("50", "2020-11-15")];
    assert_eq!(runs_out(vec![], spending, Some("160"), "2020-12-01"), Some(day("2021-01-06")));
}

#[test]
fn once_it_has_run_out_the_day_stays() {
    let spending = || vec![paid("600", "2020-10-02"), paid("300", "2020-11-10"), paid("300", "2020-11-15")];
    let thousand = || vec![payment("pau", "1000", "2020-01-01")];
    // 1000 − 600 − 300 = 100 on 10 November, −200 on the 15th.
    assert_eq!(runs_out(thousand(), spending(), None, "2020-11-15"), Some(day("2020-11-15")));
    assert_eq!(runs_out(thousand(), spending(), None, "2020-12-01"), Some(day("2020-11-15")));
    // Spending before anything came in: from its first day.
    assert_eq!(runs_out(vec![], spending(), None, "2020-12-01"), Some(day("2020-10-02")));
}
