//! Finishing the save of a killed process, or taking it back: HEAD decides which.
//!
//! A save is made in the moment in which the branch moves. Before it, files and index entries that are as the save was
//! to make them get back what they had; after it, those that are as before are brought up to it. Locks and temporary
//! files are cleared away. What somebody changed meanwhile is nobody's but theirs.

use std::fs;
use std::path::Path;
use std::time::Duration;

use git2::Oid;

use super::commit::refused;
use super::index::{Given, Lock};
use super::journal::{Journal, Trace};
use super::patience::Patience;
use super::repository::{self, Ground, Place};
use super::turn::Turn;
use super::workfile::Prepared;
use super::{Recovered, SaveError, branch, by_git};
use crate::edit;

/// A save takes less, a git that was started in it and has done its work much less.
const MOMENT: Duration = Duration::from_millis(300);

/// Recovers while we have the turn, from the journal and the files in the room.
pub(super) fn recover(ground: &Ground, turn: &Turn) -> Result<Option<Recovered>, SaveError> {
    if !turn.is_left_by_another() {
        return Ok(None);
    }
    Lock::release_stale(ground, turn);
    let Some(journal) = Journal::read(turn)? else {
        turn.clear()?;
        return Ok(None);
    };
    branch::release_stale(ground, turn, &journal.branch);
    let lock = Lock::take(ground, turn)?;
    let is_finished = if journal.commit.is_some() {
        settle(ground, &lock, &journal)?
    } else {
        // Git takes the lock itself; it was free.
        drop(lock);
        by_git::settle(ground, &journal)?
    };
    let records = journal.files.iter().filter_map(|trace| edit::record_in_trailer(&trace.record)).collect();
    let recovered = Recovered { subject: journal.subject.clone(), records, is_finished };
    journal.close(turn)?;
    turn.clear()?;
    Ok(Some(recovered))
}

/// Recovers where no save is to follow. A process that keeps the turn for longer than a moment is alive, and cleans up
/// itself.
pub(super) fn recover_alone(ground: &Ground) -> Result<Option<Recovered>, SaveError> {
    let mut patience = Patience::of(MOMENT);
    while Turn::is_room_taken(ground) {
        if let Some(turn) = Turn::take_if_free(ground)? {
            return recover(ground, &turn);
        }
        if !patience.wait() {
            break;
        }
    }
    Ok(None)
}

/// Brings files and index to what HEAD says. Tells whether that is the new.
pub(super) fn settle(ground: &Ground, lock: &Lock, journal: &Journal) -> Result<bool, SaveError> {
    let mut given = Vec::new();
    let mut is_made = false;
    let places: Vec<Place> = journal.files.iter().map(|trace| trace.place(ground)).collect();
    let mut index = lock.index(ground)?;
    for (trace, place) in journal.files.iter().zip(&places) {
        let head = committed(ground, place)?;
        let side = if head == trace.committed[1] {
            Side::After
        } else if head == trace.committed[0] {
            Side::Before
        } else {
            trace.clear(place);
            continue;
        };
        is_made |= side == Side::After;
        trace.bring(place, side)?;
        let staged = index.as_ref().and_then(|index| index.get_path(&place.path, 0)).map(|entry| entry.id.to_string());
        let (wanted, other) = side.of(&trace.staged);
        if staged == *other && wanted != other {
            let blob = wanted.as_deref().map(Oid::from_str).transpose()?;
            let file = Some(place.file.as_path()).filter(|file| side == Side::After && trace.is_whole && file.exists());
            given.push(Given { path: &place.path, file, blob });
        }
    }
    if let Some(index) = index.as_mut().filter(|_| !given.is_empty()) {
        lock.give(ground, index, &given)?;
    }
    Ok(is_made)
}

/// The blob of a file in HEAD.
pub(super) fn committed(ground: &Ground, place: &Place) -> Result<Option<String>, SaveError> {
    let Some(tip) = repository::tip(&ground.repo)? else { return Ok(None) };
    Ok(ground.committed(place, tip)?.map(|(blob, _)| blob.to_string()))
}

/// Which state is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Side {
    /// What is wanted, and what is not.
    pub fn of<T>(self, [before, after]: &[T; 2]) -> (&T, &T) {
        match self {
            Self::Before => (before, after),
            Self::After => (after, before),
        }
    }
}

impl Trace {
    /// Where it is.
    pub fn place(&self, ground: &Ground) -> Place {
        Place { file: ground.work.join(&self.path), path: self.path.clone() }
    }

    /// Gives the file the bytes of one side, if it still holds those of the other.
    pub fn bring(&self, place: &Place, side: Side) -> Result<(), SaveError> {
        self.clear(place);
        let (wanted, other) = side.of(&self.work);
        let now = place.bytes()?;
        if wanted != other && now.as_deref() == other.as_deref().map(str::as_bytes) {
            let brought = match wanted {
                Some(text) => Prepared::new(&place.file, text.as_bytes()).and_then(Prepared::put),
                None => fs::remove_file(&place.file),
            };
            brought.map_err(|error| refused(&place.file, error))?;
            if let (Side::Before, Some(modified)) = (side, self.modified) {
                set_modified(&place.file, modified);
            }
        }
        if side == Side::Before {
            for folder in self.folders.iter().rev() {
                // Goes only where nothing is in it.
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }

    /// Takes away the bytes that were not put in the file's place.
    pub fn clear(&self, place: &Place) {
        let _ = fs::remove_file(place.file.with_file_name(&self.temporary));
    }
}

/// Restores the time of a file, so that neither git nor a reload takes it for changed. It may fail without harm.
fn set_modified(file: &Path, modified: std::time::SystemTime) {
    if let Ok(file) = fs::File::options().write(true).open(file) {
        let _ = file.set_modified(modified);
    }
}
