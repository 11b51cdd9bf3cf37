//! Revisions: commits by name, or by the day on which they were the latest.

use crate::model::{Commit, Date};
use crate::store::git::repository::RepoContext;
use crate::store::reading::history::{HistoryError, summary, tip};
use crate::store::records_dir::RecordsDir;

/// Returns the commit that a revision names.
pub(crate) fn named(dir: &RecordsDir, name: &str) -> Result<Option<Commit>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let Some(id) = ctx.resolve(name)? else { return Ok(None) };
    Ok(Some(summary(ctx.commit(id)?, Vec::new())))
}

/// Returns the last commit up to the end of a day, by its author's clock. What a merge brought came with the merge, so
/// only first parents count.
pub(crate) fn on(dir: &RecordsDir, day: Date) -> Result<Commit, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let mut next = tip(&ctx, dir)?;
    let mut begins: Option<Date> = None;
    while let Some(id) = next {
        let commit = ctx.commit(id)?;
        let on = commit.time.date_naive();
        if on <= day {
            return Ok(summary(commit, Vec::new()));
        }
        begins = Some(on);
        next = commit.parents.first().copied();
    }
    Err(HistoryError::BeginsLater { day, begins, is_shallow: ctx.is_shallow() })
}
