//! How far the branch is ahead of where it is pushed, and behind its upstream, as of the last fetch. The network is not
//! used.

use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;
use crate::store::git::upstream;
use crate::store::records_dir::RecordsDir;

/// Returns the number of commits ahead and behind; `None` without an upstream.
pub(crate) fn ahead_behind(dir: &RecordsDir) -> Option<(usize, usize)> {
    count(dir).ok().flatten()
}

fn count(dir: &RecordsDir) -> Result<Option<(usize, usize)>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let (Some(branch), Some(ours)) = (ctx.branch()?, ctx.tip()?) else { return Ok(None) };
    let Some(upstream) = upstream::upstream(&ctx, &branch)? else { return Ok(None) };
    let Some(theirs) = ctx.commit_of_ref(&upstream.tracking)? else { return Ok(None) };
    let (mut ahead, behind) = ctx.repo.graph_ahead_behind(ours, theirs)?;
    if let Some(target) = upstream::push_target(&ctx, &branch, &upstream)?
        && target != upstream
        && let Some(pushed) = ctx.commit_of_ref(&target.tracking)?
    {
        ahead = ctx.repo.graph_ahead_behind(ours, pushed)?.0;
    }
    Ok(Some((ahead, behind)))
}
