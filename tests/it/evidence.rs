//! `--file`: the file that proves a fact is committed with it, or recorded by name and hash.

use std::fs::{self, File};
use std::process::Output;
use std::time::Duration;

use couveuse::edit::{self, HandEditPolicy, Intention, verb};
use couveuse::model::Id;
use couveuse::store::SaveError;

use crate::support::Repo;

const PAGE: &str = "poubelles-battle-dinum-pau/statistics-page";
const RECORD: &str = "conventions/poubelles-battle-dinum-pau.toml";

fn done(repo: &Repo, entry: &str, options: &[&str]) -> Output {
    let arguments = [&["done", entry, "--on", "2020-11-20", "--lang", "en"], options].concat();
    repo.couveuse(&arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), output.stderr.as_slice()].concat()).replace('\u{a0}', " ")
}

/// The subjects of the commits since `before`, the oldest first.
fn commits(repo: &Repo, before: &str) -> Vec<String> {
    let subjects = repo.git(&["log", "--format=%s", "--reverse", &format!("{before}..")]);
    subjects.lines().map(str::to_owned).collect()
}

#[test]
fn folders_and_records_are_no_evidence() {
    let repo = Repo::new();
    repo.write("papers/report.txt", "Report\n");
    repo.write("parties/pau.toml", "name = \"Pau\"\n");
    let state = (repo.head(), repo.state());
    for (file, english, french) in [
        ("papers", "is not a file", "n’est pas un fichier"),
        (".", "is not a file", "n’est pas un fichier"),
        ("parties/pau.toml", "is a record", "est une fiche"),
        ("papers/../portfolio.toml", "is a record", "est une fiche"),
    ] {
        for (language, words) in [("en", english), ("fr", french)] {
            let arguments = ["done", PAGE, "--file", file, "--lang", language];
            let refused = repo.couveuse(&arguments).output().unwrap();
            assert_eq!(refused.status.code(), Some(2), "{file}: {}", said(&refused));
            assert!(said(&refused).contains(words), "{file}: {}", said(&refused));
        }
    }
    assert_eq!((repo.head(), repo.state()), state, "nothing is committed or staged");
}

#[test]
fn a_file_that_no_clone_will_have_is_recorded_by_its_hash() {
    let repo = Repo::new();
    let module = Repo::new();
    let from = module.root().display().to_string();
    repo.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "module"]);
    repo.write(".gitignore", "/ignored\n");
    repo.commit_all("A submodule");
    repo.write("ignored/scan.txt", "scan");
    repo.git(&["clone", "--quiet", &from, "nested"]);
    repo.write("nested/scan.txt", "scan");
    repo.write("module/scan.txt", "scan");
    repo.write(".git/scan.txt", "scan");
    let hash = "59ad1b2fc74287ded1bba7af67765d23ad4a49f1ae51902cc2ed3f8ebee96cfa";
    for (n, folder) in ["ignored", "nested", "module", ".git"].into_iter().enumerate() {
        let before = repo.head();
        let file = format!("{folder}/scan.txt");
        let on = format!("2020-11-{:02}", n + 1);
        let output = repo.couveuse(&["done", PAGE, "--on", &on, "--file", &file]).output().unwrap();
        assert!(output.status.success(), "{folder}: {}", said(&output));
        assert_eq!(commits(&repo, &before).len(), 1, "{folder}");
        let record = repo.read(RECORD);
        assert_eq!(record.matches(&format!("\"scan.txt (SHA-256 {hash})\"")).count(), n + 1, "{folder}: {record}");
    }
}

/// The files of the last commit.
fn files(repo: &Repo) -> Vec<String> {
    let names = repo.git(&["-c", "core.quotePath=false", "show", "--format=", "--name-only", "HEAD"]);
    names.lines().map(str::to_owned).collect()
}

#[test]
fn a_file_is_committed_with_its_fact_and_once() {
    let repo = Repo::new();
    // Larger than any record, and not UTF-8.
    fs::create_dir(repo.root().join("papers")).unwrap();
    fs::write(repo.root().join("papers/scan [1].pdf"), vec![0xFF; 3 << 20]).unwrap();
    let before = repo.head();
    let output = done(&repo, PAGE, &["--file", "papers/scan [1].pdf", "--evidence", "signed"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(commits(&repo, &before).len(), 1);
    assert_eq!(files(&repo), [RECORD, "papers/scan [1].pdf"]);
    assert!(repo.read(RECORD).contains("\"signed (papers/scan [1].pdf)\""));
    repo.assert_sound("after the first");
    let output =
        repo.couveuse(&["done", PAGE, "--on", "2020-11-21", "--file", "papers/scan [1].pdf"]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(files(&repo), [RECORD], "the file is committed already");
    for _ in 0..2 {
        assert!(repo.couveuse(&["undo"]).status().unwrap().success());
    }
    assert!(!repo.read(RECORD).contains("scan [1]"));
    assert!(repo.root().join("papers/scan [1].pdf").exists(), "an undo keeps the file");
    repo.assert_sound("after both undos");
}

#[test]
fn other_uncommitted_lines_stay_when_a_file_is_committed() {
    let repo = Repo::new();
    repo.write(RECORD, repo.read(RECORD) + "# by hand\n");
    repo.write("scan.txt", "scan");
    repo.write("staged.txt", "staged");
    repo.git(&["add", "staged.txt"]);
    let both = done(&repo, PAGE, &["--file", "scan.txt", "--hand-edits", "leave"]);
    assert!(both.status.success(), "{}", said(&both));
    assert_eq!(files(&repo), [RECORD, "scan.txt"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), format!(" M {RECORD}\nA  staged.txt\n"));
}

#[test]
fn a_hook_that_refuses_leaves_the_file_as_it_was() {
    let repo = Repo::new();
    repo.hook("pre-commit", "exit 1");
    repo.write("scan.txt", "scan");
    let state = (repo.head(), repo.state());
    let refused = done(&repo, PAGE, &["--file", "scan.txt"]);
    assert!(!refused.status.success(), "{}", said(&refused));
    assert_eq!((repo.head(), repo.state()), state);
    assert_eq!(repo.read("scan.txt"), "scan");
}

#[test]
fn options_that_an_entry_does_not_have_are_refused() {
    let repo = Repo::new();
    let more = "\n[[conditions]]\nid = \"b\"\nwhat = \"Un référent\"\n\n[[actions]]\nid = \"a\"\nwhat = \"Relancer\"\n";
    repo.write("startups/poubelles-battle.toml", repo.read("startups/poubelles-battle.toml") + more);
    repo.commit_all("Tasks");
    repo.write("scan.txt", "scan");
    let before = repo.head();
    for (entry, option, value) in [
        ("poubelles-battle/papers", "--file", Some("scan.txt")),
        ("poubelles-battle/papers", "--evidence", Some("a mail")),
        ("poubelles-battle/papers", "--due", Some("2020-08-13")),
        ("poubelles-battle/actions.a", "--file", Some("scan.txt")),
        ("poubelles-battle/actions.a", "--evidence", Some("a mail")),
        ("poubelles-battle/actions.a", "--due", Some("2020-08-13")),
        ("poubelles-battle/actions.a", "--not-met", None),
        ("poubelles-battle/conditions.b", "--due", Some("2020-08-13")),
        (PAGE, "--not-met", None),
    ] {
        let refused = done(&repo, entry, &[&[option][..], value.as_slice()].concat());
        assert_eq!(refused.status.code(), Some(2), "{entry} {option}: {}", said(&refused));
        assert!(said(&refused).contains(&format!("{option} does not apply to {entry}")), "{}", said(&refused));
    }
    assert_eq!(repo.head(), before, "no file is committed for them");
    let met = done(&repo, "poubelles-battle/conditions.b", &["--file", "scan.txt"]);
    assert!(met.status.success(), "{}", said(&met));
    assert_eq!(commits(&repo, &before).len(), 1);
    repo.assert_sound("after the condition");
}

#[test]
fn a_refused_edit_leaves_no_commit_of_its_evidence() {
    for hook in [false, true] {
        let repo = Repo::new();
        if hook {
            repo.hook("pre-commit", "exit 0");
        }
        repo.write(RECORD, repo.read(RECORD) + "# by hand\n");
        repo.write("scan.txt", "scan");
        let state = (repo.head(), repo.state());
        let refused = done(&repo, PAGE, &["--file", "scan.txt"]);
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
        assert!(said(&refused).contains("uncommitted"), "{}", said(&refused));
        assert_eq!((repo.head(), repo.state()), state);
        let both = done(&repo, PAGE, &["--file", "scan.txt", "--hand-edits", "commit"]);
        assert!(both.status.success(), "{}", said(&both));
        assert_eq!(commits(&repo, &state.0).len(), 1);
        repo.assert_sound("after both");
    }
}

#[test]
fn files_are_committed_under_the_save_lock() {
    let repo = Repo::new();
    repo.write("scan.txt", "scan");
    let page = verb::DoneVerb {
        convention: Id::new("poubelles-battle-dinum-pau").unwrap(),
        obligation: "statistics-page".to_owned(),
        on: "2020-11-20".parse().unwrap(),
        evidence: Some("scan.txt".to_owned()),
        due: None,
    };
    let mut folder = repo.folder().with_wait_limit(Duration::from_millis(1));
    let portfolio = folder.load(&|_| {});
    let edit = edit::edit(&portfolio, &[Intention::Done(page)], "2020-12-01".parse().unwrap()).unwrap();
    let file = fs::canonicalize(repo.root().join("scan.txt")).unwrap();
    let before = repo.head();
    let held = File::open(repo.root().join(".git")).unwrap();
    held.try_lock().unwrap();
    let refused = folder.save_proving(&edit, HandEditPolicy::Refuse, &file);
    assert!(matches!(refused, Err(SaveError::Locked(_))), "{refused:?}");
    let refused = folder.install_merge_driver();
    assert!(matches!(refused, Err(SaveError::Locked(_))), "{refused:?}");
    assert_eq!(repo.head(), before);
    held.unlock().unwrap();
    folder.save_proving(&edit, HandEditPolicy::Refuse, &file).unwrap();
    assert_eq!(commits(&repo, &before).len(), 1);
    repo.assert_sound("after the file");
}

#[test]
fn a_kill_at_each_step_commits_file_and_fact_or_neither() {
    let template = Repo::new();
    template.write("scan.txt", "scan");
    let before = template.head();
    for at in 1.. {
        let repo = template.copied();
        let mut command = repo.couveuse(&["done", PAGE, "--on", "2020-11-20", "--file", "scan.txt"]);
        let output = command.env("COUVEUSE_FAULT", format!("kill:{at}")).output().unwrap();
        if output.status.code().is_some() {
            assert!(output.status.success() && at > 5, "step {at}: {}", said(&output));
            break;
        }
        repo.folder().recover().unwrap();
        let status = if repo.head() == before { "?? scan.txt\n" } else { "" };
        assert_eq!(repo.git(&["status", "--porcelain"]), status, "killed at step {at}");
        assert_eq!(repo.strays(), [""; 0], "killed at step {at}");
        assert_eq!(repo.read("scan.txt"), "scan", "killed at step {at}");
    }
}
