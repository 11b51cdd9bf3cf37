//! Moving branch, index and files to the merged commit: a fast-forward by the user's git.
//!
//! Files that the merge does not change stay as they are, staged or not. This step cannot be cancelled: it is short and
//! does not use the network. If we are killed, git goes on and keeps the save lock until it ends. If git is killed, the
//! branch has not moved, and some files have the merged content already: the next sync recognises these and continues.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use git2::Oid;

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::index::IndexLock;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;
use crate::store::git::status::{self, StatusEntry};
use crate::store::git::walk::tree_of;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::recover::recover;
use crate::store::sync::error::SyncError;

/// Moves branch, index and files from one commit to a descendant. Returns whether the branch still was at the first.
pub(crate) fn fast_forward(dir: &RecordsDir, ctx: &RepoContext, from: Oid, to: Oid) -> Result<bool, SyncError> {
    let save_lock = SaveLock::take(ctx)?;
    recover(dir, ctx, &save_lock)?;
    check_uncommitted(ctx, &save_lock, from, to)?;
    let mut backoff = ctx.backoff();
    loop {
        // Waits until no other git is at work; ours then takes the lock itself.
        drop(IndexLock::take(ctx, &save_lock)?);
        let mut command = ctx.git();
        command::own_process_group(&mut command);
        command.args(["-c", "merge.autoStash=false", "merge", "--ff-only", "--no-overwrite-ignore", "--quiet"]);
        // This step is short and cannot be cancelled.
        let output = save_lock.run(command.arg(to.to_string()), &AtomicBool::new(false))?;
        let now = ctx.head()?.commit;
        if now != from {
            return Ok(now == to || ctx.repo.graph_descendant_of(now, to)?);
        }
        let words = command::messages(&output);
        // Another git took the lock first: its name is the same in every language.
        if !words.contains(".lock'") || !backoff.wait() {
            return Err(SaveError::GitRefused(words).into());
        }
    }
}

/// Fails if files have uncommitted changes, unless they have the merged content already.
fn check_uncommitted(ctx: &RepoContext, save_lock: &SaveLock, from: Oid, to: Oid) -> Result<(), SyncError> {
    let coming = coming(ctx, from, to)?;
    let mut obstacles = Vec::new();
    for StatusEntry { state, path } in status::status(ctx, &[])? {
        let Some(blob) = coming.get(&path) else { continue };
        match (&state, blob) {
            // Git creates a missing file again.
            (b" D", _) => {}
            (b" M" | b"??", Some(blob)) if holds(ctx, &path, *blob)? => stage(ctx, save_lock, &path)?,
            // A killed git had updated the index, and not yet the branch.
            (b"M " | b"A ", Some(blob)) if holds(ctx, &path, *blob)? => {}
            (b"D ", None) => {}
            _ => obstacles.push(path),
        }
    }
    if obstacles.is_empty() { Ok(()) } else { Err(SyncError::WouldOverwrite(obstacles)) }
}

/// Returns the files that change, each with its new blob; `None` if it is deleted.
fn coming(ctx: &RepoContext, from: Oid, to: Oid) -> Result<BTreeMap<PathBuf, Option<Oid>>, SyncError> {
    let (from, to) = (tree_of(&ctx.repo, from)?, tree_of(&ctx.repo, to)?);
    let diff = ctx.repo.diff_tree_to_tree(Some(&from), Some(&to), None)?;
    let coming = diff.deltas().filter_map(|delta| {
        let file = delta.new_file();
        let path = file.path().or_else(|| delta.old_file().path())?;
        Some((path.to_owned(), Some(file.id()).filter(|id| !id.is_zero())))
    });
    Ok(coming.collect())
}

/// Returns whether a work file has the content of a blob, as git would store it.
fn holds(ctx: &RepoContext, path: &Path, blob: Oid) -> Result<bool, SyncError> {
    // A file that cannot be read has other content.
    let output = command::output(ctx.git().args(["hash-object", "--"]).arg(path), None)?;
    Ok(output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == blob.to_string())
}

/// Stages a file that has the merged content already, so that git does not take it for a change of the user.
pub(super) fn stage(ctx: &RepoContext, save_lock: &SaveLock, path: &Path) -> Result<(), SyncError> {
    drop(IndexLock::take(ctx, save_lock)?);
    command::run(ctx.git().args(["update-index", "--add", "--remove", "--"]).arg(path), None)?;
    Ok(())
}
