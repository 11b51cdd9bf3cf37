//! The demo depends only on seed and day, is complete, and has only the intended defects.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use couveuse::demo::story::{StoryCommit, story};
use couveuse::model::{
    CommitteeState, ConventionKind, Date, Decision, Id, Phase, Portfolio, RecordKind, RecordRef, TermLength,
};
use couveuse::record::{self, Record};
use couveuse::rules::check::{self, CheckInput};
use couveuse::rules::{self, ClockState, ConventionStatus, OccurrenceState, TrancheState, Unknown};

use crate::driver::day;
use crate::support::{Repo, hermetic};

const SEEDS: [u64; 3] = [1, 7, 20_261_122];
const DAYS: [&str; 4] = ["2026-11-22", "2024-02-29", "2025-01-01", "2027-08-31"];

fn every_story() -> impl Iterator<Item = (u64, Date, Vec<StoryCommit>)> {
    let days = DAYS.map(day);
    SEEDS
        .into_iter()
        .zip(days.into_iter().cycle())
        .chain([(1, days[3])])
        .map(|(seed, on)| (seed, on, story(seed, on, None)))
}

/// The files after the last commit.
fn files(steps: &[StoryCommit]) -> BTreeMap<&str, &str> {
    steps.iter().flat_map(|step| &step.files).map(|(file, text)| (file.as_str(), text.as_str())).collect()
}

fn record_of(file: &str) -> RecordRef {
    let (folder, name) = file.split_once('/').map_or((None, file), |(folder, name)| (Some(folder), name));
    let kind = RecordKind::ALL.into_iter().find(|kind| kind.folder() == folder).expect("a folder of records");
    RecordRef::new(kind, Id::new(name.trim_end_matches(".toml")).expect("an id"))
}

/// The portfolio after the last commit of a story.
pub fn portfolio(steps: &[StoryCommit]) -> Portfolio {
    let mut portfolio = Portfolio::default();
    for (file, text) in files(steps) {
        let reference = record_of(file);
        let reading = record::read(&reference, file, text.as_bytes());
        if reading.problems.iter().any(|problem| problem.kind.loses_facts()) {
            portfolio.half_read.insert(reference);
        }
        portfolio.problems.extend(reading.problems.into_iter().map(Into::into));
        match reading.record {
            Some(Record::Portfolio(incubator)) => portfolio.incubator = incubator.into(),
            Some(Record::Party(party)) => portfolio.insert_party(party.into()),
            Some(Record::Startup(startup)) => portfolio.insert_startup(startup.into()),
            Some(Record::Convention(convention)) => portfolio.insert_convention(convention.into()),
            Some(Record::Review(review)) => portfolio.insert_review(review.into()),
            None => panic!("{file} cannot be read at all"),
        }
    }
    portfolio
}

#[test]
fn the_story_depends_on_seed_and_day_only() {
    let on = day(DAYS[0]);
    assert_eq!(story(1, on, None), story(1, on, None));
    assert_ne!(files(&story(1, on, None)), files(&story(2, on, None)));
    assert_ne!(files(&story(1, on, None)), files(&story(1, day(DAYS[1]), None)));
}

#[test]
fn commits_are_in_order_and_build_on_each_other() {
    for (_, on, steps) in every_story() {
        assert!((120..400).contains(&steps.len()), "{} commits", steps.len());
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        let mut last = None;
        for step in &steps {
            assert!(last < Some((step.on, step.minute)), "{}", step.subject);
            assert!(step.on < on && step.minute < 24 * 60, "{} {}", step.on, step.minute);
            last = Some((step.on, step.minute));
            assert!(!step.files.is_empty(), "{}", step.subject);
            for (file, text) in &step.files {
                assert_ne!(known.insert(file, text), Some(text.as_str()), "{}: {file} stays as it was", step.subject);
            }
        }
        let roles: BTreeSet<_> = steps.iter().map(|step| step.role.name()).collect();
        assert_eq!(roles.len(), 4, "{roles:?}");
        let days = (steps.last().expect("a commit").on - steps.first().expect("a commit").on).num_days();
        assert!((700..732).contains(&days), "{days} days");
    }
}

#[test]
fn every_record_is_readable_at_every_commit_except_two_faulty_edits() {
    let steps = story(1, day(DAYS[0]), None);
    // Reading is slow without optimisation: the first and the last commits, and every seventh between.
    let looked_at = steps.iter().enumerate().filter(|(n, _)| n % 7 == 0 || n + 15 > steps.len());
    for (_, step) in looked_at {
        for (file, text) in &step.files {
            let reading = record::read(&record_of(file), file, text.as_bytes());
            let badly = ["startups/moulin-a-mots.toml", "startups/vent-debout.toml"].contains(&file.as_str());
            assert!(badly || reading.problems.is_empty(), "{}: {file}: {:?}\n{text}", step.subject, reading.problems);
        }
    }
}

#[test]
fn the_demo_has_only_its_intended_findings() {
    let wrong = [
        ("account-check-digits", "conventions/mille-couverts-val-tisserand-pepiniere"),
        ("account-differs", "conventions/marelle-haute-orle-pepiniere"),
        ("co-funder-not-sponsor", "startups/bon-fagot"),
        ("committee-late", "startups/cabestan"),
        ("committee-late", "startups/papier-calque"),
        ("committee-late", "startups/sablier"),
        ("committee-without-decision", "startups/ecluse-verte"),
        ("management-report-late", "conventions/colporteur-val-tisserand-pepiniere"),
        ("obligation-without-article", "conventions/lavoir-commun-port-clair-atelier"),
        ("received-more-than-promised", "conventions/belle-lisiere-ventelune-pepiniere"),
        ("refund-open", "conventions/haie-vive-haute-orle-pepiniere"),
        ("refund-open", "conventions/pierre-a-pierre-bois-levant-pepiniere"),
        ("signature-missing", "conventions/bon-fagot-sentiers-pepiniere"),
        ("signature-missing", "conventions/double-fond-bois-levant-atelier"),
        ("statistics-page-absent", "startups/marelle"),
        ("stopped-with-money", "startups/pierre-a-pierre"),
        ("syntax", "startups/vent-debout"),
        ("term-missing", "conventions/lavoir-commun-port-clair-atelier"),
        ("unknown-key", "startups/moulin-a-mots"),
        ("unsigned-amendment", "conventions/belle-lisiere-ventelune-pepiniere-avenant-1"),
    ];
    for (seed, on, steps) in every_story() {
        let portfolio = portfolio(&steps);
        let findings = check::run(&CheckInput { portfolio: &portfolio, as_of: on, today: on });
        let mut found: Vec<_> = findings
            .iter()
            // The demo has late actions on purpose.
            .filter(|finding| finding.check != "task-overdue")
            .map(|finding| {
                let record = finding.record().expect("in a record");
                (finding.check, format!("{}/{}", record.kind.folder().unwrap_or_default(), record.id))
            })
            .collect();
        found.sort();
        let found: Vec<_> = found.iter().map(|(check, record)| (*check, record.as_str())).collect();
        assert_eq!(found, wrong, "seed {seed}, {on}");
        assert!(findings.iter().any(|finding| finding.check == "task-overdue"), "seed {seed}, {on}");
    }
}

#[test]
fn today_begins_with_what_a_lead_decides_first() {
    let on = day("2026-11-22");
    let portfolio = portfolio(&story(1, on, None));
    let today = rules::today(&portfolio, &rules::answers(&portfolio, on), on);
    let row = |item: &rules::TodayItem| {
        let causes: Vec<&str> = item.causes.iter().map(|cause| cause.name()).collect();
        (item.kind.name(), item.startups[0].to_string(), causes.join(" "), item.planned.is_some())
    };
    let first: Vec<_> = today.items.iter().take(4).map(row).collect();
    let expected = [
        ("record", "vent-debout", "incomplete", false),
        ("committee", "papier-calque", "decision-until committee-due", false),
        ("committee", "cabestan", "committee-due money-until", true),
        ("committee", "sablier", "decision-until committee-due", true),
    ];
    assert_eq!(first, expected.map(|(kind, id, causes, planned)| (kind, id.to_owned(), causes.to_owned(), planned)));
    let next: Vec<_> = today.items.iter().skip(4).take_while(|item| item.band == rules::TodayBand::Late).collect();
    let tranches = next.iter().take_while(|item| item.kind == rules::TodayKind::Tranche).count();
    assert!(tranches >= 2, "then the late tranches: {:?}", next.first());
    assert!(today.items.iter().all(|item| !item.causes.is_empty()));
}

/// Returns the number of values in `all` that don't occur.
fn absent<T: Copy + PartialEq>(all: &[T], there: &[T]) -> usize {
    absent_but(all, there, &[])
}

/// The same, without those that the story leaves out.
fn absent_but<T: Copy + PartialEq>(all: &[T], there: &[T], left_out: &[T]) -> usize {
    all.iter().filter(|one| !there.contains(one) && !left_out.contains(one)).count()
}

#[test]
fn every_state_occurs() {
    for (seed, on, steps) in every_story() {
        let portfolio = portfolio(&steps);
        let answers = rules::answers(&portfolio, on);
        let startups: Vec<_> = portfolio.startups.values().collect();
        assert_eq!(startups.len(), 25);
        let phases: Vec<_> = startups.iter().filter_map(|one| Some(one.phase_on(on)?.phase)).collect();
        assert_eq!(absent(&Phase::ALL, &phases), 0, "{phases:?}");
        let meetings: Vec<_> = startups.iter().flat_map(|one| &one.committees).collect();
        let states: Vec<_> = meetings.iter().map(|one| one.state).collect();
        assert_eq!(absent(&CommitteeState::ALL, &states), 0);
        let decisions: Vec<_> = meetings.iter().filter_map(|one| one.decision).collect();
        assert_eq!(absent(&Decision::ALL, &decisions), 0, "{decisions:?}");
        let clocks: Vec<_> = answers.committees.iter().map(|clock| clock.state).collect();
        assert_eq!(absent(&ClockState::ALL, &clocks), 0, "seed {seed}, {on}: {clocks:?}");
        let occurrences: Vec<_> = answers.occurrences.iter().map(|one| one.state).collect();
        assert_eq!(absent(&OccurrenceState::ALL, &occurrences), 0, "seed {seed}, {on}: {occurrences:?}");
        let unknown: Vec<_> = answers.occurrences.iter().filter_map(|one| one.unknown).collect();
        // The unreadable record of the story is no convention, and its framework binds no incubator by name.
        let left_out = [Unknown::Unreadable, Unknown::Incubator];
        assert_eq!(absent_but(&Unknown::ALL, &unknown, &left_out), 0, "{unknown:?}");
        let standings: Vec<_> =
            portfolio.conventions.keys().filter_map(|id| rules::convention_summary(&portfolio, id, on)).collect();
        let tranches: Vec<_> = standings.iter().flat_map(|one| &one.tranches).map(|one| one.state).collect();
        // The money of the terminated conventions fell due before.
        let left_out = [TrancheState::Lapsed];
        assert_eq!(absent_but(&TrancheState::ALL, &tranches, &left_out), 0, "seed {seed}, {on}: {tranches:?}");
        let statuses: Vec<_> = standings.iter().map(|one| one.status).collect();
        assert_eq!(absent(&ConventionStatus::ALL, &statuses), 0, "{statuses:?}");
    }
}

#[test]
fn the_demo_has_something_of_everything() {
    let on = day(DAYS[0]);
    let portfolio = portfolio(&story(1, on, None));
    let conventions: Vec<_> = portfolio.conventions.values().collect();
    let amendments: Vec<_> = conventions.iter().filter(|one| one.is_amendment()).collect();
    assert_eq!((conventions.len(), amendments.len(), portfolio.parties.len()), (28, 3, 10));
    assert!(amendments.iter().any(|one| one.signed.is_none()), "one is not signed");
    let longer = |term: &TermLength| matches!(term, TermLength::For(_));
    assert!(
        amendments.iter().any(|one| one.signed.is_some() && one.term.as_ref().is_some_and(|term| longer(&term.length)))
    );
    let answers = rules::answers(&portfolio, on);
    let framework = conventions.iter().find(|one| one.kind == ConventionKind::Framework).expect("a framework");
    let standing = rules::convention_summary(&portfolio, &framework.id, on).expect("its standing");
    let gates: Vec<_> = standing.tranches.iter().filter_map(|tranche| tranche.gate.as_ref()).collect();
    assert!(gates.iter().any(|gate| gate.crossed.is_some()) && gates.iter().any(|gate| gate.crossed.is_none()));
    assert!(standing.tranches.iter().any(|tranche| !tranche.missing.is_empty()), "a paper is missing");
    let runs_out = answers.committees.iter().filter_map(|clock| clock.runs_out).filter(|day| *day > on);
    let runs_out = runs_out.min().expect("money that runs out");
    assert!((runs_out - on).num_days() < 60, "{runs_out}");
    let startups: Vec<_> = portfolio.startups.values().collect();
    let indicators: Vec<_> = startups.iter().flat_map(|one| &one.indicators).collect();
    assert!(indicators.len() >= 15, "{} indicators", indicators.len());
    assert!(indicators.iter().filter(|one| one.values.len() >= 12).count() >= 8);
    assert!(indicators.iter().all(|one| one.values.len() <= 24));
    let actions: Vec<_> = startups.iter().flat_map(|one| &one.actions).collect();
    assert!(actions.iter().any(|one| one.done.is_some()));
    assert!(actions.iter().any(|one| one.done.is_none() && one.due.is_some_and(|due| due < on)));
    assert!(actions.iter().any(|one| one.done.is_none() && one.due.is_some_and(|due| due > on)));
    assert!(meetings_ahead(&portfolio, on) >= 8);
}

fn meetings_ahead(portfolio: &Portfolio, on: Date) -> usize {
    let meetings = portfolio.startups.values().flat_map(|one| &one.committees);
    meetings.filter(|one| one.state == CommitteeState::Planned && one.on > on).count()
}

fn run(repo: &Repo, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &repo.root());
    command.current_dir(repo.root()).env("TMPDIR", repo.root()).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn the_command_creates_a_clean_repository_with_undoable_edits() {
    let repo = Repo::empty();
    let made = run(&repo, &["demo", "--no-open", "--as-of", "2026-11-22", "here", "--lang", "en"]);
    assert_eq!((made.status.code(), said(&made).as_str()), (Some(0), "here"), "{made:?}");
    let here = repo.root().join("here");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        hermetic(&mut command, &repo.root());
        said(&command.current_dir(&here).args(arguments).output().expect("git runs"))
    };
    assert_eq!(git(&["status", "--porcelain"]), "");
    assert_eq!(git(&["rev-list", "--count", "HEAD"]), story(1, day("2026-11-22"), None).len().to_string());
    assert!(git(&["log", "--format=%(trailers:key=Couveuse-Undoes,valueonly)"]).len() >= 40, "one names what it undid");
    let as_made = git(&["rev-parse", "HEAD"]);
    run(&repo, &["demo", "--no-open", "--as-of", "2026-11-22", "again"]);
    let again = Path::new(&here).parent().expect("a folder").join("again");
    let head = |folder: &Path| std::fs::read_to_string(folder.join(".git/refs/heads/main")).expect("a branch");
    assert_eq!(head(&here), head(&again), "the same to the last commit");
    let undone = run(&repo, &["--folder", "here", "undo", "--lang", "en"]);
    assert_eq!(undone.status.code(), Some(0), "{undone:?}");
    assert_ne!(git(&["rev-parse", "HEAD"]), as_made);
    assert_eq!(git(&["log", "-1", "--format=%an"]), "Lead", "it needs nobody's identity");
}

#[test]
fn the_default_folder_is_temporary_and_nothing_is_overwritten() {
    let repo = Repo::empty();
    let first = said(&run(&repo, &["demo", "--no-open"]));
    let second = said(&run(&repo, &["demo", "--no-open"]));
    assert!(first.ends_with("couveuse-demo") && second.ends_with("couveuse-demo-2"), "{first} {second}");
    let refused = run(&repo, &["demo", "--no-open", &first]);
    assert_eq!(refused.status.code(), Some(2));
    let told = run(&repo, &["demo", "--json", "there"]);
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert!(told["commits"].as_u64() > Some(100) && told["folder"] == "there", "{told}");
    assert_eq!(run(&repo, &["demo", "open-here"]).status.code(), Some(2), "there is no terminal to open it on");
    assert!(!repo.root().join("open-here").exists(), "and nothing is left of it");
}
