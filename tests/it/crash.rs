//! Saves that fail or are killed at any step leave the old state or the new one, and lose nothing.

use std::fs;
use std::process::{Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use couveuse::cli::effects::EffectHandler;
use couveuse::edit::{self, Edit, HandEditPolicy, Intention, verb};
use couveuse::locale::{Language, Locale};
use couveuse::model::{Id, Money, RecordKind, RecordRef};
use couveuse::store::{Folder, InjectedFault, SaveError, Saved};
use couveuse::ui::Outcome;

use crate::support::{CONVENTION, Repo};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";
const STARTUP_FILE: &str = "startups/poubelles-battle.toml";

/// Each verb once, in an order in which each can follow the one before.
const VERBS: &[&[&str]] = &[
    &["done", "poubelles-battle-dinum-pau/statistics-page", "--on", "4/3/2021"],
    &["pay", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021"],
    &["sign", "poubelles-battle-dinum-pau", "--on", "20/2/2020"],
    &["hold", "poubelles-battle", "--on", "20/8/2020", "--decision", "continue"],
    &["plan", "poubelles-battle", "--on", "+20"],
    &["phase", "poubelles-battle", "acceleration", "--from", "1/1/2021"],
    &["indicator", "poubelles-battle", "Visites", "120"],
    &["note", "poubelles-battle", "Une remarque"],
    &["action", "poubelles-battle", "Relancer", "--owner", "Coach", "--due", "+14"],
    &["finish", "poubelles-battle", "Relancer"],
    &["call", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021"],
    &["spend", "poubelles-battle-dinum-pau", "1200", "Coaching", "--paid", "5/3/2021"],
    &["resource", "poubelles-battle-dinum-pau", "Un développeur", "--from", "pau"],
    &["amend", "poubelles-battle-dinum-pau", "avenant-1", "--title", "Avenant", "--months", "18"],
    &["account", "pau", "--iban", "FR85 3000 1001 85C6 0100 0000 048"],
    &["new", "party", "oise", "--name", "Oise"],
    &["new", "startup", "ma-cantine", "--name", "Ma cantine"],
    &["new", "convention", "ma-cantine-pau", "--startup", "ma-cantine", "--contribution", "pau:dinum=20000"],
    &["set", "poubelles-battle", "site", "https://example.org"],
    &["undo"],
    &["redo"],
];

fn run(repo: &Repo, arguments: &[&str], fault: Option<usize>) -> Output {
    let mut command = repo.couveuse(arguments);
    command.args(["--lang", "en"]);
    if let Some(at) = fault {
        command.env("COUVEUSE_FAULT", format!("kill:{at}"));
    }
    command.output().unwrap()
}

fn was_killed(output: &Output) -> bool {
    output.status.code().is_none()
}

/// The commit of HEAD.
fn tip(repo: &Repo) -> git2::Oid {
    let repo = git2::Repository::open(repo.root()).unwrap();
    repo.head().unwrap().target().unwrap()
}

/// The parent of HEAD.
fn parent(repo: &Repo) -> git2::Oid {
    let repo = git2::Repository::open(repo.root()).unwrap();
    repo.head().unwrap().peel_to_commit().unwrap().parent_id(0).unwrap()
}

/// Kills a command at its first step, its second, and so on, each time in a copy of the same folder, until it
/// completes. Returns the number of steps and the final folder.
fn kill_at_each_step(before: &Repo, arguments: &[&str]) -> (usize, Repo) {
    let head = tip(before);
    for at in 1.. {
        let repo = before.copied();
        let output = run(&repo, arguments, Some(at));
        let when = format!("{arguments:?} killed at step {at}");
        if !was_killed(&output) {
            assert!(output.status.success(), "{when}: {}", String::from_utf8_lossy(&output.stderr));
            assert_ne!(tip(&repo), head);
            repo.assert_sound(&format!("{arguments:?}"));
            repo.git(&["fsck", "--strict", "--no-dangling"]);
            return (at - 1, repo);
        }
        repo.folder().recover().unwrap();
        repo.assert_sound(&when);
        assert!(tip(&repo) == head || parent(&repo) == head, "{when}");
    }
    unreachable!()
}

#[test]
fn each_verb_killed_at_each_step_leaves_the_old_or_the_new_state() {
    let mut repo = Repo::new();
    for arguments in VERBS {
        let (steps, after) = kill_at_each_step(&repo, arguments);
        assert!(steps > 10, "{arguments:?} has {steps} steps");
        repo = after;
    }
}

#[cfg(unix)]
#[test]
fn with_hooks_a_kill_at_each_step_leaves_the_old_or_the_new_state() {
    let mut repo = Repo::new();
    repo.hook("pre-commit", "exit 0");
    for arguments in [VERBS[0], VERBS[15], &["undo"]] {
        let (steps, after) = kill_at_each_step(&repo, arguments);
        assert!(steps > 5, "{arguments:?} has {steps} steps");
        repo = after;
    }
}

#[test]
fn changes_made_after_the_kill_stay() {
    let done = VERBS[0];
    let template = Repo::new();
    let (steps, _) = kill_at_each_step(&template, done);
    let mut finished = 0;
    for at in 1..=steps {
        let repo = template.copied();
        assert!(was_killed(&run(&repo, done, Some(at))));
        let mine = format!("# Mine.\n{}", repo.read(FILE));
        repo.write(FILE, &mine);
        let recovered = repo.folder().recover().unwrap();
        finished += usize::from(recovered.is_some_and(|recovered| recovered.is_finished));
        assert_eq!(repo.read(FILE), mine, "killed at step {at}");
        assert_eq!(repo.strays(), [""; 0], "killed at step {at}");
    }
    assert_eq!(finished, 1, "only where the branch had moved");
}

#[test]
fn the_next_command_finishes_an_interrupted_save_and_says_so() {
    for (next, commits) in [(VERBS[2], 3), (&["list"][..], 2)] {
        let repo = Repo::new();
        let (steps, _) = kill_at_each_step(&repo, VERBS[0]);
        assert!(was_killed(&run(&repo, VERBS[0], Some(steps - 1))));
        let output = run(&repo, next, None);
        assert!(output.status.success());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("finished an interrupted save: poubelles-battle: statistics page"), "{said}");
        assert_eq!(repo.git(&["log", "--format=%s"]).lines().count(), commits);
        repo.assert_sound("after");
    }
}

#[test]
fn foreign_locks_are_not_removed() {
    let template = Repo::new();
    for at in 1..=kill_at_each_step(&template, VERBS[0]).0 {
        let repo = template.copied();
        let lock = repo.root().join(".git/index.lock");
        assert!(was_killed(&run(&repo, VERBS[0], Some(at))));
        // The user took our lock away, and another git took it.
        let _ = fs::remove_file(&lock);
        fs::write(&lock, "").unwrap();
        let outcome = repo.folder().with_wait_limit(Duration::from_millis(5)).recover();
        assert!(matches!(&outcome, Ok(None) | Err(SaveError::Locked(_))), "{outcome:?}");
        assert!(lock.exists(), "killed at step {at}");
        fs::remove_file(&lock).unwrap();
        repo.folder().recover().unwrap();
        repo.assert_sound(&format!("killed at step {at}"));
    }
}

/// An operation on a folder that was prepared for it.
struct Case {
    name: &'static str,
    hook: bool,
    prepare: fn(&Repo),
    act: fn(&Folder) -> Result<Saved, SaveError>,
}

const CASES: &[Case] = &[
    Case {
        name: "one record",
        hook: false,
        prepare: |_| {},
        act: |folder| folder.save(&page(folder), HandEditPolicy::Refuse),
    },
    Case {
        name: "several",
        hook: false,
        prepare: |_| {},
        act: |folder| folder.save(&several(folder), HandEditPolicy::Refuse),
    },
    Case {
        name: "together",
        hook: false,
        prepare: write_by_hand,
        act: |folder| folder.save(&page(folder), HandEditPolicy::Commit),
    },
    Case {
        name: "apart",
        hook: false,
        prepare: write_by_hand,
        act: |folder| folder.save(&page(folder), HandEditPolicy::Leave),
    },
    Case {
        name: "by hand",
        hook: false,
        prepare: write_by_hand,
        act: |folder| folder.commit_manual_edits(&convention()),
    },
    Case {
        name: "with hooks",
        hook: true,
        prepare: |_| {},
        act: |folder| folder.save(&several(folder), HandEditPolicy::Refuse),
    },
    Case {
        name: "apart, with hooks",
        hook: true,
        prepare: write_by_hand,
        act: |folder| folder.save(&page(folder), HandEditPolicy::Leave),
    },
    Case { name: "undo", hook: false, prepare: save_one, act: |folder| folder.undo(None) },
    Case { name: "redo", hook: false, prepare: undo_one, act: |folder| folder.redo() },
];

fn convention() -> RecordRef {
    RecordRef::new(RecordKind::Convention, Id::new("poubelles-battle-dinum-pau").unwrap())
}

fn edit_of(folder: &Folder, intentions: &[Intention]) -> Edit {
    let portfolio = Folder::open(folder.root()).unwrap().load(&|_| {});
    edit::edit(&portfolio, intentions, "2021-03-05".parse().unwrap()).unwrap()
}

fn page(folder: &Folder) -> Edit {
    let pay = Intention::Pay(verb::PayVerb {
        convention: convention().id,
        contribution: "pau".to_owned(),
        amount: Money::euros(100),
        on: "2021-03-05".parse().unwrap(),
        tranche: None,
        reference: None,
    });
    edit_of(folder, &[pay])
}

fn several(folder: &Folder) -> Edit {
    let note = Intention::Note(verb::NoteVerb {
        startup: Id::new("poubelles-battle").unwrap(),
        on: "2021-03-04".parse().unwrap(),
        text: "Together".to_owned(),
        source: None,
    });
    let party = Intention::NewParty(verb::NewPartyVerb {
        id: Id::new("oise").unwrap(),
        name: "Département de l'Oise".to_owned(),
        kind: None,
    });
    edit_of(folder, &[note, party])
}

fn write_by_hand(repo: &Repo) {
    repo.write(FILE, CONVENTION.replace("# one only", "# but one"));
}

fn save_one(repo: &Repo) {
    let folder = repo.folder();
    folder.save(&page(&folder), HandEditPolicy::Refuse).unwrap();
}

fn undo_one(repo: &Repo) {
    save_one(repo);
    repo.folder().undo(None).unwrap();
}

/// HEAD, the state of index and work tree, and every file.
fn everything(repo: &Repo) -> (String, (String, String), Vec<String>) {
    let files = [FILE, STARTUP_FILE, "parties/oise.toml"];
    let read = |file: &&str| fs::read_to_string(repo.root().join(file)).unwrap_or_default();
    (repo.head(), repo.state(), files.iter().map(read).collect())
}

#[test]
fn a_failure_at_any_step_changes_nothing() {
    for case in CASES.iter().filter(|case| cfg!(unix) || !case.hook) {
        let template = Repo::new();
        #[cfg(unix)]
        if case.hook {
            template.hook("pre-commit", "exit 0");
        }
        (case.prepare)(&template);
        let before = everything(&template);
        for at in 1.. {
            let folder = template.folder().with_fault(InjectedFault::Fail(at));
            let outcome = (case.act)(&folder);
            let when = format!("{}, step {at}: {outcome:?}", case.name);
            assert_eq!(template.strays(), [""; 0], "{when}");
            if !folder.hit_fault() {
                assert!(outcome.is_ok() && at > 5, "{when}");
                break;
            }
            // After the last steps, the commit is made and reported.
            if outcome.is_ok() {
                assert_ne!(template.head(), before.0, "{when}");
                break;
            }
            assert_eq!(everything(&template), before, "{when}");
        }
    }
}

/// Starts the program and kills it after some time. Returns whether it had ended before.
fn kill_after(repo: &Repo, text: &str, time: Duration) -> bool {
    let mut command = repo.couveuse(&["note", "poubelles-battle", text, "--lang", "en"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap().success()
}

/// Kills the program at this many moments, spread over its run time.
#[expect(clippy::print_stdout, reason = "figures for who runs it alone")]
fn kill_at_random(kills: u32) {
    let repo = Repo::new();
    let started = Instant::now();
    for text in ["first", "second"] {
        assert!(run(&repo, &["note", "poubelles-battle", text], None).status.success());
    }
    let whole = started.elapsed() / 2;
    let mut made = Vec::new();
    let (mut killed, mut finished) = (0, 0);
    for n in 0..kills {
        let text = format!("kill-{n:04}");
        // Steps of the golden ratio cover the run time evenly for any number of kills.
        let part = (f64::from(n) * 0.618_033_988_75).fract() * 1.2;
        let ended = kill_after(&repo, &text, whole.mul_f64(part));
        killed += u32::from(!ended);
        finished += u32::from(repo.folder().recover().unwrap().is_some_and(|recovered| recovered.is_finished));
        repo.assert_sound(&text);
        let is_there = repo.read(STARTUP_FILE).contains(&text);
        assert!(is_there || !ended, "{text} was told to be saved");
        made.extend(is_there.then_some(text));
    }
    let history = repo.git(&["log", "--format=%s"]);
    for text in &made {
        assert_eq!(history.lines().filter(|line| line.ends_with(text)).count(), 1, "{text}");
    }
    assert_eq!(history.lines().count(), made.len() + 3, "nothing else was committed");
    repo.git(&["fsck", "--strict", "--no-dangling"]);
    println!("{kills} kills: {killed} cut it short, {} edits made, {finished} of them finished later", made.len());
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_or_the_new_state() {
    kill_at_random(40);
}

#[test]
#[ignore = "takes minutes"]
fn a_thousand_kills_lose_no_edit() {
    kill_at_random(1_000);
}

#[test]
fn a_failed_recovery_is_reported_separately_from_the_edit() {
    let template = Repo::new();
    let (steps, _) = kill_at_each_step(&template, VERBS[0]);
    let repo = template.copied();
    assert!(was_killed(&run(&repo, VERBS[0], Some(steps - 1))));
    // The lock of another git replaces ours.
    let lock = repo.root().join(".git/index.lock");
    let _ = fs::remove_file(&lock);
    fs::write(&lock, "").unwrap();
    let (today, locale) = ("2021-03-05".parse().unwrap(), Arc::new(Locale::new(Language::English)));
    let mut handler = EffectHandler::new(repo.folder().with_wait_limit(Duration::from_millis(5)), locale, today, today);
    let told = Mutex::new(Vec::new());
    handler.begin(&|outcome| told.lock().unwrap().push(outcome));
    let told = told.into_inner().unwrap();
    assert!(matches!(&told[..], [Outcome::Message(words)] if words.contains("index.lock")), "{told:?}");
}
