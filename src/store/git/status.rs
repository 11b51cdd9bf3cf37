//! Which files `git status` reports as changed.

#[cfg(unix)]
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::repository::{RepoContext, WorkFile};

/// A file that is not as the last commit has it.
pub(crate) struct StatusEntry {
    /// The letters of git: what was staged, and what the work file has besides.
    pub state: [u8; 2],
    /// The file, below the work tree.
    pub path: PathBuf,
}

/// The changed and the untracked among some files, or among all where none is named.
pub(crate) fn status(work: &Path, files: &[&Path]) -> Result<Vec<StatusEntry>, SaveError> {
    let mut command = command::git(work);
    command.args(["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules"]);
    let told = command::run(command.arg("--").args(files), None)?;
    let changed = told.split(|byte| *byte == 0).filter_map(|entry| {
        let (state, path) = entry.split_first_chunk()?;
        Some(StatusEntry { state: *state, path: path_of(path.get(1..)?) })
    });
    Ok(changed.collect())
}

/// A path as git gives it; it need not be text.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// The entry of `git status` for one file.
pub(crate) fn of_file(ctx: &RepoContext, work_file: &WorkFile) -> Result<Option<StatusEntry>, SaveError> {
    Ok(status(&ctx.work, &[&work_file.path])?.pop())
}
