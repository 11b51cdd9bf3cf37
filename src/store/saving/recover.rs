//! Completing or rolling back the save of a killed process: HEAD decides which.
//!
//! A save takes effect when the branch moves. Before that, files and index entries that are in the state after the save
//! return to the state before it; later, those in the state before it are brought up to date. Locks and temporary files
//! are removed. Changes that somebody has made since are kept.

use std::time::Duration;

use crate::edit;
use crate::model::RecordRef;
use crate::store::backoff::Backoff;
use crate::store::error::SaveError;
use crate::store::git::branch;
use crate::store::git::index::{IndexLock, IndexUpdate};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::walk::parse_id;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::journal::{Journal, SaveSide};
use crate::store::saving::{atomic_write, git_cli};

/// Longer than a save takes, and much longer than its git takes to exit once its work is done.
const SAVE_TIME: Duration = Duration::from_millis(300);

/// How an interrupted save of a killed process was cleaned up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The subject of its commit.
    pub subject: String,
    /// The records that it was to change.
    pub records: Vec<RecordRef>,
    /// Whether the save was completed because its commit exists; it was rolled back otherwise.
    pub is_finished: bool,
}

/// Cleans up while we hold the save lock, by the journal in the staging directory.
pub(crate) fn recover(
    dir: &RecordsDir,
    ctx: &RepoContext,
    save_lock: &SaveLock,
) -> Result<Option<Recovered>, SaveError> {
    if !save_lock.is_left_by_another() {
        return Ok(None);
    }
    IndexLock::release_stale(ctx, save_lock);
    let Some(journal) = Journal::read(dir, ctx, &save_lock.staging_dir)? else {
        // Killed before it wrote one, or the power failed before it was on the disk.
        for folder in dir.scan.folders() {
            atomic_write::remove_temporaries(&dir.real.join(folder));
        }
        save_lock.clear()?;
        return Ok(None);
    };
    branch::release_stale(ctx, save_lock, &journal.branch);
    let lock = IndexLock::take(ctx, save_lock)?;
    let is_finished = if journal.commit.is_some() {
        settle(ctx, &lock, &journal)?
    } else {
        // Git takes the lock itself; it was free.
        drop(lock);
        git_cli::settle(ctx, &journal)?
    };
    let records = journal.files.iter().filter_map(|entry| edit::record_in_trailer(entry.record.as_deref()?)).collect();
    let recovered = Recovered { subject: journal.subject.clone(), records, is_finished };
    journal.close(save_lock)?;
    save_lock.clear()?;
    Ok(Some(recovered))
}

/// Cleans up unless a process is saving. One that holds the lock for longer than a save takes is alive, and cleans up
/// itself.
pub(crate) fn recover_if_idle(dir: &RecordsDir, ctx: &RepoContext) -> Result<Option<Recovered>, SaveError> {
    let mut backoff = Backoff::of(SAVE_TIME);
    while SaveLock::is_in_use(ctx) {
        if let Some(lock) = SaveLock::try_take(ctx)? {
            return recover(dir, ctx, &lock);
        }
        if !backoff.wait() {
            break;
        }
    }
    Ok(None)
}

/// Brings files and index into the state that HEAD is in. Returns whether that is the state after the save.
pub(crate) fn settle(ctx: &RepoContext, lock: &IndexLock, journal: &Journal) -> Result<bool, SaveError> {
    let mut updates = Vec::new();
    let mut is_made = false;
    let work_files: Vec<WorkFile> = journal.files.iter().map(|entry| entry.work_file(ctx)).collect();
    let mut index = lock.index(ctx)?;
    for (entry, work_file) in journal.files.iter().zip(&work_files) {
        let head = ctx.blob_at_head(work_file)?.map(|blob| blob.to_string());
        let side = if head == entry.committed[1] {
            SaveSide::After
        } else if head == entry.committed[0] {
            SaveSide::Before
        } else {
            entry.remove_temporary(work_file);
            continue;
        };
        is_made |= side == SaveSide::After;
        entry.restore(work_file, side)?;
        let staged = index.as_ref().and_then(|index| index.get_path(&work_file.path, 0));
        let staged = staged.map(|entry| entry.id.to_string());
        let (wanted, other) = side.of(&entry.staged);
        if staged == *other && wanted != other {
            let blob = wanted.as_deref().map(parse_id).transpose()?;
            let is_current = side == SaveSide::After && entry.is_whole && work_file.absolute.exists();
            let file = is_current.then_some(work_file.absolute.as_path());
            updates.push(IndexUpdate { path: &work_file.path, file, blob });
        }
    }
    if let Some(index) = index.as_mut().filter(|_| !updates.is_empty()) {
        lock.replace(ctx, index, &updates)?;
    }
    Ok(is_made)
}
