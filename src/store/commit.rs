//! Committing records: HEAD's tree with those files changed, and nothing else of the user's touched.
//!
//! What the user staged stays staged, other files stay as they are, and the branch moves only from
//! where we saw it. Whatever is refused is refused before anything was changed; of several records
//! all are committed, or none.

use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{ErrorCode, FileMode, Index, ObjectType, Oid};

use super::index::{Given, Lock};
use super::repository::{self, Ground, Head, Place};
use super::workfile::{Prepared, restore};
use super::{Folder, SaveError, Saved, by_git};
use crate::edit::{EditError, Message};
use crate::model::RecordRef;
use crate::record::PatchError;

/// How often we begin anew when the branch moved under us.
const ATTEMPTS: usize = 5;

/// Makes the new text of a record from the one that stands on disk; none where there is no file, or is to be none.
pub(super) type Make<'a> = Box<dyn Fn(Option<&str>) -> Result<Option<String>, SaveError> + 'a>;

/// A record to be changed.
pub(super) struct Change<'a> {
    /// The record.
    pub record: RecordRef,
    /// Its file below the folder.
    pub file: String,
    /// What becomes of it.
    pub make: Make<'a>,
    /// Whether it is made by this, so that there must be no file of it yet.
    pub is_new: bool,
    /// Whether the file holds it already, as somebody wrote it by hand.
    pub by_hand: bool,
}

/// A record about to be committed.
pub(super) struct Step {
    pub place: Place,
    pub record: RecordRef,
    /// Blob and mode in HEAD.
    pub committed: Option<(Oid, i32)>,
    /// What the file holds.
    pub before: Option<Vec<u8>>,
    /// What it is to hold.
    pub after: Option<Vec<u8>>,
    pub by_hand: bool,
}

/// Changes the texts of records and commits them alone.
pub(super) fn commit(folder: &Folder, changes: &[Change<'_>], message: &Message) -> Result<Saved, SaveError> {
    let ground = Ground::of(folder)?;
    let places = changes.iter().map(|change| ground.place(folder, &change.file)).collect::<Result<Vec<_>, _>>()?;
    repository::head(&ground.repo)?;
    repository::identity(&ground.repo)?;
    for _ in 0..ATTEMPTS {
        let lock = Lock::take(&ground.repo)?;
        match lock.index(&ground.repo) {
            Some(index) if !ground.wants_git(&places)? => {
                if let Some(saved) = attempt(&ground, (lock, index), (changes, &places), message)? {
                    return Ok(saved);
                }
            }
            _ => {
                drop(lock);
                return by_git::commit(&ground, changes, &places, message);
            }
        }
    }
    Err(SaveError::BranchMoved)
}

/// `None` where the branch is no longer where it was.
fn attempt(
    ground: &Ground,
    (lock, index): (Lock, Index),
    (changes, places): (&[Change<'_>], &[Place]),
    message: &Message,
) -> Result<Option<Saved>, SaveError> {
    let head = repository::head(&ground.repo)?;
    let mut steps = Vec::with_capacity(changes.len());
    for (change, place) in changes.iter().zip(places) {
        let committed = ground.committed(place, head.commit)?;
        let before = place.bytes()?;
        check(ground, change, place, &index, (committed, before.as_deref()))?;
        let Some(step) = step(change, place, committed, before)? else { continue };
        let blob = step.after.as_deref().map(|bytes| write_blob(ground, place, bytes)).transpose()?;
        if blob != committed.map(|(blob, _)| blob) {
            steps.push((step, blob));
        }
    }
    if steps.is_empty() {
        return Err(SaveError::NothingToChange);
    }
    let prepared = steps.iter().map(|(step, _)| step.prepare()).collect::<Result<Vec<_>, _>>()?;
    let commit = write_commit(ground, &head, &steps, message)?;
    for (step, _) in &steps {
        step.is_still()?;
    }
    if !move_branch(ground, &head, commit, &message.subject)? {
        return Ok(None);
    }
    if let Err(error) = put(&steps.iter().map(|(step, _)| step).collect::<Vec<_>>(), prepared) {
        // Back to where it was: a commit whose files did not follow would look like a change of the user's.
        let back = Head { branch: head.branch, commit };
        move_branch(ground, &back, head.commit, "take back what could not be written")?;
        return Err(error);
    }
    // From here on the edit is made. Should the index refuse, git shows the files as staged otherwise: a
    // nuisance that any `git reset FILE` mends, and no reason to tell the user that nothing was saved.
    let given: Vec<_> = steps.iter().map(|(step, blob)| step.given(*blob)).collect();
    let _ = lock.give(index, &given);
    let records = steps.into_iter().map(|(step, _)| step.record).collect();
    Ok(Some(Saved { commit: commit.to_string(), subject: message.subject.clone(), records }))
}

/// Refuses a file that is not as HEAD and the index have it.
fn check(
    ground: &Ground,
    change: &Change<'_>,
    place: &Place,
    index: &Index,
    (committed, before): (Option<(Oid, i32)>, Option<&[u8]>),
) -> Result<(), SaveError> {
    if change.by_hand {
        return Ok(());
    }
    if change.is_new && before.is_some() {
        return Err(SaveError::Exists(place.path.clone()));
    }
    // A conflict has entries of its own.
    let staged = (0..4).find_map(|stage| index.get_path(&place.path, stage)).map(|entry| entry.id);
    match (committed, staged, before) {
        (Some((committed, _)), Some(staged), Some(bytes))
            if staged == committed && is_clean(ground, place, bytes, committed)? =>
        {
            Ok(())
        }
        (None, None, None) => Ok(()),
        (None, None, Some(_)) => Err(SaveError::Untracked(place.path.clone())),
        _ => Err(SaveError::Dirty(place.path.clone(), vec![change.record.clone()])),
    }
}

/// The change made to what the file holds; `None` where it changes nothing.
pub(super) fn step(
    change: &Change<'_>,
    place: &Place,
    committed: Option<(Oid, i32)>,
    before: Option<Vec<u8>>,
) -> Result<Option<Step>, SaveError> {
    let after = (change.make)(before.as_deref().map(text).transpose()?)?.map(String::into_bytes);
    if after == before && !change.by_hand {
        return Ok(None);
    }
    let (place, record, by_hand) = (place.clone(), change.record.clone(), change.by_hand);
    Ok(Some(Step { place, record, committed, before, after, by_hand }))
}

impl Step {
    /// The new bytes beside the file, where it gets any.
    pub fn prepare(&self) -> Result<Option<Prepared>, SaveError> {
        let bytes = self.after.as_deref().filter(|_| self.before != self.after);
        let prepared = bytes.map(|bytes| Prepared::new(&self.place.file, bytes)).transpose();
        prepared.map_err(|error| refused(&self.place.file, error))
    }

    /// Refuses a file that somebody saved meanwhile.
    pub fn is_still(&self) -> Result<(), SaveError> {
        if self.place.bytes()? == self.before {
            return Ok(());
        }
        Err(SaveError::Dirty(self.place.path.clone(), vec![self.record.clone()]))
    }

    fn given(&self, blob: Option<Oid>) -> Given<'_> {
        let committed = self.committed.map(|(blob, _)| blob);
        Given { path: &self.place.path, file: &self.place.file, committed, blob, by_hand: self.by_hand }
    }
}

/// Puts all files in their places; where one is refused, those before it get back what they held.
pub(super) fn put(steps: &[&Step], prepared: Vec<Option<Prepared>>) -> Result<(), SaveError> {
    for (n, (step, prepared)) in steps.iter().zip(prepared).enumerate() {
        let outcome = match prepared {
            Some(prepared) => prepared.put(),
            None if step.after.is_none() => std::fs::remove_file(&step.place.file),
            None => Ok(()),
        };
        if let Err(error) = outcome {
            take_out(steps.get(..n).unwrap_or_default())?;
            return Err(refused(&step.place.file, error));
        }
    }
    Ok(())
}

/// Gives files back what they held.
pub(super) fn take_out(steps: &[&Step]) -> Result<(), SaveError> {
    for step in steps.iter().filter(|step| step.before != step.after) {
        restore(&step.place.file, step.before.as_deref()).map_err(|error| refused(&step.place.file, error))?;
    }
    Ok(())
}

/// Whether the file is what HEAD has, as git stores it (line ends may differ on disk).
fn is_clean(ground: &Ground, place: &Place, bytes: &[u8], committed: Oid) -> Result<bool, SaveError> {
    Ok(Oid::hash_object(ObjectType::Blob, bytes)? == committed || write_blob(ground, place, bytes)? == committed)
}

/// Stores the file's bytes in the form that the repository's attributes and settings ask for.
pub(super) fn write_blob(ground: &Ground, place: &Place, bytes: &[u8]) -> Result<Oid, SaveError> {
    // What git turns on the way in are line ends and `$Id$`: most records have neither, and take the short way.
    if !bytes.contains(&b'\r') && !bytes.windows(3).any(|window| window == b"$Id") {
        return Ok(ground.repo.blob(bytes)?);
    }
    let mut writer = ground.repo.blob_writer(Some(&place.path))?;
    std::io::Write::write_all(&mut writer, bytes).map_err(|error| refused(&place.file, error))?;
    Ok(writer.commit()?)
}

/// The commit of HEAD's tree with the blobs in it; no branch is on it yet.
fn write_commit(
    ground: &Ground,
    head: &Head,
    steps: &[(Step, Option<Oid>)],
    message: &Message,
) -> Result<Oid, SaveError> {
    let repo = &ground.repo;
    let parent = repo.find_commit(head.commit)?;
    let mut update = TreeUpdateBuilder::new();
    for (step, blob) in steps {
        let is_program = step.committed.is_some_and(|(_, mode)| mode == i32::from(FileMode::BlobExecutable));
        let mode = if is_program { FileMode::BlobExecutable } else { FileMode::Blob };
        match blob {
            Some(blob) => update.upsert(&*step.place.path, *blob, mode),
            None => update.remove(&*step.place.path),
        };
    }
    let tree = update.create_updated(repo, &parent.tree()?)?;
    let (author, committer) = repository::identity(repo)?;
    Ok(repo.commit(None, &author, &committer, &message.to_string(), &repo.find_tree(tree)?, &[&parent])?)
}

/// Moves the branch to a commit if it is still where it was. Tells whether it was.
fn move_branch(ground: &Ground, from: &Head, to: Oid, subject: &str) -> Result<bool, SaveError> {
    let log = format!("commit: {subject}");
    match ground.repo.reference_matching(&from.branch, to, true, from.commit, &log) {
        Ok(_) => Ok(true),
        Err(error) if error.code() == ErrorCode::Modified => Ok(false),
        Err(error) if error.code() == ErrorCode::Locked => {
            Err(SaveError::Locked(ground.repo.commondir().join(format!("{}.lock", from.branch))))
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
