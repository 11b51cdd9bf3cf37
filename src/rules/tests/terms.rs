//! Tests of the terms in force and of the status of a convention.

use crate::model::{Convention, Span, TermLength, Termination};
use crate::rules::ConventionStatus::{self, Ended, Ending, InForce, NoTerm, Terminated, Unsigned};
use crate::rules::{convention_summary, terms_in_force};
use crate::testing::portfolios::*;

fn standing(convention: Convention, as_of: &str) -> (ConventionStatus, Option<String>) {
    let name = convention.id.clone();
    let portfolio = portfolio(vec![], vec![convention]);
    let standing = convention_summary(&portfolio, &name, day(as_of)).expect("a convention");
    (standing.status, standing.ends.map(|end| end.to_string()))
}

#[test]
fn a_convention_passes_from_unsigned_to_ended() {
    // Twelve months from 2020-05-11 end on 2021-05-11. Ninety days before that is 2021-02-10: 18 days in February (from
    // the 10th of 28), 31 in March, 30 in April, 11 in May: 18 + 31 + 30 + 11 = 90.
    for (as_of, expected) in [
        ("2020-05-10", (Unsigned, None)),
        ("2020-05-11", (InForce, Some("2021-05-11"))),
        ("2021-02-09", (InForce, Some("2021-05-11"))),
        ("2021-02-10", (Ending, Some("2021-05-11"))),
        ("2021-05-11", (Ending, Some("2021-05-11"))),
        ("2021-05-12", (Ended, Some("2021-05-11"))),
    ] {
        let convention = Convention { term: months(12), ..convention("c", &[], "2020-05-11") };
        let expected = (expected.0, expected.1.map(str::to_owned));
        assert_eq!(standing(convention, as_of), expected, "as of {as_of}");
    }
}

#[test]
fn a_term_ends_by_the_calendar() {
    for (signed, months_long, ends) in [
        // A month too short for the day ends on its last day.
        ("2019-08-31", 6, "2020-02-29"),
        ("2020-08-31", 6, "2021-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2020-12-31", 6, "2021-06-30"),
    ] {
        let convention = Convention { term: months(months_long), ..convention("c", &[], signed) };
        assert_eq!(standing(convention, signed).1.as_deref(), Some(ends), "{signed} + {months_long} months");
    }
}

#[test]
fn a_term_without_a_day_has_its_own_status_and_reason() {
    use crate::rules::Unknown;
    let covers = || term(TermLength::Covers("while the orders run".to_owned()));
    let until = || term(TermLength::Until(day("2020-12-31")));
    for (signed, term, status, unknown) in [
        ("2020-01-01", None, NoTerm, Some(Unknown::Term)),
        ("2020-01-01", covers(), NoTerm, Some(Unknown::Term)),
        // Twelve months from an unknown day: the signature is missing.
        ("", months(12), Unsigned, Some(Unknown::Signature)),
        ("", None, Unsigned, Some(Unknown::Term)),
        // A fixed day is known without a signature, but the convention is unsigned.
        ("", until(), Unsigned, None),
        ("2020-01-01", until(), Ended, None),
    ] {
        let portfolio = portfolio(vec![], vec![Convention { term, ..convention("c", &[], signed) }]);
        let standing = convention_summary(&portfolio, &id("c"), day("2021-06-01")).expect("a convention");
        assert_eq!((standing.status, standing.unknown), (status, unknown), "signed {signed:?}");
    }
}

#[test]
fn an_early_end_counts_from_its_day_and_never_lengthens_the_term() {
    let ending = |on: &str| Convention {
        term: months(12),
        terminated: Some(Termination { on: day(on), notice: None, reason: None }),
        ..convention("c", &[], "2020-01-01")
    };
    for (on, as_of, status, ends) in [
        // A termination changes nothing before its effect day.
        ("2020-09-30", "2020-09-29", InForce, "2021-01-01"),
        ("2020-09-30", "2020-09-30", Terminated, "2020-09-30"),
        ("2020-09-30", "2022-01-01", Terminated, "2020-09-30"),
        // A termination with an effect day after the end of the term changes nothing.
        ("2021-03-01", "2021-06-01", Ended, "2021-01-01"),
    ] {
        assert_eq!(standing(ending(on), as_of), (status, Some(ends.to_owned())), "ended {on}, as of {as_of}");
    }
}

#[test]
fn of_two_early_ends_the_first_counts_whichever_record_states_it() {
    let ended = |on: &str, of: Convention| Convention {
        terminated: Some(Termination { on: day(on), notice: None, reason: None }),
        ..of
    };
    for (first, second) in [("2020-09-30", "2020-08-31"), ("2020-08-31", "2020-09-30")] {
        let base = ended(first, convention("c", &[], "2020-01-01"));
        let portfolio = portfolio(vec![], vec![base, ended(second, amendment("a", "c", "2020-06-01"))]);
        let standing = convention_summary(&portfolio, &id("c"), day("2020-12-01")).expect("a convention");
        let terms = terms_in_force(&portfolio, &id("c"), day("2020-12-01")).expect("a convention");
        assert_eq!(standing.ends, Some(day("2020-08-31")));
        assert_eq!(terms.terminated.as_ref().map(|end| end.on), standing.ends);
    }
}

#[test]
fn an_amendment_takes_effect_at_its_signature() {
    let base = Convention { term: months(12), ..convention("c", &[], "2020-01-01") };
    // Signed in another order than their ids: the last signature wins.
    let longer = Convention { term: months(24), ..amendment("a2", "c", "2020-06-01") };
    let longest = Convention { term: months(36), ..amendment("a1", "c", "2020-09-01") };
    let unsigned = Convention { term: months(48), ..amendment("a3", "c", "") };
    let portfolio = portfolio(vec![], vec![base, longer, longest, unsigned]);
    for (as_of, ends) in [
        ("2020-05-31", "2021-01-01"),
        ("2020-06-01", "2022-01-01"),
        ("2020-08-31", "2022-01-01"),
        ("2020-09-01", "2023-01-01"),
        ("2030-01-01", "2023-01-01"),
    ] {
        let standing = convention_summary(&portfolio, &id("c"), day(as_of)).expect("a convention");
        assert_eq!(standing.ends, Some(day(ends)), "as of {as_of}");
        let terms = terms_in_force(&portfolio, &id("c"), day(as_of)).expect("a convention");
        let Some(TermLength::For(Span { count, .. })) = terms.term.as_ref().map(|term| term.length.clone()) else {
            panic!("a term in months");
        };
        assert_eq!(Span::months(count).after(day("2020-01-01")), Some(day(ends)));
    }
    assert!(
        convention_summary(&portfolio, &id("a1"), day("2020-10-01")).is_none(),
        "an amendment stands by its convention"
    );
}

#[test]
fn amendments_replace_add_and_repeal_by_id() {
    use crate::model::Timing::Standing;
    let base = Convention {
        contributions: vec![contribution("pau", &[("100", at("signature"))])],
        obligations: vec![obligation("open-source", Standing), obligation("report", Standing)],
        payment_days: Some(45),
        ..convention("c", &[], "2020-01-01")
    };
    let change = Convention {
        contributions: vec![
            contribution("pau", &[("150", at("signature"))]),
            contribution("more", &[("50", at("signature"))]),
        ],
        obligations: vec![obligation("open-source", Standing), obligation("new", Standing)],
        repeals: vec!["report".to_owned()],
        ..amendment("a", "c", "2020-06-01")
    };
    let portfolio = portfolio(vec![], vec![base, change]);
    let before = terms_in_force(&portfolio, &id("c"), day("2020-05-31")).expect("a convention");
    let after = terms_in_force(&portfolio, &id("c"), day("2020-06-01")).expect("a convention");
    let amounts = |c: &Convention| c.contributions.iter().map(|one| one.amount.to_string()).collect::<Vec<_>>();
    let names = |c: &Convention| c.obligations.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        (amounts(&before), names(&before)),
        (vec!["100.00".into()], vec!["open-source".into(), "report".into()])
    );
    assert_eq!(
        (amounts(&after), names(&after)),
        (vec!["150.00".into(), "50.00".into()], vec!["open-source".into(), "new".into()])
    );
    assert_eq!(after.payment_days, Some(45), "what an amendment does not state stays");

    // A restated clause keeps the signature that it counted from; an added one counts from the amendment's.
    let standing = convention_summary(&portfolio, &id("c"), day("2020-06-01")).expect("a convention");
    let due: Vec<_> =
        standing.tranches.iter().map(|one| (one.due, one.record.id.as_str(), one.path.to_string())).collect();
    assert_eq!(
        due,
        [
            (Some(day("2020-01-01")), "a", "contributions[0].tranches[0]".to_owned()),
            (Some(day("2020-06-01")), "a", "contributions[1].tranches[0]".to_owned()),
        ]
    );
}

#[test]
fn fulfilments_survive_a_restatement_by_an_amendment() {
    let mut first = obligation("report", crate::model::Timing::Standing);
    first.fulfilled = [fulfilled("2020-03-01")].into();
    let base = Convention { obligations: vec![first], ..convention("c", &[], "2020-01-01") };
    let restated = Convention {
        obligations: vec![obligation("report", crate::model::Timing::Standing)],
        ..amendment("a", "c", "2020-06-01")
    };
    let portfolio = portfolio(vec![], vec![base, restated]);
    let answers = crate::rules::answers(&portfolio, day("2020-07-01"));
    assert_eq!(answers.occurrences[0].done, Some((day("2020-03-01"), None)));
    assert_eq!(answers.occurrences[0].record.id, id("a"));
}
