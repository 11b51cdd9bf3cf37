//! The user's index: held while we commit, so that nobody else changes it, and given our one entry at the end.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use git2::{FileMode, Index, IndexEntry, IndexEntryExtendedFlag, IndexTime, ObjectType, Oid};

use crate::store::error::SaveError;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;

/// The bits in the flags of an entry that hold its stage: which side of a conflict it is.
const STAGE: u16 = 0x3000;

/// The flag of an entry that `git add --intent-to-add` made.
const TO_COME: u16 = IndexEntryExtendedFlag::INTENT_TO_ADD.bits();

/// What our lock of the index holds: git's own is empty, or holds an index.
const MARK: &[u8] = b"held by couveuse\n";

/// Its name in our staging_dir.
const NAME: &str = "index.held";

/// The lock that git itself takes: a file beside the index. IndexUpdate back when dropped.
pub(crate) struct IndexLock {
    lock: PathBuf,
    /// Where a new index is made before it takes the work_file of the old.
    made: PathBuf,
}

impl IndexLock {
    /// Takes the lock, waiting a little for another git to finish.
    pub fn take(ctx: &RepoContext, save_lock: &SaveLock) -> Result<Self, SaveError> {
        let lock = lock(ctx);
        let mut backoff = ctx.backoff();
        loop {
            match save_lock.lay(NAME, &lock, MARK) {
                Ok(()) => return Ok(Self { lock, made: save_lock.staging_dir.join("index") }),
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(SaveError::Refused(lock, error)),
                Err(_) if backoff.wait() => {}
                Err(_) => return Err(SaveError::Locked(lock)),
            }
        }
    }

    /// Removes the lock of a process of ours that is no more. Nobody else's is ever removed.
    pub fn release_stale(ctx: &RepoContext, save_lock: &SaveLock) {
        save_lock.take_up(NAME, &lock(ctx));
    }

    /// The index as it is while we hold it; `None` where it is of a form that libgit2 does not read (split or sparse),
    /// and git itself must do the work.
    ///
    /// libgit2 would take the lock itself to write it, and so this is a copy, which [`Self::give`] puts in the index's
    /// work_file: there is no moment in which nobody holds the lock.
    pub fn index(&self, ctx: &RepoContext) -> Result<Option<Index>, SaveError> {
        let work_file = place(ctx);
        copy(&work_file, &self.made).map_err(|error| SaveError::Refused(work_file, error))?;
        let Ok(mut index) = Index::open(&self.made) else { return Ok(None) };
        // So that it need not be read again where attributes are looked up.
        ctx.repo.set_index(&mut index)?;
        Ok(Some(index))
    }

    /// Puts the new blobs of files into the index.
    pub fn give(&self, ctx: &RepoContext, index: &mut Index, given: &[IndexUpdate<'_>]) -> Result<(), SaveError> {
        doubt(ctx, index, &self.made)?;
        for one in given {
            match one.blob {
                Some(blob) => {
                    let entry = index.get_path(one.path, 0).unwrap_or_else(|| entry(one.path));
                    index.add(&marked(entry, blob, one.file)?)?;
                }
                None => index.remove_path(one.path)?,
            }
        }
        index.write()?;
        ctx.failpoints.pass("put the index")?;
        let work_file = place(ctx);
        fs::rename(&self.made, &work_file).map_err(|error| SaveError::Refused(work_file, error))?;
        ctx.failpoints.pass("index put")
    }
}

fn place(ctx: &RepoContext) -> PathBuf {
    ctx.repo.path().join("index")
}

fn lock(ctx: &RepoContext) -> PathBuf {
    ctx.repo.path().join("index.lock")
}

/// Copies the index, dated at the beginning of the second in which it was written: git then compares the bytes of files
/// that changed within that second, and does not go by their times.
pub(crate) fn copy(index: &Path, copy: &Path) -> io::Result<()> {
    // What a process that was killed left of it, in our own staging_dir.
    let _ = fs::remove_file(copy.with_extension("lock"));
    let modified = match fs::metadata(index) {
        Ok(meta) => meta.modified()?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    fs::copy(index, copy)?;
    let since = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
    File::options().write(true).open(copy)?.set_modified(UNIX_EPOCH + Duration::from_secs(since.as_secs()))
}

/// Takes the marks from entries of the very second in which the index was written, where the file holds something else
/// by now: once the index is newer, they would hide it. Whoever adds an entry vouches for it; for one that is not added
/// anew libgit2 would walk through the whole work tree.
fn doubt(ctx: &RepoContext, index: &mut Index, written: &Path) -> Result<(), SaveError> {
    let Ok(second) = fs::metadata(written).and_then(|meta| meta.modified()) else { return Ok(()) };
    let second = second.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let is_of_it = |entry: &IndexEntry| u64::try_from(entry.mtime.seconds()).is_ok_and(|of| of >= second);
    let recent: Vec<IndexEntry> = index.iter().filter(|entry| entry.flags & STAGE == 0 && is_of_it(entry)).collect();
    for entry in recent {
        let file = ctx.work.join(String::from_utf8_lossy(&entry.path).as_ref());
        let now = fs::read(file).ok().and_then(|bytes| Oid::hash_object(ObjectType::Blob, &bytes).ok());
        let mtime = if now == Some(entry.id) { entry.mtime } else { IndexTime::new(0, 0) };
        index.add(&IndexEntry { mtime, ..entry })?;
    }
    Ok(())
}

/// What one file has become.
pub(crate) struct IndexUpdate<'a> {
    /// The file below the work tree.
    pub path: &'a Path,
    /// The file itself, where it holds what the blob does.
    pub file: Option<&'a Path>,
    /// Its blob now; `None` where it is gone.
    pub blob: Option<Oid>,
}

/// An entry for a file that the index does not have yet.
fn entry(path: &Path) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    // Git has `/` between the parts of a path everywhere.
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode: u32::from(FileMode::Blob),
        uid: 0,
        gid: 0,
        file_size: 0,
        id: Oid::ZERO_SHA1,
        flags: 0,
        flags_extended: 0,
        path: parts.join("/").into_bytes(),
    }
}

impl Drop for IndexLock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
    }
}

/// The entry with a new blob, and with the marks by which git sees that the file was not touched since; without them,
/// git looks at the file's bytes the next time.
fn marked(old: IndexEntry, blob: Oid, file: Option<&Path>) -> Result<IndexEntry, SaveError> {
    let never = IndexTime::new(0, 0);
    let unmarked = IndexEntry { id: blob, ctime: never, mtime: never, dev: 0, ino: 0, file_size: 0, ..old };
    // What was said to come is there now.
    let unmarked = IndexEntry { flags_extended: unmarked.flags_extended & !TO_COME, ..unmarked };
    let Some(file) = file else { return Ok(unmarked) };
    let meta = fs::metadata(file).map_err(|error| SaveError::Refused(file.to_owned(), error))?;
    Ok(with_marks(unmarked, &meta))
}

#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
#[expect(clippy::cast_sign_loss, reason = "the index keeps the lower 32 bits of each")]
fn with_marks(entry: IndexEntry, file: &Metadata) -> IndexEntry {
    use std::os::unix::fs::MetadataExt;
    IndexEntry {
        ctime: IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32),
        mtime: IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32),
        dev: file.dev() as u32,
        ino: file.ino() as u32,
        uid: file.uid(),
        gid: file.gid(),
        file_size: file.size() as u32,
        ..entry
    }
}

#[cfg(not(unix))]
fn with_marks(entry: IndexEntry, _: &Metadata) -> IndexEntry {
    entry
}

/// Whether a file has the marks of its entry: then it was not touched since, but for the very second of writing.
#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
pub(crate) fn is_untouched(entry: &IndexEntry, file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let modified = IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32);
    let changed = IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32);
    // Where git was told nothing of the parts of a second, they are 0.
    let same = |a: IndexTime, b: IndexTime| {
        a.seconds() == b.seconds() && (a.nanoseconds() == 0 || a.nanoseconds() == b.nanoseconds())
    };
    same(entry.mtime, modified)
        && same(entry.ctime, changed)
        && entry.file_size == file.size() as u32
        && entry.ino == file.ino() as u32
}

/// Whether a file has the size and times of its entry; never where the entry has none.
#[cfg(not(unix))]
pub(crate) fn is_untouched(_: &IndexEntry, _: &Metadata) -> bool {
    false
}
