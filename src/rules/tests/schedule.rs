//! The due dates of what comes back, and which of them were met.

use crate::model::{Recurrence, RecurrenceStart};
use crate::rules::Unknown;
use crate::rules::occurrences::schedule::{Completion, ScheduleBounds, SettlingRule, slots};
use crate::rules::testing::*;

/// `every` from 2020-01-31 unless `from` says otherwise; facts as `day` or `day for due`.
/// Said as `due` for a missed or coming one, `due met day` for one met.
fn said(
    every: &str,
    from: RecurrenceStart,
    until: Option<&str>,
    settling: SettlingRule,
    facts: &[&str],
    as_of: &str,
) -> Vec<String> {
    let facts: Vec<Completion<'_>> = facts
        .iter()
        .map(|fact| match fact.split_once(" for ") {
            Some((on, due)) => Completion { on: day(on), due: Some(day(due)), evidence: None },
            None => Completion { on: day(fact), due: None, evidence: None },
        })
        .collect();
    let frame = ScheduleBounds { signed: Some(day("2020-01-31")), until: until.map(day), as_of: day(as_of), settling };
    let slots = slots(&Recurrence { every: span(every), from }, &frame, &facts).expect("a day to count from");
    let say =
        |due, met: Option<Completion<'_>>| met.map_or_else(|| format!("{due}"), |met| format!("{due} met {}", met.on));
    slots.iter().map(|slot| say(slot.due, slot.met)).collect()
}

fn quarterly(facts: &[&str], as_of: &str) -> Vec<String> {
    said("3 months", RecurrenceStart::Signature, None, SettlingRule::One, facts, as_of)
}

#[test]
fn due_dates_count_from_the_anchor_in_one_step() {
    // Month by month from 31 January 2020: each its last day or the 31st, none pulled back by February.
    assert_eq!(
        said("1 month", RecurrenceStart::Signature, None, SettlingRule::One, &[], "2020-05-31"),
        ["2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31"]
    );
    // Three months: 30 April, 31 July, 31 October, 31 January.
    assert_eq!(quarterly(&[], "2020-11-01"), ["2020-04-30", "2020-07-31", "2020-10-31", "2021-01-31"]);
    assert_eq!(quarterly(&[], "2020-01-01"), ["2020-04-30"], "before everything: the first one ahead");
    assert_eq!(quarterly(&[], "2020-04-30"), ["2020-04-30"], "due today is not missed yet");
}

#[test]
fn nothing_is_due_after_the_end() {
    let until = |end| said("3 months", RecurrenceStart::Signature, Some(end), SettlingRule::One, &[], "2021-06-01");
    assert_eq!(until("2020-07-31"), ["2020-04-30", "2020-07-31"]);
    assert_eq!(until("2020-07-30"), ["2020-04-30"]);
    assert!(until("2020-01-31").is_empty());
}

#[test]
fn a_fulfilment_answers_the_earliest_overdue_else_its_own_period() {
    // On time, a little early: that of the period.
    assert_eq!(quarterly(&["2020-04-20"], "2020-05-01"), ["2020-04-30 met 2020-04-20", "2020-07-31"]);
    // On the day.
    assert_eq!(quarterly(&["2020-04-30"], "2020-04-30"), ["2020-04-30 met 2020-04-30", "2020-07-31"]);
    // Late: 30 April was overdue on 10 May.
    assert_eq!(quarterly(&["2020-05-10"], "2020-06-01"), ["2020-04-30 met 2020-05-10", "2020-07-31"]);
    // Two overdue on 1 September: the earlier one is answered, the other stays.
    assert_eq!(quarterly(&["2020-09-01"], "2020-09-02"), ["2020-04-30 met 2020-09-01", "2020-07-31", "2020-10-31"]);
    // Twice in one period is not ahead of the next.
    assert_eq!(quarterly(&["2020-04-10", "2020-04-20"], "2020-05-01"), ["2020-04-30 met 2020-04-10", "2020-07-31"]);
    // Before the counting begins, and on the day it does: nothing was due yet.
    assert_eq!(quarterly(&["2020-01-15", "2020-01-31"], "2020-02-01"), ["2020-04-30"]);
}

#[test]
fn the_order_of_writing_does_not_matter() {
    let in_order = quarterly(&["2020-04-20", "2020-07-10", "2020-11-05"], "2020-12-01");
    assert_eq!(in_order, ["2020-10-31 met 2020-11-05", "2021-01-31"]);
    assert_eq!(quarterly(&["2020-11-05", "2020-04-20", "2020-07-10"], "2020-12-01"), in_order);
}

#[test]
fn a_fulfilment_that_names_its_due_date_answers_that_one() {
    // Done on 1 September for 31 July: 30 April stays missed.
    assert_eq!(
        quarterly(&["2020-09-01 for 2020-07-31"], "2020-09-02"),
        ["2020-04-30", "2020-07-31 met 2020-09-01", "2020-10-31"]
    );
    // Far ahead of time: 31 January 2021 was done in May, the others are still to come.
    assert_eq!(
        quarterly(&["2020-05-01 for 2021-01-31"], "2020-05-02"),
        ["2020-04-30", "2020-07-31", "2021-01-31 met 2020-05-01"]
    );
    // A date that is none of the due dates answers none.
    assert_eq!(quarterly(&["2020-05-01 for 2020-05-01"], "2020-05-02"), ["2020-04-30", "2020-07-31"]);
}

#[test]
fn counted_from_the_last_time_the_next_date_moves() {
    let from_last =
        |facts: &[&str], as_of: &str| said("6 months", RecurrenceStart::Last, None, SettlingRule::One, facts, as_of);
    // Never done: six months from the signature.
    assert_eq!(from_last(&[], "2021-01-01"), ["2020-07-31"]);
    // Done on 2020-10-05, late: the next is 2021-04-05, not 2021-01-31.
    assert_eq!(from_last(&["2020-10-05"], "2021-01-01"), ["2020-07-31 met 2020-10-05", "2021-04-05"]);
    assert_eq!(from_last(&["2021-02-28", "2020-10-05"], "2021-03-01"), ["2021-04-05 met 2021-02-28", "2021-08-28"]);
    // What was done before the signature begins nothing.
    assert_eq!(from_last(&["2019-12-01"], "2020-02-01"), ["2020-07-31"]);
}

#[test]
fn counted_from_a_date_the_signature_plays_no_part() {
    let from = RecurrenceStart::On(day("2020-03-31"));
    assert_eq!(said("3 months", from, None, SettlingRule::One, &[], "2020-07-01"), ["2020-06-30", "2020-09-30"]);
}

#[test]
fn a_meeting_makes_up_for_all_that_were_due_by_then() {
    let meetings = |facts: &[&str], as_of: &str| {
        said("6 months", RecurrenceStart::Signature, None, SettlingRule::AllDueByThen, facts, as_of)
    };
    // 2020-07-31 and 2021-01-31 went by; one meeting in March 2021 answers both.
    assert_eq!(meetings(&["2021-03-01"], "2021-03-02"), ["2021-01-31 met 2021-03-01", "2021-07-31"]);
    // A meeting ten days early answers the one ahead.
    assert_eq!(meetings(&["2020-07-21"], "2020-08-15"), ["2020-07-31 met 2020-07-21", "2021-01-31"]);
}

#[test]
fn without_a_day_to_count_from_nothing_is_guessed() {
    let frame = ScheduleBounds { signed: None, until: None, as_of: day("2020-06-01"), settling: SettlingRule::One };
    let recurrence = |from| Recurrence { every: span("3 months"), from };
    assert_eq!(slots(&recurrence(RecurrenceStart::Signature), &frame, &[]), Err(Unknown::Signature));
    assert_eq!(slots(&recurrence(RecurrenceStart::Last), &frame, &[]), Err(Unknown::Signature));
    // Once done, the last time is known even where the signature is not.
    let fact = Completion { on: day("2020-05-01"), due: None, evidence: None };
    let found = slots(&recurrence(RecurrenceStart::Last), &frame, &[fact]).expect("a day");
    assert_eq!(found.iter().map(|slot| slot.due).collect::<Vec<_>>(), [day("2020-08-01")]);
}

#[test]
fn a_rule_of_every_day_for_two_thousand_years_comes_to_an_end() {
    let from = RecurrenceStart::On(day("0001-01-01"));
    assert_eq!(said("1 day", from, None, SettlingRule::One, &[], "2020-12-01").len(), 4_000);
}
