//! Versions of records, read from the objects of commits and compared.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use git2::Oid;

use crate::model::{KeyPath, RecordComparison, RecordRef, ValueChange};
use crate::record::{self, LARGEST, RecordVersion};
use crate::store::git::repository::RepoContext;
use crate::store::git::tree_diff::{FileVersion, RecordDelta, RecordDeltas};

/// The number of cached versions. That after a commit is often the one before the next.
const CACHED: usize = 256;
/// The least share of common values, in thousandths, of a file that was renamed and changed.
const LIKE: usize = 500;
/// The most pairs of files of a commit that are compared to find renamed ones.
const MAX_PAIRS: usize = 400;

/// Reads and compares the versions of records.
pub(crate) struct VersionReader<'r> {
    ctx: &'r RepoContext,
    kept: HashMap<Oid, Arc<RecordVersion>>,
}

impl<'r> VersionReader<'r> {
    pub fn new(ctx: &'r RepoContext) -> Self {
        Self { ctx, kept: HashMap::new() }
    }

    /// Returns the comparison of a record, without what a merge took over from one of its parents.
    pub fn compare(&mut self, record: &RecordRef, delta: &RecordDelta) -> Result<RecordComparison, git2::Error> {
        let after = self.version(delta.after.as_ref())?;
        let before = self.version(delta.before.as_ref())?;
        let mut comparison = record::compare(record, &before, &after);
        for other in &delta.others {
            let other = self.version(other.as_ref())?;
            let other = record::compare(record, &other, &after);
            comparison.changes.retain(|change| other.changes.iter().any(|other| is_same_change(change, other)));
        }
        Ok(comparison)
    }

    /// Returns the records that were renamed: the later id with the earlier one.
    pub fn renames(&mut self, deltas: &RecordDeltas) -> Result<BTreeMap<RecordRef, RecordRef>, git2::Error> {
        let is_new = |delta: &RecordDelta| delta.before.is_none() && delta.others.iter().all(Option::is_none);
        let new: Vec<_> = deltas.iter().filter(|(_, delta)| is_new(delta)).collect();
        let gone: Vec<_> = deltas.iter().filter(|(_, delta)| delta.after.is_none()).collect();
        let (mut renames, mut taken) = (BTreeMap::new(), BTreeSet::new());
        if new.is_empty() || gone.is_empty() {
            return Ok(renames);
        }
        let blob = |version: &Option<FileVersion>| version.as_ref().map(|version| version.blob);
        let mut by_blob: HashMap<Option<Oid>, Vec<&RecordRef>> = HashMap::new();
        gone.iter().for_each(|(record, delta)| by_blob.entry(blob(&delta.before)).or_default().push(record));
        for (record, delta) in &new {
            let same = by_blob.get(&blob(&delta.after)).into_iter().flatten();
            if let Some(old) = same.copied().find(|old| old.kind == record.kind && !taken.contains(*old)) {
                taken.insert(old);
                renames.insert((*record).clone(), old.clone());
            }
        }
        if new.len() * gone.len() > MAX_PAIRS {
            return Ok(renames);
        }
        let mut alike = Vec::new();
        for (record, delta) in new.iter().filter(|(record, _)| !renames.contains_key(*record)) {
            let after = self.version(delta.after.as_ref())?;
            for (old, delta) in gone.iter().filter(|(old, _)| old.kind == record.kind && !taken.contains(*old)) {
                let likeness = record::likeness(&*self.version(delta.before.as_ref())?, &after);
                if likeness >= LIKE {
                    alike.push((usize::MAX - likeness, *record, *old));
                }
            }
        }
        alike.sort();
        for (_, record, old) in alike {
            if !renames.contains_key(record) && taken.insert(old) {
                renames.insert(record.clone(), old.clone());
            }
        }
        Ok(renames)
    }

    fn version(&mut self, version: Option<&FileVersion>) -> Result<Arc<RecordVersion>, git2::Error> {
        let Some(FileVersion { blob, .. }) = version else { return Ok(Arc::new(RecordVersion::absent())) };
        if let Some(known) = self.kept.get(blob) {
            return Ok(Arc::clone(known));
        }
        let version = match self.ctx.repo.find_blob(*blob) {
            Ok(blob) if u64::try_from(blob.size()).is_ok_and(|size| size > LARGEST) => RecordVersion::unreadable(),
            Ok(blob) => RecordVersion::read(blob.content()),
            // Reading history never fetches. A damaged version must not hide the facts of the others.
            Err(_) => RecordVersion::missing(),
        };
        if self.kept.len() >= CACHED {
            self.kept.clear();
        }
        let version = Arc::new(version);
        self.kept.insert(*blob, Arc::clone(&version));
        Ok(version)
    }
}

/// Returns whether two comparisons with one later version mean the same change.
fn is_same_change(one: &ValueChange, other: &ValueChange) -> bool {
    let is_around = |outer: &KeyPath, inner: &KeyPath| inner.starts_with(outer);
    match (&one.is, &other.is) {
        (None, None) => one.was == other.was,
        (Some(_), Some(_)) => is_around(&one.path, &other.path) || is_around(&other.path, &one.path),
        _ => false,
    }
}
