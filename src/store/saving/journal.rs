//! What a save is about to do, written down before its first visible step: if the process is killed, the next one
//! finishes the save or takes it back.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::store::error::{SaveError, refused};
use crate::store::git::lock::{JOURNAL, SaveLock};
use crate::store::git::repository::{self, Head, RepoContext, WorkFile};
use crate::store::saving::atomic_write::PendingWrite;

/// One save.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Journal {
    /// The subject of its commit.
    pub subject: String,
    /// The branch.
    pub branch: String,
    /// Its commit; `None` where the user's git makes it.
    pub commit: Option<String>,
    /// Its files.
    pub files: Vec<JournalEntry>,
}

/// One file: before and after.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct JournalEntry {
    /// The record, as trailers name it.
    pub record: String,
    /// The file, below the work tree.
    pub path: PathBuf,
    /// Where its new bytes are before they are put in its work_file.
    pub temporary: PathBuf,
    /// The folders that are made for it.
    pub folders: Vec<PathBuf>,
    /// Its blob in the commit; the one after is not known where the user's git makes it.
    pub committed: [Option<String>; 2],
    /// Its blob in the index.
    pub staged: [Option<String>; 2],
    /// The text of the file.
    pub work: [Option<String>; 2],
    /// Its mode, where it is in the index.
    pub mode: i32,
    /// Whether all of the file is committed.
    pub is_whole: bool,
    /// When the file was changed last, before.
    pub modified: Option<SystemTime>,
}

impl Journal {
    /// Of a save by steps.
    pub fn of(head: &Head, commit: Option<git2::Oid>, subject: &str, files: Vec<JournalEntry>) -> Self {
        Self {
            subject: subject.to_owned(),
            branch: head.branch.clone(),
            commit: commit.map(|commit| commit.to_string()),
            files,
        }
    }

    /// The one in the staging_dir.
    pub fn read(save_lock: &SaveLock) -> Result<Option<Self>, SaveError> {
        let path = save_lock.staging_dir.join(JOURNAL);
        match fs::read(&path) {
            // A journal of another version that we cannot read must not block every later save.
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(refused(&path, error)),
        }
    }

    /// Writes the journal into the staging_dir, in one step. It is not synced to the disk: it serves after a killed process.
    /// After a power failure each file is the old or the new one without it.
    pub fn write(&self, save_lock: &SaveLock) -> Result<(), SaveError> {
        let (path, beside) = (save_lock.staging_dir.join(JOURNAL), save_lock.staging_dir.join("journal.new"));
        let written = serde_json::to_vec(self).map_err(std::io::Error::from).and_then(|bytes| {
            fs::write(&beside, bytes)?;
            fs::rename(&beside, &path)
        });
        written.map_err(|error| refused(&path, error))
    }

    /// Takes it out of the staging_dir: the save is done, or nothing is left of it.
    pub fn close(self, save_lock: &SaveLock) -> Result<(), SaveError> {
        let path = save_lock.staging_dir.join(JOURNAL);
        fs::remove_file(&path).map_err(|error| refused(&path, error))
    }
}

/// The blob of a file in HEAD.
pub(crate) fn committed(ctx: &RepoContext, work_file: &WorkFile) -> Result<Option<String>, SaveError> {
    let Some(tip) = repository::tip(&ctx.repo)? else { return Ok(None) };
    Ok(ctx.committed(work_file, tip)?.map(|(blob, _)| blob.to_string()))
}

/// Which state is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

impl Side {
    /// What is wanted, and what is not.
    pub fn of<T>(self, [before, after]: &[T; 2]) -> (&T, &T) {
        match self {
            Self::Before => (before, after),
            Self::After => (after, before),
        }
    }
}

impl JournalEntry {
    /// Where it is.
    pub fn work_file(&self, ctx: &RepoContext) -> WorkFile {
        WorkFile { absolute: ctx.work.join(&self.path), path: self.path.clone() }
    }

    /// Gives the file the bytes of one side, if it still holds those of the other.
    pub fn bring(&self, work_file: &WorkFile, side: Side) -> Result<(), SaveError> {
        self.clear(work_file);
        let (wanted, other) = side.of(&self.work);
        let now = work_file.bytes()?;
        if wanted != other && now.as_deref() == other.as_deref().map(str::as_bytes) {
            let brought = match wanted {
                Some(text) => PendingWrite::new(&work_file.absolute, text.as_bytes()).and_then(PendingWrite::put),
                None => fs::remove_file(&work_file.absolute),
            };
            brought.map_err(|error| refused(&work_file.absolute, error))?;
            if let (Side::Before, Some(modified)) = (side, self.modified) {
                set_modified(&work_file.absolute, modified);
            }
        }
        if side == Side::Before {
            for folder in self.folders.iter().rev() {
                // Goes only where nothing is in it.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }

    /// Takes away the bytes that were not put in the file's work_file.
    pub fn clear(&self, work_file: &WorkFile) {
        let _ = fs::remove_file(work_file.absolute.with_file_name(&self.temporary));
    }
}

/// Restores the time of a file, so that neither git nor a reload takes it for changed. It may fail without harm.
fn set_modified(file: &Path, modified: std::time::SystemTime) {
    if let Ok(file) = fs::File::options().write(true).open(file) {
        let _ = file.set_modified(modified);
    }
}
