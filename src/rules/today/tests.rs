//! Tests of which rows Today has, and of their order.

use super::*;
use crate::model::{Action, Coach, Committee, CommitteeState, Decision, Snooze};
use crate::rules::answers;
use crate::rules::testing::{at, contribution, convention, day, id, money, portfolio, startup};

fn held(on: &str, until: Option<&str>) -> Committee {
    Committee {
        decision: Some(Decision::Continue),
        until: until.map(day),
        ..Committee::new(day(on), CommitteeState::Held)
    }
}

fn action(what: &str, due: Option<&str>) -> Action {
    Action { due: due.map(day), ..Action::new(what) }
}

/// Returns the kind, the band and the first cause of each row.
fn rows(portfolio: &Portfolio, as_of: &str) -> Vec<(TodayKind, TodayBand, TodayCause)> {
    let as_of = day(as_of);
    let today = today(portfolio, &answers(portfolio, as_of), as_of);
    today.items.iter().map(|item| (item.kind, item.band, item.causes[0])).collect()
}

#[test]
fn one_committee_row_has_all_causes_and_the_earliest_day() {
    let mut one = startup("comobi");
    one.committees =
        vec![held("2020-06-01", Some("2020-10-31")), Committee::new(day("2020-11-15"), CommitteeState::Planned)];
    let portfolio = portfolio(vec![one], vec![]);
    let as_of = day("2020-12-15");
    let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
    let [row] = &found.items[..] else { panic!("{found:?}") };
    let names: Vec<_> = row.causes.iter().map(|cause| cause.name()).collect();
    assert_eq!(names, ["decision-until", "planned-passed"]);
    assert_eq!((row.band, row.due, row.days), (TodayBand::Late, Some(day("2020-10-31")), Some(45)));
}

#[test]
fn a_startup_that_has_left_needs_no_committee() {
    let mut one = startup("comobi");
    one.committees = vec![held("2020-06-01", Some("2020-10-31"))];
    one.phases.push(crate::rules::testing::phase(crate::model::Phase::Transferred, "2020-11-01"));
    assert_eq!(rows(&portfolio(vec![one], vec![]), "2020-12-01"), []);
}

#[test]
fn actions_are_rows_by_their_day_until_they_are_done() {
    let mut one = startup("comobi");
    one.committees = vec![held("2020-11-01", None)];
    let done = Action { done: Some(day("2020-11-20")), ..action("done", Some("2020-11-01")) };
    one.actions = vec![
        action("undated", None),
        action("far", Some("2021-03-01")),
        action("soon", Some("2020-12-20")),
        action("urgent", Some("2020-12-08")),
        action("late", Some("2020-11-30")),
        done,
    ];
    let portfolio = portfolio(vec![one], vec![]);
    let as_of = day("2020-12-01");
    let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
    let shown: Vec<_> = found.items.iter().map(|item| (item.what.as_str(), item.band, item.days)).collect();
    let expected = [
        ("late", TodayBand::Late, Some(1)),
        ("urgent", TodayBand::Urgent, Some(-7)),
        ("soon", TodayBand::Soon, Some(-19)),
        ("undated", TodayBand::Undated, None),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_late_tranche_comes_after_a_late_committee_with_what_is_outstanding() {
    let mut agreement = convention("agreement", &["comobi"], "2020-01-01");
    agreement.contributions = vec![contribution("pau", &[("17500", at("signature"))])];
    let mut one = startup("comobi");
    one.committees = vec![held("2020-02-01", Some("2020-10-31"))];
    let portfolio = portfolio(vec![one], vec![agreement]);
    let as_of = day("2020-12-01");
    let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
    let kinds: Vec<_> = found.items.iter().map(|item| (item.kind, item.band)).collect();
    assert_eq!(kinds, [(TodayKind::Committee, TodayBand::Late), (TodayKind::Tranche, TodayBand::Late)]);
    assert_eq!(found.items[1].amount, Some(money("17500")));
}

#[test]
fn a_snooze_hides_its_row_until_its_day() {
    let mut one = startup("comobi");
    one.committees = vec![held("2020-06-01", Some("2020-10-31"))];
    let until = day("2020-12-10");
    one.snoozes = vec![Snooze { item: "committee".to_owned(), until, reason: None, by: None }];
    let portfolio = portfolio(vec![one], vec![]);
    assert_eq!(rows(&portfolio, "2020-12-09"), []);
    let snoozed = today(&portfolio, &answers(&portfolio, day("2020-12-09")), day("2020-12-09")).snoozed;
    assert_eq!(snoozed, 1);
    assert_eq!(rows(&portfolio, "2020-12-10").len(), 1, "it ends on its day");
}

#[test]
fn a_row_belongs_to_its_owner_else_to_the_coach() {
    let mut one = startup("comobi");
    one.coaches = vec![
        Coach { person: id("coach-a"), from: None, until: Some(day("2020-06-30")) },
        Coach { person: id("coach-b"), from: Some(day("2020-07-01")), until: None },
    ];
    one.committees = vec![held("2020-11-01", None)];
    let owned = Action { owner: Some("coach-a".to_owned()), ..action("owned", Some("2020-11-30")) };
    one.actions = vec![owned, action("free", Some("2020-11-30"))];
    let portfolio = portfolio(vec![one], vec![]);
    let found = today(&portfolio, &answers(&portfolio, day("2020-12-01")), day("2020-12-01"));
    let of = |person: &str| -> Vec<&str> {
        found.items.iter().filter(|item| item.is_of(&id(person))).map(|item| item.what.as_str()).collect()
    };
    assert_eq!(of("coach-a"), ["owned"]);
    assert_eq!(of("coach-b"), ["free"]);
}
