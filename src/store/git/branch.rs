//! Moving the branch in the same steps as git: a lock file beside that of the branch, the log, and the lock file
//! renamed.
//!
//! libgit2 does the same, but if the process is killed meanwhile, nobody can distinguish its lock from one that is
//! held. Ours contains the new commit from the start, and the journal names that commit.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use git2::{Oid, ReferenceType, Signature};

use crate::store::error::{SaveError, refused};
use crate::store::git::lock::{SaveLock, remove_lock_file};
use crate::store::git::repository::{Head, RepoContext};
use crate::store::git::shared_mode::SharedMode;
use crate::store::git::{command, fsync, identity};

/// The name of the lock file in the staging directory.
const LOCK_NAME: &str = "branch.held";

/// A branch that is locked at the commit where we saw it.
pub(crate) struct LockedBranch<'a> {
    ctx: &'a RepoContext,
    from: &'a Head,
    to: Oid,
    /// `None` if only git can lock the branch: it does so while it moves it.
    lock: Option<BranchLock>,
}

/// Locks the branch in order to move it to a commit. Returns `None` if it has moved since.
pub(crate) fn hold<'a>(
    ctx: &'a RepoContext,
    save_lock: &SaveLock,
    from: &'a Head,
    to: Oid,
) -> Result<Option<LockedBranch<'a>>, SaveError> {
    let is_plain = from.branch.starts_with("refs/heads/")
        && ctx.repo.find_reference(&from.branch)?.kind() == Some(ReferenceType::Direct);
    let lock = is_plain.then(|| BranchLock::take(ctx, save_lock, &path(ctx, &from.branch), to)).transpose()?;
    ctx.failpoints.pass("branch locked")?;
    let is_there = ctx.commit_of_ref(&from.branch)? == Some(from.commit);
    Ok(is_there.then_some(LockedBranch { ctx, from, to, lock }))
}

impl LockedBranch<'_> {
    /// Moves the branch. Returns whether it was still where we saw it.
    pub fn advance(self, subject: &str) -> Result<bool, SaveError> {
        let log = format!("commit: {subject}");
        let Some(lock) = self.lock else { return update_ref(self.ctx, self.from, self.to, &log) };
        write_logs(self.ctx, self.from, self.to, &log)?;
        self.ctx.failpoints.pass("move the branch")?;
        let branch = path(self.ctx, &self.from.branch);
        lock.commit(&branch)?;
        if self.ctx.fsync()?.references {
            let dir = branch.parent().unwrap_or(&branch);
            // The branch has moved: a failure from here on must not revert the commit.
            let _ = fsync::dir(dir);
        }
        self.ctx.failpoints.pass("branch moved")?;
        Ok(true)
    }
}

/// Removes the lock of a killed process of this program.
pub(crate) fn release_stale(ctx: &RepoContext, save_lock: &SaveLock, branch: &str) {
    save_lock.remove_lock_file(LOCK_NAME, &lock_path(&path(ctx, branch)));
}

/// Returns the file of the branch, which may not exist.
fn path(ctx: &RepoContext, branch: &str) -> PathBuf {
    ctx.common_dir().join(branch)
}

fn lock_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// The lock file of a branch. Removed when dropped.
struct BranchLock {
    path: PathBuf,
    is_held: bool,
}

impl BranchLock {
    fn take(ctx: &RepoContext, save_lock: &SaveLock, file: &Path, to: Oid) -> Result<Self, SaveError> {
        let path = lock_path(file);
        let shared = ctx.shared_mode()?;
        if let Some(folder) = file.parent() {
            create_dirs(folder, shared).map_err(|error| refused(folder, error))?;
        }
        let mut backoff = ctx.backoff();
        loop {
            match save_lock.create_lock_file(LOCK_NAME, &path, format!("{to}\n").as_bytes()) {
                Ok(()) => break,
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&path, error)),
                Err(_) if backoff.wait() => {}
                Err(_) => return Err(SaveError::Locked(path)),
            }
        }
        let lock = Self { path, is_held: true };
        let is_synced = ctx.fsync()?.references;
        let synced = shared.apply(&lock.path);
        let synced = synced.and_then(|()| if is_synced { fsync::file(&lock.path) } else { Ok(()) });
        synced.map_err(|error| refused(&lock.path, error))?;
        Ok(lock)
    }

    fn commit(mut self, file: &Path) -> Result<(), SaveError> {
        fs::rename(&self.path, file).map_err(|error| refused(file, error))?;
        self.is_held = false;
        Ok(())
    }
}

impl Drop for BranchLock {
    fn drop(&mut self) {
        // After it became the file of the branch, the lock file may be that of another program.
        if self.is_held {
            remove_lock_file(&self.path);
        }
    }
}

/// Creates the missing parents of a file, with the rights of the repository.
pub(crate) fn create_dirs(folder: &Path, shared: SharedMode) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        create_dirs(parent, shared)?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => shared.apply(folder),
    }
}

/// Adds the move to the reflogs of the branch and of HEAD, if there are any.
fn write_logs(ctx: &RepoContext, from: &Head, to: Oid, message: &str) -> Result<(), SaveError> {
    let line = log_line(from.commit, to, &ctx.identity()?.committer, message);
    let (shared, is_synced) = (ctx.shared_mode()?, ctx.fsync()?.references);
    // Unless set otherwise, a repository with a work tree keeps logs.
    let is_kept = ctx.settings()?.flag("core.logallrefupdates").unwrap_or(true);
    for log in [ctx.common_dir().join("logs").join(&from.branch), ctx.git_dir().join("logs/HEAD")] {
        if is_kept || log.exists() {
            append(&log, &line, shared, is_synced).map_err(|error| refused(&log, error))?;
        }
    }
    Ok(())
}

fn log_line(from: Oid, to: Oid, committer: &Signature<'_>, message: &str) -> Vec<u8> {
    let mut line = format!("{from} {to} ").into_bytes();
    line.extend(identity::stamp(committer));
    line.extend(format!("\t{message}\n").bytes());
    line
}

fn append(log: &Path, line: &[u8], shared: SharedMode, is_synced: bool) -> io::Result<()> {
    if let Some(folder) = log.parent() {
        create_dirs(folder, shared)?;
    }
    let mut file = OpenOptions::new().append(true).create(true).open(log)?;
    // The log may belong to another user of the group.
    let _ = shared.apply(log);
    file.write_all(line)?;
    if is_synced { file.sync_all() } else { Ok(()) }
}

/// Moves a branch that is not a plain file. Returns whether it was still at `from`.
fn update_ref(ctx: &RepoContext, from: &Head, to: Oid, log: &str) -> Result<bool, SaveError> {
    let (new, old) = (to.to_string(), from.commit.to_string());
    let mut command = ctx.git();
    command.args(["update-ref", "-m", log, &from.branch, &new, &old]);
    let output = command::output(&mut command, None)?;
    if output.status.success() {
        return Ok(true);
    }
    match ctx.commit_of_ref(&from.branch) {
        Ok(Some(now)) if now == from.commit => Err(command::refused_by_git(&output)),
        _ => Ok(false),
    }
}
