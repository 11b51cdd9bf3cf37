//! One save at a time in a repository: the save lock, and a staging directory for unfinished files.
//!
//! The lock belongs to the operating system. It is released when the process that holds it and every git that it
//! started have ended, however they end. If a process takes the lock and finds files in the staging directory, their
//! owner was killed.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use crate::store::dir_entries::{self, EntryKind};
use crate::store::error::{SaveError, refused};
use crate::store::git::repository::RepoContext;
use crate::store::git::{command, fsync};

/// The staging directory in the git directory of the work tree.
const STAGING_DIR: &str = "couveuse";
/// The file in the staging directory that describes an unfinished save.
pub(crate) const JOURNAL: &str = "journal";
/// Our name in the staging directory for the lock file of the index.
pub(crate) const INDEX_LOCK: &str = "index.held";
/// The file to lock if the system cannot lock a directory.
const LOCK_FILE: &str = "couveuse.lock";

/// The save lock, until it is dropped.
pub(crate) struct SaveLock {
    held: DirLock,
    pub staging_dir: PathBuf,
    is_left: bool,
}

impl SaveLock {
    /// Waits for the lock: as long as others keep taking it in turn, and a few seconds for a single one.
    pub fn take(ctx: &RepoContext) -> Result<Self, SaveError> {
        let git = ctx.git_dir();
        let mut backoff = ctx.backoff();
        let mut seen = changed(git);
        loop {
            if let Some(lock) = Self::try_take(ctx)? {
                return Ok(lock);
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

    /// Takes the lock unless another process holds it.
    pub fn try_take(ctx: &RepoContext) -> Result<Option<Self>, SaveError> {
        let git = ctx.git_dir();
        let Some(held) = locked(git).map_err(|error| refused(git, error))? else { return Ok(None) };
        let staging_dir = git.join(STAGING_DIR);
        let is_left = match fs::create_dir(&staging_dir) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(refused(&staging_dir, error)),
            created => created.is_err(),
        };
        if is_left && !holds_plain_files(&staging_dir).map_err(|error| refused(&staging_dir, error))? {
            return Err(SaveError::ForeignJournal(staging_dir));
        }
        Ok(Some(Self { held, staging_dir, is_left }))
    }

    /// Returns whether the staging directory exists: a process was killed, or is running.
    pub fn is_in_use(ctx: &RepoContext) -> bool {
        fs::symlink_metadata(ctx.git_dir().join(STAGING_DIR)).is_ok()
    }

    /// Returns whether the staging directory contains a journal: a save has begun and not ended.
    pub fn has_journal(ctx: &RepoContext) -> bool {
        fs::symlink_metadata(ctx.git_dir().join(STAGING_DIR).join(JOURNAL)).is_ok()
    }

    /// Returns the staging directory that a killed process left, without touching it. `None` if there is none, or if
    /// a process is saving.
    pub fn left_behind(ctx: &RepoContext) -> Result<Option<PathBuf>, SaveError> {
        let git = ctx.git_dir();
        if !Self::is_in_use(ctx) || locked(git).map_err(|error| refused(git, error))?.is_none() {
            return Ok(None);
        }
        let staging_dir = git.join(STAGING_DIR);
        match holds_plain_files(&staging_dir) {
            Ok(true) => Ok(Some(staging_dir)),
            Ok(false) => Err(SaveError::ForeignJournal(staging_dir)),
            Err(error) => Err(refused(&staging_dir, error)),
        }
    }

    /// Waits until the journal and the lock of the index are on the disk. After a power failure the next process then
    /// knows what was half done.
    pub fn sync(&self) -> Result<(), SaveError> {
        for name in [JOURNAL, INDEX_LOCK] {
            let path = self.staging_dir.join(name);
            match fsync::file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(&path, error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Empties the staging directory.
    pub fn clear(&self) -> Result<(), SaveError> {
        let cleared =
            dir_entries::remove_with_files(&self.staging_dir).and_then(|()| fs::create_dir(&self.staging_dir));
        cleared.map_err(|error| refused(&self.staging_dir, error))
    }

    /// Creates a lock file of git with these bytes, in one step. Fails if there is one. Its name in the staging
    /// directory distinguishes it from the lock files of other programs.
    pub fn create_lock_file(&self, name: &str, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let own = self.staging_dir.join(name);
        // Not overwritten: it may be another name of an earlier lock file.
        match fs::remove_file(&own) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::write(&own, bytes)?,
        }
        match fs::hard_link(&own, path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // The file system has no hard links.
            Err(_) => File::create_new(path)?.write_all(bytes),
        }
    }

    /// Removes a lock file that was created under this name; that of another program stays.
    pub fn remove_lock_file(&self, name: &str, path: &Path) {
        let own = self.staging_dir.join(name);
        let is_same = matches!((fs::read(&own), fs::read(path)), (Ok(ours), Ok(theirs)) if ours == theirs);
        if is_same && is_one_file(&own, path) {
            let _ = fs::remove_file(path);
        }
    }

    /// Runs git to its end while it shares the lock: if we are killed, the next process waits for that git. Stops git
    /// and its children as soon as `stops` is set.
    ///
    /// # Errors
    /// [`SaveError::Cancelled`] if it was stopped.
    pub fn run(&self, command: &mut Command, stops: &AtomicBool) -> Result<Output, SaveError> {
        // Both streams go into one file: their lines stay in order, and git does not lose its pipe if we are killed.
        let path = self.staging_dir.join("output");
        let files = File::create(&path).and_then(|stdout| Ok((stdout.try_clone()?, stdout)));
        let (stderr, stdout) = files.map_err(|error| refused(&path, error))?;
        let shared = self.held.file.try_clone().map_err(|error| refused(&self.staging_dir, error))?;
        let child = command.stdin(shared).stdout(stdout).stderr(stderr).spawn().map_err(command::failed)?;
        let status = command::wait_unless(child, stops)?.ok_or(SaveError::Cancelled)?;
        let stderr = fs::read(&path).map_err(|error| refused(&path, error))?;
        Ok(Output { status, stdout: Vec::new(), stderr })
    }

    /// Returns whether the staging directory existed already: a process was killed.
    pub const fn is_left_by_another(&self) -> bool {
        self.is_left
    }
}

impl Drop for SaveLock {
    fn drop(&mut self) {
        // A save that could not be settled is left to the next process.
        if !self.staging_dir.join(JOURNAL).exists() {
            let _ = dir_entries::remove_with_files(&self.staging_dir);
        }
    }
}

/// The lock of the git directory, held by the directory or by a file in it.
struct DirLock {
    file: File,
    /// The file, if a directory cannot be locked.
    lock_file: Option<PathBuf>,
}

impl Drop for DirLock {
    fn drop(&mut self) {
        if let Some(path) = &self.lock_file {
            let _ = fs::remove_file(path);
        }
        // Every git that we started has ended. Processes that these left running must not keep the lock.
        let _ = self.file.unlock();
    }
}

/// Removes a lock file of ours. A lock that stays would block every later save, so a failure is worth another attempt.
pub(crate) fn remove_lock_file(path: &Path) {
    for _ in 0..3 {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {}
            _ => return,
        }
    }
}

/// Returns whether the staging directory is a directory that contains nothing but plain files, as this program leaves
/// it.
fn holds_plain_files(staging_dir: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(staging_dir)?.is_dir() {
        return Ok(false);
    }
    for entry in dir_entries::list(staging_dir)? {
        if entry?.kind? != EntryKind::File {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Locks the git directory, or a file in it if a directory cannot be locked. `None` if another process holds the lock.
fn locked(git: &Path) -> io::Result<Option<DirLock>> {
    match File::open(git) {
        Ok(dir) => match try_lock(&dir) {
            Ok(()) => return Ok(Some(DirLock { file: dir, lock_file: None })),
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Network file systems, and systems that cannot lock directories.
            Err(TryLockError::Error(_)) => {}
        },
        // Only some systems cannot open directories.
        Err(error) if cfg!(unix) => return Err(error),
        Err(_) => {}
    }
    let path = git.join(LOCK_FILE);
    loop {
        let file = File::options().create(true).truncate(false).write(true).open(&path)?;
        match try_lock(&file) {
            Ok(()) if is_at(&file, &path) => return Ok(Some(DirLock { file, lock_file: Some(path) })),
            // The process that held the lock has removed the file since we opened it.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Returns whether an open file is still the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(one), Ok(other)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// An open file cannot be removed on this system.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// Locks a file, also if a signal interrupts that.
fn try_lock(file: &File) -> Result<(), TryLockError> {
    loop {
        match file.try_lock() {
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// Returns whether two paths name one file, or the file system has no hard links.
#[cfg(unix)]
fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(one), Ok(other)) = (fs::symlink_metadata(one), fs::symlink_metadata(other)) else { return false };
    (one.dev(), one.ino()) == (other.dev(), other.ino()) || one.nlink() == 1
}

#[cfg(not(unix))]
fn is_one_file(_: &Path, _: &Path) -> bool {
    true
}

/// Returns when the git directory last changed: each save creates and removes the staging directory.
fn changed(git: &Path) -> Option<SystemTime> {
    fs::metadata(git).and_then(|meta| meta.modified()).ok()
}
