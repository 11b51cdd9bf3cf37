//! Which field what is wrong with an edit comes from, and what is surprising in it.

use super::FormContext;
use super::values::FieldNote;
use crate::edit::{Edit, EditError, Intention};
use crate::model::{MessageArg, Money};
use crate::ui::field::FormField;

/// Puts what is wrong with an edit beside the field that it comes from, where it comes from one.
pub(super) fn mark_error(fields: &[FormField], notes: &mut [FieldNote], error: &EditError, context: &FormContext<'_>) {
    let (error, _) = error.of_one();
    let names: &[&str] = match error {
        EditError::AlreadySigned(_)
        | EditError::AlreadyHeld(_)
        | EditError::AlreadyFulfilled(_)
        | EditError::AlreadyPlanned(_)
        | EditError::AlreadyMeasured(_)
        | EditError::AlreadyFinished(_)
        | EditError::InTheFuture(_)
        | EditError::InThePast(_)
        | EditError::OutOfOrder(..) => &["on", "until"],
        EditError::NothingPaid | EditError::AlreadyPaid(_) => &["amount"],
        EditError::EndsBeforeItBegins => &["until"],
        EditError::AlreadyInPhase(..) => &["phase"],
        EditError::Exists(_) => &["id"],
        EditError::NoDay => &["paid"],
        EditError::AlreadyCalled(_) => &["amount"],
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

/// Says of an edit that can be made what is surprising in it.
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

/// Says something beside a field.
pub(super) fn set_note(fields: &[FormField], notes: &mut [FieldNote], name: &str, note: FieldNote) {
    let at = fields.iter().position(|field| field.name == name);
    if let Some(slot) = at.and_then(|at| notes.get_mut(at)) {
        *slot = note;
    }
}
