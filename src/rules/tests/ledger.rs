//! Tests of the amounts and of the entries behind them.

use crate::model::{Convention, Expenditure, Money, Phase, Portfolio, Refund, Startup, Timing};
use crate::rules::{ExplainedFigures, Figure, Figures, answers};
use crate::rules::{explain_contribution, explain_convention, explain_party, explain_portfolio, explain_startup};
use crate::testing::portfolios::*;

/// The ten amounts committed, due, called, received, outstanding, late, AE, CP, left and refundable.
fn row(figures: &Figures) -> [i64; 10] {
    use Figure::{Ae, Called, Committed, Cp, Due, Late, Left, Outstanding, Received, Refundable};
    [Committed, Due, Called, Received, Outstanding, Late, Ae, Cp, Left, Refundable].map(|figure| {
        let text = figures.get(figure).to_string();
        text.strip_suffix(".00").expect("whole euros").parse().expect("a number")
    })
}

/// Checks that every amount is the sum of its entries.
fn assert_explained(position: &ExplainedFigures) {
    for figure in Figure::ALL {
        let lines = position.lines.iter().filter(|(one, _)| *one == figure);
        let sum: Money = lines.map(|(_, line)| line.amount).sum();
        assert_eq!(sum, position.figures.get(figure), "{figure:?}");
    }
}

fn figures(portfolio: &Portfolio, as_of: &str) -> [i64; 10] {
    let position = explain_convention(portfolio, &id("c"), day(as_of));
    assert_explained(&position);
    row(&position.figures)
}

fn money_convention() -> Convention {
    Convention {
        contributions: vec![
            contribution("pau", &[("400", at("signature")), ("600", at("2020-07-01"))]),
            own_spending("dinum", "dinum", "2000"),
        ],
        ..convention("c", &["s"], "2020-01-31")
    }
}

#[test]
fn money_without_a_known_day_is_undetermined_until_received() {
    let undetermined = |signed: &str, change: &dyn Fn(&mut Convention)| {
        let mut convention = Convention {
            contributions: vec![
                contribution("pau", &[("400", at("signature")), ("600", at("2020-07-01")), ("70", at("end"))]),
                contribution("oise", &[("5000", spent("600000", "anct"))]),
                own_spending("anct", "anct", "2000"),
            ],
            ..convention("c", &["s"], signed)
        };
        change(&mut convention);
        let portfolio = portfolio(vec![startup("s")], vec![convention]);
        let position = explain_convention(&portfolio, &id("c"), day("2020-12-01"));
        assert_explained(&position);
        position.figures.undetermined.to_string()
    };
    assert_eq!(undetermined("", &|_| {}), "6070.00", "unsigned: nothing has a day");
    assert_eq!(undetermined("2020-01-31", &|_| {}), "5070.00", "no term, and spending is awaited");
    assert_eq!(undetermined("2020-01-31", &|one| one.term = months(12)), "5000.00");
    assert_eq!(undetermined("", &|one| one.payments = vec![payment("pau", "800", "2020-08-01")]), "5270.00");
    let no_tranches = |one: &mut Convention| one.contributions = vec![contribution("pau", &[])];
    assert_eq!(undetermined("2020-01-31", &no_tranches), "0.00", "nothing was promised");
}

#[test]
fn figures_count_what_is_known_by_the_day() {
    let convention = Convention {
        payments: vec![payment("pau", "250", "2020-02-15")],
        expenditure: vec![
            Expenditure {
                committed: Some(day("2020-02-20")),
                paid: Some(day("2020-03-20")),
                ..paid("100", "2020-02-20")
            },
            Expenditure { committed: Some(day("2020-03-01")), paid: None, ..paid("70", "2020-03-01") },
        ],
        ..money_convention()
    };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    for (as_of, expected) in [
        ("2020-01-30", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        // What ANCT spends directly is committed and nothing else.
        ("2020-01-31", [3000, 400, 0, 0, 400, 0, 0, 0, 0, 0]),
        ("2020-02-15", [3000, 400, 0, 250, 150, 0, 0, 0, 250, 0]),
        ("2020-02-20", [3000, 400, 0, 250, 150, 0, 100, 0, 250, 0]),
        // Thirty days after 2020-01-31 is 2020-03-01, so it is late from the 2nd.
        ("2020-03-02", [3000, 400, 0, 250, 150, 150, 170, 0, 250, 0]),
        ("2020-03-20", [3000, 400, 0, 250, 150, 150, 170, 100, 150, 0]),
        ("2020-07-01", [3000, 1000, 0, 250, 750, 150, 170, 100, 150, 0]),
        ("2020-08-01", [3000, 1000, 0, 250, 750, 750, 170, 100, 150, 0]),
    ] {
        assert_eq!(figures(&portfolio, as_of), expected, "as of {as_of}");
    }
}

#[test]
fn outstanding_is_never_negative() {
    // 1,200 were received instead of 1,000: the excess of 200 is left, and nothing is outstanding.
    let convention = Convention { payments: vec![payment("pau", "1200", "2020-02-01")], ..money_convention() };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    assert_eq!(figures(&portfolio, "2020-12-01"), [3000, 1000, 0, 1200, 0, 0, 0, 0, 1200, 0]);
}

#[test]
fn a_promise_counts_from_the_earlier_of_decision_and_signature_else_always() {
    for (signed, decided, from) in [
        ("2020-05-01", Some("2020-04-01"), Some("2020-04-01")),
        ("2020-05-01", None, Some("2020-05-01")),
        ("", Some("2020-04-01"), Some("2020-04-01")),
        ("2020-03-01", Some("2020-04-01"), Some("2020-03-01")),
        ("", None, None),
    ] {
        let convention = Convention { decided: decided.map(day), ..money_convention() };
        let convention = Convention { signed: (!signed.is_empty()).then(|| day(signed)), ..convention };
        let portfolio = portfolio(vec![startup("s")], vec![convention]);
        let committed = |as_of| figures(&portfolio, as_of)[0];
        match from.map(day) {
            Some(first) => {
                let eve = first.pred_opt().expect("a day").to_string();
                assert_eq!((committed(&eve), committed(&first.to_string())), (0, 3000), "{signed:?} {decided:?}");
            }
            None => assert_eq!(committed("1990-01-01"), 3000),
        }
    }
}

#[test]
fn a_signature_changes_no_earlier_answer_unless_it_alone_dates_the_promise() {
    let of = |decided: Option<&str>, signed: &str, as_of: &str| {
        let obligations =
            vec![obligation("dated", Timing::Once(Some(moment("2020-03-15")))), obligation("all", Timing::Standing)];
        let convention = Convention {
            decided: decided.map(day),
            signed: (!signed.is_empty()).then(|| day(signed)),
            obligations,
            committee: Some(clause("6 months")),
            payments: vec![payment("pau", "100", "2020-02-15")],
            expenditure: vec![paid("50", "2020-03-20")],
            ..money_convention()
        };
        answers(&portfolio(vec![startup("s")], vec![convention]), day(as_of))
    };
    for as_of in ["2020-01-15", "2020-02-20", "2020-04-30"] {
        assert_eq!(of(Some("2020-02-01"), "2020-05-01", as_of), of(Some("2020-02-01"), "", as_of), "{as_of}");
        // Without a decision, the signature shows when the promise began: before it, nothing was promised or blocked.
        let (before, after) = (of(None, "", as_of), of(None, "2020-05-01", as_of));
        assert_eq!((before.funding.total.committed, after.funding.total.committed), (money("3000"), Money::ZERO));
        assert_eq!(before.committees[1..], after.committees[..], "{as_of}");
        assert_eq!(before.startups[0].conventions, after.startups[0].conventions, "{as_of}");
        assert!(after.occurrences.is_empty() && before.occurrences.iter().all(|one| one.due.is_none()), "{as_of}");
    }
}

#[test]
fn money_left_is_refundable_after_the_end_or_once_the_startups_are_stopped() {
    let spent = |term| Convention {
        term,
        payments: vec![payment("pau", "1000", "2020-02-01")],
        expenditure: vec![paid("300", "2020-03-01")],
        refunds: vec![Refund {
            on: day("2021-03-01"),
            amount: money("200"),
            contribution: "pau".to_owned(),
            reference: None,
            id: None,
        }],
        ..money_convention()
    };
    let stopped = || Startup {
        phases: vec![phase(Phase::Construction, "2019-01-01"), phase(Phase::Stopped, "2020-11-01")],
        ..startup("s")
    };
    let twelve = || spent(months(12));
    for (what, startups, convention, as_of, refundable) in [
        // The term ends on 2021-01-31; that day still belongs to it.
        ("in force", vec![startup("s")], twelve(), "2021-01-31", 0),
        ("ended: 1000 − 300", vec![startup("s")], twelve(), "2021-02-01", 700),
        ("after a refund of 200", vec![startup("s")], twelve(), "2021-03-01", 500),
        ("given up the day after", vec![stopped()], spent(None), "2020-10-31", 0),
        ("given up, with money left", vec![stopped()], spent(None), "2020-11-01", 700),
    ] {
        let portfolio = portfolio(startups, vec![convention]);
        assert_eq!(figures(&portfolio, as_of)[9], refundable, "{what}");
    }
    // One of two startups was stopped: the other may still spend what was given to both.
    let both = Convention { startups: vec![id("s"), id("t")], ..spent(None) };
    let portfolio = portfolio(vec![stopped(), startup("t")], vec![both]);
    assert_eq!(figures(&portfolio, "2020-12-01")[9], 0);
}

#[test]
fn spending_more_than_received_leaves_a_negative_rest_and_no_refund() {
    let convention = Convention {
        term: months(1),
        payments: vec![payment("pau", "100", "2020-02-01")],
        expenditure: vec![paid("130", "2020-02-02")],
        ..money_convention()
    };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    let row = figures(&portfolio, "2020-12-01");
    assert_eq!((row[8], row[9]), (-30, 0));
}

#[test]
fn spending_is_charged_to_what_it_names_else_to_what_its_spender_was_paid() {
    let base = || Convention {
        contributions: vec![
            contribution("pau", &[("200", at("signature"))]),
            crate::model::Contribution { from: id("oise"), ..contribution("oise", &[("100", at("signature"))]) },
            own_spending("anct", "anct", "500"),
        ],
        ..convention("c", &["s"], "2020-01-01")
    };
    let line = |by: Option<&str>, contribution: Option<&str>| Expenditure {
        by: by.map(id),
        contribution: contribution.map(str::to_owned),
        ..paid("90", "2020-02-01")
    };
    for (what, line, charged) in [
        ("named", line(None, Some("oise")), ["0.00", "90.00", "0.00"]),
        ("named, of its own", line(None, Some("anct")), ["0.00", "0.00", "90.00"]),
        // 90, in proportion to what ANCT holds: 200, 100 and its own 500.
        ("nobody's", line(None, None), ["22.50", "11.25", "56.25"]),
        ("the payee's", line(Some("anct"), None), ["22.50", "11.25", "56.25"]),
        // DINUM holds nothing here.
        ("another's", line(Some("dinum"), None), ["0.00", "0.00", "0.00"]),
    ] {
        let portfolio = portfolio(vec![startup("s")], vec![Convention { expenditure: vec![line], ..base() }]);
        let cp = |name| explain_contribution(&portfolio, &id("c"), name, day("2020-12-01")).figures.cp.to_string();
        assert_eq!(["pau", "oise", "anct"].map(cp), charged, "{what}");
    }
    // 100 over three equal contributions: 33.33 each, and the first one bears the remaining cent.
    let thirds = Convention {
        contributions: ["x", "y", "z"].map(|name| contribution(name, &[("50", at("signature"))])).into(),
        expenditure: vec![paid("100", "2020-02-01")],
        ..base()
    };
    let portfolio = portfolio(vec![startup("s")], vec![thirds]);
    let cp = |name| explain_contribution(&portfolio, &id("c"), name, day("2020-12-01")).figures.cp.to_string();
    assert_eq!(["x", "y", "z"].map(cp), ["33.34", "33.33", "33.33"]);
}

#[test]
fn spending_that_no_contribution_pays_for_is_still_counted() {
    let convention =
        Convention { contributions: vec![], expenditure: vec![paid("90", "2020-02-01")], ..money_convention() };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    assert_eq!(figures(&portfolio, "2020-12-01"), [0, 0, 0, 0, 0, 0, 90, 90, 0, 0]);
}

#[test]
fn spending_is_committed_by_its_payment_at_the_latest() {
    let convention = Convention {
        expenditure: vec![Expenditure { committed: None, ..paid("90", "2020-02-10") }],
        ..money_convention()
    };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    assert_eq!(figures(&portfolio, "2020-02-09")[6], 0);
    assert_eq!(figures(&portfolio, "2020-02-10")[6], 90);
}

#[test]
fn conventions_of_a_startup_add_up_and_shared_ones_count_in_full() {
    let mut only_t = contribution("for-t", &[("7", at("signature"))]);
    only_t.startup = Some(id("t"));
    let shared = Convention {
        contributions: vec![contribution("both", &[("100", at("signature"))]), only_t],
        ..convention("shared", &["s", "t"], "2020-01-01")
    };
    let own = Convention {
        contributions: vec![contribution("own", &[("30", at("signature"))])],
        ..convention("own", &["s"], "2020-01-01")
    };
    let portfolio = portfolio(vec![startup("s"), startup("t")], vec![shared, own]);
    let committed = |position: ExplainedFigures| {
        assert_explained(&position);
        row(&position.figures)[0]
    };
    let as_of = day("2020-06-01");
    assert_eq!(committed(explain_startup(&portfolio, &id("s"), as_of)), 130);
    assert_eq!(committed(explain_startup(&portfolio, &id("t"), as_of)), 107);
    assert_eq!(committed(explain_portfolio(&portfolio, as_of)), 137, "once in the total");
    assert_eq!(committed(explain_party(&portfolio, &id("pau"), as_of)), 137);
    assert_eq!(committed(explain_party(&portfolio, &id("oise"), as_of)), 0);
}

#[test]
fn a_line_names_its_record_its_place_and_its_article() {
    let convention = Convention { payments: vec![payment("pau", "250", "2020-02-15")], ..money_convention() };
    let portfolio = portfolio(vec![startup("s")], vec![convention]);
    let position = explain_convention(&portfolio, &id("c"), day("2020-03-02"));
    let said: Vec<String> = position
        .lines
        .iter()
        .map(|(figure, line)| {
            let on = line.on.map(|on| on.to_string()).unwrap_or_default();
            let article = line.article.clone().unwrap_or_default();
            format!("{} {} {on} {} {} {article}", figure.name(), line.amount, line.record, line.path)
        })
        .collect();
    assert_eq!(
        said,
        [
            "committed 1000.00 2020-01-31 convention/c contributions[0].amount 5.1",
            "payable 1000.00 2020-01-31 convention/c contributions[0].amount 5.1",
            "received 250.00 2020-02-15 convention/c payments[0] 5.1",
            "uncalled 150.00 2020-01-31 convention/c contributions[0].tranches[0] 5.2",
            "due 400.00 2020-01-31 convention/c contributions[0].tranches[0] 5.2",
            "outstanding 150.00 2020-01-31 convention/c contributions[0].tranches[0] 5.2",
            "late 150.00 2020-01-31 convention/c contributions[0].tranches[0] 5.2",
            "uncalled 600.00 2020-07-01 convention/c contributions[0].tranches[1] 5.2",
            "left 250.00 2020-02-15 convention/c payments[0] 5.1",
            "committed 2000.00 2020-01-31 convention/c contributions[1].amount 5.1",
        ]
    );
}

#[test]
fn an_amendment_s_money_counts_once_it_is_signed() {
    let more = |signed| Convention {
        contributions: vec![contribution("more", &[("500", at("signature"))])],
        payments: vec![payment("more", "200", "2020-06-10")],
        ..amendment("a", "c", signed)
    };
    let figures_with = |signed, as_of| {
        let portfolio = portfolio(vec![startup("s")], vec![money_convention(), more(signed)]);
        let row = figures(&portfolio, as_of);
        (row[0], row[3])
    };
    assert_eq!(figures_with("", "2020-12-01"), (3000, 0), "without a signature it has no effect");
    assert_eq!(figures_with("2020-06-01", "2020-05-31"), (3000, 0));
    assert_eq!(figures_with("2020-06-01", "2020-12-01"), (3500, 200));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn figures_agree_for_any_movements(
        payments in proptest::collection::vec((0u32..400, 1i64..900, 0usize..4), 0..6),
        spending in proptest::collection::vec((0u32..400, -50i64..900, 0usize..3), 0..6),
        after in 0u64..500,
    ) {
        let first = day("2020-01-01");
        let later = |days: u64| first.checked_add_days(chrono::Days::new(days)).expect("a day");
        let convention = Convention {
            term: months(11),
            contributions: vec![
                contribution("pau", &[("400", at("signature")), ("600", spent("300", "anct")), ("7", at("2020-07-01"))]),
                contribution("oise", &[("250", at("2020-03-15"))]),
                own_spending("anct", "anct", "2000"),
            ],
            payments: payments
                .iter()
                .map(|(on, amount, tranche)| crate::model::Payment {
                    on: later((*on).into()),
                    tranche: (*tranche > 0).then_some(*tranche),
                    ..payment(if amount % 3 == 0 { "oise" } else { "pau" }, &amount.to_string(), "2020-01-01")
                })
                .collect(),
            expenditure: spending
                .iter()
                .map(|(on, amount, charged)| Expenditure {
                    paid: Some(later((*on).into())),
                    contribution: ["pau", "anct"].get(*charged).map(|&name| name.to_owned()),
                    ..paid(&amount.to_string(), "2020-01-01")
                })
                .collect(),
            ..convention("c", &["s"], "2020-01-01")
        };
        let portfolio = portfolio(vec![startup("s")], vec![convention]);
        let as_of = later(after);
        let whole = explain_convention(&portfolio, &id("c"), as_of);
        assert_explained(&whole);
        let figures = whole.figures;
        assert!(Money::ZERO <= figures.late && figures.late <= figures.outstanding);
        assert!(figures.outstanding <= figures.due && figures.due <= figures.committed);
        assert!(figures.cp <= figures.ae || spending.iter().any(|(_, amount, _)| *amount < 0));
        let parties = [id("pau"), id("anct")].map(|party| explain_party(&portfolio, &party, as_of));
        for figure in Figure::ALL {
            let sum: Money = parties.iter().map(|position| position.figures.get(figure)).sum();
            assert_eq!(sum, figures.get(figure), "{figure:?} by party");
        }
        assert_eq!(explain_startup(&portfolio, &id("s"), as_of).figures, figures);
        assert_eq!(explain_portfolio(&portfolio, as_of).figures, figures);
        assert_eq!(crate::rules::answers(&portfolio, as_of).funding.total, figures);
    }
}
