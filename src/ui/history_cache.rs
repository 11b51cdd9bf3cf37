//! What has been read of the past: the commits that touched some records, and what each of them changed. Read when
//! somebody looks, a page at a time; never with the records.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::Changes;
use crate::model::{Commit, History, RecordRef};

/// Of how many subjects the past is kept: the folder, and the pages opened last.
const SUBJECTS: usize = 8;
/// Of how many commits it is kept what they changed.
const COMMITS: usize = 256;

/// What has been read of the past.
#[derive(Clone, Debug, Default)]
pub struct HistoryCache {
    of: Vec<(Vec<RecordRef>, RecordHistory)>,
    changes: BTreeMap<String, Arc<Result<Changes, String>>>,
    /// Where the branch stood when it was read.
    pub head: Option<String>,
}

/// The past of some records, as far as it has been read.
#[derive(Clone, Debug)]
pub enum RecordHistory {
    /// The folder is under no version control: there is none.
    NoRepository,
    /// It could not be read: why, in words.
    Unread(String),
    /// Commits.
    Read(Arc<History>),
}

impl HistoryCache {
    /// The past of some records, of all where none is named; `None` where nobody asked yet.
    #[must_use]
    pub fn of(&self, records: &[RecordRef]) -> Option<&RecordHistory> {
        self.of.iter().find(|(of, _)| of == records).map(|(_, past)| past)
    }

    /// The commits read of the whole folder.
    #[must_use]
    pub fn commits(&self) -> &[Commit] {
        self.of(&[]).map_or(&[], RecordHistory::commits)
    }

    /// The past of the whole folder, where it was read.
    #[must_use]
    pub fn whole(&self) -> Option<&Arc<History>> {
        match self.of(&[]) {
            Some(RecordHistory::Read(history)) => Some(history),
            _ => None,
        }
    }

    /// A commit, by its name, wherever it was read.
    #[must_use]
    pub fn commit(&self, name: &str) -> Option<&Commit> {
        self.of.iter().flat_map(|(_, past)| past.commits()).find(|commit| commit.name == name)
    }

    /// What a commit changed, or why that cannot be told; `None` where nobody asked yet.
    #[must_use]
    pub fn changes(&self, commit: &str) -> Option<&Result<Changes, String>> {
        self.changes.get(commit).map(AsRef::as_ref)
    }

    /// Every subject that was asked for.
    pub fn subjects(&self) -> impl Iterator<Item = &[RecordRef]> {
        self.of.iter().map(|(of, _)| of.as_slice())
    }

    /// Keeps the past of some records.
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

    /// Keeps what a commit changed.
    pub fn keep_changes(&mut self, commit: &str, changes: Result<Changes, String>) {
        if self.changes.len() >= COMMITS {
            self.changes.pop_first();
        }
        self.changes.insert(commit.to_owned(), Arc::new(changes));
    }
}

impl RecordHistory {
    /// The commits; none where there is no past.
    #[must_use]
    pub fn commits(&self) -> &[Commit] {
        match self {
            Self::Read(history) => &history.commits,
            Self::NoRepository | Self::Unread(_) => &[],
        }
    }

    /// The commit to read on after; `None` where all was read.
    #[must_use]
    pub fn next(&self) -> Option<&str> {
        match self {
            Self::Read(history) => history.next.as_deref(),
            Self::NoRepository | Self::Unread(_) => None,
        }
    }
}
