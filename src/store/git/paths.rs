//! The directories of a repository.

use std::path::PathBuf;

/// The directories of a repository, all absolute.
#[derive(Clone, Debug)]
pub(crate) struct RepoPaths {
    /// The git directory of this work tree.
    pub git_dir: PathBuf,
    /// The git directory that all work trees share.
    pub common_dir: PathBuf,
    /// The work tree, without symbolic links.
    pub work: PathBuf,
    /// Whether `GIT_DIR` or `GIT_WORK_TREE` led here; if so, every git process must be given the paths.
    pub is_from_environment: bool,
}
