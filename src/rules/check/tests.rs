//! Tests of the registry of checks and of the order of findings.

use super::shared::fixtures::Records;
use super::{CHECKS, CheckInput, run};
use crate::model::{Convention, Phase, ProblemKind, RecordKind, RecordRef, Severity, Timing, Unreadable};
use crate::testing::portfolios::{contribution, convention, day, id, obligation, phase, startup};

#[test]
fn the_registry_is_sorted_and_its_messages_are_its_own() {
    let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
    for check in CHECKS {
        let own = format!("finding-{}", check.name);
        assert!(!check.messages.is_empty(), "{}", check.name);
        assert!(check.messages.iter().all(|message| message.starts_with(&own)), "{}", check.name);
    }
}

#[test]
fn findings_are_sorted_by_record_and_severity_with_other_files_last() {
    let mut late = startup("a");
    late.sponsors = vec![id("nobody")];
    late.phases = vec![phase(Phase::Construction, "2020-02-01"), phase(Phase::Investigation, "2019-02-01")];
    let records =
        Records::default().startup(late).startup(startup("b")).problem(ProblemKind::Unreadable(Unreadable::Empty));
    let context = CheckInput { portfolio: &records.0, as_of: day("2020-12-01"), today: day("2020-12-01") };
    let found: Vec<(&str, Severity)> = run(&context).iter().map(|one| (one.check, one.severity)).collect();
    assert_eq!(
        found,
        [
            ("unknown-reference", Severity::Error),
            ("committee-late", Severity::Warning),
            ("phases-order", Severity::Info),
            ("committee-late", Severity::Warning),
            ("irregular-startup", Severity::Info),
            ("unreadable-file", Severity::Error),
        ]
    );
}

#[test]
fn an_empty_portfolio_has_no_findings() {
    let context = CheckInput { portfolio: &Records::default().0, as_of: day("2020-12-01"), today: day("2020-12-01") };
    assert!(run(&context).is_empty());
}

#[test]
fn unreadable_values_are_not_reported_as_missing() {
    let silent = Convention {
        obligations: vec![obligation("report", Timing::Once(Some("end + 1 month".parse().expect("a moment"))))],
        contributions: vec![contribution("pau", &[])],
        signed: None,
        term: None,
        ..convention("c", &["a"], "")
    };
    let mut records = Records::default().startup(startup("a")).convention(silent);
    let checks = ["co-funder-not-sponsor", "irregular-startup", "signature-missing", "term-missing"];
    for check in checks {
        assert_eq!(records.found(check, "2020-12-01").len(), 1, "{check}");
    }
    records.0.half_read.insert(RecordRef::new(RecordKind::Startup, id("a")));
    records.0.half_read.insert(RecordRef::new(RecordKind::Convention, id("c")));
    for check in checks {
        assert!(records.found(check, "2020-12-01").is_empty(), "{check}");
    }
}
