//! Committing records: the tree of HEAD with these files changed, and nothing else.
//!
//! What the user staged stays staged, other files stay as they are, and the branch moves only from the commit that we
//! saw. An edit is refused before anything has changed. All of its records are committed, or none. The save takes
//! effect when the branch moves: what a killed process did before that is rolled back by the next one (see
//! [`super::recover`]).

use std::io::ErrorKind;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, Index, ObjectType, Oid};

use crate::edit::{self, CommitMessage, Edit, HandEditPolicy};
use crate::store::error::{SaveError, refused};
use crate::store::git::discover::Backend;
use crate::store::git::index::{IndexLock, IndexUpdate};
use crate::store::git::lock::SaveLock;
use crate::store::git::objects::{self, NewObjects};
use crate::store::git::repository::{Head, RepoContext, WorkFile};
use crate::store::git::walk::tree_of;
use crate::store::git::{branch, filters, hooks, identity};
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::{DisplacedFile, PendingWrite};
use crate::store::saving::journal::Journal;
use crate::store::saving::plan::{self, FileState, FileUpdate, RecordChange, Saved, Staging};
use crate::store::saving::recover::{recover, settle};
use crate::store::saving::{evidence, git_cli};

/// Applies an edit to the files on disk and commits them, with the file that proves it.
pub(crate) fn save(
    dir: &RecordsDir,
    edit: &Edit,
    hand_edits: HandEditPolicy,
    evidence: Option<&Path>,
) -> Result<Saved, SaveError> {
    commit_proving(dir, &changes(dir, edit, hand_edits), evidence, &edit.message)
}

/// Returns the changes of an edit to the files of its records.
fn changes(dir: &RecordsDir, edit: &Edit, hand_edits: HandEditPolicy) -> Vec<RecordChange<'static>> {
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
    edit.changes.iter().map(change).collect()
}

/// Changes the texts of records and commits these alone.
pub(crate) fn commit(
    dir: &RecordsDir,
    changes: &[RecordChange<'_>],
    message: &CommitMessage,
) -> Result<Saved, SaveError> {
    commit_proving(dir, changes, None, message)
}

/// Returns the same, with a file that is not a record as it is on disk. The user's git commits it, so that filters and
/// modes work as everywhere else.
fn commit_proving(
    dir: &RecordsDir,
    changes: &[RecordChange<'_>],
    evidence: Option<&Path>,
    message: &CommitMessage,
) -> Result<Saved, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let work_files = changes.iter().map(|change| ctx.work_file(dir, &change.file)).collect::<Result<Vec<_>, _>>()?;
    let evidence = evidence.map(|file| evidence::work_file(&ctx, file)).transpose()?;
    ctx.head()?;
    ctx.identity()?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(dir, &ctx, &save_lock)?;
    ctx.failpoints.pass("begin")?;
    let by_git = || git_cli::commit(&ctx, &save_lock, (changes, &work_files), evidence.as_ref(), message);
    if ctx.backend == Backend::GitProgram || evidence.is_some() {
        return by_git();
    }
    objects::keep_in_memory(&ctx)?;
    let mut backoff = ctx.backoff();
    loop {
        let lock = IndexLock::take(&ctx, &save_lock)?;
        ctx.failpoints.pass("lock the index")?;
        match lock.index(&ctx)? {
            Some(index) if !wants_git(&ctx, &work_files)? => {
                let (index, all) = ((lock, index), (changes, work_files.as_slice()));
                if let Some(saved) = attempt(&ctx, &save_lock, index, all, message)? {
                    return Ok(saved);
                }
            }
            _ => {
                drop(lock);
                return by_git();
            }
        }
        if !backoff.wait() {
            return Err(SaveError::BranchMoved);
        }
    }
}

/// Returns whether the user's git must make the commit, so that hooks, signatures and filter programs work as
/// everywhere else: libgit2 runs none of them.
fn wants_git(ctx: &RepoContext, work_files: &[WorkFile]) -> Result<bool, SaveError> {
    if ctx.settings()?.flag("commit.gpgsign") == Some(true) || hooks::any_of_commit(ctx)? {
        return Ok(true);
    }
    for work_file in work_files {
        if filters::needs_git(ctx, work_file)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns `None` if the branch has moved meanwhile.
fn attempt(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (lock, mut index): (IndexLock, Index),
    (changes, work_files): (&[RecordChange<'_>], &[WorkFile]),
    message: &CommitMessage,
) -> Result<Option<Saved>, SaveError> {
    let head = ctx.head()?;
    let mut updates = plan::updates(ctx, changes, work_files, |work_file| find(ctx, &head, &index, work_file))?;
    for update in &mut updates {
        update.blob = store(ctx, &update.work_file, update.content.as_deref())?;
        update.to_stage = match &update.staging {
            Staging::Committed => update.blob,
            Staging::Theirs(bytes) => store(ctx, &update.work_file, Some(bytes))?,
            Staging::Kept => update.staged,
        };
    }
    updates.retain(|update| update.blob != update.committed.map(|(blob, _)| blob));
    if updates.is_empty() {
        return Err(SaveError::NothingToChange);
    }
    let commit = write_commit(ctx, &head, &updates, message)?;
    let blobs = updates.iter().flat_map(|update| [update.blob, update.to_stage]).flatten();
    let paths = updates.iter().map(|update| update.work_file.path.as_path());
    let objects = NewObjects::of(ctx, commit, blobs, paths)?;
    let journal = Journal::new(&head, Some(commit), &message.subject, plan::journal_entries(&updates));
    ctx.failpoints.pass("write the journal")?;
    journal.write(save_lock)?;
    let saved = Saved {
        commit: commit.to_string(),
        subject: message.subject.clone(),
        records: updates.iter().map(|update| update.record.clone()).collect(),
    };
    let target = (&head, commit, message.subject.as_str());
    let outcome = carry_out(ctx, save_lock, target, (&lock, &mut index), &objects, &updates);
    let is_made = match &outcome {
        Ok(true) => true,
        Ok(false) => settle(ctx, &lock, &journal).map(|_| false)?,
        Err(_) => settle(ctx, &lock, &journal)? && is_in_history(ctx, commit)?,
    };
    drop(lock);
    let closed = journal.close(save_lock).and_then(|()| ctx.failpoints.pass("journal closed"));
    match outcome {
        // The next process closes a journal that we could not close.
        _ if is_made => Ok(Some(saved)),
        outcome => closed.and(outcome).map(|_| None),
    }
}

/// Returns whether HEAD is at a commit, or at a descendant of it.
fn is_in_history(ctx: &RepoContext, commit: Oid) -> Result<bool, SaveError> {
    let Some(tip) = ctx.tip()? else { return Ok(false) };
    Ok(tip == commit || ctx.repo.graph_descendant_of(tip, commit)?)
}

/// Returns `false` if the branch has moved meanwhile.
///
/// The branch moves last. `git commit FILE` reads HEAD and then the index before it locks anything: if the index were
/// behind HEAD for a moment, git could overwrite ours with what it read then. As it is, HEAD is not where git expects
/// it.
fn carry_out(
    ctx: &RepoContext,
    save_lock: &SaveLock,
    (head, commit, subject): (&Head, Oid, &str),
    (lock, index): (&IndexLock, &mut Index),
    objects: &NewObjects,
    updates: &[FileUpdate],
) -> Result<bool, SaveError> {
    ctx.failpoints.pass("journal written")?;
    let is_synced = ctx.fsync()?.references;
    let sync = || if is_synced { save_lock.sync() } else { Ok(()) };
    let pending = prepare(updates, sync, || objects.write(ctx, save_lock))?;
    ctx.failpoints.pass("files prepared")?;
    let Some(branch) = branch::hold(ctx, save_lock, head, commit)? else { return Ok(false) };
    let displaced = plan::put(ctx, updates, pending)?;
    let changed = updates.iter().filter(|update| update.to_stage != update.staged);
    let index_updates: Vec<_> = changed.map(FileUpdate::index_update).collect();
    lock.replace(ctx, index, &index_updates)?;
    let moved = branch.advance(subject);
    if matches!(moved, Ok(true)) {
        displaced.into_iter().for_each(DisplacedFile::release);
    }
    moved
}

impl FileUpdate {
    fn index_update(&self) -> IndexUpdate<'_> {
        let file = self.is_whole().then_some(self.work_file.absolute.as_path());
        IndexUpdate { path: &self.work_file.path, file, blob: self.to_stage }
    }
}

/// Returns the state of a file in HEAD, the index and the work tree.
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

/// Writes the new bytes beside their files, and runs `sync`. All of it is on the disk when this returns; `meanwhile`
/// runs during the wait.
fn prepare(
    updates: &[FileUpdate],
    sync: impl Fn() -> Result<(), SaveError> + Sync,
    meanwhile: impl FnOnce() -> Result<(), SaveError>,
) -> Result<Vec<Option<PendingWrite>>, SaveError> {
    let prepare = || {
        sync()?;
        updates.iter().map(FileUpdate::prepare).collect::<Result<Vec<_>, _>>()
    };
    thread::scope(|scope| {
        let Ok(preparing) = thread::Builder::new().spawn_scoped(scope, prepare) else {
            // The system has no more threads.
            meanwhile()?;
            return prepare();
        };
        let done = meanwhile();
        let pending = preparing.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        done.map(|()| pending)
    })
}

/// Creates the commit of HEAD's tree with the new blobs. No branch points to it yet.
fn write_commit(
    ctx: &RepoContext,
    head: &Head,
    updates: &[FileUpdate],
    message: &CommitMessage,
) -> Result<Oid, SaveError> {
    let repo = &ctx.repo;
    let mut builder = TreeUpdateBuilder::new();
    for update in updates {
        let is_executable = update.committed.is_some_and(|(_, mode)| mode == i32::from(FileMode::BlobExecutable));
        let mode = if is_executable { FileMode::BlobExecutable } else { FileMode::Blob };
        match update.blob {
            Some(blob) => builder.upsert(&*update.work_file.path, blob, mode),
            None => builder.remove(&*update.work_file.path),
        };
    }
    let tree = builder.create_updated(repo, &tree_of(repo, head.commit)?)?;
    // Written here because libgit2 would parse the parent, and refuse an odd author that git accepts.
    let mut commit = format!("tree {tree}\nparent {}\n", head.commit).into_bytes();
    let people = ctx.identity()?;
    for (role, person) in [("author", &people.author), ("committer", &people.committer)] {
        commit.extend(format!("{role} ").bytes());
        commit.extend(identity::stamp(person));
        commit.push(b'\n');
    }
    commit.extend(format!("\n{message}").bytes());
    Ok(repo.odb()?.write(ObjectType::Commit, &commit)?)
}

fn store(ctx: &RepoContext, work_file: &WorkFile, bytes: Option<&[u8]>) -> Result<Option<Oid>, SaveError> {
    bytes.map(|bytes| filters::store(ctx, work_file, bytes)).transpose()
}
