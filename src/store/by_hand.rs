//! What somebody wrote into a record's file with an editor: what it changes, and committing it.

use super::commit::{self, text};
use super::plan::Change;
use super::repository::{self, Ground};
use super::{Folder, SaveError, Saved};
use crate::edit::{self, Before, ChangedLine, HandEdits, Message};
use crate::model::RecordRef;

/// Commits what the file holds.
pub(super) fn commit(folder: &Folder, record: &RecordRef) -> Result<Saved, SaveError> {
    let committed = committed(folder, record)?;
    let make = |now: Option<&str>| {
        let now = now.ok_or_else(|| missing(folder, record))?;
        loads(record, committed.as_deref(), now)?;
        Ok(Some(now.to_owned()))
    };
    let file = folder.file_of(record);
    let change = Change {
        record: record.clone(),
        file,
        make: Box::new(make),
        is_new: false,
        by_hand: true,
        hand_edits: HandEdits::Together,
    };
    match commit::commit(folder, &[change], &Message::by_hand(record)) {
        Err(SaveError::NothingToChange) => Err(SaveError::NothingToCommit),
        outcome => outcome,
    }
}

/// The lines that the file holds otherwise than the commit.
pub(super) fn changed(folder: &Folder, record: &RecordRef) -> Result<Vec<ChangedLine>, SaveError> {
    let committed = committed(folder, record)?;
    let ground = Ground::of(folder)?;
    let bytes = ground.place(folder, &folder.file_of(record))?.bytes()?.ok_or_else(|| missing(folder, record))?;
    let now = text(&bytes)?;
    let before = committed.as_deref().unwrap_or_default();
    // Line ends may stand otherwise on disk than git stores them.
    if before.lines().eq(now.lines()) {
        return Ok(Vec::new());
    }
    loads(record, committed.as_deref(), now)?;
    Ok(edit::changed_lines(before, now))
}

/// Whether the record loads as well as the one committed; a new one must load.
fn loads(record: &RecordRef, committed: Option<&str>, now: &str) -> Result<(), SaveError> {
    Ok(edit::check_loads(record, &Before::One(committed.unwrap_or(now)), now)?)
}

/// The record's text in HEAD; `None` where it is not there, or no text.
fn committed(folder: &Folder, record: &RecordRef) -> Result<Option<String>, SaveError> {
    let ground = Ground::of(folder)?;
    let place = ground.place(folder, &folder.file_of(record))?;
    let head = repository::head(&ground.repo)?.commit;
    let Some((blob, _)) = ground.committed(&place, head)? else { return Ok(None) };
    let blob = ground.repo.find_blob(blob)?;
    Ok(std::str::from_utf8(blob.content()).ok().map(str::to_owned))
}

fn missing(folder: &Folder, record: &RecordRef) -> SaveError {
    let file = folder.root.join(folder.file_of(record));
    SaveError::Refused(file, std::io::ErrorKind::NotFound.into())
}
