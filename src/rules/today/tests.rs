//! Tests of which rows Today has, and of their order.

use super::*;
use crate::model::{Action, Coach, Committee, CommitteeState, Decision, Snooze};
use crate::rules::answers;
use crate::testing::portfolios::{at, contribution, convention, day, id, money, portfolio, startup};

/// The rows of a table of `docs/today.md`, between `<!-- name -->` and `<!-- /name -->`.
fn documented(name: &str) -> Vec<Vec<&'static str>> {
    let page = include_str!("../../../docs/today.md");
    let (_, rest) = page.split_once(&format!("<!-- {name} -->\n")).expect("the table begins");
    let (table, _) = rest.split_once(&format!("<!-- /{name} -->")).expect("the table ends");
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect();
    table.lines().skip(2).map(cells).collect()
}

/// Returns the value of a cell; `None` for a dash.
fn known(cell: &str) -> Option<&str> {
    Some(cell).filter(|cell| *cell != "–")
}

#[test]
fn rows_are_sorted_as_documented() {
    let table = documented("order");
    let startups: Vec<_> = table.iter().filter_map(|row| known(row[5])).map(named).collect();
    let portfolio = portfolio(startups, vec![]);
    let items: Vec<TodayItem> = table.iter().map(|row| item(row)).collect();
    assert!(items.len() > 20, "{}", items.len());
    // Three orders from which a sort that misses a part of the key does not recover.
    for step in [7, 11, 23] {
        let count = items.len();
        let shuffled = (0..count).map(|n| items[(n * step + 3) % count].clone()).collect();
        let ids = |items: &[TodayItem]| {
            let id = |item: &TodayItem| (item.band, item.kind, item.id(), item.startups.clone());
            items.iter().map(id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&sorted(&portfolio, shuffled)), ids(&items));
    }
}

fn named(name: &str) -> crate::model::Startup {
    crate::model::Startup { name: name.to_owned(), ..startup(&slug(name)) }
}

fn slug(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

/// The item of a documented row: band, kind, planned, due, amount, startup, id.
fn item(row: &[&str]) -> TodayItem {
    let band = TodayBand::ALL.into_iter().find(|band| band.number().to_string() == row[0]).expect("a band");
    let kind = TodayKind::ALL.into_iter().find(|kind| kind.name() == row[1]).expect("a kind");
    let startups: Vec<Id> = known(row[5]).map(|name| id(&slug(name))).into_iter().collect();
    let record = RecordRef::new(RecordKind::Startup, startups.first().cloned().unwrap_or_else(|| id("none")));
    TodayItem {
        planned: known(row[2]).map(day),
        due: known(row[3]).map(day),
        amount: known(row[4]).map(money),
        startups: startups.into(),
        ..rows::blank(row[6], (kind, band, TodayRemedy::LookUp), record, vec![TodayCause::Due])
    }
}

#[test]
fn bands_classes_and_causes_are_those_documented() {
    let bands = TodayBand::ALL.map(|band| vec![band.number().to_string(), band.name().to_owned()]);
    let shown: Vec<_> = documented("bands").iter().map(|row| vec![row[0].to_owned(), row[1].to_owned()]).collect();
    assert_eq!(shown, bands);
    let classes = TodayKind::ALL.map(|kind| vec![(kind as usize).to_string(), kind.name().to_owned()]);
    let shown: Vec<_> = documented("classes").iter().map(|row| vec![row[0].to_owned(), row[1].to_owned()]).collect();
    assert_eq!(shown, classes);
    let on = day("2026-11-22");
    let causes = [
        TodayCause::Unreadable,
        TodayCause::Incomplete,
        TodayCause::NoRecord,
        TodayCause::DecisionUntil(on),
        TodayCause::DeferredUntil(on),
        TodayCause::CommitteeDue(on),
        TodayCause::PlannedPassed(on),
        TodayCause::MoneyUntil(on),
        TodayCause::PaymentDue,
        TodayCause::ToBeCalled,
        TodayCause::PapersDue(on),
        TodayCause::Due,
        TodayCause::NoDay,
        TodayCause::Missing(Unknown::Signature, 1),
        TodayCause::Uncommitted,
        TodayCause::Unpushed(1),
    ];
    let causes = causes.map(|cause| (cause.name(), cause.day().is_some()));
    let shown: Vec<_> = documented("causes").iter().map(|row| (row[0], known(row[1]).is_some())).collect();
    assert_eq!(shown, causes);
}

#[test]
fn uncommitted_and_unpushed_changes_come_last() {
    let mut one = startup("comobi");
    one.committees = vec![held("2020-11-01", None)];
    one.actions = vec![action("undated", None)];
    let portfolio = portfolio(vec![one], vec![]);
    let as_of = day("2020-12-01");
    let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
    assert_eq!(found.items.len(), 1);
    let dirty = [RecordRef::new(RecordKind::Startup, id("comobi")), RecordRef::of_portfolio()].into();
    let found = found.with_housekeeping(&dirty, 2).with_housekeeping(&dirty, 3);
    let causes: Vec<_> = found.items.iter().map(|item| item.causes[0]).collect();
    let kept = [TodayCause::NoDay, TodayCause::Uncommitted, TodayCause::Uncommitted, TodayCause::Unpushed(3)];
    assert_eq!(causes, kept, "those of an earlier call are replaced");
    assert_eq!(found.of(Some(&id("coach-a"))).items.len(), 3, "they are the user's own");
}

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
    one.phases.push(crate::testing::portfolios::phase(crate::model::Phase::Transferred, "2020-11-01"));
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
fn a_snooze_ends_if_the_due_date_or_the_amount_changes() {
    let mut agreement = convention("agreement", &["comobi"], "2020-01-01");
    agreement.contributions = vec![contribution("pau", &[("17500", at("signature"))])];
    let as_of = day("2020-12-01");
    let ids = |agreement: &crate::model::Convention| -> Vec<String> {
        let portfolio = portfolio(vec![startup("comobi")], vec![agreement.clone()]);
        let found = today(&portfolio, &answers(&portfolio, as_of), as_of);
        found.items.iter().filter(|item| item.kind == TodayKind::Tranche).map(TodayItem::id).collect()
    };
    let found = ids(&agreement);
    assert_eq!(found, ["contributions.pau[1]@2020-01-01=17500.00"]);
    let snooze = |item: &str| Snooze { item: item.to_owned(), until: day("2020-12-10"), reason: None, by: None };
    agreement.snoozes = vec![snooze(&found[0])];
    assert_eq!(ids(&agreement), [""; 0]);
    let mut dearer = agreement.clone();
    dearer.contributions = vec![contribution("pau", &[("20000", at("signature"))])];
    assert_eq!(ids(&dearer).len(), 1, "another amount");
    let later = crate::model::Convention { signed: Some(day("2020-02-01")), ..agreement.clone() };
    assert_eq!(ids(&later).len(), 1, "another day");
    dearer.snoozes = vec![snooze("contributions.pau[1]")];
    assert_eq!(ids(&dearer), [""; 0], "a name without day and amount hides the row whatever they are");
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
