//! Tests of tranches: when they are due, what was received, and how far a threshold is.

use crate::model::{Call, Convention, Date, Expenditure, Payment};
use crate::rules::TrancheState::{self, Called, Due, Lapsed, Late, Paid, PartPaid, Undetermined, Waiting};
use crate::rules::{TrancheSummary, Unknown, convention_summary};
use crate::testing::portfolios::*;

fn tranches(convention: Convention, as_of: &str) -> Vec<TrancheSummary> {
    let name = convention.id.clone();
    let portfolio = portfolio(vec![], vec![convention]);
    convention_summary(&portfolio, &name, day(as_of)).expect("a convention").tranches
}

fn states(tranches: &[TrancheSummary]) -> Vec<(String, TrancheState)> {
    tranches.iter().map(|one| (one.paid.to_string(), one.state)).collect()
}

fn two_halves(payments: Vec<Payment>) -> Convention {
    Convention {
        contributions: vec![contribution("pau", &[("400", at("signature")), ("600", at("2020-07-01"))])],
        payments,
        ..convention("c", &[], "2020-01-31")
    }
}

fn on(tranche: usize, payment: Payment) -> Payment {
    Payment { tranche: Some(tranche), ..payment }
}

#[test]
fn a_payment_fills_its_tranche_then_the_earliest_unpaid() {
    // As of 2020-06-01, the first tranche of 400 has been due since 2020-01-31 (late after 2020-03-01), and the second
    // of 600 is waiting.
    for (what, payments, expected) in [
        ("nothing", vec![], [("0.00", Late), ("0.00", Waiting)]),
        ("a part", vec![payment("pau", "150", "2020-02-10")], [("150.00", Late), ("0.00", Waiting)]),
        ("all of the first", vec![payment("pau", "400", "2020-02-10")], [("400.00", Paid), ("0.00", Waiting)]),
        // 500 = 400 + 100: one payment fills two tranches.
        ("over two", vec![payment("pau", "500", "2020-02-10")], [("400.00", Paid), ("100.00", PartPaid)]),
        // All of it is paid five months before the second tranche is due.
        ("early", vec![payment("pau", "1000", "2020-02-10")], [("400.00", Paid), ("600.00", Paid)]),
        // 1,200 instead of 1,000: each tranche is full, and nothing is below zero.
        ("too much", vec![payment("pau", "1200", "2020-02-10")], [("400.00", Paid), ("600.00", Paid)]),
        // The payment names the second tranche: the first one stays unpaid.
        ("named", vec![on(2, payment("pau", "600", "2020-02-10"))], [("0.00", Late), ("600.00", Paid)]),
        // 700 for the second tranche: it takes 600, and the other 100 go to the first.
        ("named, too much", vec![on(2, payment("pau", "700", "2020-02-10"))], [("100.00", Late), ("600.00", Paid)]),
        // A number without a tranche names none.
        ("misnamed", vec![on(9, payment("pau", "400", "2020-02-10"))], [("400.00", Paid), ("0.00", Waiting)]),
        ("to come", vec![payment("pau", "400", "2020-06-02")], [("0.00", Late), ("0.00", Waiting)]),
        ("of another", vec![payment("oise", "400", "2020-02-10")], [("0.00", Late), ("0.00", Waiting)]),
    ] {
        let found = states(&tranches(two_halves(payments), "2020-06-01"));
        assert_eq!(found, expected.map(|(paid, state)| (paid.to_owned(), state)), "{what}");
    }
}

#[test]
fn a_tranche_is_late_after_the_payment_delay() {
    // Due on 2020-01-31. Thirty days later, in a leap year, is 2020-03-01: 29 days in February and one in March.
    for (as_of, days, expected) in [
        ("2020-01-30", None, Undetermined),
        ("2020-01-31", None, Due),
        ("2020-03-01", None, Due),
        ("2020-03-02", None, Late),
        ("2020-03-02", Some(45), Due),
        ("2020-03-17", Some(45), Late),
        ("2020-02-01", Some(0), Late),
    ] {
        let convention = Convention { payment_days: days, ..two_halves(vec![]) };
        assert_eq!(tranches(convention, as_of)[0].state, expected, "as of {as_of}, {days:?} days");
    }
}

#[test]
fn an_amended_payment_delay_applies_to_what_falls_due_later() {
    // 100 are due on 2020-01-31 with thirty days, 100 on 2020-06-30 with ninety, which an amendment of 2020-04-01 sets.
    let base = Convention {
        contributions: vec![contribution("pau", &[("100", at("2020-01-31")), ("100", at("2020-06-30"))])],
        ..convention("c", &["s"], "2020-01-01")
    };
    let change = Convention { payment_days: Some(90), ..amendment("a", "c", "2020-04-01") };
    let portfolio = portfolio(vec![], vec![base, change]);
    let found = |as_of| {
        let summary = convention_summary(&portfolio, &id("c"), day(as_of)).expect("a convention");
        summary.tranches.iter().map(|one| (one.state, one.late_after)).collect::<Vec<_>>()
    };
    let after = |text| Some(day(text));
    assert_eq!(found("2020-03-31"), [(Late, after("2020-03-01")), (Waiting, after("2020-07-30"))]);
    assert_eq!(found("2020-04-01"), [(Late, after("2020-03-01")), (Waiting, after("2020-09-28"))]);
    assert_eq!(found("2020-09-28"), [(Late, after("2020-03-01")), (Due, after("2020-09-28"))]);
    assert_eq!(found("2020-09-29"), [(Late, after("2020-03-01")), (Late, after("2020-09-28"))]);
}

#[test]
fn without_a_signature_or_a_term_the_day_is_unknown_with_the_reason() {
    let convention = |signed, term| Convention {
        contributions: vec![contribution(
            "pau",
            &[("1", at("signature")), ("1", at("end + 1 month")), ("1", at("2020-03-01")), ("1", spent("5", "anct"))],
        )],
        term,
        ..convention("c", &[], signed)
    };
    let found = |signed, term| {
        let all = tranches(convention(signed, term), "2020-02-01");
        all.into_iter()
            .map(|one| (one.due.map(|day: Date| day.to_string()), one.unknown, one.state))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("", months(12)),
        [
            (None, Some(Unknown::Signature), Undetermined),
            (None, Some(Unknown::Signature), Undetermined),
            (None, Some(Unknown::Signature), Undetermined),
            (None, Some(Unknown::Signature), Undetermined),
        ]
    );
    let signed = found("2020-01-31", months(12));
    assert_eq!(signed[2], (Some("2020-03-01".to_owned()), None, Waiting));
    assert_eq!(signed[3], (None, Some(Unknown::Spending), Waiting));
    // 2020-01-31, one month to 2020-02-29 (leap year), one more to 2020-03-29.
    assert_eq!(found("2020-01-31", months(1))[1], (Some("2020-03-29".to_owned()), None, Waiting));
    assert_eq!(found("2020-01-31", None)[1], (None, Some(Unknown::Term), Undetermined));
}

fn framework(lines: Vec<Expenditure>) -> Convention {
    Convention {
        contributions: vec![contribution(
            "anct",
            &[("800000", at("signature")), ("400000", spent("600000", "dinum")), ("400000", spent("1000000", "dinum"))],
        )],
        expenditure: lines,
        ..convention("c", &[], "2020-05-11")
    }
}

fn by(party: &str, line: Expenditure) -> Expenditure {
    Expenditure { by: Some(id(party)), ..line }
}

#[test]
fn a_threshold_is_reached_on_the_day_of_the_spending() {
    let dinum = |amount, on| by("dinum", paid(amount, on));
    let cases: [(&str, Vec<Expenditure>, &str, Option<&str>); 7] = [
        ("one cent short", vec![dinum("599999.99", "2020-08-01")], "599999.99", None),
        ("to the cent", vec![dinum("600000", "2020-08-01")], "600000.00", Some("2020-08-01")),
        // Recorded out of order: 300,000 on the 1st, then 300,000 on the 2nd.
        (
            "in the order of days",
            vec![dinum("300000", "2020-08-02"), dinum("300000", "2020-08-01")],
            "600000.00",
            Some("2020-08-02"),
        ),
        // 500,000 + 200,000 − 150,000 on one day is 550,000: all lines of a day count together.
        (
            "within one day's lines",
            vec![dinum("500000", "2020-08-01"), dinum("200000", "2020-08-01"), dinum("-150000", "2020-08-01")],
            "550000.00",
            None,
        ),
        // Reached with 650,000 on the 1st; a credit note on the 9th changes nothing.
        (
            "once crossed",
            vec![dinum("650000", "2020-08-01"), dinum("-100000", "2020-08-09")],
            "550000.00",
            Some("2020-08-01"),
        ),
        ("by another", vec![by("pau", paid("700000", "2020-08-01"))], "0.00", None),
        ("paid after the day", vec![dinum("700000", "2020-12-02")], "0.00", None),
    ];
    for (what, lines, spent, crossed) in cases {
        let tranches = tranches(framework(lines), "2020-12-01");
        let gate = tranches[1].gate.as_ref().expect("a gate");
        assert_eq!((gate.spent.to_string().as_str(), gate.crossed), (spent, crossed.map(day)), "{what}");
        assert_eq!(tranches[1].due, crossed.map(day), "{what}");
    }
}

#[test]
fn a_threshold_reached_after_the_end_opens_nothing() {
    let reached = |on: &str| Convention { term: months(12), ..framework(vec![by("dinum", paid("600000", on))]) };
    let signed = reached("2020-08-01").signed.expect("a signature");
    let end = span("12 months").after(signed).expect("a day");
    let due = |on: Date| tranches(reached(&on.to_string()), "2023-01-01")[1].due;
    assert_eq!(due(end), Some(end));
    assert_eq!(due(end.succ_opt().expect("a day")), None);
    // Under an undated copy it counts on its day, but not before the earliest possible signature.
    let undated = |on: &str, not_before: Option<Date>| {
        let copy =
            Convention { signed: None, undated: true, not_before, ..framework(vec![by("dinum", paid("600000", on))]) };
        tranches(copy, "2023-01-01")[1].due
    };
    assert_eq!(undated("2020-08-01", None), Some(day("2020-08-01")));
    assert_eq!(undated("2020-08-01", Some(day("2020-09-01"))), Some(day("2020-09-01")));
}

#[test]
fn lines_without_a_spender_belong_to_the_payee() {
    // `anct` is the payee of the contribution, so 600,000 that name no spender are its own.
    let mut convention = framework(vec![paid("600000", "2020-08-01")]);
    assert_eq!(tranches(convention.clone(), "2020-12-01")[1].gate.as_ref().expect("a gate").crossed, None);
    convention.contributions[0].to = Some(id("dinum"));
    assert_eq!(tranches(convention, "2020-12-01")[1].due, Some(day("2020-08-01")));
}

#[test]
fn a_call_fills_tranches_and_records_its_papers() {
    let mut convention = two_halves(vec![]);
    for tranche in &mut convention.contributions[0].tranches {
        tranche.needs = vec!["call for funds".to_owned(), "Statement of expenditure".to_owned(), "RIB".to_owned()];
    }
    let call = |tranche, with: &[&str]| Call {
        id: None,
        on: day("2020-02-01"),
        amount: money("400"),
        contribution: "pau".to_owned(),
        tranche,
        with: with.iter().map(|&paper| paper.to_owned()).collect(),
        reference: None,
    };
    let found = |convention: &Convention| {
        let all = tranches(convention.clone(), "2020-02-15");
        all.into_iter().map(|one| (one.state, one.missing.join(", "))).collect::<Vec<_>>()
    };
    let all_missing = "call for funds, Statement of expenditure, RIB".to_owned();
    assert_eq!(found(&convention), [(Waiting, all_missing.clone()), (Waiting, all_missing.clone())]);
    // A call for 400 that names no tranche goes to the first.
    convention.calls = vec![call(None, &["statement of expenditure"])];
    assert_eq!(found(&convention), [(Called, "RIB".to_owned()), (Waiting, all_missing.clone())]);
    // A call may come before its tranche is due.
    convention.calls = vec![call(Some(2), &["RIB"])];
    assert_eq!(found(&convention), [(Waiting, all_missing), (Called, "Statement of expenditure".to_owned())]);
    // Once paid, no paper is missing.
    convention.payments = vec![payment("pau", "1000", "2020-02-10")];
    assert_eq!(found(&convention), [(Paid, String::new()), (Paid, String::new())]);
}

#[test]
fn tranches_due_after_an_early_end_lapse() {
    let convention = Convention {
        terminated: Some(crate::model::Termination { on: day("2020-06-30"), notice: None, reason: None }),
        ..two_halves(vec![])
    };
    // The first tranche fell due before the end and stays due; the second would have fallen due on the day after the
    // end.
    let found = tranches(convention, "2020-12-01");
    assert_eq!((found[0].state, found[1].state, found[1].due), (Late, Lapsed, None));
}
