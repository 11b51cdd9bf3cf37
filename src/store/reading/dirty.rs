//! The records with uncommitted changes. Size and times of a file decide; it is read only if they are inconclusive.
//!
//! `git status` would run clean filters, a file system monitor and hooks that the repository names. Reading must not
//! run them, so a file with a filter program counts as changed if its times differ.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use git2::{DiffOptions, IndexEntry, Oid};

use crate::model::RecordRef;
use crate::store::error::SaveError;
use crate::store::git::filters;
use crate::store::git::index::{IndexView, hash, index_path, is_untouched};
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::records_dir::RecordsDir;

/// Returns the records whose file or index entry differs from the last commit, and those that are untracked.
pub(crate) fn dirty(dir: &RecordsDir) -> Result<BTreeSet<RecordRef>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let Some(head) = ctx.tip()? else { return Ok(BTreeSet::new()) };
    let below = dir.real.strip_prefix(&ctx.work).unwrap_or(Path::new("")).to_owned();
    let index = IndexView::of(&ctx)?;
    let (staged, written) = (staged(dir, &ctx, head, &index, &below)?, written(&ctx));
    let check = DirtyCheck { dir, ctx: &ctx, index: &index, staged, written, below };
    let mut dirty = BTreeSet::new();
    for (record, file) in dir.scan.all() {
        if check.is_dirty(&file)? {
            dirty.insert(record);
        }
    }
    Ok(dirty)
}

struct DirtyCheck<'a> {
    dir: &'a RecordsDir,
    ctx: &'a RepoContext,
    index: &'a IndexView,
    /// The files whose index entry differs from HEAD.
    staged: HashSet<PathBuf>,
    /// The second in which the index was written: a file that changed in it may have the same size and times as before.
    written: i64,
    /// The folder below the work tree.
    below: PathBuf,
}

impl DirtyCheck<'_> {
    fn is_dirty(&self, file: &str) -> Result<bool, SaveError> {
        let work_file = WorkFile { absolute: self.dir.real.join(file), path: self.below.join(file) };
        let Ok(meta) = fs::symlink_metadata(&work_file.absolute) else { return Ok(false) };
        let entry = self.index.get(&work_file.path).filter(|_| !meta.is_symlink());
        let (work_file, entry, meta) = match entry {
            Some(entry) => (work_file, entry, meta),
            // A link, or below one: git has the file at the path that it leads to.
            None => {
                let Ok(target) = self.ctx.work_file(self.dir, file) else { return Ok(true) };
                let (Some(entry), Ok(meta)) = (self.index.get(&target.path), fs::metadata(&target.absolute)) else {
                    return Ok(true);
                };
                (target, entry, meta)
            }
        };
        if self.staged.contains(&work_file.path) {
            return Ok(true);
        }
        let is_untouched = is_untouched(&entry, &meta);
        let times_tell = i64::from(entry.mtime.seconds()) < self.written;
        if is_untouched && times_tell {
            return Ok(false);
        }
        let differs = self.differs(&work_file, &entry)?;
        // Only the filter program could compare the content, so the times decide.
        Ok(differs && !(is_untouched && filters::runs_program(self.ctx, &work_file)?))
    }

    /// Returns whether the content differs from that of the index, as far as that is known without running a program.
    fn differs(&self, work_file: &WorkFile, entry: &IndexEntry) -> Result<bool, SaveError> {
        // What cannot be read, or is too large for a record, is not what was committed.
        let Ok(Some(bytes)) = work_file.bytes() else { return Ok(true) };
        if hash(&bytes, entry.id)? == entry.id {
            return Ok(false);
        }
        if filters::runs_program(self.ctx, work_file)? || !filters::converts(self.ctx, work_file)? {
            return Ok(true);
        }
        Ok(filters::converted_id(self.ctx, work_file, &bytes)? != entry.id)
    }
}

/// Returns the files of the folder whose index entry differs from a commit.
fn staged(
    dir: &RecordsDir,
    ctx: &RepoContext,
    head: Oid,
    index: &IndexView,
    below: &Path,
) -> Result<HashSet<PathBuf>, SaveError> {
    let tree = ctx.repo.find_tree(ctx.commit(head)?.tree)?;
    let IndexView::Read(index) = index else {
        let paths = dir.scan.all().map(|(_, file)| below.join(file));
        let differs = |path: &PathBuf| {
            let committed = tree.get_path(path).ok().map(|entry| entry.id());
            index.get(path).map(|entry| entry.id) != committed
        };
        return Ok(paths.filter(differs).collect());
    };
    let mut options = DiffOptions::new();
    options.disable_pathspec_match(true);
    if !below.as_os_str().is_empty() {
        options.pathspec(below);
    }
    let diff = ctx.repo.diff_tree_to_index(Some(&tree), Some(index), Some(&mut options))?;
    let paths = diff
        .deltas()
        .flat_map(|delta| [delta.old_file().path().map(Path::to_owned), delta.new_file().path().map(Path::to_owned)]);
    Ok(paths.flatten().collect())
}

/// Returns when the index was written, in seconds; before all times if that is unknown.
fn written(ctx: &RepoContext) -> i64 {
    let modified = fs::metadata(index_path(ctx)).ok().and_then(|meta| meta.modified().ok());
    let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or(i64::MIN)
}
