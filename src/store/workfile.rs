//! Replacing a file of the work tree: the old bytes or the new ones, never a part of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// New bytes for a file, written beside it, but not yet in its place.
///
/// The disk is not waited for: git does not do so either, and it would take longer than all the rest of
/// a commit. The old bytes are those of HEAD and the new ones those of the commit, so that `git checkout`
/// has both, should the power fail within the moment.
pub(super) struct Prepared {
    temporary: PathBuf,
    target: PathBuf,
}

impl Prepared {
    /// Writes the bytes beside the file. All that can go wrong for want of room or of rights goes wrong here.
    pub fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let meta = fs::metadata(target)?;
        if meta.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        // Hidden, so that a load meanwhile takes it for no record.
        let temporary = target.with_file_name(format!(".{name}.{}", std::process::id()));
        let mut file = create(&temporary)?;
        let prepared = Self { temporary, target: target.to_owned() };
        file.write_all(bytes)?;
        file.set_permissions(meta.permissions())?;
        Ok(prepared)
    }

    /// Puts them in the file's place, in one step.
    pub fn put(self) -> io::Result<()> {
        fs::rename(&self.temporary, &self.target)
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // Gone already where it was put in its place.
        let _ = fs::remove_file(&self.temporary);
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    match options.open(path) {
        // Left by a process that ended badly, and had the same number.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)
        }
        outcome => outcome,
    }
}
