//! Taking back an edit of this program, with a commit of its own.
//!
//! Git's history is the only memory: an undo names the commit that it takes back in a trailer, so
//! that what can still be undone is the same after a restart and for a colleague.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use git2::{Commit, Oid, Repository, Tree};

use super::commit::{commit, text};
use super::repository::{self, Place};
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
    let head = repository::head(&repo)?;
    let named = named.map(|name| resolve(&repo, name)).transpose()?;
    let mut undone = HashSet::new();
    let mut next = Some(repo.find_commit(head.commit)?);
    while let Some(commit) = next {
        next = commit.parent(0).ok();
        let trailers = Trailers::of(&commit);
        undone.extend(trailers.undoes);
        if named.as_ref().is_some_and(|(id, _)| *id != commit.id()) {
            continue;
        }
        let taken_back = undone.contains(&commit.id());
        if taken_back && named.is_none() {
            continue;
        }
        let made = made(folder, &repo, &commit, trailers.record)?;
        match (&named, made) {
            (Some((_, name)), None) => return Err(SaveError::NotOurs(name.clone())),
            (Some((_, name)), Some(_)) if taken_back => return Err(SaveError::AlreadyUndone(name.clone())),
            (Some(_), Some(made)) => return take_back(folder, &made),
            (None, Some(made)) => match take_back(folder, &made) {
                // It was taken back by hand, or under another name: the one before it is meant.
                Err(SaveError::NothingToChange) => {}
                outcome => return outcome,
            },
            (None, None) => {}
        }
    }
    Err(named.map_or(SaveError::NothingToUndo, |(_, name)| SaveError::NotOurs(name)))
}

/// The commit that a name means; `NotOurs` where there is none.
fn resolve(repo: &Repository, name: &str) -> Result<(Oid, String), SaveError> {
    let commit = repo.revparse_single(name).and_then(|object| object.peel_to_commit());
    commit.map(|commit| (commit.id(), name.to_owned())).map_err(|_| SaveError::NotOurs(name.to_owned()))
}

/// What our trailers say in a commit's message.
#[derive(Default)]
struct Trailers {
    /// The record of an edit that is no undo.
    record: Option<RecordRef>,
    /// The commit taken back.
    undoes: Option<Oid>,
}

impl Trailers {
    fn of(commit: &Commit<'_>) -> Self {
        let mut found = Self::default();
        // Most commits of a long history are not ours; the parser is asked for those that may be.
        let Some(message) = commit.message().ok().filter(|message| message.contains(edit::VERB)) else { return found };
        let Ok(trailers) = git2::message_trailers_strs(message) else { return found };
        let value = |name: &str| trailers.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
        found.undoes = value(edit::UNDOES).and_then(|hash| Oid::from_str(hash).ok());
        if value(edit::VERB).is_some_and(|verb| verb != "undo") {
            found.record = value(edit::RECORD).and_then(edit::record_in_trailer);
        }
        found
    }
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

/// The folder below the work tree.
fn prefix(folder: &Folder, repo: &Repository) -> Result<PathBuf, SaveError> {
    let work = repo.workdir().ok_or(SaveError::NoRepository)?;
    let work = work.canonicalize().map_err(|error| SaveError::Refused(work.to_owned(), error))?;
    folder.real.strip_prefix(&work).map(Path::to_owned).map_err(|_| SaveError::NoRepository)
}

fn take_back(folder: &Folder, made: &Made) -> Result<Saved, SaveError> {
    let message = Message::undo(&made.record, &made.commit.to_string(), &made.subject);
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
