//! Tests of what a due date is derived from.

use crate::model::{Convention, RecurrenceStart, Termination, Timing};
use crate::rules::{answers, derivation};
use crate::testing::portfolios::*;

/// Writes each step of the first occurrence as `kind day span record path`.
fn said(conventions: Vec<Convention>, as_of: &str) -> Vec<String> {
    let portfolio = portfolio(vec![startup("s")], conventions);
    let occurrences = answers(&portfolio, day(as_of)).occurrences;
    let open = occurrences.iter().find(|one| one.done.is_none()).expect("an occurrence");
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    derivation(&portfolio, open, day(as_of))
        .iter()
        .map(|one| {
            let (on, span) = (or_dash(one.on.map(|on| on.to_string())), or_dash(one.span.map(|span| span.to_string())));
            format!("{} {on} ({span}) {} {}", one.kind.name(), one.record.id, one.path)
        })
        .collect()
}

fn with(timing: Timing) -> Convention {
    Convention { obligations: vec![obligation("o", timing)], ..convention("c", &["s"], "2020-01-31") }
}

fn once(when: &str) -> Timing {
    Timing::Once(Some(moment(when)))
}

#[test]
fn a_day_names_what_it_counts_from() {
    assert_eq!(said(vec![with(once("2020-07-01"))], "2020-06-01"), ["clause 2020-07-01 (-) c obligations[0].due"]);
    assert_eq!(
        said(vec![with(once("signature + 6 months"))], "2020-06-01"),
        ["clause 2020-07-31 (6 months) c obligations[0].due", "signature 2020-01-31 (-) c signed"]
    );
    // The term of the amendment still counts from the signature of the convention.
    let first = Convention { term: months(12), ..with(once("end + 1 month")) };
    let longer = Convention { term: months(18), ..amendment("a", "c", "2020-05-01") };
    assert_eq!(
        said(vec![first.clone(), longer], "2020-06-01"),
        [
            "clause 2021-08-31 (1 month) c obligations[0].due",
            "term 2021-07-31 (18 months) a term",
            "signature 2020-01-31 (-) c signed"
        ]
    );
    let ended =
        Convention { terminated: Some(Termination { on: day("2020-05-31"), notice: None, reason: None }), ..first };
    assert_eq!(said(vec![ended], "2020-06-01")[1], "termination 2020-05-31 (-) c terminated");
}

#[test]
fn a_missing_fact_is_located_where_it_belongs() {
    let unsigned = Convention { signed: None, ..with(once("signature + 6 months")) };
    assert_eq!(said(vec![unsigned], "2020-06-01")[1], "signature - (-) c signed");
    assert_eq!(said(vec![with(once("end"))], "2020-06-01")[1], "term - (-) c term");
    assert!(said(vec![with(Timing::Standing)], "2020-06-01").is_empty());
}

#[test]
fn a_recurrence_names_its_start() {
    assert_eq!(
        said(vec![with(every("3 months", RecurrenceStart::Signature))], "2020-04-01"),
        ["clause 2020-04-30 (3 months) c obligations[0].every", "signature 2020-01-31 (-) c signed"]
    );
    let mut from_last = with(every("3 months", RecurrenceStart::Last));
    from_last.obligations[0].fulfilled = [fulfilled("2020-03-10")].into();
    assert_eq!(said(vec![from_last], "2020-04-01")[1], "last-time 2020-03-10 (-) c obligations[0].fulfilled[0]");
    let committee = Convention { committee: Some(clause("6 months")), ..convention("c", &["s"], "2020-02-20") };
    assert_eq!(
        said(vec![committee], "2020-12-01"),
        ["clause 2020-08-20 (6 months) c committee.every", "signature 2020-02-20 (-) c signed"]
    );
}

#[test]
fn a_tranche_names_its_trigger() {
    let money = Convention {
        contributions: vec![contribution("pau", &[("10", spent("5", "anct"))])],
        expenditure: vec![paid("5", "2020-03-01")],
        ..convention("c", &["s"], "2020-02-20")
    };
    assert_eq!(said(vec![money], "2020-12-01"), ["spending 2020-03-01 (-) c contributions[0].tranches[0].when"]);
}
