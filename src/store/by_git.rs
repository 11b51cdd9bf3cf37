//! Committing with the user's own `git`, where the repository has hooks, signing or filters, which libgit2 ignores.
//!
//! The new files are written first, as an editor would save them, and git commits them. That git shares our turn: if we
//! are killed, the next process waits until git is done, and HEAD tells whether it committed.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use git2::{ObjectType, Oid};

use super::commit::{put, refused};
use super::git::{self, Changed};
use super::index::{self, Lock};
use super::journal::{Journal, Trace};
use super::plan::{self, Change, Found, Staging, Step};
use super::recover::{Side, committed};
use super::repository::{self, Ground, Head, Place};
use super::turn::Turn;
use super::{Folder, SaveError, Saved};
use crate::edit::Message;
use crate::model::RecordRef;

/// Changes the texts of records and commits them alone; what git refuses leaves everything as it was.
pub(super) fn commit(
    ground: &Ground,
    turn: &Turn,
    (changes, places): (&[Change<'_>], &[Place]),
    message: &Message,
) -> Result<Saved, SaveError> {
    // Waits until no other git is at work; ours then takes the lock itself.
    drop(Lock::take(ground, turn)?);
    let head = repository::head(&ground.repo)?;
    let mut steps = plan::steps(ground, changes, places, |place| find(ground, &head, place))?;
    if !steps.iter().all(Step::is_whole) {
        steps.iter_mut().try_for_each(|step| store_parts(ground, step))?;
    }
    let journal = Journal::of(&head, None, &message.subject, &steps);
    ground.steps.pass("write the journal")?;
    journal.write(turn)?;
    let outcome = carry_out(ground, turn, &head, &steps, message);
    if settle(ground, &journal).is_ok() {
        journal.close(turn)?;
    }
    let records = steps.into_iter().map(|step| step.record).collect();
    Ok(Saved { commit: outcome?.to_string(), subject: message.subject.clone(), records })
}

/// Stores the blobs of a file that holds uncommitted changes of the user's beside the edit.
fn store_parts(ground: &Ground, step: &mut Step) -> Result<(), SaveError> {
    let store = |bytes: &Vec<u8>| store(ground, &step.place, bytes);
    let blob = step.content.as_ref().map(store).transpose()?;
    let to_stage = match &step.staging {
        Staging::Committed => blob,
        Staging::Theirs(bytes) => Some(store(bytes)?),
        Staging::Kept => step.staged,
    };
    (step.blob, step.to_stage) = (blob, to_stage);
    Ok(())
}

/// A file as HEAD, the index and the work tree have it.
fn find(ground: &Ground, head: &Head, place: &Place) -> Result<Found, SaveError> {
    let committed = ground.committed(place, head.commit)?;
    let work = place.bytes()?;
    let Some(changed) = status(ground, place)? else {
        let staged = committed.map(|(blob, _)| blob);
        return Ok(Found { committed, staged, in_conflict: false, work, is_clean: true });
    };
    let (staged, in_conflict) = staged(ground, place)?;
    Ok(Found { committed, staged, in_conflict, work, is_clean: changed.state[1] == b' ' })
}

/// The commit that git made.
fn carry_out(ground: &Ground, turn: &Turn, head: &Head, steps: &[Step], message: &Message) -> Result<Oid, SaveError> {
    let mut prepared = Vec::with_capacity(steps.len());
    for step in steps {
        prepared.push(step.prepare()?);
        ground.steps.pass("file prepared")?;
    }
    for step in steps {
        step.is_still()?;
    }
    put(ground, steps, prepared)?;
    let ran = git_commits(ground, turn, head, steps, message);
    // A git whose post-commit hook fails has committed all the same; and another git may have moved the branch.
    let is_well = ran.as_ref().is_ok_and(|output| output.status.success());
    match repository::tip(&ground.repo)?.filter(|tip| *tip != head.commit) {
        Some(made) if is_well || is_in(ground, steps, made)? => Ok(made),
        _ => Err(git::refusal(&ran?)),
    }
}

/// Whether a commit changed all these files.
fn is_in(ground: &Ground, steps: &[Step], commit: Oid) -> Result<bool, SaveError> {
    for step in steps {
        if ground.committed(&step.place, commit)? == step.committed {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Has git commit.
fn git_commits(
    ground: &Ground,
    turn: &Turn,
    head: &Head,
    steps: &[Step],
    message: &Message,
) -> Result<Output, SaveError> {
    let file = turn.room.join("message");
    fs::write(&file, message.to_string()).map_err(|error| refused(&file, error))?;
    let mut command = git::command(&ground.work);
    command.args(["commit", "--quiet", "--cleanup=whitespace", "-F"]).arg(&file);
    let is_whole = steps.iter().all(Step::is_whole);
    // Git locks only the index that it is given: with one of our own it would run beside another git.
    let lock = if is_whole { None } else { Some(Lock::take(ground, turn)?) };
    if lock.is_some() && repository::tip(&ground.repo)? != Some(head.commit) {
        return Err(SaveError::BranchMoved);
    }
    if is_whole {
        let new: Vec<&Place> = steps.iter().filter(|step| step.staged.is_none()).map(|step| &step.place).collect();
        if !new.is_empty() {
            run(ground, &["add", "--intent-to-add", "--force", "--"], &new)?;
        }
        command.args(["--only", "--"]).args(steps.iter().map(|step| &step.place.path));
    } else {
        command.env("GIT_INDEX_FILE", own_index(ground, turn, steps)?);
    }
    ground.steps.pass("run git")?;
    let output = git::in_turn(&mut command, turn)?;
    ground.steps.pass("git ran")?;
    drop(lock);
    Ok(output)
}

/// An index that has what HEAD has and what is to be committed, and nothing that the user staged.
fn own_index(ground: &Ground, turn: &Turn, steps: &[Step]) -> Result<PathBuf, SaveError> {
    let index = turn.room.join("index");
    index::copy(&ground.repo.path().join("index"), &index).map_err(|error| refused(&index, error))?;
    let mut command = git::command(&ground.work);
    command.args(["read-tree", "--reset", "HEAD"]).env("GIT_INDEX_FILE", &index);
    git::done(&mut command, None)?;
    for step in steps {
        if let Some(blob) = step.blob {
            let mode = step.committed.map_or(0o100_644, |(_, mode)| mode);
            stage(ground, Some(&index), &step.place, (mode, &blob.to_string()))?;
        }
    }
    Ok(index)
}

/// Puts a blob into an index: the user's, or one of our own.
fn stage(ground: &Ground, index: Option<&Path>, place: &Place, (mode, blob): (i32, &str)) -> Result<(), SaveError> {
    let mut entry = OsString::from(format!("{mode:o},{blob},"));
    entry.push(&place.path);
    let mut command = git::command(&ground.work);
    command.args(["update-index", "--add", "--cacheinfo"]).arg(entry);
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    git::done(&mut command, None).map(drop)
}

/// Cleans up after git: where HEAD still has the old files, they and the index are restored. Returns whether git
/// committed.
pub(super) fn settle(ground: &Ground, journal: &Journal) -> Result<bool, SaveError> {
    let mut is_made = false;
    for trace in &journal.files {
        let place = trace.place(ground);
        if committed(ground, &place)? == trace.committed[0] {
            trace.bring(&place, Side::Before)?;
            take_out(ground, trace, &place)?;
        } else {
            is_made = true;
            trace.clear(&place);
            stage_the_rest(ground, trace, &place)?;
        }
    }
    if !is_made {
        // The restored files have other inodes: git would look at all of them each time. It fails where a file differs,
        // which is no matter here.
        git::output(git::command(&ground.work).args(["update-index", "-q", "--refresh"]), None)?;
    }
    Ok(is_made)
}

/// Takes an intent-to-add entry out of the index again.
fn take_out(ground: &Ground, trace: &Trace, place: &Place) -> Result<(), SaveError> {
    let nothing = Oid::hash_object(ObjectType::Blob, b"")?;
    if trace.staged[0].is_none() && staged(ground, place)?.0 == Some(nothing) {
        run(ground, &["rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--"], &[place])?;
    }
    Ok(())
}

/// Stages the committed file in the user's index, which git left alone because it committed from ours.
fn stage_the_rest(ground: &Ground, trace: &Trace, place: &Place) -> Result<(), SaveError> {
    let [before, Some(after)] = &trace.staged else { return Ok(()) };
    let now = staged(ground, place)?.0.map(|blob| blob.to_string());
    if trace.is_whole || now != *before || now.as_ref() == Some(after) {
        return Ok(());
    }
    stage(ground, None, place, (trace.mode, after))
}

/// The blob of a file in the index, and whether there are several to choose from.
fn staged(ground: &Ground, place: &Place) -> Result<(Option<Oid>, bool), SaveError> {
    let entries = run(ground, &["ls-files", "--stage", "-z", "--"], &[place])?;
    let entries = String::from_utf8_lossy(&entries);
    // Mode, blob and number of the version.
    let version = entries.split('\0').find_map(|entry| {
        let mut words = entry.split_whitespace().skip(1);
        Some((words.next()?.parse::<Oid>().ok()?, words.next()? != "0"))
    });
    let (blob, in_conflict) = version.unzip();
    Ok((blob, in_conflict.unwrap_or(false)))
}

/// Moves a branch in a store of references that libgit2 does not know. Returns whether it still was at `from`.
pub(super) fn update_ref(ground: &Ground, from: &Head, to: Oid, log: &str) -> Result<bool, SaveError> {
    let (new, old) = (to.to_string(), from.commit.to_string());
    let mut command = git::command(&ground.work);
    command.args(["update-ref", "-m", log, &from.branch, &new, &old]);
    let output = git::output(&mut command, None)?;
    if output.status.success() {
        return Ok(true);
    }
    match ground.repo.find_reference(&from.branch).and_then(|branch| branch.peel_to_commit()) {
        Ok(now) if now.id() == from.commit => Err(git::refusal(&output)),
        _ => Ok(false),
    }
}

/// The records that `git status` names.
pub(super) fn dirty(folder: &Folder, ground: &Ground) -> Result<BTreeSet<RecordRef>, SaveError> {
    let changed: HashSet<PathBuf> = git::status(&ground.work, &[])?.into_iter().map(|changed| changed.path).collect();
    let is_changed = |file: &str| ground.place(folder, file).map_or(true, |place| changed.contains(&place.path));
    Ok(folder.listing.all().filter(|(_, file)| is_changed(file)).map(|(record, _)| record).collect())
}

/// Whether `git status` names a file.
pub(super) fn is_changed(ground: &Ground, place: &Place) -> Result<bool, SaveError> {
    Ok(status(ground, place)?.is_some())
}

/// What `git status` tells of a file.
fn status(ground: &Ground, place: &Place) -> Result<Option<Changed>, SaveError> {
    Ok(git::status(&ground.work, &[&place.path])?.pop())
}

/// A blob as it would stand in the work tree in the place of a file, filters applied.
pub(super) fn checked_out(ground: &Ground, place: &Place, blob: Oid) -> Result<Vec<u8>, SaveError> {
    let mut path = OsString::from("--path=");
    path.push(&place.path);
    let mut command = git::command(&ground.work);
    command.args(["cat-file", "--filters"]).arg(path).arg(blob.to_string());
    git::done(&mut command, None)
}

/// Stores the bytes of a file, filters applied.
fn store(ground: &Ground, place: &Place, bytes: &[u8]) -> Result<Oid, SaveError> {
    let mut path = OsString::from("--path=");
    path.push(&place.path);
    let mut command = git::command(&ground.work);
    command.args(["hash-object", "-w", "--stdin"]).arg(path);
    let blob = git::done(&mut command, Some(bytes))?;
    Ok(String::from_utf8_lossy(&blob).trim().parse()?)
}

/// Runs git on some files; gives what it prints.
fn run(ground: &Ground, arguments: &[&str], places: &[&Place]) -> Result<Vec<u8>, SaveError> {
    let mut command = git::command(&ground.work);
    git::done(command.args(arguments).args(places.iter().map(|place| &place.path)), None)
}
