//! The plan of a commit: for each of its files what is committed, and the new content of the work file and of the
//! index.
//!
//! These three differ if the file has uncommitted changes of the user. Every edit that must be refused is refused here,
//! before anything has changed.

use std::time::SystemTime;

use git2::Oid;

use crate::edit::{self, EditError, HandEditPolicy};
use crate::model::RecordRef;
use crate::record::PatchError;
use crate::store::error::{SaveError, refused};
use crate::store::git::filters;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::saving::atomic_write::{
    DisplacedFile, PendingWrite, ReplaceOutcome, missing_folders, sync_folders, temporary,
};
use crate::store::saving::journal::JournalEntry;

/// Computes the new text of a record from the current one. `None` stands for a file that does not exist.
pub(crate) type Make<'a> = Box<dyn Fn(Option<&str>) -> Result<Option<String>, SaveError> + 'a>;

/// What a saved edit or an undo committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The full id of the commit.
    pub commit: String,
    /// The subject of its message.
    pub subject: String,
    /// The records that changed.
    pub records: Vec<RecordRef>,
}

/// A record to be changed.
pub(crate) struct RecordChange<'a> {
    pub record: RecordRef,
    /// Its file below the folder.
    pub file: String,
    pub make: Make<'a>,
    /// Whether the record is new, so that its file must not exist.
    pub is_new: bool,
    /// Whether the file already contains the change, because the user made it with an editor.
    pub by_hand: bool,
    /// What happens to other uncommitted changes of the user.
    pub hand_edits: HandEditPolicy,
}

/// The state of a file before the commit.
pub(crate) struct FileState {
    /// Blob and mode in HEAD.
    pub committed: Option<(Oid, i32)>,
    /// Blob in the index.
    pub staged: Option<Oid>,
    /// Whether the index has several versions of it, from a conflict.
    pub in_conflict: bool,
    pub work: Option<Vec<u8>>,
    /// Whether the work file has the content of the index.
    pub is_clean: bool,
}

/// The new entry of the index.
pub(crate) enum Staging {
    /// The committed blob.
    Committed,
    /// What the user staged, with the edit applied.
    Theirs(Vec<u8>),
    /// The old entry.
    Kept,
}

/// A record about to be committed.
pub(crate) struct FileUpdate {
    pub work_file: WorkFile,
    pub record: RecordRef,
    /// Blob and mode in HEAD, and the blob in the index.
    pub committed: Option<(Oid, i32)>,
    pub staged: Option<Oid>,
    /// The content of the work file now, and after the save.
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
    /// The content to commit, in the form of the work tree.
    pub content: Option<Vec<u8>>,
    pub staging: Staging,
    /// The new blobs of HEAD and of the index, once they are known.
    pub blob: Option<Oid>,
    pub to_stage: Option<Oid>,
}

/// Returns the updates for some changes. If uncommitted changes of the user prevent it, the error names all those
/// records.
pub(crate) fn updates(
    ctx: &RepoContext,
    changes: &[RecordChange<'_>],
    work_files: &[WorkFile],
    find: impl Fn(&WorkFile) -> Result<FileState, SaveError>,
) -> Result<Vec<FileUpdate>, SaveError> {
    let mut updates = Vec::with_capacity(changes.len());
    let mut dirty = None;
    for (change, work_file) in changes.iter().zip(work_files) {
        match update(ctx, change, work_file, find(work_file)?) {
            Err(SaveError::Dirty(path, records)) => dirty.get_or_insert((path, Vec::new())).1.extend(records),
            update => updates.extend(update?),
        }
    }
    match dirty {
        Some((path, records)) => Err(SaveError::Dirty(path, records)),
        None if updates.is_empty() => Err(SaveError::NothingToChange),
        None => Ok(updates),
    }
}

/// `None` if nothing changes.
fn update(
    ctx: &RepoContext,
    change: &RecordChange<'_>,
    work_file: &WorkFile,
    found: FileState,
) -> Result<Option<FileUpdate>, SaveError> {
    let is_left_out = found.work.is_none() && found.staged.is_some();
    if is_left_out && ctx.settings()?.flag("core.sparsecheckout") == Some(true) {
        return Err(SaveError::NotCheckedOut(work_file.path.clone()));
    }
    if change.is_new && found.work.is_some() {
        return Err(SaveError::Exists(work_file.path.clone()));
    }
    let after = || make(change, found.work.as_deref());
    let (content, after, staging) = match strategy(change, work_file, &found)? {
        Strategy::AsItIs => {
            let content = after()?;
            if found.is_clean && found.staged == found.committed.map(|(blob, _)| blob) {
                return Ok(None);
            }
            (content, found.work.clone(), Staging::Committed)
        }
        Strategy::Whole => {
            let after = after()?;
            if after == found.work && found.is_clean {
                return Ok(None);
            }
            (after.clone(), after, Staging::Committed)
        }
        Strategy::Separately(committed) => {
            let content = make(change, Some(&filters::checked_out(ctx, work_file, committed)?))?;
            (content, after()?, staging(ctx, change, work_file, (committed, found.staged))?)
        }
    };
    Ok(Some(FileUpdate {
        work_file: work_file.clone(),
        record: change.record.clone(),
        committed: found.committed,
        staged: found.staged,
        before: found.work,
        after,
        content,
        staging,
        blob: None,
        to_stage: None,
    }))
}

enum Strategy {
    /// The file is committed as it is.
    AsItIs,
    /// The file is edited and committed.
    Whole,
    /// The edit is applied to the committed version, and separately to the work file.
    Separately(Oid),
}

fn strategy(change: &RecordChange<'_>, work_file: &WorkFile, found: &FileState) -> Result<Strategy, SaveError> {
    if change.by_hand {
        return Ok(Strategy::AsItIs);
    }
    let dirty = || SaveError::Dirty(work_file.path.clone(), vec![change.record.clone()]);
    let untracked = || SaveError::Untracked(work_file.path.clone());
    match (found.committed.map(|(blob, _)| blob), found.staged, &found.work) {
        _ if found.in_conflict => Err(dirty()),
        (None, None, None) => Ok(Strategy::Whole),
        (Some(committed), Some(staged), Some(_)) if committed == staged && found.is_clean => Ok(Strategy::Whole),
        // Removed from the folder or from the index: there is nothing to edit.
        (Some(_), None, _) | (_, _, None) => Err(dirty()),
        (committed, staged, Some(_)) => match (change.hand_edits, committed) {
            (HandEditPolicy::Commit, _) => Ok(Strategy::Whole),
            (HandEditPolicy::Leave, Some(committed)) => Ok(Strategy::Separately(committed)),
            (HandEditPolicy::Refuse, _) if committed.is_some() || staged.is_some() => Err(dirty()),
            (HandEditPolicy::Refuse | HandEditPolicy::Leave, _) => Err(untracked()),
        },
    }
}

/// Keeps what the user staged, with the edit applied to it if possible.
fn staging(
    ctx: &RepoContext,
    change: &RecordChange<'_>,
    work_file: &WorkFile,
    (committed, staged): (Oid, Option<Oid>),
) -> Result<Staging, SaveError> {
    let Some(staged) = staged.filter(|staged| *staged != committed) else { return Ok(Staging::Committed) };
    let made = make(change, Some(&filters::checked_out(ctx, work_file, staged)?));
    Ok(made.ok().flatten().map_or(Staging::Kept, Staging::Theirs))
}

fn make(change: &RecordChange<'_>, bytes: Option<&[u8]>) -> Result<Option<Vec<u8>>, SaveError> {
    Ok((change.make)(bytes.map(text).transpose()?)?.map(String::into_bytes))
}

impl FileUpdate {
    /// Writes the new bytes beside the file, if it changes.
    pub fn prepare(&self) -> Result<Option<PendingWrite>, SaveError> {
        let bytes = self.after.as_deref().filter(|_| self.before != self.after);
        let prepared = bytes.map(|bytes| PendingWrite::new(&self.work_file.absolute, bytes)).transpose();
        prepared.map_err(|error| SaveError::Refused(self.work_file.absolute.clone(), error))
    }

    /// Fails if somebody has saved the file since it was read.
    pub fn check_unchanged(&self) -> Result<(), SaveError> {
        if self.work_file.bytes()? == self.before {
            return Ok(());
        }
        Err(self.dirty())
    }

    fn dirty(&self) -> SaveError {
        SaveError::Dirty(self.work_file.path.clone(), vec![self.record.clone()])
    }

    /// Returns whether the whole file is committed, so that it has no uncommitted changes left.
    pub fn is_whole(&self) -> bool {
        self.content == self.after && matches!(self.staging, Staging::Committed)
    }

    fn journal_entry(&self) -> JournalEntry {
        let words = |blob: Option<Oid>| blob.map(|blob| blob.to_string());
        let lossless = |bytes: &Option<Vec<u8>>| bytes.clone().and_then(|bytes| String::from_utf8(bytes).ok());
        let temporary = temporary(&self.work_file.absolute);
        // The journal cannot store times before 1970.
        let modified = std::fs::metadata(&self.work_file.absolute).and_then(|meta| meta.modified()).ok();
        let modified = modified.filter(|time| *time >= SystemTime::UNIX_EPOCH);
        JournalEntry {
            record: Some(edit::trailer_of(&self.record)),
            path: self.work_file.path.clone(),
            temporary: temporary.file_name().unwrap_or_default().into(),
            folders: if self.before.is_none() { missing_folders(&self.work_file.absolute) } else { Vec::new() },
            committed: [words(self.committed.map(|(blob, _)| blob)), words(self.blob)],
            staged: [words(self.staged), words(self.to_stage)],
            work: [lossless(&self.before), lossless(&self.after)],
            mode: self.committed.map_or(0o100_644, |(_, mode)| mode),
            is_whole: self.is_whole(),
            modified,
        }
    }
}

/// Returns what the journal records of these updates.
pub(crate) fn journal_entries(updates: &[FileUpdate]) -> Vec<JournalEntry> {
    updates.iter().map(FileUpdate::journal_entry).collect()
}

/// Replaces all files. Returns the displaced ones, to be released when the save is complete. Fails if somebody has
/// saved a file since it was read.
pub(crate) fn put(
    ctx: &RepoContext,
    updates: &[FileUpdate],
    pending: Vec<Option<PendingWrite>>,
) -> Result<Vec<DisplacedFile>, SaveError> {
    let mut all_displaced = Vec::new();
    for (update, pending) in updates.iter().zip(pending) {
        ctx.failpoints.pass("put a file")?;
        let file = &update.work_file.absolute;
        match pending {
            Some(pending) => match pending.put(update.before.as_deref()).map_err(|error| refused(file, error))? {
                ReplaceOutcome::Done(displaced) => all_displaced.extend(displaced),
                ReplaceOutcome::Changed => return Err(update.dirty()),
            },
            None if update.after.is_none() => {
                update.check_unchanged()?;
                std::fs::remove_file(file).map_err(|error| refused(file, error))?;
            }
            None => {}
        }
        ctx.failpoints.pass("file put")?;
    }
    let changed = updates.iter().filter(|update| update.before != update.after);
    let files = changed.map(|update| update.work_file.absolute.as_path());
    sync_folders(files).map_err(|error| refused(&ctx.work, error))?;
    Ok(all_displaced)
}

/// Returns the bytes as text. Fails if they are not UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, SaveError> {
    std::str::from_utf8(bytes).map_err(|error| EditError::from(PatchError::Syntax(error.to_string())).into())
}
