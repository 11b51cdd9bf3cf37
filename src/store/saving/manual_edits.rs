//! Changes that the user made to a record with an editor: showing and committing them.

use crate::edit::{self, Baseline, CommitMessage, DiffLine, HandEditPolicy};
use crate::model::RecordRef;
use crate::store::error::SaveError;
use crate::store::git::repository::RepoContext;
use crate::store::records_dir::RecordsDir;
use crate::store::saving::commit;
use crate::store::saving::plan::{RecordChange, Saved, text};

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
    match commit::commit(dir, &[change], &CommitMessage::by_hand(record)) {
        Err(SaveError::NothingToChange) => Err(SaveError::NothingToCommit),
        outcome => outcome,
    }
}

/// The lines of the file that differ from the last commit.
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

/// Fails if the record has more errors than the committed version. A new record must load.
fn loads(record: &RecordRef, committed: Option<&str>, now: &str) -> Result<(), SaveError> {
    Ok(edit::validate(record, &Baseline::One(committed.unwrap_or(now)), now)?)
}

/// The text of the record in HEAD; `None` if it is not there, or not UTF-8.
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
