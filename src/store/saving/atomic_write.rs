//! Replacing a file of the work tree in one step, without overwriting what somebody else saves at the same moment.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::model::Id;
use crate::record::LARGEST;
use crate::store::dir_entries::{self, EntryKind};
use crate::store::git::fsync;
use crate::store::plain_file::{self, Links};

/// New bytes for a file, written beside it and synced to the disk, but not yet in its place.
pub(crate) struct PendingWrite {
    temporary: PathBuf,
    target: PathBuf,
    bytes: Vec<u8>,
    /// Whether the file does not exist yet, and must not.
    is_new: bool,
    /// The folders created for it, the outermost first.
    folders: Vec<PathBuf>,
    is_put: bool,
}

/// The outcome of replacing a file.
pub(crate) enum ReplaceOutcome {
    /// The file has its new content. The old file still exists under another name, if there was one.
    Done(Option<DisplacedFile>),
    /// The file had other content than expected, and keeps it.
    Changed,
}

/// The old file, beside the new one. An editor that has it open may still write into it.
pub(crate) struct DisplacedFile {
    path: PathBuf,
    target: PathBuf,
    expected: Vec<u8>,
}

impl PendingWrite {
    /// Writes the bytes beside the file. Whatever fails for want of space or permission fails here.
    pub fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let permissions = match fs::symlink_metadata(target) {
            Ok(meta) if meta.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
            Ok(meta) => Some(meta.permissions()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let pending = Self {
            temporary: temporary(target),
            target: target.to_owned(),
            bytes: bytes.to_owned(),
            is_new: permissions.is_none(),
            folders: missing_folders(target),
            is_put: false,
        };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
            remove_left_over(parent, target);
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(&pending.temporary)?;
        file.write_all(bytes)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        // Before the rename: after a power failure the file has its old or its new content.
        file.sync_all()?;
        Ok(pending)
    }

    /// Replaces the file if it still contains `expected`.
    pub fn put(mut self, expected: Option<&[u8]>) -> io::Result<ReplaceOutcome> {
        let Some(expected) = expected.filter(|_| !self.is_new) else {
            return self.put_new();
        };
        if read(&self.target)?.as_deref() != Some(expected) {
            return Ok(ReplaceOutcome::Changed);
        }
        let own = inode(&self.temporary)?;
        let displaced = match exchange(&self.temporary, &self.target) {
            Ok(()) => {
                // From here on the temporary name leads to the old file.
                if read(&self.temporary)?.as_deref() != Some(expected) {
                    self.put_back(own)?;
                    return Ok(ReplaceOutcome::Changed);
                }
                let (path, target) = (self.temporary.clone(), self.target.clone());
                Some(DisplacedFile { path, target, expected: expected.to_owned() })
            }
            // The file system cannot exchange files: between this look and the rename a save is lost.
            Err(_) => {
                fs::rename(&self.temporary, &self.target)?;
                None
            }
        };
        self.is_put = true;
        Ok(ReplaceOutcome::Done(displaced))
    }

    /// Restores what somebody saved just before our bytes replaced the file. `own` is the inode of our file.
    fn put_back(&self, own: Option<u64>) -> io::Result<()> {
        exchange(&self.temporary, &self.target)?;
        if read(&self.temporary)?.as_ref() == Some(&self.bytes) {
            return Ok(());
        }
        // Somebody saved again between the two exchanges. If the file was replaced, the new file is the latest version
        // and stays. If it was written into our file, our bytes must not stay with it.
        if inode(&self.temporary)? != own {
            exchange(&self.temporary, &self.target)?;
        }
        keep(&self.temporary, &self.target)
    }

    fn put_new(mut self) -> io::Result<ReplaceOutcome> {
        // A hard link: unlike a rename it fails if somebody has created the file meanwhile.
        match fs::hard_link(&self.temporary, &self.target) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(ReplaceOutcome::Changed),
            // The file system has no hard links.
            Err(_) => fs::rename(&self.temporary, &self.target)?,
            Ok(()) => {}
        }
        self.is_put = true;
        let _ = fs::remove_file(&self.temporary);
        Ok(ReplaceOutcome::Done(None))
    }
}

impl Drop for PendingWrite {
    fn drop(&mut self) {
        if !self.is_put {
            let _ = fs::remove_file(&self.temporary);
            for folder in self.folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

impl DisplacedFile {
    /// Removes the old file. If an editor has written into it meanwhile, its text is kept beside the record under a
    /// name with spaces: it is not an id, and so is reported as a finding.
    pub fn release(self) {
        let is_unchanged = || Ok(read(&self.path)?.as_ref() == Some(&self.expected));
        if retry(is_unchanged).unwrap_or(false) {
            let _ = retry(|| fs::remove_file(&self.path));
            return;
        }
        let _ = retry(|| keep(&self.path, &self.target));
    }
}

/// Keeps a file with what an editor saved beside the record `target`.
fn keep(file: &Path, target: &Path) -> io::Result<()> {
    let name = target.file_stem().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    let names = std::iter::once(String::new()).chain((2..).map(|n| format!("-{n}")));
    let mut kept = names.map(|more| target.with_file_name(format!("{name} saved meanwhile {process}{more}.toml")));
    let free = kept.find(|kept| !kept.exists()).unwrap_or_default();
    fs::rename(file, free)
}

/// Returns the inode of a file, which identifies it whatever it contains.
#[cfg(unix)]
fn inode(path: &Path) -> io::Result<Option<u64>> {
    use std::os::unix::fs::MetadataExt;
    Ok(Some(fs::symlink_metadata(path)?.ino()))
}

#[cfg(not(unix))]
fn inode(_: &Path) -> io::Result<Option<u64>> {
    Ok(None)
}

/// Retries a failed operation a few times: the save has taken effect, and should leave no file behind.
fn retry<T>(attempt: impl Fn() -> io::Result<T>) -> io::Result<T> {
    attempt().or_else(|_| attempt()).or_else(|_| attempt())
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match plain_file::read(path, LARGEST, Links::Refuse) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        // Larger than any record: certainly not what is expected.
        Err(error) if error.kind() == ErrorKind::FileTooLarge => Ok(None),
        Err(error) => Err(error),
    }
}

/// Exchanges two files in one step.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Waits until the new names in the folders of these files are on the disk.
pub(crate) fn sync_folders<'a>(files: impl Iterator<Item = &'a Path>) -> io::Result<()> {
    let folders: std::collections::BTreeSet<&Path> = files.filter_map(Path::parent).collect();
    folders.into_iter().try_for_each(fsync::dir)
}

/// Returns the path at which the new bytes of a file wait: a hidden file, which a concurrent load ignores.
pub(crate) fn temporary(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}", std::process::id()))
}

/// Returns whether a name is that of a temporary file of `target`, in whichever process.
pub(crate) fn is_temporary(target: &Path, name: &Path) -> bool {
    let own = target.file_name().unwrap_or_default().to_string_lossy();
    let process = name.to_str().and_then(|name| name.strip_prefix('.')?.strip_prefix(&*own)?.strip_prefix('.'));
    process.is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Removes temporary files of the same target. Whoever writes holds the save lock, so their owners were killed.
fn remove_left_over(parent: &Path, target: &Path) {
    for entry in dir_entries::list(parent).into_iter().flatten().flatten() {
        if is_temporary(target, Path::new(&entry.name)) {
            let _ = fs::remove_file(parent.join(entry.name));
        }
    }
}

/// Removes the temporary files of all records in a folder, which killed processes left. Only for a holder of the save
/// lock.
pub(crate) fn remove_temporaries(folder: &Path) {
    for entry in dir_entries::list(folder).into_iter().flatten().flatten() {
        let target = entry.name.to_str().and_then(|name| name.strip_prefix('.')?.rsplit_once('.'));
        let is_record = target.is_some_and(|(target, process)| {
            target.strip_suffix(".toml").is_some_and(|id| Id::new(id).is_ok()) && is_number(process)
        });
        if is_record && matches!(entry.kind, Ok(EntryKind::File)) {
            let _ = fs::remove_file(folder.join(entry.name));
        }
    }
}

/// Returns the folders that must be created for a file, the outermost first.
pub(crate) fn missing_folders(target: &Path) -> Vec<PathBuf> {
    let above = target.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let mut missing: Vec<PathBuf> = above.map(Path::to_owned).collect();
    missing.reverse();
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_that_changed_keeps_its_content() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("pau.toml");
        fs::write(&file, "old").unwrap();
        let pending = PendingWrite::new(&file, b"new").unwrap();
        fs::write(dir.path().join("save"), "by an editor").unwrap();
        fs::rename(dir.path().join("save"), &file).unwrap();
        assert!(matches!(pending.put(Some(b"old")).unwrap(), ReplaceOutcome::Changed));
        assert_eq!(fs::read_to_string(&file).unwrap(), "by an editor");
        assert_eq!(names(dir.path()), ["pau.toml"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn text_that_an_editor_writes_into_the_displaced_file_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("pau.toml");
        fs::write(&file, "old").unwrap();
        let mut editor = OpenOptions::new().append(true).open(&file).unwrap();
        let pending = PendingWrite::new(&file, b"new").unwrap();
        let ReplaceOutcome::Done(Some(displaced)) = pending.put(Some(b"old")).unwrap() else { panic!("not replaced") };
        editor.write_all(b" and more").unwrap();
        displaced.release();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        let kept = format!("pau saved meanwhile {}.toml", std::process::id());
        assert_eq!(fs::read_to_string(dir.path().join(&kept)).unwrap(), "old and more");
        assert_eq!(names(dir.path()), [kept, "pau.toml".to_owned()]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_saved_during_a_rollback_is_kept() {
        let kept = format!("pau saved meanwhile {}.toml", std::process::id());
        // An editor that writes into the file, and one that replaces it.
        for in_place in [true, false] {
            let dir = tempfile::tempdir().unwrap();
            let file = dir.path().join("pau.toml");
            fs::write(&file, "old").unwrap();
            let pending = PendingWrite::new(&file, b"new").unwrap();
            let own = inode(&pending.temporary).unwrap();
            fs::write(&file, "first").unwrap();
            exchange(&pending.temporary, &file).unwrap();
            if in_place {
                OpenOptions::new().append(true).open(&file).unwrap().write_all(b" second").unwrap();
            } else {
                fs::write(dir.path().join("save"), "first second").unwrap();
                fs::rename(dir.path().join("save"), &file).unwrap();
            }
            pending.put_back(own).unwrap();
            drop(pending);
            let expected = if in_place { ["first", "new second"] } else { ["first second", "first"] };
            assert_eq!([&file, &dir.path().join(&kept)].map(|file| fs::read_to_string(file).unwrap()), expected);
            assert_eq!(names(dir.path()), [kept.clone(), "pau.toml".to_owned()]);
        }
    }

    #[test]
    fn temporary_files_of_all_records_are_recognised() {
        let dir = tempfile::tempdir().unwrap();
        let names = [".a.toml.12", ".a b.toml.12", ".a.toml.12x", ".a.toml.swp", ".a.toml.", "a.toml", ".b.txt.1"];
        names.iter().for_each(|name| fs::write(dir.path().join(name), "").unwrap());
        fs::create_dir(dir.path().join(".c.toml.1")).unwrap();
        remove_temporaries(dir.path());
        let left = dir_entries::list(dir.path()).unwrap().map(|entry| entry.unwrap().name);
        let left: std::collections::BTreeSet<_> = left.map(|name| name.into_string().unwrap()).collect();
        assert_eq!(left, [&names[1..], &[".c.toml.1"]].concat().into_iter().map(str::to_owned).collect());
    }

    #[test]
    fn temporary_files_of_killed_processes_are_removed() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("pau.toml");
        for name in [".pau.toml.123", ".pau.toml.swp", ".pau-2.toml.123"] {
            fs::write(dir.path().join(name), "").unwrap();
        }
        let pending = PendingWrite::new(&file, b"new").unwrap();
        assert!(matches!(pending.put(None).unwrap(), ReplaceOutcome::Done(None)));
        assert_eq!(names(dir.path()), [".pau-2.toml.123", ".pau.toml.swp", "pau.toml"]);
    }
}
