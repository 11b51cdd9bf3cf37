//! Records that a merge, a rebase, or a stash of git left in conflict: `sync` and `S` settle them from their files.

use std::process::Output;

use couveuse::locale::Language;
use serde_json::Value;

use crate::driver::Screen;
use crate::support::Repo;

const FILE: &str = "startups/poubelles-battle.toml";

/// A branch `other` and `main` that both name the startup; `main` also adds a note of its own.
fn parted(repo: Repo) -> Repo {
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    renamed(&repo, "Poubelles Là");
    repo.commit_all("There");
    repo.git(&["checkout", "--quiet", "main"]);
    renamed(&repo, "Poubelles Ici");
    repo.write("parties/pau.toml", "name = \"Pau\"\n");
    repo.commit_all("Here");
    repo
}

fn renamed(repo: &Repo, name: &str) {
    repo.write(FILE, repo.read(FILE).replace("Poubelles Battle", name));
}

/// A merge of both, which git cannot end.
fn merging() -> Repo {
    let repo = parted(Repo::new());
    assert!(!repo.try_git(&["merge", "other"]).status.success());
    assert!(repo.read(FILE).contains("<<<<<<< HEAD"));
    repo
}

fn sync(repo: &Repo, arguments: &[&str]) -> (Output, Value) {
    let output = repo.couveuse(&[&["sync", "--json", "--lang", "en"], arguments].concat()).output().unwrap();
    let answer = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output, answer)
}

fn unmerged(repo: &Repo) -> String {
    repo.git(&["ls-files", "--unmerged"])
}

#[test]
fn a_sync_asks_about_the_values_in_a_file_and_writes_the_answers() {
    let repo = merging();
    let before = repo.read(FILE);
    let (output, answer) = sync(&repo, &[]);
    assert_eq!(output.status.code(), Some(1));
    let question = &answer["questions"][0];
    assert_eq!(
        (&question["record"], &question["path"], &question["was"]),
        (&"startup/poubelles-battle".into(), &"name".into(), &"\"Poubelles Battle\"".into())
    );
    assert_eq!((&question["ours"]["by"], &question["theirs"]["by"]), (&"HEAD".into(), &"other".into()));
    assert_eq!(repo.read(FILE), before, "nothing is written before all is answered");

    let (output, answer) = sync(&repo, &["--theirs", "poubelles-battle:name"]);
    assert_eq!(output.status.code(), Some(1), "nothing was fetched or sent");
    assert_eq!(answer["settled"], Value::from(vec!["startup/poubelles-battle"]));
    assert_eq!((&answer["in_progress"], &answer["synced"]), (&"merge".into(), &false.into()));
    let text = repo.read(FILE);
    assert!(text.contains("Poubelles Là") && !text.contains("<<<<"), "{text}");
    assert_eq!(unmerged(&repo), "", "git knows that it is settled");
    repo.git(&["-c", "core.editor=true", "merge", "--continue"]);
    repo.assert_sound("after the merge");
    assert_eq!(repo.git(&["show", "--format=", "--name-only", "HEAD^1"]).lines().count(), 2);
}

#[test]
fn every_operation_of_git_is_settled_and_named() {
    let operations: [(&[&str], Option<&str>); 4] = [
        (&["merge", "other"], Some("merge")),
        (&["rebase", "other"], Some("rebase")),
        (&["cherry-pick", "other"], Some("cherry-pick")),
        (&["stash", "pop"], None),
    ];
    for style in ["merge", "diff3", "zdiff3"] {
        for (operation, name) in operations {
            let repo = parted(Repo::new());
            repo.git(&["config", "merge.conflictStyle", style]);
            if name.is_none() {
                renamed_back(&repo);
                repo.git(&["stash", "--quiet"]);
                repo.git(&["reset", "--quiet", "--hard", "other"]);
            }
            assert!(!repo.try_git(operation).status.success(), "{operation:?}");
            assert!(repo.read(FILE).contains("<<<<<<<"), "{operation:?}");
            let (_, answer) = sync(&repo, &["--ours-all"]);
            assert_eq!(answer["in_progress"], name.map_or(Value::Null, Value::from), "{operation:?}: {answer}");
            assert_eq!(answer["settled"][0], "startup/poubelles-battle", "{operation:?}: {answer}");
            assert_eq!(unmerged(&repo), "", "{operation:?}");
            assert_eq!(repo.folder().load(&|_| {}).problems, [], "{operation:?}");
            // The next sync has nothing left to settle.
            let (output, answer) = sync(&repo, &[]);
            assert_eq!(answer, Value::Null, "{operation:?}");
            let words = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(name.is_none_or(|name| words.contains(&format!("git {name} --continue"))), "{words}");
        }
    }
}

fn renamed_back(repo: &Repo) {
    repo.write(FILE, repo.read(FILE).replace("Poubelles Ici", "Poubelles Là-bas"));
}

#[test]
fn formats_that_libgit2_does_not_know_are_settled_too() {
    for options in [["--object-format=sha256"], ["--ref-format=reftable"]] {
        let repo = Repo::plain();
        let init = [&["init", "--quiet", "--initial-branch=main"], &options[..]].concat();
        repo.git(&init);
        for (name, value) in [("user.name", "Coach"), ("user.email", "coach@example.org"), ("commit.gpgsign", "false")]
        {
            repo.git(&["config", name, value]);
        }
        repo.commit_all("The portfolio");
        let repo = parted(repo);
        assert!(!repo.try_git(&["merge", "other"]).status.success());
        let (_, answer) = sync(&repo, &["--theirs-all"]);
        assert_eq!(answer["settled"][0], "startup/poubelles-battle", "{options:?}: {answer}");
        assert!(repo.read(FILE).contains("Poubelles Là"));
        repo.git(&["-c", "core.editor=true", "merge", "--continue"]);
        assert_eq!(repo.git(&["status", "--porcelain"]), "", "{options:?}");
    }
}

#[test]
fn conflicts_of_the_merge_driver_are_asked_unless_resolved_by_hand() {
    for is_settled in [false, true] {
        let repo = Repo::new();
        assert!(repo.couveuse(&["init", "--merge-driver"]).status().unwrap().success());
        let repo = parted(repo);
        assert!(!repo.try_git(&["merge", "other"]).status.success());
        assert!(!repo.read(FILE).contains("<<<<"), "our value, without markers");
        if is_settled {
            repo.write(FILE, repo.read(FILE).replace("Poubelles Ici", "Poubelles Ici et Là"));
        }
        let (_, answer) = sync(&repo, &["--theirs-all"]);
        let settled = answer["settled"].as_array().map_or(0, Vec::len);
        assert_eq!(settled, usize::from(!is_settled), "{answer}");
        assert_eq!(repo.read(FILE).contains("Poubelles Là"), !is_settled);
    }
}

#[test]
fn a_record_deleted_on_one_side_stays_or_goes_as_answered() {
    for (side, stays) in [("--ours-all", true), ("--theirs-all", false)] {
        let repo = Repo::new();
        repo.git(&["checkout", "--quiet", "-b", "other"]);
        repo.git(&["rm", "--quiet", FILE]);
        repo.git(&["commit", "--quiet", "-m", "There"]);
        repo.git(&["checkout", "--quiet", "main"]);
        renamed(&repo, "Poubelles Ici");
        repo.commit_all("Here");
        assert!(!repo.try_git(&["merge", "other"]).status.success());
        let (_, answer) = sync(&repo, &[side]);
        assert_eq!(answer["settled"][0], "startup/poubelles-battle", "{answer}");
        assert_eq!(repo.root().join(FILE).exists(), stays);
        assert_eq!(unmerged(&repo), "");
    }
}

#[test]
fn markers_that_were_committed_are_settled_without_git() {
    let repo = merging();
    repo.commit_all("With markers");
    let (_, answer) = sync(&repo, &["--theirs-all"]);
    assert_eq!((&answer["settled"][0], &answer["in_progress"]), (&"startup/poubelles-battle".into(), &Value::Null));
    assert!(repo.read(FILE).contains("Poubelles Là"));
    assert_eq!(repo.git(&["status", "--porcelain"]).trim(), format!("M {FILE}"), "not staged");
}

#[test]
fn the_header_says_what_git_waits_for() {
    let states: [(&str, &[&str]); 3] = [
        ("merge: S resolves one conflict", &[]),
        ("! git merge --continue", &["--ours-all"]),
        ("", &["--ours-all", "continue"]),
    ];
    for (words, steps) in states {
        let repo = merging();
        if steps.contains(&"--ours-all") {
            sync(&repo, &["--ours-all"]);
        }
        if steps.contains(&"continue") {
            repo.git(&["-c", "core.editor=true", "merge", "--continue"]);
        }
        let screen = Screen::of_repo(&repo, Language::English, (160, 40));
        let header = screen.text().lines().next().unwrap_or_default().to_owned();
        if words.is_empty() {
            assert!(!header.contains("merge"), "{header}");
        } else {
            assert!(header.contains(words), "{words}: {header}");
        }
        for size in [(80, 24), (40, 10)] {
            let screen = Screen::of_repo(&repo, Language::French, size);
            let header = screen.text().lines().next().unwrap_or_default().to_owned();
            assert_eq!(header.contains("! merge"), !words.is_empty(), "{size:?}: {header}");
        }
    }
    let repo = Repo::new();
    repo.git(&["bisect", "start"]);
    let screen = Screen::of_repo(&repo, Language::English, (160, 40));
    assert!(screen.text().contains("! git bisect reset"), "{}", screen.text());
}

#[test]
fn opening_a_record_in_conflict_asks_which_values_to_keep() {
    for (key, kept) in [("o", "Poubelles Ici"), ("t", "Poubelles Là")] {
        let repo = merging();
        let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
        screen.keys("1");
        assert!(screen.text().contains("S asks which value to keep"), "{}", screen.text());
        screen.keys("2/poubelles<Enter><Enter>");
        let text = screen.text();
        assert!(text.contains("Which value to keep?") && text.contains("HEAD") && text.contains("other"), "{text}");
        screen.keys(key).keys("<Enter>");
        let text = screen.text();
        assert!(text.contains("Conflict resolved in one record"), "{text}");
        assert!(text.contains("git merge --continue completes it"), "{text}");
        screen.keys("<Esc>");
        assert!(screen.text().contains(kept), "{}", screen.text());
        assert_eq!(unmerged(&repo), "");
    }
}

#[test]
fn a_file_that_was_saved_meanwhile_is_not_overwritten() {
    let repo = merging();
    let mut screen = Screen::of_repo(&repo, Language::English, (120, 40));
    screen.keys("S");
    assert!(screen.text().contains("Which value to keep?"), "{}", screen.text());
    repo.write(FILE, repo.read(FILE).replace("Poubelles Là", "Poubelles Ailleurs"));
    screen.keys("t<Enter>");
    let text = screen.text();
    assert!(text.contains("Which value to keep?") && text.contains("Poubelles Ailleurs"), "asked again: {text}");
    assert!(repo.read(FILE).contains("<<<<<<<"));
}
