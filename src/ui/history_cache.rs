//! The commits read so far, and what they changed. They are read page by page when a history is opened, never together
//! with the records.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::edit::CommitDiff;
use crate::model::{Commit, History, KeyPath, LinePlace, RecordRef};

/// The number of histories kept: that of the folder and those of the pages opened last.
const SUBJECTS: usize = 8;
/// The number of commits whose changes are kept.
const COMMITS: usize = 256;
/// The number of entries from which on their places are forgotten.
const PLACES: usize = 4_096;

/// The commits read so far, and what they changed.
#[derive(Clone, Debug, Default)]
pub struct HistoryCache {
    of: Vec<(Vec<RecordRef>, RecordHistory)>,
    changes: BTreeMap<String, Arc<Result<CommitDiff, String>>>,
    places: HashMap<(RecordRef, KeyPath), LinePlace>,
    /// The branch head when the history was read.
    pub head: Option<String>,
}

/// The history of some records, as far as it has been read.
#[derive(Clone, Debug)]
pub enum RecordHistory {
    /// The folder is not in a git repository.
    NoRepository,
    /// Reading failed, with the message for the user.
    Unread(String),
    Read(Arc<History>),
}

impl HistoryCache {
    /// The history of `records`, or of the whole folder if `records` is empty; `None` if it was never requested.
    #[must_use]
    pub fn of(&self, records: &[RecordRef]) -> Option<&RecordHistory> {
        self.of.iter().find(|(of, _)| of == records).map(|(_, past)| past)
    }

    /// The commits read for the whole folder.
    #[must_use]
    pub fn commits(&self) -> &[Commit] {
        self.of(&[]).map_or(&[], RecordHistory::commits)
    }

    /// The history of the whole folder, if it was read.
    #[must_use]
    pub fn whole(&self) -> Option<&Arc<History>> {
        match self.of(&[]) {
            Some(RecordHistory::Read(history)) => Some(history),
            _ => None,
        }
    }

    /// Finds a commit by its hash in any history read so far.
    #[must_use]
    pub fn commit(&self, name: &str) -> Option<&Commit> {
        self.of.iter().flat_map(|(_, past)| past.commits()).find(|commit| commit.name == name)
    }

    /// What a commit changed, or the error message; `None` if it was never requested.
    #[must_use]
    pub fn changes(&self, commit: &str) -> Option<&Result<CommitDiff, String>> {
        self.changes.get(commit).map(AsRef::as_ref)
    }

    /// Where an entry is written, and by which commit; `None` if it was never requested.
    #[must_use]
    pub fn place(&self, record: &RecordRef, path: &KeyPath) -> Option<&LinePlace> {
        self.places.get(&(record.clone(), path.clone()))
    }

    /// The records of each history requested so far.
    pub fn subjects(&self) -> impl Iterator<Item = &[RecordRef]> {
        self.of.iter().map(|(of, _)| of.as_slice())
    }

    /// Stores the history of `records`, evicting the oldest one.
    pub fn keep(&mut self, records: &[RecordRef], past: RecordHistory) {
        match self.of.iter_mut().find(|(of, _)| of == records) {
            Some((_, kept)) => *kept = past,
            None => self.of.push((records.to_vec(), past)),
        }
        if self.of.len() > SUBJECTS
            && let Some(oldest) = self.of.iter().position(|(of, _)| !of.is_empty())
        {
            self.of.remove(oldest);
        }
    }

    /// Stores where some entries are written.
    pub fn keep_places(&mut self, places: impl IntoIterator<Item = ((RecordRef, KeyPath), LinePlace)>) {
        if self.places.len() >= PLACES {
            self.places.clear();
        }
        self.places.extend(places);
    }

    /// Forgets where entries are written, since the records have changed.
    pub fn forget_places(&mut self) {
        self.places.clear();
    }

    /// Stores what a commit changed.
    pub fn keep_changes(&mut self, commit: &str, changes: Result<CommitDiff, String>) {
        if self.changes.len() >= COMMITS {
            self.changes.pop_first();
        }
        self.changes.insert(commit.to_owned(), Arc::new(changes));
    }
}

impl RecordHistory {
    #[must_use]
    pub fn commits(&self) -> &[Commit] {
        match self {
            Self::Read(history) => &history.commits,
            Self::NoRepository | Self::Unread(_) => &[],
        }
    }

    /// The commit after which to continue reading; `None` if all commits are read.
    #[must_use]
    pub fn next(&self) -> Option<&str> {
        match self {
            Self::Read(history) => history.next.as_deref(),
            Self::NoRepository | Self::Unread(_) => None,
        }
    }
}
