//! Tests of the clauses that change amounts: papers, terminations, refunds, shares, undated copies.

use crate::model::{
    Call, Contribution, Convention, ConventionKind, Expenditure, Payment, Phase, Refund, Span, Startup, Term,
    TermLength, Termination,
};
use crate::rules::{
    ConventionStatus, Figure, Figures, Occurrence, answers, convention_occurrences, convention_summary,
    explain_convention,
};
use crate::testing::portfolios::*;

fn figures(convention: &Convention, as_of: &str) -> Figures {
    let name = convention.id.clone();
    explain_convention(&portfolio(vec![startup("s")], vec![convention.clone()]), &name, day(as_of)).figures
}

/// Writes amounts as text; `null` if a part is unknown.
fn values<const N: usize>(figures: &Figures, of: [Figure; N]) -> [String; N] {
    of.map(|figure| figures.value(figure).map_or_else(|| "null".to_owned(), |amount| amount.to_string()))
}

fn occurrence(convention: &Convention, name: &str, as_of: &str) -> Option<Occurrence> {
    let portfolio = portfolio(vec![startup("s")], vec![convention.clone()]);
    convention_occurrences(&portfolio, &convention.id, day(as_of)).into_iter().find(|one| one.obligation == name)
}

fn call(amount: &str, on: &str, with: &[&str]) -> Call {
    Call { with: with.iter().map(|paper| (*paper).to_owned()).collect(), ..Call::new(day(on), money(amount), "pau") }
}

/// 100 from Pau to ANCT at the signature, 2020-01-01, for twelve months.
fn hundred() -> Convention {
    Convention {
        contributions: vec![contribution("pau", &[("100", at("signature"))])],
        term: months(12),
        ..convention("c", &["s"], "2020-01-01")
    }
}

#[test]
fn papers_gate_a_tranche() {
    let mut gated = hundred();
    gated.contributions[0].tranches[0].needs = vec!["call for funds".to_owned(), "statement of expenditure".to_owned()];
    let money_of = |convention: &Convention, as_of| {
        values(&figures(convention, as_of), [Figure::Due, Figure::Undetermined, Figure::Late])
    };
    assert_eq!(money_of(&gated, "2020-06-01"), ["0.00", "100.00", "0.00"]);
    assert_eq!(occurrence(&gated, "payment-pau", "2020-06-01").map(|one| one.state.name()), Some("waiting"));
    // The first paper counts, not a later copy.
    let paper = &["Statement of expenditure"];
    gated.calls = vec![call("60", "2020-06-10", paper), call("40", "2020-06-20", paper)];
    // Due on 10 June, late after 10 July.
    for (as_of, state, late) in
        [("2020-06-09", "waiting", "0.00"), ("2020-06-10", "due", "0.00"), ("2020-07-11", "late", "100.00")]
    {
        let found = occurrence(&gated, "payment-pau", as_of).expect("a payment");
        assert_eq!((found.state.name(), money_of(&gated, as_of)[2].as_str()), (state, late), "{as_of}");
    }
}

#[test]
fn calls_and_payments_are_allocated_day_by_day() {
    let tranches = |calls: Vec<Call>, payments: Vec<Payment>| {
        let convention = Convention {
            contributions: vec![contribution("pau", &[("60", at("signature")), ("40", at("2020-07-01"))])],
            calls,
            payments,
            ..convention("c", &["s"], "2020-01-01")
        };
        let summary = convention_summary(&portfolio(vec![], vec![convention]), &id("c"), day("2020-12-01"));
        let tranches = summary.expect("a convention").tranches;
        tranches.iter().map(|one| format!("{} {}", one.called, one.paid)).collect::<Vec<_>>()
    };
    let pays = |amount, on| payment("pau", amount, on);
    // Paid before the call, so the call goes to the tranche that is still open.
    assert_eq!(
        tranches(vec![call("40", "2020-03-01", &[])], vec![pays("60", "2020-02-01")]),
        ["0.00 60.00", "40.00 0.00"]
    );
    // On the same day, the call comes first.
    assert_eq!(
        tranches(vec![call("40", "2020-02-01", &[])], vec![pays("60", "2020-02-01")]),
        ["40.00 60.00", "0.00 0.00"]
    );
    // The rest of a call and of a payment goes to the next tranche.
    assert_eq!(
        tranches(vec![call("80", "2020-02-01", &[])], vec![pays("80", "2020-03-01")]),
        ["60.00 60.00", "20.00 20.00"]
    );
    // A reversal reopens the last payment.
    let reversed = vec![pays("60", "2020-02-01"), pays("40", "2020-07-01"), pays("-40", "2020-07-05")];
    assert_eq!(tranches(vec![], reversed), ["0.00 60.00", "0.00 0.00"]);
    // A reversal with a reference reopens the payment with the same reference.
    let with = |reference: &str, one: Payment| Payment { reference: Some(reference.to_owned()), ..one };
    let reversed = vec![
        with("A", pays("60", "2020-02-01")),
        with("B", pays("40", "2020-07-01")),
        with("A", pays("-60", "2020-07-05")),
    ];
    assert_eq!(tranches(vec![], reversed), ["0.00 0.00", "0.00 40.00"]);
}

#[test]
fn the_rest_after_the_end_is_refundable_once_it_is_known() {
    let of = |spent: &[(&str, Option<&str>)], refunds: &[&str]| {
        let line = |(amount, paid_on): &(&str, Option<&str>)| Expenditure {
            committed: Some(day("2020-03-01")),
            paid: paid_on.map(day),
            ..Expenditure::new(money(amount))
        };
        let convention = Convention {
            payments: vec![payment("pau", "100", "2020-02-01")],
            expenditure: spent.iter().map(line).collect(),
            refunds: refunds.iter().map(|amount| Refund::new(day("2021-02-01"), money(amount), "pau")).collect(),
            ..hundred()
        };
        values(&figures(&convention, "2021-03-01"), [Figure::Left, Figure::Refundable, Figure::RefundableCommitted])
    };
    let paid = Some("2020-04-01");
    assert_eq!(of(&[("60", paid)], &[]), ["40.00", "40.00", "0.00"]);
    assert_eq!(of(&[("60", paid), ("30", None)], &[]), ["40.00", "40.00", "30.00"]);
    assert_eq!(of(&[("60", paid)], &["30"]), ["10.00", "10.00", "0.00"]);
    assert_eq!(of(&[], &[]), ["100.00", "null", "null"]);
    assert_eq!(of(&[], &["0"]), ["100.00", "0.00", "0.00"]);
    assert_eq!(of(&[], &["60"]), ["40.00", "40.00", "0.00"], "a recorded refund makes it known");
    assert_eq!(values(&figures(&hundred(), "2021-03-01"), [Figure::Refundable]), ["0.00"], "nothing was received");
}

#[test]
fn a_liquidation_makes_the_committed_amount_due() {
    let of = |engaged: &str, received: &str| {
        let convention = Convention {
            terminated: Some(Termination { on: day("2020-06-30"), notice: None, reason: None }),
            liquidates_committed: true,
            payments: vec![payment("pau", received, "2020-02-01")],
            expenditure: vec![Expenditure { committed: Some(day("2020-03-01")), ..Expenditure::new(money(engaged)) }],
            ..hundred()
        };
        let found = values(&figures(&convention, "2020-08-01"), [Figure::Due, Figure::Late, Figure::Refundable]);
        let line = occurrence(&convention, "payment-pau", "2020-08-01");
        (found.join(" "), line.map(|one| format!("{} {}", one.state.name(), one.amount.unwrap_or_default())))
    };
    assert_eq!(of("60", "20"), ("60.00 40.00 0.00".to_owned(), Some("late 40.00".to_owned())));
    assert_eq!(of("60", "80").0, "60.00 0.00 20.00");
    assert_eq!(of("120", "0.01").0, "100.00 99.99 0.00", "at most the promise");
    // Before the effect day nothing changes: 100 have been due since the signature.
    let early = Convention {
        terminated: Some(Termination { on: day("2020-06-30"), notice: None, reason: None }),
        liquidates_committed: true,
        ..hundred()
    };
    assert_eq!(values(&figures(&early, "2020-06-29"), [Figure::Due]), ["100.00"]);
}

#[test]
fn payments_that_are_not_recorded_are_never_late() {
    let convention = Convention { payments_recorded: false, ..hundred() };
    let found = figures(&convention, "2020-12-01");
    let of = [Figure::Due, Figure::Late, Figure::Outstanding, Figure::Left, Figure::Refundable];
    assert_eq!(values(&found, of), ["100.00", "0.00", "null", "null", "null"]);
    assert!(!found.payments_recorded());
    let one = occurrence(&convention, "payment-pau", "2020-12-01").expect("a payment");
    assert_eq!((one.state.name(), one.payments_recorded), ("due", false));
}

#[test]
fn an_undated_copy_binds_without_a_day() {
    let copy = Convention {
        undated: true,
        contributions: vec![contribution("pau", &[("60", at("signature")), ("40", at("2020-03-01"))])],
        obligations: vec![obligation("page", crate::model::Timing::Standing)],
        ..convention("c", &["s"], "")
    };
    assert_eq!(occurrence(&copy, "page", "2020-06-01").map(|one| one.state.name()), Some("standing"));
    assert_eq!(occurrence(&copy, "payment-pau-1", "2020-06-01").map(|one| one.state.name()), Some("undetermined"));
    assert_eq!(occurrence(&copy, "payment-pau-2", "2020-06-01").and_then(|one| one.due), Some(day("2020-03-01")));
    // Nothing counts before `not_before`; from then on it counts as promised.
    let later = Convention { not_before: Some(day("2020-05-01")), ..copy.clone() };
    assert_eq!(occurrence(&later, "payment-pau-2", "2020-06-01").and_then(|one| one.due), Some(day("2020-05-01")));
    assert_eq!(values(&figures(&later, "2020-04-30"), [Figure::Committed]), ["0.00"]);
    let summary = convention_summary(&portfolio(vec![], vec![copy]), &id("c"), day("2020-06-01")).expect("it");
    assert_eq!((summary.status, summary.signed), (ConventionStatus::Undated, None));
}

#[test]
fn an_estimated_end_ends_nothing() {
    let report = obligation("report", crate::model::Timing::Once(Some(moment("end + 1 month"))));
    let term = Term { estimated: true, ..Term::new(TermLength::For(Span::months(12))) };
    let convention =
        Convention { term: Some(term), obligations: vec![report], ..convention("c", &["s"], "2020-05-11") };
    for (as_of, status) in [("2020-12-01", ConventionStatus::InForce), ("2022-01-01", ConventionStatus::Ending)] {
        let summary =
            convention_summary(&portfolio(vec![], vec![convention.clone()]), &id("c"), day(as_of)).expect("it");
        assert_eq!((summary.status, summary.ends, summary.ends_estimated), (status, Some(day("2021-05-11")), true));
        let one = occurrence(&convention, "report", as_of).expect("the report");
        assert_eq!((one.state.name(), one.due), ("undetermined", Some(day("2021-06-11"))));
    }
    // A threshold that is reached later counts, nothing is to be refunded, and what stands goes on.
    let going_on = Convention {
        contributions: vec![contribution("pau", &[("60", at("signature")), ("40", spent("50", "anct"))])],
        payments: vec![payment("pau", "60", "2020-06-01")],
        expenditure: vec![paid("50", "2021-09-01")],
        obligations: vec![obligation("page", crate::model::Timing::Standing)],
        ..convention
    };
    let later = portfolio(vec![], vec![going_on.clone()]);
    let summary = convention_summary(&later, &id("c"), day("2022-01-01")).expect("it");
    assert_eq!(summary.tranches[1].due, Some(day("2021-09-01")));
    assert_eq!(values(&figures(&going_on, "2022-01-01"), [Figure::Left, Figure::Refundable]), ["10.00", "0.00"]);
    let page = occurrence(&going_on, "page", "2022-01-01").expect("the page");
    assert_eq!(page.state.name(), "standing");
}

#[test]
fn an_amendment_is_never_retroactive() {
    // The second half was due on 2020-07-01. An amendment of 2020-09-01 moves both to the end and reduces the amount.
    let base = Convention {
        contributions: vec![contribution("pau", &[("60", at("signature")), ("40", at("2020-07-01"))])],
        term: months(24),
        ..convention("c", &["s"], "2020-01-01")
    };
    let with = |change: Contribution| {
        let amendment = Convention { contributions: vec![change], ..amendment("a", "c", "2020-09-01") };
        let portfolio = portfolio(vec![], vec![base.clone(), amendment]);
        let summary = convention_summary(&portfolio, &id("c"), day("2020-12-01")).expect("a convention");
        summary.tranches.iter().map(|one| (one.amount.to_string(), one.due)).collect::<Vec<_>>()
    };
    let moved = contribution("pau", &[("60", at("end")), ("40", at("end"))]);
    let kept = [("60.00".to_owned(), Some(day("2020-01-01"))), ("40.00".to_owned(), Some(day("2020-07-01")))];
    assert_eq!(with(moved), kept);
    // Restated without tranches and with a lower amount: the last tranche is cut.
    let lower = Contribution { amount: money("70"), ..contribution("pau", &[]) };
    let cut = [("60.00".to_owned(), Some(day("2020-01-01"))), ("10.00".to_owned(), Some(day("2020-07-01")))];
    assert_eq!(with(lower), cut);
}

#[test]
fn shares_split_a_contribution_and_without_them_it_is_shown_in_full() {
    let of = |shares: &[(&str, u32)]| {
        let mut shared = hundred();
        shared.startups = vec![id("s"), id("t")];
        shared.contributions[0].shares = shares.iter().map(|(startup, weight)| (id(startup), *weight)).collect();
        let found = answers(&portfolio(vec![startup("s"), startup("t")], vec![shared]), day("2020-06-01"));
        let rows = found.funding.startups.iter();
        let rows: Vec<String> = rows.map(|row| format!("{} {}", row.figures.late, row.shared_with.len())).collect();
        assert_eq!(found.funding.total.late, money("100"));
        assert_eq!(found.startups[0].figures, found.funding.startups[0].figures);
        rows
    };
    assert_eq!(of(&[("s", 60), ("t", 40)]), ["60.00 0", "40.00 0"]);
    assert_eq!(of(&[]), ["100.00 1", "100.00 1"]);
}

#[test]
fn entries_of_an_unknown_contribution_are_in_no_other_figure() {
    let convention = Convention {
        payments: vec![payment("pua", "30", "2020-02-01")],
        expenditure: vec![Expenditure { contribution: Some("pua".to_owned()), ..paid("20", "2020-02-01") }],
        ..hundred()
    };
    let found = figures(&convention, "2020-06-01");
    assert_eq!((found.unallocated.payments, found.unallocated.spending), (money("30"), money("20")));
    assert_eq!(values(&found, [Figure::Received, Figure::Ae, Figure::Cp]), ["0.00", "0.00", "0.00"]);
}

#[test]
fn a_framework_s_spending_for_a_startup_counts_for_both() {
    let framework = Convention {
        kind: ConventionKind::Framework,
        expenditure: vec![Expenditure { startup: Some(id("s")), ..paid("50", "2020-06-01") }, paid("9", "2020-06-01")],
        ..Convention { startups: Vec::new(), ..hundred() }
    };
    let active = Startup { phases: vec![phase(Phase::Construction, "2019-01-01")], ..startup("s") };
    let found = answers(&portfolio(vec![active], vec![framework]), day("2020-12-01"));
    let cp = |figures: &Figures| figures.cp.to_string();
    assert_eq!((cp(&found.funding.total), cp(&found.funding.frameworks[0].1)), ("50.00".into(), "59.00".into()));
    assert_eq!((cp(&found.startups[0].figures), found.startups[0].runs_out), ("50.00".into(), None));
    let of_anct = found.funding.parties.iter().find(|row| row.party == id("anct")).expect("the payee");
    assert_eq!((of_anct.receives_frameworks.committed, of_anct.receives.committed), (money("100"), money("0")));
}
