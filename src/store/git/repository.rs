//! The repository around the folder of records: its HEAD, its commits, and the files that may be committed in it.

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use git2::{ErrorCode, ObjectType, Oid, Reference, Repository, RepositoryState};

use crate::record::LARGEST;
use crate::store::backoff::Backoff;
use crate::store::error::SaveError;
use crate::store::failpoints::Failpoints;
use crate::store::git::discover::{self, Backend, RepoError};
use crate::store::git::fsync::Fsync;
use crate::store::git::identity::Identity;
use crate::store::git::paths::RepoPaths;
use crate::store::git::settings::Settings;
use crate::store::git::shared_mode::SharedMode;
use crate::store::git::walk::{CommitInfo, parse_id, tree_of};
use crate::store::git::{command, damage};
use crate::store::plain_file::{self, Links};
use crate::store::records_dir::RecordsDir;

/// An open repository, and how operations in it wait and fail.
///
/// Objects are always read by libgit2. References, index and configuration are read by the user's git if libgit2 does
/// not know the format of the repository.
pub(crate) struct RepoContext {
    pub repo: Repository,
    pub backend: Backend,
    pub paths: RepoPaths,
    /// The work tree, without symbolic links.
    pub work: PathBuf,
    pub failpoints: Arc<Failpoints>,
    /// Set to stop the git that commits, with its hooks.
    pub stops_commit: Arc<AtomicBool>,
    wait_limit: Duration,
    settings: OnceCell<Settings>,
    identity: OnceCell<Identity>,
    /// The commits at which a shallow clone ends.
    shallow: OnceCell<String>,
}

/// A file of the work tree, which may not exist.
#[derive(Clone, Debug)]
pub(crate) struct WorkFile {
    /// The absolute path, without symbolic links.
    pub absolute: PathBuf,
    /// The path below the work tree.
    pub path: PathBuf,
}

/// The branch that HEAD is on, and its commit.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// The full name, such as `refs/heads/main`.
    pub branch: String,
    pub commit: Oid,
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
        let (repo, paths, backend) =
            if dir.is_bare { discover::open_bare(&dir.root)? } else { discover::open(&dir.real)? };
        Ok(Self {
            repo,
            backend,
            work: paths.work.clone(),
            paths,
            failpoints: Arc::clone(&dir.failpoints),
            stops_commit: Arc::clone(&dir.stops_commit),
            wait_limit: dir.wait_limit,
            settings: OnceCell::new(),
            identity: OnceCell::new(),
            shallow: OnceCell::new(),
        })
    }

    /// Returns a git in this repository, which never prompts.
    pub fn git(&self) -> Command {
        command::git_at(&self.paths)
    }

    /// Returns a git that fetches nothing, and runs no hook or monitor that the repository names. What it refreshes by
    /// itself, it does not write.
    pub fn safe_git(&self) -> Command {
        let mut command = self.git();
        command::make_reading(&mut command);
        command
    }

    /// The git directory of this work tree.
    pub fn git_dir(&self) -> &Path {
        &self.paths.git_dir
    }

    /// Returns the git directory that all work trees share.
    pub fn common_dir(&self) -> &Path {
        &self.paths.common_dir
    }

    /// Returns a new limit to waiting for other processes.
    pub const fn backoff(&self) -> Backoff {
        Backoff::of(self.wait_limit)
    }

    /// Returns the configuration as of the first call.
    pub fn settings(&self) -> Result<&Settings, SaveError> {
        if let Some(settings) = self.settings.get() {
            return Ok(settings);
        }
        let settings = Settings::of(&self.repo, &self.paths, self.backend)?;
        Ok(self.settings.get_or_init(|| settings))
    }

    /// Author and committer. The time is that of the first call, so that all parts of a save have the same.
    pub fn identity(&self) -> Result<&Identity, SaveError> {
        if let Some(identity) = self.identity.get() {
            return Ok(identity);
        }
        let identity = Identity::of(self.settings()?, &|| self.git())?;
        Ok(self.identity.get_or_init(|| identity))
    }

    pub fn shared_mode(&self) -> Result<SharedMode, SaveError> {
        Ok(SharedMode::of(self.settings()?))
    }

    pub fn fsync(&self) -> Result<Fsync, SaveError> {
        Ok(Fsync::of(self.settings()?))
    }

    /// Returns the branch and commit of HEAD. Fails if no commit can be made: during a merge or rebase, on a detached
    /// HEAD, and before the first commit.
    pub fn head(&self) -> Result<Head, SaveError> {
        if let Some(name) = self.in_progress()? {
            return Err(SaveError::InProgress(name));
        }
        let branch = self.branch()?.ok_or(SaveError::DetachedHead)?;
        let commit = self.commit_of_ref(&branch)?.ok_or(SaveError::NoCommitYet)?;
        Ok(Head { branch, commit })
    }

    /// Returns the full name of the branch that HEAD is on; `None` if it is detached.
    pub fn branch(&self) -> Result<Option<String>, SaveError> {
        if self.backend == Backend::GitProgram {
            return Ok(self.ask(&["symbolic-ref", "--quiet", "HEAD"])?);
        }
        let head = self.repo.find_reference("HEAD")?;
        Ok(head.symbolic_target().ok().flatten().map(str::to_owned))
    }

    /// Returns the operation that git has begun and not ended, by its command.
    pub fn in_progress(&self) -> Result<Option<&'static str>, SaveError> {
        if self.backend == Backend::InProcess {
            return Ok(in_progress(self.repo.state()));
        }
        let files =
            [("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"), ("BISECT_LOG", "bisect")];
        if let Some((_, name)) = files.into_iter().find(|(file, _)| self.git_dir().join(file).exists()) {
            return Ok(Some(name));
        }
        for (reference, name) in [("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert")] {
            if self.ask(&["rev-parse", "--verify", "--quiet", reference])?.is_some() {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// Returns the commit of HEAD, also during a merge or rebase; `None` before the first commit.
    pub fn tip(&self) -> Result<Option<Oid>, RepoError> {
        if self.backend == Backend::GitProgram {
            return self.ask_for_commit("HEAD");
        }
        let head = match self.repo.head() {
            Ok(head) => head,
            Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => return Ok(None),
            Err(error) => {
                let head = self.repo.find_reference("HEAD").ok();
                let branch = head.as_ref().and_then(|head| head.symbolic_target().ok().flatten());
                return Err(self.unreadable(branch.unwrap_or("HEAD"), error));
            }
        };
        self.peel(&head).map(Some).map_err(|error| self.unreadable(head.name().unwrap_or("HEAD"), error))
    }

    /// Returns the commit of a reference, by its full name; `None` if it does not exist.
    pub fn commit_of_ref(&self, name: &str) -> Result<Option<Oid>, RepoError> {
        if self.backend == Backend::GitProgram {
            return self.ask_for_commit(name);
        }
        match self.repo.find_reference(name).and_then(|reference| reference.resolve()) {
            Ok(reference) => self.peel(&reference).map(Some).map_err(|error| self.unreadable(name, error)),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(self.unreadable(name, error)),
        }
    }

    /// Returns why the commit of a reference cannot be read.
    fn unreadable(&self, name: &str, error: git2::Error) -> RepoError {
        match damage::examine(&self.repo, self.common_dir(), name, &error) {
            Some(damaged) => RepoError::DamagedBranch(Box::new(damaged)),
            None => error.into(),
        }
    }

    /// Returns the commit of a reference. libgit2 would parse it, and refuse an odd author that git accepts.
    fn peel(&self, reference: &Reference<'_>) -> Result<Oid, git2::Error> {
        let reference = reference.resolve()?;
        match reference.target() {
            Some(id) if self.repo.odb()?.read_header(id)?.1 == ObjectType::Commit => Ok(id),
            _ => Ok(reference.peel_to_commit()?.id()),
        }
    }

    /// Returns the commit of a revision typed by the user; `None` if there is none.
    pub fn resolve(&self, revision: &str) -> Result<Option<Oid>, RepoError> {
        if self.backend == Backend::GitProgram {
            return self.ask_for_commit(revision);
        }
        match self.repo.revparse_single(revision).and_then(|object| object.peel_to_commit()) {
            Ok(commit) => Ok(Some(commit.id())),
            // A commit that libgit2 cannot parse.
            Err(error) if error.code() == ErrorCode::GenericError => self.ask_for_commit(revision),
            Err(_) => Ok(None),
        }
    }

    /// Reads a commit. The oldest commits of a shallow clone have no parents.
    pub fn commit(&self, id: Oid) -> Result<CommitInfo, git2::Error> {
        let mut commit = CommitInfo::read(&self.repo, id)?;
        let shallow = self.shallow_commits();
        if !shallow.is_empty() && shallow.contains(&id.to_string()) {
            commit.parents.clear();
        }
        Ok(commit)
    }

    /// Returns whether the clone lacks the older commits.
    pub fn is_shallow(&self) -> bool {
        !self.shallow_commits().is_empty()
    }

    fn shallow_commits(&self) -> &str {
        let read = || std::fs::read_to_string(self.common_dir().join("shallow")).unwrap_or_default();
        self.shallow.get_or_init(read)
    }

    fn ask_for_commit(&self, revision: &str) -> Result<Option<Oid>, RepoError> {
        let revision = format!("{revision}^{{commit}}");
        let answer = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision])?;
        Ok(answer.map(|answer| parse_id(&answer)).transpose()?)
    }

    /// Returns the one line that a reading git prints; `None` if it fails.
    fn ask(&self, arguments: &[&str]) -> Result<Option<String>, RepoError> {
        let mut command = self.safe_git();
        let output = command::output(command.args(arguments), None);
        let output = output.map_err(|error| RepoError::Program(error.to_string()))?;
        let line = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        Ok(Some(line).filter(|line| output.status.success() && !line.is_empty()))
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
        let tree = tree_of(&self.repo, commit)?;
        match tree.get_path(&work_file.path) {
            Ok(entry) => Ok(Some((entry.id(), entry.filemode()))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the blob of a file in the commit of HEAD.
    pub fn blob_at_head(&self, work_file: &WorkFile) -> Result<Option<Oid>, SaveError> {
        let Some(tip) = self.tip()? else { return Ok(None) };
        Ok(self.committed(work_file, tip)?.map(|(blob, _)| blob))
    }

    /// Returns whether git fetches objects when they are needed.
    pub fn is_partial(&self) -> Result<bool, SaveError> {
        let settings = self.settings()?;
        Ok(settings.get("extensions.partialclone").is_some() || !settings.subsections("remote", "promisor").is_empty())
    }

    /// Has git fetch the directories of commits that a partial clone lacks.
    pub fn fetch_trees(&self, commits: &[Oid]) -> Result<(), SaveError> {
        if self.is_partial()? {
            for commit in commits {
                command::run(self.git().args(["ls-tree", "-r", "-z", "--name-only"]).arg(commit.to_string()), None)?;
            }
        }
        Ok(())
    }

    /// Has git fetch a blob that a partial clone lacks.
    pub fn fetch_blob(&self, blob: Oid) -> Result<(), SaveError> {
        if self.is_partial()? && !self.repo.odb()?.exists(blob) {
            self.blob(blob)?;
        }
        Ok(())
    }

    /// Returns the content of a blob. A partial clone may have to fetch it first.
    pub fn blob(&self, blob: Oid) -> Result<Vec<u8>, SaveError> {
        match self.repo.find_blob(blob) {
            Ok(blob) => Ok(blob.content().to_vec()),
            Err(error) if error.code() == ErrorCode::NotFound && self.is_partial()? => {
                command::run(self.git().args(["cat-file", "blob"]).arg(blob.to_string()), None)
            }
            Err(error) => Err(error.into()),
        }
    }
}

impl WorkFile {
    /// Returns the bytes of the file; `None` if it does not exist. Fails if it is not a plain file, or larger than any
    /// record may be.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>, SaveError> {
        match plain_file::read(&self.absolute, LARGEST, Links::Refuse) {
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
