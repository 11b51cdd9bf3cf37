//! Revisions on the command line: a commit, a branch, a tag, or the day up to which something was known.

use super::{Invocation, date};
use crate::cli::errors::{self, Failure};
use crate::model::{Commit, Date, MessageArg};
use crate::store::Folder;

/// What a revision names.
pub(super) enum TypedRevision {
    Commit(Box<Commit>),
    Day(Date),
}

/// Reads a revision. A text of digits only is a day if it can be one, since nearly every number begins some object id.
pub(super) fn read(call: &Invocation, folder: &Folder, typed: &str) -> Result<TypedRevision, Failure> {
    let day = call.locale.typed_past_date(typed, call.today).ok();
    let is_number = typed.chars().all(|c| c.is_ascii_digit());
    if let Some(day) = day.filter(|_| is_number) {
        return Ok(TypedRevision::Day(day));
    }
    let named = folder.revision(typed).map_err(|error| errors::history(&call.locale, &error))?;
    match (named, day) {
        (Some(commit), _) => Ok(TypedRevision::Commit(Box::new(commit))),
        (None, Some(day)) => Ok(TypedRevision::Day(day)),
        (None, None) => {
            let args = vec![("typed", MessageArg::Text(typed.to_owned()))];
            Err(errors::usage(&call.locale, "error-no-revision", args))
        }
    }
}

/// Reads a revision and returns its commit; of a day, the last one up to its end.
pub(super) fn commit(call: &Invocation, folder: &Folder, typed: &str) -> Result<Commit, Failure> {
    match read(call, folder, typed)? {
        TypedRevision::Commit(commit) => Ok(*commit),
        TypedRevision::Day(day) => on(call, folder, day),
    }
}

/// Returns the last commit up to the end of a day.
pub(super) fn on(call: &Invocation, folder: &Folder, day: Date) -> Result<Commit, Failure> {
    folder.revision_on(day).map_err(|error| errors::history(&call.locale, &error))
}

/// Reads `--since`: a commit, or a day as of [`Invocation::date`].
pub(super) fn since(call: &Invocation, folder: &Folder, typed: &str) -> Result<TypedRevision, Failure> {
    match read(call, folder, typed) {
        Ok(TypedRevision::Commit(commit)) => Ok(TypedRevision::Commit(commit)),
        // As every other day, so that the message about a wrong one is the same.
        _ => date(&call.locale, "--since", typed, call.today).map(TypedRevision::Day),
    }
}
