//! The user's index: held while we commit, so that nobody else changes it, and given our one entry at the end.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use git2::{ErrorCode, FileMode, Index, IndexEntry, IndexTime, Oid, Repository};

use super::SaveError;

/// How long another git may hold the index before we give up: longer than any command that a person waits for.
const PATIENCE: [u64; 7] = [5, 10, 20, 50, 100, 200, 400];

/// The lock that git itself takes: a file beside the index. Given back when dropped.
pub(super) struct Lock {
    lock: PathBuf,
}

impl Lock {
    /// Takes the lock, waiting a little for another git to finish.
    pub fn take(repo: &Repository) -> Result<Self, SaveError> {
        let lock = repo.path().join("index.lock");
        for wait in PATIENCE.into_iter().map(Some).chain([None]) {
            match OpenOptions::new().write(true).create_new(true).open(&lock) {
                Ok(_) => return Ok(Self { lock }),
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(SaveError::Refused(lock, error));
                }
                Err(_) => {}
            }
            if let Some(wait) = wait {
                sleep(Duration::from_millis(wait));
            }
        }
        Err(SaveError::Locked(lock))
    }

    /// The index as it is while we hold it; `None` where it is of a form that libgit2 does not read
    /// (split or sparse), and git itself must do the work.
    pub fn index(&self, repo: &Repository) -> Option<Index> {
        let mut index = repo.index().ok()?;
        index.read(false).ok()?;
        Some(index)
    }

    /// Puts the new blobs of files into the index, in place of those that were committed before.
    ///
    /// libgit2 takes the lock itself, so ours is given back in the moment before. Whoever gets in between
    /// is waited for, and what they staged is read again.
    pub fn give(self, mut index: Index, given: &[Given<'_>]) -> Result<(), SaveError> {
        let lock = self.lock.clone();
        drop(self);
        for wait in PATIENCE {
            for one in given {
                let old = index.get_path(one.path, 0);
                let is_theirs = !one.by_hand && old.as_ref().map(|old| old.id) != one.committed;
                match one.blob {
                    // Theirs, whatever it is by now.
                    _ if is_theirs => {}
                    Some(blob) => {
                        let meta = fs::metadata(one.file);
                        let meta = meta.map_err(|error| SaveError::Refused(one.file.to_owned(), error))?;
                        index.add(&marked(old.unwrap_or_else(|| entry(one.path)), blob, &meta))?;
                    }
                    None => index.remove_path(one.path)?,
                }
            }
            match index.write() {
                Err(error) if error.code() == ErrorCode::Locked => sleep(Duration::from_millis(wait)),
                outcome => return Ok(outcome?),
            }
            index.read(true)?;
        }
        Err(SaveError::Locked(lock))
    }
}

/// What one file has become.
pub(super) struct Given<'a> {
    /// The file below the work tree.
    pub path: &'a Path,
    /// The file itself.
    pub file: &'a Path,
    /// Its blob before; `None` of a new file.
    pub committed: Option<Oid>,
    /// Its blob now; `None` where it is gone.
    pub blob: Option<Oid>,
    /// Whether it takes the place of whatever was staged of it.
    pub by_hand: bool,
}

/// An entry for a file that the index does not have yet.
fn entry(path: &Path) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    // Git has `/` between the parts of a path everywhere.
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode: u32::from(FileMode::Blob),
        uid: 0,
        gid: 0,
        file_size: 0,
        id: Oid::ZERO_SHA1,
        flags: 0,
        flags_extended: 0,
        path: parts.join("/").into_bytes(),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
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

/// Whether a file has the marks of its entry: then it was not touched since, but for the very second of writing.
#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
pub(super) fn is_untouched(entry: &IndexEntry, file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let modified = IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32);
    let changed = IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32);
    // Where git was told nothing of the parts of a second, they are 0.
    let same = |a: IndexTime, b: IndexTime| {
        a.seconds() == b.seconds() && (a.nanoseconds() == 0 || a.nanoseconds() == b.nanoseconds())
    };
    same(entry.mtime, modified)
        && same(entry.ctime, changed)
        && entry.file_size == file.size() as u32
        && entry.ino == file.ino() as u32
}

/// Whether a file has the marks of its entry; never, where entries have none.
#[cfg(not(unix))]
pub(super) fn is_untouched(_: &IndexEntry, _: &Metadata) -> bool {
    false
}

/// The entry with a new blob; without marks, git looks at the file's bytes the next time.
#[cfg(not(unix))]
fn marked(old: IndexEntry, blob: Oid, _: &Metadata) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry { id: blob, ctime: never, mtime: never, dev: 0, ino: 0, file_size: 0, ..old }
}
