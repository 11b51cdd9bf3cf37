//! Decisions follow git: identity, work tree, formats, sparse and partial checkouts, hooks, push targets.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Repo, hermetic};

const FILE: &str = "startups/poubelles-battle.toml";

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// An edit that differs each time.
fn edit(repo: &Repo) -> Command {
    static COUNT: AtomicUsize = AtomicUsize::new(1);
    let text = format!("Une remarque {}", COUNT.fetch_add(1, Ordering::Relaxed));
    repo.couveuse(&["note", "poubelles-battle", &text, "--lang", "en"])
}

#[track_caller]
fn note(repo: &Repo) {
    let output = edit(repo).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Converts a repository by creating it anew with these options of `git init`.
fn recreated(options: &[&str]) -> Repo {
    let repo = Repo::plain();
    let mut arguments = vec!["init", "--quiet", "--initial-branch=main"];
    arguments.extend(options);
    repo.git(&arguments);
    for (name, value) in [("user.name", "Coach"), ("user.email", "coach@example.org"), ("commit.gpgsign", "false")] {
        repo.git(&["config", name, value]);
    }
    repo.commit_all("The portfolio");
    repo
}

/// An empty repository to push to.
fn hub() -> TempDir {
    let hub = TempDir::new().unwrap();
    let init = ["init", "--quiet", "--bare", "-b", "main"];
    for arguments in [&init[..], &["config", "receive.denyDeleteCurrent", "ignore"]] {
        let mut command = Command::new("git");
        hermetic(&mut command, hub.path());
        assert!(command.args(arguments).current_dir(hub.path()).status().unwrap().success());
    }
    hub
}

fn hub_config(hub: &TempDir, name: &str) -> bool {
    let mut command = Command::new("git");
    hermetic(&mut command, hub.path());
    command.args(["config", name, "true"]).current_dir(hub.path()).status().unwrap().success()
}

fn tip_of(hub: &Path, branch: &str) -> String {
    let mut command = Command::new("git");
    hermetic(&mut command, hub);
    let output = command.args(["rev-parse", "--verify", "--quiet", branch]).current_dir(hub).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// A repository with an upstream, in which everything is pushed.
fn with_upstream() -> (Repo, TempDir) {
    let (repo, hub) = (Repo::new(), hub());
    repo.git(&["remote", "add", "origin", hub.path().to_str().unwrap()]);
    repo.git(&["push", "--quiet", "--set-upstream", "origin", "main"]);
    (repo, hub)
}

fn sync(repo: &Repo) -> Output {
    repo.couveuse(&["sync", "--lang", "en"]).output().unwrap()
}

#[test]
fn author_and_dates_are_those_of_git() {
    let repo = Repo::new();
    repo.git(&["config", "--unset", "user.email"]);
    let global = repo.root().join(".git/global");
    fs::write(&global, "[user]\n\temail = global@example.org\n").unwrap();
    let mut command = edit(&repo);
    assert!(command.env("GIT_CONFIG_GLOBAL", &global).status().unwrap().success());
    assert_eq!(repo.git(&["log", "-1", "--format=%ae"]).trim(), "global@example.org");
    let mut command = edit(&repo);
    command
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "user.email")
        .env("GIT_CONFIG_VALUE_0", "n@example.org");
    command.env("GIT_AUTHOR_DATE", "Mon, 3 Jul 2017 17:18:43 +0200");
    assert!(command.status().unwrap().success());
    assert_eq!(repo.git(&["log", "-1", "--format=%ae %aI"]).trim(), "n@example.org 2017-07-03T17:18:43+02:00");
    let refused = edit(&repo).env("GIT_AUTHOR_DATE", "nonsense").output().unwrap();
    assert!(!refused.status.success());
}

#[test]
fn the_git_directory_may_be_elsewhere() {
    let repo = Repo::new();
    let elsewhere = TempDir::new().unwrap();
    let git_dir = elsewhere.path().join("git");
    fs::rename(repo.root().join(".git"), &git_dir).unwrap();
    let run = |program: &mut Command| {
        let output = program.env("GIT_DIR", &git_dir).env("GIT_WORK_TREE", repo.root()).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&mut edit(&repo));
    run(&mut repo.couveuse(&["undo"]));
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        hermetic(&mut command, elsewhere.path());
        run(command.args(arguments).current_dir(repo.root()))
    };
    assert_eq!(git(&["status", "--porcelain"]), "");
    assert_eq!(git(&["rev-list", "--count", "HEAD"]).trim(), "3");
}

#[test]
fn every_format_of_git_takes_edits() {
    for options in [
        &["--ref-format=reftable"][..],
        &["--object-format=sha256"],
        &["--ref-format=reftable", "--object-format=sha256"],
    ] {
        let repo = recreated(options);
        note(&repo);
        let output = repo.couveuse(&["undo", "--lang", "en"]).output().unwrap();
        assert!(output.status.success(), "{options:?}: {}", stderr(&output));
        let log = repo.couveuse(&["log", "poubelles-battle", "--json"]).output().unwrap();
        assert!(String::from_utf8_lossy(&log.stdout).contains("Une remarque"), "{options:?}: {}", stderr(&log));
        assert_eq!(repo.git(&["rev-list", "--count", "HEAD"]).trim(), "3", "{options:?}");
        repo.assert_sound(options[0]);
    }
}

#[test]
fn an_extension_that_libgit2_does_not_know_takes_edits_and_syncs() {
    let (repo, hub) = with_upstream();
    repo.git(&["config", "core.repositoryFormatVersion", "1"]);
    repo.git(&["config", "extensions.partialClone", "origin"]);
    note(&repo);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    let other = Repo::clone_of(hub.path(), "Dominique");
    other.write("parties/oise.toml", "name = \"Oise\"\n");
    other.commit_all("A party");
    other.git(&["push", "--quiet"]);
    let output = sync(&repo);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(tip_of(hub.path(), "main"), repo.head());
    assert!(repo.root().join("parties/oise.toml").exists() && repo.read(FILE).contains("Une remarque"));
    repo.git(&["fsck", "--strict"]);
}

#[test]
fn a_partial_clone_undoes_and_syncs_and_fetches_what_it_needs() {
    for filter in ["--filter=blob:none", "--filter=tree:0"] {
        let (repo, hub) = with_upstream();
        note(&repo);
        note(&repo);
        assert!(sync(&repo).status.success());
        let clone = Repo::empty();
        let url = format!("file://{}", hub.path().display());
        assert!(hub_config(&hub, "uploadpack.allowFilter"));
        clone.git(&["clone", "--quiet", filter, &url, "."]);
        clone.git(&["config", "user.name", "P"]);
        clone.git(&["config", "user.email", "p@example.org"]);
        if filter == "--filter=tree:0" {
            // Nothing is fetched by looking.
            clone.git(&["checkout", "--quiet", "main"]);
            let log = clone.couveuse(&["log", "poubelles-battle", "--lang", "en"]).output().unwrap();
            assert_eq!(log.status.code(), Some(2));
            assert!(stderr(&log).contains("git fetch --refetch --no-filter gets them"), "{}", stderr(&log));
        }
        // Of another record: the remote and the clone differ then.
        assert!(repo.couveuse(&["new", "party", "oise"]).status().unwrap().success());
        assert!(sync(&repo).status.success());
        for arguments in [&["undo", "HEAD~1", "--lang", "en"][..], &["sync", "--lang", "en"]] {
            let output = clone.couveuse(arguments).output().unwrap();
            assert!(output.status.success(), "{filter} {arguments:?}: {}", stderr(&output));
        }
        assert_eq!(tip_of(hub.path(), "main"), clone.head());
        assert!(clone.root().join("parties/oise.toml").exists());
        clone.assert_sound(filter);
    }
}

#[test]
fn a_sparse_checkout_shows_all_figures_and_refuses_edits_of_what_is_not_there() {
    let repo = Repo::new();
    let committed = |repo: &Repo| {
        let output = repo.couveuse(&["funding", "--as-of", "2020-12-01", "--json"]).output().unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["unreadable"], Value::Array(Vec::new()));
        answer["total"]["committed"].clone()
    };
    let whole = committed(&repo);
    for sparse_index in ["--no-sparse-index", "--sparse-index"] {
        repo.git(&["sparse-checkout", "set", "--cone", sparse_index, "startups", "parties"]);
        assert!(!repo.root().join("conventions").exists());
        assert_eq!(committed(&repo), whole, "{sparse_index}");
        let pay = ["pay", "poubelles-battle-dinum-pau/pau", "17500", "--on", "5/3/2021", "--lang", "en"];
        let output = repo.couveuse(&pay).output().unwrap();
        assert!(stderr(&output).contains("not checked out"), "{}", stderr(&output));
        note(&repo);
        assert_eq!(repo.git(&["status", "--porcelain"]), "");
    }
}

#[test]
fn a_hook_that_formats_and_adds_leaves_a_clean_repository() {
    let repo = Repo::new();
    let script = "for p in $(git diff --cached --name-only); do echo '# formatted' >> \"$p\"; git add \"$p\"; done\n\
                  echo \"$(date +%N)\" > stamp; git add stamp";
    repo.hook("pre-commit", script);
    note(&repo);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    assert!(repo.git(&["show", &format!("HEAD:{FILE}")]).contains("# formatted"));
    note(&repo);
    assert!(repo.couveuse(&["undo"]).status().unwrap().success());
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_hook_that_edits_and_refuses_is_reported() {
    let repo = Repo::new();
    repo.hook("pre-commit", &format!("echo '# changed' >> {FILE}; echo 'not today' >&2; exit 1"));
    let output = edit(&repo).output().unwrap();
    let said = stderr(&output);
    assert!(!output.status.success() && said.contains("not today") && said.contains("still contains"), "{said}");
    let repo = Repo::new();
    let before = repo.read(FILE);
    repo.hook("pre-commit", "exit 1");
    let output = edit(&repo).output().unwrap();
    assert!(!stderr(&output).contains("still contains"));
    assert_eq!(repo.read(FILE), before);
}

#[test]
fn a_sync_pushes_where_git_push_would() {
    let (repo, origin) = with_upstream();
    let fork = hub();
    repo.git(&["remote", "add", "fork", fork.path().to_str().unwrap()]);
    repo.git(&["push", "--quiet", "fork", "main"]);
    repo.git(&["config", "remote.pushDefault", "fork"]);
    let before = repo.head();
    note(&repo);
    assert_eq!(repo.folder().ahead_behind(), Some((1, 0)));
    let output = sync(&repo);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!((tip_of(fork.path(), "main"), tip_of(origin.path(), "main")), (repo.head(), before));
    assert_eq!(repo.folder().ahead_behind(), Some((0, 0)));
    repo.git(&["config", "push.default", "nothing"]);
    note(&repo);
    assert!(stderr(&sync(&repo)).contains("configured to push nothing"));
}

#[test]
fn commits_removed_from_the_remote_are_not_pushed_again() {
    let (repo, hub) = with_upstream();
    let first = repo.head();
    note(&repo);
    assert!(sync(&repo).status.success());
    let purged = repo.head();
    // A colleague removes the commit, and a plain fetch overwrites the tracking branch that had it.
    let other = Repo::clone_of(hub.path(), "Dominique");
    other.git(&["push", "--quiet", "--force", "origin", &format!("{first}:main")]);
    repo.git(&["fetch", "--quiet"]);
    // Of another record: git can rebase it.
    assert!(repo.couveuse(&["new", "party", "oise"]).status().unwrap().success());
    for _ in 0..2 {
        let said = stderr(&sync(&repo));
        assert!(said.contains("removed from origin/main") && said.contains("git rebase --onto"), "{said}");
        assert_eq!(tip_of(hub.path(), "main"), first);
    }
    repo.git(&["rebase", "--quiet", "--onto", "origin/main", &purged]);
    let output = sync(&repo);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(tip_of(hub.path(), "main"), repo.head());
    // Nothing that a mirror would push.
    assert_eq!(repo.git(&["for-each-ref", "--format=%(refname)"]), "refs/heads/main\nrefs/remotes/origin/main\n");
}

#[test]
fn the_remote_tip_of_an_earlier_version_counts_once() {
    let (repo, _hub) = with_upstream();
    let first = repo.head();
    note(&repo);
    repo.git(&["push", "--quiet"]);
    let earlier = "refs/couveuse/synced/origin/main";
    repo.git(&["update-ref", earlier, "HEAD"]);
    repo.git(&["push", "--quiet", "--force", "origin", &format!("{first}:main")]);
    assert!(stderr(&sync(&repo)).contains("removed from origin/main"));
    repo.git(&["push", "--quiet", "origin", "main"]);
    assert!(sync(&repo).status.success());
    assert!(!repo.try_git(&["rev-parse", "--verify", earlier]).status.success());
}

#[test]
fn a_branch_that_was_deleted_on_the_remote_is_not_created_again() {
    for prunes in [false, true] {
        let (repo, hub) = with_upstream();
        assert!(sync(&repo).status.success());
        let other = Repo::clone_of(hub.path(), "Dominique");
        other.git(&["push", "--quiet", "origin", "main:kept", ":main"]);
        if prunes {
            repo.git(&["fetch", "--quiet", "--prune"]);
        }
        note(&repo);
        assert!(stderr(&sync(&repo)).contains("origin/main no longer exists"), "pruned: {prunes}");
        assert_eq!(tip_of(hub.path(), "main"), "", "pruned: {prunes}");
    }
}

#[test]
fn the_merge_driver_needs_no_path_and_leaves_markers_if_it_is_gone() {
    let repo = Repo::new();
    let path = "/usr/bin:/bin";
    // A copy of the program, to be removed later. `cp` writes it: if this process did, a child that another test starts
    // meanwhile could hold the file open for writing, and then it cannot be run.
    let program = TempDir::new().unwrap();
    let program = program.path().join("it's here");
    assert!(
        Command::new("cp")
            .args([env!("CARGO_BIN_EXE_couveuse").as_ref(), program.as_os_str()])
            .status()
            .unwrap()
            .success()
    );
    let mut init = Command::new(&program);
    hermetic(&mut init, &repo.root());
    init.args(["init", "--merge-driver", "."]).current_dir(repo.root()).env("PATH", path);
    assert!(init.status().unwrap().success());
    let base = repo.head();
    let edit_on = |text: &str, on: &str| {
        assert!(repo.couveuse(&["note", "poubelles-battle", text, "--on", on]).status().unwrap().success());
    };
    edit_on("ONE", "2020-01-01");
    repo.git(&["checkout", "--quiet", "-b", "other", &base]);
    edit_on("TWO", "2020-02-02");
    let merge = || {
        let mut command = Command::new("git");
        hermetic(&mut command, &repo.root());
        command.args(["merge", "--quiet", "main"]).current_dir(repo.root()).env("PATH", path).output().unwrap()
    };
    let merged = merge();
    assert!(merged.status.success(), "{}", stderr(&merged));
    let text = repo.read(FILE);
    assert!(text.contains("ONE") && text.contains("TWO") && !text.contains("<<<<<<<"), "{text}");
    repo.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    fs::remove_file(&program).unwrap();
    assert!(!merge().status.success());
    let text = repo.read(FILE);
    assert!(text.contains("ONE") && text.contains("TWO") && text.contains("<<<<<<<"), "{text}");
}

#[test]
fn shared_repositories_stay_shared() {
    let repo = Repo::new();
    repo.git(&["config", "core.sharedRepository", "group"]);
    let program = edit(&repo);
    let mut shell = Command::new("sh");
    hermetic(&mut shell, &repo.root());
    let arguments: Vec<_> = program.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
    shell.arg("-c").arg("umask 077; exec \"$0\" \"$@\"").arg(program.get_program()).args(arguments);
    assert!(shell.current_dir(repo.root()).status().unwrap().success());
    let head = repo.head();
    let object: PathBuf = ["objects", &head[..2], &head[2..]].iter().collect();
    for (file, rights) in [("index", 0o060), ("refs/heads/main", 0o060), ("logs/HEAD", 0o060)] {
        let mode = fs::metadata(repo.root().join(".git").join(file)).unwrap().permissions().mode();
        assert_eq!(mode & rights, rights, "{file}: {mode:o}");
    }
    let mode = fs::metadata(repo.root().join(".git").join(&object)).unwrap().permissions().mode();
    assert_eq!(mode & 0o040, 0o040, "{}: {mode:o}", object.display());
    let mode = fs::metadata(repo.root().join(".git").join(object.parent().unwrap())).unwrap().permissions().mode();
    assert_eq!(mode & 0o070, 0o070, "{mode:o}");
}

#[test]
fn an_odd_commit_does_not_hide_the_history() {
    let repo = Repo::new();
    let tree = repo.git(&["rev-parse", "HEAD^{tree}"]);
    let (tree, parent) = (tree.trim(), repo.head());
    let raw = format!(
        "tree {tree}\nparent {parent}\nauthor Nobody 1600000000 +0000\n\
         committer C <c@example.org> 1600000000 +0000\n\nodd\n"
    );
    repo.write(".git/odd", raw);
    let odd = repo.git(&["hash-object", "-t", "commit", "-w", "--literally", ".git/odd"]);
    repo.git(&["update-ref", "refs/heads/main", odd.trim()]);
    note(&repo);
    for arguments in [&["log"][..], &["log", "poubelles-battle"]] {
        let output = repo.couveuse(arguments).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && text.contains("Une remarque"), "{arguments:?}: {}", stderr(&output));
    }
    assert!(repo.couveuse(&["undo"]).status().unwrap().success());
}

#[test]
fn findings_name_paths_that_lead_to_the_file_from_here() {
    let repo = Repo::below("portfolio");
    repo.write(FILE, "nonsense");
    let top = repo.root().parent().unwrap().to_owned();
    for (here, prefix) in [(top, "portfolio/"), (repo.root(), "")] {
        let mut command = repo.couveuse(&["check"]);
        let output = command.current_dir(&here).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let place = text.lines().find_map(|line| line.split_once("--> ")).unwrap().1;
        let path = place.rsplitn(3, ':').nth(2).unwrap();
        assert!(here.join(path).exists(), "from {}: {path}", here.display());
        assert!(path.starts_with(prefix), "{path}");
    }
}

#[test]
fn a_shallow_clone_fetches_the_history_that_a_merge_needs() {
    let origin = Repo::new();
    origin.git(&["checkout", "--quiet", "-b", "work"]);
    origin.git(&["commit", "--quiet", "--allow-empty", "--message", "A commit of the branch"]);
    origin.git(&["checkout", "--quiet", "main"]);
    assert!(origin.couveuse(&["new", "party", "oise", "--name", "Oise"]).status().unwrap().success());
    let address = format!("file://{}", origin.root().display());
    let clone = Repo::empty();
    clone.git(&["clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "work", &address, "."]);
    for (name, value) in [("user.name", "Coach"), ("user.email", "coach@example.org"), ("push.default", "nothing")] {
        clone.git(&["config", name, value]);
    }
    clone.git(&["branch", "--quiet", "--set-upstream-to=origin/main"]);
    assert!(clone.couveuse(&["note", "poubelles-battle", "A visit"]).status().unwrap().success());
    assert_eq!(clone.git(&["rev-list", "--count", "--all"]).trim(), "3", "the branches have no commit in common");
    clone.couveuse(&["sync"]).output().unwrap();
    assert_eq!(clone.git(&["rev-parse", "origin/main", "HEAD^2"]).lines().collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(clone.read("parties/oise.toml"), origin.read("parties/oise.toml"));
    clone.assert_sound("merged");
}
