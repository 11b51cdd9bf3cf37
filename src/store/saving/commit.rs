//! Committing records: HEAD's tree with those files changed, and nothing else of the user's touched.
//!
//! What the user staged stays staged, other files stay as they are, and the branch moves only from
//! where we saw it. Whatever is refused is refused before anything was changed; of several records
//! all are committed, or none. The edit is made in the moment in which the branch moves: what a process that was killed
//! before that has done is taken back by whoever comes next (see [`super::recover`]).

use std::io::ErrorKind;
use std::panic::resume_unwind;
use std::thread;

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, Index, Oid};

use crate::edit::{self, CommitMessage, Edit, HandEditPolicy};
use crate::store::error::{SaveError, refused};
use crate::store::git::branch;
use crate::store::git::index::{IndexLock, IndexUpdate};
use crate::store::git::lock::SaveLock;
use crate::store::git::objects::{self, NewObjects};
use crate::store::git::repository::{self, Head, RepoContext, WorkFile};
use crate::store::git::{filters, hooks};
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::PendingWrite;
use crate::store::saving::git_cli;
use crate::store::saving::journal::Journal;
use crate::store::saving::plan::{self, FileState, FileUpdate, RecordChange, Saved, Staging};
use crate::store::saving::recover::{recover, settle};

/// Applies an edit to the files on disk and commits them.
pub(crate) fn save(dir: &RecordsDir, edit: &Edit, hand_edits: HandEditPolicy) -> Result<Saved, SaveError> {
    let change = |change: &'_ edit::RecordEdit| {
        let file = dir.file_of(&change.record);
        let (is_new, path) = (change.creates(), dir.root.join(&file));
        let (change, force) = (change.clone(), edit.force);
        let record = change.record.clone();
        let make = move |text: Option<&str>| match text {
            None if !is_new => Err(refused(&path, ErrorKind::NotFound.into())),
            text => Ok(Some(edit::apply(text.unwrap_or_default(), &change, force)?)),
        };
        RecordChange { record, file, make: Box::new(make), is_new, by_hand: false, hand_edits }
    };
    let changes: Vec<_> = edit.changes.iter().map(change).collect();
    commit(dir, &changes, &edit.message)
}

/// Changes the texts of records and commits them alone.
pub(crate) fn commit(
    dir: &RecordsDir,
    changes: &[RecordChange<'_>],
    message: &CommitMessage,
) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let places = changes.iter().map(|change| ctx.work_file(dir, &change.file)).collect::<Result<Vec<_>, _>>()?;
    repository::head(&ctx.repo)?;
    ctx.identity()?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(&ctx, &save_lock)?;
    ctx.failpoints.pass("begin")?;
    objects::keep_in_memory(&ctx)?;
    let mut backoff = ctx.backoff();
    loop {
        let lock = IndexLock::take(&ctx, &save_lock)?;
        ctx.failpoints.pass("lock the index")?;
        match lock.index(&ctx)? {
            Some(index) if !wants_git(&ctx, &places)? => {
                let (index, all) = ((lock, index), (changes, places.as_slice()));
                if let Some(saved) = attempt(&ctx, &save_lock, index, all, message)? {
                    return Ok(saved);
                }
            }
            _ => {
                drop(lock);
                return git_cli::commit(&ctx, &save_lock, (changes, &places), message);
            }
        }
        if !backoff.wait() {
            return Err(SaveError::BranchMoved);
        }
    }
}

/// Whether the user's git must make the commit, so that hooks, signatures and filter programs work as everywhere else:
/// libgit2 runs none of them.
fn wants_git(ctx: &RepoContext, places: &[WorkFile]) -> Result<bool, SaveError> {
    if ctx.repo.config()?.get_bool("commit.gpgsign").unwrap_or(false) || hooks::any_of_commit(ctx)? {
        return Ok(true);
    }
    for work_file in places {
        if filters::needs_git(ctx, work_file)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `None` where the branch is no longer where it was.
fn attempt(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (lock, mut index): (IndexLock, Index),
    (changes, places): (&[RecordChange<'_>], &[WorkFile]),
    message: &CommitMessage,
) -> Result<Option<Saved>, SaveError> {
    let head = repository::head(&ctx.repo)?;
    let mut steps = plan::steps(ctx, changes, places, |work_file| find(ctx, &head, &index, work_file))?;
    for step in &mut steps {
        step.blob = store(ctx, &step.work_file, step.content.as_deref())?;
        step.to_stage = match &step.staging {
            Staging::Committed => step.blob,
            Staging::Theirs(bytes) => store(ctx, &step.work_file, Some(bytes))?,
            Staging::Kept => step.staged,
        };
    }
    steps.retain(|step| step.blob != step.committed.map(|(blob, _)| blob));
    if steps.is_empty() {
        return Err(SaveError::NothingToChange);
    }
    let commit = write_commit(ctx, &head, &steps, message)?;
    let blobs = steps.iter().flat_map(|step| [step.blob, step.to_stage]).flatten();
    let objects = NewObjects::of(ctx, commit, blobs, steps.iter().map(|step| step.work_file.path.as_path()))?;
    let journal = Journal::of(&head, Some(commit), &message.subject, plan::journal_entries(&steps));
    ctx.failpoints.pass("write the journal")?;
    journal.write(save_lock)?;
    let saved = Saved {
        commit: commit.to_string(),
        subject: message.subject.clone(),
        records: steps.iter().map(|step| step.record.clone()).collect(),
    };
    let outcome = carry_out(ctx, save_lock, (&head, commit, &message.subject), (&lock, &mut index), &objects, &steps);
    let is_made = match &outcome {
        Ok(true) => true,
        Ok(false) => settle(ctx, &lock, &journal).map(|_| false)?,
        Err(_) => settle(ctx, &lock, &journal)? && is_in_history(ctx, commit)?,
    };
    drop(lock);
    journal.close(save_lock)?;
    ctx.failpoints.pass("journal closed").or_else(|error| if is_made { Ok(()) } else { Err(error) })?;
    match outcome {
        _ if is_made => Ok(Some(saved)),
        outcome => outcome.map(|_| None),
    }
}

/// Whether HEAD is at a commit, or came from it.
fn is_in_history(ctx: &RepoContext, commit: Oid) -> Result<bool, SaveError> {
    let Some(tip) = repository::tip(&ctx.repo)? else { return Ok(false) };
    Ok(tip == commit || ctx.repo.graph_descendant_of(tip, commit)?)
}

/// `false` where the branch is no longer where it was.
///
/// The branch moves last. `git commit FILE` reads HEAD and then the index before it locks anything: were the index
/// behind HEAD for a moment, git could write what it read then over ours. As it is, HEAD is not where git expects it.
fn carry_out(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (head, commit, subject): (&Head, Oid, &str),
    (lock, index): (&IndexLock, &mut Index),
    objects: &NewObjects,
    steps: &[FileUpdate],
) -> Result<bool, SaveError> {
    ctx.failpoints.pass("journal written")?;
    let prepared = prepare(steps, || objects.write(ctx, save_lock))?;
    ctx.failpoints.pass("files prepared")?;
    for step in steps {
        step.is_still()?;
    }
    let Some(held) = branch::hold(ctx, save_lock, head, commit)? else { return Ok(false) };
    plan::put(ctx, steps, prepared)?;
    let given: Vec<_> = steps.iter().filter(|step| step.to_stage != step.staged).map(FileUpdate::given).collect();
    lock.give(ctx, index, &given)?;
    held.advance(subject)
}

impl FileUpdate {
    fn given(&self) -> IndexUpdate<'_> {
        let file = self.is_whole().then_some(self.work_file.absolute.as_path());
        IndexUpdate { path: &self.work_file.path, file, blob: self.to_stage }
    }
}

/// A file as HEAD, the index and the work tree have it.
fn find(ctx: &RepoContext, head: &Head, index: &Index, work_file: &WorkFile) -> Result<FileState, SaveError> {
    let committed = ctx.committed(work_file, head.commit)?;
    let staged = index.get_path(&work_file.path, 0).map(|entry| entry.id);
    let work = work_file.bytes()?;
    let is_clean = match (staged, &work) {
        (Some(staged), Some(bytes)) => filters::is_clean(ctx, work_file, bytes, staged)?,
        (staged, work) => staged.is_none() && work.is_none(),
    };
    let in_conflict = (1..4).any(|stage| index.get_path(&work_file.path, stage).is_some());
    Ok(FileState { committed, staged, in_conflict, work, is_clean })
}

/// The new bytes beside their files. They are on the disk when this ends, and something else is done while that is
/// waited for.
fn prepare(
    steps: &[FileUpdate],
    meanwhile: impl FnOnce() -> Result<(), SaveError>,
) -> Result<Vec<Option<PendingWrite>>, SaveError> {
    let prepare = || steps.iter().map(FileUpdate::prepare).collect::<Result<Vec<_>, _>>();
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

/// The commit of HEAD's tree with the blobs in it, which no branch points to yet.
fn write_commit(
    ctx: &RepoContext,
    head: &Head,
    steps: &[FileUpdate],
    message: &CommitMessage,
) -> Result<Oid, SaveError> {
    let repo = &ctx.repo;
    let parent = repo.find_commit(head.commit)?;
    let mut update = TreeUpdateBuilder::new();
    for step in steps {
        let is_program = step.committed.is_some_and(|(_, mode)| mode == i32::from(FileMode::BlobExecutable));
        let mode = if is_program { FileMode::BlobExecutable } else { FileMode::Blob };
        match step.blob {
            Some(blob) => update.upsert(&*step.work_file.path, blob, mode),
            None => update.remove(&*step.work_file.path),
        };
    }
    let tree = update.create_updated(repo, &parent.tree()?)?;
    let who = ctx.identity()?;
    Ok(repo.commit(None, &who.author, &who.committer, &message.to_string(), &repo.find_tree(tree)?, &[&parent])?)
}

fn store(ctx: &RepoContext, work_file: &WorkFile, bytes: Option<&[u8]>) -> Result<Option<Oid>, SaveError> {
    bytes.map(|bytes| filters::store(ctx, work_file, bytes)).transpose()
}
