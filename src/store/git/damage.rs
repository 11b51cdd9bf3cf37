//! A branch whose commit cannot be read, as after a power failure, and the way back.

use std::path::Path;

use git2::{ErrorClass, Oid, Repository};

use crate::store::error::DamagedBranch;
use crate::store::git::walk::parse_id;
use crate::store::plain_file::{self, Links};

/// The largest log of a branch that is searched.
const LARGEST_LOG: u64 = 256 * 1024 * 1024;

/// Examines a branch after libgit2 failed to read its commit. `None` if the system refused, or if nothing better is
/// known.
pub(crate) fn examine(
    repo: &Repository,
    common_dir: &Path,
    branch: &str,
    error: &git2::Error,
) -> Option<DamagedBranch> {
    if error.class() == ErrorClass::Os || !branch.starts_with("refs/heads/") {
        return None;
    }
    let log = plain_file::read(&common_dir.join("logs").join(branch), LARGEST_LOG, Links::Refuse).ok()?;
    let is_whole = |id: &Oid| repo.find_commit(*id).and_then(|commit| commit.tree()).is_ok();
    // `<old> <new> <committer> …`
    let commits = String::from_utf8_lossy(&log);
    let commits = commits.lines().rev().flat_map(|line| line.split(' ').take(2).collect::<Vec<_>>().into_iter().rev());
    let last_whole = commits.filter_map(|id| parse_id(id).ok()).find(is_whole)?.to_string();
    Some(DamagedBranch { branch: branch.to_owned(), file: common_dir.join(branch), last_whole })
}
