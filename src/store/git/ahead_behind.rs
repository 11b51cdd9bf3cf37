//! How far the branch is ahead of its upstream and behind it, by the last fetch: without the network.

use crate::store::git::repository;
use crate::store::records_dir::RecordsDir;

/// The number of commits ahead, and behind.
pub(crate) fn ahead_behind(dir: &RecordsDir) -> Option<(usize, usize)> {
    let repo = repository::open(dir).ok()?;
    let head = repo.head().ok().filter(git2::Reference::is_branch)?;
    let followed = repo.branch_upstream_name(head.name().ok()?).ok()?;
    let theirs = repo.refname_to_id(followed.as_str().ok()?).ok()?;
    repo.graph_ahead_behind(head.target()?, theirs).ok()
}
