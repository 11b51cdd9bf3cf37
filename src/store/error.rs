//! The reasons why a folder cannot be opened or an edit was not committed. `cli` turns these into messages.

use std::path::{Path, PathBuf};

use crate::edit::EditError;
use crate::model::RecordRef;

/// Why a folder cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such folder.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// It is a file.
    #[error("{0} is no folder")]
    NotAFolder(PathBuf),
    /// The folder contains no records.
    #[error("{0} holds no portfolio.toml, startups, conventions or parties")]
    NotAPortfolio(PathBuf),
    /// The operating system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

/// A branch that leads to no whole commit any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedBranch {
    /// The full name.
    pub branch: String,
    /// Its file, if it is not packed.
    pub file: PathBuf,
    /// The last whole commit in its log.
    pub last_whole: String,
}

/// Why an edit was not committed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The edit cannot be applied to the text on disk.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The folder is in no git repository.
    #[error("not in a git repository")]
    NoRepository,
    /// The repository around this folder belongs to another user, and `safe.directory` does not name it.
    #[error("the repository around {0} belongs to another user")]
    OtherOwner(PathBuf),
    /// The user stopped the commit, for instance because a hook did not end.
    #[error("cancelled")]
    Cancelled,
    /// Git has no name and address for commits.
    #[error("no identity")]
    NoIdentity,
    /// HEAD is on no branch.
    #[error("detached HEAD")]
    DetachedHead,
    /// The branch has no commit yet.
    #[error("no commit yet")]
    NoCommitYet,
    /// A merge, rebase, cherry-pick … is in progress: its name.
    #[error("{0} in progress")]
    InProgress(&'static str),
    /// Records have uncommitted changes: the first file, and all those records.
    #[error("uncommitted changes in {0}")]
    Dirty(PathBuf, Vec<RecordRef>),
    /// A file that `init` would create exists.
    #[error("{0} already exists")]
    AlreadyExists(PathBuf),
    /// The record is not under version control yet.
    #[error("{0} is not tracked")]
    Untracked(PathBuf),
    /// The branch moved during every attempt.
    #[error("the branch keeps moving")]
    BranchMoved,
    /// Another git holds the lock.
    #[error("{0} is locked")]
    Locked(PathBuf),
    /// The commit of the branch cannot be read, as after a power failure.
    #[error("{} is damaged", .0.branch)]
    DamagedBranch(Box<DamagedBranch>),
    /// The index is empty or cut off, as after a power failure.
    #[error("{0} is damaged")]
    DamagedIndex(PathBuf),
    /// The user's git refused: its messages.
    #[error("git refused: {0}")]
    GitRefused(String),
    /// A hook refused the commit, and left the edit in a file: the messages, and the file.
    #[error("git refused, and {path} still contains the edit: {messages}")]
    RefusedButChanged {
        /// The messages of git.
        messages: String,
        /// The file below the work tree.
        path: PathBuf,
    },
    /// The journal of an unfinished save that this program cannot have written here.
    #[error("{0} was not left by this program")]
    ForeignJournal(PathBuf),
    /// A sparse checkout leaves the record out of the work tree.
    #[error("{0} is not checked out")]
    NotCheckedOut(PathBuf),
    /// Nothing would change.
    #[error("nothing to change")]
    NothingToChange,
    /// The file of a new record exists.
    #[error("{0} already exists")]
    Exists(PathBuf),
    /// The record has no uncommitted changes.
    #[error("nothing to commit")]
    NothingToCommit,
    /// There is no undo to revert, or an edit came after it.
    #[error("nothing to redo")]
    NothingToRedo,
    /// There is no edit of this program left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The given commit was undone already.
    #[error("{0} was taken back already")]
    AlreadyUndone(String),
    /// The repository has hooks or signing, and there is no `git` program to run.
    #[error("no git program")]
    NoGit,
    /// A later change touched the same lines.
    #[error("later changes touch what {0} wrote")]
    UndoConflict(String),
    /// There is no such commit.
    #[error("no commit {0}")]
    NoCommit(String),
    /// The given commit is not in the history of this branch.
    #[error("{0} is not in the history of this branch")]
    Elsewhere(String),
    /// The given commit is not an edit of this program.
    #[error("{0} is not an edit of this program")]
    NotOurs(String),
    /// The folder shows the records of this commit.
    #[error("the records are those of {0}")]
    InThePast(String),
    /// libgit2 refused.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The operating system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

/// Returns a [`SaveError::Refused`] with the file that it is about.
pub(super) fn refused(path: &Path, error: std::io::Error) -> SaveError {
    SaveError::Refused(path.to_owned(), error)
}
