//! Which field what is wrong with an edit comes from, and what is surprising in it.

use super::Context;
use super::values::Note;
use crate::edit::{Edit, EditError, Intention};
use crate::model::{Arg, Money};
use crate::ui::field::Field;

/// Puts what is wrong with an edit beside the field that it comes from, where it comes from one.
pub(super) fn blame(fields: &[Field], notes: &mut [Note], error: &EditError, context: &Context<'_>) {
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
    let words = super::words::edit_error(error, context.locale);
    if let Some(name) = names.iter().find(|name| fields.iter().any(|field| field.name == **name)) {
        put(fields, notes, name, Note::Wrong(words));
    }
}

/// Says of an edit that can be made what is surprising in it.
pub(super) fn surprise(fields: &[Field], notes: &mut [Note], edit: &Edit, context: &Context<'_>) {
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
    let words = locale.message("more-than-promised", &[("amount", Arg::Text(locale.money_short(beyond)))]);
    put(fields, notes, "amount", Note::Odd(format!("{} · {words}", locale.money_short(paid))));
}

/// Says something beside a field.
pub(super) fn put(fields: &[Field], notes: &mut [Note], name: &str, said: Note) {
    let at = fields.iter().position(|field| field.name == name);
    if let Some(note) = at.and_then(|at| notes.get_mut(at)) {
        *note = said;
    }
}
