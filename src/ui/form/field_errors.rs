//! Assigns the errors of an edit to the fields that cause them, and marks surprising values.

use super::FormContext;
use super::values::FieldNote;
use crate::edit::{Edit, EditError, Intention};
use crate::model::{MessageArg, Money};
use crate::ui::field::FormField;

/// Puts the error of an edit beside the field that causes it, if one does.
pub(super) fn mark_error(fields: &[FormField], notes: &mut [FieldNote], error: &EditError, context: &FormContext<'_>) {
    let (error, _) = error.of_one();
    let names: &[&str] = match error {
        EditError::AlreadySigned(_)
        | EditError::AlreadyHeld(_)
        | EditError::AlreadyFulfilled(_)
        | EditError::AlreadyPlanned(_)
        | EditError::AlreadyMeasured(_)
        | EditError::AlreadyFinished(_)
        | EditError::MinutesApproved(_)
        | EditError::AlreadyApproved(_)
        | EditError::InTheFuture(_)
        | EditError::InThePast(_)
        | EditError::NotAhead(_)
        | EditError::TooFarAhead(..)
        | EditError::OutOfOrder(..) => &["on", "until", "from", "signed", "effect"],
        EditError::NothingPaid | EditError::AlreadyPaid(_) => &["amount"],
        EditError::EndsBeforeItBegins => &["until"],
        EditError::AlreadyInPhase(..) => &["phase"],
        EditError::Exists(_) => &["id"],
        EditError::NoDay => &["paid"],
        EditError::AlreadyCalled(_) => &["amount"],
        EditError::AlreadyReminded(_) => &["on"],
        EditError::Missing(key) => &[*key],
        EditError::WrongAccount(fault) => &[fault.key()],
        EditError::OtherUnit(_) => &["unit"],
        EditError::AlreadyThere(_) => &["text", "what", "iban"],
        _ => return,
    };
    let words = super::messages::edit_error(error, context.locale);
    if let Some(name) = names.iter().find(|name| fields.iter().any(|field| field.name == **name)) {
        set_note(fields, notes, name, FieldNote::Error(words));
    }
}

/// Warns about surprising values of an edit that is possible.
pub(super) fn mark_warning(fields: &[FormField], notes: &mut [FieldNote], edit: &Edit, context: &FormContext<'_>) {
    let paid: Money = edit
        .changes
        .iter()
        .flat_map(|change| &change.intentions)
        .filter_map(|intention| match intention {
            Intention::Pay(pay) => Some(pay.amount),
            _ => None,
        })
        .sum();
    let Some(beyond) = edit.more_than_promised else { return };
    let locale = context.locale;
    let words = locale.message("more-than-promised", &[("amount", MessageArg::Text(locale.money_short(beyond)))]);
    set_note(fields, notes, "amount", FieldNote::Warning(format!("{} · {words}", locale.money_short(paid))));
}

/// Sets the note of a field.
pub(super) fn set_note(fields: &[FormField], notes: &mut [FieldNote], name: &str, note: FieldNote) {
    let at = fields.iter().position(|field| field.name == name);
    if let Some(slot) = at.and_then(|at| notes.get_mut(at)) {
        *slot = note;
    }
}
