//! Saving and undoing in real repositories: one commit per edit, and nothing else changes.

mod repositories;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use couveuse::edit::{self, Edit, HandEditPolicy, Intention, verb};
use couveuse::model::{Decision, Id, Money};
use couveuse::store::{Folder, SaveError, Saved};

use crate::support::{CONVENTION, Repo, STARTUP};

const FILE: &str = "conventions/poubelles-battle-dinum-pau.toml";

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn make(folder: &mut Folder, intention: &Intention) -> Edit {
    edit::edit(&folder.load(&|_| {}), std::slice::from_ref(intention), "2021-03-05".parse().unwrap()).unwrap()
}

fn page() -> Intention {
    Intention::Done(verb::DoneVerb {
        convention: id("poubelles-battle-dinum-pau"),
        obligation: "statistics-page".to_owned(),
        on: "2021-03-04".parse().unwrap(),
        evidence: Some("https://example.org/stats".to_owned()),
        due: None,
    })
}

fn pay(amount: i64) -> Intention {
    Intention::Pay(verb::PayVerb {
        convention: id("poubelles-battle-dinum-pau"),
        contribution: "pau".to_owned(),
        amount: Money::euros(amount),
        on: "2021-03-05".parse().unwrap(),
        tranche: None,
        reference: None,
    })
}

fn sign() -> Intention {
    Intention::Sign(verb::SignVerb {
        convention: id("poubelles-battle-dinum-pau"),
        on: Some("2020-02-20".parse().unwrap()),
        not_before: None,
    })
}

fn hold() -> Intention {
    Intention::Hold(verb::HoldVerb {
        startup: id("poubelles-battle"),
        review: None,
        on: "2020-08-20".parse().unwrap(),
        decision: Some(Decision::Continue),
        envelope: Some(Money::euros(35000)),
        until: None,
        details: Default::default(),
        next: None,
        cancel_planned: false,
    })
}

fn save(repo: &Repo, intention: &Intention) -> Result<Saved, SaveError> {
    let mut folder = repo.folder();
    let edit = make(&mut folder, intention);
    folder.save(&edit, HandEditPolicy::Refuse)
}

fn undo(repo: &Repo, commit: Option<&str>) -> Result<Saved, SaveError> {
    repo.folder().undo(commit)
}

/// Asserts that a closure changes neither branch, index, nor work tree, and leaves no file behind.
fn unchanged<T>(repo: &Repo, act: impl FnOnce() -> T) -> T {
    let all = || (repo.try_git(&["rev-parse", "HEAD"]).stdout, repo.state(), repo.read(FILE), left_behind(repo));
    let before = all();
    let outcome = act();
    assert_eq!(all(), before);
    outcome
}

/// Files that no save may leave behind.
fn left_behind(repo: &Repo) -> Vec<String> {
    let folders =
        [repo.root().join("conventions"), PathBuf::from(repo.git(&["rev-parse", "--absolute-git-dir"]).trim())];
    let names = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.') || name.contains("couveuse") || name.ends_with(".lock")).collect()
}

#[test]
fn an_edit_is_one_commit_of_that_record_alone() {
    let repo = Repo::new();
    let saved = save(&repo, &page()).unwrap();
    assert_eq!(repo.head(), saved.commit);
    assert_eq!(saved.subject, "poubelles-battle: statistics page published");
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), FILE);
    assert_eq!(
        repo.git(&["log", "-1", "--format=%an <%ae>|%cn"]).trim(),
        "Lead Office <coach@example.org>|Lead Office"
    );
    assert_eq!(repo.git(&["log", "--format=%H"]).lines().count(), 2);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    // git's stat cache sees no difference either.
    assert_eq!(repo.git(&["diff-files", "--name-only"]), "");
    let lines = repo.git(&["show", "--format=", "--unified=0"]);
    let removed = lines.lines().filter(|line| line.starts_with('-') && !line.starts_with("---")).count();
    assert_eq!(removed, 0, "{lines}");
    insta::assert_snapshot!(repo.git(&["log", "-1", "--format=%B"]).trim_end());
    assert_eq!(repo.git(&["fsck", "--strict"]), "");
}

#[test]
fn each_verb_leaves_its_commit() {
    let repo = Repo::new();
    let subjects: Vec<_> =
        [page(), pay(35000), sign(), hold()].iter().map(|it| save(&repo, it).unwrap().subject).collect();
    let expected = [
        "poubelles-battle: statistics page published",
        "poubelles-battle: €35,000 received from pau",
        "poubelles-battle-dinum-pau: signed on 20 February 2020",
        "poubelles-battle: committee held on 20 August 2020, continue",
    ];
    assert_eq!(subjects, expected);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    let portfolio = repo.folder().load(&|_| {});
    assert_eq!(portfolio.problems, []);
    let convention = &portfolio.conventions["poubelles-battle-dinum-pau"];
    assert_eq!((convention.payments.len(), convention.signed), (1, "2020-02-20".parse().ok()));
    let changed = repo.git(&["diff", "--unified=0", "HEAD~4", "--", "startups"]);
    assert!(repo.read("startups/poubelles-battle.toml").contains("# in the town hall"), "{changed}");
    for line in CONVENTION.lines() {
        assert!(repo.read(FILE).lines().any(|kept| kept == line), "{line}");
    }
}

#[test]
fn other_staged_or_changed_files_are_untouched() {
    let repo = Repo::new();
    repo.write("portfolio.toml", "name = \"Staged\"\n");
    repo.write("parties/new.toml", "name = \"New\"\n");
    repo.git(&["add", "portfolio.toml", "parties/new.toml"]);
    repo.write("portfolio.toml", "name = \"Changed after staging\"\n");
    repo.write("parties/pau.toml", "name = \"Changed\"\n");
    repo.write("notes.txt", "untracked");
    fs::remove_file(repo.root().join("parties/dinum.toml")).unwrap();
    let (status, index) = repo.state();
    save(&repo, &page()).unwrap();
    let (status_after, index_after) = repo.state();
    assert_eq!(status_after, status);
    let others =
        |index: &str| index.lines().filter(|line| !line.ends_with(FILE)).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&index_after), others(&index));
    assert_eq!(repo.git(&["show", "--format=", "--name-only"]).trim(), FILE);
    undo(&repo, None).unwrap();
    assert_eq!(repo.state(), (status, index));
}

#[test]
fn an_edit_applies_to_the_current_text() {
    let repo = Repo::new();
    let mut folder = repo.folder();
    let edit = make(&mut folder, &page());
    let shorter =
        CONVENTION.replace("[[obligations]]", "[[obligations]]\nid = \"first\"\nwhat = \"W\"\n\n[[obligations]]");
    repo.write(FILE, shorter);
    repo.commit_all("By hand");
    folder.save(&edit, HandEditPolicy::Refuse).unwrap();
    let text = repo.read(FILE);
    assert!(text.contains("id = \"first\"") && text.find("fulfilled]]") > text.find("statistics-page"), "{text}");
}

#[test]
fn outside_a_repository_nothing_is_written() {
    let repo = Repo::plain();
    assert!(matches!(save(&repo, &page()), Err(SaveError::NoRepository)));
    assert!(matches!(undo(&repo, None), Err(SaveError::NoRepository)));
    assert_eq!(repo.read(FILE), CONVENTION);
}

#[test]
fn without_an_identity_nothing_is_written() {
    let repo = Repo::new();
    repo.git(&["config", "user.email", ""]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::NoIdentity))));
}

#[test]
fn on_a_detached_or_unborn_head_nothing_is_written() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "--detach"]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::DetachedHead))));
    unchanged(&repo, || assert!(matches!(undo(&repo, None), Err(SaveError::DetachedHead))));
    repo.git(&["checkout", "--quiet", "--orphan", "new"]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::NoCommitYet))));
}

#[test]
fn during_a_merge_or_a_rebase_nothing_is_written() {
    let repo = Repo::new();
    repo.git(&["checkout", "--quiet", "-b", "other"]);
    repo.write("portfolio.toml", "name = \"Other\"\n");
    repo.commit_all("Other");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write("portfolio.toml", "name = \"Main\"\n");
    repo.commit_all("Main");
    assert!(!repo.try_git(&["merge", "other"]).status.success());
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::InProgress("merge")))));
    repo.git(&["merge", "--abort"]);
    assert!(!repo.try_git(&["rebase", "other"]).status.success());
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::InProgress("rebase")))));
}

#[test]
fn a_record_with_uncommitted_changes_is_refused() {
    let repo = Repo::new();
    let by_hand = CONVENTION.replace("# one only", "# half finish");
    repo.write(FILE, &by_hand);
    let path = PathBuf::from(FILE);
    let refused = |repo: &Repo| matches!(save(repo, &page()), Err(SaveError::Dirty(at, _)) if at == path);
    unchanged(&repo, || assert!(refused(&repo), "changed"));
    repo.git(&["add", FILE]);
    unchanged(&repo, || assert!(refused(&repo), "staged"));
    repo.write(FILE, CONVENTION);
    unchanged(&repo, || assert!(refused(&repo), "staged, and the work file as committed"));
    repo.git(&["reset", "--quiet", "--hard"]);
    repo.git(&["rm", "--quiet", "--cached", FILE]);
    unchanged(&repo, || assert!(refused(&repo), "removal staged"));
}

#[test]
fn an_untracked_record_is_refused() {
    let repo = Repo::new();
    repo.git(&["rm", "--quiet", "--cached", FILE]);
    repo.git(&["commit", "--quiet", "--message", "Forget it"]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::Untracked(_)))));
    repo.git(&["add", FILE]);
    unchanged(&repo, || assert!(matches!(save(&repo, &page()), Err(SaveError::Dirty(..)))));
}

#[test]
fn a_lock_of_another_git_is_awaited_and_then_named() {
    let repo = Repo::new();
    let lock = repo.root().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let mut folder = repo.folder().with_wait_limit(Duration::from_millis(20));
    let edit = make(&mut folder, &page());
    let refused = || unchanged(&repo, || folder.save(&edit, HandEditPolicy::Refuse));
    let outcome = refused();
    assert!(matches!(&outcome, Err(SaveError::Locked(path)) if *path == lock), "{outcome:?}");
    fs::remove_file(&lock).unwrap();
    fs::write(repo.root().join(".git/refs/heads/main.lock"), "").unwrap();
    let outcome = refused();
    assert!(matches!(&outcome, Err(SaveError::Locked(_))), "{outcome:?}");
}

#[test]
fn recording_a_fact_twice_changes_nothing() {
    let repo = Repo::new();
    let mut folder = repo.folder();
    let (page, sign) = (make(&mut folder, &page()), make(&mut folder, &sign()));
    folder.save(&page, HandEditPolicy::Refuse).unwrap();
    folder.save(&sign, HandEditPolicy::Refuse).unwrap();
    for edit in [page, sign] {
        unchanged(&repo, || assert!(matches!(folder.save(&edit, HandEditPolicy::Refuse), Err(SaveError::Edit(_)))));
    }
}

#[test]
fn undo_restores_the_bytes_of_each_edit() {
    let repo = Repo::new();
    let made: Vec<_> = [page(), pay(35000), hold()].iter().map(|it| save(&repo, it).unwrap()).collect();
    for edit in made.iter().rev() {
        let undone = undo(&repo, None).unwrap();
        assert_eq!(undone.subject, format!("Undo \"{}\"", edit.subject));
        assert_eq!(undone.records, edit.records);
        assert_eq!(undone.commit, repo.head());
    }
    assert_eq!(
        (repo.read(FILE), repo.read("startups/poubelles-battle.toml")),
        (CONVENTION.to_owned(), STARTUP.to_owned())
    );
    assert_eq!(repo.git(&["log", "--format=%H"]).lines().count(), 7);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    unchanged(&repo, || assert!(matches!(undo(&repo, None), Err(SaveError::NothingToUndo))));
    // An undone edit can be redone and undone again.
    save(&repo, &page()).unwrap();
    undo(&repo, None).unwrap();
    assert_eq!(repo.read(FILE), CONVENTION);
}

#[test]
fn undo_reverts_a_named_edit_and_keeps_later_ones() {
    let repo = Repo::new();
    let first = save(&repo, &page()).unwrap();
    save(&repo, &pay(20000)).unwrap();
    repo.write(FILE, format!("# By hand.\n{}", repo.read(FILE)));
    repo.commit_all("By hand");
    undo(&repo, Some(&first.commit[..8])).unwrap();
    let text = repo.read(FILE);
    assert!(!text.contains("fulfilled") && text.contains("20000") && text.starts_with("# By hand."), "{text}");
    unchanged(&repo, || {
        assert!(matches!(undo(&repo, Some(&first.commit)), Err(SaveError::AlreadyUndone(_))));
        assert!(matches!(undo(&repo, Some("HEAD")), Err(SaveError::NotOurs(name)) if name == "HEAD"));
        assert!(matches!(undo(&repo, Some("HEAD~1")), Err(SaveError::NotOurs(_))));
        assert!(matches!(undo(&repo, Some("no such")), Err(SaveError::NoCommit(name)) if name == "no such"));
    });
    // The payment is the latest edit that is not undone.
    assert_eq!(undo(&repo, None).unwrap().subject, "Undo \"poubelles-battle: €20,000 received from pau\"");
}

#[test]
fn undo_is_refused_if_later_changes_touch_the_same_lines() {
    let repo = Repo::new();
    save(&repo, &page()).unwrap();
    repo.write(FILE, repo.read(FILE).replace("https://example.org/stats", "https://example.org/statistics"));
    repo.commit_all("By hand");
    unchanged(&repo, || assert!(matches!(undo(&repo, None), Err(SaveError::UndoConflict(_)))));
    repo.write(FILE, CONVENTION);
    unchanged(&repo, || assert!(matches!(undo(&repo, None), Err(SaveError::Dirty(..)))));
    repo.commit_all("Taken back by hand");
    unchanged(&repo, || assert!(matches!(undo(&repo, None), Err(SaveError::NothingToUndo))));
}

#[test]
fn undo_finds_a_moved_record() {
    let repo = Repo::new();
    save(&repo, &page()).unwrap();
    fs::create_dir(repo.root().join("conventions/dinum")).unwrap();
    repo.git(&["mv", FILE, "conventions/dinum/poubelles-battle-dinum-pau.toml"]);
    repo.commit_all("Sort the conventions");
    undo(&repo, None).unwrap();
    assert_eq!(repo.read("conventions/dinum/poubelles-battle-dinum-pau.toml"), CONVENTION);
}
