//! Files that prove what an edit records, and are committed with it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use git2::Oid;

use crate::store::error::{SaveError, refused};
use crate::store::git::repository::{Head, RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::temporary;
use crate::store::saving::git_cli;
use crate::store::saving::journal::JournalEntry;

/// The path below the work tree of a file that is committed, or that git would commit. `None` for files outside the
/// repository, and for those that git leaves out of it: ignored ones, those in `.git` and those in other repositories.
pub(crate) fn path_of(dir: &RecordsDir, file: &Path) -> Result<Option<PathBuf>, SaveError> {
    let ctx = match RepoContext::open(dir).map_err(SaveError::from) {
        Err(SaveError::NoRepository) => return Ok(None),
        ctx => ctx?,
    };
    let Ok(file) = work_file(&ctx, file) else { return Ok(None) };
    // Of a file in an untracked repository, git reports that repository.
    let differs = status::of_file(&ctx, &file)?.is_some_and(|entry| entry.path == file.path);
    Ok((differs || ctx.blob_at_head(&file)?.is_some()).then_some(file.path))
}

/// Returns the file, given without symbolic links. Fails if it is not in the work tree.
pub(super) fn work_file(ctx: &RepoContext, file: &Path) -> Result<WorkFile, SaveError> {
    let path = file.strip_prefix(&ctx.work).map_err(|_| refused(file, ErrorKind::NotFound.into()))?;
    Ok(WorkFile { absolute: file.to_owned(), path: path.to_owned() })
}

/// A file that is committed as it is on disk, however large: only git reads it.
pub(super) struct EvidenceUpdate<'a> {
    pub file: &'a WorkFile,
    /// Blob and mode in HEAD, and the blob in the index.
    committed: Option<(Oid, i32)>,
    pub staged: Option<Oid>,
}

impl<'a> EvidenceUpdate<'a> {
    /// Returns `None` if the file does not differ from the last commit.
    pub fn of(ctx: &RepoContext, head: &Head, file: &'a WorkFile) -> Result<Option<Self>, SaveError> {
        if status::of_file(ctx, file)?.is_none() {
            return Ok(None);
        }
        let (staged, in_conflict) = git_cli::staged(ctx, file)?;
        if in_conflict {
            return Err(SaveError::Dirty(file.path.clone(), Vec::new()));
        }
        Ok(Some(Self { file, committed: ctx.committed(file, head.commit)?, staged }))
    }

    /// Returns what the journal records: the states of HEAD and of the index before.
    pub fn entry(&self) -> JournalEntry {
        JournalEntry {
            record: None,
            path: self.file.path.clone(),
            temporary: temporary(&self.file.absolute).file_name().unwrap_or_default().into(),
            folders: Vec::new(),
            committed: [self.committed.map(|(blob, _)| blob.to_string()), None],
            staged: [self.staged.map(|blob| blob.to_string()), None],
            work: [None, None],
            mode: self.committed.map_or(0o100_644, |(_, mode)| mode),
            is_whole: true,
            modified: None,
        }
    }
}
