//! Moving branch, index and files to the merged commit: a fast-forward by the user's `git`.
//!
//! Files that the merge does not touch stay as they are, staged or not. This step cannot be cancelled: it does not use
//! the network and is short. If we are killed, git goes on and keeps our save_lock until it is done. If git is killed, the
//! branch has not moved, and some files hold the merged text already: the next sync recognises these and goes on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::Oid;

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::index::IndexLock;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{self, RepoContext};
use crate::store::git::status::{self, StatusEntry};
use crate::store::saving::recover::recover;
use crate::store::sync::error::SyncError;

/// Moves branch, index and files from one commit to a descendant. Returns whether the branch still was at the first.
pub(crate) fn fast_forward(ctx: &RepoContext, from: Oid, to: Oid) -> Result<bool, SyncError> {
    let save_lock = SaveLock::take(ctx)?;
    recover(ctx, &save_lock)?;
    make_room(ctx, &save_lock, from, to)?;
    let mut backoff = ctx.backoff();
    loop {
        // Waits until no other git is at work; ours then takes the lock itself.
        drop(IndexLock::take(ctx, &save_lock)?);
        let mut command = command::git(&ctx.work);
        command::own_process_group(&mut command);
        command.args(["-c", "merge.autoStash=false", "merge", "--ff-only", "--no-overwrite-ignore", "--quiet"]);
        let output = command::run_under_lock(command.arg(to.to_string()), &save_lock)?;
        let now = repository::head(&ctx.repo)?.commit;
        if now != from {
            return Ok(now == to || ctx.repo.graph_descendant_of(now, to)?);
        }
        let words = command::messages(&output);
        // Another git came in between: the name of its lock is the same in every language.
        if !words.contains(".lock'") || !backoff.wait() {
            return Err(SaveError::GitRefused(words).into());
        }
    }
}

/// Refuses to overwrite files with uncommitted changes, unless they hold the merged text already.
fn make_room(ctx: &RepoContext, save_lock: &SaveLock, from: Oid, to: Oid) -> Result<(), SyncError> {
    let coming = coming(ctx, from, to)?;
    let mut in_the_way = Vec::new();
    for StatusEntry { state, path } in status::status(&ctx.work, &[])? {
        let Some(blob) = coming.get(&path) else { continue };
        match (&state, blob) {
            // A file that is missing is made again, as git does.
            (b" D", _) => {}
            (b" M" | b"??", Some(blob)) if holds(ctx, &path, *blob)? => stage(ctx, save_lock, &path)?,
            // A git that was killed had updated the index, and not yet the branch.
            (b"M " | b"A ", Some(blob)) if holds(ctx, &path, *blob)? => {}
            (b"D ", None) => {}
            _ => in_the_way.push(path),
        }
    }
    if in_the_way.is_empty() { Ok(()) } else { Err(SyncError::InTheWay(in_the_way)) }
}

/// The files that change, each with its new blob; `None` where it is deleted.
fn coming(ctx: &RepoContext, from: Oid, to: Oid) -> Result<BTreeMap<PathBuf, Option<Oid>>, SyncError> {
    let tree = |commit: Oid| ctx.repo.find_commit(commit).and_then(|commit| commit.tree());
    let diff = ctx.repo.diff_tree_to_tree(Some(&tree(from)?), Some(&tree(to)?), None)?;
    let coming = diff.deltas().filter_map(|delta| {
        let file = delta.new_file();
        let path = file.path().or_else(|| delta.old_file().path())?;
        Some((path.to_owned(), Some(file.id()).filter(|id| !id.is_zero())))
    });
    Ok(coming.collect())
}

/// Whether a work file holds a blob, as git would store it.
fn holds(ctx: &RepoContext, path: &Path, blob: Oid) -> Result<bool, SyncError> {
    // Whatever cannot be read holds something else.
    let output = command::output(command::git(&ctx.work).args(["hash-object", "--"]).arg(path), None)?;
    Ok(output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == blob.to_string())
}

/// Stages a file that holds the merged text already, so that git does not take it for a change of the user's.
fn stage(ctx: &RepoContext, save_lock: &SaveLock, path: &Path) -> Result<(), SyncError> {
    drop(IndexLock::take(ctx, save_lock)?);
    command::run(command::git(&ctx.work).args(["update-index", "--add", "--"]).arg(path), None)?;
    Ok(())
}
