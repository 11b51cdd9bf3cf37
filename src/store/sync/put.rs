//! Moving branch, index and files to the merged commit: a fast-forward by the user's `git`.
//!
//! Files that the merge does not touch stay as they are, staged or not. This step cannot be cancelled: it does not use
//! the network and is short. If we are killed, git goes on and keeps our turn until it is done. If git is killed, the
//! branch has not moved, and some files hold the merged text already: the next sync recognises these and goes on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::Oid;

use super::SyncError;
use crate::store::SaveError;
use crate::store::git::{self, Changed};
use crate::store::index::Lock;
use crate::store::recover::recover;
use crate::store::repository::{self, Ground};
use crate::store::turn::Turn;

/// Moves branch, index and files from one commit to a descendant. Returns whether the branch still was at the first.
pub(super) fn put(ground: &Ground, from: Oid, to: Oid) -> Result<bool, SyncError> {
    let turn = Turn::take(ground)?;
    recover(ground, &turn)?;
    make_room(ground, &turn, from, to)?;
    let mut patience = ground.patience();
    loop {
        // Waits until no other git is at work; ours then takes the lock itself.
        drop(Lock::take(ground, &turn)?);
        let mut command = git::command(&ground.work);
        git::apart(&mut command);
        command.args(["-c", "merge.autoStash=false", "merge", "--ff-only", "--no-overwrite-ignore", "--quiet"]);
        let output = git::in_turn(command.arg(to.to_string()), &turn)?;
        let now = repository::head(&ground.repo)?.commit;
        if now != from {
            return Ok(now == to || ground.repo.graph_descendant_of(now, to)?);
        }
        let words = git::words(&output);
        // Another git came in between: the name of its lock is the same in every language.
        if !words.contains(".lock'") || !patience.wait() {
            return Err(SaveError::GitRefused(words).into());
        }
    }
}

/// Refuses to overwrite files with uncommitted changes, unless they hold the merged text already.
fn make_room(ground: &Ground, turn: &Turn, from: Oid, to: Oid) -> Result<(), SyncError> {
    let coming = coming(ground, from, to)?;
    let mut in_the_way = Vec::new();
    for Changed { state, path } in git::status(&ground.work, &[])? {
        let Some(blob) = coming.get(&path) else { continue };
        match (&state, blob) {
            // A file that is missing is made again, as git does.
            (b" D", _) => {}
            (b" M" | b"??", Some(blob)) if holds(ground, &path, *blob)? => stage(ground, turn, &path)?,
            // A git that was killed had updated the index, and not yet the branch.
            (b"M " | b"A ", Some(blob)) if holds(ground, &path, *blob)? => {}
            (b"D ", None) => {}
            _ => in_the_way.push(path),
        }
    }
    if in_the_way.is_empty() { Ok(()) } else { Err(SyncError::InTheWay(in_the_way)) }
}

/// The files that change, each with its new blob; `None` where it is deleted.
fn coming(ground: &Ground, from: Oid, to: Oid) -> Result<BTreeMap<PathBuf, Option<Oid>>, SyncError> {
    let tree = |commit: Oid| ground.repo.find_commit(commit).and_then(|commit| commit.tree());
    let diff = ground.repo.diff_tree_to_tree(Some(&tree(from)?), Some(&tree(to)?), None)?;
    let coming = diff.deltas().filter_map(|delta| {
        let file = delta.new_file();
        let path = file.path().or_else(|| delta.old_file().path())?;
        Some((path.to_owned(), Some(file.id()).filter(|id| !id.is_zero())))
    });
    Ok(coming.collect())
}

/// Whether a work file holds a blob, as git would store it.
fn holds(ground: &Ground, path: &Path, blob: Oid) -> Result<bool, SyncError> {
    // Whatever cannot be read holds something else.
    let output = git::output(git::command(&ground.work).args(["hash-object", "--"]).arg(path), None)?;
    Ok(output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == blob.to_string())
}

/// Stages a file that holds the merged text already, so that git does not take it for a change of the user's.
fn stage(ground: &Ground, turn: &Turn, path: &Path) -> Result<(), SyncError> {
    drop(Lock::take(ground, turn)?);
    git::done(git::command(&ground.work).args(["update-index", "--add", "--"]).arg(path), None)?;
    Ok(())
}
