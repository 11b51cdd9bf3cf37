//! Refunds, terminations, whole decisions, people and coaches: what they write and refuse.

use super::verbs::{FOLLOWED, error, made, world};
use super::*;
use crate::edit::verb::{
    AttendeeSpec, CoachVerb, DecisionDetails, HoldVerb, PersonVerb, RefundVerb, SendPapersVerb, SetVerb, SignVerb,
    Task, TerminateVerb,
};
use crate::model::KeyPath;

fn refund(amount: i64) -> RefundVerb {
    RefundVerb {
        convention: id("histologe-pau-anct"),
        contribution: "pau".to_owned(),
        amount: Money::euros(amount),
        on: day("2021-06-01"),
        reference: None,
    }
}

#[test]
fn a_refund_may_be_zero_and_needs_a_payee() {
    let zero = made(&refund(0).into());
    assert!(zero.starts_with("histologe: nothing left to return to pau\n"), "{zero}");
    assert!(zero.contains("+[[refunds]]") && zero.contains("+amount = 0"), "{zero}");
    assert!(made(&refund(1500).into()).starts_with("histologe: €1,500 returned to pau\n"));
    let direct = RefundVerb { contribution: "anct".to_owned(), ..refund(1) };
    assert_eq!(error(direct), EditError::NoPayee("anct".to_owned()));
    assert_eq!(error(refund(-1)), EditError::NothingPaid);
}

#[test]
fn a_termination_takes_effect_no_earlier_than_its_notice() {
    let terminate = |notice: &str, effect: &str| TerminateVerb {
        convention: id("histologe-pau-anct"),
        notice: Some(day(notice)),
        effect: day(effect),
        reason: None,
    };
    let text = made(&terminate("2021-10-01", "2022-01-01").into());
    assert!(text.starts_with("histologe-pau-anct: terminated as of 1 January 2022\n"), "{text}");
    assert!(text.contains("notice = 2021-10-01") && text.contains("on = 2022-01-01"), "{text}");
    let order = EditError::OutOfOrder(Chronology::Noticed, day("2021-10-01"));
    assert_eq!(error(terminate("2021-10-01", "2021-09-30")), order);
    assert_eq!(error(terminate("2022-10-01", "2022-12-01")), EditError::InTheFuture(day("2022-10-01")));
}

fn held() -> HoldVerb {
    HoldVerb {
        startup: id("histologe"),
        review: None,
        on: day("2021-11-30"),
        decision: Some(Decision::Provisional),
        envelope: Some(Money::euros(20_000)),
        until: Some(day("2021-12-31")),
        details: DecisionDetails {
            comment: Some("Usage first".to_owned()),
            conditions: vec![Task { what: "Ten users".to_owned(), due: Some(day("2021-12-15")), ..Task::default() }],
            actions: vec![Task { what: "Tell the buyers".to_owned(), ..Task::default() }],
            present: vec![AttendeeSpec::Named {
                name: "M. Petit".to_owned(),
                party: Some("pau".to_owned()),
                capacity: None,
            }],
            ..DecisionDetails::default()
        },
        next: Some(day("2021-12-28")),
        cancel_planned: true,
    }
}

#[test]
fn a_whole_committee_is_one_commit() {
    let text = made(&held().into());
    assert!(text.contains("\nComment: Usage first\n") && text.contains("\nCondition: Ten users\n"), "{text}");
    for line in [
        "+[[conditions]]",
        "+what = \"Ten users\"",
        "+what = \"Tell the buyers\"",
        "+state = \"cancelled\"",
        "+on = 2021-12-28",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let stranger = AttendeeSpec::Person(id("nobody"));
    let details = DecisionDetails { present: vec![stranger], ..DecisionDetails::default() };
    assert_eq!(error(HoldVerb { details, ..held() }), EditError::NoPerson("nobody".to_owned(), vec![]));
    let party = Some("Ville de Pau".to_owned());
    let guest = AttendeeSpec::Named { name: "M. Petit".to_owned(), party, capacity: None };
    let details = DecisionDetails { present: vec![guest], ..DecisionDetails::default() };
    let known = vec!["anct".to_owned(), "pau".to_owned()];
    assert_eq!(error(HoldVerb { details, ..held() }), EditError::NoEntry("Ville de Pau".to_owned(), known));
}

#[test]
fn a_deferral_needs_its_reason_and_has_its_own_day() {
    let deferred = HoldVerb { decision: Some(Decision::Defer), ..held() };
    let text = made(&deferred.clone().into());
    assert!(text.contains("+deferred_until = 2021-12-31"), "{text}");
    let silent = HoldVerb { details: DecisionDetails::default(), ..deferred };
    assert_eq!(error(silent), EditError::Missing("comment"));
}

#[test]
fn a_copy_without_a_date_is_undated() {
    let undated = SignVerb { convention: id("histologe-pau-anct"), on: None, not_before: Some(day("2020-09-01")) };
    let text = made(&undated.into());
    assert!(text.contains("+signed = \"undated\"") && text.contains("+not_before = 2020-09-01"), "{text}");
}

#[test]
fn a_coach_is_a_known_person() {
    let coach = CoachVerb { startup: id("histologe"), person: id("coach-a"), from: day("2021-11-01") };
    assert_eq!(error(coach.clone()), EditError::NoPerson("coach-a".to_owned(), vec![]));
    let person = PersonVerb { id: id("coach-a"), name: "Coach A".to_owned(), emails: vec![] };
    let edit = edit(&world(), &person.into()).unwrap();
    assert_eq!(edit.message.subject, "Coach A: new person");
    let text = apply("name = \"Incubator\"\n", &edit.changes[0], false).unwrap();
    let Record::Portfolio(incubator) = read(RecordKind::Portfolio, "portfolio", &text) else { panic!("a portfolio") };
    let mut portfolio = world();
    portfolio.incubator = Arc::new(incubator);
    let edit = super::super::edit(&portfolio, &[coach.into()], day("2021-12-01")).unwrap();
    assert_eq!(edit.message.subject, "histologe: coached by coach-a from 1 November 2021");
}

#[test]
fn set_refuses_what_the_verbs_refuse() {
    let committee = KeyPath::entry("committees", 0);
    let set = |path: KeyPath, value: Value| SetVerb {
        record: RecordRef::new(RecordKind::Startup, id("histologe")),
        path,
        value: Some(value),
    };
    let held = set(committee.key("state"), "held".into());
    assert_eq!(error(held), EditError::InTheFuture(day("2021-12-10")));
    let moved = made(&set(committee.key("on"), Value::Date(day("2022-01-10"))).into());
    assert!(moved.starts_with("histologe: date (10 December 2021) set to 10 January 2022\n"), "{moved}");
    let before = set(KeyPath::entry("committees", 0).key("until"), Value::Date(day("2021-12-09")));
    assert_eq!(error(before), EditError::EndsBeforeItBegins);
    for key in ["statistics_seen", "repository_seen"] {
        let seen = set(KeyPath::top().key(key), Value::Date(day("2021-12-02")));
        assert_eq!(error(seen), EditError::InTheFuture(day("2021-12-02")), "{key}");
    }
    let of_convention = |key: &str, on: &str| SetVerb {
        record: RecordRef::new(RecordKind::Convention, id("histologe-pau-anct")),
        path: KeyPath::top().key(key),
        value: Some(Value::Date(day(on))),
    };
    let mut portfolio = world();
    let mut convention = (*portfolio.conventions[&id("histologe-pau-anct")]).clone();
    convention.decided = Some(day("2020-04-01"));
    portfolio.insert_convention(Arc::new(convention));
    let refused = super::super::edit(&portfolio, &[of_convention("signed", "2020-03-01").into()], day("2021-12-01"));
    assert_eq!(refused.unwrap_err(), EditError::OutOfOrder(Chronology::Decided, day("2020-04-01")));
    for list in ["payments", "calls", "refunds", "expenditure"] {
        let path = KeyPath::top().key(list).index(0).key("contribution");
        let record = RecordRef::new(RecordKind::Convention, id("histologe-pau-anct"));
        let unknown = SetVerb { record, path, value: Some("ademe".into()) };
        let known = vec!["pau".to_owned(), "anct".to_owned()];
        assert_eq!(error(unknown), EditError::NoEntry("ademe".to_owned(), known), "{list}");
    }
}

#[test]
fn one_debtor_is_no_list() {
    let path = KeyPath::entry("obligations", 0);
    let set = |key: &str, parties: &[&str]| SetVerb {
        record: RecordRef::new(RecordKind::Convention, id("histologe-pau-anct")),
        path: path.key(key),
        value: Some(Value::List(parties.iter().map(|party| (*party).into()).collect())),
    };
    for party in ["pau", "anct"] {
        let text = made(&set("creditor", &[party]).into());
        assert!(text.contains(party) && !text.contains('['), "{text}");
    }
    assert!(made(&set("creditor", &["anct", "pau"]).into()).contains("= [\"anct\", \"pau\"]"));
    assert_eq!(error(set("debtor", &["oise"])), EditError::NoRecord(RecordRef::new(RecordKind::Party, id("oise"))));
}

#[test]
fn a_reason_comes_first_in_the_body() {
    let edit = edit(&portfolio(), &sign()).unwrap().because(Some("asked by the accountant\n\nCouveuse-Undoes: 1"));
    assert!(edit.message.body.starts_with("asked by the accountant\n"), "{}", edit.message.body);
    assert_eq!(edit.message.trailers.len(), 2);
}

#[test]
fn the_message_names_the_committee_that_is_written() {
    let mut portfolio = world();
    let text = format!("{FOLLOWED}\n[[committees]]\non = 2021-11-20\nstate = \"planned\"\n");
    let Record::Startup(startup) = read(RecordKind::Startup, "histologe", &text) else { panic!("a startup") };
    portfolio.insert_startup(Arc::new(startup));
    // The committee of 20 November is past, but was ahead when the papers were sent.
    let sent = SendPapersVerb { startup: id("histologe"), committee: None, on: day("2021-11-10") };
    let edit = super::super::edit(&portfolio, &[sent.into()], day("2021-12-01")).unwrap();
    assert!(edit.message.subject.contains("20 November 2021"), "{}", edit.message.subject);
    let written = apply(&text, &edit.changes[0], false).unwrap();
    let Record::Startup(startup) = read(RecordKind::Startup, "histologe", &written) else { panic!("a startup") };
    let sent = startup.committees.iter().filter(|one| one.papers_sent.is_some()).map(|one| one.on);
    assert_eq!(sent.collect::<Vec<_>>(), [day("2021-11-20")]);
}
