//! A commit whose records are read instead of the files of the folder.

use std::collections::HashMap;

use git2::Oid;

use crate::model::Commit;

/// The commit that a folder is read at, and the files of its records.
#[derive(Debug)]
pub(super) struct PastCommit {
    pub commit: Commit,
    pub id: Oid,
    /// Blobs by their paths below the folder.
    pub files: HashMap<String, Oid>,
}

impl PastCommit {
    /// Returns the blob of a file below the folder.
    pub fn blob(&self, file: &str) -> Option<Oid> {
        self.files.get(file).copied()
    }
}
