//! The changes of both sides since their merge base, paired file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use git2::{Delta, Diff, DiffFile, DiffFindOptions, FileMode, Oid, Repository};

use crate::model::RecordRef;
use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;
use crate::store::git::walk::tree_of;
use crate::store::records_dir::RecordsDir;
use crate::store::scan::record_at;
use crate::store::sync::error::SyncError;

/// The least similarity, in percent, of two files for one to be the other under a new name.
const ALIKE: u16 = 75;

/// A file in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TreeFile {
    pub path: PathBuf,
    pub blob: Oid,
    pub mode: FileMode,
}

impl TreeFile {
    /// Returns whether it is a plain file, and neither a link nor a submodule.
    pub fn is_plain(&self) -> bool {
        matches!(self.mode, FileMode::Blob | FileMode::BlobExecutable)
    }

    /// Returns whether it has the same content, at any path.
    pub fn holds_what(&self, other: &Self) -> bool {
        (self.blob, self.mode) == (other.blob, other.mode)
    }
}

/// One file at the merge base and on both sides.
#[derive(Clone, Debug)]
pub(crate) struct FilePair {
    /// The record, if the file is one on every side that has it.
    pub record: Option<RecordRef>,
    pub base: Option<TreeFile>,
    pub ours: Option<TreeFile>,
    pub theirs: Option<TreeFile>,
    /// Whether there are several merge bases, which differ in this file.
    pub is_doubtful: bool,
}

/// What one side changed in one file.
#[derive(Clone, Debug)]
struct FileChange {
    before: Option<TreeFile>,
    after: Option<TreeFile>,
}

/// The trees of a merge.
pub(crate) struct ChangesSinceBase<'a> {
    repo: &'a Repository,
    /// The folder of records below the work tree.
    below: PathBuf,
}

impl<'a> ChangesSinceBase<'a> {
    pub fn new(dir: &RecordsDir, ctx: &'a RepoContext) -> Result<Self, SyncError> {
        let below = dir.real.strip_prefix(&ctx.work).map_err(|_| SaveError::NoRepository)?.to_owned();
        Ok(Self { repo: &ctx.repo, below })
    }

    /// Returns all files that the other side changed, each with ours. If there are several merge bases that differ in a
    /// file, it has no base.
    pub fn pairs(&self, bases: &[Oid], ours: Oid, theirs: Oid) -> Result<Vec<FilePair>, SyncError> {
        let Some((base, others)) = bases.split_first() else { return Ok(Vec::new()) };
        let mut doubtful = BTreeSet::new();
        for other in others {
            let changes = self.changes(*base, *other)?;
            doubtful.extend(
                changes.into_iter().flat_map(|change| [change.before, change.after]).flatten().map(|file| file.path),
            );
        }
        let came = self.changes(*base, theirs)?;
        let mut here = OurChanges::new(self, self.changes(*base, ours)?);
        let mut pairs = Vec::new();
        for change in came {
            let is_in_doubt = |file: &Option<TreeFile>| file.as_ref().is_some_and(|file| doubtful.contains(&file.path));
            let is_doubtful = is_in_doubt(&change.before) || is_in_doubt(&change.after);
            let met = match &change.before {
                Some(before) => here.changed.remove(&before.path),
                None => change.after.as_ref().and_then(|after| here.added(self, after)),
            };
            // A file that we did not change is the same as in the base.
            let ours = met.map_or_else(|| change.before.clone(), |ours| ours.after);
            let base = change.before.filter(|_| !is_doubtful);
            pairs.push(self.pair(base, ours, change.after, is_doubtful));
        }
        let left = here.changed.into_values();
        pairs.extend(
            left.filter(|ours| ours.before.as_ref().is_some_and(|file| doubtful.contains(&file.path)))
                .map(|ours| self.pair(None, ours.after, ours.before, true)),
        );
        Ok(pairs)
    }

    fn pair(
        &self,
        base: Option<TreeFile>,
        ours: Option<TreeFile>,
        theirs: Option<TreeFile>,
        is_doubtful: bool,
    ) -> FilePair {
        let files = || [&base, &ours, &theirs].into_iter().flatten();
        // Under another id it is another record, but its changes must not be lost.
        let record = files().map(|file| self.record_of(file)).reduce(|first, next| first.filter(|_| next.is_some()));
        let record = record.flatten();
        FilePair { record, base, ours, theirs, is_doubtful }
    }

    /// The record in a file of the work tree.
    pub fn record_of(&self, file: &TreeFile) -> Option<RecordRef> {
        let below = file.path.strip_prefix(&self.below).ok().filter(|_| file.is_plain())?;
        record_at(below)
    }

    /// Returns what changed in each file between two commits. A record with the same id at another path was moved, and
    /// another file if its content is similar.
    fn changes(&self, from: Oid, to: Oid) -> Result<Vec<FileChange>, SyncError> {
        let trees = (tree_of(self.repo, from)?, tree_of(self.repo, to)?);
        let mut diff = self.repo.diff_tree_to_tree(Some(&trees.0), Some(&trees.1), None)?;
        let mut changes = Vec::new();
        let (mut gone, mut new) = (BTreeMap::new(), BTreeMap::new());
        for (before, after) in files(&diff) {
            match (before, after) {
                (Some(before), None) => drop(gone.insert(before.path.clone(), before)),
                (None, Some(after)) => drop(new.insert(after.path.clone(), after)),
                (before, after) => changes.push(FileChange { before, after }),
            }
        }
        if !gone.is_empty() && !new.is_empty() {
            for (before, after) in self.moved(&mut diff, &gone, &new)? {
                if let (Some(before), Some(after)) = (gone.remove(&before), new.remove(&after)) {
                    changes.push(FileChange { before: Some(before), after: Some(after) });
                }
            }
        }
        changes.extend(gone.into_values().map(|file| FileChange { before: Some(file), after: None }));
        changes.extend(new.into_values().map(|file| FileChange { before: None, after: Some(file) }));
        Ok(changes)
    }

    /// Returns the moved files, from old to new path, the most certain ones first.
    fn moved(
        &self,
        diff: &mut Diff<'_>,
        gone: &BTreeMap<PathBuf, TreeFile>,
        new: &BTreeMap<PathBuf, TreeFile>,
    ) -> Result<Vec<(PathBuf, PathBuf)>, SyncError> {
        let arrived: BTreeMap<RecordRef, &Path> =
            new.values().filter_map(|file| Some((self.record_of(file)?, file.path.as_path()))).collect();
        let same_record =
            |file: &TreeFile| Some((file.path.clone(), (*arrived.get(&self.record_of(file)?)?).to_owned()));
        let mut moved: Vec<_> = gone.values().filter_map(same_record).collect();
        let mut options = DiffFindOptions::new();
        options.renames(true).rename_threshold(ALIKE);
        diff.find_similar(Some(&mut options))?;
        let renamed = diff.deltas().filter(|delta| delta.status() == Delta::Renamed);
        moved.extend(
            renamed
                .filter_map(|delta| Some((delta.old_file().path()?.to_owned(), delta.new_file().path()?.to_owned()))),
        );
        Ok(moved)
    }
}

/// Our changes, by path and by record.
struct OurChanges {
    /// By the old path.
    changed: BTreeMap<PathBuf, FileChange>,
    /// By the new path.
    added: BTreeMap<PathBuf, FileChange>,
    /// The paths of new records.
    records: BTreeMap<RecordRef, PathBuf>,
}

impl OurChanges {
    fn new(sides: &ChangesSinceBase<'_>, changes: Vec<FileChange>) -> Self {
        let mut here = Self { changed: BTreeMap::new(), added: BTreeMap::new(), records: BTreeMap::new() };
        for change in changes {
            match (&change.before, &change.after) {
                (Some(before), _) => drop(here.changed.insert(before.path.clone(), change)),
                (None, Some(after)) => {
                    here.records.extend(sides.record_of(after).map(|record| (record, after.path.clone())));
                    here.added.insert(after.path.clone(), change);
                }
                (None, None) => {}
            }
        }
        here
    }

    /// Returns what we added at the same path, or as the same record.
    fn added(&mut self, sides: &ChangesSinceBase<'_>, file: &TreeFile) -> Option<FileChange> {
        let same = self.added.remove(&file.path);
        same.or_else(|| self.added.remove(self.records.get(&sides.record_of(file)?)?))
    }
}

fn files(diff: &Diff<'_>) -> Vec<(Option<TreeFile>, Option<TreeFile>)> {
    let file = |file: DiffFile<'_>| {
        let there = file.exists() && !file.id().is_zero();
        there.then(|| Some(TreeFile { path: file.path()?.to_owned(), blob: file.id(), mode: file.mode() })).flatten()
    };
    diff.deltas().map(|delta| (file(delta.old_file()), file(delta.new_file()))).collect()
}
