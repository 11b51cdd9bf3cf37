//! The user's index: held while we commit, so that nobody else changes it, and given our one entry at the end.

use std::fs::{self, Metadata, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use git2::{Index, IndexEntry, IndexTime, Oid, Repository};

use super::SaveError;
use super::workfile::Temporary;

/// How long another git may hold the index before we give up: longer than any command that a person waits for.
const PATIENCE: [u64; 7] = [5, 10, 20, 50, 100, 200, 400];

/// The lock that git itself takes: a file beside the index. Given back when dropped.
pub(super) struct Lock {
    index: PathBuf,
    lock: PathBuf,
}

impl Lock {
    /// Takes the lock, waiting a little for another git to finish.
    pub fn take(repo: &Repository) -> Result<Self, SaveError> {
        let index = repo.path().join("index");
        let lock = repo.path().join("index.lock");
        for wait in PATIENCE.into_iter().map(Some).chain([None]) {
            match OpenOptions::new().write(true).create_new(true).open(&lock) {
                Ok(_) => return Ok(Self { index, lock }),
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(SaveError::Refused(lock, error)),
                Err(_) => {}
            }
            if let Some(wait) = wait {
                sleep(Duration::from_millis(wait));
            }
        }
        Err(SaveError::Locked(lock))
    }

    /// A copy of the index to work on; `None` where it is of a form that libgit2 does not read
    /// (split or sparse), and git itself must do the work.
    pub fn copy(&self, repo: &Repository) -> Result<Option<Copy>, SaveError> {
        let path = self.index.with_file_name(format!("index.couveuse-{}", std::process::id()));
        let refused = |error| SaveError::Refused(self.index.clone(), error);
        let guard = Temporary(path);
        match fs::copy(&self.index, &guard.0) {
            Ok(_) => keep_time(&self.index, &guard.0).map_err(refused)?,
            // A repository whose index was never written.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(refused(error)),
        }
        let Ok(mut index) = Index::open(&guard.0) else { return Ok(None) };
        repo.set_index(&mut index)?;
        Ok(Some(Copy { index, path: guard }))
    }
}

/// Gives the copy the time of the index: files changed in that very moment are looked at again when it is written.
fn keep_time(from: &Path, to: &Path) -> std::io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    OpenOptions::new().write(true).open(to)?.set_modified(modified)
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
    }
}

/// A copy of the index.
pub(super) struct Copy {
    index: Index,
    path: Temporary,
}

impl Copy {
    /// The blob that the index holds for a path, where there is one and no conflict.
    pub fn blob(&self, path: &Path) -> Option<Oid> {
        self.index.get_path(path, 0).map(|entry| entry.id)
    }

    /// Puts a path's new blob into the index, with the marks of the file it is in, and the copy in the index's place.
    pub fn put(mut self, lock: &Lock, path: &Path, blob: Oid, file: &Metadata) -> Result<(), SaveError> {
        if let Some(old) = self.index.get_path(path, 0) {
            self.index.add(&marked(old, blob, file))?;
            self.index.write()?;
            fs::rename(&self.path.0, &lock.index).map_err(|error| SaveError::Refused(lock.index.clone(), error))?;
        }
        Ok(())
    }
}

/// The entry with a new blob, and with the marks by which git sees that the file was not touched since.
#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
#[expect(clippy::cast_sign_loss, reason = "the index keeps the lower 32 bits of each")]
fn marked(old: IndexEntry, blob: Oid, file: &Metadata) -> IndexEntry {
    use std::os::unix::fs::MetadataExt;
    IndexEntry {
        id: blob,
        ctime: IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32),
        mtime: IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32),
        dev: file.dev() as u32,
        ino: file.ino() as u32,
        uid: file.uid(),
        gid: file.gid(),
        file_size: file.size() as u32,
        ..old
    }
}

/// The entry with a new blob; without marks, git looks at the file's bytes the next time.
#[cfg(not(unix))]
fn marked(old: IndexEntry, blob: Oid, _: &Metadata) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry { id: blob, ctime: never, mtime: never, dev: 0, ino: 0, file_size: 0, ..old }
}
