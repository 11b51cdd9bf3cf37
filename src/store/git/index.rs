//! The index: locked while we commit, so that nobody else changes it, and updated with our entries at the end.

use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use git2::{FileMode, Index, IndexEntry, IndexEntryExtendedFlag, IndexTime, ObjectType, Oid};

use crate::record::LARGEST;
use crate::store::error::{SaveError, refused};
use crate::store::git::lock::{INDEX_LOCK, SaveLock, remove_lock_file};
use crate::store::git::repository::RepoContext;
use crate::store::git::status::path_of;
use crate::store::git::walk::parse_id;
use crate::store::git::{command, fsync};
use crate::store::plain_file::{self, Links};

/// The bits in the flags of an entry that hold its stage: the side of a conflict that it is.
const STAGE: u16 = 0x3000;

/// The flag of an entry that `git add --intent-to-add` made.
const INTENT_TO_ADD: u16 = IndexEntryExtendedFlag::INTENT_TO_ADD.bits();

/// The flag of an entry that a sparse checkout leaves out of the work tree.
const SKIP_WORKTREE: u16 = IndexEntryExtendedFlag::SKIP_WORKTREE.bits();

/// The content of our lock file: that of git is empty, or an index.
const LOCK_CONTENT: &[u8] = b"held by couveuse\n";

/// The lock that git itself takes: a file beside the index. Released when dropped.
pub(crate) struct IndexLock {
    lock: PathBuf,
    /// Where a new index is written before it replaces the old one.
    new_index: PathBuf,
}

impl IndexLock {
    /// Takes the lock. Waits a little if another git holds it.
    pub fn take(ctx: &RepoContext, save_lock: &SaveLock) -> Result<Self, SaveError> {
        let lock = lock_path(ctx);
        let mut backoff = ctx.backoff();
        loop {
            match save_lock.create_lock_file(INDEX_LOCK, &lock, LOCK_CONTENT) {
                Ok(()) => return Ok(Self { lock, new_index: save_lock.staging_dir.join("index") }),
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(refused(&lock, error)),
                Err(_) if backoff.wait() => {}
                Err(_) => return Err(SaveError::Locked(lock)),
            }
        }
    }

    /// Removes the lock of a killed process of this program, and never that of another program.
    pub fn release_stale(ctx: &RepoContext, save_lock: &SaveLock) {
        save_lock.remove_lock_file(INDEX_LOCK, &lock_path(ctx));
    }

    /// Returns the index; `None` if libgit2 cannot read it (split or sparse), so that git must do the work.
    ///
    /// This is a copy, which [`Self::replace`] puts in the place of the index: libgit2 would take the lock itself to
    /// write the index, and there would be a moment in which nobody holds it.
    pub fn index(&self, ctx: &RepoContext) -> Result<Option<Index>, SaveError> {
        let path = index_path(ctx);
        copy(&path, &self.new_index).map_err(|error| refused(&path, error))?;
        if is_cut_off(&self.new_index) {
            return Err(SaveError::DamagedIndex(path));
        }
        let Ok(mut index) = Index::open_ext(&self.new_index, ctx.repo.object_format()) else { return Ok(None) };
        // Looking up attributes would read the index again.
        ctx.repo.set_index(&mut index)?;
        Ok(Some(index))
    }

    /// Writes updated entries, and replaces the index in one step.
    pub fn replace(&self, ctx: &RepoContext, index: &mut Index, updates: &[IndexUpdate<'_>]) -> Result<(), SaveError> {
        clear_racy_times(ctx, index, &self.new_index)?;
        for update in updates {
            match update.blob {
                Some(blob) => {
                    let entry = index.get_path(update.path, 0).unwrap_or_else(|| new_entry(update.path));
                    index.add(&with_blob(entry, blob, update.file)?)?;
                }
                None => index.remove_path(update.path)?,
            }
        }
        index.write()?;
        let path = index_path(ctx);
        let is_synced = ctx.fsync()?.index;
        let written = ctx.shared_mode()?.apply(&self.new_index);
        let written = written.and_then(|()| if is_synced { fsync::file(&self.new_index) } else { Ok(()) });
        written.map_err(|error| refused(&path, error))?;
        ctx.failpoints.pass("put the index")?;
        fs::rename(&self.new_index, &path).map_err(|error| refused(&path, error))?;
        ctx.failpoints.pass("index put")
    }
}

/// Returns whether a file is shorter than any index.
fn is_cut_off(index: &Path) -> bool {
    const HEADER: u64 = 12;
    fs::metadata(index).is_ok_and(|meta| meta.len() < HEADER)
}

pub(crate) fn index_path(ctx: &RepoContext) -> PathBuf {
    ctx.git_dir().join("index")
}

/// Returns the lock file that git and this program create while they write the index.
pub(crate) fn lock_path(ctx: &RepoContext) -> PathBuf {
    ctx.git_dir().join("index.lock")
}

/// Copies the index, dated at the start of the second in which it was written: git then compares the content of files
/// that changed within that second, and does not trust their times.
pub(crate) fn copy(index: &Path, copy: &Path) -> io::Result<()> {
    // Left by a killed process.
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

/// Clears the times of entries that were written in the same second as the index, unless the file still has the content
/// of the entry: the new index would be newer and hide the change. An added entry is trusted; for one that is only
/// changed libgit2 would walk the whole work tree.
fn clear_racy_times(ctx: &RepoContext, index: &mut Index, written: &Path) -> Result<(), SaveError> {
    let Ok(second) = fs::metadata(written).and_then(|meta| meta.modified()) else { return Ok(()) };
    let second = second.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let is_recent = |entry: &IndexEntry| u64::try_from(entry.mtime.seconds()).is_ok_and(|of| of >= second);
    let recent: Vec<IndexEntry> = index.iter().filter(|entry| entry.flags & STAGE == 0 && is_recent(entry)).collect();
    for entry in recent {
        // Git reads what isn't a plain file or is too large for a record.
        let bytes = plain_file::read(&ctx.work.join(path_of(&entry.path)), LARGEST, Links::Refuse).ok();
        let now = bytes.and_then(|bytes| hash(&bytes, entry.id).ok());
        let mtime = if now == Some(entry.id) { entry.mtime } else { IndexTime::new(0, 0) };
        index.add(&IndexEntry { mtime, ..entry })?;
    }
    Ok(())
}

/// Returns the id that a blob with these bytes has in the repository of `like`.
pub(crate) fn hash(bytes: &[u8], like: Oid) -> Result<Oid, git2::Error> {
    Oid::hash_object_ext(ObjectType::Blob, bytes, like.object_format())
}

/// The new state of a file in the index.
pub(crate) struct IndexUpdate<'a> {
    /// The file below the work tree.
    pub path: &'a Path,
    /// The file itself, if its content is that of the blob.
    pub file: Option<&'a Path>,
    /// Its new blob; `None` if it is removed.
    pub blob: Option<Oid>,
}

/// Returns an entry without times, for a file that is not in the index yet.
fn new_entry(path: &Path) -> IndexEntry {
    // Git separates the parts of a path by `/` on every system.
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    blank_entry(parts.join("/").into_bytes(), u32::from(FileMode::Blob), Oid::ZERO_SHA1)
}

fn blank_entry(path: Vec<u8>, mode: u32, id: Oid) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path,
    }
}

impl Drop for IndexLock {
    fn drop(&mut self) {
        remove_lock_file(&self.lock);
    }
}

/// Returns the entry with a new blob, and with the times by which git sees that the file has not changed since. Without
/// a file, git will compare its content.
fn with_blob(old: IndexEntry, blob: Oid, file: Option<&Path>) -> Result<IndexEntry, SaveError> {
    let never = IndexTime::new(0, 0);
    let entry = IndexEntry { id: blob, ctime: never, mtime: never, dev: 0, ino: 0, file_size: 0, ..old };
    let entry = IndexEntry { flags_extended: entry.flags_extended & !INTENT_TO_ADD, ..entry };
    let Some(file) = file else { return Ok(entry) };
    let meta = fs::metadata(file).map_err(|error| refused(file, error))?;
    Ok(with_times(entry, &meta))
}

#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
#[expect(clippy::cast_sign_loss, reason = "the index keeps the lower 32 bits of each")]
fn with_times(entry: IndexEntry, file: &Metadata) -> IndexEntry {
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
fn with_times(entry: IndexEntry, _: &Metadata) -> IndexEntry {
    entry
}

/// Returns whether size and times of a file are those of its entry: it has not changed since, unless within the second
/// in which the index was written.
#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, reason = "the index keeps the lower 32 bits of each")]
pub(crate) fn is_untouched(entry: &IndexEntry, file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let modified = IndexTime::new(file.mtime() as i32, file.mtime_nsec() as u32);
    let changed = IndexTime::new(file.ctime() as i32, file.ctime_nsec() as u32);
    // A git without nanoseconds writes 0.
    let same = |a: IndexTime, b: IndexTime| {
        a.seconds() == b.seconds() && (a.nanoseconds() == 0 || a.nanoseconds() == b.nanoseconds())
    };
    same(entry.mtime, modified)
        && same(entry.ctime, changed)
        && entry.file_size == file.size() as u32
        && entry.ino == file.ino() as u32
}

/// Always `false`: the index has no such times on this system.
#[cfg(not(unix))]
pub(crate) fn is_untouched(_: &IndexEntry, _: &Metadata) -> bool {
    false
}

/// The entries of the index, read-only.
pub(crate) enum IndexView {
    /// Read by libgit2.
    Read(Index),
    /// Listed by git, because libgit2 cannot read it.
    Listed(HashMap<PathBuf, IndexEntry>),
}

impl IndexView {
    /// Returns the index of the repository.
    pub fn of(ctx: &RepoContext) -> Result<Self, SaveError> {
        match ctx.repo.index() {
            Ok(index) => Ok(Self::Read(index)),
            Err(_) => list(ctx).map(Self::Listed),
        }
    }

    /// Returns the entry of a file, unless it is in conflict.
    pub fn get(&self, path: &Path) -> Option<IndexEntry> {
        match self {
            Self::Read(index) => index.get_path(path, 0),
            Self::Listed(entries) => entries.get(path).map(|entry| IndexEntry { path: entry.path.clone(), ..*entry }),
        }
    }

    /// Returns the files that a sparse checkout leaves out of the work tree, with their blobs.
    pub fn left_out(&self) -> Vec<(PathBuf, Oid)> {
        let is_left_out = |entry: &IndexEntry| entry.flags_extended & SKIP_WORKTREE != 0;
        match self {
            Self::Read(index) => {
                let left_out = index.iter().filter(is_left_out);
                left_out.map(|entry| (path_of(&entry.path), entry.id)).collect()
            }
            Self::Listed(entries) => {
                let left_out = entries.iter().filter(|(_, entry)| is_left_out(entry));
                left_out.map(|(path, entry)| (path.clone(), entry.id)).collect()
            }
        }
    }
}

/// Returns the entries as `git ls-files` lists them, with their times.
fn list(ctx: &RepoContext) -> Result<HashMap<PathBuf, IndexEntry>, SaveError> {
    let mut command = ctx.safe_git();
    let listed = command::run(command.args(["ls-files", "--stage", "--debug", "-z"]), None)?;
    let mut entries = HashMap::new();
    let mut rest = &listed[..];
    while let Some(end) = memchr::memchr(0, rest) {
        let (head, tail) = (&rest[..end], &rest[end + 1..]);
        // The details follow in lines that begin with two spaces.
        let mut length = 0;
        for line in tail.split_inclusive(|byte| *byte == b'\n') {
            if !line.starts_with(b"  ") {
                break;
            }
            length += line.len();
        }
        if let Some((path, entry)) = listed_entry(head, &String::from_utf8_lossy(&tail[..length])) {
            entries.insert(path, entry);
        }
        rest = &tail[length..];
    }
    Ok(entries)
}

/// `100644 <blob> 0<tab>path`, and its details. `None` for the sides of a conflict.
fn listed_entry(head: &[u8], details: &str) -> Option<(PathBuf, IndexEntry)> {
    let tab = memchr::memchr(b'\t', head)?;
    let text = std::str::from_utf8(&head[..tab]).ok()?;
    let [mode, id, "0"] = text.split(' ').collect::<Vec<_>>()[..] else { return None };
    let path = &head[tab + 1..];
    let mut entry = blank_entry(path.to_vec(), u32::from_str_radix(mode, 8).ok()?, parse_id(id).ok()?);
    let mut words = details.split_whitespace();
    while let (Some(name), Some(value)) = (words.next(), words.next()) {
        match name {
            "ctime:" => entry.ctime = index_time(value)?,
            "mtime:" => entry.mtime = index_time(value)?,
            "ino:" => entry.ino = value.parse().ok()?,
            "size:" => entry.file_size = value.parse().ok()?,
            // Git keeps the extended flags in the upper half.
            "flags:" => entry.flags_extended = u16::try_from(u32::from_str_radix(value, 16).ok()? >> 16).ok()?,
            _ => {}
        }
    }
    Some((path_of(path), entry))
}

/// `seconds:nanoseconds`
fn index_time(text: &str) -> Option<IndexTime> {
    let (seconds, nanoseconds) = text.split_once(':')?;
    Some(IndexTime::new(seconds.parse().ok()?, nanoseconds.parse().ok()?))
}
