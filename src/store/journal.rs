//! What a save is about to do, written down before its first visible step: if the process is killed, the next one
//! finishes the save or takes it back.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::SaveError;
use super::commit::refused;
use super::plan::Step;
use super::repository::Head;
use super::turn::Turn;

const NAME: &str = "journal";

/// One save.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Journal {
    /// The subject of its commit.
    pub subject: String,
    /// The branch.
    pub branch: String,
    /// Its commit; `None` where the user's git makes it.
    pub commit: Option<String>,
    /// Its files.
    pub files: Vec<Trace>,
}

/// One file: before and after.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Trace {
    /// The record, as trailers name it.
    pub record: String,
    /// The file, below the work tree.
    pub path: PathBuf,
    /// Where its new bytes are before they are put in its place.
    pub temporary: PathBuf,
    /// The folders that are made for it.
    pub folders: Vec<PathBuf>,
    /// Its blob in the commit; the one after is not known where the user's git makes it.
    pub committed: [Option<String>; 2],
    /// Its blob in the index.
    pub staged: [Option<String>; 2],
    /// The text of the file.
    pub work: [Option<String>; 2],
    /// Its mode, where it is in the index.
    pub mode: i32,
    /// Whether all of the file is committed.
    pub is_whole: bool,
    /// When the file was changed last, before.
    pub modified: Option<SystemTime>,
}

impl Journal {
    /// Of a save by steps.
    pub fn of(head: &Head, commit: Option<git2::Oid>, subject: &str, steps: &[Step]) -> Self {
        Self {
            subject: subject.to_owned(),
            branch: head.branch.clone(),
            commit: commit.map(|commit| commit.to_string()),
            files: steps.iter().map(Step::trace).collect(),
        }
    }

    /// Whether there is one in the room.
    pub fn is_in(room: &Path) -> bool {
        room.join(NAME).exists()
    }

    /// The one in the room.
    pub fn read(turn: &Turn) -> Result<Option<Self>, SaveError> {
        let path = turn.room.join(NAME);
        match fs::read(&path) {
            // A journal of another version that we cannot read must not block every later save.
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(refused(&path, error)),
        }
    }

    /// Writes the journal into the room, in one step. It is not synced to the disk: it serves after a killed process.
    /// After a power failure each file is the old or the new one without it.
    pub fn write(&self, turn: &Turn) -> Result<(), SaveError> {
        let (path, beside) = (turn.room.join(NAME), turn.room.join("journal.new"));
        let written = serde_json::to_vec(self).map_err(std::io::Error::from).and_then(|bytes| {
            fs::write(&beside, bytes)?;
            fs::rename(&beside, &path)
        });
        written.map_err(|error| refused(&path, error))
    }

    /// Takes it out of the room: the save is done, or nothing is left of it.
    pub fn close(self, turn: &Turn) -> Result<(), SaveError> {
        let path = turn.room.join(NAME);
        fs::remove_file(&path).map_err(|error| refused(&path, error))
    }
}
