//! Moving the branch, by the very steps that git takes: a lock beside the branch's file, the log, and the lock renamed
//! to be the file.
//!
//! libgit2 does the same, but a process killed within leaves a lock that nobody can tell from one that is held. Ours
//! holds the new commit from its first moment, and the journal names that.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use git2::{Config, Oid, ReferenceType, Signature};

use super::commit::refused;
use super::repository::{Ground, Head};
use super::turn::Turn;
use super::{SaveError, by_git};

/// The lock's name in our room.
const NAME: &str = "branch.held";

/// A branch that is locked at the commit where we saw it.
pub(super) struct Held<'a> {
    ground: &'a Ground,
    from: &'a Head,
    to: Oid,
    /// `None` for a branch that only git can lock: it does so while it moves it.
    lock: Option<Lock>,
}

/// Locks the branch, to move it to a commit; `None` where it has moved since.
pub(super) fn hold<'a>(
    ground: &'a Ground,
    turn: &Turn,
    from: &'a Head,
    to: Oid,
) -> Result<Option<Held<'a>>, SaveError> {
    let is_plain = from.branch.starts_with("refs/heads/")
        && ground.repo.find_reference(&from.branch)?.kind() == Some(ReferenceType::Direct);
    let lock = is_plain.then(|| Lock::take(ground, turn, &file(ground, &from.branch), to)).transpose()?;
    ground.steps.pass("branch locked")?;
    let now = ground.repo.find_reference(&from.branch).and_then(|branch| branch.peel_to_commit());
    let is_there = now.is_ok_and(|now| now.id() == from.commit);
    Ok(is_there.then_some(Held { ground, from, to, lock }))
}

impl Held<'_> {
    /// Moves it. Tells whether it was still where it was.
    pub fn advance(self, subject: &str) -> Result<bool, SaveError> {
        let log = format!("commit: {subject}");
        let Some(lock) = self.lock else { return by_git::update_ref(self.ground, self.from, self.to, &log) };
        write_logs(self.ground, self.from, self.to, &log)?;
        self.ground.steps.pass("move the branch")?;
        lock.commit(&file(self.ground, &self.from.branch))?;
        self.ground.steps.pass("branch moved")?;
        Ok(true)
    }
}

/// Removes the lock of a process of ours that is no more.
pub(super) fn release_stale(ground: &Ground, turn: &Turn, branch: &str) {
    turn.take_up(NAME, &beside(&file(ground, branch)));
}

/// The branch's own file, there or not.
fn file(ground: &Ground, branch: &str) -> PathBuf {
    ground.repo.commondir().join(branch)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// The lock of a branch; given back when dropped.
struct Lock {
    path: PathBuf,
    is_held: bool,
}

impl Lock {
    fn take(ground: &Ground, turn: &Turn, file: &Path, to: Oid) -> Result<Self, SaveError> {
        let path = beside(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
        }
        let mut patience = ground.patience();
        loop {
            match turn.lay(NAME, &path, format!("{to}\n").as_bytes()) {
                Ok(()) => return Ok(Self { path, is_held: true }),
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&path, error)),
                Err(_) if patience.wait() => {}
                Err(_) => return Err(SaveError::Locked(path)),
            }
        }
    }

    fn commit(mut self, file: &Path) -> Result<(), SaveError> {
        fs::rename(&self.path, file).map_err(|error| refused(file, error))?;
        self.is_held = false;
        Ok(())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Gone already where it became the branch's file, and then another's may stand there.
        if self.is_held {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Adds the move to the reflogs of the branch and of HEAD, where there are any.
fn write_logs(ground: &Ground, from: &Head, to: Oid, message: &str) -> Result<(), SaveError> {
    let line = log_line(from.commit, to, &ground.who()?.committer, message);
    let is_kept = keeps_logs(&ground.repo.config()?);
    for log in [ground.repo.commondir().join("logs").join(&from.branch), ground.repo.path().join("logs/HEAD")] {
        if is_kept || log.exists() {
            append(&log, &line).map_err(|error| refused(&log, error))?;
        }
    }
    Ok(())
}

/// Unless told otherwise, a repository with a work tree keeps them.
fn keeps_logs(config: &Config) -> bool {
    config.get_bool("core.logAllRefUpdates").unwrap_or(true)
}

fn log_line(from: Oid, to: Oid, who: &Signature<'_>, message: &str) -> Vec<u8> {
    let (when, offset) = (who.when().seconds(), who.when().offset_minutes());
    let (sign, offset) = (if offset < 0 { '-' } else { '+' }, offset.abs());
    let mut line = format!("{from} {to} ").into_bytes();
    line.extend(who.name_bytes());
    line.extend(b" <");
    line.extend(who.email_bytes());
    line.extend(format!("> {when} {sign}{:02}{:02}\t{message}\n", offset / 60, offset % 60).bytes());
    line
}

fn append(log: &Path, line: &[u8]) -> io::Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().append(true).create(true).open(log)?.write_all(line)
}
