//! Loading a folder: completely, for the first screen, and again after changes.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use couveuse::cli::effects::EffectHandler;
use couveuse::cli::first_screen::{FirstData, FirstRows};
use couveuse::edit::verb::{DoneVerb, NoteVerb, PayVerb};
use couveuse::edit::{self, Intention};
use couveuse::locale::{Language, Locale};
use couveuse::model::{Id, Money, Portfolio, ProblemKind, RecordKind, RecordRef, Unreadable};
use couveuse::parallel::AllCores;
use couveuse::report::explain::{Explainer, FiguresCache};
use couveuse::report::json;
use couveuse::rules;
use couveuse::store::{Folder, OpenError};
use couveuse::ui::{self, Depth, Effect, Input, Outcome, Setup, State, Theme};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::driver::text_of;
use crate::support::Repo;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn startup(name: &str) -> String {
    format!("name = \"{name}\"\n")
}

fn startups(portfolio: &Portfolio) -> Vec<&str> {
    portfolio.startups.keys().map(Id::as_str).collect()
}

fn load(folder: &mut Folder) -> Arc<Portfolio> {
    folder.load(&|_| {})
}

fn problems(portfolio: &Portfolio) -> Vec<&ProblemKind> {
    portfolio.problems.iter().map(|problem| &problem.kind).collect()
}

/// Sets the time of every file to the distant past, so that only size and time show whether it changed.
fn settle(repo: &Repo, files: &[&str]) {
    let past = SystemTime::now() - Duration::from_secs(3600);
    for file in files {
        File::options().write(true).open(repo.root().join(file)).unwrap().set_modified(past).unwrap();
    }
}

#[test]
fn a_folder_must_exist_and_contain_records() {
    let repo = Repo::empty();
    assert!(matches!(Folder::open(&repo.root().join("nowhere")), Err(OpenError::NoFolder(_))));
    assert!(matches!(Folder::open(&repo.root()), Err(OpenError::NotAPortfolio(_))));
    repo.write("startups/a.toml", startup("A"));
    assert!(matches!(Folder::open(&repo.root().join("startups/a.toml")), Err(OpenError::NotAFolder(_))));
    assert!(Folder::open(&repo.root()).is_ok());
}

#[test]
fn records_are_found_at_any_depth() {
    let repo = Repo::plain();
    repo.write("startups/anct/2020/histologe.toml", startup("Histologe"));
    repo.write("startups/anct/notes.md", "not a record");
    repo.write("startups/.drafts/secret.toml", startup("Hidden"));
    repo.write("startups/.hidden.toml", startup("Hidden"));
    repo.write("schema/startup.toml", "not a record");
    let mut folder = repo.folder();
    let portfolio = load(&mut folder);
    assert_eq!(startups(&portfolio), ["histologe", "poubelles-battle"]);
    assert_eq!(problems(&portfolio), Vec::<&ProblemKind>::new());
    assert_eq!(portfolio.parties.len(), 2);
    assert_eq!(portfolio.incubator.home, Some(id("dinum")));
    assert_eq!(portfolio.conventions_of(&id("poubelles-battle")).count(), 1);
    let histologe = RecordRef::new(RecordKind::Startup, id("histologe"));
    assert_eq!(folder.file_of(&histologe), "startups/anct/2020/histologe.toml");
    assert_eq!(folder.text(&histologe).unwrap(), startup("Histologe"));
    assert_eq!(folder.file_of(&RecordRef::new(RecordKind::Party, id("new"))), "parties/new.toml");
    assert_eq!(folder.count(), 6);
}

#[test]
fn a_non_record_is_a_problem_and_other_records_load() {
    let repo = Repo::plain();
    fs::create_dir_all(repo.root().join("startups/folder.toml")).unwrap();
    File::create(repo.root().join("startups/large.toml")).unwrap().set_len(50_000_000).unwrap();
    repo.write("startups/Bad Name.toml", startup("Bad"));
    repo.write("startups/a/twice.toml", startup("First"));
    repo.write("startups/b/twice.toml", startup("Second"));
    repo.write("startups/latin1.toml", b"name = \"\xe9\"\n");
    let portfolio = load(&mut repo.folder());
    let kinds = problems(&portfolio);
    let unreadable = |why| ProblemKind::Unreadable(why);
    for expected in [
        &ProblemKind::BadFileName("Bad Name.toml".to_owned()),
        &ProblemKind::DuplicateId(vec!["startups/a/twice.toml".to_owned(), "startups/b/twice.toml".to_owned()]),
        &unreadable(Unreadable::NotAFile),
        &unreadable(Unreadable::TooLarge(50_000_000)),
    ] {
        assert!(kinds.contains(&expected), "{expected:?} not in {kinds:?}");
    }
    assert_eq!(startups(&portfolio), ["poubelles-battle", "twice"]);
    assert_eq!(portfolio.startups["twice"].name, "First");
    let marked: BTreeSet<_> = portfolio.unreadable.iter().map(ToString::to_string).collect();
    let expected = ["startup/folder", "startup/large", "startup/latin1"];
    assert_eq!(marked, expected.map(str::to_owned).into());
}

#[cfg(unix)]
#[test]
fn links_are_followed_only_within_the_folder() {
    use std::os::unix::fs::symlink;
    let outside = Repo::plain();
    let repo = Repo::plain();
    let startups_dir = repo.root().join("startups");
    repo.write("elsewhere/linked.toml", startup("Linked"));
    symlink("../elsewhere/linked.toml", startups_dir.join("linked.toml")).unwrap();
    symlink("../elsewhere", startups_dir.join("more")).unwrap();
    repo.write("elsewhere/deep.toml", startup("Deep"));
    symlink("..", startups_dir.join("circle")).unwrap();
    symlink("../startups", repo.root().join("elsewhere/back")).unwrap();
    symlink(outside.root().join("startups/poubelles-battle.toml"), startups_dir.join("out.toml")).unwrap();
    symlink(outside.root().join("startups"), startups_dir.join("others")).unwrap();
    symlink("nowhere", startups_dir.join("dangling.toml")).unwrap();
    symlink("loop.toml", startups_dir.join("loop.toml")).unwrap();
    let mut folder = repo.folder();
    let portfolio = load(&mut folder);
    assert_eq!(startups(&portfolio), ["deep", "linked", "poubelles-battle"]);
    let out = ProblemKind::Unreadable(Unreadable::LinkOut);
    assert_eq!(problems(&portfolio).into_iter().filter(|kind| **kind == out).count(), 2);
    let marked: Vec<_> = portfolio.unreadable.iter().map(ToString::to_string).collect();
    assert_eq!(marked, ["startup/dangling", "startup/loop", "startup/out"]);
    let nowhere = ProblemKind::Unreadable(Unreadable::LinkNowhere);
    assert_eq!(problems(&portfolio).into_iter().filter(|kind| **kind == nowhere).count(), 2, "a circle is one too");
    assert!(folder.text(&RecordRef::new(RecordKind::Startup, id("out"))).is_err());
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_block_loading() {
    let repo = Repo::plain();
    let made = std::process::Command::new("mkfifo").arg(repo.root().join("startups/pipe.toml")).status().unwrap();
    assert!(made.success());
    let mut folder = repo.folder();
    let portfolio = load(&mut folder);
    assert_eq!(problems(&portfolio), [&ProblemKind::Unreadable(Unreadable::NotAFile)]);
    assert!(folder.text(&RecordRef::new(RecordKind::Startup, id("pipe"))).is_err());
}

#[test]
fn reloading_reads_changes_and_forgets_deleted_records() {
    let repo = Repo::plain();
    repo.write("startups/a.toml", startup("A"));
    repo.write("startups/b.toml", startup("B"));
    let settled = [
        "portfolio.toml",
        "parties/dinum.toml",
        "parties/pau.toml",
        "startups/poubelles-battle.toml",
        "startups/a.toml",
        "startups/b.toml",
        "conventions/poubelles-battle-dinum-pau.toml",
    ];
    settle(&repo, &settled);
    let mut folder = repo.folder();
    let first = load(&mut folder);
    assert!(Arc::ptr_eq(&first, &load(&mut folder)), "nothing changed: the very same portfolio");
    repo.write("startups/a.toml", startup("Z"));
    fs::remove_file(repo.root().join("startups/b.toml")).unwrap();
    repo.write("startups/c.toml", startup("C"));
    let second = load(&mut folder);
    assert_eq!(startups(&second), ["a", "c", "poubelles-battle"]);
    assert_eq!(second.startups["a"].name, "Z");
    assert!(Arc::ptr_eq(&first.startups["poubelles-battle"], &second.startups["poubelles-battle"]), "not read again");
    fs::remove_file(repo.root().join("startups/c.toml")).unwrap();
    assert_eq!(startups(&load(&mut folder)), ["a", "poubelles-battle"]);
}

#[test]
fn a_change_with_equal_size_and_time_is_detected() {
    let repo = Repo::plain();
    repo.write("startups/a.toml", startup("-"));
    let mut folder = repo.folder();
    for name in ["A", "B", "C", "D"] {
        repo.write("startups/a.toml", startup(name));
        assert_eq!(load(&mut folder).startups["a"].name, name);
    }
}

#[test]
fn the_first_screen_reads_only_its_startups_and_conventions() {
    let repo = Repo::plain();
    for name in ["alpha", "beta", "gamma"] {
        repo.write(&format!("startups/{name}.toml"), startup(name));
        let convention = format!("title = \"C\"\nkind = \"partnership\"\nstartups = [\"{name}\"]\nparties = []\n");
        repo.write(&format!("conventions/{name}-pau.toml"), convention);
    }
    let mut folder = repo.folder();
    let first = folder.load_first(2);
    assert_eq!(startups(&first), ["alpha", "beta"]);
    assert_eq!(first.conventions.keys().map(Id::as_str).collect::<Vec<_>>(), ["alpha-pau", "beta-pau"]);
    assert_eq!(first.incubator.home, Some(id("dinum")));
    assert!(first.parties.is_empty());
    let all = load(&mut folder);
    assert_eq!(startups(&all), ["alpha", "beta", "gamma", "poubelles-battle"]);
    assert_eq!(all.conventions.len(), 4);
}

#[test]
fn arriving_rows_complete_today_and_never_move_the_selection() {
    let (repo, on) = (Repo::demo("2026-11-22"), "2026-11-22".parse().unwrap());
    let mut folder = repo.folder();
    let first = FirstData::Rows(FirstRows::read(&mut folder, 20, on));
    let mut handler = EffectHandler::new(folder, Arc::new(Locale::new(Language::English)), on, on);
    let mut setup = Setup::new(Language::English, Theme::named("dark", Depth::True).unwrap(), on, (120, 40));
    setup.session.screen = Some("today".to_owned());
    let (mut state, _) = State::new(setup);
    let draw = |state: &State| {
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
        terminal.draw(|frame| ui::draw(state, frame)).unwrap();
        text_of(terminal.backend().buffer())
    };
    let selected = |text: &str| {
        // The figures of the row may change: its clauses arrive with the rest.
        let rows = text.lines().skip(1).filter(|line| line.starts_with('▌'));
        rows.map(|row| row.chars().skip(17).take(20).collect::<String>()).collect::<Vec<_>>()
    };
    state.update(Input::Outcome(Outcome::Data(handler.first(first))));
    state.update(Input::Terminal(Event::Key(KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE))));
    let first = draw(&state);
    assert!(first.contains("Reading ") && first.contains(" of "), "{first}");
    let before = selected(&first);
    assert_eq!(before.len(), 1, "{first}");
    let mut rows = Vec::new();
    for outcome in handler.outcomes(&[Effect::Reload]) {
        if let Outcome::Data(data) = &outcome {
            rows.push((data.today.items.len(), data.loading.is_none()));
        }
        state.update(Input::Outcome(outcome));
        let text = draw(&state);
        assert_eq!(selected(&text), before, "{text}");
    }
    let last = rows.last().copied().unwrap();
    assert!(last.0 > 60 && rows.len() >= 2 && rows.iter().all(|one| *one == last), "complete at once: {rows:?}");
    assert!(!draw(&state).contains("Reading "));
}

#[test]
fn progress_is_reported_until_the_end() {
    let repo = Repo::plain();
    for n in 0..50 {
        repo.write(&format!("startups/s{n}.toml"), startup("S"));
    }
    let most = AtomicUsize::new(0);
    let mut folder = repo.folder();
    let total = folder.count();
    folder.load(&|progress| {
        assert_eq!(progress.total, total);
        most.fetch_max(progress.read, Ordering::Relaxed);
    });
    assert_eq!(most.into_inner(), total);
}

#[test]
fn an_answer_about_one_record_does_not_depend_on_unrelated_records() {
    let locale = Locale::new(Language::English);
    for (repo, as_of) in [(Repo::sample(), "2020-12-01"), (Repo::demo("2026-11-23"), "2026-11-23")] {
        let all = repo.folder().load(&|_| {});
        for record in repo.folder().records() {
            let related = repo.folder().load_related(&record);
            let answer = |portfolio: &Portfolio| {
                let answer = json::show(portfolio, &record, as_of.parse().unwrap(), &[], &locale);
                json::text(&answer).unwrap()
            };
            assert_eq!(answer(&related), answer(&all), "{record}");
        }
    }
}

#[test]
fn an_explanation_of_one_record_does_not_depend_on_unrelated_records() {
    let locale = Locale::new(Language::English);
    let mut explained = 0;
    for (repo, as_of) in [(Repo::sample(), "2020-12-01"), (Repo::demo("2026-11-23"), "2026-11-23")] {
        let as_of = as_of.parse().unwrap();
        let topics = |portfolio: &Portfolio, record: &RecordRef| {
            let answers = rules::answers(portfolio, as_of);
            let today = rules::today(portfolio, &answers, as_of);
            let cache = FiguresCache::default();
            let explainer = Explainer { portfolio, answers: &answers, today: &today, as_of, locale: &locale, cache };
            let topics = explainer.topics(record).into_iter();
            topics.map(|what| (explainer.explain(record, &what), what)).collect::<Vec<_>>()
        };
        let all = repo.folder().load(&|_| {});
        for record in repo.folder().records() {
            let of_all = topics(&all, &record);
            assert_eq!(topics(&repo.folder().load_related(&record), &record), of_all, "{record}");
            explained += of_all.len();
        }
    }
    assert!(explained > 500, "{explained}");
}

#[test]
fn an_edit_of_one_record_does_not_depend_on_unrelated_records() {
    let repo = Repo::demo("2026-11-23");
    let all = repo.folder().load(&|_| {});
    let today = "2026-11-23".parse().unwrap();
    let mut edited = 0;
    for record in repo.folder().records() {
        let Some(related) = repo.folder().load_for_edit(std::slice::from_ref(&record)) else { continue };
        for intention in intentions(&all, &record) {
            let edit = |portfolio: &Portfolio| edit::edit(portfolio, std::slice::from_ref(&intention), today);
            assert_eq!(edit(&related), edit(&all), "{intention:?}");
            edited += usize::from(edit(&all).is_ok());
        }
    }
    assert!(edited > 100, "{edited}");
}

/// A note, payments of every contribution, and the fulfilment of every obligation.
fn intentions(portfolio: &Portfolio, record: &RecordRef) -> Vec<Intention> {
    let on = "2026-11-20".parse().unwrap();
    let mut intentions: Vec<Intention> = Vec::new();
    if portfolio.startups.contains_key(&record.id) && record.kind == RecordKind::Startup {
        let startup = record.id.clone();
        intentions.push(NoteVerb { startup, on, text: "A note".to_owned(), source: None }.into());
    }
    let Some(convention) = portfolio.conventions.get(&record.id).filter(|_| record.kind == RecordKind::Convention)
    else {
        return intentions;
    };
    let amendments = portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
    for holder in std::iter::once(convention.as_ref()).chain(amendments) {
        let id = || convention.id.clone();
        intentions.extend(holder.contributions.iter().map(|one| {
            let contribution = one.id.clone();
            let (amount, tranche) = (Money::from_cents(10_000), None);
            PayVerb { convention: id(), contribution, amount, on, tranche, reference: None }.into()
        }));
        intentions.extend(holder.obligations.iter().map(|one| {
            let obligation = one.id.clone();
            DoneVerb { convention: id(), obligation: obligation.to_string(), on, evidence: None, due: None }.into()
        }));
    }
    intentions
}

#[test]
fn answers_computed_alone_equal_their_part_of_all_answers() {
    let as_of = "2026-11-23".parse().unwrap();
    let portfolio = Repo::demo("2026-11-23").folder().load(&|_| {});
    let all = rules::answers(&portfolio, as_of);
    assert!(all.occurrences.len() > 100, "{}", all.occurrences.len());
    assert_eq!(rules::startup_summaries(&portfolio, as_of, &AllCores), all.startups);
    assert_eq!(rules::occurrences(&portfolio, as_of, &AllCores), all.occurrences);
    assert_eq!(rules::funding(&portfolio, as_of, &AllCores), (all.funding, rules::budget_years(&portfolio, as_of)));
}

#[test]
fn an_edit_of_one_record_loads_no_unrelated_records() {
    let repo = Repo::sample();
    let related = repo.folder().load_for_edit(&[RecordRef::spelled("startup/histologe").unwrap()]).unwrap();
    assert_eq!((related.startups.len(), related.conventions.len()), (1, 0));
    assert!(!related.parties.is_empty());
}

#[test]
fn unrelated_records_are_not_loaded() {
    let repo = Repo::sample();
    let related = repo.folder().load_related(&RecordRef::spelled("startup/histologe").unwrap());
    assert_eq!(related.startups.len(), 1);
    assert!(related.conventions.keys().any(|id| id.as_str() == "histologe-pau-anct"));
    assert!(!related.conventions.keys().any(|id| id.as_str().starts_with("comobi")));
}
