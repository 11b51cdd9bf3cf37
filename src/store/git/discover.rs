//! Finds the git directory and the work tree of the repository, as `git rev-parse` does.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use git2::{ErrorCode, ObjectFormat, Odb, Repository, RepositoryOpenFlags};

use crate::store::error::{DamagedBranch, SaveError};
use crate::store::git::command;
use crate::store::git::paths::RepoPaths;

/// What reads and writes the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    /// libgit2, in this process.
    InProcess,
    /// The user's git. libgit2 only reads objects: it does not know an extension of this repository.
    GitProgram,
}

/// Why no repository can be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RepoError {
    /// The folder is not in the work tree of a repository.
    #[error("not in a git repository")]
    NoRepository,
    /// The repository around this folder belongs to another user, and `safe.directory` does not name it.
    #[error("the repository around {0} belongs to another user")]
    OtherOwner(PathBuf),
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The messages of the git program, which cannot open the repository.
    #[error("{0}")]
    Program(String),
    /// The messages of the git program, which needs objects that a partial clone has not fetched.
    #[error("{0}")]
    NotFetched(String),
    /// The commit of a branch cannot be read.
    #[error("{} is damaged", .0.branch)]
    DamagedBranch(Box<DamagedBranch>),
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<RepoError> for SaveError {
    fn from(error: RepoError) -> Self {
        match error {
            RepoError::NoRepository => Self::NoRepository,
            RepoError::OtherOwner(folder) => Self::OtherOwner(folder),
            RepoError::Git(error) => Self::Git(error),
            RepoError::Program(messages) | RepoError::NotFetched(messages) => Self::GitRefused(messages),
            RepoError::DamagedBranch(branch) => Self::DamagedBranch(branch),
            RepoError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// Opens the repository around a folder. Fails if there is none, or if it is bare.
pub(crate) fn open(dir: &Path) -> Result<(Repository, RepoPaths, Backend), RepoError> {
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if ["GIT_DIR", "GIT_WORK_TREE"].iter().any(is_set) {
        return open_by_git(dir, true);
    }
    // `Repository::discover` would forget that a `.git` file led to the git directory.
    let ceilings: [&OsStr; 0] = [];
    match Repository::open_ext(dir, RepositoryOpenFlags::empty(), ceilings) {
        Ok(repo) => {
            let work = canonical(repo.workdir().ok_or(RepoError::NoRepository)?)?;
            let (git_dir, common_dir) = (repo.path().to_owned(), repo.commondir().to_owned());
            let paths = RepoPaths { git_dir, common_dir, work, is_from_environment: false };
            let backend = backend_of(&repo);
            Ok((repo, paths, backend))
        }
        Err(error) if error.code() == ErrorCode::NotFound => Err(RepoError::NoRepository),
        Err(error) if error.code() == ErrorCode::Owner => Err(RepoError::OtherOwner(dir.to_owned())),
        Err(_) => open_by_git(dir, false),
    }
}

/// Opens a bare repository, whose files count from the git directory. In a hook, objects that are being received are
/// read from where git keeps them until the hook accepts them.
pub(crate) fn open_bare(dir: &Path) -> Result<(Repository, RepoPaths, Backend), RepoError> {
    let is_in_hook = std::env::var_os("GIT_DIR").is_some();
    let repo = if is_in_hook { Repository::open_from_env() } else { Repository::open_bare(dir) };
    let repo = repo.map_err(|error| match error.code() {
        ErrorCode::NotFound => RepoError::NoRepository,
        _ => error.into(),
    })?;
    if !repo.is_bare() {
        return Err(RepoError::NoRepository);
    }
    let (git_dir, common_dir, work) = (repo.path().to_owned(), repo.commondir().to_owned(), canonical(repo.path())?);
    let backend = backend_of(&repo);
    Ok((repo, RepoPaths { git_dir, common_dir, work, is_from_environment: false }, backend))
}

/// Returns the same, found by the user's git.
fn open_by_git(dir: &Path, is_from_environment: bool) -> Result<(Repository, RepoPaths, Backend), RepoError> {
    // Relative values of the variables count from the directory that the user is in.
    let mut command = if is_from_environment { command::git_here() } else { command::git_in(dir) };
    command::make_reading(&mut command);
    command.args([
        "rev-parse",
        "--path-format=absolute",
        "--show-toplevel",
        "--git-dir",
        "--git-common-dir",
        "--show-object-format",
    ]);
    let output = command::output(&mut command, None).map_err(|error| RepoError::Program(error.to_string()))?;
    if !output.status.success() {
        return Err(RepoError::Program(command::messages(&output)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines().map(PathBuf::from);
    let (Some(work), Some(git_dir), Some(common_dir)) = (lines.next(), lines.next(), lines.next()) else {
        return Err(RepoError::NoRepository);
    };
    let paths = RepoPaths { git_dir, common_dir, work: canonical(&work)?, is_from_environment };
    if !dir.starts_with(&paths.work) {
        return Err(RepoError::NoRepository);
    }
    if let Ok(repo) = Repository::open(&paths.git_dir)
        && repo.set_workdir(&paths.work, false).is_ok()
    {
        let backend = backend_of(&repo);
        return Ok((repo, paths, backend));
    }
    let format = if lines.next().is_some_and(|format| format.as_os_str() == "sha256") {
        ObjectFormat::Sha256
    } else {
        ObjectFormat::Sha1
    };
    Ok((object_reader(&paths, format)?, paths, Backend::GitProgram))
}

/// libgit2 reads SHA-256, and its writing is experimental.
fn backend_of(repo: &Repository) -> Backend {
    if repo.object_format() == ObjectFormat::Sha1 { Backend::InProcess } else { Backend::GitProgram }
}

/// Returns a repository that reads objects, and has neither references nor configuration.
fn object_reader(paths: &RepoPaths, format: ObjectFormat) -> Result<Repository, RepoError> {
    let odb = Odb::new_ext(format)?;
    let mut waiting = vec![paths.common_dir.join("objects")];
    let mut seen = Vec::new();
    while let Some(objects) = waiting.pop().filter(|_| seen.len() < 16) {
        if seen.contains(&objects) {
            continue;
        }
        odb.add_disk_alternate(&objects.to_string_lossy())?;
        let listed = std::fs::read_to_string(objects.join("info/alternates")).unwrap_or_default();
        waiting.extend(listed.lines().filter(|line| !line.is_empty()).map(|line| objects.join(line)));
        seen.push(objects);
    }
    Ok(Repository::from_odb(odb)?)
}

fn canonical(path: &Path) -> Result<PathBuf, RepoError> {
    path.canonicalize().map_err(|error| RepoError::Refused(path.to_owned(), error))
}
