//! The commits read so far, and what they changed. They are read page by page when a history is opened, never together
//! with the records.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::edit::CommitDiff;
use crate::model::{Commit, Date, History, Id, KeyPath, LinePlace, RecordRef};

/// The number of histories kept: that of the folder and those of the pages opened last.
const SUBJECTS: usize = 8;
/// The number of commits whose changes are kept.
const COMMITS: usize = 256;
/// The number of entries above which the stored places are discarded.
const PLACES: usize = 4_096;

/// The commits read so far, and what they changed.
#[derive(Clone, Debug, Default)]
pub struct HistoryCache {
    of: Vec<(Vec<RecordRef>, RecordHistory)>,
    changes: BTreeMap<String, Arc<Result<CommitDiff, String>>>,
    places: HashMap<(RecordRef, KeyPath), LinePlace>,
    marks: Option<ChangeMarks>,
    /// The branch head when the history was read.
    pub head: Option<String>,
}

/// From when on changes of startups are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SinceChoice {
    /// The last committee of each startup.
    #[default]
    Committee,
    /// The last review of each startup.
    Review,
    /// A day or a revision, as the user typed it.
    Typed(String),
}

/// The startups that have changed since then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeMarks {
    pub since: SinceChoice,
    /// The day, if it is the same for all startups.
    pub day: Option<Date>,
    /// Whether each startup has changed; those of which it is unknown are left out.
    pub startups: BTreeMap<Id, bool>,
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
    /// Returns the history of `records`, or of the whole folder if `records` is empty; `None` if it was never
    /// requested.
    #[must_use]
    pub fn of(&self, records: &[RecordRef]) -> Option<&RecordHistory> {
        self.of.iter().find(|(of, _)| of == records).map(|(_, past)| past)
    }

    /// Returns the commits read for the whole folder.
    #[must_use]
    pub fn commits(&self) -> &[Commit] {
        self.of(&[]).map_or(&[], RecordHistory::commits)
    }

    /// Returns the history of the whole folder, if it was read.
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

    /// Returns what a commit changed, or the error message; `None` if it was never requested.
    #[must_use]
    pub fn changes(&self, commit: &str) -> Option<&Result<CommitDiff, String>> {
        self.changes.get(commit).map(AsRef::as_ref)
    }

    /// Returns where an entry is written, and by which commit; `None` if it was never requested.
    #[must_use]
    pub fn place(&self, record: &RecordRef, path: &KeyPath) -> Option<&LinePlace> {
        self.places.get(&(record.clone(), path.clone()))
    }

    /// Returns whether it is known where an entry is written.
    #[must_use]
    pub fn has_place(&self, entry: &(RecordRef, KeyPath)) -> bool {
        self.places.contains_key(entry)
    }

    /// Returns the records of each history requested so far.
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

    /// Returns the startups that have changed; `None` if they were never requested.
    #[must_use]
    pub const fn marks(&self) -> Option<&ChangeMarks> {
        self.marks.as_ref()
    }

    /// Stores the startups that have changed, or forgets them.
    pub fn keep_marks(&mut self, marks: Option<ChangeMarks>) {
        self.marks = marks;
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

    /// Returns whether it is read to the end of a shallow clone: there may be older commits elsewhere.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        matches!(self, Self::Read(history) if history.is_shallow && history.next.is_none())
    }

    /// Returns the commit after which to continue reading; `None` if all commits are read.
    #[must_use]
    pub fn next(&self) -> Option<&str> {
        match self {
            Self::Read(history) => history.next.as_deref(),
            Self::NoRepository | Self::Unread(_) => None,
        }
    }
}
