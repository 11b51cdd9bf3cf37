//! Tests of the yearly report on a fonds de concours.

use crate::model::{
    BudgetLine, Convention, FUND_REPORT, Fulfilment, Obligation, ObligationTopic, RecurrenceStart, Refund, Timing,
    Waiver,
};
use crate::rules::{DerivationKind, TodayKind, TodayRemedy, Unknown, answers, derivation, today};
use crate::testing::portfolios::*;

fn fund(received: &[(&str, &str)], spent: &[(&str, &str)]) -> Convention {
    Convention {
        budget: Some(BudgetLine { fund: Some("1-2-00548".to_owned()), ..BudgetLine::default() }),
        contributions: vec![contribution("pau", &[("30000", at("signature"))])],
        payments: received.iter().map(|(amount, on)| payment("pau", amount, on)).collect(),
        expenditure: spent.iter().map(|(amount, on)| paid(amount, on)).collect(),
        ..convention("c", &["s"], "2019-01-01")
    }
}

/// The reports of a convention, as `due state`, sorted by due date.
fn reports(convention: &Convention, as_of: &str) -> Vec<String> {
    let portfolio = portfolio(vec![startup("s")], vec![convention.clone()]);
    let mut reports: Vec<String> = answers(&portfolio, day(as_of))
        .occurrences
        .iter()
        .filter(|one| one.obligation == FUND_REPORT)
        .map(|one| format!("{} {}", one.due.map(|due| due.to_string()).unwrap_or_default(), one.state.name()))
        .collect();
    reports.sort();
    reports
}

/// The table of `docs/rules.md`.
#[test]
fn each_year_with_money_received_or_carried_over_has_a_report() {
    let once = fund(&[("30000", "2020-06-15")], &[]);
    assert_eq!(reports(&once, "2020-06-14"), [""; 0], "nothing was received yet");
    assert_eq!(reports(&once, "2020-07-01"), ["2021-01-31 open"]);
    // That of the year begun shows once the one before is past.
    assert_eq!(reports(&once, "2021-01-31"), ["2021-01-31 due-soon"]);
    // 30,000 − 10,000 = 20,000 are carried over into 2021, and nothing into 2022.
    let spent = fund(&[("30000", "2020-06-15")], &[("10000", "2020-09-01"), ("20000", "2021-03-01")]);
    assert_eq!(reports(&spent, "2022-03-01"), ["2021-01-31 late", "2022-01-31 late"]);
    // 30,000 − 10,000 − 20,000 returned = 0 are carried over into 2022.
    let refund = Refund {
        id: None,
        on: day("2021-11-30"),
        amount: money("20000"),
        contribution: "pau".to_owned(),
        reference: None,
    };
    let returned = Convention { refunds: vec![refund], ..fund(&[("30000", "2020-06-15")], &[("10000", "2020-09-01")]) };
    assert_eq!(reports(&returned, "2023-03-01"), ["2021-01-31 late", "2022-01-31 late"]);
    // Nothing is carried over into 2020; 5,000 are into 2022.
    let gap = fund(&[("20000", "2019-05-02"), ("5000", "2021-02-01")], &[("20000", "2019-06-01")]);
    assert_eq!(reports(&gap, "2022-03-01"), ["2020-01-31 late", "2022-01-31 late", "2023-01-31 open"]);
    assert_eq!(reports(&fund(&[], &[]), "2022-03-01"), [""; 0]);
}

#[test]
fn the_clause_of_the_convention_replaces_the_decree() {
    let received = fund(&[("30000", "2020-06-15")], &[]);
    let own = Obligation {
        about: Some(ObligationTopic::ManagementReport),
        ..obligation("report", every("12 months", RecurrenceStart::Signature))
    };
    let stated = Convention { obligations: vec![own], ..received.clone() };
    assert_eq!(reports(&stated, "2022-03-01"), [""; 0]);
    let no_fund = Convention { budget: Some(BudgetLine::default()), ..received.clone() };
    assert_eq!(reports(&no_fund, "2022-03-01"), [""; 0]);
    let unfollowed = Convention { payments_recorded: false, ..received.clone() };
    assert_eq!(reports(&unfollowed, "2022-03-01"), ["2021-01-31 late"], "what is left of it is unknown");
    let unsigned = Convention { signed: None, ..received };
    assert_eq!(reports(&unsigned, "2022-03-01"), [" undetermined"]);
}

#[test]
fn fulfilments_are_those_of_the_entry_with_its_id() {
    let received = fund(&[("30000", "2020-06-15")], &[("30000", "2020-09-01")]);
    let recorded = |fulfilled: Vec<Fulfilment>, waived: Option<Box<Waiver>>| {
        let entry = Obligation { fulfilled: fulfilled.into(), waived, ..obligation(FUND_REPORT, Timing::Once(None)) };
        Convention { obligations: vec![entry], ..received.clone() }
    };
    assert_eq!(reports(&recorded(vec![fulfilled("2021-01-20")], None), "2021-06-01"), ["2021-01-31 done"]);
    assert_eq!(reports(&recorded(vec![fulfilled("2021-01-20")], None), "2021-01-19"), ["2021-01-31 due-soon"]);
    let other_year = Fulfilment { due: Some(day("2020-01-31")), ..fulfilled("2021-01-20") };
    assert_eq!(reports(&recorded(vec![other_year], None), "2021-06-01"), ["2021-01-31 late"]);
    let waived = Box::new(Waiver { on: day("2021-03-01"), why: None });
    assert_eq!(reports(&recorded(Vec::new(), Some(waived.clone())), "2021-02-28"), ["2021-01-31 late"]);
    assert_eq!(reports(&recorded(Vec::new(), Some(waived)), "2021-03-01"), [""; 0]);
}

#[test]
fn it_names_the_decree_the_parties_and_the_money_that_it_is_about() {
    let convention = fund(&[("20000", "2019-05-02"), ("5000", "2021-02-01")], &[("20000", "2019-06-01")]);
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    let answers = answers(&portfolio, day("2022-03-01"));
    let find = |due: &str| {
        let mut reports = answers.occurrences.iter().filter(|one| one.obligation == FUND_REPORT);
        reports.find(|one| one.due == Some(day(due))).unwrap()
    };
    let one = find("2022-01-31");
    assert_eq!((one.id.as_str(), one.article.as_deref()), ("obligations.fund-report", Some("décret 2007-44, art. 6")));
    assert_eq!((one.debtors.clone(), one.creditors.clone()), (vec![id("anct")].into(), vec![id("pau")].into()));
    assert_eq!((one.path.to_string(), one.days_late), ("budget.fund".to_owned(), 29));
    let steps = |due: &str| {
        let steps = derivation(&portfolio, find(due), day("2022-03-01"));
        steps.iter().map(|step| (step.kind, step.path.to_string())).collect::<Vec<_>>()
    };
    let clause = (DerivationKind::Clause, "budget.fund".to_owned());
    let received = |n| (DerivationKind::Received, format!("payments[{n}]"));
    assert_eq!(steps("2022-01-31"), [clause.clone(), received(1)]);
    assert_eq!(steps("2023-01-31"), [clause, received(0), received(1)], "what was carried over");
    let rows = today(&portfolio, &answers, day("2022-03-01"));
    let row = rows.items.iter().find(|row| row.kind == TodayKind::Report).unwrap();
    assert_eq!(row.remedy, TodayRemedy::Done(FUND_REPORT.into(), Some(day("2020-01-31"))));
    let unsigned = Unknown::Signature;
    assert!(answers.occurrences.iter().all(|one| one.unknown != Some(unsigned)));
}
