//! Which files differ from the last commit, as `git status` reports. It runs clean filters and refreshes the index, so
//! it is only used before an edit, which does the same; [`crate::store::reading::dirty`] only looks.

use std::path::{Path, PathBuf};

use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::repository::{RepoContext, WorkFile};

/// A file that differs from the last commit.
pub(crate) struct StatusEntry {
    /// The two letters of git: for the index, and for the work file.
    pub state: [u8; 2],
    /// The file below the work tree.
    pub path: PathBuf,
}

/// Returns the changed and the untracked among some files, or among all files if none is given.
pub(crate) fn status(ctx: &RepoContext, files: &[&Path]) -> Result<Vec<StatusEntry>, SaveError> {
    let mut command = ctx.safe_git();
    command.args(["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules"]);
    let output = command::run(command.arg("--").args(files), None)?;
    let changed = output.split(|byte| *byte == 0).filter_map(|entry| {
        let (state, path) = entry.split_first_chunk()?;
        Some(StatusEntry { state: *state, path: path_of(path.get(1..)?) })
    });
    Ok(changed.collect())
}

/// Returns the status of one file; `None` if it does not differ.
pub(crate) fn of_file(ctx: &RepoContext, work_file: &WorkFile) -> Result<Option<StatusEntry>, SaveError> {
    Ok(status(ctx, &[&work_file.path])?.pop())
}

/// Returns a path as git prints it, which need not be UTF-8.
#[cfg(unix)]
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
