//! Tests of the committee clocks.

use crate::model::CommitteeState::{Cancelled, Held, Planned};
use crate::model::{Convention, Date, Phase, RecordKind, RecordRef, Startup};
use crate::rules::ClockReason::{Decision as LastDecision, Deferred, Habit, Runway};
use crate::rules::ClockState::{self, DueSoon, Late, Ok, Undetermined};
use crate::rules::{CommitteeClock, Unknown, answers, committee_clocks, startup_occurrences, startup_summary};
use crate::testing::portfolios::*;

fn clocks(startup: Startup, conventions: Vec<Convention>, as_of: &str) -> Vec<CommitteeClock> {
    let name = startup.id.clone();
    committee_clocks(&portfolio(vec![startup], conventions), &name, day(as_of))
}

fn clock(startup: Startup, conventions: Vec<Convention>, as_of: &str) -> (Option<Date>, ClockState, i64) {
    let found = clocks(startup, conventions, as_of);
    assert_eq!(found.len(), 1);
    (found[0].next_due, found[0].state, found[0].days_late)
}

fn promised(signed: &str) -> Convention {
    Convention { committee: Some(clause("6 months")), ..convention("c", &["s"], signed) }
}

fn meeting(all: &[(crate::model::CommitteeState, &str)]) -> Startup {
    Startup { committees: all.iter().map(|(state, on)| committee(*state, on)).collect(), ..startup("s") }
}

#[test]
fn a_clause_is_counted_from_the_signature() {
    // Signed on 2020-02-20, due on 2020-08-20. From there to 2020-12-01 it is 11 + 30 + 31 + 30 + 1 = 103 days.
    for (as_of, state, late) in [
        ("2020-07-20", Ok, 0),
        ("2020-07-21", DueSoon, 0),
        ("2020-08-20", DueSoon, 0),
        ("2020-08-21", Late, 1),
        ("2020-12-01", Late, 103),
        ("2021-03-01", Late, 193),
    ] {
        let expected = (Some(day("2020-08-20")), state, late);
        assert_eq!(clock(startup("s"), vec![promised("2020-02-20")], as_of), expected, "as of {as_of}");
    }
}

#[test]
fn only_a_meeting_that_was_held_moves_the_clock() {
    let due = |all: &[_], as_of| clock(meeting(all), vec![promised("2020-02-20")], as_of).0;
    assert_eq!(due(&[(Planned, "2020-08-10")], "2020-12-01"), Some(day("2020-08-20")), "planned and not held");
    assert_eq!(due(&[(Cancelled, "2020-08-10")], "2020-12-01"), Some(day("2020-08-20")));
    // Held ten days early: it meets that due date, and the clause counts from it.
    assert_eq!(due(&[(Held, "2020-08-10")], "2020-12-01"), Some(day("2021-02-10")));
    // It has no decision, which is a finding, but it counts as held.
    assert_eq!(due(&[(Held, "2020-09-15")], "2020-12-01"), Some(day("2021-03-15")));
    assert_eq!(due(&[(Held, "2020-09-15")], "2020-09-14"), Some(day("2020-08-20")), "not held yet");
    // One meeting meets both missed due dates.
    assert_eq!(due(&[(Held, "2021-03-01")], "2021-03-02"), Some(day("2021-09-01")));
}

#[test]
fn a_planned_meeting_counts_until_its_day() {
    let found = |as_of| {
        clocks(meeting(&[(Planned, "2020-12-10"), (Planned, "2021-01-20")]), vec![promised("2020-02-20")], as_of)
    };
    let planned = |as_of| (found(as_of)[0].planned, found(as_of)[0].papers_due);
    // The papers are due a week before the meeting.
    assert_eq!(planned("2020-12-01"), (Some(day("2020-12-10")), Some(day("2020-12-03"))));
    assert_eq!(planned("2020-12-10").0, Some(day("2020-12-10")));
    assert_eq!(planned("2020-12-11").0, Some(day("2021-01-20")));
    // Papers are only due for a planned committee.
    assert_eq!(planned("2021-01-21"), (None, None));
    assert_eq!(found("2021-01-21")[0].planned_passed, Some(day("2021-01-20")));
}

#[test]
fn without_a_signature_the_clause_cannot_be_dated() {
    let found = clocks(meeting(&[(Held, "2020-06-01")]), vec![promised("")], "2020-12-01");
    assert_eq!((found[0].state, found[0].unknown, found[0].next_due), (Undetermined, Some(Unknown::Signature), None));
    assert_eq!(found[0].last_held, Some(day("2020-06-01")));
}

#[test]
fn without_a_clause_a_committee_is_due_six_months_after_the_last() {
    let silent = || vec![convention("c", &["s"], "2020-02-20")];
    // Six months after 31 August is the last day of February.
    let found = clock(meeting(&[(Held, "2019-05-01"), (Held, "2019-08-31")]), silent(), "2020-03-10");
    assert_eq!(found, (Some(day("2020-02-29")), Late, 10));
    // Never held: six months from the first phase, 2019-01-01.
    let found = clocks(startup("s"), silent(), "2020-03-10");
    assert_eq!((found[0].next_due, found[0].state, found[0].reason), (Some(day("2019-07-01")), Late, Some(Habit)));
    assert_eq!(found[0].convention, None);
    // A convention that has ended has no clause any more.
    let ended = Convention { term: months(3), ..promised("2019-08-01") };
    let found = clocks(meeting(&[(Held, "2019-08-31")]), vec![ended], "2020-03-10");
    assert_eq!((found[0].next_due, found[0].convention.as_ref()), (Some(day("2020-02-29")), None));
}

#[test]
fn no_committee_is_due_outside_incubation() {
    let after = |phase_then| Startup {
        phases: vec![phase(Phase::Construction, "2019-01-01"), phase(phase_then, "2020-06-01")],
        ..startup("s")
    };
    for phase_then in [Phase::Stopped, Phase::InvestigationStopped, Phase::Transferred, Phase::Operated] {
        let found = clock(after(phase_then), vec![promised("2020-02-20")], "2020-12-01");
        assert_eq!(found, (None, ClockState::None, 0), "{phase_then:?}");
    }
    assert_eq!(
        clock(startup("s"), vec![promised("2020-02-20")], "2018-01-01"),
        (None, ClockState::None, 0),
        "before everything"
    );
}

#[test]
fn each_clause_has_a_clock_and_the_row_shows_the_most_urgent() {
    let other = Convention { committee: Some(clause("3 months")), ..convention("d", &["s"], "2020-10-01") };
    let found = clocks(startup("s"), vec![promised("2020-02-20"), other.clone()], "2020-12-01");
    let said: Vec<_> = found.iter().map(|one| (one.convention.clone(), one.next_due)).collect();
    assert_eq!(said, [(Some(id("c")), Some(day("2020-08-20"))), (Some(id("d")), Some(day("2021-01-01")))]);
    let portfolio = portfolio(vec![startup("s")], vec![promised("2020-02-20"), other]);
    let row = startup_summary(&portfolio, &id("s"), day("2020-12-01")).expect("a row");
    assert_eq!(row.committee.and_then(|clock| clock.convention), Some(id("c")));
}

#[test]
fn the_money_running_out_brings_the_committee_forward() {
    // 100 received on 2020-01-31, 60 spent from 2020-03-01 to 2020-05-30, in 90 days. The remaining 40 last 40 × 90 /
    // 60 = 60 days, to 2020-07-29. Forty-five days before that is 2020-06-14, before 2020-07-31.
    let found = |received: &str, held: &[_]| {
        let convention = Convention {
            contributions: vec![contribution("pau", &[("100", at("signature"))])],
            payments: vec![payment("pau", received, "2020-01-31")],
            expenditure: vec![paid("30", "2020-03-01"), paid("30", "2020-05-30")],
            committee: Some(clause("6 months")),
            ..convention("c", &["s"], "2020-01-31")
        };
        let clocks = clocks(meeting(held), vec![convention], "2020-05-30");
        let runway = clocks.iter().find(|clock| clock.convention.is_none());
        runway.map(|clock| (clock.next_due, clock.runs_out, clock.state))
    };
    let forward = Some((Some(day("2020-06-14")), Some(day("2020-07-29")), DueSoon));
    assert_eq!(found("100", &[]), forward);
    // A planned committee changes nothing, nor does one held before that day.
    assert_eq!(found("100", &[(Planned, "2020-06-10")]), forward);
    assert_eq!(found("100", &[(Held, "2020-02-15")]), forward);
    // The remaining 240 last 360 days, to 2021-05-25; 45 days before that is 2021-04-10.
    assert_eq!(found("300", &[]), Some((Some(day("2021-04-10")), Some(day("2021-05-25")), Ok)));
    // With 61 received, the remaining 1 lasts one day: the committee was due on 2020-04-16. One held on the 20th meets
    // it.
    assert_eq!(found("61", &[]), Some((Some(day("2020-04-16")), Some(day("2020-05-31")), Late)));
    assert_eq!(found("61", &[(Held, "2020-04-20")]), None, "the clause has a row, and this one has no day");
}

#[test]
fn the_habit_does_not_apply_if_the_clause_may_be_unreadable() {
    let of = |change: &dyn Fn(&mut crate::model::Portfolio)| {
        let silent = Convention { committee: None, ..promised("2020-02-20") };
        let mut records = portfolio(vec![meeting(&[(Held, "2019-07-02")])], vec![silent]);
        change(&mut records);
        let clock = committee_clocks(&records, &id("s"), day("2020-12-01")).remove(0);
        (clock.state, clock.days_late, clock.unknown)
    };
    let record = |kind, name| RecordRef::new(kind, id(name));
    assert_eq!(of(&|_| {}), (Late, 334, None));
    let unknown = (Undetermined, 0, Some(Unknown::Unreadable));
    assert_eq!(of(&|all| all.unreadable.push(record(RecordKind::Convention, "s-pau"))), unknown);
    assert_eq!(of(&|all| all.half_read.extend([record(RecordKind::Convention, "c")])), unknown);
    let anybodys = |all: &mut crate::model::Portfolio| {
        all.insert_convention(std::sync::Arc::new(Convention { committee: None, ..convention("b", &[], "") }));
        all.half_read.extend([record(RecordKind::Convention, "b")]);
    };
    assert_eq!(of(&anybodys), unknown, "its startups could not be read");
    // An unreadable party has no effect.
    assert_eq!(of(&|all| all.unreadable.push(record(RecordKind::Party, "pau"))), (Late, 334, None));
    assert_eq!(of(&|all| all.half_read.extend([record(RecordKind::Convention, "d")])), (Late, 334, None));
    // A clause that was read still applies.
    let mut records = portfolio(vec![startup("s")], vec![promised("2020-02-20")]);
    records.unreadable.push(record(RecordKind::Convention, "s-oise"));
    assert_eq!(committee_clocks(&records, &id("s"), day("2020-12-01")).remove(0).days_late, 103);
}

/// The rows as convention, reason, next day and state.
fn rows(startup: Startup, conventions: Vec<Convention>, as_of: &str) -> Vec<String> {
    let row = |clock: CommitteeClock| {
        let convention = clock.convention.map_or_else(|| "-".to_owned(), |id| id.to_string());
        let reason = clock.reason.map_or("-", crate::rules::ClockReason::name);
        let due = clock.next_due.map_or_else(|| "-".to_owned(), |day| day.to_string());
        format!("{convention} {reason} {due} {}", clock.state.name())
    };
    clocks(startup, conventions, as_of).into_iter().map(row).collect()
}

fn decided(change: impl Fn(&mut crate::model::Committee)) -> Startup {
    let mut meeting = committee(Held, "2026-05-15");
    change(&mut meeting);
    Startup { committees: vec![meeting], ..startup("s") }
}

#[test]
fn an_expiring_decision_requires_a_committee() {
    let until = |one: &mut crate::model::Committee| one.until = Some(day("2026-09-30"));
    assert_eq!(rows(decided(until), vec![], "2026-10-20"), ["- decision 2026-09-30 late"]);
    // Without an `until`, the habit applies: six months from 2026-05-15.
    assert_eq!(rows(decided(|_| {}), vec![], "2026-10-20"), ["- habit 2026-11-15 due-soon"]);
    // On the same day, the decision takes precedence over the habit.
    let equal = |one: &mut crate::model::Committee| one.until = Some(day("2026-11-15"));
    assert_eq!(clocks(decided(equal), vec![], "2026-10-20")[0].reason, Some(LastDecision));
    // With a clause that counts from the signature on 2026-01-01: the committee held on 2026-05-15 meets 2026-07-01,
    // and the next one is due on 2026-11-15.
    let clause = Convention { committee: Some(clause("6 months")), ..convention("c", &["s"], "2026-01-01") };
    let expected = ["c clause 2026-11-15 due-soon", "- decision 2026-09-30 late"];
    assert_eq!(rows(decided(until), vec![clause], "2026-10-20"), expected);
}

#[test]
fn a_deferral_does_not_count_as_held_and_sets_the_due_day() {
    let defer = |one: &mut crate::model::Committee| {
        one.decision = Some(crate::model::Decision::Defer);
        one.deferred_until = Some(day("2026-06-30"));
    };
    let found = clocks(decided(defer), vec![], "2026-06-01");
    // The habit required one on 2019-07-01, six months after the first phase.
    assert_eq!((found[0].last_held, found[0].reason), (None, Some(Habit)));
    let held = Startup {
        committees: vec![committee(Held, "2026-05-01"), decided(defer).committees[0].clone()],
        ..startup("s")
    };
    let found = clocks(held, vec![], "2026-06-01");
    let expected = (Some(day("2026-05-01")), Some(Deferred), Some(day("2026-06-30")));
    assert_eq!((found[0].last_held, found[0].reason, found[0].next_due), expected);
    assert_ne!(Some(Runway), found[0].reason);
}

#[test]
fn a_framework_binds_the_startups_of_its_incubator() {
    let framework = |signed| Convention {
        kind: crate::model::ConventionKind::Framework,
        incubator: Some(id("anct")),
        committee: Some(clause("6 months")),
        ..convention("f", &[], signed)
    };
    let of = |change: &dyn Fn(&mut Startup)| {
        let mut startup = startup("s");
        change(&mut startup);
        rows(startup, vec![framework("2020-05-11")], "2020-12-01")
    };
    // Signed on 2020-05-11, after the startup's first phase: due on 2020-11-11.
    assert_eq!(of(&|one| one.incubator = Some(id("anct"))), ["f clause 2020-11-11 late"]);
    let stay = |from: Option<&str>, until: Option<&str>| crate::model::IncubatorStay {
        id: id("anct"),
        from: from.map(day),
        until: until.map(day),
    };
    // The startup joined on 2020-08-01.
    let joined = |one: &mut Startup| {
        one.incubator = Some(id("anct"));
        one.incubators = vec![stay(Some("2020-08-01"), None)];
    };
    assert_eq!(of(&joined), ["f clause 2021-02-01 ok"]);
    // It left on an unknown day.
    let left = |one: &mut Startup| one.former_incubators = vec![id("anct")];
    assert_eq!(of(&left)[0], "f clause - undetermined");
    // It names no other incubator since it joined, on a known day or not, so it is still there.
    assert_eq!(of(&|one| one.incubators = vec![stay(Some("2020-08-01"), None)]), ["f clause 2021-02-01 ok"]);
    assert_eq!(of(&|one| one.incubators = vec![stay(None, None)]), ["f clause 2020-11-11 late"]);
    let moved = |one: &mut Startup| {
        one.incubator = Some(id("dinum"));
        one.incubators = vec![stay(Some("2019-08-01"), None)];
    };
    assert_eq!(of(&moved)[0], "f clause - undetermined");
    // It left the incubator before the due date.
    assert_eq!(of(&|one| one.incubators = vec![stay(None, Some("2020-06-30"))]), ["- habit 2019-07-01 late"]);
    // It was never in that incubator.
    assert_eq!(of(&|one| one.incubator = Some(id("dinum"))), ["- habit 2019-07-01 late"]);
}

#[test]
fn each_clause_with_a_row_has_its_meetings_among_the_due_dates() {
    // The incubator of a partnership means nothing for its committees. The framework binds the startup by its incubator
    // and names it as well.
    let partnership = Convention { incubator: Some(id("anct")), ..promised("2020-02-01") };
    let framework = Convention {
        kind: crate::model::ConventionKind::Framework,
        incubator: Some(id("anct")),
        committee: Some(clause("6 months")),
        ..convention("f", &["s"], "2020-03-01")
    };
    let startup = Startup { incubator: Some(id("anct")), ..startup("s") };
    let portfolio = portfolio(vec![startup], vec![partnership, framework]);
    let due = |all: Vec<crate::rules::Occurrence>| {
        let line = |one: &crate::rules::Occurrence| {
            format!(
                "{} {} {}",
                one.convention.as_ref().expect("a convention"),
                one.due.expect("a day"),
                one.state.name()
            )
        };
        all.iter().map(line).collect::<Vec<_>>()
    };
    let expected = ["c 2020-08-01 late", "f 2020-09-01 late", "c 2021-02-01 open", "f 2021-03-01 open"];
    assert_eq!(due(startup_occurrences(&portfolio, &id("s"), day("2020-12-01"))), expected);
    assert_eq!(due(answers(&portfolio, day("2020-12-01")).occurrences), expected);
    let row = startup_summary(&portfolio, &id("s"), day("2020-12-01")).expect("a row");
    assert_eq!(row.late, 2);
}

#[test]
fn a_meeting_held_early_meets_the_next_due_date() {
    let of = |held: &[&str]| {
        let all: Vec<_> = held.iter().map(|on| (Held, *on)).collect();
        let portfolio = portfolio(vec![meeting(&all)], vec![promised("2020-02-20")]);
        let rows = startup_occurrences(&portfolio, &id("s"), day("2021-03-15"));
        let line = |one: &crate::rules::Occurrence| {
            let met = one.done.as_ref().map(|(on, _)| format!(" {on}")).unwrap_or_default();
            format!("{} {}{met}", one.due.expect("a day"), one.state.name())
        };
        rows.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(of(&["2020-08-10"]), ["2021-02-10 late", "2021-08-10 open", "2020-08-20 done 2020-08-10"]);
    // One meets all that were due by then.
    let both = ["2021-09-01 open", "2020-08-20 done 2021-03-01", "2021-02-20 done 2021-03-01"];
    assert_eq!(of(&["2021-03-01"]), both);
}

#[test]
fn meetings_left_unmet_at_the_end_are_missed_and_not_late() {
    let stopped = Startup {
        phases: vec![phase(Phase::Construction, "2019-01-01"), phase(Phase::Stopped, "2021-03-01")],
        committees: vec![committee(Held, "2020-09-01")],
        ..startup("s")
    };
    let portfolio = portfolio(vec![stopped.clone()], vec![promised("2020-02-20")]);
    let found = crate::rules::startup_occurrences(&portfolio, &id("s"), day("2022-01-01"));
    let found: Vec<_> = found.iter().map(|one| (one.due, one.state.name(), one.done_on())).collect();
    // Due on 2020-08-20, held on 2020-09-01. The next due date, 2021-03-01, is the day of the last phase, so nothing is
    // due.
    assert_eq!(found, [(Some(day("2020-08-20")), "done", Some(day("2020-09-01")))]);
    let unmet = Startup { committees: Vec::new(), ..stopped };
    let portfolio = crate::testing::portfolios::portfolio(vec![unmet.clone()], vec![promised("2020-02-20")]);
    let found = crate::rules::startup_occurrences(&portfolio, &id("s"), day("2022-01-01"));
    let found: Vec<_> = found.iter().map(|one| (one.due, one.state.name(), one.days_late)).collect();
    assert_eq!(found, [(Some(day("2020-08-20")), "missed", 0), (Some(day("2021-02-20")), "missed", 0)]);
    assert_eq!(rows(unmet, vec![promised("2020-02-20")], "2022-01-01"), ["- - - none"]);
}
