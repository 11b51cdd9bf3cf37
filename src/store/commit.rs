//! Committing one record: HEAD's tree with that one file changed, and nothing else of the user's touched.
//!
//! What the user staged stays staged, other files stay as they are, and the branch moves only from
//! where we saw it. Whatever is refused is refused before anything was changed.

use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{ErrorCode, FileMode, Index, ObjectType, Oid};

use super::index::Lock;
use super::repository::{self, Head, Place};
use super::workfile::Prepared;
use super::{Folder, SaveError, Saved, by_git};
use crate::edit::{EditError, Message};
use crate::model::RecordRef;
use crate::record::PatchError;

/// How often we begin anew when the branch moved under us.
const ATTEMPTS: usize = 5;

/// Makes the new text of a record from the one that stands on disk.
pub(super) type Change<'a> = &'a dyn Fn(&str) -> Result<String, SaveError>;

/// Changes a record's text and commits it alone.
pub(super) fn commit(
    folder: &Folder,
    record: &RecordRef,
    message: &Message,
    change: Change<'_>,
) -> Result<Saved, SaveError> {
    let place = Place::of(folder, record)?;
    repository::head(&place.repo)?;
    repository::identity(&place.repo)?;
    for _ in 0..ATTEMPTS {
        let lock = Lock::take(&place.repo)?;
        match lock.index(&place.repo) {
            Some(index) if !place.wants_git()? => {
                if let Some(saved) = attempt(&place, (lock, index), record, message, change)? {
                    return Ok(saved);
                }
            }
            _ => {
                drop(lock);
                return by_git::commit(&place, record, message, change);
            }
        }
    }
    Err(SaveError::BranchMoved)
}

/// `None` where the branch is no longer where it was.
fn attempt(
    place: &Place,
    held: (Lock, Index),
    record: &RecordRef,
    message: &Message,
    change: Change<'_>,
) -> Result<Option<Saved>, SaveError> {
    let (lock, index) = held;
    let head = repository::head(&place.repo)?;
    let Some((committed, mode)) = place.committed(head.commit)? else {
        return Err(match blob_in(&index, &place.path) {
            Some(_) => SaveError::Dirty(place.path.clone()),
            None => SaveError::Untracked(place.path.clone()),
        });
    };
    let before = place.bytes()?;
    if blob_in(&index, &place.path) != Some(committed) || !is_clean(place, &before, committed)? {
        return Err(SaveError::Dirty(place.path.clone()));
    }
    let after = change(text(&before)?)?;
    if after.as_bytes() == before {
        return Err(SaveError::NothingToChange);
    }
    let prepared = Prepared::new(&place.file, after.as_bytes()).map_err(|error| refused(&place.file, error))?;
    let blob = write_blob(place, after.as_bytes())?;
    if blob == committed {
        return Err(SaveError::NothingToChange);
    }
    let commit = write_commit(place, &head, (blob, mode), message)?;
    if place.bytes()? != before {
        return Err(SaveError::Dirty(place.path.clone()));
    }
    if !move_branch(place, &head, commit, &message.subject)? {
        return Ok(None);
    }
    if let Err(error) = prepared.put() {
        // Back to where it was: a commit whose file did not follow would look like a change of the user's.
        let back = Head { branch: head.branch, commit };
        move_branch(place, &back, head.commit, "take back what could not be written")?;
        return Err(refused(&place.file, error));
    }
    // From here on the edit is made. Should the index refuse, git shows the file as staged otherwise: a
    // nuisance that any `git reset FILE` mends, and no reason to tell the user that nothing was saved.
    let _ = lock.give(index, &place.path, (committed, blob), &place.file);
    let subject = message.subject.clone();
    Ok(Some(Saved { commit: commit.to_string(), subject, record: record.clone() }))
}

/// The blob that the index holds for a path, where there is one and no conflict.
fn blob_in(index: &Index, path: &Path) -> Option<Oid> {
    index.get_path(path, 0).map(|entry| entry.id)
}

/// Whether the file is what HEAD has, as git stores it (line ends may differ on disk).
fn is_clean(place: &Place, bytes: &[u8], committed: Oid) -> Result<bool, SaveError> {
    Ok(Oid::hash_object(ObjectType::Blob, bytes)? == committed || write_blob(place, bytes)? == committed)
}

/// Stores the file's bytes in the form that the repository's attributes and settings ask for.
fn write_blob(place: &Place, bytes: &[u8]) -> Result<Oid, SaveError> {
    // What git turns on the way in are line ends and `$Id$`: most records have neither, and take the short way.
    if !bytes.contains(&b'\r') && !bytes.windows(3).any(|window| window == b"$Id") {
        return Ok(place.repo.blob(bytes)?);
    }
    let mut writer = place.repo.blob_writer(Some(&place.path))?;
    std::io::Write::write_all(&mut writer, bytes).map_err(|error| refused(&place.file, error))?;
    Ok(writer.commit()?)
}

/// The commit of HEAD's tree with the one blob in it; no branch is on it yet.
fn write_commit(place: &Place, head: &Head, blob: (Oid, i32), message: &Message) -> Result<Oid, SaveError> {
    let repo = &place.repo;
    let parent = repo.find_commit(head.commit)?;
    let (blob, mode) = blob;
    let mode = if mode == i32::from(FileMode::BlobExecutable) { FileMode::BlobExecutable } else { FileMode::Blob };
    let tree = TreeUpdateBuilder::new().upsert(&*place.path, blob, mode).create_updated(repo, &parent.tree()?)?;
    let (author, committer) = repository::identity(repo)?;
    Ok(repo.commit(None, &author, &committer, &message.to_string(), &repo.find_tree(tree)?, &[&parent])?)
}

/// Moves the branch to a commit if it is still where it was. Tells whether it was.
fn move_branch(place: &Place, from: &Head, to: Oid, subject: &str) -> Result<bool, SaveError> {
    let log = format!("commit: {subject}");
    match place.repo.reference_matching(&from.branch, to, true, from.commit, &log) {
        Ok(_) => Ok(true),
        Err(error) if error.code() == ErrorCode::Modified => Ok(false),
        Err(error) if error.code() == ErrorCode::Locked => {
            Err(SaveError::Locked(place.repo.commondir().join(format!("{}.lock", from.branch))))
        }
        Err(error) => Err(error.into()),
    }
}

/// The bytes as text; a record that is none can be edited by hand only.
pub(super) fn text(bytes: &[u8]) -> Result<&str, SaveError> {
    std::str::from_utf8(bytes).map_err(|error| EditError::from(PatchError::Syntax(error.to_string())).into())
}

pub(super) fn refused(path: &Path, error: std::io::Error) -> SaveError {
    SaveError::Refused(path.to_owned(), error)
}
