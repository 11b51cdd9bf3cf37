//! Which records differ from those of earlier commits.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use git2::Oid;

use crate::model::{Date, RecordRef};
use crate::store::git::repository::RepoContext;
use crate::store::git::tree_diff::TreeDiff;
use crate::store::git::walk::parse_id;
use crate::store::reading::history::{HistoryError, tip};
use crate::store::records_dir::RecordsDir;

/// The records that differ between the end of each day and the end of `until`, by default the head. A day before the
/// history begins is left out, as what was known then is unknown. Goes through the commits of the branch once.
pub(crate) fn days(
    dir: &RecordsDir,
    days: &BTreeSet<Date>,
    until: Option<Date>,
) -> Result<BTreeMap<Date, BTreeSet<RecordRef>>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let mut trees = TreeDiff::new(&ctx, dir)?;
    let (mut found, mut known) = (BTreeMap::new(), HashMap::<Oid, BTreeSet<RecordRef>>::new());
    let (mut next, mut end) = (tip(&ctx, dir)?, None);
    let mut wanted = days.iter().rev().copied().filter(|day| until.is_none_or(|until| *day <= until)).peekable();
    while let (Some(id), Some(_)) = (next, wanted.peek()) {
        let commit = ctx.commit(id)?;
        let on = commit.time.date_naive();
        if end.is_none() && until.is_none_or(|until| on <= until) {
            end = Some(id);
        }
        while let (Some(end), Some(day)) = (end, wanted.next_if(|day| on <= *day)) {
            let changed = match known.get(&id) {
                Some(changed) => changed.clone(),
                None => trees.between_commits(id, end)?.into_iter().collect(),
            };
            known.insert(id, changed.clone());
            found.insert(day, changed);
        }
        next = commit.parents.first().copied();
    }
    Ok(found)
}

/// The records that differ between a commit and the head.
pub(crate) fn commit(dir: &RecordsDir, name: &str) -> Result<BTreeSet<RecordRef>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let id = parse_id(name).map_err(|_| HistoryError::NoCommit(name.to_owned()))?;
    let Some(head) = tip(&ctx, dir)? else { return Ok(BTreeSet::new()) };
    Ok(TreeDiff::new(&ctx, dir)?.between_commits(id, head)?.into_iter().collect())
}
