//! Walking the commits of the history.

use chrono::{DateTime, FixedOffset};
use git2::{Oid, Repository, Revwalk};

/// The commits below one, by all parents of a merge, as `git log` orders them: without sorting, libgit2 need not
/// read all of them first.
pub(crate) fn newest_first(repo: &Repository, from: Oid) -> Result<Revwalk<'_>, git2::Error> {
    let mut walk = repo.revwalk()?;
    walk.push(from)?;
    Ok(walk)
}

/// A commit's time in its author's time zone.
pub(crate) fn moment(time: git2::Time) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(time.offset_minutes().saturating_mul(60));
    let utc = DateTime::from_timestamp(time.seconds(), 0).unwrap_or_default();
    zone.map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
}
