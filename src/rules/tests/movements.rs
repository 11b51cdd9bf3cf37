//! Tests of the movements of money in a convention and its amendments.

use crate::model::{Call, Convention, Expenditure, Refund};
use crate::rules::{Figure, explain_convention, movements};
use crate::testing::portfolios::{paid as paid_line, *};

fn line(amount: &str, committed: &str, done: &str, paid: &str) -> Expenditure {
    let on = |text: &str| (!text.is_empty()).then(|| day(text));
    Expenditure { committed: on(committed), done: on(done), paid: on(paid), ..paid_line(amount, "2020-01-01") }
}

fn world() -> crate::model::Portfolio {
    let base = Convention {
        contributions: vec![contribution("pau", &[("100", at("signature"))])],
        payments: vec![payment("pau", "40", "2020-05-01"), payment("pau", "10", "2020-12-01")],
        expenditure: vec![
            line("7", "2020-02-01", "2020-03-01", "2020-09-01"),
            line("8", "2020-10-01", "", ""),
            line("9", "", "", ""),
        ],
        refunds: vec![Refund {
            on: day("2020-06-20"),
            amount: money("3"),
            contribution: "pau".into(),
            reference: None,
            id: None,
        }],
        ..convention("c", &["s"], "2020-01-31")
    };
    let call = Call {
        id: None,
        on: day("2020-04-01"),
        amount: money("60"),
        contribution: "pau".into(),
        tranche: None,
        with: Vec::new(),
        reference: None,
    };
    let signed = Convention {
        calls: vec![call],
        payments: vec![payment("pau", "20", "2020-05-02")],
        ..amendment("signed", "c", "2020-06-01")
    };
    let unsigned = Convention { payments: vec![payment("pau", "5", "2020-05-03")], ..amendment("unsigned", "c", "") };
    portfolio(vec![startup("s")], vec![base, signed, unsigned])
}

fn movements_of(convention: &str, as_of: &str) -> Vec<String> {
    let portfolio = world();
    let all = movements(&portfolio, &id(convention), day(as_of));
    let words = |one: &crate::rules::Movement<'_>| {
        let on = one.on.map_or_else(|| "-".to_owned(), |on| on.to_string());
        format!("{on} {} {} {} {}", one.entry.name(), one.entry.amount(), one.record.id, one.path)
    };
    all.iter().map(words).collect()
}

#[test]
fn movements_up_to_a_day_include_those_of_all_documents_in_force() {
    assert_eq!(
        movements_of("c", "2020-06-30"),
        [
            "- committed 9.00 c expenditure[2]",
            "2020-03-01 done 7.00 c expenditure[0]",
            "2020-04-01 call 60.00 signed calls[0]",
            "2020-05-01 payment 40.00 c payments[0]",
            "2020-05-02 payment 20.00 signed payments[0]",
            "2020-06-20 refund 3.00 c refunds[0]",
        ]
    );
    assert_eq!(
        movements_of("c", "2020-05-31"),
        [
            "- committed 9.00 c expenditure[2]",
            "2020-03-01 done 7.00 c expenditure[0]",
            "2020-05-01 payment 40.00 c payments[0]",
        ],
        "before the amendment is signed"
    );
    assert_eq!(
        movements_of("unsigned", "2020-06-30"),
        ["2020-05-03 payment 5.00 unsigned payments[0]"],
        "shown alone, as it is"
    );
}

#[test]
fn the_lines_add_up_to_the_figures_of_the_same_day() {
    let portfolio = world();
    for as_of in ["2020-03-31", "2020-05-31", "2020-06-30", "2020-10-15", "2021-01-01"].map(day) {
        let figures = explain_convention(&portfolio, &id("c"), as_of).figures;
        let all = movements(&portfolio, &id("c"), as_of);
        let sum = |name: &str| -> crate::model::Money {
            all.iter().filter(|one| one.entry.name() == name).map(|one| one.entry.amount()).sum()
        };
        for (figure, name) in [(Figure::Received, "payment"), (Figure::Called, "call"), (Figure::Cp, "spent")] {
            assert_eq!(sum(name), figures.get(figure), "{name} {as_of}");
        }
    }
}
