//! Tests that the tranches of a contribution add up to the contribution.

use crate::model::Convention;
use crate::rules::{Figure, Figures, answers, convention_summary};
use crate::testing::portfolios::*;

#[test]
fn the_figures_of_the_tranches_add_up_to_those_of_the_contribution() {
    for (what, payments) in [
        ("nothing", vec![]),
        ("a part", vec![payment("pau", "500", "2020-02-10")]),
        ("too much", vec![payment("pau", "1200", "2020-02-10")]),
    ] {
        let of = Convention {
            contributions: vec![
                contribution("pau", &[("400", at("signature")), ("600", at("2020-07-01"))]),
                contribution("oise", &[("100", at("end")), ("50", spent("10", "anct"))]),
                own_spending("own", "anct", "70"),
            ],
            payments,
            expenditure: vec![paid("30", "2020-03-01")],
            ..convention("c", &["s"], "2020-01-31")
        };
        let portfolio = portfolio(vec![startup("s")], vec![of]);
        for as_of in ["2020-02-01", "2020-06-01", "2020-12-01"] {
            let promises = answers(&portfolio, day(as_of)).commitments;
            assert_eq!(promises.len(), 3, "{what}");
            let whole = convention_summary(&portfolio, &id("c"), day(as_of)).expect("a convention").contributions;
            for (promise, whole) in promises.iter().zip(whole) {
                let mut sum = Figures::default();
                for part in 0..promise.tranches.len().max(1) {
                    sum += promise.figures_of(part, day(as_of));
                }
                assert_eq!(sum, whole.figures, "{what} {as_of} {}", whole.id);
            }
        }
    }
}

#[test]
fn each_tranche_has_its_figures_and_the_last_one_the_excess() {
    // 400 were due at the signature and are late in June; 600 are due in July. First 100 are received, then another
    // 1,100.
    let figures = |amount: &str, part: usize| {
        let of = Convention {
            contributions: vec![contribution("pau", &[("400", at("signature")), ("600", at("2020-07-01"))])],
            payments: vec![payment("pau", amount, "2020-02-10")],
            ..convention("c", &["s"], "2020-01-31")
        };
        let portfolio = portfolio(vec![startup("s")], vec![of]);
        let promise = answers(&portfolio, day("2020-06-01")).commitments.remove(0);
        let figures = promise.figures_of(part, day("2020-06-01"));
        [Figure::Committed, Figure::Due, Figure::Received, Figure::Outstanding, Figure::Late]
            .map(|figure| figures.get(figure).to_string())
    };
    assert_eq!(figures("100", 0), ["400.00", "400.00", "100.00", "300.00", "300.00"]);
    assert_eq!(figures("100", 1), ["600.00", "0.00", "0.00", "0.00", "0.00"]);
    assert_eq!(figures("1200", 0), ["400.00", "400.00", "400.00", "0.00", "0.00"]);
    assert_eq!(figures("1200", 1), ["600.00", "0.00", "800.00", "0.00", "0.00"]);
}
