//! Commits one file that is not a record, with the user's git, so that hooks and signatures work.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::edit::{CommitMessage, Edit, HandEditPolicy};
use crate::store::error::{SaveError, refused};
use crate::store::git::command;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::{RepoContext, WorkFile};
use crate::store::git::status;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::commit::check;
use crate::store::saving::recover::recover;

/// A file that proves what an edit records, and the subject of its commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// The file without symbolic links.
    pub file: PathBuf,
    /// The subject of its commit.
    pub subject: String,
}

/// The path below the work tree of a file that is committed, or that git would commit. `None` for files outside the
/// repository, and for those that git leaves out of it: ignored ones, those in `.git` and those in other repositories.
pub(crate) fn path_of(dir: &RecordsDir, file: &Path) -> Result<Option<PathBuf>, SaveError> {
    let ctx = match RepoContext::open(dir).map_err(SaveError::from) {
        Err(SaveError::NoRepository) => return Ok(None),
        ctx => ctx?,
    };
    let Some(file) = work_file(&ctx, file) else { return Ok(None) };
    let is_known = differs(&ctx, &file)? || ctx.blob_at_head(&file)?.is_some();
    Ok(is_known.then_some(file.path))
}

/// Commits the file if it differs from the last commit, once it is known that the edit can be made.
pub(crate) fn commit_file(
    dir: &RecordsDir,
    evidence: &EvidenceFile,
    edit: &Edit,
    hand_edits: HandEditPolicy,
) -> Result<(), SaveError> {
    let ctx = RepoContext::open(dir)?;
    ctx.head()?;
    ctx.identity()?;
    let missing = || refused(&evidence.file, ErrorKind::NotFound.into());
    let file = work_file(&ctx, &evidence.file).ok_or_else(missing)?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(dir, &ctx, &save_lock)?;
    check(dir, (&ctx, &save_lock), edit, hand_edits)?;
    if !differs(&ctx, &file)? {
        return Ok(());
    }
    commit(&ctx, &file, &evidence.subject).inspect_err(|_| {
        let _ = run(&ctx, &["reset", "--quiet", "--"], &file, None);
    })
}

fn work_file(ctx: &RepoContext, file: &Path) -> Option<WorkFile> {
    let path = file.strip_prefix(&ctx.work).ok()?;
    Some(WorkFile { absolute: file.to_owned(), path: path.to_owned() })
}

/// Whether the file differs from the last commit. Of a file in an untracked repository, git reports that repository.
fn differs(ctx: &RepoContext, file: &WorkFile) -> Result<bool, SaveError> {
    Ok(status::of_file(ctx, file)?.is_some_and(|entry| entry.path == file.path))
}

/// Commits this file alone. The caller holds the save lock.
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
