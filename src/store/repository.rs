//! The repository around the folder: whether a record may be committed there now, and on what.

use std::cell::OnceCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use git2::{AttrCheckFlags, Config, ErrorCode, Oid, Repository, RepositoryState, Signature};

use super::patience::Patience;
use super::steps::Steps;
use super::{Folder, SaveError, by_git};

/// The repository around a folder.
pub(super) struct Ground {
    pub repo: Repository,
    /// Author and committer, once somebody asked.
    who: OnceCell<Who>,
    /// The steps of what is done here.
    pub steps: Arc<Steps>,
    patience: Duration,
    /// The work tree, without links.
    pub work: PathBuf,
}

/// Who commits, and when.
pub(super) struct Who {
    pub author: Signature<'static>,
    pub committer: Signature<'static>,
}

/// A record's file, there or not.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The file, without links.
    pub file: PathBuf,
    /// The file, below the work tree.
    pub path: PathBuf,
}

/// Where the branch stood when we looked.
pub(super) struct Head {
    /// `refs/heads/main`
    pub branch: String,
    /// The commit.
    pub commit: Oid,
}

/// Why there is no repository to work in.
#[derive(Debug, thiserror::Error)]
pub(super) enum GroundError {
    /// The folder is in none that has a work tree.
    #[error("not in a git repository")]
    NoRepository,
    /// git said no.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

impl From<GroundError> for SaveError {
    fn from(error: GroundError) -> Self {
        match error {
            GroundError::NoRepository => Self::NoRepository,
            GroundError::Git(error) => Self::Git(error),
            GroundError::Refused(path, error) => Self::Refused(path, error),
        }
    }
}

/// Opens the repository around a folder.
pub(super) fn open(folder: &Folder) -> Result<Repository, GroundError> {
    match Repository::discover(&folder.real) {
        Ok(repo) if repo.workdir().is_some() => Ok(repo),
        Ok(_) => Err(GroundError::NoRepository),
        Err(error) if error.code() == ErrorCode::NotFound => Err(GroundError::NoRepository),
        Err(error) => Err(error.into()),
    }
}

/// Where the branch stands; an error where no commit can be made: in a merge, on a detached HEAD, before the first.
pub(super) fn head(repo: &Repository) -> Result<Head, SaveError> {
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

/// The commit that HEAD is at, in a merge or a rebase as well; `None` before the first.
pub(super) fn tip(repo: &Repository) -> Result<Option<Oid>, git2::Error> {
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

impl Ground {
    /// Around a folder.
    pub fn of(folder: &Folder) -> Result<Self, GroundError> {
        let repo = open(folder)?;
        let work = repo.workdir().ok_or(GroundError::NoRepository)?;
        let work = work.canonicalize().map_err(|error| GroundError::Refused(work.to_owned(), error))?;
        Ok(Self { repo, who: OnceCell::new(), work, steps: Arc::clone(&folder.steps), patience: folder.patience })
    }

    /// How long to wait for other processes.
    pub const fn patience(&self) -> Patience {
        Patience::of(self.patience)
    }

    /// Author and committer, with the time of the first call: the whole of a save has one time.
    pub fn who(&self) -> Result<&Who, SaveError> {
        if let Some(who) = self.who.get() {
            return Ok(who);
        }
        let who = identity(&self.repo)?;
        Ok(self.who.get_or_init(|| who))
    }

    /// The place of a file of the folder, by its path below it; the file need not be there.
    pub fn place(&self, folder: &Folder, file: &str) -> Result<Place, SaveError> {
        let file = without_links(&folder.root.join(file))?;
        match file.strip_prefix(&self.work) {
            Ok(path) if file.starts_with(&folder.real) => Ok(Place { path: path.to_owned(), file }),
            // A link that leads out.
            _ => Err(SaveError::Untracked(file)),
        }
    }

    /// The blob and mode of a file in a commit.
    pub fn committed(&self, place: &Place, commit: Oid) -> Result<Option<(Oid, i32)>, SaveError> {
        let tree = self.repo.find_commit(commit)?.tree()?;
        match tree.get_path(&place.path) {
            Ok(entry) => Ok(Some((entry.id(), entry.filemode()))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the user's own `git` must make the commit, so that hooks, signatures and filter programs
    /// work as they do everywhere else: libgit2 runs none of them.
    pub fn wants_git(&self, places: &[Place]) -> Result<bool, SaveError> {
        if self.repo.config()?.get_bool("commit.gpgsign").unwrap_or(false) {
            return Ok(true);
        }
        if self.has_hook(&["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction"])? {
            return Ok(true);
        }
        for place in places {
            if self.is_filtered(place)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A blob as it would stand in the work tree in the place of a file.
    pub fn checked_out(&self, place: &Place, blob: Oid) -> Result<Vec<u8>, SaveError> {
        if self.converts(place)? {
            return by_git::checked_out(self, place, blob);
        }
        Ok(self.repo.find_blob(blob)?.content().to_vec())
    }

    /// Whether a program stands between the file and what git stores, which git alone runs.
    pub fn is_filtered(&self, place: &Place) -> Result<bool, SaveError> {
        self.has_attribute(place, &["filter", "working-tree-encoding"])
    }

    /// Whether there is a hook of one of these names, or any in the configuration.
    pub fn has_hook(&self, names: &[&str]) -> Result<bool, SaveError> {
        let config = self.repo.config()?.snapshot()?;
        let hooks = match config.get_path("core.hooksPath") {
            Ok(path) => self.work.join(path),
            Err(_) => self.repo.commondir().join("hooks"),
        };
        Ok(has_configured_hooks(&config) || names.iter().any(|name| is_program(&hooks.join(name))))
    }

    /// Whether the work file may differ from its blob: by line ends, filters or encodings.
    pub fn converts(&self, place: &Place) -> Result<bool, SaveError> {
        let line_ends = self.repo.config()?.snapshot()?.get_string("core.autocrlf").is_ok_and(|value| value == "true");
        Ok(line_ends
            || self.has_attribute(place, &["filter", "working-tree-encoding", "text", "eol", "crlf", "ident"])?)
    }

    fn has_attribute(&self, place: &Place, names: &[&str]) -> Result<bool, SaveError> {
        for name in names {
            if self.repo.get_attr(&place.path, name, AttrCheckFlags::default())?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Place {
    /// The bytes of the work file; `None` where there is none.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>, SaveError> {
        match std::fs::read(&self.file) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(SaveError::Refused(self.file.clone(), error)),
        }
    }
}

/// A path without links; of what is not there yet, that of the nearest folder that is, and the rest as it stands.
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

/// Hooks that are commands in the configuration (`hook.<name>.command`).
fn has_configured_hooks(config: &Config) -> bool {
    let Ok(mut entries) = config.entries(Some(r"^hook\..*\.command$")) else { return false };
    entries.next().is_some()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Who commits: what git itself would write, or an error where it would refuse.
pub(super) fn identity(repo: &Repository) -> Result<Who, SaveError> {
    let config = repo.config()?.snapshot()?;
    Ok(Who { author: person(&config, "author")?, committer: person(&config, "committer")? })
}

/// Whether somebody who has no repository yet could commit in one.
pub(super) fn known_identity() -> Result<(), SaveError> {
    let config = Config::open_default()?.snapshot()?;
    person(&config, "author").and(person(&config, "committer")).map(drop)
}

/// Author or committer: from the environment, else `author.*` or `committer.*`, else `user.*`, as git does.
fn person(config: &Config, role: &str) -> Result<Signature<'static>, SaveError> {
    let variable = |what: &str| std::env::var(format!("GIT_{}_{what}", role.to_uppercase())).ok();
    let setting = |name: &str| config.get_string(name).ok();
    let given = |text: &String| !text.trim().is_empty();
    let name = variable("NAME").or_else(|| setting(&format!("{role}.name"))).or_else(|| setting("user.name"));
    let email = variable("EMAIL").or_else(|| setting(&format!("{role}.email"))).or_else(|| setting("user.email"));
    let email = email.or_else(|| std::env::var("EMAIL").ok());
    let (Some(name), Some(email)) = (name.filter(given), email.filter(given)) else {
        return Err(SaveError::NoIdentity);
    };
    let signature = match variable("DATE").as_deref().and_then(moment) {
        Some(when) => Signature::new(&name, &email, &when),
        None => Signature::now(&name, &email),
    };
    signature.map_err(|_| SaveError::NoIdentity)
}

/// The forms of `GIT_AUTHOR_DATE` that scripts use: `@1606780800 +0100` and `2020-12-01T00:00:00+01:00`.
fn moment(text: &str) -> Option<git2::Time> {
    let zoned = match chrono::DateTime::parse_from_rfc3339(text) {
        Ok(zoned) => zoned,
        Err(_) => chrono::DateTime::parse_from_str(text.trim_start_matches('@'), "%s %z").ok()?,
    };
    Some(git2::Time::new(zoned.timestamp(), zoned.offset().local_minus_utc() / 60))
}
