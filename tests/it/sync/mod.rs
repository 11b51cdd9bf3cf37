//! Sync through a remote: two people and one bare repository.

mod hooks;
mod killed;
mod many;
mod merging;
mod refusing;
mod shell;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use couveuse::model::{Id, MergeAnswer, MergeQuestion, MergeSide, RecordKind, RecordRef};
use couveuse::store::{Prompts, SyncError, SyncReport, SyncStep};
use tempfile::TempDir;

use crate::support::Repo;

pub const CONVENTION: &str = "conventions/poubelles-battle-dinum-pau.toml";
pub const STARTUP: &str = "startups/poubelles-battle.toml";

/// Two clones of a shared repository.
pub struct Two {
    pub shared: TempDir,
    pub lead: Repo,
    pub coach: Repo,
}

impl Two {
    pub fn new() -> Self {
        let shared = shared(&Repo::new());
        let lead = Repo::clone_of(shared.path(), "Lead Office");
        let coach = Repo::clone_of(shared.path(), "Coaching Office");
        Self { shared, lead, coach }
    }

    /// The output of git in the shared repository.
    pub fn git(&self, arguments: &[&str]) -> String {
        let mut all = vec!["--git-dir", self.shared.path().to_str().unwrap()];
        all.extend(arguments);
        self.lead.git(&all).trim().to_owned()
    }

    /// Asserts that both clones equal the shared repository, and that it is intact.
    pub fn agree(&self) {
        let there = self.git(&["rev-parse", "main"]);
        for repo in [&self.lead, &self.coach] {
            assert_eq!(repo.head(), there);
            is_whole(repo);
        }
    }
}

/// A bare clone of a repository.
pub fn shared(from: &Repo) -> TempDir {
    let shared = TempDir::new().unwrap();
    let path = shared.path().to_str().unwrap();
    from.git(&["init", "--quiet", "--bare", "--initial-branch=main", path]);
    from.git(&["push", "--quiet", path, "main"]);
    shared
}

/// Asserts that nothing is broken, in progress, or in conflict.
pub fn is_whole(repo: &Repo) {
    repo.git(&["fsck", "--strict", "--no-dangling"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
    let git = PathBuf::from(repo.git(&["rev-parse", "--absolute-git-dir"]).trim());
    for name in std::fs::read_dir(git).unwrap() {
        let name = name.unwrap().file_name().to_string_lossy().into_owned();
        assert!(!name.contains("couveuse-merge") && !name.ends_with(".lock") && name != "MERGE_HEAD", "{name}");
    }
}

/// Syncs, and returns the result and the reported steps.
pub fn sync_with(repo: &Repo, answers: &[MergeAnswer]) -> (Result<SyncReport, SyncError>, Vec<SyncStep>) {
    let steps = Mutex::new(Vec::new());
    let tell = |step| steps.lock().unwrap().push(step);
    let done = repo.folder().sync(answers, Prompts::Never, &tell, &AtomicBool::new(false));
    (done, steps.into_inner().unwrap())
}

/// Syncs successfully.
pub fn sync(repo: &Repo) -> SyncReport {
    sync_with(repo, &[]).0.unwrap()
}

/// Syncs, and returns the questions.
pub fn asked(repo: &Repo) -> Vec<MergeQuestion> {
    match sync_with(repo, &[]).0 {
        Err(SyncError::Questions(questions)) => questions,
        other => panic!("{other:?}"),
    }
}

/// Syncs, and returns the error.
pub fn refused(repo: &Repo) -> SyncError {
    sync_with(repo, &[]).0.unwrap_err()
}

/// The same answer to all questions.
pub fn all(questions: &[MergeQuestion], side: MergeSide) -> Vec<MergeAnswer> {
    let answer =
        |question: &MergeQuestion| MergeAnswer { record: question.record.clone(), path: question.path.clone(), side };
    questions.iter().map(answer).collect()
}

/// Replaces a text and commits.
pub fn edit(repo: &Repo, file: &str, from: &str, to: &str) {
    let text = repo.read(file);
    assert!(text.contains(from), "{file} has {from}");
    repo.write(file, text.replacen(from, to, 1));
    repo.commit_all(&format!("{from} → {to}"));
}

pub fn record(kind: RecordKind, id: &str) -> RecordRef {
    RecordRef::new(kind, Id::new(id).unwrap())
}

pub fn make_program(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}
