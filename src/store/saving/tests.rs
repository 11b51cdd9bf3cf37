//! Races with other programs in the same repository.

use std::cell::Cell;
use std::fs;
use std::time::Duration;

use git2::{Repository, Signature};
use tempfile::TempDir;

use super::{commit, plan};
use crate::edit::{CommitMessage, HandEditPolicy};
use crate::model::{Id, Incubator, RecordKind, RecordRef};
use crate::store::{Folder, SaveError};

const TEXT: &str = "name = \"Histologe\"\n";

/// A repository with one startup, committed.
fn repository() -> (TempDir, Folder, RecordRef) {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("startups")).unwrap();
    fs::write(dir.path().join("startups/histologe.toml"), TEXT).unwrap();
    let repo = Repository::init(dir.path()).unwrap();
    let mut config = repo.config().unwrap();
    for (name, value) in [("user.name", "Coach"), ("user.email", "c@example.org"), ("core.autocrlf", "false")] {
        config.set_str(name, value).unwrap();
    }
    config.set_bool("commit.gpgsign", false).unwrap();
    config.set_str("core.hooksPath", dir.path().join(".git/hooks").to_str().unwrap()).unwrap();
    let mut index = repo.index().unwrap();
    index.add_all(["."], git2::IndexAddOption::DEFAULT, None).unwrap();
    index.write().unwrap();
    let tree = repo.find_tree(index.write_tree().unwrap()).unwrap();
    let who = Signature::now("Coach", "c@example.org").unwrap();
    repo.commit(Some("HEAD"), &who, &who, "The startup", &tree, &[]).unwrap();
    let folder = Folder::open(dir.path()).unwrap();
    let record = RecordRef::new(RecordKind::Startup, Id::new("histologe").unwrap());
    (dir, folder, record)
}

/// A commit by somebody else that does not change this record.
fn somebody_commits(dir: &TempDir) {
    let repo = Repository::open(dir.path()).unwrap();
    let head = repo.head().unwrap().peel_to_commit().unwrap();
    let who = Signature::now("Dominique", "d@example.org").unwrap();
    repo.commit(Some("HEAD"), &who, &who, "Meanwhile", &head.tree().unwrap(), &[&head]).unwrap();
}

/// A change of the startup's record.
fn changed<'a>(
    record: &RecordRef,
    make: impl Fn(Option<&str>) -> Result<Option<String>, SaveError> + 'a,
) -> plan::RecordChange<'a> {
    let file = "startups/histologe.toml".to_owned();
    plan::RecordChange {
        record: record.clone(),
        file,
        make: Box::new(make),
        is_new: false,
        by_hand: false,
        hand_edits: HandEditPolicy::Refuse,
    }
}

fn subjects(dir: &TempDir) -> Vec<String> {
    let repo = Repository::open(dir.path()).unwrap();
    let mut walk = repo.revwalk().unwrap();
    walk.push_head().unwrap();
    let subject = |id| repo.find_commit(id).unwrap().summary().unwrap().unwrap().to_owned();
    walk.map(|id| subject(id.unwrap())).collect()
}

#[test]
fn a_branch_that_moved_meanwhile_gets_the_commit_at_its_new_tip() {
    let (dir, folder, record) = repository();
    let tries = Cell::new(0);
    let message = CommitMessage::undo(&Incubator::default(), std::slice::from_ref(&record), "0123", "x");
    let make = |text: Option<&str>| {
        tries.set(tries.get() + 1);
        if tries.get() < 3 {
            somebody_commits(&dir);
        }
        Ok(text.map(|text| format!("{text}# new\n")))
    };
    commit::commit(&folder.dir, &[changed(&record, make)], &message).unwrap();
    assert_eq!(tries.get(), 3);
    assert_eq!(subjects(&dir), ["Undo \"x\"", "Meanwhile", "Meanwhile", "The startup"]);
    assert_eq!(folder.text(&record).unwrap(), format!("{TEXT}# new\n"));
}

#[test]
fn a_branch_that_keeps_moving_is_not_changed() {
    let (dir, folder, record) = repository();
    let message = CommitMessage::undo(&Incubator::default(), std::slice::from_ref(&record), "0123", "x");
    let make = |text: Option<&str>| {
        somebody_commits(&dir);
        Ok(text.map(|text| format!("{text}# new\n")))
    };
    let folder = folder.with_wait_limit(Duration::from_millis(20));
    let outcome = commit::commit(&folder.dir, &[changed(&record, make)], &message);
    assert!(matches!(outcome, Err(SaveError::BranchMoved)), "{outcome:?}");
    assert_eq!(folder.text(&record).unwrap(), TEXT);
    assert!(!dir.path().join(".git/index.lock").exists());
}

#[test]
fn a_file_saved_by_an_editor_meanwhile_is_not_overwritten() {
    let (dir, folder, record) = repository();
    let message = CommitMessage::undo(&Incubator::default(), std::slice::from_ref(&record), "0123", "x");
    let make = |text: Option<&str>| {
        fs::write(dir.path().join("startups/histologe.toml"), "name = \"By hand\"\n").unwrap();
        Ok(text.map(|text| format!("{text}# new\n")))
    };
    let outcome = commit::commit(&folder.dir, &[changed(&record, make)], &message);
    assert!(matches!(outcome, Err(SaveError::Dirty(..))), "{outcome:?}");
    assert_eq!(folder.text(&record).unwrap(), "name = \"By hand\"\n");
    assert_eq!(subjects(&dir), ["The startup"]);
}
