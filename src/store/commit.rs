//! Committing records: HEAD's tree with those files changed, and nothing else of the user's touched.
//!
//! What the user staged stays staged, other files stay as they are, and the branch moves only from
//! where we saw it. Whatever is refused is refused before anything was changed; of several records
//! all are committed, or none. The edit is made in the moment in which the branch moves: what a process that was killed
//! before that has done is taken back by whoever comes next (see [`super::recover`]).

use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, Index, ObjectType, Oid};

use super::index::{Given, Lock};
use super::journal::Journal;
use super::objects::{self, Objects};
use super::plan::{self, Change, Found, Staging, Step};
use super::recover::{recover, settle};
use super::repository::{self, Ground, Head, Place};
use super::turn::Turn;
use super::workfile::Prepared;
use super::{Folder, SaveError, Saved, branch, by_git};
use crate::edit::{EditError, Message};
use crate::record::PatchError;

/// Changes the texts of records and commits them alone.
pub(super) fn commit(folder: &Folder, changes: &[Change<'_>], message: &Message) -> Result<Saved, SaveError> {
    let ground = Ground::of(folder)?;
    let places = changes.iter().map(|change| ground.place(folder, &change.file)).collect::<Result<Vec<_>, _>>()?;
    repository::head(&ground.repo)?;
    repository::identity(&ground.repo)?;
    let turn = Turn::take(&ground)?;
    recover(&ground, &turn)?;
    ground.steps.pass("begin")?;
    objects::keep_in_memory(&ground)?;
    let mut patience = ground.patience();
    loop {
        let lock = Lock::take(&ground, &turn)?;
        ground.steps.pass("lock the index")?;
        match lock.index(&ground)? {
            Some(index) if !ground.wants_git(&places)? => {
                let (index, all) = ((lock, index), (changes, places.as_slice()));
                if let Some(saved) = attempt(&ground, &turn, index, all, message)? {
                    return Ok(saved);
                }
            }
            _ => {
                drop(lock);
                return by_git::commit(&ground, &turn, (changes, &places), message);
            }
        }
        if !patience.wait() {
            return Err(SaveError::BranchMoved);
        }
    }
}

/// `None` where the branch is no longer where it was.
fn attempt(
    ground: &Ground,
    turn: &Turn,
    (lock, mut index): (Lock, Index),
    (changes, places): (&[Change<'_>], &[Place]),
    message: &Message,
) -> Result<Option<Saved>, SaveError> {
    let head = repository::head(&ground.repo)?;
    let mut steps = plan::steps(ground, changes, places, |place| find(ground, &head, &index, place))?;
    for step in &mut steps {
        step.blob = write(ground, &step.place, step.content.as_deref())?;
        step.to_stage = match &step.staging {
            Staging::Committed => step.blob,
            Staging::Theirs(bytes) => write(ground, &step.place, Some(bytes))?,
            Staging::Kept => step.staged,
        };
    }
    steps.retain(|step| step.blob != step.committed.map(|(blob, _)| blob));
    if steps.is_empty() {
        return Err(SaveError::NothingToChange);
    }
    let commit = write_commit(ground, &head, &steps, message)?;
    let blobs = steps.iter().flat_map(|step| [step.blob, step.to_stage]).flatten();
    let objects = Objects::of(ground, commit, blobs, steps.iter().map(|step| step.place.path.as_path()))?;
    let journal = Journal::of(&head, Some(commit), &message.subject, &steps);
    ground.steps.pass("write the journal")?;
    journal.write(turn)?;
    let saved = Saved {
        commit: commit.to_string(),
        subject: message.subject.clone(),
        records: steps.iter().map(|step| step.record.clone()).collect(),
    };
    let outcome = carry_out(ground, turn, (&head, commit, &message.subject), (&lock, &mut index), &objects, &steps);
    let is_made = match &outcome {
        Ok(true) => true,
        Ok(false) => settle(ground, &lock, &journal).map(|_| false)?,
        Err(_) => settle(ground, &lock, &journal)? && is_in_history(ground, commit)?,
    };
    drop(lock);
    journal.close(turn)?;
    ground.steps.pass("journal closed").or_else(|error| if is_made { Ok(()) } else { Err(error) })?;
    match outcome {
        _ if is_made => Ok(Some(saved)),
        outcome => outcome.map(|_| None),
    }
}

/// Whether HEAD is at a commit, or came from it.
fn is_in_history(ground: &Ground, commit: Oid) -> Result<bool, SaveError> {
    let Some(tip) = repository::tip(&ground.repo)? else { return Ok(false) };
    Ok(tip == commit || ground.repo.graph_descendant_of(tip, commit)?)
}

/// `false` where the branch is no longer where it was.
///
/// The branch moves last. `git commit FILE` reads HEAD and then the index before it locks anything: were the index
/// behind HEAD for a moment, git could write what it read then over ours. As it is, HEAD is not where git expects it.
fn carry_out(
    ground: &Ground,
    turn: &Turn,
    (head, commit, subject): (&Head, Oid, &str),
    (lock, index): (&Lock, &mut Index),
    objects: &Objects,
    steps: &[Step],
) -> Result<bool, SaveError> {
    ground.steps.pass("journal written")?;
    let prepared = prepare(steps, || objects.write(ground, turn))?;
    ground.steps.pass("files prepared")?;
    for step in steps {
        step.is_still()?;
    }
    let Some(held) = branch::hold(ground, turn, head, commit)? else { return Ok(false) };
    put(ground, steps, prepared)?;
    let given: Vec<_> = steps.iter().filter(|step| step.to_stage != step.staged).map(Step::given).collect();
    lock.give(ground, index, &given)?;
    held.advance(subject)
}

impl Step {
    fn given(&self) -> Given<'_> {
        let file = self.is_whole().then_some(self.place.file.as_path());
        Given { path: &self.place.path, file, blob: self.to_stage }
    }
}

/// A file as HEAD, the index and the work tree have it.
fn find(ground: &Ground, head: &Head, index: &Index, place: &Place) -> Result<Found, SaveError> {
    let committed = ground.committed(place, head.commit)?;
    let staged = index.get_path(&place.path, 0).map(|entry| entry.id);
    let work = place.bytes()?;
    let is_clean = match (staged, &work) {
        (Some(staged), Some(bytes)) => is_clean(ground, place, bytes, staged)?,
        (staged, work) => staged.is_none() && work.is_none(),
    };
    let in_conflict = (1..4).any(|stage| index.get_path(&place.path, stage).is_some());
    Ok(Found { committed, staged, in_conflict, work, is_clean })
}

/// The new bytes beside their files. They are on the disk when this ends, and something else is done while that is
/// waited for.
fn prepare(
    steps: &[Step],
    meanwhile: impl FnOnce() -> Result<(), SaveError>,
) -> Result<Vec<Option<Prepared>>, SaveError> {
    let prepare = || steps.iter().map(Step::prepare).collect::<Result<Vec<_>, _>>();
    thread::scope(|scope| {
        let Ok(preparing) = thread::Builder::new().spawn_scoped(scope, prepare) else {
            // No thread is to be had.
            meanwhile()?;
            return prepare();
        };
        let done = meanwhile();
        let prepared = preparing.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        done.map(|()| prepared)
    })
}

/// Puts all files in their places.
pub(super) fn put(ground: &Ground, steps: &[Step], prepared: Vec<Option<Prepared>>) -> Result<(), SaveError> {
    for (step, prepared) in steps.iter().zip(prepared) {
        ground.steps.pass("put a file")?;
        let outcome = match prepared {
            Some(prepared) => prepared.put(),
            None if step.after.is_none() => std::fs::remove_file(&step.place.file),
            None => Ok(()),
        };
        outcome.map_err(|error| refused(&step.place.file, error))?;
        ground.steps.pass("file put")?;
    }
    Ok(())
}

/// Whether the file is what git has, as git stores it (line ends may differ on disk).
fn is_clean(ground: &Ground, place: &Place, bytes: &[u8], blob: Oid) -> Result<bool, SaveError> {
    Ok(Oid::hash_object(ObjectType::Blob, bytes)? == blob
        || (ground.converts(place)? && write_blob(ground, place, bytes)? == blob))
}

fn write(ground: &Ground, place: &Place, bytes: Option<&[u8]>) -> Result<Option<Oid>, SaveError> {
    bytes.map(|bytes| write_blob(ground, place, bytes)).transpose()
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

/// The commit of HEAD's tree with the blobs in it, which no branch points to yet.
fn write_commit(ground: &Ground, head: &Head, steps: &[Step], message: &Message) -> Result<Oid, SaveError> {
    let repo = &ground.repo;
    let parent = repo.find_commit(head.commit)?;
    let mut update = TreeUpdateBuilder::new();
    for step in steps {
        let is_program = step.committed.is_some_and(|(_, mode)| mode == i32::from(FileMode::BlobExecutable));
        let mode = if is_program { FileMode::BlobExecutable } else { FileMode::Blob };
        match step.blob {
            Some(blob) => update.upsert(&*step.place.path, blob, mode),
            None => update.remove(&*step.place.path),
        };
    }
    let tree = update.create_updated(repo, &parent.tree()?)?;
    let who = ground.who()?;
    Ok(repo.commit(None, &who.author, &who.committer, &message.to_string(), &repo.find_tree(tree)?, &[&parent])?)
}

/// The bytes as text; an error where they are not UTF-8.
pub(super) fn text(bytes: &[u8]) -> Result<&str, SaveError> {
    std::str::from_utf8(bytes).map_err(|error| EditError::from(PatchError::Syntax(error.to_string())).into())
}

pub(super) fn refused(path: &Path, error: std::io::Error) -> SaveError {
    SaveError::Refused(path.to_owned(), error)
}
