//! Committing with the user's git, if the repository has hooks, signing or filters, or a format that libgit2 does not
//! know.
//!
//! The new files are written first, as an editor would save them, and git commits them. That git shares our save lock:
//! if we are killed, the next process waits until git has ended, and HEAD shows whether it committed.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use git2::Oid;

use crate::edit::CommitMessage;
use crate::store::error::{SaveError, refused};
use crate::store::git::index::{self, IndexLock};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{Head, RepoContext, WorkFile};
use crate::store::git::walk::parse_id;
use crate::store::git::{command, filters, fsync, status};
use crate::store::saving::atomic_write::DisplacedFile;
use crate::store::saving::evidence::EvidenceUpdate;
use crate::store::saving::journal::{Journal, JournalEntry, SaveSide};
use crate::store::saving::plan::{self, FileState, FileUpdate, RecordChange, Saved, Staging};

/// Changes the texts of records and commits these alone, with the file that proves the edit. If git refuses, everything
/// is as before.
pub(crate) fn commit(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (changes, work_files): (&[RecordChange<'_>], &[WorkFile]),
    evidence: Option<&WorkFile>,
    message: &CommitMessage,
) -> Result<Saved, SaveError> {
    // Waits until no other git is at work; ours then takes the lock itself.
    drop(IndexLock::take(ctx, save_lock)?);
    let head = ctx.head()?;
    let mut updates = plan::updates(ctx, changes, work_files, |work_file| find(ctx, &head, work_file))?;
    if !updates.iter().all(FileUpdate::is_whole) {
        updates.iter_mut().try_for_each(|update| store_separately(ctx, update))?;
    }
    let evidence = evidence.map(|file| EvidenceUpdate::of(ctx, &head, file)).transpose()?.flatten();
    let entries = plan::journal_entries(&updates).into_iter().chain(evidence.as_ref().map(EvidenceUpdate::entry));
    let journal = Journal::new(&head, None, &message.subject, entries.collect());
    ctx.failpoints.pass("write the journal")?;
    journal.write(save_lock)?;
    let outcome = carry_out(ctx, save_lock, &head, (&updates, evidence.as_ref()), message);
    let settled = settle(ctx, &journal);
    let still_changed = journal.files.iter().find(|entry| entry.has_refused_edit(ctx));
    let still_changed = still_changed.map(|entry| entry.path.clone());
    if settled.is_ok() {
        journal.close(save_lock)?;
    }
    let records = updates.into_iter().map(|update| update.record).collect();
    match (outcome, still_changed) {
        (Ok(commit), _) => Ok(Saved { commit: commit.to_string(), subject: message.subject.clone(), records }),
        (Err(SaveError::GitRefused(messages)), Some(path)) => Err(SaveError::RefusedButChanged { messages, path }),
        (Err(error), _) => Err(error),
    }
}

/// Stores the blobs of a file that has uncommitted changes of the user beside the edit.
fn store_separately(ctx: &RepoContext, update: &mut FileUpdate) -> Result<(), SaveError> {
    let store = |bytes: &Vec<u8>| filters::store_by_git(ctx, &update.work_file, bytes);
    let blob = update.content.as_ref().map(store).transpose()?;
    let to_stage = match &update.staging {
        Staging::Committed => blob,
        Staging::Theirs(bytes) => Some(store(bytes)?),
        Staging::Kept => update.staged,
    };
    (update.blob, update.to_stage) = (blob, to_stage);
    Ok(())
}

/// Returns the state of a file in HEAD, the index and the work tree.
pub(super) fn find(ctx: &RepoContext, head: &Head, work_file: &WorkFile) -> Result<FileState, SaveError> {
    let committed = ctx.committed(work_file, head.commit)?;
    let work = work_file.bytes()?;
    let Some(changed) = status::of_file(ctx, work_file)? else {
        let staged = committed.map(|(blob, _)| blob);
        return Ok(FileState { committed, staged, in_conflict: false, work, is_clean: true });
    };
    let (staged, in_conflict) = staged(ctx, work_file)?;
    Ok(FileState { committed, staged, in_conflict, work, is_clean: changed.state[1] == b' ' })
}

/// Writes the files and has git commit them. Returns the commit.
fn carry_out(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    head: &Head,
    (updates, evidence): (&[FileUpdate], Option<&EvidenceUpdate>),
    message: &CommitMessage,
) -> Result<Oid, SaveError> {
    let mut pending = Vec::with_capacity(updates.len());
    for update in updates {
        pending.push(update.prepare()?);
        ctx.failpoints.pass("file prepared")?;
    }
    if ctx.fsync()?.references {
        save_lock.sync()?;
    }
    let displaced = plan::put(ctx, updates, pending)?;
    let ran = git_commits(ctx, save_lock, head, (updates, evidence), message);
    // A git whose post-commit hook fails has committed all the same, and another git may have moved the branch.
    let is_success = ran.as_ref().is_ok_and(|output| output.status.success());
    let commit = match ctx.tip()?.filter(|tip| *tip != head.commit) {
        Some(commit) if is_success || contains(ctx, updates, commit)? => commit,
        _ => return Err(command::refused_by_git(&ran?)),
    };
    displaced.into_iter().for_each(DisplacedFile::release);
    update_index_after_hooks(ctx, save_lock, head, commit)?;
    Ok(commit)
}

/// Returns whether a commit changed all these files.
fn contains(ctx: &RepoContext, updates: &[FileUpdate], commit: Oid) -> Result<bool, SaveError> {
    for update in updates {
        if ctx.committed(&update.work_file, commit)? == update.committed {
            return Ok(false);
        }
    }
    Ok(true)
}

fn git_commits(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    head: &Head,
    (updates, evidence): (&[FileUpdate], Option<&EvidenceUpdate>),
    message: &CommitMessage,
) -> Result<Output, SaveError> {
    let file = save_lock.staging_dir.join("message");
    fs::write(&file, message.to_string()).map_err(|error| refused(&file, error))?;
    let mut command = ctx.git();
    command.args(fsync::git_option(ctx.settings()?).into_iter().flatten());
    command.args(["commit", "--quiet", "--cleanup=whitespace", "-F"]).arg(&file);
    let is_whole = updates.iter().all(FileUpdate::is_whole);
    // Git locks only the index that it is given: with a temporary one it would run beside another git.
    let lock = if is_whole { None } else { Some(IndexLock::take(ctx, save_lock)?) };
    if lock.is_some() && ctx.tip()? != Some(head.commit) {
        return Err(SaveError::BranchMoved);
    }
    if is_whole {
        let new = updates.iter().filter(|update| update.staged.is_none()).map(|update| &update.work_file);
        let new: Vec<&WorkFile> =
            new.chain(evidence.filter(|file| file.staged.is_none()).map(|file| file.file)).collect();
        if !new.is_empty() {
            run(ctx, &["add", "--intent-to-add", "--force", "--"], &new)?;
        }
        command.args(["--only", "--"]).args(updates.iter().map(|update| &update.work_file.path));
        command.args(evidence.map(|file| &file.file.path));
    } else {
        command.env("GIT_INDEX_FILE", temporary_index(ctx, save_lock, updates, evidence)?);
    }
    ctx.failpoints.pass("run git")?;
    let output = save_lock.run(&mut command, &ctx.stops_commit)?;
    ctx.failpoints.pass("git ran")?;
    drop(lock);
    Ok(output)
}

/// Returns an index with the content of HEAD and the new blobs, and nothing that the user staged.
fn temporary_index(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    updates: &[FileUpdate],
    evidence: Option<&EvidenceUpdate>,
) -> Result<PathBuf, SaveError> {
    let index = index_of_head(ctx, save_lock)?;
    for update in updates {
        if let Some(blob) = update.blob {
            let mode = update.committed.map_or(0o100_644, |(_, mode)| mode);
            stage(ctx, Some(&index), &update.work_file, (mode, &blob.to_string()))?;
        }
    }
    if let Some(evidence) = evidence {
        let mut command = ctx.safe_git();
        command.args(["update-index", "--add", "--"]).arg(&evidence.file.path).env("GIT_INDEX_FILE", &index);
        command::run(&mut command, None)?;
    }
    Ok(index)
}

/// Returns an index with the content of HEAD, in the staging directory.
fn index_of_head(ctx: &RepoContext, save_lock: &SaveLock) -> Result<PathBuf, SaveError> {
    let index = save_lock.staging_dir.join("index");
    index::copy(&index::index_path(ctx), &index).map_err(|error| refused(&index, error))?;
    let mut command = ctx.safe_git();
    command.args(["read-tree", "--reset", "HEAD"]).env("GIT_INDEX_FILE", &index);
    command::run(&mut command, None)?;
    Ok(index)
}

/// Puts a blob into an index: the user's, or a temporary one.
fn stage(
    ctx: &RepoContext,
    index: Option<&Path>,
    work_file: &WorkFile,
    (mode, blob): (i32, &str),
) -> Result<(), SaveError> {
    let mut entry = OsString::from(format!("{mode:o},{blob},"));
    entry.push(&work_file.path);
    let mut command = ctx.safe_git();
    command.args(["update-index", "--add", "--cacheinfo"]).arg(entry);
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    command::run(&mut command, None).map(drop)
}

/// Updates the index for files that hooks have changed and added. `git commit --only` updates it before the hooks run,
/// and they add to a temporary index: afterwards the real one would undo what they committed.
fn update_index_after_hooks(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    head: &Head,
    commit: Oid,
) -> Result<(), SaveError> {
    let range = [head.commit.to_string(), commit.to_string()];
    let committed = names(ctx.git().args(["diff-tree", "-r", "-z", "--name-only", "--no-renames"]).args(range))?;
    if committed.is_empty() {
        return Ok(());
    }
    let mut in_index = ctx.git();
    in_index.args(["diff-index", "--cached", "-z", "--name-only", "HEAD", "--"]);
    let in_index = names(in_index.args(&committed))?;
    if in_index.is_empty() {
        return Ok(());
    }
    // Compared with another index: a file that is not in the user's would count as removed.
    let mut changed = ctx.git();
    changed.env("GIT_INDEX_FILE", index_of_head(ctx, save_lock)?);
    changed.args(["diff", "--no-ext-diff", "-z", "--name-only", "--"]);
    let changed = names(changed.args(&in_index))?;
    let stale: Vec<_> = in_index.difference(&changed).collect();
    if stale.is_empty() {
        return Ok(());
    }
    command::run(ctx.git().args(["update-index", "--add", "--"]).args(stale), None).map(drop)
}

/// Returns the paths that git prints, separated by NUL.
fn names(command: &mut std::process::Command) -> Result<BTreeSet<PathBuf>, SaveError> {
    let output = command::run(command, None)?;
    Ok(output.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(status::path_of).collect())
}

/// Cleans up after git: if HEAD still has the old files, they and the index are restored. Returns whether git
/// committed.
pub(crate) fn settle(ctx: &RepoContext, journal: &Journal) -> Result<bool, SaveError> {
    let mut is_made = false;
    for entry in &journal.files {
        let work_file = entry.work_file(ctx);
        if ctx.blob_at_head(&work_file)?.map(|blob| blob.to_string()) == entry.committed[0] {
            remove_intent_to_add(ctx, entry, &work_file)?;
            if entry.record.is_some() {
                entry.restore(&work_file, SaveSide::Before)?;
                refresh(ctx, entry, &work_file)?;
            }
        } else {
            is_made = true;
            entry.remove_temporary(&work_file);
            stage_the_rest(ctx, entry, &work_file)?;
        }
    }
    Ok(is_made)
}

/// Updates the times of a restored file in the index. The file is another one than before: git would compare it each
/// time.
fn refresh(ctx: &RepoContext, entry: &JournalEntry, work_file: &WorkFile) -> Result<(), SaveError> {
    let (Some(staged), Some(bytes)) = (staged(ctx, work_file)?.0, work_file.bytes()?) else { return Ok(()) };
    // A later git compares it, and may run the filter program: recovery must not.
    let is_same = entry.staged[0].as_deref() == Some(&staged.to_string()) && index::hash(&bytes, staged)? == staged;
    if is_same && !filters::runs_program(ctx, work_file)? {
        run(ctx, &["update-index", "--"], &[work_file])?;
    }
    Ok(())
}

fn remove_intent_to_add(ctx: &RepoContext, entry: &JournalEntry, work_file: &WorkFile) -> Result<(), SaveError> {
    if entry.staged[0].is_some() {
        return Ok(());
    }
    if let (Some(staged), _) = staged(ctx, work_file)?
        && staged == index::hash(b"", staged)?
    {
        run(ctx, &["rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--"], &[work_file])?;
    }
    Ok(())
}

/// Stages the committed file in the user's index, which git did not update because it committed from a temporary one.
fn stage_the_rest(ctx: &RepoContext, entry: &JournalEntry, work_file: &WorkFile) -> Result<(), SaveError> {
    let [before, Some(after)] = &entry.staged else { return Ok(()) };
    let now = staged(ctx, work_file)?.0.map(|blob| blob.to_string());
    if entry.is_whole || now != *before || now.as_ref() == Some(after) {
        return Ok(());
    }
    stage(ctx, None, work_file, (entry.mode, after))
}

/// Returns the blob of a file in the index, and whether there is a conflict.
pub(super) fn staged(ctx: &RepoContext, work_file: &WorkFile) -> Result<(Option<Oid>, bool), SaveError> {
    let entries = run(ctx, &["ls-files", "--stage", "-z", "--"], &[work_file])?;
    let entries = String::from_utf8_lossy(&entries);
    // Mode, blob and stage.
    let version = entries.split('\0').find_map(|entry| {
        let mut words = entry.split_whitespace().skip(1);
        Some((parse_id(words.next()?).ok()?, words.next()? != "0"))
    });
    let (blob, in_conflict) = version.unzip();
    Ok((blob, in_conflict.unwrap_or(false)))
}

/// Resets the entry of a file in the index to the last commit.
pub(super) fn unstage(ctx: &RepoContext, work_file: &WorkFile) -> Result<(), SaveError> {
    run(ctx, &["reset", "--quiet", "--"], &[work_file]).map(drop)
}

/// Runs git on some files and returns its output. It runs no hooks: they belong to the commit.
fn run(ctx: &RepoContext, arguments: &[&str], work_files: &[&WorkFile]) -> Result<Vec<u8>, SaveError> {
    let mut command = ctx.safe_git();
    command::run(command.args(arguments).args(work_files.iter().map(|work_file| &work_file.path)), None)
}
