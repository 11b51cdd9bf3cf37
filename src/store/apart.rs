//! How far the branch and the one that it follows are from each other, as far as is known here: no network.

use super::{Folder, repository};

/// Commits that it is ahead, and behind.
pub(super) fn apart(folder: &Folder) -> Option<(usize, usize)> {
    let repo = repository::open(folder).ok()?;
    let head = repo.head().ok().filter(git2::Reference::is_branch)?;
    let followed = repo.branch_upstream_name(head.name().ok()?).ok()?;
    let theirs = repo.refname_to_id(followed.as_str().ok()?).ok()?;
    repo.graph_ahead_behind(head.target()?, theirs).ok()
}
