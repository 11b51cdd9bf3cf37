//! Changes that the user made to a record with an editor: showing, committing, and discarding them.

use crate::edit::{self, Baseline, CommitMessage, DiffLine, HandEditPolicy};
use crate::model::RecordRef;
use crate::store::error::{SaveError, refused};
use crate::store::git::filters;
use crate::store::git::lock::SaveLock;
use crate::store::git::repository::RepoContext;
use crate::store::reading::incubator::incubator;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::atomic_write::{DisplacedFile, PendingWrite, ReplaceOutcome, sync_folders};
use crate::store::saving::plan::{RecordChange, Saved, text};
use crate::store::saving::recover::recover;
use crate::store::saving::{commit, git_cli};

/// Commits the file as it is.
pub(crate) fn commit(dir: &RecordsDir, record: &RecordRef) -> Result<Saved, SaveError> {
    let committed = committed(dir, record)?;
    let make = |now: Option<&str>| {
        let now = now.ok_or_else(|| missing(dir, record))?;
        loads(record, committed.as_deref(), now)?;
        Ok(Some(now.to_owned()))
    };
    let file = dir.file_of(record);
    let change = RecordChange {
        record: record.clone(),
        file,
        make: Box::new(make),
        is_new: false,
        by_hand: true,
        hand_edits: HandEditPolicy::Commit,
    };
    match commit::commit(dir, &[change], &CommitMessage::by_hand(&incubator(dir), record)) {
        Err(SaveError::NothingToChange) => Err(SaveError::NothingToCommit),
        outcome => outcome,
    }
}

/// Returns the lines of the file that differ from the last commit.
pub(crate) fn diff_lines(dir: &RecordsDir, record: &RecordRef) -> Result<Vec<DiffLine>, SaveError> {
    let committed = committed(dir, record)?;
    let ctx = RepoContext::open(dir)?;
    let bytes = ctx.work_file(dir, &dir.file_of(record))?.bytes()?.ok_or_else(|| missing(dir, record))?;
    let now = text(&bytes)?;
    let before = committed.as_deref().unwrap_or_default();
    // Line ends on disk may differ from those that git stores.
    if before.lines().eq(now.lines()) {
        return Ok(Vec::new());
    }
    loads(record, committed.as_deref(), now)?;
    Ok(edit::diff_lines(before, now))
}

/// Returns the lines that restoring the record from the last commit discards and brings back; none if the commit does
/// not have it. Bytes that are not UTF-8 are shown as U+FFFD.
pub(crate) fn lost_lines(dir: &RecordsDir, record: &RecordRef) -> Result<Vec<DiffLine>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let work_file = ctx.work_file(dir, &dir.file_of(record))?;
    let Some((blob, _)) = ctx.committed(&work_file, ctx.head()?.commit)? else { return Ok(Vec::new()) };
    let committed = filters::checked_out(&ctx, &work_file, blob)?;
    Ok(lines_between(&committed, work_file.bytes()?.as_deref()))
}

/// Restores the file of a record, and its entry in the index, from the last commit. Fails if other lines than `shown`
/// would be lost: because somebody has saved the file meanwhile, or has staged something else.
pub(crate) fn restore(dir: &RecordsDir, record: &RecordRef, shown: &[DiffLine]) -> Result<(), SaveError> {
    let ctx = RepoContext::open(dir)?;
    let work_file = ctx.work_file(dir, &dir.file_of(record))?;
    let save_lock = SaveLock::take(&ctx)?;
    recover(dir, &ctx, &save_lock)?;
    let dirty = || SaveError::Dirty(work_file.path.clone(), vec![record.clone()]);
    let (committed, _) = ctx.committed(&work_file, ctx.head()?.commit)?.ok_or_else(dirty)?;
    let content = filters::checked_out(&ctx, &work_file, committed)?;
    let work = work_file.bytes()?;
    let (staged, in_conflict) = git_cli::staged(&ctx, &work_file)?;
    let is_shown = match (staged, &work) {
        _ if in_conflict => false,
        (Some(staged), _) if staged == committed => true,
        (Some(staged), Some(work)) => filters::is_clean(&ctx, &work_file, work, staged)?,
        (staged, _) => staged.is_none(),
    };
    if !is_shown || lines_between(&content, work.as_deref()) != shown {
        return Err(dirty());
    }
    let failed = |error| refused(&work_file.absolute, error);
    let pending = PendingWrite::new(&work_file.absolute, &content).map_err(failed)?;
    match pending.put(work.as_deref()).map_err(failed)? {
        ReplaceOutcome::Done(displaced) => displaced.into_iter().for_each(DisplacedFile::release),
        ReplaceOutcome::Changed => return Err(dirty()),
    }
    sync_folders(std::iter::once(work_file.absolute.as_path())).map_err(failed)?;
    if staged != Some(committed) {
        git_cli::unstage(&ctx, &work_file)?;
    }
    Ok(())
}

fn lines_between(committed: &[u8], work: Option<&[u8]>) -> Vec<DiffLine> {
    let [before, after] = [committed, work.unwrap_or_default()].map(String::from_utf8_lossy);
    edit::diff_lines(&before, &after)
}

/// Fails if the record has more errors than the committed version. A new record must load.
fn loads(record: &RecordRef, committed: Option<&str>, now: &str) -> Result<(), SaveError> {
    Ok(edit::validate(record, &Baseline::One(committed.unwrap_or(now)), now)?)
}

/// Returns the text of the record in HEAD; `None` if it is not there, or not UTF-8.
fn committed(dir: &RecordsDir, record: &RecordRef) -> Result<Option<String>, SaveError> {
    let ctx = RepoContext::open(dir)?;
    let work_file = ctx.work_file(dir, &dir.file_of(record))?;
    let head = ctx.head()?.commit;
    let Some((blob, _)) = ctx.committed(&work_file, head)? else { return Ok(None) };
    Ok(String::from_utf8(ctx.blob(blob)?).ok())
}

fn missing(dir: &RecordsDir, record: &RecordRef) -> SaveError {
    let file = dir.root.join(dir.file_of(record));
    SaveError::Refused(file, std::io::ErrorKind::NotFound.into())
}
