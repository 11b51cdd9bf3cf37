//! Failing syncs, and what they leave untouched.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use couveuse::store::{Prompts, SaveError, SyncError, SyncStep};

use super::{CONVENTION, STARTUP, Two, edit, is_whole, make_program, refused, shared, sync, sync_with};
use crate::support::Repo;

#[test]
fn uncommitted_and_staged_files_are_untouched() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    sync(&two.lead);
    for diverged in [false, true] {
        if diverged {
            edit(&two.lead, STARTUP, "cancelled", "planned");
            sync(&two.lead);
        }
        two.coach.write("staged.md", "staged\n");
        two.coach.git(&["add", "staged.md"]);
        two.coach.write("parties/dinum.toml", "name = \"DINUM\" # at work\n");
        two.coach.write("untracked.md", "untracked\n");
        if diverged {
            two.coach.git(&["commit", "--quiet", "--allow-empty", "--only", "--message", "Nothing"]);
        }
        let before = two.coach.git(&["status", "--porcelain"]);
        sync(&two.coach);
        assert_eq!(two.coach.git(&["status", "--porcelain"]), before);
        assert_eq!(two.coach.read("parties/dinum.toml"), "name = \"DINUM\" # at work\n");
        assert_eq!(two.coach.git(&["show", ":staged.md"]), "staged\n");
    }
}

#[test]
fn a_file_that_would_be_overwritten_is_listed_and_nothing_changes() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    two.lead.write("new.md", "theirs\n");
    two.lead.commit_all("New");
    sync(&two.lead);
    two.coach.write(STARTUP, two.coach.read(STARTUP) + "# by hand\n");
    two.coach.write("new.md", "ours\n");
    let before = (two.coach.head(), two.coach.state(), two.coach.read(STARTUP));
    match refused(&two.coach) {
        SyncError::WouldOverwrite(files) => assert_eq!(files, [PathBuf::from(STARTUP), PathBuf::from("new.md")]),
        other => panic!("{other:?}"),
    }
    assert_eq!((two.coach.head(), two.coach.state(), two.coach.read(STARTUP)), before);
}

#[test]
fn a_file_that_already_has_the_new_content_does_not_block_a_sync() {
    // The state after a power failure while git writes files.
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    two.lead.write("parties/oise.toml", "name = \"Oise\"\n");
    two.lead.commit_all("Oise");
    sync(&two.lead);
    two.coach.write(STARTUP, two.lead.read(STARTUP));
    two.coach.write("parties/oise.toml", "name = \"Oise\"\n");
    std::fs::remove_file(two.coach.root().join("parties/oise.toml")).unwrap();
    two.coach.write("parties/oise.toml", "name = \"Oise\"\n");
    sync(&two.coach);
    two.agree();
}

#[test]
fn files_written_by_a_killed_git_do_not_block_a_sync() {
    // git writes the files, then the index, and moves the branch last.
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    two.lead.write("parties/oise.toml", "name = \"Oise\"\n");
    std::fs::remove_file(two.lead.root().join("parties/pau.toml")).unwrap();
    two.lead.commit_all("Oise in the place of Pau");
    sync(&two.lead);
    two.coach.git(&["fetch", "--quiet"]);
    two.coach.git(&["read-tree", "-m", "-u", "HEAD", "origin/main"]);
    assert_eq!(two.coach.git(&["status", "--porcelain"]).lines().count(), 3);
    sync(&two.coach);
    two.agree();
}

#[test]
fn a_push_that_loses_the_race_is_retried() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    edit(&two.coach, CONVENTION, "35000\narticle", "36000\narticle");
    // Between the fetch and the push of the coach, the lead pushes.
    let lead = two.lead.root();
    let once = two.coach.root().join("once");
    let script = format!(
        "[ -e '{once}' ] && exit 0; : > '{once}'; unset GIT_DIR; cd '{lead}' && git push --quiet origin main",
        once = once.display(),
        lead = lead.display()
    );
    two.coach.hook("pre-push", &script);
    let (done, steps) = sync_with(&two.coach, &[]);
    let done = done.unwrap();
    assert!(steps.contains(&SyncStep::TryingAgain), "{steps:?}");
    assert_eq!((done.received, done.sent), (1, 2));
    assert!(done.merged.is_some());
    std::fs::remove_file(once).unwrap();
    sync(&two.lead);
    two.agree();
}

#[test]
fn a_refusal_of_the_remote_is_shown_and_local_commits_stay() {
    let two = Two::new();
    let hook = two.shared.path().join("hooks/pre-receive");
    std::fs::write(&hook, "#!/bin/sh\necho 'closed until Monday: ask the lead' >&2\nexit 1\n").unwrap();
    make_program(&hook);
    edit(&two.coach, STARTUP, "planned", "cancelled");
    let head = two.coach.head();
    match refused(&two.coach) {
        SyncError::Refused { remote, words } => {
            assert_eq!(remote, "origin");
            assert!(words.contains("closed until Monday: ask the lead"), "{words}");
            assert!(words.contains("pre-receive hook declined") && !words.contains("Writing objects"), "{words}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(two.coach.head(), head);
    is_whole(&two.coach);
    std::fs::remove_file(hook).unwrap();
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
}

#[test]
fn an_unreachable_remote_is_reported_with_the_message_of_git() {
    let two = Two::new();
    two.coach.git(&["remote", "set-url", "origin", "/nowhere/at/all"]);
    match refused(&two.coach) {
        SyncError::Unreachable { remote, words, prompts } => {
            assert_eq!((remote.as_str(), prompts), ("origin", Prompts::Never));
            assert!(words.contains("/nowhere/at/all"), "{words}");
        }
        other => panic!("{other:?}"),
    }
    is_whole(&two.coach);
}

#[test]
fn a_branch_without_upstream_gets_the_only_remote() {
    let repo = Repo::new();
    assert!(matches!(refused(&repo), SyncError::NoRemote));
    let empty = tempfile::TempDir::new().unwrap();
    let path = empty.path().to_str().unwrap();
    repo.git(&["init", "--quiet", "--bare", "--initial-branch=main", path]);
    repo.git(&["remote", "add", "common", path]);
    let synced = sync(&repo);
    assert_eq!((synced.received, synced.sent), (0, 1));
    assert_eq!(repo.git(&["rev-parse", "--abbrev-ref", "main@{upstream}"]).trim(), "common/main");
    repo.git(&["remote", "add", "other", path]);
    sync(&repo);
    repo.git(&["branch", "--unset-upstream"]);
    match refused(&repo) {
        SyncError::NoUpstream { branch, remotes } => {
            assert_eq!((branch.as_str(), &remotes[..]), ("main", &["common".to_owned(), "other".to_owned()][..]));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_repository_with_an_operation_in_progress_is_untouched() {
    let two = Two::new();
    two.coach.git(&["checkout", "--quiet", "--detach"]);
    assert!(matches!(refused(&two.coach), SyncError::Save(SaveError::DetachedHead)));
    two.coach.git(&["checkout", "--quiet", "main"]);
    edit(&two.coach, STARTUP, "planned", "cancelled");
    two.coach.git(&["checkout", "--quiet", "-b", "aside", "HEAD~1"]);
    edit(&two.coach, STARTUP, "planned", "held");
    assert!(!two.coach.try_git(&["rebase", "main"]).status.success());
    assert!(matches!(refused(&two.coach), SyncError::Questions(_)), "a record in conflict is asked about first");
    two.coach.git(&["checkout", "--ours", "--", STARTUP]);
    two.coach.git(&["add", STARTUP]);
    assert!(matches!(refused(&two.coach), SyncError::Save(SaveError::InProgress(_) | SaveError::DetachedHead)));
    let other = shared(&Repo::below("other"));
    let strange = Repo::clone_of(two.shared.path(), "Strangers");
    strange.git(&["remote", "set-url", "origin", other.path().to_str().unwrap()]);
    edit(&strange, STARTUP, "planned", "cancelled");
    assert!(matches!(refused(&strange), SyncError::Unrelated(name) if name == "origin/main"));
    is_whole(&strange);
}

#[test]
fn a_cancelled_sync_stops_and_the_next_succeeds() {
    let two = Two::new();
    edit(&two.coach, STARTUP, "planned", "cancelled");
    // A hook that never ends behaves like a connection that never answers.
    let hook = two.shared.path().join("hooks/pre-receive");
    std::fs::write(&hook, "#!/bin/sh\nexec sleep 600\n").unwrap();
    make_program(&hook);
    let cancelled = AtomicBool::new(false);
    let tell = |step| {
        if matches!(step, SyncStep::Pushing(line) if line.starts_with("Total")) {
            cancelled.store(true, Ordering::SeqCst);
        }
    };
    let done = two.coach.folder().sync(&[], Prompts::Never, &tell, &cancelled);
    assert!(matches!(done, Err(SyncError::Cancelled)), "{done:?}");
    is_whole(&two.coach);
    std::fs::remove_file(hook).unwrap();
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
}

#[test]
fn a_remote_or_branch_named_like_an_option_runs_nothing() {
    for key in ["remote", "merge"] {
        let two = Two::new();
        let ran = two.coach.root().join(".git/ran");
        let option = format!("--upload-pack=touch {}", ran.display());
        let address = two.shared.path().display();
        two.coach.git(&["config", &format!("remote.{option}.url"), &address.to_string()]);
        two.coach.git(&["config", &format!("branch.main.{key}"), &option]);
        edit(&two.coach, STARTUP, "planned", "cancelled");
        let before = two.coach.head();
        let output = two.coach.couveuse(&["sync", "--lang", "en"]).output().unwrap();
        assert!(!ran.exists(), "{key}: {output:?}");
        assert_eq!(two.coach.head(), before);
    }
}

#[test]
fn a_tag_that_was_moved_there_is_named() {
    let two = Two::new();
    two.lead.git(&["tag", "v1"]);
    two.lead.git(&["push", "--quiet", "--tags", "origin"]);
    two.coach.git(&["commit", "--quiet", "--allow-empty", "--message", "Mine"]);
    two.coach.git(&["tag", "v1"]);
    two.coach.git(&["config", "remote.origin.tagOpt", "--tags"]);
    let before = two.coach.head();
    let output = two.coach.couveuse(&["sync", "--lang", "en"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("v1"), "{said}");
    assert!(said.contains("git fetch --tags --force origin") && !said.contains("reach"), "{said}");
    assert_eq!(two.coach.head(), before);
}
