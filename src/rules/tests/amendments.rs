//! Tests of when amendments take effect, and of what they leave as it was.

use crate::model::{Contribution, Convention, Obligation, RecurrenceStart, TermLength};
use crate::rules::{ConventionStatus, answers, convention_summary};
use crate::testing::portfolios::*;

/// 100 promised at the signature.
fn base(signed: &str) -> Convention {
    Convention {
        contributions: vec![contribution("pau", &[("60", at("signature")), ("40", at("2021-07-01"))])],
        ..convention("c", &[], signed)
    }
}

fn undated(not_before: Option<&str>, document: Convention) -> Convention {
    Convention { undated: true, signed: None, not_before: not_before.map(day), ..document }
}

fn reduced_to(amount: &str, signed: &str) -> Convention {
    let restated = Contribution { amount: money(amount), ..contribution("pau", &[]) };
    Convention { contributions: vec![restated], ..amendment("a", "c", signed) }
}

fn committed(documents: &[&Convention], as_of: &str) -> String {
    let portfolio = portfolio(vec![], documents.iter().map(|one| (*one).clone()).collect());
    let summary = convention_summary(&portfolio, &id("c"), day(as_of)).expect("a convention");
    summary.figures.committed.to_string()
}

#[test]
fn the_later_of_both_signatures_counts_and_a_missing_one_stops_it() {
    for (what, base, change, from) in [
        ("signed after it", base("2020-01-01"), reduced_to("70", "2020-06-01"), Some("2020-06-01")),
        ("signed before it", base("2020-08-01"), reduced_to("70", "2020-06-01"), Some("2020-08-01")),
        ("of an undated one", undated(None, base("")), reduced_to("70", "2020-06-01"), Some("2020-06-01")),
        (
            "undated, with a bound",
            base("2020-01-01"),
            undated(Some("2020-07-01"), reduced_to("70", "")),
            Some("2020-07-01"),
        ),
        ("undated, without one", base("2020-01-01"), undated(None, reduced_to("70", "")), None),
        ("unsigned", base("2020-01-01"), reduced_to("70", ""), None),
        ("of an unsigned one", base(""), reduced_to("70", "2020-06-01"), None),
    ] {
        let amount = |as_of: &str| committed(&[&base, &change], as_of);
        let Some(from) = from else {
            assert_eq!(amount("2030-01-01"), "100.00", "{what}");
            continue;
        };
        let eve = day(from).pred_opt().expect("a day").to_string();
        let before = if base.signed == Some(day(from)) { "0.00" } else { "100.00" };
        assert_eq!((amount(&eve).as_str(), amount(from).as_str()), (before, "70.00"), "{what}");
    }
}

#[test]
fn an_end_before_the_amendment_is_its_signature_and_an_ended_convention_stays_ended() {
    let base = Convention { term: months(12), ..base("2020-01-01") };
    let until =
        |end: &str, signed: &str| Convention { term: term(TermLength::Until(day(end))), ..amendment("a", "c", signed) };
    let of = |change: Convention, as_of: &str| {
        let portfolio = portfolio(vec![], vec![base.clone(), change]);
        let summary = convention_summary(&portfolio, &id("c"), day(as_of)).expect("a convention");
        (summary.ends.map(|end| end.to_string()).unwrap_or_default(), summary.status)
    };
    let ended = |end: &str| (end.to_owned(), ConventionStatus::Ended);
    assert_eq!(of(until("2020-05-31", "2020-09-01"), "2020-08-31").0, "2021-01-01");
    assert_eq!(of(until("2020-05-31", "2020-09-01"), "2020-09-02"), ended("2020-09-01"));
    // Signed on the last day, an extension still extends; signed on the day after, it revives nothing.
    assert_eq!(of(until("2022-06-30", "2021-01-01"), "2021-02-01").0, "2022-06-30");
    assert_eq!(of(until("2022-06-30", "2021-01-02"), "2021-02-01"), ended("2021-01-01"));
}

#[test]
fn a_new_rhythm_keeps_the_dates_due_before_it() {
    let from = RecurrenceStart::On(day("2020-01-31"));
    let reports = |every_span: &str| -> Vec<Obligation> { vec![obligation("report", every(every_span, from))] };
    let base = Convention { obligations: reports("6 months"), ..convention("c", &[], "2020-01-31") };
    let change = Convention { obligations: reports("3 months"), ..amendment("a", "c", "2020-10-01") };
    let found = answers(&portfolio(vec![], vec![base, change]), day("2021-02-15")).occurrences;
    let due: Vec<String> = found.iter().filter_map(|one| Some(one.due?.to_string())).collect();
    assert_eq!(due, ["2020-07-31", "2020-10-31", "2021-01-31", "2021-04-30"]);
}
