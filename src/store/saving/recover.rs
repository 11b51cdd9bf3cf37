//! Finishing the save of a killed process, or taking it back: HEAD decides which.
//!
//! A save is made in the moment in which the branch moves. Before it, files and index entries that are as the save was
//! to make them get back what they had; after it, those that are as before are brought up to it. Locks and temporary
//! files are cleared away. What somebody changed meanwhile is nobody's but theirs.

use std::time::Duration;

use git2::Oid;

use crate::edit;
use crate::model::RecordRef;
use crate::store::backoff::Backoff;
use crate::store::error::SaveError;
use crate::store::git::branch;
use crate::store::git::index::{IndexLock, IndexUpdate};
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::saving::git_cli;
use crate::store::saving::journal::{Journal, Side, committed};

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

/// A save takes less, a git that was started in it and has done its work much less.
const MOMENT: Duration = Duration::from_millis(300);

/// Recovers while we have the save_lock, from the journal and the files in the staging_dir.
pub(crate) fn recover(ctx: &RepoContext, save_lock: &SaveLock) -> Result<Option<Recovered>, SaveError> {
    if !save_lock.is_left_by_another() {
        return Ok(None);
    }
    IndexLock::release_stale(ctx, save_lock);
    let Some(journal) = Journal::read(save_lock)? else {
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
    let records = journal.files.iter().filter_map(|entry| edit::record_in_trailer(&entry.record)).collect();
    let recovered = Recovered { subject: journal.subject.clone(), records, is_finished };
    journal.close(save_lock)?;
    save_lock.clear()?;
    Ok(Some(recovered))
}

/// Recovers where no save is to follow. A process that keeps the save_lock for longer than a moment is alive, and cleans up
/// itself.
pub(crate) fn recover_if_idle(ctx: &RepoContext) -> Result<Option<Recovered>, SaveError> {
    let mut backoff = Backoff::of(MOMENT);
    while SaveLock::is_room_taken(ctx) {
        if let Some(save_lock) = SaveLock::take_if_free(ctx)? {
            return recover(ctx, &save_lock);
        }
        if !backoff.wait() {
            break;
        }
    }
    Ok(None)
}

/// Brings files and index to what HEAD says. Tells whether that is the new.
pub(crate) fn settle(ctx: &RepoContext, lock: &IndexLock, journal: &Journal) -> Result<bool, SaveError> {
    let mut given = Vec::new();
    let mut is_made = false;
    let places: Vec<WorkFile> = journal.files.iter().map(|entry| entry.work_file(ctx)).collect();
    let mut index = lock.index(ctx)?;
    for (entry, work_file) in journal.files.iter().zip(&places) {
        let head = committed(ctx, work_file)?;
        let side = if head == entry.committed[1] {
            Side::After
        } else if head == entry.committed[0] {
            Side::Before
        } else {
            entry.clear(work_file);
            continue;
        };
        is_made |= side == Side::After;
        entry.bring(work_file, side)?;
        let staged =
            index.as_ref().and_then(|index| index.get_path(&work_file.path, 0)).map(|entry| entry.id.to_string());
        let (wanted, other) = side.of(&entry.staged);
        if staged == *other && wanted != other {
            let blob = wanted.as_deref().map(Oid::from_str).transpose()?;
            let file = Some(work_file.absolute.as_path())
                .filter(|file| side == Side::After && entry.is_whole && file.exists());
            given.push(IndexUpdate { path: &work_file.path, file, blob });
        }
    }
    if let Some(index) = index.as_mut().filter(|_| !given.is_empty()) {
        lock.give(ctx, index, &given)?;
    }
    Ok(is_made)
}
