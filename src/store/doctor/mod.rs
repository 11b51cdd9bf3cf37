//! Examining a set-up: whether the folder, its repository and its remote allow edits and syncs. Nothing is changed.

mod programs;
mod records;
mod remote;
mod repository;
mod saving;

use std::path::Path;

use super::error::SaveError;
use super::git::identity::Identity;
use super::git::repository::RepoContext;
use super::records_dir::RecordsDir;
use super::sync::error::SyncError;
use crate::model::MessageArgs;

pub use programs::is_installed;

/// One line of the report.
#[derive(Debug)]
pub struct DoctorLine {
    /// What was examined, in the word of `--json`.
    pub check: &'static str,
    pub result: DoctorResult,
}

/// How an examination ended. The texts are keys of messages with their arguments.
#[derive(Debug)]
pub enum DoctorResult {
    /// Everything works.
    Good(&'static str, MessageArgs),
    /// Edits and syncs work, and something else does not.
    Warning(&'static str, MessageArgs),
    /// A problem prevents an edit or a sync.
    Broken(&'static str, MessageArgs),
    /// The same, with the error that an edit or a sync would report.
    Fails(SyncError),
}

impl From<SyncError> for DoctorResult {
    fn from(error: SyncError) -> Self {
        Self::Fails(error)
    }
}

impl From<SaveError> for DoctorResult {
    fn from(error: SaveError) -> Self {
        Self::Fails(error.into())
    }
}

/// Returns a result without arguments.
const fn good(key: &'static str) -> DoctorResult {
    DoctorResult::Good(key, MessageArgs::new())
}

/// Examines the folder of records at `root`, git, the repository and the remote. What cannot be examined, because an
/// earlier line is broken, is left out.
#[must_use]
pub fn examine(root: &Path) -> Vec<DoctorLine> {
    let mut lines = Vec::new();
    let mut add = |check, result| lines.push(DoctorLine { check, result });
    let dir = match RecordsDir::open(root) {
        Ok(dir) => dir,
        // The caller has reported why.
        Err(_) => match RecordsDir::bare(root) {
            Ok(dir) => dir,
            Err(_) => {
                add("git", programs::git());
                return lines;
            }
        },
    };
    add("folder", records::folder(&dir));
    add("git", programs::git());
    let ctx = match RepoContext::open(&dir) {
        Ok(ctx) => ctx,
        Err(error) => {
            let (check, result) = repository::not_opened(&dir, error);
            add(check, result);
            add("identity", Identity::check_default().map_or_else(Into::into, |()| good("doctor-identity-known")));
            return lines;
        }
    };
    add("work-tree", settle(repository::work_tree(&dir, &ctx)));
    add("format", repository::format(&ctx));
    add("checkout", settle(repository::checkout(&dir, &ctx)));
    add("identity", settle(repository::identity(&ctx)));
    add("signing", settle(saving::signing(&ctx)));
    add("hooks", settle(saving::hooks(&ctx)));
    add("index", settle(saving::index(&ctx)));
    add("journal", settle(saving::journal(&dir, &ctx)));
    add("merge-driver", settle(saving::merge_driver(&dir, &ctx)));
    // On a detached HEAD there is nothing to sync.
    if let Ok(Some(branch)) = ctx.branch() {
        remote::examine(&ctx, &branch, &mut add);
    }
    lines
}

/// Returns the result, or the error of looking for it.
fn settle(found: Result<DoctorResult, SaveError>) -> DoctorResult {
    found.unwrap_or_else(Into::into)
}
