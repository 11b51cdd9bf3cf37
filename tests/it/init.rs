//! The first run: a folder of records where there was none.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use couveuse::store::Folder;

use crate::support::{Repo, hermetic};

fn couveuse(at: &Repo, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &at.root());
    for (name, value) in
        [("AUTHOR", "NAME"), ("AUTHOR", "EMAIL"), ("COMMITTER", "NAME"), ("COMMITTER", "EMAIL")].map(|(role, what)| {
            (format!("GIT_{role}_{what}"), if what == "NAME" { "Camille" } else { "camille@example.org" })
        })
    {
        command.env(name, value);
    }
    command.current_dir(at.root()).args(arguments).args(["--lang", "en"]).output().expect("it runs")
}

fn git(at: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    hermetic(&mut command, at);
    let output = command.current_dir(at).args(["-c", "safe.directory=*"]).args(arguments).output().expect("git runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn complaint(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

#[test]
fn a_folder_that_is_not_there_becomes_a_portfolio_with_one_commit() {
    let repo = Repo::empty();
    let made = couveuse(&repo, &["init", "new", "--name", "Vallée \"d’Été\"", "--home", "Agence de l’Été"]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let root = repo.root().join("new");
    assert_eq!(git(&root, &["status", "--porcelain"]), "");
    assert_eq!(git(&root, &["log", "--format=%an: %s"]), "Camille: The portfolio of Vallée \"d’Été\"");
    let portfolio = Folder::open(&root).expect("a portfolio").load(&|_| ());
    assert!(portfolio.problems.is_empty(), "{:?}", portfolio.problems);
    assert_eq!(portfolio.incubator.name.as_deref(), Some("Vallée \"d’Été\""));
    let home = portfolio.incubator.home.clone().expect("a home party");
    assert_eq!(home.as_str(), "agence-de-l-ete");
    assert_eq!(portfolio.parties[&home].name, "Agence de l’Été");
    assert!(root.join("startups").is_dir() && root.join("schema/startup.json").is_file());
    let checked = couveuse(&repo, &["check", "--folder", "new"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}

#[test]
fn within_a_repository_only_the_new_files_are_committed() {
    let repo = Repo::empty();
    git(&repo.root(), &["init", "--quiet"]);
    for (file, text) in [("README.md", "mine"), (".gitignore", "/target\n"), ("other.txt", "half done")] {
        fs::write(repo.root().join(file), text).expect("a file");
    }
    git(&repo.root(), &["add", "README.md"]);
    let made = couveuse(&repo, &["init", "records", "--name", "Ours"]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    assert_eq!(git(&repo.root(), &["status", "--porcelain"]), "A  README.md\n?? .gitignore\n?? other.txt");
    let committed = git(&repo.root(), &["show", "--format=", "--name-only"]);
    assert!(committed.lines().all(|file| file.starts_with("records/")), "{committed}");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let repo = Repo::empty();
    let root = repo.root();
    fs::create_dir(root.join("schema")).expect("a folder");
    fs::write(root.join("schema/party.json"), "{}").expect("a file");
    let (code, told) = complaint(&couveuse(&repo, &["init", "."]));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("schema/party.json is there already"), "{told}");
    assert_eq!(fs::read_to_string(root.join("schema/party.json")).expect("it is there"), "{}");
    assert!(!root.join("portfolio.toml").exists() && !root.join(".git").exists(), "and nothing else is made");
    fs::remove_dir_all(root.join("schema")).expect("gone");
    assert_eq!(couveuse(&repo, &["init", "--name", "Ours"]).status.code(), Some(0));
    let (code, told) = complaint(&couveuse(&repo, &["init"]));
    assert_eq!((code, told.as_str()), (Some(1), "couveuse: . holds records already – couveuse . opens it"));
}

#[test]
fn what_cannot_be_committed_is_not_made() {
    let repo = Repo::empty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_couveuse"));
    hermetic(&mut command, &repo.root());
    let nobody = command.current_dir(repo.root()).args(["init", "new", "--lang", "en"]).output().expect("it runs");
    assert!(complaint(&nobody).1.contains("git does not know who you are"), "{nobody:?}");
    assert!(!repo.root().join("new").exists());
    let (code, told) = complaint(&couveuse(&repo, &["init", "new", "--home", "!!!"]));
    assert_eq!(code, Some(2), "a name of signs makes no id: {told}");
    assert!(!repo.root().join("new").exists());
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_leaves_the_folder_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::empty();
    git(&repo.root(), &["init", "--quiet"]);
    let hook = repo.root().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().expect("a folder")).expect("a folder");
    fs::write(&hook, "#!/bin/sh\necho not today >&2\nexit 1\n").expect("a hook");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("a program");
    let (code, told) = complaint(&couveuse(&repo, &["init", "--name", "Ours"]));
    assert_eq!(code, Some(1));
    assert!(told.contains("not today"), "{told}");
    assert_eq!(git(&repo.root(), &["status", "--porcelain"]), "");
    assert!(!repo.root().join("portfolio.toml").exists());
}

#[test]
fn who_has_no_portfolio_is_told_how_to_come_by_one() {
    let repo = Repo::empty();
    for (arguments, told) in [
        (&["list"][..], "no records here or in portfolio/"),
        (&["list", "--folder", "nowhere"], "there is no folder nowhere"),
        (&["list", "--folder", "."], ". holds no records"),
    ] {
        let (code, line) = complaint(&couveuse(&repo, arguments));
        assert_eq!(code, Some(2));
        assert!(line.contains(told) && line.contains("couveuse init") && line.contains("couveuse demo"), "{line}");
    }
}
