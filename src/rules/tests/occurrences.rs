//! Tests of the occurrences of obligations, committees and payments.

use crate::model::{
    Convention, ConventionKind, Fulfilment, Obligation, ObligationCondition, ObligationTopic, Phase, RecurrenceStart,
    Refund, Startup, Statistics, Termination, Timing,
};
use crate::rules::{Occurrence, OccurrenceSource, Unknown, answers, convention_occurrences};
use crate::testing::portfolios::*;

/// Writes an occurrence as `obligation due state days-late`. If it has no due date, `-` and what is missing.
fn say(one: &Occurrence) -> String {
    let due = match (one.due, one.unknown) {
        (Some(due), _) => due.to_string(),
        (None, Some(unknown)) => format!("-{}", unknown.name()),
        (None, None) => "-".to_owned(),
    };
    let done = one.done.as_ref().map(|(on, _)| format!(" on {on}")).unwrap_or_default();
    let late = if one.days_late > 0 { format!(" {}", one.days_late) } else { String::new() };
    format!("{} {due} {}{late}{done}", one.obligation, one.state.name())
}

fn said(startups: Vec<Startup>, conventions: Vec<Convention>, as_of: &str) -> Vec<String> {
    answers(&portfolio(startups, conventions), day(as_of)).occurrences.iter().map(say).collect()
}

fn with(obligations: Vec<Obligation>, signed: &str) -> Convention {
    Convention { obligations, ..convention("c", &["s"], signed) }
}

fn once(when: &str) -> Timing {
    Timing::Once(Some(moment(when)))
}

#[test]
fn an_obligation_becomes_late_and_keeps_its_due_day() {
    for (as_of, expected) in [
        ("2020-05-31", "report 2020-07-01 open"),
        // Thirty days before 1 July is 1 June.
        ("2020-06-01", "report 2020-07-01 due-soon"),
        ("2020-07-01", "report 2020-07-01 due-soon"),
        ("2020-07-02", "report 2020-07-01 late 1"),
        ("2021-07-01", "report 2020-07-01 late 365"),
    ] {
        let convention = with(vec![obligation("report", once("signature + 5 months"))], "2020-02-01");
        assert_eq!(said(vec![startup("s")], vec![convention], as_of), [expected], "as of {as_of}");
    }
}

#[test]
fn an_obligation_is_done_from_the_day_of_its_fulfilment() {
    let mut report = obligation("report", once("2020-07-01"));
    report.fulfilled = [Fulfilment { evidence: Some("sent".into()), ..fulfilled("2020-08-03") }].into();
    let convention = with(vec![report], "2020-02-01");
    let found = |as_of| said(vec![startup("s")], vec![convention.clone()], as_of);
    assert_eq!(found("2020-08-02"), ["report 2020-07-01 late 32"]);
    assert_eq!(found("2020-08-03"), ["report 2020-07-01 done on 2020-08-03"]);
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    let done = answers(&portfolio, day("2020-09-01")).occurrences[0].done.clone();
    assert_eq!(done, Some((day("2020-08-03"), Some("sent".into()))));
}

#[test]
fn a_conditional_obligation_is_undetermined_until_it_is_fulfilled() {
    let conditional = |name: &str, timing| {
        let condition = Some(ObligationCondition::Other("if it authenticates".to_owned()));
        Obligation { condition, fulfilled: [fulfilled("2020-08-03")].into(), ..obligation(name, timing) }
    };
    let all = vec![
        conditional("dated", once("2020-07-01")),
        conditional("quarterly", every("3 months", RecurrenceStart::Signature)),
        conditional("standing", Timing::Standing),
    ];
    let convention = with(all, "2020-02-01");
    let found = |as_of| said(vec![startup("s")], vec![convention.clone()], as_of);
    let before = ["dated -no-day undetermined", "quarterly -no-day undetermined", "standing - standing"];
    assert_eq!(found("2020-08-02"), before);
    let done = ["dated - done on 2020-08-03", "quarterly - done on 2020-08-03", "standing - done on 2020-08-03"];
    assert_eq!(found("2020-08-03"), done);
}

#[test]
fn joint_debtors_owe_one_thing() {
    let mut joint = obligation("joint", once("2020-07-01"));
    joint.debtors = vec![id("pau"), id("anct")].into();
    let found = answers(&portfolio(vec![startup("s")], vec![with(vec![joint], "2020-02-01")]), day("2020-12-01"));
    let [one] = found.occurrences.as_slice() else { panic!("{:?}", found.occurrences) };
    assert_eq!((one.debtor(), one.debtors.len(), one.creditor()), (None, 2, Some(&id("anct"))));
    assert_eq!(found.startups[0].late, 1);
}

#[test]
fn duties_that_a_termination_creates_begin_on_its_effect_day() {
    let if_terminated = |name: &str, timing| Obligation {
        condition: Some(ObligationCondition::Terminated),
        ..obligation(name, timing)
    };
    let all = vec![
        if_terminated("dated", once("2020-03-01")),
        if_terminated("quarterly", every("3 months", RecurrenceStart::Signature)),
        if_terminated("standing", Timing::Standing),
    ];
    let terminated = Some(Termination { on: day("2020-06-15"), notice: None, reason: None });
    let convention = Convention { terminated, ..with(all, "2020-02-01") };
    let found = |as_of| said(vec![startup("s")], vec![convention.clone()], as_of);
    assert!(found("2020-06-14").is_empty());
    // The first quarter, 2020-05-01, came before the effect day.
    let due = ["dated 2020-06-15 due-soon", "quarterly 2020-08-01 open", "standing - standing"];
    assert_eq!(found("2020-06-15"), due);
    let late = [
        "dated 2020-06-15 late 57",
        "quarterly 2020-08-01 late 10",
        "quarterly 2020-11-01 open",
        "standing - standing",
    ];
    assert_eq!(found("2020-08-11"), late);
}

#[test]
fn an_undetermined_date_names_what_it_depends_on() {
    let all = || {
        vec![
            obligation("after-signature", once("signature + 6 months")),
            obligation("at-end", once("end")),
            obligation("quarterly", every("3 months", RecurrenceStart::Signature)),
            obligation("some-day", Timing::Once(None)),
            obligation("always", Timing::Standing),
            obligation("dated", once("2020-09-01")),
        ]
    };
    assert_eq!(
        said(vec![startup("s")], vec![with(all(), "")], "2020-06-01"),
        [
            "after-signature -signature undetermined",
            "at-end -signature undetermined",
            "quarterly -signature undetermined",
            "some-day -signature undetermined",
            "dated -signature undetermined",
        ]
    );
    let twelve = Convention { term: months(12), ..with(all(), "") };
    let found = said(vec![startup("s")], vec![twelve], "2020-06-01");
    assert_eq!(found[1], "at-end -signature undetermined", "twelve months of an unknown signature");
    let signed = said(vec![startup("s")], vec![with(all(), "2020-01-01")], "2020-06-01");
    assert!(signed.contains(&"at-end -term undetermined".to_owned()), "{signed:?}");
    assert!(signed.contains(&"some-day -no-day undetermined".to_owned()), "{signed:?}");
}

#[test]
fn occurrences_are_sorted_late_first_then_by_due_day() {
    let quarterly = obligation("quarterly", every("3 months", RecurrenceStart::Signature));
    // 30 April and 31 July are missed, 31 October is next; 124 and 32 days before 1 September.
    assert_eq!(
        said(vec![startup("s")], vec![with(vec![quarterly], "2020-01-31")], "2020-09-01"),
        ["quarterly 2020-04-30 late 124", "quarterly 2020-07-31 late 32", "quarterly 2020-10-31 open"]
    );
}

#[test]
fn obligations_begin_and_end_with_their_convention() {
    let all = vec![
        obligation("always", Timing::Standing),
        obligation("quarterly", every("3 months", RecurrenceStart::Signature)),
        obligation("report", once("end + 1 month")),
    ];
    let convention = Convention { term: months(6), committee: Some(clause("6 months")), ..with(all, "2020-01-31") };
    let found = |as_of| said(vec![startup("s")], vec![convention.clone()], as_of);
    assert!(found("2020-01-30").is_empty());
    // The convention ends on 2020-07-31. What was missed by then stays late, and what is due after the end is still
    // open.
    assert_eq!(
        found("2020-08-15"),
        [
            "quarterly 2020-04-30 late 107",
            "quarterly 2020-07-31 late 15",
            "report 2020-08-31 due-soon",
            "committee 2020-07-31 missed",
        ]
    );
    let early = Convention {
        terminated: Some(Termination { on: day("2020-05-10"), notice: None, reason: None }),
        ..convention.clone()
    };
    // Terminated on 10 May: nothing is due on 31 July, and the report is due on 10 June.
    assert_eq!(
        said(vec![startup("s")], vec![early], "2020-05-10"),
        ["quarterly 2020-04-30 late 10", "report 2020-06-10 open"]
    );
}

#[test]
fn payment_obligations_follow_their_tranches() {
    let convention = Convention {
        contributions: vec![
            contribution("pau", &[("400", at("signature")), ("600", spent("50", "anct"))]),
            contribution("one", &[("10", at("signature"))]),
            own_spending("anct", "anct", "2000"),
        ],
        payments: vec![payment("one", "10", "2020-02-03"), payment("pau", "150", "2020-02-04")],
        ..convention("c", &["s"], "2020-01-31")
    };
    let found = |as_of| said(vec![startup("s")], vec![convention.clone()], as_of);
    // Due, and within the payment delay of thirty days (up to 1 March), so not late.
    assert_eq!(
        found("2020-03-01"),
        [
            "payment-pau-1 2020-01-31 due",
            "payment-pau-2 -spending waiting",
            "payment-one 2020-01-31 done on 2020-02-03"
        ]
    );
    // Late from the 2nd, with the days counted from the due date.
    assert_eq!(found("2020-03-02")[0], "payment-pau-1 2020-01-31 late 31");
    let portfolio = portfolio(vec![startup("s")], vec![convention.clone()]);
    let one = answers(&portfolio, day("2020-03-02")).occurrences[0].clone();
    assert_eq!(one.amount, Some(money("250")), "what is still to come");
    let paid = answers(&portfolio, day("2020-03-02")).occurrences.into_iter().find(|one| one.done.is_some());
    assert_eq!(paid.and_then(|one| one.amount), Some(money("10")), "what came, once nothing is still to come");
    assert_eq!(one.source, OccurrenceSource::Payment("pau".into(), 1));
    assert_eq!(one.path.to_string(), "contributions[0].tranches[0]");
    assert_eq!((one.debtor(), one.creditor()), (Some(&id("pau")), Some(&id("anct"))));
}

#[test]
fn a_page_or_repository_is_evidence_from_the_day_it_was_seen() {
    let about = |name, matter| Obligation { about: Some(matter), ..obligation(name, Timing::Standing) };
    let promise =
        || vec![about("statistics", ObligationTopic::StatisticsPage), about("source", ObligationTopic::SourceCode)];
    let address = || Some(Statistics::At("https://s.example/stats".to_owned()));
    let with_page =
        |page, seen: Option<&str>| Startup { statistics: page, statistics_seen: seen.map(day), ..startup("s") };
    for (page, seen, state) in [
        (None, None, "standing"),
        (address(), None, "standing"),
        (address(), Some("2020-05-01"), "done on 2020-05-01"),
        (address(), Some("2020-06-02"), "standing"),
        (Some(Statistics::Declared(false)), Some("2020-05-01"), "standing"),
        (Some(Statistics::Declared(true)), Some("2020-05-01"), "done on 2020-05-01"),
    ] {
        let found = said(vec![with_page(page.clone(), seen)], vec![with(promise(), "2020-01-01")], "2020-06-01");
        assert!(found.contains(&format!("statistics - {state}")), "{page:?} {seen:?}: {found:?}");
    }
    let published =
        Startup { repository: Some("s/s".into()), repository_seen: Some(day("2020-05-01")), ..startup("s") };
    let portfolio = portfolio(vec![published], vec![with(promise(), "2020-01-01")]);
    let source = answers(&portfolio, day("2020-06-01")).occurrences.into_iter().find(|one| one.obligation == "source");
    assert_eq!(source.and_then(|one| one.done), Some((day("2020-05-01"), Some("s/s".into()))));
    // If the obligation promises more than the address, only a record fulfils it.
    let by_record = promise().into_iter().map(|one| Obligation { proof_by_record: true, ..one }).collect();
    let seen = with_page(address(), Some("2020-05-01"));
    let found = said(vec![seen.clone()], vec![with(by_record, "2020-01-01")], "2020-06-01");
    assert!(found.contains(&"statistics - standing".to_owned()), "{found:?}");
    // For two startups, both records must show it.
    let both = Convention { startups: vec![id("s"), id("t")], ..with(promise(), "2020-01-01") };
    let found = said(vec![seen, startup("t")], vec![both], "2020-06-01");
    assert!(found.contains(&"statistics - standing".to_owned()));
}

#[test]
fn a_refund_is_done_once_nothing_is_left_after_the_end() {
    let mut refund = obligation("refund", once("end"));
    refund.about = Some(ObligationTopic::Refund);
    refund.debtors = vec![id("anct")].into();
    refund.creditors = vec![id("pau")].into();
    let convention = Convention {
        term: months(6),
        contributions: vec![contribution("pau", &[("100", at("signature"))])],
        payments: vec![payment("pau", "100", "2020-02-01")],
        expenditure: vec![paid("60", "2020-03-01")],
        refunds: vec![Refund {
            on: day("2020-09-01"),
            amount: money("40"),
            contribution: "pau".into(),
            reference: None,
            id: None,
        }],
        ..with(vec![refund], "2020-01-31")
    };
    let found = |as_of| {
        let portfolio = portfolio(vec![startup("s")], vec![convention.clone()]);
        let all = answers(&portfolio, day(as_of)).occurrences;
        let one = all.into_iter().find(|one| one.obligation == "refund").expect("the refund");
        (say(&one), one.amount.map(|amount| amount.to_string()))
    };
    assert_eq!(found("2020-07-15"), ("refund 2020-07-31 due-soon".into(), None));
    assert_eq!(found("2020-08-10"), ("refund 2020-07-31 late 10".into(), Some("40.00".into())));
    assert_eq!(found("2020-09-01"), ("refund 2020-07-31 done on 2020-09-01".into(), None));
}

#[test]
fn a_committee_clause_is_an_obligation_for_each_incubated_startup() {
    let stopped = Startup { phases: vec![phase(Phase::Stopped, "2020-03-01")], ..startup("t") };
    let unborn = Startup { phases: vec![phase(Phase::Construction, "2022-01-01")], ..startup("u") };
    let shared = Convention { committee: Some(clause("6 months")), ..convention("c", &["s", "t", "u"], "2020-02-20") };
    assert_eq!(
        said(vec![startup("s"), stopped, unborn], vec![shared], "2020-12-01"),
        ["committee 2020-08-20 late 103", "committee 2021-02-20 open",]
    );
    // A framework that names no startup binds every team, so no due date can be computed.
    let framework = Convention {
        kind: ConventionKind::Framework,
        committee: Some(clause("3 months")),
        ..convention("f", &[], "2020-02-20")
    };
    let portfolio = portfolio(vec![], vec![framework]);
    let found = answers(&portfolio, day("2020-12-01")).occurrences;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].unknown, &found[0].source), (Some(Unknown::NoStartup), &OccurrenceSource::Committee(None)));
}

#[test]
fn a_waiver_ends_what_is_owed_from_its_day_on() {
    let waived = Some(Box::new(crate::model::Waiver { on: day("2020-09-01"), why: None }));
    let report = Obligation { waived, ..obligation("report", Timing::Once(Some(moment("2020-06-01")))) };
    let convention = Convention { obligations: vec![report], ..convention("c", &["s"], "2020-01-01") };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    let states = |as_of: &str| {
        let all = convention_occurrences(&portfolio, &id("c"), day(as_of));
        all.iter().map(|one| one.state.name()).collect::<Vec<_>>()
    };
    assert_eq!(states("2020-08-31"), ["late"]);
    assert_eq!(states("2020-09-01"), [""; 0]);
}
