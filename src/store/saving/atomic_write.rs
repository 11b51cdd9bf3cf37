//! Replacing a file of the work tree: the old bytes or the new ones, never a part of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// New bytes for a file, written beside it and on the disk, but not yet in its place.
pub(crate) struct PendingWrite {
    temporary: PathBuf,
    target: PathBuf,
    /// Whether the file is not there yet, and must not be.
    new: bool,
    /// The folders made for it, the outermost first.
    folders: Vec<PathBuf>,
    put: bool,
}

impl PendingWrite {
    /// Writes the bytes beside the file. All that can go wrong for want of staging_dir or of rights goes wrong here.
    pub fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let permissions = match fs::metadata(target) {
            Ok(meta) if meta.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
            Ok(meta) => Some(meta.permissions()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let prepared = Self {
            temporary: temporary(target),
            target: target.to_owned(),
            new: permissions.is_none(),
            folders: missing_folders(target),
            put: false,
        };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = create(&prepared.temporary)?;
        file.write_all(bytes)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        // The bytes are on the disk before the name is theirs: after a power failure it leads to the old or the new.
        file.sync_all()?;
        Ok(prepared)
    }

    /// Puts them in the file's place, in one step.
    pub fn put(mut self) -> io::Result<()> {
        if self.new {
            // A hard link: unlike a rename it fails where somebody made the file meanwhile.
            match fs::hard_link(&self.temporary, &self.target) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
                // A file system without hard links.
                Err(_) => fs::rename(&self.temporary, &self.target)?,
                Ok(()) => {}
            }
        } else {
            fs::rename(&self.temporary, &self.target)?;
        }
        self.put = true;
        Ok(())
    }
}

/// Where the new bytes of a file are before they are put in its place: hidden, so that a load meanwhile takes it for
/// no record.
pub(crate) fn temporary(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}", std::process::id()))
}

impl Drop for PendingWrite {
    fn drop(&mut self) {
        // Gone already where it was put in its place.
        let _ = fs::remove_file(&self.temporary);
        if !self.put {
            for folder in self.folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

/// The folders that must be made for a file, the outermost first.
pub(crate) fn missing_folders(target: &Path) -> Vec<PathBuf> {
    let above = target.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let mut missing: Vec<PathBuf> = above.map(Path::to_owned).collect();
    missing.reverse();
    missing
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    match options.open(path) {
        // Left by a process that ended badly, and had the same number.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)
        }
        outcome => outcome,
    }
}
