//! The repository around the folder of records: its HEAD, and the files that may be committed in it.

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use git2::{ErrorCode, Oid, Repository, RepositoryState};

use crate::store::backoff::Backoff;
use crate::store::error::SaveError;
use crate::store::failpoints::Failpoints;
use crate::store::git::identity::Identity;
use crate::store::records_dir::RecordsDir;

/// An open repository, and how operations in it wait and fail.
pub(crate) struct RepoContext {
    pub repo: Repository,
    /// The work tree, without symbolic links.
    pub work: PathBuf,
    pub failpoints: Arc<Failpoints>,
    wait_limit: Duration,
    identity: OnceCell<Identity>,
}

/// A file of the work tree, which need not exist.
#[derive(Clone, Debug)]
pub(crate) struct WorkFile {
    /// The absolute path, without symbolic links.
    pub absolute: PathBuf,
    /// The path below the work tree.
    pub path: PathBuf,
}

/// The branch that HEAD is on, and its commit.
pub(crate) struct Head {
    /// The full name, such as `refs/heads/main`.
    pub branch: String,
    pub commit: Oid,
}

/// Why no repository can be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RepoError {
    /// The folder is not in the work tree of a repository.
    #[error("not in a git repository")]
    NoRepository,
    #[error(transparent)]
    Git(#[from] git2::Error),
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<RepoError> for SaveError {
    fn from(error: RepoError) -> Self {
        match error {
            RepoError::NoRepository => Self::NoRepository,
            RepoError::Git(error) => Self::Git(error),
            RepoError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// Opens the repository around a folder. Fails if there is none, or if it is bare.
pub(crate) fn open(dir: &RecordsDir) -> Result<Repository, RepoError> {
    match Repository::discover(&dir.real) {
        Ok(repo) if repo.workdir().is_some() => Ok(repo),
        Ok(_) => Err(RepoError::NoRepository),
        Err(error) if error.code() == ErrorCode::NotFound => Err(RepoError::NoRepository),
        Err(error) => Err(error.into()),
    }
}

/// Returns the branch and commit of HEAD. Fails if no commit can be made: during a merge or rebase, on a detached HEAD,
/// and before the first commit.
pub(crate) fn head(repo: &Repository) -> Result<Head, SaveError> {
    if let Some(name) = in_progress(repo.state()) {
        return Err(SaveError::InProgress(name));
    }
    let head = repo.find_reference("HEAD")?;
    let Ok(Some(branch)) = head.symbolic_target() else { return Err(SaveError::DetachedHead) };
    match repo.find_reference(branch).and_then(|branch| branch.peel_to_commit()) {
        Ok(commit) => Ok(Head { branch: branch.to_owned(), commit: commit.id() }),
        Err(error) if error.code() == ErrorCode::NotFound => Err(SaveError::NoCommitYet),
        Err(error) => Err(error.into()),
    }
}

/// Returns the commit of HEAD, also during a merge or rebase; `None` before the first commit.
pub(crate) fn tip(repo: &Repository) -> Result<Option<Oid>, git2::Error> {
    match repo.head().and_then(|head| head.peel_to_commit()) {
        Ok(commit) => Ok(Some(commit.id())),
        Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

const fn in_progress(state: RepositoryState) -> Option<&'static str> {
    match state {
        RepositoryState::Clean => None,
        RepositoryState::Merge => Some("merge"),
        RepositoryState::Revert | RepositoryState::RevertSequence => Some("revert"),
        RepositoryState::CherryPick | RepositoryState::CherryPickSequence => Some("cherry-pick"),
        RepositoryState::Bisect => Some("bisect"),
        RepositoryState::Rebase | RepositoryState::RebaseInteractive | RepositoryState::RebaseMerge => Some("rebase"),
        RepositoryState::ApplyMailbox | RepositoryState::ApplyMailboxOrRebase => Some("am"),
    }
}

impl RepoContext {
    /// Opens the repository around a folder.
    pub fn open(dir: &RecordsDir) -> Result<Self, RepoError> {
        let repo = open(dir)?;
        let work = repo.workdir().ok_or(RepoError::NoRepository)?;
        let work = work.canonicalize().map_err(|error| RepoError::Refused(work.to_owned(), error))?;
        let failpoints = Arc::clone(&dir.failpoints);
        Ok(Self { repo, work, failpoints, wait_limit: dir.wait_limit, identity: OnceCell::new() })
    }

    /// A new limit to waiting for other processes.
    pub const fn backoff(&self) -> Backoff {
        Backoff::of(self.wait_limit)
    }

    /// Author and committer. The time is that of the first call, so that all parts of a save have the same.
    pub fn identity(&self) -> Result<&Identity, SaveError> {
        if let Some(identity) = self.identity.get() {
            return Ok(identity);
        }
        let identity = Identity::of(&self.repo)?;
        Ok(self.identity.get_or_init(|| identity))
    }

    /// Returns the work file at a path below the folder of records. Fails if a symbolic link leads out of the folder.
    pub fn work_file(&self, dir: &RecordsDir, path: &str) -> Result<WorkFile, SaveError> {
        let absolute = without_links(&dir.root.join(path))?;
        match absolute.strip_prefix(&self.work) {
            Ok(path) if absolute.starts_with(&dir.real) => Ok(WorkFile { path: path.to_owned(), absolute }),
            _ => Err(SaveError::Untracked(absolute)),
        }
    }

    /// Returns blob and mode of a file in a commit.
    pub fn committed(&self, work_file: &WorkFile, commit: Oid) -> Result<Option<(Oid, i32)>, SaveError> {
        let tree = self.repo.find_commit(commit)?.tree()?;
        match tree.get_path(&work_file.path) {
            Ok(entry) => Ok(Some((entry.id(), entry.filemode()))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

impl WorkFile {
    /// Returns the bytes of the file; `None` if it does not exist.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>, SaveError> {
        match std::fs::read(&self.absolute) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(SaveError::Refused(self.absolute.clone(), error)),
        }
    }
}

/// Resolves symbolic links. If the path does not exist, those of its nearest existing ancestor.
fn without_links(path: &Path) -> Result<PathBuf, SaveError> {
    match path.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            match (path.parent(), path.file_name()) {
                (Some(parent), Some(name)) => Ok(without_links(parent)?.join(name)),
                _ => Err(SaveError::Refused(path.to_owned(), error)),
            }
        }
        Err(error) => Err(SaveError::Refused(path.to_owned(), error)),
        Ok(path) => Ok(path),
    }
}
