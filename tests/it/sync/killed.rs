//! Killed syncs: the repository is intact, nothing is lost, and the next sync succeeds.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use couveuse::model::RecordKind;
use couveuse::store::SaveError;

use super::{CONVENTION, STARTUP, Two, edit, record, sync};

/// The hooks at which the program is killed, and the repository that has the hook.
const MOMENTS: [(&str, bool); 6] = [
    ("pre-merge-commit", false),
    ("commit-msg", false),
    ("reference-transaction", false),
    ("post-merge", false),
    ("pre-push", false),
    ("pre-receive", true),
];

#[test]
fn a_sync_killed_at_any_moment_leaves_the_repository_intact_and_the_next_succeeds() {
    for (moment, is_shared) in MOMENTS {
        let two = Two::new();
        edit(&two.lead, STARTUP, "planned", "cancelled");
        edit(&two.coach, CONVENTION, "35000\narticle", "36000\narticle");
        sync(&two.lead);
        let go = killed_at(&two, moment, is_shared);
        // git was not killed, so it finishes what it had begun.
        std::fs::write(go, "").unwrap();
        until_git_is_done(&two);
        two.coach.git(&["fsck", "--strict", "--no-dangling"]);
        assert_eq!(two.coach.git(&["status", "--porcelain"]), "", "{moment}");
        sync(&two.coach);
        sync(&two.lead);
        two.agree();
        let both = (two.lead.read(STARTUP), two.lead.read(CONVENTION));
        assert!(both.0.contains("cancelled") && both.1.contains("36000"), "{moment}");
    }
}

#[test]
fn saves_wait_for_the_git_of_a_killed_sync() {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    sync(&two.lead);
    let go = killed_at(&two, "post-merge", false);
    let impatient =
        || two.coach.folder().with_wait_limit(Duration::ZERO).commit_manual_edits(&record(RecordKind::Startup, "none"));
    assert!(matches!(impatient(), Err(SaveError::Locked(_))), "{:?}", impatient());
    std::fs::write(go, "").unwrap();
    let note = two.coach.couveuse(&["note", "poubelles-battle", "Later"]).output().unwrap();
    assert!(note.status.success(), "{note:?}");
    assert!(two.coach.read(STARTUP).contains("cancelled") && two.coach.read(STARTUP).contains("Later"));
    super::is_whole(&two.coach);
}

/// Kills the coach's sync while git runs a hook. git continues once the returned file exists.
fn killed_at(two: &Two, moment: &str, is_shared: bool) -> PathBuf {
    let (here, go) = (two.shared.path().join("here"), two.shared.path().join("go"));
    let script = format!(
        "[ -e '{go}' ] && exit 0; : > '{here}'; until [ -e '{go}' ]; do sleep 0.02; done",
        here = here.display(),
        go = go.display()
    );
    if is_shared {
        let file = two.shared.path().join("hooks").join(moment);
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        super::make_program(&file);
    } else {
        two.coach.hook(moment, &script);
    }
    let mut sync_of_coach = two.coach.couveuse(&["sync"]);
    let mut child = sync_of_coach.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while !here.exists() {
        assert!(child.try_wait().unwrap().is_none(), "{moment} is reached");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    go
}

/// Waits until no git of the killed sync is running.
fn until_git_is_done(two: &Two) {
    let is_at_work = || {
        let locked = two.coach.root().join(".git/index.lock").exists();
        let branch = |lock: &str| two.coach.root().join(lock).exists() || two.shared.path().join(lock).exists();
        locked || branch(".git/HEAD.lock") || branch(".git/refs/heads/main.lock") || branch("refs/heads/main.lock")
    };
    while is_at_work() {
        std::thread::yield_now();
    }
}
