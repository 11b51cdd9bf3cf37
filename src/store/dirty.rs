//! Which records have uncommitted changes. Size and time of each file tell it, and a file is read only where they leave
//! it open.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use git2::{DiffOptions, Index, IndexEntry, Oid};

use super::commit::write_blob;
use super::index::is_untouched;
use super::repository::{self, Ground, Place};
use super::{Folder, SaveError, by_git};
use crate::model::RecordRef;

/// The records whose file or index entry is not as the last commit has it, and those that git does not know yet.
pub(super) fn dirty(folder: &Folder) -> Result<BTreeSet<RecordRef>, SaveError> {
    let ground = Ground::of(folder)?;
    let Some(head) = repository::tip(&ground.repo)? else { return Ok(BTreeSet::new()) };
    let below = folder.real.strip_prefix(&ground.work).unwrap_or(Path::new("")).to_owned();
    // A split or sparse index, which libgit2 does not read.
    let Ok(index) = ground.repo.index() else { return by_git::dirty(folder, &ground) };
    let (staged, written) = (staged(&ground, head, &index, &below)?, written(&index));
    let look = Look { folder, ground: &ground, index: &index, staged, written, below };
    let mut dirty = BTreeSet::new();
    for (record, file) in folder.listing.all() {
        if look.is_dirty(&file)? {
            dirty.insert(record);
        }
    }
    Ok(dirty)
}

struct Look<'a> {
    folder: &'a Folder,
    ground: &'a Ground,
    index: &'a Index,
    /// What the index has otherwise than HEAD.
    staged: HashSet<PathBuf>,
    /// The second in which the index was written: a file changed since may have the size and time of before.
    written: i64,
    /// The folder below the work tree.
    below: PathBuf,
}

impl Look<'_> {
    fn is_dirty(&self, file: &str) -> Result<bool, SaveError> {
        let place = Place { file: self.folder.real.join(file), path: self.below.join(file) };
        let Ok(meta) = fs::symlink_metadata(&place.file) else { return Ok(false) };
        let entry = self.index.get_path(&place.path, 0).filter(|_| !meta.is_symlink());
        let (place, entry, meta) = match entry {
            Some(entry) => (place, entry, meta),
            // A link, or below one: git has the file where it lies.
            None => {
                let Ok(place) = self.ground.place(self.folder, file) else { return Ok(true) };
                let (Some(entry), Ok(meta)) = (self.index.get_path(&place.path, 0), fs::metadata(&place.file)) else {
                    return Ok(true);
                };
                (place, entry, meta)
            }
        };
        if self.staged.contains(&place.path) {
            return Ok(true);
        }
        let told_by_time = i64::from(entry.mtime.seconds()) < self.written;
        if told_by_time && is_untouched(&entry, &meta) {
            return Ok(false);
        }
        self.differs(&place, &entry)
    }

    fn differs(&self, place: &Place, entry: &IndexEntry) -> Result<bool, SaveError> {
        let Some(bytes) = place.bytes()? else { return Ok(true) };
        if Oid::hash_object(git2::ObjectType::Blob, &bytes)? == entry.id {
            return Ok(false);
        }
        if self.ground.is_filtered(place)? {
            return by_git::is_changed(self.ground, place);
        }
        Ok(!self.ground.converts(place)? || write_blob(self.ground, place, &bytes)? != entry.id)
    }
}

/// The files of the folder that the index has otherwise than a commit.
fn staged(ground: &Ground, head: Oid, index: &Index, below: &Path) -> Result<HashSet<PathBuf>, SaveError> {
    let mut options = DiffOptions::new();
    options.disable_pathspec_match(true);
    if !below.as_os_str().is_empty() {
        options.pathspec(below);
    }
    let tree = ground.repo.find_commit(head)?.tree()?;
    let diff = ground.repo.diff_tree_to_index(Some(&tree), Some(index), Some(&mut options))?;
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
