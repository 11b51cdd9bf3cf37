//! Taking back an edit of this program, with a commit of its own.
//!
//! Git's history is the only memory: an undo names the commit that it takes back in a trailer, so
//! that what can still be undone is the same after a restart and for a colleague.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use git2::{Commit, Oid, Repository, Tree};

use super::commit::{commit, text};
use super::history::newest_first;
use super::repository::{self, Place, prefix};
use super::trailers::Trailers;
use super::{Folder, SaveError, Saved, by_git};
use crate::edit::{self, Message};
use crate::model::RecordRef;

/// An edit of ours in the history.
struct Made {
    commit: Oid,
    parent: Oid,
    subject: String,
    record: RecordRef,
    /// The record's file then, below the work tree.
    path: PathBuf,
}

/// Takes back the latest edit not yet taken back, or the named one.
pub(super) fn undo(folder: &Folder, named: Option<&str>) -> Result<Saved, SaveError> {
    let repo = repository::open(folder)?;
    let head = repository::head(&repo)?.commit;
    match named {
        Some(name) => undo_named(folder, &repo, head, name),
        None => undo_latest(folder, &repo, head),
    }
}

fn undo_named(folder: &Folder, repo: &Repository, head: Oid, name: &str) -> Result<Saved, SaveError> {
    let commit = repo.revparse_single(name).and_then(|object| object.peel_to_commit());
    let commit = commit.map_err(|_| SaveError::NoCommit(name.to_owned()))?;
    if commit.id() != head && !repo.graph_descendant_of(head, commit.id())? {
        return Err(SaveError::Elsewhere(name.to_owned()));
    }
    let trailers = Trailers::of(&commit);
    let record = trailers.is_edit().then(|| trailers.records.into_iter().next()).flatten();
    let Some(made) = made(folder, repo, &commit, record)? else { return Err(SaveError::NotOurs(name.to_owned())) };
    if is_undone(repo, head, commit.id())? {
        return Err(SaveError::AlreadyUndone(name.to_owned()));
    }
    take_back(folder, &made)
}

/// The latest by the clock of all that was merged, too.
fn undo_latest(folder: &Folder, repo: &Repository, head: Oid) -> Result<Saved, SaveError> {
    let mut undone = HashSet::new();
    for id in newest_first(repo, head)? {
        let commit = repo.find_commit(id?)?;
        let trailers = Trailers::of(&commit);
        undone.extend(trailers.undoes);
        if !trailers.is_edit() || undone.contains(&commit.id()) {
            continue;
        }
        let Some(made) = made(folder, repo, &commit, trailers.records.into_iter().next())? else { continue };
        // Where clocks disagree an undo may stand behind what it takes back.
        if is_undone(repo, head, commit.id())? {
            continue;
        }
        match take_back(folder, &made) {
            // It was taken back by hand, or under another name: the one before it is meant.
            Err(SaveError::NothingToChange) => {}
            outcome => return outcome,
        }
    }
    Err(SaveError::NothingToUndo)
}

/// Whether a commit above this one takes it back.
fn is_undone(repo: &Repository, head: Oid, commit: Oid) -> Result<bool, SaveError> {
    let mut since = newest_first(repo, head)?;
    since.hide(commit)?;
    for id in since {
        if Trailers::of(&repo.find_commit(id?)?).undoes == Some(commit) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The edit that a commit made to a record of this folder, where it is one of ours.
fn made(
    folder: &Folder,
    repo: &Repository,
    commit: &Commit<'_>,
    record: Option<RecordRef>,
) -> Result<Option<Made>, SaveError> {
    let (Some(record), Ok(parent)) = (record, commit.parent(0)) else { return Ok(None) };
    let Some(path) = changed_file(folder, repo, &parent.tree()?, &commit.tree()?, &record)? else { return Ok(None) };
    let subject = commit.summary().ok().flatten().unwrap_or_default().to_owned();
    Ok(Some(Made { commit: commit.id(), parent: parent.id(), subject, record, path }))
}

/// The record's file among those that differ between two trees: where it is today, or where it was then.
fn changed_file(
    folder: &Folder,
    repo: &Repository,
    before: &Tree<'_>,
    after: &Tree<'_>,
    record: &RecordRef,
) -> Result<Option<PathBuf>, SaveError> {
    let Ok(prefix) = prefix(folder, repo) else { return Ok(None) };
    let blob = |tree: &Tree<'_>, path: &Path| tree.get_path(path).map(|entry| entry.id()).ok();
    let Ok(Place { path: today, .. }) = Place::of(folder, record) else { return Ok(None) };
    let (old, new) = (blob(before, &today), blob(after, &today));
    if old.is_some() && new.is_some() && old != new {
        return Ok(Some(today));
    }
    let top = record.kind.folder().map_or_else(|| prefix.clone(), |kind| prefix.join(kind));
    let name = format!("{}.toml", record.id);
    let diff = repo.diff_tree_to_tree(Some(before), Some(after), None)?;
    Ok(diff
        .deltas()
        .filter(|delta| delta.status() == git2::Delta::Modified)
        .filter_map(|delta| delta.new_file().path().map(Path::to_owned))
        .find(|path| path.starts_with(&top) && path.file_name().is_some_and(|file| *file == *name)))
}

fn take_back(folder: &Folder, made: &Made) -> Result<Saved, SaveError> {
    let message = Message::undo(std::slice::from_ref(&made.record), &made.commit.to_string(), &made.subject);
    let place = Place::of(folder, &made.record)?;
    commit(folder, &made.record, &message, &|now| without(&place, made, now))
}

/// The text without the edit: as it was before where nothing came after, else with the edit's lines taken out.
fn without(place: &Place, made: &Made, now: &str) -> Result<String, SaveError> {
    let (before, after) = (version(place, made, made.parent, now)?, version(place, made, made.commit, now)?);
    if now == after {
        return Ok(before);
    }
    let short = || made.commit.to_string().chars().take(10).collect::<String>();
    let merged = diffy::merge(&after, now, &before).map_err(|_| SaveError::UndoConflict(short()))?;
    edit::check_loads(&made.record, now, &merged).map_err(|_| SaveError::UndoConflict(short()))?;
    Ok(merged)
}

/// The record's text in a commit, in the form that the work tree has.
fn version(place: &Place, made: &Made, commit: Oid, now: &str) -> Result<String, SaveError> {
    let repo = &place.repo;
    let blob =
        |commit: Oid, path: &Path| repo.find_commit(commit)?.tree()?.get_path(path)?.to_object(repo)?.peel_to_blob();
    let head = repository::head(repo)?;
    // Where the work file is not what git stores, filters stand between them, and git knows them.
    let filtered = blob(head.commit, &place.path).is_ok_and(|blob| blob.content() != now.as_bytes());
    let bytes = if filtered {
        by_git::checked_out(place, &format!("{commit}:{}", made.path.to_string_lossy()))?
    } else {
        blob(commit, &made.path)?.content().to_vec()
    };
    text(&bytes).map(str::to_owned)
}
