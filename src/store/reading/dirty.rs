//! Which records have uncommitted changes. Size and time of each file tell it, and a file is read only where they leave
//! it open.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use git2::{DiffOptions, Index, IndexEntry, Oid};

use crate::model::RecordRef;
use crate::store::error::SaveError;
use crate::store::git::filters;
use crate::store::git::index::is_untouched;
use crate::store::git::repository::{self, RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;

/// The records whose file or index entry is not as the last commit has it, and those that git does not know yet.
pub(crate) fn dirty(dir: &RecordsDir) -> Result<BTreeSet<RecordRef>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let Some(head) = repository::tip(&ctx.repo)? else { return Ok(BTreeSet::new()) };
    let below = dir.real.strip_prefix(&ctx.work).unwrap_or(Path::new("")).to_owned();
    // A split or sparse index, which libgit2 does not read.
    let Ok(index) = ctx.repo.index() else { return dirty_by_status(dir, &ctx) };
    let (staged, written) = (staged(&ctx, head, &index, &below)?, written(&index));
    let look = DirtyCheck { dir, ctx: &ctx, index: &index, staged, written, below };
    let mut dirty = BTreeSet::new();
    for (record, file) in dir.scan.all() {
        if look.is_dirty(&file)? {
            dirty.insert(record);
        }
    }
    Ok(dirty)
}

struct DirtyCheck<'a> {
    dir: &'a RecordsDir,
    ctx: &'a RepoContext,
    index: &'a Index,
    /// What the index has otherwise than HEAD.
    staged: HashSet<PathBuf>,
    /// The second in which the index was written: a file changed since may have the size and time of before.
    written: i64,
    /// The folder below the work tree.
    below: PathBuf,
}

impl DirtyCheck<'_> {
    fn is_dirty(&self, file: &str) -> Result<bool, SaveError> {
        let work_file = WorkFile { absolute: self.dir.real.join(file), path: self.below.join(file) };
        let Ok(meta) = fs::symlink_metadata(&work_file.absolute) else { return Ok(false) };
        let entry = self.index.get_path(&work_file.path, 0).filter(|_| !meta.is_symlink());
        let (work_file, entry, meta) = match entry {
            Some(entry) => (work_file, entry, meta),
            // A link, or below one: git has the file where it lies.
            None => {
                let Ok(work_file) = self.ctx.work_file(self.dir, file) else { return Ok(true) };
                let (Some(entry), Ok(meta)) =
                    (self.index.get_path(&work_file.path, 0), fs::metadata(&work_file.absolute))
                else {
                    return Ok(true);
                };
                (work_file, entry, meta)
            }
        };
        if self.staged.contains(&work_file.path) {
            return Ok(true);
        }
        let told_by_time = i64::from(entry.mtime.seconds()) < self.written;
        if told_by_time && is_untouched(&entry, &meta) {
            return Ok(false);
        }
        self.differs(&work_file, &entry)
    }

    fn differs(&self, work_file: &WorkFile, entry: &IndexEntry) -> Result<bool, SaveError> {
        let Some(bytes) = work_file.bytes()? else { return Ok(true) };
        if Oid::hash_object(git2::ObjectType::Blob, &bytes)? == entry.id {
            return Ok(false);
        }
        if filters::needs_git(self.ctx, work_file)? {
            return Ok(status::of_file(self.ctx, work_file)?.is_some());
        }
        Ok(!filters::converts(self.ctx, work_file)? || filters::store(self.ctx, work_file, &bytes)? != entry.id)
    }
}

/// The files of the folder that the index has otherwise than a commit.
fn staged(ctx: &RepoContext, head: Oid, index: &Index, below: &Path) -> Result<HashSet<PathBuf>, SaveError> {
    let mut options = DiffOptions::new();
    options.disable_pathspec_match(true);
    if !below.as_os_str().is_empty() {
        options.pathspec(below);
    }
    let tree = ctx.repo.find_commit(head)?.tree()?;
    let diff = ctx.repo.diff_tree_to_index(Some(&tree), Some(index), Some(&mut options))?;
    let paths = diff
        .deltas()
        .flat_map(|delta| [delta.old_file().path().map(Path::to_owned), delta.new_file().path().map(Path::to_owned)]);
    Ok(paths.flatten().collect())
}

/// When the index was written, in seconds; a time before all others where that cannot be told.
fn written(index: &Index) -> i64 {
    let modified = index.path().and_then(|path| fs::metadata(path).ok()).and_then(|meta| meta.modified().ok());
    let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or(i64::MIN)
}

/// The records that `git status` reports.
fn dirty_by_status(dir: &RecordsDir, ctx: &RepoContext) -> Result<BTreeSet<RecordRef>, SaveError> {
    let changed: HashSet<PathBuf> = status::status(&ctx.work, &[])?.into_iter().map(|entry| entry.path).collect();
    let is_changed = |file: &str| ctx.work_file(dir, file).map_or(true, |work_file| changed.contains(&work_file.path));
    Ok(dir.scan.all().filter(|(_, file)| is_changed(file)).map(|(record, _)| record).collect())
}
