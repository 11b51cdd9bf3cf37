//! Edits: verbs with their arguments → changes of records' texts and the message of one commit.
//!
//! [`edit`] checks one or several [`Intention`]s against the records and turns them into an [`Edit`]; [`apply`] applies
//! it to the current text of a record. Each verb is a file in `verb/`, with its [`Declaration`].
//!
//! A verb is checked twice: against the records when the edit is created ([`edit`]), and against the text when it is
//! applied. `write_context` reports what somebody else changed in between.

mod arguments;
mod chronology;
mod commit_message;
mod commit_summary;
mod declaration;
mod diff;
mod edit_context;
mod error;
mod fields;
mod hand_edit_policy;
mod import_edit;
mod imported;
mod item_name;
mod overpayment;
mod record_edit;
mod template;
mod toml_entry;
mod validate;
pub mod verb;
mod write_context;

use commit_summary::CommitSummary;
use edit_context::EditContext;
use write_context::WriteContext;

use crate::model::{Date, KeyPath, Portfolio, RecordRef};
use crate::record;

pub use crate::record::Item as Value;
pub use arguments::{ArgumentValue, ArgumentValues};
pub use chronology::Chronology;
pub use commit_message::{
    CommitMessage, RECEIVED, RECORD, REDOES, UNDOES, VERB, commit_language, merge_answer, quoted_subject,
    record_in_trailer, trailer_of,
};
pub use declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
pub use diff::{ChangeKind, CommitDiff, DiffLine, LineKind, RecordDiff, diff_lines};
pub use error::{EditError, StaleValue};
pub use fields::{FieldInfo, FieldKind, ValueError, field, fields, has_lines, path, value};
pub use hand_edit_policy::HandEditPolicy;
pub use import_edit::{ImportedRecord, import};
pub use imported::{ImportedChange, NewRecord, Pairs};
pub use item_name::entry_name;
pub use record_edit::{Edit, RecordEdit};
pub use validate::{Baseline, validate};
pub use verb::{Intention, Verb, verb_in_trailer};
pub use write_context::BaseTexts;

/// Creates the edit that records facts in one commit.
///
/// Contradictions with the records are reported here, so that a form can show them at once; [`apply`] checks again,
/// against the current text. No fact is later than `today`.
///
/// # Errors
/// Fails if a fact names something that does not exist, contradicts the records, or is in the future. Among several
/// facts, [`EditError::OneOf`] contains the index of the one that failed.
pub fn edit(portfolio: &Portfolio, intentions: &[Intention], today: Date) -> Result<Edit, EditError> {
    edit_based_on(portfolio, intentions, today, &BaseTexts::new())
}

/// As [`edit`], based on the texts that the user looked at. [`apply`] reports changes made to them since.
///
/// # Errors
/// As [`edit`].
pub fn edit_based_on(
    portfolio: &Portfolio,
    intentions: &[Intention],
    today: Date,
    base: &BaseTexts,
) -> Result<Edit, EditError> {
    if intentions.is_empty() {
        return Err(EditError::Nothing);
    }
    let language = commit_language(portfolio);
    let (mut changes, mut facts, mut created) = (Vec::<RecordEdit>::new(), Vec::new(), Vec::new());
    for (at, intention) in intentions.iter().cloned().map(Intention::normalized).enumerate() {
        let context = EditContext { portfolio, today, base, created: &created, language };
        let summary: CommitSummary =
            intention.implementation().check(&context).map_err(|error| match intentions.len() {
                1 => error,
                _ => EditError::OneOf(at, Box::new(error)),
            })?;
        created.extend(intention.creates());
        facts.push((intention.name(), summary.clone()));
        match changes.iter_mut().find(|change| change.record == summary.record) {
            Some(change) => change.intentions.push(intention),
            None => changes.push(RecordEdit {
                base: base.get(&summary.record).cloned(),
                record: summary.record,
                intentions: vec![intention],
                import: None,
            }),
        }
    }
    let context = EditContext { portfolio, today, base, created: &[], language };
    let message = commit_summary::message_of(&facts, &context);
    let payments =
        changes.iter().flat_map(|change| &change.intentions).filter_map(|one| one.implementation().payment());
    let more_than_promised = overpayment::overpayment(&context, payments);
    Ok(Edit { message, changes, more_than_promised, force: false })
}

/// Returns the record that already holds all that an intention says, so that there is nothing to add.
#[must_use]
pub fn recorded_in(portfolio: &Portfolio, intention: &Intention, today: Date) -> Option<RecordRef> {
    let (base, language) = (BaseTexts::new(), commit_language(portfolio));
    let context = EditContext { portfolio, today, base: &base, created: &[], language };
    intention.clone().normalized().implementation().recorded_in(&context)
}

/// Returns the record's text after a change, checked to load as well as before. The text of a record to be created is
/// empty.
///
/// # Errors
/// Fails if the change does not fit the text or would break the record; with [`EditError::Stale`] or
/// [`EditError::Gone`] if what it overwrites or ends has changed since the user looked at it, unless `force`.
pub fn apply(text: &str, change: &RecordEdit, force: bool) -> Result<String, EditError> {
    let mut after = match &change.import {
        Some(import) => imported::write(text, &change.record, import)?,
        None => text.to_owned(),
    };
    // What an earlier fact of the same edit wrote is not a concurrent change.
    let mut base = change.base.as_deref().map(str::to_owned);
    for intention in &change.intentions {
        let verb = intention.implementation();
        after = verb.write(&WriteContext::new(&change.record, &after, base.as_deref(), force))?;
        if change.intentions.len() > 1
            && let Some(text) = &base
        {
            base = verb.write(&WriteContext::new(&change.record, text, None, true)).ok().or(base);
        }
    }
    validate(&change.record, &Baseline::One(text), &after)?;
    Ok(after)
}

/// Translates a path in the text that the user saw to the record's current text; `None` if its value has been removed.
#[must_use]
pub fn relocate(base: &str, now: &str, path: &KeyPath) -> Option<KeyPath> {
    record::relocate(&record::table(base).ok()?, &record::table(now).ok()?, path)
}

#[cfg(test)]
mod tests;
