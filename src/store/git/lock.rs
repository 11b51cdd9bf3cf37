//! One save at a time in a repository: a lock, called the save_lock, and a folder for unfinished files, called the staging_dir.
//!
//! The save_lock is a lock of the system, released when the process that holds it and every git that it started have ended,
//! however they end. A process that takes the save_lock and finds files in the staging_dir knows that their owner was killed.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::store::error::{SaveError, refused};
use crate::store::git::repository::RepoContext;

/// The staging_dir's name, in git's own folder of the work tree.
const STAGING_DIR: &str = "couveuse";
/// The file in the staging directory that describes an unfinished save.
pub(crate) const JOURNAL: &str = "journal";
/// What is locked where the system cannot lock a folder.
const LOCK: &str = "couveuse.lock";

/// The save_lock, until it is dropped.
pub(crate) struct SaveLock {
    held: File,
    /// The staging_dir.
    pub staging_dir: PathBuf,
    is_left: bool,
}

impl SaveLock {
    /// Waits for the save_lock: as long as others keep taking turns, and a few seconds for a single one.
    pub fn take(ctx: &RepoContext) -> Result<Self, SaveError> {
        let git = ctx.repo.path();
        let mut backoff = ctx.backoff();
        let mut seen = changed(git);
        loop {
            if let Some(save_lock) = Self::take_if_free(ctx)? {
                return Ok(save_lock);
            }
            let now = changed(git);
            if now != seen {
                (seen, backoff) = (now, ctx.backoff());
            }
            if !backoff.wait() {
                return Err(SaveError::Locked(git.join(STAGING_DIR)));
            }
        }
    }

    /// The save_lock, where nobody has it.
    pub fn take_if_free(ctx: &RepoContext) -> Result<Option<Self>, SaveError> {
        let git = ctx.repo.path();
        let Some(held) = locked(git).map_err(|error| refused(git, error))? else { return Ok(None) };
        let staging_dir = git.join(STAGING_DIR);
        let is_left = match fs::create_dir(&staging_dir) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(refused(&staging_dir, error)),
            made => made.is_err(),
        };
        Ok(Some(Self { held, staging_dir, is_left }))
    }

    /// Whether the staging_dir is there: somebody was killed, or is at work.
    pub fn is_room_taken(ctx: &RepoContext) -> bool {
        ctx.repo.path().join(STAGING_DIR).exists()
    }

    /// Empties the staging_dir.
    pub fn clear(&self) -> Result<(), SaveError> {
        let cleared = fs::remove_dir_all(&self.staging_dir).and_then(|()| fs::create_dir(&self.staging_dir));
        cleared.map_err(|error| refused(&self.staging_dir, error))
    }

    /// Lays a file with these bytes at a work_file where there must be none: whoever sees it sees all of it. Under its
    /// name in the staging_dir it can be told from what others lay there.
    pub fn lay(&self, name: &str, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let here = self.staging_dir.join(name);
        // Not written over: it may be another name of what was laid before.
        match fs::remove_file(&here) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::write(&here, bytes)?,
        }
        match fs::hard_link(&here, path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // A file system without hard links.
            Err(_) => File::create_new(path)?.write_all(bytes),
        }
    }

    /// Removes what was laid under a name; what another process laid there stays.
    pub fn take_up(&self, name: &str, path: &Path) {
        let here = self.staging_dir.join(name);
        let is_same = matches!((fs::read(&here), fs::read(path)), (Ok(ours), Ok(theirs)) if ours == theirs);
        if is_same && is_one_file(&here, path) {
            let _ = fs::remove_file(path);
        }
    }

    /// Whether the staging_dir was there: somebody ended without tidying up.
    pub const fn is_left_by_another(&self) -> bool {
        self.is_left
    }

    /// The lock for a process that is started in this save_lock: it is held until both are gone.
    pub fn shared(&self) -> Result<File, SaveError> {
        self.held.try_clone().map_err(|error| refused(&self.staging_dir, error))
    }
}

impl Drop for SaveLock {
    fn drop(&mut self) {
        // What could not be settled is left to the next one.
        if !self.staging_dir.join(JOURNAL).exists() {
            let _ = fs::remove_dir_all(&self.staging_dir);
        }
        // Every git that we started has ended; what these left running has no part in the save_lock.
        let _ = self.held.unlock();
    }
}

/// The folder locked, or a file in it where a folder cannot be; `None` where another process has it.
fn locked(git: &Path) -> io::Result<Option<File>> {
    if let Ok(folder) = File::open(git) {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Network file systems, and systems that have no locks of folders.
            Err(TryLockError::Error(_)) => {}
        }
    }
    let file = File::options().create(true).truncate(false).write(true).open(git.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether two names are those of one file, or else the file system has no second names.
#[cfg(unix)]
fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other)) else { return false };
    (one.dev(), one.ino()) == (other.dev(), other.ino()) || one.nlink() == 1
}

#[cfg(not(unix))]
fn is_one_file(_: &Path, _: &Path) -> bool {
    true
}

/// When git's folder was last changed: with each save_lock the staging_dir comes and goes.
fn changed(git: &Path) -> Option<SystemTime> {
    fs::metadata(git).and_then(|meta| meta.modified()).ok()
}
