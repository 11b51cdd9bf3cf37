//! Why a folder cannot be opened, and why an edit was not committed: facts, worded by the command line.

use std::path::{Path, PathBuf};

use crate::edit::EditError;
use crate::model::RecordRef;

/// Why a folder cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such folder.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// What is there is a file.
    #[error("{0} is no folder")]
    NotAFolder(PathBuf),
    /// The folder is not one of records.
    #[error("{0} holds no portfolio.toml, startups, conventions or parties")]
    NotAPortfolio(PathBuf),
    /// The system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

/// Why an edit was not committed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The edit does not fit the text on disk.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The folder is in no git repository.
    #[error("not in a git repository")]
    NoRepository,
    /// git does not know who is writing.
    #[error("no identity")]
    NoIdentity,
    /// HEAD is on no branch.
    #[error("detached HEAD")]
    DetachedHead,
    /// The branch has no commit yet.
    #[error("no commit yet")]
    NoCommitYet,
    /// A merge, rebase, cherry-pick … is under way: its name.
    #[error("{0} in progress")]
    InProgress(&'static str),
    /// Records have changes of the user's own that are not committed: the first file, and all those records.
    #[error("uncommitted changes in {0}")]
    Dirty(PathBuf, Vec<RecordRef>),
    /// A file that a new folder would be begun with is there already.
    #[error("{0} is there already")]
    InTheWay(PathBuf),
    /// The record is not under version control yet.
    #[error("{0} is not tracked")]
    Untracked(PathBuf),
    /// The branch moved while we wrote, again and again.
    #[error("the branch keeps moving")]
    BranchMoved,
    /// Another git holds the lock.
    #[error("{0} is locked")]
    Locked(PathBuf),
    /// The repository has hooks or signing, and the user's git refused: its words.
    #[error("git refused: {0}")]
    GitRefused(String),
    /// Nothing would change.
    #[error("nothing to change")]
    NothingToChange,
    /// A record to be made has a file already.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// The record holds by hand nothing that is not committed.
    #[error("nothing to commit")]
    NothingToCommit,
    /// There is no undo of ours left to take back, or an edit came after it.
    #[error("nothing to redo")]
    NothingToRedo,
    /// There is no edit of ours left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The named commit was taken back already: its name.
    #[error("{0} was taken back already")]
    AlreadyUndone(String),
    /// The repository has hooks or signing, and there is no `git` program to run.
    #[error("no git program")]
    NoGit,
    /// A later change touched the same lines.
    #[error("later changes touch what {0} wrote")]
    UndoConflict(String),
    /// There is no commit of that name.
    #[error("no commit {0}")]
    NoCommit(String),
    /// The named commit is not in the history of this branch.
    #[error("{0} is not in the history of this branch")]
    Elsewhere(String),
    /// Not a commit that this program made.
    #[error("{0} is not an edit of this program")]
    NotOurs(String),
    /// git said no.
    #[error(transparent)]
    Git(#[from] git2::Error),
    /// The system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

/// A [`SaveError::Refused`] with the file that it is about.
pub(super) fn refused(path: &Path, error: std::io::Error) -> SaveError {
    SaveError::Refused(path.to_owned(), error)
}
