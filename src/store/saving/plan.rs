//! What a commit is to do with each of its files: what is committed, what the work file will hold, and what the index.
//!
//! Of a file with changes of the user's own these three are not the same. Whatever is refused is refused here, before
//! anything was changed.

use git2::Oid;

use crate::edit::{self, EditError, HandEditPolicy};
use crate::model::RecordRef;
use crate::record::PatchError;
use crate::store::error::{SaveError, refused};
use crate::store::git::filters;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::saving::atomic_write::{PendingWrite, missing_folders, temporary};
use crate::store::saving::journal::JournalEntry;

/// Makes the new text of a record from the one that stands there; none where there is no file, or is to be none.
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
    /// What becomes of what the user wrote there otherwise.
    pub hand_edits: HandEditPolicy,
}

/// A file as it was found.
pub(crate) struct FileState {
    /// Blob and mode in HEAD.
    pub committed: Option<(Oid, i32)>,
    /// Blob in the index.
    pub staged: Option<Oid>,
    /// Whether the index holds several versions of it that somebody must choose from.
    pub in_conflict: bool,
    /// What it holds.
    pub work: Option<Vec<u8>>,
    /// Whether that is what the index has.
    pub is_clean: bool,
}

/// What becomes of the index.
pub(crate) enum Staging {
    /// It holds what is committed.
    Committed,
    /// It holds something else of the user's, with the edit made to it.
    Theirs(Vec<u8>),
    /// It stays as it is.
    Kept,
}

/// A record about to be committed.
pub(crate) struct FileUpdate {
    pub work_file: WorkFile,
    pub record: RecordRef,
    /// Blob and mode in HEAD, and the blob in the index.
    pub committed: Option<(Oid, i32)>,
    pub staged: Option<Oid>,
    /// What the file holds, and what it is to hold.
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
    /// What is committed, as it would stand in the work tree.
    pub content: Option<Vec<u8>>,
    pub staging: Staging,
    /// The blobs that HEAD and the index are to have, once these are known.
    pub blob: Option<Oid>,
    pub to_stage: Option<Oid>,
}

/// The steps that changes come to. All records that the user's own changes keep from it are told together.
pub(crate) fn steps(
    ctx: &RepoContext,
    changes: &[RecordChange<'_>],
    places: &[WorkFile],
    find: impl Fn(&WorkFile) -> Result<FileState, SaveError>,
) -> Result<Vec<FileUpdate>, SaveError> {
    let mut steps = Vec::with_capacity(changes.len());
    let mut dirty = None;
    for (change, work_file) in changes.iter().zip(places) {
        match step(ctx, change, work_file, find(work_file)?) {
            Err(SaveError::Dirty(path, records)) => dirty.get_or_insert((path, Vec::new())).1.extend(records),
            step => steps.extend(step?),
        }
    }
    match dirty {
        Some((path, records)) => Err(SaveError::Dirty(path, records)),
        None if steps.is_empty() => Err(SaveError::NothingToChange),
        None => Ok(steps),
    }
}

/// `None` where it changes nothing.
fn step(
    ctx: &RepoContext,
    change: &RecordChange<'_>,
    work_file: &WorkFile,
    found: FileState,
) -> Result<Option<FileUpdate>, SaveError> {
    if change.is_new && found.work.is_some() {
        return Err(SaveError::Exists(work_file.path.clone()));
    }
    let after = || make(change, found.work.as_deref());
    let (content, after, staging) = match way(change, work_file, &found)? {
        Strategy::Hand => {
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
        Strategy::Apart(committed) => {
            let content = make(change, Some(&filters::checked_out(ctx, work_file, committed)?))?;
            (content, after()?, apart(ctx, change, work_file, (committed, found.staged))?)
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
    /// What the file holds is committed as it is.
    Hand,
    /// What the file holds is changed, and committed.
    Whole,
    /// The edit is made to what was committed, and to what the file holds besides.
    Apart(Oid),
}

fn way(change: &RecordChange<'_>, work_file: &WorkFile, found: &FileState) -> Result<Strategy, SaveError> {
    if change.by_hand {
        return Ok(Strategy::Hand);
    }
    let dirty = || SaveError::Dirty(work_file.path.clone(), vec![change.record.clone()]);
    let untracked = || SaveError::Untracked(work_file.path.clone());
    match (found.committed.map(|(blob, _)| blob), found.staged, &found.work) {
        _ if found.in_conflict => Err(dirty()),
        (None, None, None) => Ok(Strategy::Whole),
        (Some(committed), Some(staged), Some(_)) if committed == staged && found.is_clean => Ok(Strategy::Whole),
        // Removed, from the folder or from the index: there is nothing to make the edit to.
        (Some(_), None, _) | (_, _, None) => Err(dirty()),
        (committed, staged, Some(_)) => match (change.hand_edits, committed) {
            (HandEditPolicy::Commit, _) => Ok(Strategy::Whole),
            (HandEditPolicy::Leave, Some(committed)) => Ok(Strategy::Apart(committed)),
            (HandEditPolicy::Refuse, _) if committed.is_some() || staged.is_some() => Err(dirty()),
            (HandEditPolicy::Refuse | HandEditPolicy::Leave, _) => Err(untracked()),
        },
    }
}

/// What the user staged stays staged, with the edit made to it where it can be.
fn apart(
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
    /// The new bytes beside the file, where it gets any.
    pub fn prepare(&self) -> Result<Option<PendingWrite>, SaveError> {
        let bytes = self.after.as_deref().filter(|_| self.before != self.after);
        let prepared = bytes.map(|bytes| PendingWrite::new(&self.work_file.absolute, bytes)).transpose();
        prepared.map_err(|error| SaveError::Refused(self.work_file.absolute.clone(), error))
    }

    /// Refuses a file that somebody saved meanwhile.
    pub fn is_still(&self) -> Result<(), SaveError> {
        if self.work_file.bytes()? == self.before {
            return Ok(());
        }
        Err(SaveError::Dirty(self.work_file.path.clone(), vec![self.record.clone()]))
    }

    /// Whether all of the file is committed, so that nothing of the user's own is left in it.
    pub fn is_whole(&self) -> bool {
        self.content == self.after && matches!(self.staging, Staging::Committed)
    }

    /// For the journal.
    fn journal_entry(&self) -> JournalEntry {
        let words = |blob: Option<Oid>| blob.map(|blob| blob.to_string());
        let lossless = |bytes: &Option<Vec<u8>>| bytes.clone().and_then(|bytes| String::from_utf8(bytes).ok());
        let temporary = temporary(&self.work_file.absolute);
        JournalEntry {
            record: edit::trailer_of(&self.record),
            path: self.work_file.path.clone(),
            temporary: temporary.file_name().unwrap_or_default().into(),
            folders: if self.before.is_none() { missing_folders(&self.work_file.absolute) } else { Vec::new() },
            committed: [words(self.committed.map(|(blob, _)| blob)), words(self.blob)],
            staged: [words(self.staged), words(self.to_stage)],
            work: [lossless(&self.before), lossless(&self.after)],
            mode: self.committed.map_or(0o100_644, |(_, mode)| mode),
            is_whole: self.is_whole(),
            modified: std::fs::metadata(&self.work_file.absolute).and_then(|meta| meta.modified()).ok(),
        }
    }
}

/// What the journal records of these updates.
pub(crate) fn journal_entries(steps: &[FileUpdate]) -> Vec<JournalEntry> {
    steps.iter().map(FileUpdate::journal_entry).collect()
}

/// Puts all files in their places.
pub(crate) fn put(
    ctx: &RepoContext,
    steps: &[FileUpdate],
    prepared: Vec<Option<PendingWrite>>,
) -> Result<(), SaveError> {
    for (step, prepared) in steps.iter().zip(prepared) {
        ctx.failpoints.pass("put a file")?;
        let outcome = match prepared {
            Some(prepared) => prepared.put(),
            None if step.after.is_none() => std::fs::remove_file(&step.work_file.absolute),
            None => Ok(()),
        };
        outcome.map_err(|error| refused(&step.work_file.absolute, error))?;
        ctx.failpoints.pass("file put")?;
    }
    Ok(())
}

/// The bytes as text; an error where they are not UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, SaveError> {
    std::str::from_utf8(bytes).map_err(|error| EditError::from(PatchError::Syntax(error.to_string())).into())
}
