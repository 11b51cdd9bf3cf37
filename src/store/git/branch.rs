//! Moving the branch, by the very steps that git takes: a lock beside the branch's file, the log, and the lock renamed
//! to be the file.
//!
//! libgit2 does the same, but a process killed within leaves a lock that nobody can tell from one that is held. Ours
//! holds the new commit from its first moment, and the journal names that.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use git2::{Config, Oid, ReferenceType, Signature};

use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{Head, RepoContext};

/// The lock's name in our room.
const NAME: &str = "branch.held";

/// A branch that is locked at the commit where we saw it.
pub(crate) struct LockedBranch<'a> {
    ctx: &'a RepoContext,
    from: &'a Head,
    to: Oid,
    /// `None` for a branch that only git can lock: it does so while it moves it.
    lock: Option<BranchLock>,
}

/// Locks the branch, to move it to a commit; `None` where it has moved since.
pub(crate) fn hold<'a>(
    ctx: &'a RepoContext,
    save_lock: &SaveLock,
    from: &'a Head,
    to: Oid,
) -> Result<Option<LockedBranch<'a>>, SaveError> {
    let is_plain = from.branch.starts_with("refs/heads/")
        && ctx.repo.find_reference(&from.branch)?.kind() == Some(ReferenceType::Direct);
    let lock = is_plain.then(|| BranchLock::take(ctx, save_lock, &file(ctx, &from.branch), to)).transpose()?;
    ctx.failpoints.pass("branch locked")?;
    let now = ctx.repo.find_reference(&from.branch).and_then(|branch| branch.peel_to_commit());
    let is_there = now.is_ok_and(|now| now.id() == from.commit);
    Ok(is_there.then_some(LockedBranch { ctx, from, to, lock }))
}

impl LockedBranch<'_> {
    /// Moves it. Tells whether it was still where it was.
    pub fn advance(self, subject: &str) -> Result<bool, SaveError> {
        let log = format!("commit: {subject}");
        let Some(lock) = self.lock else { return update_ref(self.ctx, self.from, self.to, &log) };
        write_logs(self.ctx, self.from, self.to, &log)?;
        self.ctx.failpoints.pass("move the branch")?;
        lock.commit(&file(self.ctx, &self.from.branch))?;
        self.ctx.failpoints.pass("branch moved")?;
        Ok(true)
    }
}

/// Removes the lock of a process of ours that is no more.
pub(crate) fn release_stale(ctx: &RepoContext, save_lock: &SaveLock, branch: &str) {
    save_lock.take_up(NAME, &beside(&file(ctx, branch)));
}

/// The branch's own file, there or not.
fn file(ctx: &RepoContext, branch: &str) -> PathBuf {
    ctx.repo.commondir().join(branch)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// The lock of a branch; given back when dropped.
struct BranchLock {
    path: PathBuf,
    is_held: bool,
}

impl BranchLock {
    fn take(ctx: &RepoContext, save_lock: &SaveLock, file: &Path, to: Oid) -> Result<Self, SaveError> {
        let path = beside(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
        }
        let mut backoff = ctx.backoff();
        loop {
            match save_lock.lay(NAME, &path, format!("{to}\n").as_bytes()) {
                Ok(()) => return Ok(Self { path, is_held: true }),
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&path, error)),
                Err(_) if backoff.wait() => {}
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

impl Drop for BranchLock {
    fn drop(&mut self) {
        // Gone already where it became the branch's file, and then another's may stand there.
        if self.is_held {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Adds the move to the reflogs of the branch and of HEAD, where there are any.
fn write_logs(ctx: &RepoContext, from: &Head, to: Oid, message: &str) -> Result<(), SaveError> {
    let line = log_line(from.commit, to, &ctx.identity()?.committer, message);
    let is_kept = keeps_logs(&ctx.repo.config()?);
    for log in [ctx.repo.commondir().join("logs").join(&from.branch), ctx.repo.path().join("logs/HEAD")] {
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

/// Moves a branch in a store of references that libgit2 does not know. Returns whether it still was at `from`.
pub(crate) fn update_ref(ctx: &RepoContext, from: &Head, to: Oid, log: &str) -> Result<bool, SaveError> {
    let (new, old) = (to.to_string(), from.commit.to_string());
    let mut command = command::git(&ctx.work);
    command.args(["update-ref", "-m", log, &from.branch, &new, &old]);
    let output = command::output(&mut command, None)?;
    if output.status.success() {
        return Ok(true);
    }
    match ctx.repo.find_reference(&from.branch).and_then(|branch| branch.peel_to_commit()) {
        Ok(now) if now.id() == from.commit => Err(command::refused_by_git(&output)),
        _ => Ok(false),
    }
}
