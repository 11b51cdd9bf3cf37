//! The verbs: an intention → operations on records' texts and a message for the commit.
//!
//! [`edit`] makes an [`Edit`] of one [`Intention`] or of several, after a look at what they contradict; [`apply`] makes
//! it to a record's text as that stands by then. Each verb is a file of its own in `verb/`.

mod check_context;
mod chronology;
mod diff;
mod error;
mod fields;
mod hand_edit_policy;
mod intention;
mod message;
mod template;
mod toml_entry;
mod validate;
pub mod verb;
mod write_context;

use check_context::CheckContext;
use write_context::WriteContext;

use crate::model::{Date, KeyPath, Portfolio};
use crate::record;

pub use crate::record::Item as Value;
pub use chronology::Chronology;
pub use diff::{ChangeKind, CommitDiff, DiffLine, LineKind, RecordDiff, diff_lines};
pub use error::{EditError, StaleValue};
pub use fields::{FieldInfo, FieldKind, ValueError, field, fields, path, value};
pub use hand_edit_policy::HandEditPolicy;
pub use intention::{Edit, Intention, RecordEdit};
pub use message::{
    CommitMessage, RECORD, REDOES, UNDOES, VERB, record_in_trailer, trailer_of, trailer_of_verb, verb_in_trailer,
};
pub use validate::{Baseline, validate};
pub use write_context::BaseTexts;

/// The edit that writes intentions down, all in one commit.
///
/// What contradicts the records is told here already, so that a form can say it at once; [`apply`]
/// looks again, at the text as it stands by then. A fact is of `today` at the latest.
///
/// # Errors
/// When one of them names something that is not there, contradicts what is, or has not happened yet; of several,
/// [`EditError::OneOf`] says which.
pub fn edit(portfolio: &Portfolio, intentions: &[Intention], today: Date) -> Result<Edit, EditError> {
    edit_based_on(portfolio, intentions, today, &BaseTexts::new())
}

/// As [`edit`], of records that somebody looked at for it. What changed in them since is told by [`apply`], with what
/// it was and what it is.
///
/// # Errors
/// As [`edit`].
pub fn edit_based_on(
    portfolio: &Portfolio,
    intentions: &[Intention],
    today: Date,
    seen: &BaseTexts,
) -> Result<Edit, EditError> {
    let intentions: Vec<Intention> = intentions.iter().cloned().map(Intention::tidied).collect();
    let mut changes: Vec<RecordEdit> = Vec::new();
    let mut facts = Vec::new();
    for (at, intention) in intentions.iter().enumerate() {
        let context = CheckContext { portfolio, today, seen, before: &intentions[..at] };
        let told = intention.verb().check(&context).map_err(|error| match intentions.len() {
            1 => error,
            _ => EditError::OneOf(at, Box::new(error)),
        })?;
        match changes.iter_mut().find(|change| change.record == told.record) {
            Some(change) => change.intentions.push(intention.clone()),
            None => changes.push(RecordEdit {
                record: told.record.clone(),
                intentions: vec![intention.clone()],
                seen: seen.get(&told.record).cloned(),
            }),
        }
        facts.push((intention, told));
    }
    if facts.is_empty() {
        return Err(EditError::Nothing);
    }
    let context = CheckContext { portfolio, today, seen, before: &[] };
    let more_than_promised = verb::more_than_promised(&context, &intentions);
    Ok(Edit { message: message::of(&facts), changes, more_than_promised, insists: false })
}

/// The record's text with a change made, checked to load as well as it did before. Of a record that is made, the text
/// before is empty.
///
/// # Errors
/// When it cannot be made to this text or would break the record. [`EditError::Stale`] and [`EditError::Gone`] where
/// what it was made against is no longer so, unless one insists.
pub fn apply(text: &str, change: &RecordEdit, insists: bool) -> Result<String, EditError> {
    let mut after = text.to_owned();
    // What one of several writes is news for none of the others.
    let mut seen = change.seen.as_deref().map(str::to_owned);
    for intention in &change.intentions {
        after = intention.verb().write(&WriteContext::new(&change.record, &after, seen.as_deref(), insists))?;
        if change.intentions.len() > 1
            && let Some(text) = &seen
        {
            seen = intention.verb().write(&WriteContext::new(&change.record, text, None, true)).ok().or(seen);
        }
    }
    validate(&change.record, &Baseline::One(text), &after)?;
    Ok(after)
}

/// The way, in a record's text as it is now, to what a path led to in the text as it was seen; `None` where that is
/// gone.
#[must_use]
pub fn relocate(seen: &str, now: &str, path: &KeyPath) -> Option<KeyPath> {
    record::relocate(&record::table(seen).ok()?, &record::table(now).ok()?, path)
}

#[cfg(test)]
mod tests;
