//! Revisions that the user types: a commit, a branch, a tag, or the day up to which something was known.

use crate::cli::errors::{self, Failure};
use crate::locale::Locale;
use crate::model::{Commit, Date, MessageArg};
use crate::store::Folder;

/// What a revision names.
pub enum TypedRevision {
    Commit(Box<Commit>),
    Day(Date),
}

/// Reads revisions, relative to the real day.
#[derive(Clone, Copy)]
pub struct RevisionReader<'a> {
    pub locale: &'a Locale,
    pub today: Date,
    pub folder: &'a Folder,
}

impl RevisionReader<'_> {
    /// Reads a revision. A text of digits only is a day if it can be one, since nearly every number begins some object
    /// id.
    ///
    /// # Errors
    /// If it is neither a revision nor a day, or git cannot be read.
    pub fn read(&self, typed: &str) -> Result<TypedRevision, Failure> {
        let day = self.locale.typed_past_date(typed, self.today).ok();
        let is_number = typed.chars().all(|c| c.is_ascii_digit());
        if let Some(day) = day.filter(|_| is_number) {
            return Ok(TypedRevision::Day(day));
        }
        let named = self.folder.revision(typed).map_err(|error| errors::history(self.locale, &error))?;
        match (named, day) {
            (Some(commit), _) => Ok(TypedRevision::Commit(Box::new(commit))),
            (None, Some(day)) => Ok(TypedRevision::Day(day)),
            (None, None) => {
                let args = vec![("typed", MessageArg::Text(typed.to_owned()))];
                Err(errors::usage(self.locale, "error-no-revision", args))
            }
        }
    }

    /// Reads a revision and returns its commit; of a day, the last one up to its end.
    ///
    /// # Errors
    /// As [`RevisionReader::read`], or if the history begins after the day.
    pub fn commit(&self, typed: &str) -> Result<Commit, Failure> {
        match self.read(typed)? {
            TypedRevision::Commit(commit) => Ok(*commit),
            TypedRevision::Day(day) => self.on(day),
        }
    }

    /// Returns the last commit up to the end of a day.
    ///
    /// # Errors
    /// If the history begins later, or git cannot be read.
    pub fn on(&self, day: Date) -> Result<Commit, Failure> {
        self.folder.revision_on(day).map_err(|error| errors::history(self.locale, &error))
    }
}
