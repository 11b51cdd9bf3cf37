//! What a sync tells, and why it stopped: facts, worded by the command line.

use std::path::PathBuf;

use crate::model::{MergeQuestion, RecordRef};
use crate::store::error::SaveError;
use crate::store::git::prompts::Prompts;
use crate::store::git::repository::RepoError;

/// How far a sync is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncStep {
    /// Fetching: git's own account of it, as it comes; empty at first.
    Fetching(String),
    /// Bringing both sides together.
    Merging,
    /// Pushing: git's own account of it, as it comes; empty at first.
    Pushing(String),
    /// Somebody else pushed first, or the branch moved here: all of it again.
    TryingAgain,
}

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Commits that came.
    pub received: usize,
    /// Commits that went, the merge included.
    pub sent: usize,
    /// The merge commit, in full; `None` where one side was simply ahead.
    pub merged: Option<String>,
    /// The records that changed here.
    pub records: Vec<RecordRef>,
}

/// Why a sync stopped. What is committed here stays, and no file was touched by half.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The repository is in no state for it.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The repository has no remote.
    #[error("no remote")]
    NoRemote,
    /// The branch follows no branch of a remote, and there is more than one, or none to guess.
    #[error("{branch} follows nothing")]
    NoUpstream {
        /// The branch.
        branch: String,
        /// The remotes.
        remotes: Vec<String>,
    },
    /// The remote cannot be reached, or lets nobody in: git's words.
    #[error("{remote} cannot be reached: {words}")]
    Unreachable {
        /// The remote.
        remote: String,
        /// What git said.
        words: String,
        /// Whether git could ask for a password.
        prompts: Prompts,
    },
    /// Both sides have commits, and none in common.
    #[error("nothing in common with {0}")]
    Unrelated(String),
    /// The same things set to two values. Nothing was changed.
    #[error("{} to be answered", .0.len())]
    Questions(Vec<MergeQuestion>),
    /// Files that are no records were changed on both sides, in the same lines. Nothing was changed.
    #[error("changed on both sides: {0:?}")]
    Conflicts(Vec<PathBuf>),
    /// Files with changes that are not committed, which the merge would overwrite. Nothing was changed.
    #[error("in the way: {0:?}")]
    InTheWay(Vec<PathBuf>),
    /// The remote did not take what was pushed: its words.
    #[error("{remote} refused: {words}")]
    Refused {
        /// The remote.
        remote: String,
        /// What it said.
        words: String,
    },
    /// Others pushed first, again and again.
    #[error("others push all the time")]
    Raced,
    /// Somebody stopped it.
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
