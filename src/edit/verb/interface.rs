//! What each verb provides: a declaration, a way to make it from arguments, its checks, and what it writes.

use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::Declaration;
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, Money, RecordRef};

/// A verb with its arguments.
pub(in crate::edit) trait VerbImpl {
    /// Returns the day of the fact, if it has one.
    fn on(&self) -> Option<Date> {
        None
    }

    /// Returns the record that it creates, if it creates one.
    fn creates(&self) -> Option<RecordRef> {
        None
    }

    /// Returns the convention, the contribution and the amount, if it records money received.
    fn payment(&self) -> Option<(&Id, &str, Money)> {
        None
    }

    /// Returns the record that already holds all of it, if there is nothing to add.
    fn recorded_in(&self, _: &EditContext<'_>) -> Option<RecordRef> {
        None
    }

    /// Puts each text on one line and removes the blank ones.
    fn tidy(&mut self) {}

    /// Returns the summary for the commit.
    ///
    /// # Errors
    /// Fails if it contradicts the records.
    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError>;

    /// Returns the record's text with the fact in it; the text of a record to be created is empty.
    ///
    /// # Errors
    /// Fails if the text contradicts it, or if what it overwrites changed since the user looked at it.
    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError>;
}

/// Returns whether the records hold what was given for an optional argument; they may hold anything if nothing was.
pub(super) fn says<T: PartialEq<U>, U>(given: Option<&T>, recorded: Option<&U>) -> bool {
    given.is_none_or(|given| recorded.is_some_and(|recorded| given == recorded))
}

/// A verb that is declared.
pub(in crate::edit) trait Declared: Sized {
    const DECLARATION: Declaration;

    /// Makes it from its arguments; `None` if one that it needs is missing.
    fn from_arguments(values: &ArgumentValues) -> Option<Self>;
}
