//! The only room that touches files and git: finding records, loading, saving, undoing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::{Edit, EditError};
use crate::model::{Portfolio, RecordRef};

/// An open folder of records and what has been read of it.
pub struct Folder {
    root: PathBuf,
}

/// Why a folder cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such folder.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// The folder is not one of records.
    #[error("{0} holds no portfolio.toml, startups, conventions or parties")]
    NotAPortfolio(PathBuf),
    /// The system refused.
    #[error("{0}: {1}")]
    Refused(PathBuf, std::io::Error),
}

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records read.
    pub read: usize,
    /// Records there are.
    pub total: usize,
}

/// What a saved edit or an undo left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The commit, in full.
    pub commit: String,
    /// Its subject.
    pub subject: String,
    /// The record that changed.
    pub record: RecordRef,
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
    /// A merge, rebase, cherry-pick … is under way: its name.
    #[error("{0} in progress")]
    InProgress(&'static str),
    /// The record has changes of the user's own that are not committed.
    #[error("uncommitted changes in {0}")]
    Dirty(PathBuf),
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
    /// There is no edit of ours left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// A later change touched the same lines.
    #[error("later changes touch the same lines as {0}")]
    UndoConflict(String),
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

impl Folder {
    /// Opens a folder: lists its files, reads none.
    ///
    /// # Errors
    /// When it is not there or holds no records.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let _ = root;
        todo!()
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The records that the first screen of `rows` startups needs, and no more: those startups and the
    /// conventions whose names begin with theirs. Rows read so are provisional until [`Folder::load`].
    pub fn load_first(&mut self, rows: usize) -> Portfolio {
        let _ = rows;
        todo!()
    }

    /// Reads all that is new or changed since the last time (size and time of each file), on all cores.
    pub fn load(&mut self, progress: &(dyn Fn(Progress) + Sync)) -> Arc<Portfolio> {
        let _ = progress;
        todo!()
    }

    /// The path of a record's file below the folder, with `/` between its parts; the place for a new one otherwise.
    #[must_use]
    pub fn file_of(&self, record: &RecordRef) -> String {
        let _ = record;
        todo!()
    }

    /// A record's text as it stands on disk now.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn text(&self, record: &RecordRef) -> std::io::Result<String> {
        let _ = record;
        todo!()
    }

    /// Makes an edit to the text on disk and commits that record alone.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn save(&self, edit: &Edit) -> Result<Saved, SaveError> {
        let _ = edit;
        todo!()
    }

    /// Takes back an edit of this program (the latest not yet taken back, or the named one) with a commit of its own.
    ///
    /// # Errors
    /// As [`SaveError`] tells; then nothing was changed.
    pub fn undo(&self, commit: Option<&str>) -> Result<Saved, SaveError> {
        let _ = commit;
        todo!()
    }
}
