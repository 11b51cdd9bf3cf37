//! `couveuse sync` and `couveuse init --merge-driver` from a shell.

use std::process::Output;

use super::{CONVENTION, STARTUP, Two, edit, is_whole, sync};
use crate::support::Repo;

fn run(repo: &Repo, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = repo.couveuse(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// Two clones with one conflicting field; the coach has not synced yet.
fn asked() -> Two {
    let two = Two::new();
    edit(&two.lead, CONVENTION, "article  = \"2\"", "article  = \"3\"");
    edit(&two.coach, CONVENTION, "article  = \"2\"", "article  = \"4\"");
    sync(&two.lead);
    two
}

const PLACE: &str = "poubelles-battle-dinum-pau:obligations[0].article";

#[test]
fn received_and_sent_commits_are_counted() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    assert_eq!(run(&two.lead, &["sync"]), (Some(0), "No commits received, 1 sent\n".into(), String::new()));
    let told = "1 commit reçu, aucun envoyé\n  startup/poubelles-battle\n";
    assert_eq!(run(&two.coach, &["sync", "--lang", "fr"]), (Some(0), told.into(), String::new()));
    assert_eq!(run(&two.coach, &["sync"]).1, "Already up to date\n");
}

#[test]
fn a_question_shows_both_values_and_how_to_answer() {
    let two = asked();
    let (code, said, complaint) = run(&two.coach, &["sync"]);
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert_eq!(
        complaint,
        "convention/poubelles-battle-dinum-pau obligations[0].article\n\
         \x20 was: \"2\"\n\
         \x20 1 local (Coaching Office, 1 Dec 2020): \"4\"\n\
         \x20 2 remote (Lead Office, 1 Dec 2020): \"3\"\n\n\
         couveuse sync --ours 'convention/poubelles-battle-dinum-pau:obligations[0].article' keeps the local value, \
         --theirs 'convention/poubelles-battle-dinum-pau:obligations[0].article' keeps the remote one; --ours-all and \
         --theirs-all decide all\n\
         couveuse: 1 value was changed on both sides – nothing was changed; choose which values to keep, then sync again\n"
    );
    let (code, said, _) = run(&two.coach, &["sync", "--json"]);
    assert_eq!(code, Some(1));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["synced"], false);
    assert_eq!(
        said["questions"][0],
        serde_json::json!({
            "record": "convention/poubelles-battle-dinum-pau", "path": "obligations[0].article", "was": "\"2\"",
            "ours": {"value": "\"4\"", "by": "Coaching Office", "on": "2020-12-01"},
            "theirs": {"value": "\"3\"", "by": "Lead Office", "on": "2020-12-01"},
        })
    );
    is_whole(&two.coach);
}

#[test]
fn questions_are_answered_one_by_one_or_all_at_once() {
    for (arguments, kept) in [
        (&["--ours", PLACE][..], "4"),
        (&["--theirs", PLACE], "3"),
        (&["--theirs-all", "--ours", PLACE], "4"),
        (&["--theirs-all"], "3"),
        (&["--ours-all"], "4"),
    ] {
        let two = asked();
        let arguments: Vec<&str> = ["sync"].iter().chain(arguments).copied().collect();
        let (code, said, complaint) = run(&two.coach, &arguments);
        assert_eq!((code, complaint.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(said.starts_with("1 commit received, 2 sent\n"), "{said}");
        sync(&two.lead);
        two.agree();
        assert!(two.lead.read(CONVENTION).contains(&format!("article  = \"{kept}\"")), "{arguments:?}");
    }
    let two = asked();
    assert_eq!(run(&two.coach, &["sync", "--ours", "poubelles-battle-dinum-pau:title"]).0, Some(1));
    assert_eq!(run(&two.coach, &["sync", "--ours-all", "--theirs-all"]).0, Some(2));
}

#[test]
fn an_error_is_one_line_with_its_remedy() {
    let repo = Repo::new();
    let said = "couveuse: no remote is configured – run git remote add origin ADDRESS, then sync again\n";
    assert_eq!(run(&repo, &["sync"]), (Some(1), String::new(), said.into()));
    let two = Two::new();
    two.coach.git(&["remote", "set-url", "origin", "/nowhere/at/all"]);
    let (code, _, complaint) = run(&two.coach, &["sync"]);
    assert_eq!((code, complaint.lines().count()), (Some(1), 1), "{complaint}");
    assert!(complaint.starts_with("couveuse: cannot reach origin: ") && complaint.contains("/nowhere/at/all"));
    let without_git = two.coach.couveuse(&["sync"]).env("PATH", "/nowhere").output().unwrap();
    let said = String::from_utf8(without_git.stderr).unwrap();
    assert_eq!(said, "couveuse: git not found – sync requires git: install it\n");
}

#[test]
fn the_merge_driver_is_installed_once() {
    let two = Two::new();
    let (code, said, _) = run(&two.lead, &["init", "--merge-driver"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("git now merges records by meaning: committed in .gitattributes"), "{said}");
    assert_eq!(two.lead.git(&["log", "-1", "--format=%s"]).trim(), "Merge records by meaning");
    assert_eq!(run(&two.lead, &["init", "--merge-driver"]).1, "git already merges records by meaning here\n");
    sync(&two.lead);
    sync(&two.coach);
    let (_, said, _) = run(&two.coach, &["init", "--merge-driver"]);
    assert!(said.starts_with("git now merges records by meaning here"), "{said}");
    two.agree();
    for file in ["portfolio.toml", STARTUP, "startups/anct/histologe.toml", CONVENTION, "parties/pau.toml"] {
        let told = two.coach.git(&["check-attr", "merge", file]);
        assert_eq!(told.trim(), format!("{file}: merge: couveuse"));
    }
    assert_eq!(
        two.coach.git(&["check-attr", "merge", "schema/party.toml"]).trim(),
        "schema/party.toml: merge: unspecified"
    );
    let driver = two.coach.git(&["config", "merge.couveuse.driver"]);
    let program = env!("CARGO_BIN_EXE_couveuse");
    assert!(driver.starts_with(&format!("program='{program}';")), "the driver needs no PATH: {driver}");
    assert!(driver.contains("merge-driver %O %A %B %P") && driver.contains("git merge-file"), "{driver}");
}

#[test]
fn existing_attributes_stay_and_uncommitted_ones_are_not_committed() {
    let repo = Repo::new();
    repo.write(".gitattributes", "*.md text");
    assert_eq!(run(&repo, &["init", "--merge-driver"]).0, Some(1));
    assert_eq!(repo.read(".gitattributes"), "*.md text");
    repo.commit_all("Attributes");
    repo.hook("pre-commit", "echo 'not today' >&2; exit 1");
    let (code, _, complaint) = run(&repo, &["init", "--merge-driver"]);
    assert!(code == Some(1) && complaint.contains("not today"), "{complaint}");
    assert_eq!((repo.read(".gitattributes"), repo.state().0), ("*.md text".into(), String::new()));
    repo.hook("pre-commit", "exit 0");
    assert_eq!(run(&repo, &["init", "--merge-driver"]).0, Some(0));
    assert!(repo.read(".gitattributes").starts_with("*.md text\n/portfolio.toml merge=couveuse\n"));
    is_whole(&repo);
}

#[test]
fn init_offers_or_installs_the_merge_driver() {
    let repo = Repo::empty();
    for (folder, option, told) in [
        ("one", None, "couveuse init --merge-driver makes git merge records by meaning, too\n"),
        ("two", Some("--merge-driver"), "registered in this repository’s configuration\n"),
    ] {
        let mut command = repo.couveuse(&["init", folder]);
        for role in ["AUTHOR", "COMMITTER"] {
            command
                .env(format!("GIT_{role}_NAME"), "Coaching Office")
                .env(format!("GIT_{role}_EMAIL"), "a@example.org");
        }
        let output = command.args(option).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && said.ends_with(told), "{said}");
        assert_eq!(repo.root().join(folder).join(".gitattributes").exists(), option.is_some());
    }
}
