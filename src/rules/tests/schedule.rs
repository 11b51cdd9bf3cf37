//! Tests of the due dates of recurring obligations, and of which were met.

use crate::rules::schedule::{Completion, Rhythm, ScheduleBounds, ScheduledDate, dates_from_last, fixed_dates};
use crate::testing::portfolios::*;

/// Reads completions from `day` or `day for due`.
fn completions<'a>(facts: &[&'a str]) -> Vec<Completion<'a>> {
    let completion = |fact: &&str| match fact.split_once(" for ") {
        Some((on, due)) => Completion { on: day(on), due: Some(day(due)), evidence: None },
        None => Completion { on: day(fact), due: None, evidence: None },
    };
    facts.iter().map(completion).collect()
}

/// Writes a missed or future date as `due`, and one that was met as `due met day`.
fn written(dates: &[ScheduledDate<'_>]) -> Vec<String> {
    let met = |date: &ScheduledDate<'_>| date.met.map(|met| format!(" met {}", met.on)).unwrap_or_default();
    dates.iter().map(|date| format!("{}{}", date.due, met(date))).collect()
}

fn dates(every: &str, anchor: &str, until: Option<&str>, facts: &[&str], as_of: &str) -> Vec<String> {
    let rhythm = Rhythm { every: span(every), anchor: day(anchor), from: None, until: None };
    let bounds = ScheduleBounds { until: until.map(day), as_of: day(as_of) };
    written(&fixed_dates(&[rhythm], bounds, &completions(facts)))
}

fn quarterly(facts: &[&str], as_of: &str) -> Vec<String> {
    dates("3 months", "2020-01-31", None, facts, as_of)
}

#[test]
fn due_dates_count_from_the_anchor_in_one_step() {
    // Every month from 31 January 2020: the 31st, or the last day of a shorter month. February doesn't shift later
    // dates.
    assert_eq!(
        dates("1 month", "2020-01-31", None, &[], "2020-05-31"),
        ["2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31"]
    );
    // Three months: 30 April, 31 July, 31 October, 31 January.
    assert_eq!(quarterly(&[], "2020-11-01"), ["2020-04-30", "2020-07-31", "2020-10-31", "2021-01-31"]);
    assert_eq!(quarterly(&[], "2020-01-01"), ["2020-04-30"], "before everything: the first one ahead");
    assert_eq!(quarterly(&[], "2020-04-30"), ["2020-04-30"], "due today is not missed yet");
}

#[test]
fn nothing_is_due_after_the_end() {
    let until = |end| dates("3 months", "2020-01-31", Some(end), &[], "2021-06-01");
    assert_eq!(until("2020-07-31"), ["2020-04-30", "2020-07-31"]);
    assert_eq!(until("2020-07-30"), ["2020-04-30"]);
    assert!(until("2020-01-31").is_empty());
}

#[test]
fn a_fulfilment_meets_the_earliest_overdue_date_else_that_of_its_period() {
    // A little early: meets the due date of its period.
    assert_eq!(quarterly(&["2020-04-20"], "2020-05-01"), ["2020-04-30 met 2020-04-20", "2020-07-31"]);
    assert_eq!(quarterly(&["2020-04-30"], "2020-04-30"), ["2020-04-30 met 2020-04-30", "2020-07-31"]);
    // Late: 30 April was overdue on 10 May.
    assert_eq!(quarterly(&["2020-05-10"], "2020-06-01"), ["2020-04-30 met 2020-05-10", "2020-07-31"]);
    // Two are overdue on 1 September: the earlier one is met, the other stays overdue.
    assert_eq!(quarterly(&["2020-09-01"], "2020-09-02"), ["2020-04-30 met 2020-09-01", "2020-07-31", "2020-10-31"]);
    // A second completion in the same period doesn't meet the next due date.
    assert_eq!(quarterly(&["2020-04-10", "2020-04-20"], "2020-05-01"), ["2020-04-30 met 2020-04-10", "2020-07-31"]);
    // Before the rhythm starts, and on the day it does: nothing was due yet.
    assert_eq!(quarterly(&["2020-01-15", "2020-01-31"], "2020-02-01"), ["2020-04-30"]);
}

#[test]
fn the_order_of_writing_does_not_matter() {
    let in_order = quarterly(&["2020-04-20", "2020-07-10", "2020-11-05"], "2020-12-01");
    assert_eq!(in_order, ["2020-10-31 met 2020-11-05", "2021-01-31"]);
    assert_eq!(quarterly(&["2020-11-05", "2020-04-20", "2020-07-10"], "2020-12-01"), in_order);
}

#[test]
fn a_fulfilment_meets_the_due_date_that_it_names() {
    // Done on 1 September for 31 July: 30 April stays missed.
    assert_eq!(
        quarterly(&["2020-09-01 for 2020-07-31"], "2020-09-02"),
        ["2020-04-30", "2020-07-31 met 2020-09-01", "2020-10-31"]
    );
    // Far ahead of time: 31 January 2021 was met in May, the others are still to come.
    assert_eq!(
        quarterly(&["2020-05-01 for 2021-01-31"], "2020-05-02"),
        ["2020-04-30", "2020-07-31", "2021-01-31 met 2020-05-01"]
    );
    // A `due` that is not a due date meets nothing.
    assert_eq!(quarterly(&["2020-05-01 for 2020-05-01"], "2020-05-02"), ["2020-04-30", "2020-07-31"]);
}

#[test]
fn counting_from_the_last_fulfilment_moves_the_next_date() {
    let from_last = |facts: &[&str], as_of: &str| {
        let bounds = ScheduleBounds { until: None, as_of: day(as_of) };
        written(&dates_from_last(span("6 months"), day("2020-01-31"), bounds, &completions(facts)))
    };
    // Never done: six months from the signature.
    assert_eq!(from_last(&[], "2021-01-01"), ["2020-07-31"]);
    // Done late, on 2020-10-05: the next one is 2021-04-05, not 2021-01-31.
    assert_eq!(from_last(&["2020-10-05"], "2021-01-01"), ["2020-07-31 met 2020-10-05", "2021-04-05"]);
    assert_eq!(from_last(&["2021-02-28", "2020-10-05"], "2021-03-01"), ["2021-04-05 met 2021-02-28", "2021-08-28"]);
    // A completion before the signature doesn't count.
    assert_eq!(from_last(&["2019-12-01"], "2020-02-01"), ["2020-07-31"]);
}

#[test]
fn an_amended_interval_keeps_earlier_due_dates() {
    // Every 6 months from 2020-01-31; from 2020-10-01 on, every 3 months, counted from the same day.
    let old = Rhythm { every: span("6 months"), anchor: day("2020-01-31"), from: None, until: Some(day("2020-10-01")) };
    let new = Rhythm { every: span("3 months"), from: Some(day("2020-10-01")), until: None, ..old };
    let bounds = ScheduleBounds { until: None, as_of: day("2021-02-01") };
    let expected = ["2020-07-31", "2020-10-31", "2021-01-31", "2021-04-30"];
    assert_eq!(written(&fixed_dates(&[old, new], bounds, &[])), expected);
}

#[test]
fn a_daily_recurrence_of_two_thousand_years_terminates() {
    assert_eq!(dates("1 day", "0001-01-01", None, &[], "2020-12-01").len(), 4_000);
}
