//! Tests that rows, reports and totals agree.

use crate::model::{Convention, ConventionKind, Id};
use crate::parallel::AllCores;
use crate::rules::{
    Answers, ConventionStatus, Figures, FundingTotals, answers, budget_years, committee_clocks, explain_startup,
    funding, occurrences, startup_occurrences, startup_summaries, startup_summary,
};
use crate::testing::portfolios::*;

fn everything() -> crate::model::Portfolio {
    let own = Convention {
        contributions: vec![contribution("pau", &[("100", at("signature"))]), own_spending("anct", "anct", "50")],
        committee: Some(clause("6 months")),
        obligations: vec![obligation("report", crate::model::Timing::Once(Some(moment("end"))))],
        ..convention("own", &["s"], "2020-02-20")
    };
    let shared = Convention {
        contributions: vec![contribution("pau", &[("30", at("2020-03-01"))])],
        ..convention("shared", &["s", "t"], "")
    };
    let framework = Convention {
        kind: ConventionKind::Framework,
        term: months(12),
        contributions: vec![contribution("anct", &[("800", at("signature"))])],
        ..convention("framework", &[], "2020-05-11")
    };
    let amendment = Convention {
        contributions: vec![contribution("more", &[("5", at("signature"))])],
        ..amendment("amendment", "own", "2020-06-01")
    };
    portfolio(vec![startup("s"), startup("t"), startup("alone")], vec![own, shared, framework, amendment])
}

fn committed<'a>(rows: impl IntoIterator<Item = (&'a Id, &'a Figures)>) -> Vec<(String, String)> {
    rows.into_iter().map(|(id, figures)| (id.to_string(), figures.committed.to_string())).collect()
}

fn of_startups(funding: &FundingTotals) -> Vec<(String, String)> {
    committed(funding.startups.iter().map(|one| (&one.startup, &one.figures)))
}

fn of_frameworks(funding: &FundingTotals) -> Vec<(String, String)> {
    committed(funding.frameworks.iter().map(|(id, figures)| (id, figures)))
}

fn of_parties(funding: &FundingTotals) -> Vec<(String, String)> {
    committed(funding.parties.iter().map(|one| (&one.party, &one.figures)))
}

fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(id, amount)| ((*id).to_owned(), (*amount).to_owned())).collect()
}

#[test]
fn totals_count_each_convention_once_and_frameworks_separately() {
    let funding = answers(&everything(), day("2020-12-01")).funding;
    assert_eq!(funding.total.committed, money("185"), "100 + 50 + 5 + 30");
    assert_eq!(of_startups(&funding), pairs(&[("alone", "0.00"), ("s", "185.00"), ("t", "30.00")]));
    assert_eq!(of_frameworks(&funding), pairs(&[("framework", "800.00")]));
    assert_eq!(of_parties(&funding), pairs(&[("anct", "50.00"), ("pau", "135.00")]));
}

#[test]
fn a_framework_is_recognised_by_its_kind() {
    let ten = |name: &str, startups: &[&str], kind| Convention {
        kind,
        contributions: vec![contribution("pau", &[("10", at("signature"))])],
        ..convention(name, startups, "2020-02-20")
    };
    let conventions = vec![
        ten("nobodys", &[], ConventionKind::Partnership),
        ten("twice", &["s", "s"], ConventionKind::Partnership),
        ten("framework", &["s"], ConventionKind::Framework),
    ];
    let portfolio = portfolio(vec![startup("s")], conventions);
    let found = answers(&portfolio, day("2020-12-01"));
    let Answers { funding, commitments, .. } = &found;
    assert_eq!(funding.total.committed, money("20"));
    assert_eq!(of_startups(funding), pairs(&[("s", "10.00")]));
    assert_eq!(of_frameworks(funding), pairs(&[("framework", "10.00")]));
    assert_eq!(of_parties(funding), pairs(&[("anct", "0.00"), ("pau", "20.00")]));
    let again = FundingTotals { years: funding.years.clone(), ..FundingTotals::of(commitments) };
    assert_eq!(again, *funding, "some of the contributions add up by the same rule");
    assert_eq!(found.startups[0].figures, funding.startups[0].figures);
    assert_eq!(explain_startup(&portfolio, &id("s"), day("2020-12-01")).figures, funding.startups[0].figures);
}

#[test]
fn before_all_dates_only_undated_conventions_count() {
    let found = answers(&everything(), day("1990-01-01"));
    // `shared` bears no date at all, so it always counts.
    assert_eq!(found.funding.total.committed, money("30"));
    assert!(found.funding.frameworks.iter().all(|(_, figures)| figures.committed.is_zero()));
    assert!(found.occurrences.iter().all(|one| one.convention == Some(id("shared"))));
    assert!(found.startups.iter().all(|row| row.phase.is_none() && row.late == 0));
    assert_eq!(answers(&crate::model::Portfolio::default(), day("2020-12-01")), Answers::default());
}

#[test]
fn a_single_row_equals_its_row_in_the_list() {
    let portfolio = everything();
    for as_of in ["1990-01-01", "2020-02-20", "2020-12-01", "2030-01-01"].map(day) {
        let all = answers(&portfolio, as_of);
        for row in &all.startups {
            assert_eq!(startup_summary(&portfolio, &row.startup, as_of).as_ref(), Some(row));
            let its: Vec<_> =
                all.occurrences.iter().filter(|one| one.startups.contains(&row.startup)).cloned().collect();
            assert_eq!(startup_occurrences(&portfolio, &row.startup, as_of), its);
            let clocks: Vec<_> = all.committees.iter().filter(|one| one.startup == row.startup).cloned().collect();
            assert_eq!(committee_clocks(&portfolio, &row.startup, as_of), clocks);
        }
    }
    assert_eq!(startup_summary(&portfolio, &id("nobody"), day("2020-12-01")), None);
}

#[test]
fn each_answer_alone_equals_its_part_of_all_answers() {
    let portfolio = everything();
    for as_of in ["1990-01-01", "2020-02-20", "2020-12-01", "2030-01-01"].map(day) {
        let all = answers(&portfolio, as_of);
        assert_eq!(startup_summaries(&portfolio, as_of, &AllCores), all.startups);
        assert_eq!(occurrences(&portfolio, as_of, &AllCores), all.occurrences);
        assert_eq!(funding(&portfolio, as_of, &AllCores), (all.funding, budget_years(&portfolio, as_of)));
    }
}

#[test]
fn a_row_counts_what_is_late_and_what_is_unknown() {
    let row = startup_summary(&everything(), &id("s"), day("2020-12-01")).expect("a row");
    // Late: 100 and 5 of `own`, since its signature and its amendment's, and the committee. Unknown: the report at the
    // end of a convention without a term, and the 30 of `shared`, which is unsigned.
    assert_eq!((row.late, row.undetermined), (3, 2));
    let status: Vec<_> = row.conventions.iter().map(|one| (one.id.as_str(), one.status)).collect();
    assert_eq!(status, [("own", ConventionStatus::NoTerm), ("shared", ConventionStatus::Unsigned)]);
}
