//! The folder that the screen shows: the current one, or beside it one that reads the records of a commit.

use crate::cli::errors::{self, Failure};
use crate::cli::revision::RevisionReader;
use crate::locale::Locale;
use crate::model::Date;
use crate::store::Folder;

/// The folder, and a second one while the records of a commit are shown.
pub struct Folders {
    pub current: Folder,
    pub past: Option<Folder>,
}

impl Folders {
    /// Returns the folder that is shown. Every effect goes through it, so the records of a commit refuse edits.
    #[must_use]
    pub fn shown(&self) -> &Folder {
        self.past.as_ref().unwrap_or(&self.current)
    }

    /// Opens the folder at a typed revision.
    ///
    /// # Errors
    /// If it is no revision, or has no records.
    pub fn open(&self, locale: &Locale, today: Date, typed: &str) -> Result<Folder, Failure> {
        let commit = RevisionReader { locale, today, folder: &self.current }.commit(typed)?;
        self.current.beside_at(&commit.name).map_err(|error| errors::history(locale, &error))
    }
}
