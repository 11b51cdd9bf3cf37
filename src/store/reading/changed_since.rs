//! The records whose facts differ from those of earlier commits. Changes of comments or layout do not count.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use git2::Oid;

use crate::model::{Date, RecordRef, VersionState};
use crate::store::git::repository::RepoContext;
use crate::store::git::tree_diff::{RecordDeltas, TreeDiff};
use crate::store::git::walk::parse_id;
use crate::store::reading::comparisons::VersionReader;
use crate::store::reading::history::{HistoryError, tip};
use crate::store::records_dir::RecordsDir;

/// Returns, of the records given for each day, those whose facts differ between the end of that day and the end of
/// `until`, by default the head. Skips days before the history begins. Reads each commit of the branch once.
pub(crate) fn days(
    dir: &RecordsDir,
    days: &BTreeMap<Date, BTreeSet<RecordRef>>,
    until: Option<Date>,
) -> Result<BTreeMap<Date, BTreeSet<RecordRef>>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let (mut trees, mut versions) = (TreeDiff::new(&ctx, dir)?, VersionReader::new(&ctx));
    let (mut found, mut known) = (BTreeMap::new(), HashMap::<Oid, Rc<RecordDeltas>>::new());
    let (mut next, mut end) = (tip(&ctx, dir)?, None);
    let mut wanted = days.iter().rev().filter(|(day, _)| until.is_none_or(|until| **day <= until)).peekable();
    while let (Some(id), Some(_)) = (next, wanted.peek()) {
        let commit = ctx.commit(id)?;
        let on = commit.time.date_naive();
        if end.is_none() && until.is_none_or(|until| on <= until) {
            end = Some(id);
        }
        while let (Some(end), Some((day, records))) = (end, wanted.next_if(|(day, _)| on <= **day)) {
            let deltas = match known.get(&id) {
                Some(deltas) => Rc::clone(deltas),
                None => Rc::new(trees.deltas_between(id, end)?),
            };
            known.insert(id, Rc::clone(&deltas));
            found.insert(*day, changed(&mut versions, &deltas, |record| records.contains(record))?);
        }
        next = commit.parents.first().copied();
    }
    Ok(found)
}

/// Returns the records that differ between a commit and the head.
pub(crate) fn commit(dir: &RecordsDir, name: &str) -> Result<BTreeSet<RecordRef>, HistoryError> {
    let ctx = RepoContext::open(dir)?;
    let id = parse_id(name).map_err(|_| HistoryError::NoCommit(name.to_owned()))?;
    let Some(head) = tip(&ctx, dir)? else { return Ok(BTreeSet::new()) };
    let deltas = TreeDiff::new(&ctx, dir)?.deltas_between(id, head)?;
    Ok(changed(&mut VersionReader::new(&ctx), &deltas, |_| true)?)
}

/// Returns the wanted records whose facts differ, or may differ because one of their versions is missing.
fn changed(
    versions: &mut VersionReader<'_>,
    deltas: &RecordDeltas,
    is_wanted: impl Fn(&RecordRef) -> bool,
) -> Result<BTreeSet<RecordRef>, git2::Error> {
    let mut found = BTreeSet::new();
    for (record, delta) in deltas.iter().filter(|(record, _)| is_wanted(record)) {
        let comparison = versions.compare(record, delta)?;
        let states = [comparison.before, comparison.after];
        let is_unknown = states.iter().any(|state| matches!(state, VersionState::Missing | VersionState::Unreadable));
        if is_unknown || states[0] != states[1] || !comparison.changes.is_empty() {
            found.insert(record.clone());
        }
    }
    Ok(found)
}
