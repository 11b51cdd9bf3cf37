//! Commits files that are not records, with the user's git, so that hooks and signatures work.

use std::path::PathBuf;

use crate::edit::CommitMessage;
use crate::store::error::SaveError;
use crate::store::git::command;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::evidence::work_file;
use crate::store::saving::recover::recover;

/// Commits those of some files that differ from the last commit, and returns the commit; `None` if none does.
pub(crate) fn commit_files(dir: &RecordsDir, files: &[PathBuf], subject: &str) -> Result<Option<String>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    ctx.head()?;
    ctx.identity()?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(dir, &ctx, &save_lock)?;
    let mut changed = Vec::new();
    for path in files {
        let file = work_file(&ctx, path)?;
        if status::of_file(&ctx, &file)?.is_some() {
            changed.push(file);
        }
    }
    if changed.is_empty() {
        return Ok(None);
    }
    let changed: Vec<&WorkFile> = changed.iter().collect();
    commit(&ctx, &changed, subject).inspect_err(|_| {
        let _ = run(&ctx, &["reset", "--quiet", "--"], &changed, None);
    })?;
    Ok(Some(ctx.head()?.commit.to_string()))
}

/// Commits these files alone. The caller holds the save lock.
pub(super) fn commit(ctx: &RepoContext, files: &[&WorkFile], subject: &str) -> Result<(), SaveError> {
    run(ctx, &["add", "--"], files, None)?;
    let message = CommitMessage::plain(subject).to_string();
    let arguments = ["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"];
    run(ctx, &arguments, files, Some(&message))
}

/// Runs git on files.
pub(super) fn run(
    ctx: &RepoContext,
    arguments: &[&str],
    files: &[&WorkFile],
    input: Option<&str>,
) -> Result<(), SaveError> {
    let mut command = ctx.git();
    let paths = files.iter().map(|file| &file.path);
    command::run(command.args(arguments).args(paths), input.map(str::as_bytes)).map(drop)
}
