//! Replacing a file of the work tree: the old bytes or the new ones, never a part of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// New bytes for a file, written beside it, but not yet in its place.
pub(super) struct Prepared {
    temporary: Temporary,
    target: PathBuf,
    /// The disk takes its time: git's objects are made meanwhile.
    safe: JoinHandle<io::Result<()>>,
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
        let temporary = Temporary(target.with_file_name(format!(".{name}.{}", std::process::id())));
        let mut file = create(&temporary.0)?;
        file.write_all(bytes)?;
        file.set_permissions(meta.permissions())?;
        let safe = std::thread::spawn(move || file.sync_all());
        Ok(Self { temporary, target: target.to_owned(), safe })
    }

    /// Waits until they are safe on disk.
    pub fn safe(self) -> io::Result<Safe> {
        match self.safe.join() {
            Ok(done) => done?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        Ok(Safe { temporary: self.temporary, target: self.target })
    }
}

/// New bytes for a file that are safe on disk: only their name is not yet the file's.
pub(super) struct Safe {
    temporary: Temporary,
    target: PathBuf,
}

impl Safe {
    /// Puts them in the file's place, in one step.
    pub fn put(self) -> io::Result<()> {
        fs::rename(&self.temporary.0, &self.target)
    }
}

/// A file that goes with the value, unless it was renamed.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
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
