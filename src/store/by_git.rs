//! Committing with the user's own `git`, where the repository has hooks, signing or filters that libgit2 knows nothing of.

use std::collections::{BTreeSet, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::process::Output;
use std::time::SystemTime;

use git2::Oid;

use super::commit::{Change, Step, put, step, take_out};
use super::git::{self, words};
use super::index::Lock;
use super::repository::{self, Ground, Head, Place};
use super::{Folder, SaveError, Saved};
use crate::edit::Message;
use crate::model::RecordRef;

/// Changes the texts of records and commits them alone; what git refuses leaves everything as it was.
pub(super) fn commit(
    ground: &Ground,
    changes: &[Change<'_>],
    places: &[Place],
    message: &Message,
) -> Result<Saved, SaveError> {
    let head = repository::head(&ground.repo)?;
    // Only to see that no other git is at work: ours will take it itself.
    drop(Lock::take(&ground.repo)?);
    let mut steps = Vec::with_capacity(changes.len());
    for (change, place) in changes.iter().zip(places) {
        let committed = ground.committed(place, head.commit)?;
        let before = place.bytes()?;
        check(ground, change, place, committed.is_some(), before.is_some())?;
        steps.extend(step(change, place, committed, before)?);
    }
    if steps.is_empty() {
        return Err(SaveError::NothingToChange);
    }
    let modified: Vec<_> = steps.iter().map(|step| modified(&step.place)).collect();
    let prepared = steps.iter().map(Step::prepare).collect::<Result<Vec<_>, _>>()?;
    for step in &steps {
        step.is_still()?;
    }
    let all: Vec<&Step> = steps.iter().collect();
    put(&all, prepared)?;
    let new: Vec<&Place> = steps.iter().filter(|step| step.committed.is_none()).map(|step| &step.place).collect();
    let made = git_commits(ground, &head, &all, &new, message);
    let why = match made {
        Ok(commit) => {
            let records = steps.into_iter().map(|step| step.record).collect();
            return Ok(Saved { commit, subject: message.subject.clone(), records });
        }
        Err(why) => why,
    };
    if !new.is_empty() {
        // What was said to come is taken out of the index again; were it not there, git has nothing to do.
        run(ground, &["rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--"], &new, None)?;
    }
    take_out(&all)?;
    for (step, modified) in steps.iter().zip(modified) {
        if let (Some(modified), Ok(file)) = (modified, File::options().write(true).open(&step.place.file)) {
            // So that neither git nor a reload takes it for changed. No harm where the system refuses.
            let _ = file.set_modified(modified);
        }
    }
    Err(why)
}

/// Refuses a file that is not as HEAD and the index have it.
fn check(ground: &Ground, change: &Change<'_>, place: &Place, tracked: bool, there: bool) -> Result<(), SaveError> {
    if change.by_hand {
        return Ok(());
    }
    if change.is_new && there {
        return Err(SaveError::Exists(place.path.clone()));
    }
    if !tracked && there {
        return Err(SaveError::Untracked(place.path.clone()));
    }
    if is_changed(ground, place)? {
        return Err(SaveError::Dirty(place.path.clone(), vec![change.record.clone()]));
    }
    Ok(())
}

/// The records of the folder of which git has something to say.
pub(super) fn dirty(folder: &Folder, ground: &Ground) -> Result<BTreeSet<RecordRef>, SaveError> {
    let arguments = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules"];
    let output = run(ground, &arguments, &[], None)?;
    let told = String::from_utf8_lossy(&output.stdout);
    let changed: HashSet<&str> = told.split('\0').filter_map(|line| line.get(3..)).collect();
    let is_changed = |file: &str| {
        let place = ground.place(folder, file).ok();
        place.and_then(|place| place.path.to_str().map(|path| changed.contains(path))).unwrap_or(true)
    };
    Ok(folder.listing.all().filter(|(_, file)| is_changed(file)).map(|(record, _)| record).collect())
}

/// Whether git has something to say of a file.
pub(super) fn is_changed(ground: &Ground, place: &Place) -> Result<bool, SaveError> {
    let status = run(ground, &["status", "--porcelain=v1", "--ignore-submodules", "--"], &[place], None)?;
    if !status.status.success() {
        return Err(SaveError::GitRefused(words(&status)));
    }
    Ok(!status.stdout.is_empty())
}

/// The commit that git makes of the files as they stand, in full.
fn git_commits(
    ground: &Ground,
    head: &Head,
    steps: &[&Step],
    new: &[&Place],
    message: &Message,
) -> Result<String, SaveError> {
    if !new.is_empty() {
        let output = run(ground, &["add", "--intent-to-add", "--force", "--"], new, None)?;
        if !output.status.success() {
            return Err(SaveError::GitRefused(words(&output)));
        }
    }
    let places: Vec<&Place> = steps.iter().map(|step| &step.place).collect();
    let arguments = ["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"];
    let outcome = run(ground, &arguments, &places, Some(&message.to_string()));
    let made = repository::head(&ground.repo).map(|now| now.commit).unwrap_or(head.commit);
    match outcome {
        // A hook that runs after the commit may fail without taking it back.
        Ok(output) if output.status.success() || made != head.commit => Ok(made.to_string()),
        Ok(output) => Err(SaveError::GitRefused(words(&output))),
        Err(error) => Err(error),
    }
}

fn modified(place: &Place) -> Option<SystemTime> {
    std::fs::metadata(&place.file).and_then(|meta| meta.modified()).ok()
}

/// A blob as it would stand in the work tree in the place of a file, filters applied.
pub(super) fn checked_out(ground: &Ground, place: &Place, blob: Oid) -> Result<Vec<u8>, SaveError> {
    let mut path = OsString::from("--path=");
    path.push(&place.path);
    let blob = blob.to_string();
    let arguments = [OsStr::new("cat-file"), OsStr::new("--filters"), &path, OsStr::new(&blob)];
    let output = spawn(ground, &arguments, None)?;
    if output.status.success() { Ok(output.stdout) } else { Err(SaveError::GitRefused(words(&output))) }
}

/// Runs git on some files.
fn run(ground: &Ground, arguments: &[&str], places: &[&Place], input: Option<&str>) -> Result<Output, SaveError> {
    let files = places.iter().map(|place| place.path.as_os_str());
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).chain(files).collect();
    spawn(ground, &arguments, input)
}

fn spawn(ground: &Ground, arguments: &[&OsStr], input: Option<&str>) -> Result<Output, SaveError> {
    let mut command = git::command(&ground.work);
    command.args(arguments);
    git::output(&mut command, input)
}
