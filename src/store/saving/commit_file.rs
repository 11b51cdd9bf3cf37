//! Commits one file that is not a record, with the user's git, so that hooks and signatures work.

use std::io::ErrorKind;
use std::path::Path;

use crate::edit::CommitMessage;
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;

/// Commits a file of the work tree, given by its path without symbolic links. Returns false if it is committed already.
pub(crate) fn commit_file(dir: &RecordsDir, file: &Path, subject: &str) -> Result<bool, SaveError> {
    let ctx = RepoContext::open(dir)?;
    ctx.head()?;
    ctx.identity()?;
    let path = file.strip_prefix(&ctx.work).map_err(|_| refused(file, ErrorKind::NotFound.into()))?;
    let file = WorkFile { absolute: file.to_owned(), path: path.to_owned() };
    if status::of_file(&ctx, &file)?.is_none() {
        return Ok(false);
    }
    commit(&ctx, &file, subject).inspect_err(|_| {
        let _ = run(&ctx, &["reset", "--quiet", "--"], &file, None);
    })?;
    Ok(true)
}

/// Commits this file alone.
pub(super) fn commit(ctx: &RepoContext, file: &WorkFile, subject: &str) -> Result<(), SaveError> {
    run(ctx, &["add", "--"], file, None)?;
    let message = CommitMessage::plain(subject).to_string();
    let arguments = ["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"];
    run(ctx, &arguments, file, Some(&message))
}

/// Runs git on the file.
pub(super) fn run(
    ctx: &RepoContext,
    arguments: &[&str],
    file: &WorkFile,
    input: Option<&str>,
) -> Result<(), SaveError> {
    let mut command = ctx.git();
    command::run(command.args(arguments).arg(&file.path), input.map(str::as_bytes)).map(drop)
}
