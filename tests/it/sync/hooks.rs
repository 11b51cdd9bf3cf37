//! Hooks and signing of merges: as in git; a refusal changes nothing.

use std::process::Command;

use couveuse::store::{SaveError, SyncError};

use super::{CONVENTION, STARTUP, Two, edit, is_whole, refused, sync};
use crate::support::has_program;

/// Two clones with one commit each; the lead has pushed.
fn parted() -> Two {
    let two = Two::new();
    edit(&two.lead, STARTUP, "planned", "cancelled");
    edit(&two.coach, CONVENTION, "35000\narticle", "36000\narticle");
    sync(&two.lead);
    two
}

#[test]
fn merge_hooks_see_the_merge_and_may_edit_its_message() {
    let two = parted();
    let log = two.shared.path().join("log");
    let log = log.display();
    two.coach.hook(
        "pre-merge-commit",
        &format!("git diff --cached --name-only >> '{log}'; git show :{STARTUP} | grep -q cancelled"),
    );
    two.coach.hook("prepare-commit-msg", &format!("echo \"prepare $2\" >> '{log}'; echo 'Seen: prepare' >> \"$1\""));
    two.coach
        .hook("commit-msg", &format!("echo message >> '{log}'; sed -i 's/^Merge /Bring together: merge /' \"$1\""));
    two.coach.hook("post-merge", &format!("echo \"after $1\" >> '{log}'"));
    two.coach.hook("pre-commit", &format!("echo 'no commit of a file' >> '{log}'"));
    two.coach.write("staged.md", "staged\n");
    two.coach.git(&["add", "staged.md"]);
    sync(&two.coach);
    let heard = std::fs::read_to_string(two.shared.path().join("log")).unwrap();
    assert_eq!(heard, format!("{STARTUP}\nprepare merge\nmessage\nafter 0\n"));
    let said = two.coach.git(&["log", "-1", "--format=%B"]);
    assert_eq!(
        said.trim(),
        "Bring together: merge remote-tracking branch 'origin/main'\n\nCouveuse-Received: 1\nSeen: prepare"
    );
    assert_eq!(two.coach.git(&["status", "--porcelain"]), "A  staged.md\n");
}

#[test]
fn a_failing_hook_changes_nothing() {
    for name in ["pre-merge-commit", "prepare-commit-msg", "commit-msg"] {
        let two = parted();
        two.coach.hook(name, "echo 'not on a Sunday' >&2; exit 1");
        let before = (two.coach.head(), two.coach.state());
        match refused(&two.coach) {
            SyncError::Save(SaveError::GitRefused(words)) => assert_eq!(words, "not on a Sunday", "{name}"),
            other => panic!("{other:?}"),
        }
        assert_eq!((two.coach.head(), two.coach.state()), before);
        is_whole(&two.coach);
    }
    let two = parted();
    two.coach.hook("pre-push", "echo 'not on a Monday' >&2; exit 1");
    match refused(&two.coach) {
        SyncError::Refused { words, .. } => assert!(words.contains("not on a Monday"), "{words}"),
        other => panic!("{other:?}"),
    }
    is_whole(&two.coach);
}

#[test]
fn a_hook_may_add_files_to_the_merge() {
    let two = parted();
    let script = "blob=$(echo generated | git hash-object -w --stdin) && git update-index --add --cacheinfo 100644,$blob,made.md";
    two.coach.hook("pre-merge-commit", script);
    sync(&two.coach);
    sync(&two.lead);
    two.agree();
    assert_eq!(two.lead.read("made.md"), "generated\n");
}

#[test]
fn a_merge_is_signed_if_commits_are() {
    if !has_program("ssh-keygen") {
        return;
    }
    let two = parted();
    let key = two.coach.root().join(".git/key");
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-C", "coach@example.org", "-f"])
        .arg(&key)
        .status();
    assert!(made.unwrap().success());
    let public = std::fs::read_to_string(key.with_extension("pub")).unwrap();
    let allowed = two.coach.root().join(".git/allowed");
    std::fs::write(&allowed, format!("coach@example.org {public}")).unwrap();
    for (name, value) in [
        ("commit.gpgsign", "true"),
        ("gpg.format", "ssh"),
        ("user.signingkey", key.to_str().unwrap()),
        ("gpg.ssh.allowedSignersFile", allowed.to_str().unwrap()),
    ] {
        two.coach.git(&["config", name, value]);
    }
    let synced = sync(&two.coach);
    assert_eq!(two.coach.git(&["log", "-1", "--format=%G?"]).trim(), "G");
    assert_eq!(synced.merged, Some(two.coach.head()));
    is_whole(&two.coach);
}
