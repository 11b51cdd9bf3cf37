//! Committing with the user's own `git`, where the repository has hooks, signing or filters, which libgit2 ignores.
//!
//! The new files are written first, as an editor would save them, and git commits them. That git shares our save_lock: if we
//! are killed, the next process waits until git is done, and HEAD tells whether it committed.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use git2::{ObjectType, Oid};

use crate::edit::CommitMessage;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::filters;
use crate::store::git::index::{self, IndexLock};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{self, Head, RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::saving::journal::{Journal, JournalEntry, Side, committed};
use crate::store::saving::plan::{self, FileState, FileUpdate, RecordChange, Saved, Staging};

/// Changes the texts of records and commits them alone; what git refuses leaves everything as it was.
pub(crate) fn commit(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (changes, places): (&[RecordChange<'_>], &[WorkFile]),
    message: &CommitMessage,
) -> Result<Saved, SaveError> {
    // Waits until no other git is at work; ours then takes the lock itself.
    drop(IndexLock::take(ctx, save_lock)?);
    let head = repository::head(&ctx.repo)?;
    let mut steps = plan::steps(ctx, changes, places, |work_file| find(ctx, &head, work_file))?;
    if !steps.iter().all(FileUpdate::is_whole) {
        steps.iter_mut().try_for_each(|step| store_parts(ctx, step))?;
    }
    let journal = Journal::of(&head, None, &message.subject, plan::journal_entries(&steps));
    ctx.failpoints.pass("write the journal")?;
    journal.write(save_lock)?;
    let outcome = carry_out(ctx, save_lock, &head, &steps, message);
    if settle(ctx, &journal).is_ok() {
        journal.close(save_lock)?;
    }
    let records = steps.into_iter().map(|step| step.record).collect();
    Ok(Saved { commit: outcome?.to_string(), subject: message.subject.clone(), records })
}

/// Stores the blobs of a file that holds uncommitted changes of the user's beside the edit.
fn store_parts(ctx: &RepoContext, step: &mut FileUpdate) -> Result<(), SaveError> {
    let store = |bytes: &Vec<u8>| filters::store_by_git(ctx, &step.work_file, bytes);
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
fn find(ctx: &RepoContext, head: &Head, work_file: &WorkFile) -> Result<FileState, SaveError> {
    let committed = ctx.committed(work_file, head.commit)?;
    let work = work_file.bytes()?;
    let Some(changed) = status::of_file(ctx, work_file)? else {
        let staged = committed.map(|(blob, _)| blob);
        return Ok(FileState { committed, staged, in_conflict: false, work, is_clean: true });
    };
    let (staged, in_conflict) = staged(ctx, work_file)?;
    Ok(FileState { committed, staged, in_conflict, work, is_clean: changed.state[1] == b' ' })
}

/// The commit that git made.
fn carry_out(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    head: &Head,
    steps: &[FileUpdate],
    message: &CommitMessage,
) -> Result<Oid, SaveError> {
    let mut prepared = Vec::with_capacity(steps.len());
    for step in steps {
        prepared.push(step.prepare()?);
        ctx.failpoints.pass("file prepared")?;
    }
    for step in steps {
        step.is_still()?;
    }
    plan::put(ctx, steps, prepared)?;
    let ran = git_commits(ctx, save_lock, head, steps, message);
    // A git whose post-commit hook fails has committed all the same; and another git may have moved the branch.
    let is_well = ran.as_ref().is_ok_and(|output| output.status.success());
    match repository::tip(&ctx.repo)?.filter(|tip| *tip != head.commit) {
        Some(made) if is_well || is_in(ctx, steps, made)? => Ok(made),
        _ => Err(command::refused_by_git(&ran?)),
    }
}

/// Whether a commit changed all these files.
fn is_in(ctx: &RepoContext, steps: &[FileUpdate], commit: Oid) -> Result<bool, SaveError> {
    for step in steps {
        if ctx.committed(&step.work_file, commit)? == step.committed {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Has git commit.
fn git_commits(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    head: &Head,
    steps: &[FileUpdate],
    message: &CommitMessage,
) -> Result<Output, SaveError> {
    let file = save_lock.staging_dir.join("message");
    fs::write(&file, message.to_string()).map_err(|error| refused(&file, error))?;
    let mut command = command::git(&ctx.work);
    command.args(["commit", "--quiet", "--cleanup=whitespace", "-F"]).arg(&file);
    let is_whole = steps.iter().all(FileUpdate::is_whole);
    // Git locks only the index that it is given: with one of our own it would run beside another git.
    let lock = if is_whole { None } else { Some(IndexLock::take(ctx, save_lock)?) };
    if lock.is_some() && repository::tip(&ctx.repo)? != Some(head.commit) {
        return Err(SaveError::BranchMoved);
    }
    if is_whole {
        let new: Vec<&WorkFile> =
            steps.iter().filter(|step| step.staged.is_none()).map(|step| &step.work_file).collect();
        if !new.is_empty() {
            run(ctx, &["add", "--intent-to-add", "--force", "--"], &new)?;
        }
        command.args(["--only", "--"]).args(steps.iter().map(|step| &step.work_file.path));
    } else {
        command.env("GIT_INDEX_FILE", own_index(ctx, save_lock, steps)?);
    }
    ctx.failpoints.pass("run git")?;
    let output = command::run_under_lock(&mut command, save_lock)?;
    ctx.failpoints.pass("git ran")?;
    drop(lock);
    Ok(output)
}

/// An index that has what HEAD has and what is to be committed, and nothing that the user staged.
fn own_index(ctx: &RepoContext, save_lock: &SaveLock, steps: &[FileUpdate]) -> Result<PathBuf, SaveError> {
    let index = save_lock.staging_dir.join("index");
    index::copy(&ctx.repo.path().join("index"), &index).map_err(|error| refused(&index, error))?;
    let mut command = command::git(&ctx.work);
    command.args(["read-tree", "--reset", "HEAD"]).env("GIT_INDEX_FILE", &index);
    command::run(&mut command, None)?;
    for step in steps {
        if let Some(blob) = step.blob {
            let mode = step.committed.map_or(0o100_644, |(_, mode)| mode);
            stage(ctx, Some(&index), &step.work_file, (mode, &blob.to_string()))?;
        }
    }
    Ok(index)
}

/// Puts a blob into an index: the user's, or one of our own.
fn stage(
    ctx: &RepoContext,
    index: Option<&Path>,
    work_file: &WorkFile,
    (mode, blob): (i32, &str),
) -> Result<(), SaveError> {
    let mut entry = OsString::from(format!("{mode:o},{blob},"));
    entry.push(&work_file.path);
    let mut command = command::git(&ctx.work);
    command.args(["update-index", "--add", "--cacheinfo"]).arg(entry);
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    command::run(&mut command, None).map(drop)
}

/// Cleans up after git: where HEAD still has the old files, they and the index are restored. Returns whether git
/// committed.
pub(crate) fn settle(ctx: &RepoContext, journal: &Journal) -> Result<bool, SaveError> {
    let mut is_made = false;
    for entry in &journal.files {
        let work_file = entry.work_file(ctx);
        if committed(ctx, &work_file)? == entry.committed[0] {
            entry.bring(&work_file, Side::Before)?;
            take_out(ctx, entry, &work_file)?;
        } else {
            is_made = true;
            entry.clear(&work_file);
            stage_the_rest(ctx, entry, &work_file)?;
        }
    }
    if !is_made {
        // The restored files have other inodes: git would look at all of them each time. It fails where a file differs,
        // which is no matter here.
        command::output(command::git(&ctx.work).args(["update-index", "-q", "--refresh"]), None)?;
    }
    Ok(is_made)
}

/// Takes an intent-to-add entry out of the index again.
fn take_out(ctx: &RepoContext, entry: &JournalEntry, work_file: &WorkFile) -> Result<(), SaveError> {
    let nothing = Oid::hash_object(ObjectType::Blob, b"")?;
    if entry.staged[0].is_none() && staged(ctx, work_file)?.0 == Some(nothing) {
        run(ctx, &["rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--"], &[work_file])?;
    }
    Ok(())
}

/// Stages the committed file in the user's index, which git left alone because it committed from ours.
fn stage_the_rest(ctx: &RepoContext, entry: &JournalEntry, work_file: &WorkFile) -> Result<(), SaveError> {
    let [before, Some(after)] = &entry.staged else { return Ok(()) };
    let now = staged(ctx, work_file)?.0.map(|blob| blob.to_string());
    if entry.is_whole || now != *before || now.as_ref() == Some(after) {
        return Ok(());
    }
    stage(ctx, None, work_file, (entry.mode, after))
}

/// The blob of a file in the index, and whether there are several to choose from.
fn staged(ctx: &RepoContext, work_file: &WorkFile) -> Result<(Option<Oid>, bool), SaveError> {
    let entries = run(ctx, &["ls-files", "--stage", "-z", "--"], &[work_file])?;
    let entries = String::from_utf8_lossy(&entries);
    // Mode, blob and number of the version.
    let version = entries.split('\0').find_map(|entry| {
        let mut words = entry.split_whitespace().skip(1);
        Some((words.next()?.parse::<Oid>().ok()?, words.next()? != "0"))
    });
    let (blob, in_conflict) = version.unzip();
    Ok((blob, in_conflict.unwrap_or(false)))
}

/// Runs git on some files; gives what it prints.
fn run(ctx: &RepoContext, arguments: &[&str], places: &[&WorkFile]) -> Result<Vec<u8>, SaveError> {
    let mut command = command::git(&ctx.work);
    command::run(command.args(arguments).args(places.iter().map(|work_file| &work_file.path)), None)
}
