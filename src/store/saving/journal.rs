//! The journal: what a save is about to do, written before its first visible step. If the process is killed, the next
//! one completes the save or rolls it back.
//!
//! A journal may also have arrived with the folder, from an archive or a USB stick. An entry is used only if it names a
//! record of this folder and temporary files beside it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use git2::{Oid, Reference};
use serde::{Deserialize, Serialize};

use crate::edit;
use crate::store::error::{SaveError, refused};
use crate::store::git::lock::{JOURNAL, SaveLock};
use crate::store::git::repository::{Head, RepoContext, WorkFile};
use crate::store::plain_file::{self, Links};
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::{PendingWrite, ReplaceOutcome, is_temporary};

/// A journal holds two versions of each file of an edit; a larger one is not ours.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A save.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Journal {
    /// The subject of its commit.
    pub subject: String,
    pub branch: String,
    /// Its commit; `None` if the user's git makes it.
    pub commit: Option<String>,
    pub files: Vec<JournalEntry>,
}

/// A file before and after the save.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct JournalEntry {
    /// The record, as trailers name it; `None` for a file that proves the edit: it is committed as it is.
    pub record: Option<String>,
    /// The file below the work tree.
    pub path: PathBuf,
    /// The name of the temporary file that holds the new bytes until they replace the file.
    pub temporary: PathBuf,
    /// The folders that are created for the file.
    pub folders: Vec<PathBuf>,
    /// Its blob in the commit. The one after is unknown if the user's git makes the commit.
    pub committed: [Option<String>; 2],
    /// Its blob in the index.
    pub staged: [Option<String>; 2],
    /// The text of the file.
    pub work: [Option<String>; 2],
    /// Its mode in the index.
    pub mode: i32,
    /// Whether the whole file is committed.
    pub is_whole: bool,
    /// The modification time before the save.
    pub modified: Option<SystemTime>,
}

/// The state before or after a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveSide {
    Before,
    After,
}

impl Journal {
    pub fn new(head: &Head, commit: Option<Oid>, subject: &str, files: Vec<JournalEntry>) -> Self {
        Self {
            subject: subject.to_owned(),
            branch: head.branch.clone(),
            commit: commit.map(|commit| commit.to_string()),
            files,
        }
    }

    /// Reads the journal of a staging directory, if there is one. Fails if this program cannot have written it for
    /// this folder.
    pub fn read(dir: &RecordsDir, ctx: &RepoContext, staging_dir: &Path) -> Result<Option<Self>, SaveError> {
        let path = staging_dir.join(JOURNAL);
        let bytes = match plain_file::read(&path, LARGEST, Links::Refuse) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(refused(&path, error)),
        };
        // A journal of another version of this program must not block every later save.
        let Ok(journal) = serde_json::from_slice::<Self>(&bytes) else { return Ok(None) };
        let is_branch = journal.branch.starts_with("refs/heads/") && Reference::is_valid_name(&journal.branch);
        let is_ours = |entry: &JournalEntry| match &entry.record {
            Some(record) => entry.is_of(record, dir, ctx),
            // Only the user's git commits other files.
            None => journal.commit.is_none() && entry.is_only_committed(ctx),
        };
        if is_branch && journal.files.iter().all(is_ours) {
            Ok(Some(journal))
        } else {
            Err(SaveError::ForeignJournal(path))
        }
    }

    /// Writes the journal in one step. [`SaveLock::sync`] brings it to the disk.
    pub fn write(&self, save_lock: &SaveLock) -> Result<(), SaveError> {
        let (path, new) = (save_lock.staging_dir.join(JOURNAL), save_lock.staging_dir.join("journal.new"));
        let written = serde_json::to_vec(self).map_err(std::io::Error::from).and_then(|bytes| {
            fs::write(&new, bytes)?;
            fs::rename(&new, &path)
        });
        written.map_err(|error| refused(&path, error))
    }

    /// Removes the journal when the save is complete or rolled back.
    pub fn close(self, save_lock: &SaveLock) -> Result<(), SaveError> {
        let path = save_lock.staging_dir.join(JOURNAL);
        fs::remove_file(&path).map_err(|error| refused(&path, error))
    }
}

impl SaveSide {
    /// Returns the wanted state, and the other one.
    pub fn of<T>(self, [before, after]: &[T; 2]) -> (&T, &T) {
        match self {
            Self::Before => (before, after),
            Self::After => (after, before),
        }
    }
}

impl JournalEntry {
    pub fn work_file(&self, ctx: &RepoContext) -> WorkFile {
        WorkFile { absolute: ctx.work.join(&self.path), path: self.path.clone() }
    }

    /// Returns whether the entry is about a record of the folder, reached through no link, and temporary files beside
    /// it.
    fn is_of(&self, record: &str, dir: &RecordsDir, ctx: &RepoContext) -> bool {
        let Some(record) = edit::record_in_trailer(record) else { return false };
        let file = self.work_file(ctx);
        let is_its_own = match file.absolute.strip_prefix(&dir.real) {
            Ok(below) => {
                let name = format!("{}.toml", record.id);
                let is_default = file.absolute.file_name().is_some_and(|found| found == name.as_str())
                    && record.kind.folder().map_or(below == Path::new(&name), |folder| below.starts_with(folder));
                // A record may be a link to another file of the folder.
                is_default || ctx.work_file(dir, &dir.file_of(&record)).is_ok_and(|own| own.path == self.path)
            }
            Err(_) => false,
        };
        let folders_are_above =
            self.folders.iter().all(|folder| folder.starts_with(&dir.real) && file.absolute.starts_with(folder));
        is_its_own && self.is_in_work_tree(ctx) && folders_are_above
    }

    /// Returns whether the entry is about a file that is committed as it is.
    fn is_only_committed(&self, ctx: &RepoContext) -> bool {
        self.is_in_work_tree(ctx) && self.is_whole && self.work == [None, None] && self.folders.is_empty()
    }

    /// Returns whether file and temporary file are in the work tree, reached through no link.
    fn is_in_work_tree(&self, ctx: &RepoContext) -> bool {
        let file = self.work_file(ctx).absolute;
        let is_normal = self.path.components().all(|part| matches!(part, Component::Normal(_)));
        let in_git_dir = self.path.iter().any(|part| part.eq_ignore_ascii_case(".git"));
        is_normal && !in_git_dir && is_free_of_links(&file, &ctx.work) && is_temporary(&file, &self.temporary)
    }

    /// Gives the file the content of one side if it still has that of the other.
    pub fn restore(&self, work_file: &WorkFile, side: SaveSide) -> Result<(), SaveError> {
        self.remove_temporary(work_file);
        let (wanted, other) = side.of(&self.work);
        let now = work_file.bytes()?;
        if wanted != other && now.as_deref() == other.as_deref().map(str::as_bytes) {
            let restored = match wanted {
                Some(text) => PendingWrite::new(&work_file.absolute, text.as_bytes())
                    .and_then(|pending| pending.put(now.as_deref()))
                    .map(|replaced| {
                        // If somebody has just saved the file, theirs stays.
                        if let ReplaceOutcome::Done(Some(displaced)) = replaced {
                            displaced.release();
                        }
                    }),
                None => fs::remove_file(&work_file.absolute),
            };
            restored.map_err(|error| refused(&work_file.absolute, error))?;
            if let (SaveSide::Before, Some(modified)) = (side, self.modified) {
                set_modified(&work_file.absolute, modified);
            }
        }
        if side == SaveSide::Before {
            for folder in self.folders.iter().rev() {
                // Fails if somebody has put a file there, and then the folder stays.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }

    /// Returns whether the file still contains the edit although the commit was refused, because a hook changed it as
    /// well.
    pub fn has_refused_edit(&self, ctx: &RepoContext) -> bool {
        let file = self.work_file(ctx);
        let is_before = |bytes: Option<Vec<u8>>| bytes.as_deref() == self.work[0].as_deref().map(str::as_bytes);
        self.record.is_some() && !file.bytes().is_ok_and(is_before)
    }

    /// Removes the new bytes that did not replace the file.
    pub fn remove_temporary(&self, work_file: &WorkFile) {
        let _ = fs::remove_file(work_file.absolute.with_file_name(&self.temporary));
    }
}

/// Returns whether no part of a path below `top` is a symbolic link. Missing parts are not links.
fn is_free_of_links(path: &Path, top: &Path) -> bool {
    let parts = path.ancestors().take_while(|above| *above != top);
    parts.into_iter().all(|part| fs::symlink_metadata(part).map_or(true, |meta| !meta.is_symlink()))
}

/// Restores the modification time, so that neither git nor a reload takes the file for changed. It may fail without
/// harm.
fn set_modified(file: &Path, modified: SystemTime) {
    if let Ok(file) = fs::File::options().write(true).open(file) {
        let _ = file.set_modified(modified);
    }
}
