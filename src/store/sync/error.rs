//! The progress and the outcome of a sync. `cli` turns these into messages.

use std::path::PathBuf;

use crate::model::{MergeQuestion, RecordRef};
use crate::store::error::SaveError;
use crate::store::git::discover::RepoError;
use crate::store::git::prompts::Prompts;

/// The progress of a sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncStep {
    /// Fetching: the progress line of git; empty at first.
    Fetching(String),
    /// Merging both sides.
    Merging,
    /// Pushing: the progress line of git; empty at first.
    Pushing(String),
    /// Starting again, because somebody else pushed first or the branch has moved.
    TryingAgain,
}

/// What a sync changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// The number of commits received.
    pub received: usize,
    /// The number of commits sent, including the merge.
    pub sent: usize,
    /// The full id of the merge commit; `None` if one side was simply ahead.
    pub merged: Option<String>,
    /// The records that changed locally.
    pub records: Vec<RecordRef>,
    /// The records whose files git had left in conflict and that are settled now. If there are any, nothing was
    /// fetched.
    pub settled: Vec<RecordRef>,
    /// The command of git that waits to be continued after that.
    pub in_progress: Option<&'static str>,
}

/// Why a sync stopped. Local commits are kept, and no file is half written.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The repository is not in a state to sync.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The repository has no remote.
    #[error("no remote")]
    NoRemote,
    /// The branch has no upstream, and there is not exactly one remote.
    #[error("{branch} follows nothing")]
    NoUpstream { branch: String, remotes: Vec<String> },
    /// The remote cannot be reached, or denies access.
    #[error("{remote} cannot be reached: {words}")]
    Unreachable {
        remote: String,
        /// The messages of git.
        words: String,
        /// Whether git could ask for a password.
        prompts: Prompts,
    },
    /// The remote answers, but git rejects a part of the fetch, such as a tag that was moved there.
    #[error("git refuses what {remote} has: {words}")]
    FetchRefused {
        remote: String,
        /// The messages of git.
        words: String,
    },
    /// Both sides have commits, but no common one.
    #[error("nothing in common with {0}")]
    Unrelated(String),
    /// Fields that both sides set to different values. Nothing was changed.
    #[error("{} to be answered", .0.len())]
    Questions(Vec<MergeQuestion>),
    /// Other files that both sides changed in the same lines. Nothing was changed.
    #[error("changed on both sides: {0:?}")]
    Conflicts(Vec<PathBuf>),
    /// Files with uncommitted changes that the merge would overwrite. Nothing was changed.
    #[error("would be overwritten: {0:?}")]
    WouldOverwrite(Vec<PathBuf>),
    /// The remote refused the push.
    #[error("{remote} refused: {words}")]
    Refused {
        remote: String,
        /// Its messages.
        words: String,
    },
    /// Commits that we have were removed from the remote since the last sync.
    #[error("{removed} commits were removed from {name}")]
    Rewritten {
        /// The tracking branch, such as `origin/main`.
        name: String,
        /// How many of them our branch has.
        removed: usize,
        /// The last commit that was seen there.
        seen: String,
    },
    /// The branch was deleted or renamed there since the last sync.
    #[error("{0} does not exist any more")]
    BranchGone(String),
    /// `git push` is configured to push nothing.
    #[error("nothing is pushed from {0}")]
    NothingToPush(String),
    /// Others pushed first at every attempt.
    #[error("others push all the time")]
    Raced,
    /// The sync was cancelled.
    #[error("stopped")]
    Cancelled,
}

impl From<RepoError> for SyncError {
    fn from(error: RepoError) -> Self {
        Self::Save(error.into())
    }
}

impl From<git2::Error> for SyncError {
    fn from(error: git2::Error) -> Self {
        Self::Save(error.into())
    }
}
