//! The folder of records: where it is, which files it holds, and how its operations wait and fail.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::model::RecordRef;
use crate::store::backoff::WAIT_LIMIT;
use crate::store::dir_entries;
use crate::store::error::OpenError;
use crate::store::failpoints::Failpoints;
use crate::store::past_commit::PastCommit;
use crate::store::scan::Scan;

/// The folder of records as every part of `store` needs it.
#[derive(Debug)]
pub(super) struct RecordsDir {
    /// The path that the user gave.
    pub root: PathBuf,
    /// The same without symbolic links: links in the folder may only lead below it.
    pub real: PathBuf,
    pub scan: Scan,
    /// The commit whose records are read instead of the files.
    pub past: Option<PastCommit>,
    /// Whether it is a folder of a bare repository, which is not on disk; `root` is the repository.
    pub is_bare: bool,
    /// Whether the scan is newer than the last load.
    is_scan_new: bool,
    /// How long an operation waits for another process before it gives up.
    pub wait_limit: Duration,
    pub failpoints: Arc<Failpoints>,
    /// Set to stop the git that commits, with its hooks.
    pub stops_commit: Arc<AtomicBool>,
}

impl RecordsDir {
    /// Returns a folder whose records are not listed, to look for the repository around it.
    pub fn bare(root: &Path) -> std::io::Result<Self> {
        let (root, real) = (root.to_owned(), std::fs::canonicalize(root)?);
        Ok(Self {
            root,
            real,
            scan: Scan::default(),
            past: None,
            is_bare: false,
            is_scan_new: false,
            wait_limit: WAIT_LIMIT,
            failpoints: Arc::default(),
            stops_commit: Arc::default(),
        })
    }

    /// Returns the folder `below` of a bare repository. It has records once they are read at a commit.
    pub fn in_bare_repository(git_dir: &Path, below: &str) -> std::io::Result<Self> {
        let dir = Self::bare(git_dir)?;
        Ok(Self { real: dir.real.join(below), is_bare: true, ..dir })
    }

    /// Lists the records of the folder at `root`, which may hold none.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let real = match std::fs::canonicalize(root) {
            Ok(real) if real.is_dir() => real,
            Ok(_) => return Err(OpenError::NotAFolder(root.to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(OpenError::NoFolder(root.to_owned()));
            }
            Err(error) => return Err(OpenError::Refused(root.to_owned(), error)),
        };
        drop(dir_entries::list(&real).map_err(|error| OpenError::Refused(root.to_owned(), error))?);
        let scan = Scan::of(root, &real);
        Ok(Self {
            root: root.to_owned(),
            real,
            scan,
            past: None,
            is_bare: false,
            is_scan_new: true,
            wait_limit: WAIT_LIMIT,
            failpoints: Arc::default(),
            stops_commit: Arc::default(),
        })
    }

    /// Returns the same folder with the records of a commit.
    pub fn at(&self, past: PastCommit, scan: Scan) -> Self {
        Self {
            root: self.root.clone(),
            real: self.real.clone(),
            scan,
            past: Some(past),
            is_bare: self.is_bare,
            is_scan_new: false,
            wait_limit: self.wait_limit,
            failpoints: Arc::clone(&self.failpoints),
            stops_commit: Arc::clone(&self.stops_commit),
        }
    }

    /// Lists the files again, unless the scan has not been used yet. Returns whether the problems of the scan changed.
    pub fn rescan(&mut self) -> bool {
        if std::mem::take(&mut self.is_scan_new) || self.past.is_some() {
            return false;
        }
        let scan = Scan::of(&self.root, &self.real);
        let changed = scan.problems != self.scan.problems;
        self.scan = scan;
        changed
    }

    /// Returns the path of a record's file below the folder, with `/` as separator; the default path if it has no file
    /// yet.
    pub fn file_of(&self, record: &RecordRef) -> String {
        self.scan.file_of(record).unwrap_or_else(|| match record.kind.folder() {
            Some(folder) => format!("{folder}/{}.toml", record.id),
            None => format!("{}.toml", record.id),
        })
    }
}
