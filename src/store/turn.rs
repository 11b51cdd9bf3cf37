//! One save at a time in a repository: a lock, called the turn, and a folder for unfinished files, called the room.
//!
//! The turn is a lock of the system, released when the process that holds it and every git that it started have ended,
//! however they end. A process that takes the turn and finds files in the room knows that their owner was killed.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::SaveError;
use super::commit::refused;
use super::journal::Journal;
use super::repository::Ground;

/// The room's name, in git's own folder of the work tree.
const ROOM: &str = "couveuse";
/// What is locked where the system cannot lock a folder.
const LOCK: &str = "couveuse.lock";

/// The turn, until it is dropped.
pub(super) struct Turn {
    held: File,
    /// The room.
    pub room: PathBuf,
    is_left: bool,
}

impl Turn {
    /// Waits for the turn: as long as others keep taking turns, and a few seconds for a single one.
    pub fn take(ground: &Ground) -> Result<Self, SaveError> {
        let git = ground.repo.path();
        let mut patience = ground.patience();
        let mut seen = changed(git);
        loop {
            if let Some(turn) = Self::take_if_free(ground)? {
                return Ok(turn);
            }
            let now = changed(git);
            if now != seen {
                (seen, patience) = (now, ground.patience());
            }
            if !patience.wait() {
                return Err(SaveError::Locked(git.join(ROOM)));
            }
        }
    }

    /// The turn, where nobody has it.
    pub fn take_if_free(ground: &Ground) -> Result<Option<Self>, SaveError> {
        let git = ground.repo.path();
        let Some(held) = locked(git).map_err(|error| refused(git, error))? else { return Ok(None) };
        let room = git.join(ROOM);
        let is_left = match fs::create_dir(&room) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(refused(&room, error)),
            made => made.is_err(),
        };
        Ok(Some(Self { held, room, is_left }))
    }

    /// Whether the room is there: somebody was killed, or is at work.
    pub fn is_room_taken(ground: &Ground) -> bool {
        ground.repo.path().join(ROOM).exists()
    }

    /// Empties the room.
    pub fn clear(&self) -> Result<(), SaveError> {
        let cleared = fs::remove_dir_all(&self.room).and_then(|()| fs::create_dir(&self.room));
        cleared.map_err(|error| refused(&self.room, error))
    }

    /// Lays a file with these bytes at a place where there must be none: whoever sees it sees all of it. Under its
    /// name in the room it can be told from what others lay there.
    pub fn lay(&self, name: &str, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let here = self.room.join(name);
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
        let here = self.room.join(name);
        let is_same = matches!((fs::read(&here), fs::read(path)), (Ok(ours), Ok(theirs)) if ours == theirs);
        if is_same && is_one_file(&here, path) {
            let _ = fs::remove_file(path);
        }
    }

    /// Whether the room was there: somebody ended without tidying up.
    pub const fn is_left_by_another(&self) -> bool {
        self.is_left
    }

    /// The lock for a process that is started in this turn: it is held until both are gone.
    pub fn shared(&self) -> Result<File, SaveError> {
        self.held.try_clone().map_err(|error| refused(&self.room, error))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // What could not be settled is left to the next one.
        if !Journal::is_in(&self.room) {
            let _ = fs::remove_dir_all(&self.room);
        }
        // Every git that we started has ended; what these left running has no part in the turn.
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

/// When git's folder was last changed: with each turn the room comes and goes.
fn changed(git: &Path) -> Option<SystemTime> {
    fs::metadata(git).and_then(|meta| meta.modified()).ok()
}
