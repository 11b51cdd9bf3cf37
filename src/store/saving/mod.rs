//! Changing records: committing edits, undoing them, and cleaning up after a process that was killed.

pub(super) mod atomic_write;
pub(super) mod commit;
pub(super) mod commit_files;
pub(super) mod evidence;
pub(super) mod git_cli;
pub(super) mod init;
pub(super) mod install_merge_driver;
pub(super) mod journal;
pub(super) mod manual_edits;
pub(super) mod merge_driver;
pub(super) mod plan;
pub(super) mod recover;
pub(super) mod undo;

#[cfg(test)]
mod tests;
