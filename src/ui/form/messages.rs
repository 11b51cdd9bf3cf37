//! Messages for edits that are not possible: short ones of the forms, else those of the program.

use crate::edit::EditError;
use crate::locale::Locale;
use crate::model::MessageArg;

/// Returns why an edit is not possible, in words.
pub(in crate::ui) fn edit_error(error: &EditError, locale: &Locale) -> String {
    let with = |key: &str, name: &'static str, fact: MessageArg| locale.message(key, &[(name, fact)]);
    match error {
        EditError::AlreadyFulfilled(day) => with("form-error-already-fulfilled", "on", MessageArg::Date(*day)),
        EditError::AlreadySigned(day) => with("form-error-already-signed", "on", MessageArg::Date(*day)),
        EditError::AlreadyTerminated(day) => with("form-error-already-terminated", "on", MessageArg::Date(*day)),
        EditError::AlreadyHeld(day) => with("form-error-already-held", "on", MessageArg::Date(*day)),
        EditError::InTheFuture(day) => with("error-in-the-future", "on", MessageArg::Date(*day)),
        EditError::OutOfOrder(order, day) => {
            with("form-error-out-of-order", "why", MessageArg::Text(with(order.key(), "on", MessageArg::Date(*day))))
        }
        EditError::AlreadyPaid(day) => with("form-error-already-paid", "on", MessageArg::Date(*day)),
        EditError::NothingPaid => locale.text("form-error-nothing"),
        EditError::EndsBeforeItBegins => locale.text("form-error-ends-before"),
        EditError::NoRecord(record) => with("form-error-no-record", "record", MessageArg::Text(record.to_string())),
        EditError::UnreadableRecord(record) => with("error-unreadable", "record", MessageArg::Text(record.to_string())),
        EditError::NoEntry(entry, _) => with("form-error-no-entry", "entry", MessageArg::Text(entry.clone())),
        EditError::NoPerson(person, _) => with("error-no-person", "entry", MessageArg::Text(person.clone())),
        EditError::AddressTaken(person) => with("error-address-taken", "person", MessageArg::Text(person.to_string())),
        EditError::WouldNotLoad(why) => with("form-error-would-not-load", "why", MessageArg::Text(why.clone())),
        EditError::OneOf(_, error) => edit_error(error, locale),
        EditError::Nothing => locale.text("error-nothing"),
        EditError::Outdated(record) => with("error-outdated", "record", MessageArg::Text(record.to_string())),
        EditError::TooLarge(record, _) => with("form-error-too-large", "record", MessageArg::Text(record.to_string())),
        EditError::Exists(record) => with("error-record-exists", "record", MessageArg::Text(record.to_string())),
        EditError::IsAmendment(of) => with("error-is-amendment", "convention", MessageArg::Text(of.to_string())),
        EditError::TooFarAhead(_, last) => with("error-too-far-ahead", "last", MessageArg::Date(*last)),
        EditError::NotAhead(day) => with("error-not-ahead", "on", MessageArg::Date(*day)),
        EditError::InThePast(day) => with("error-in-the-past", "on", MessageArg::Date(*day)),
        EditError::AlreadyCalled(day) => with("error-already-called", "on", MessageArg::Date(*day)),
        EditError::AlreadyReminded(day) => with("error-already-reminded", "on", MessageArg::Date(*day)),
        EditError::AlreadyPlanned(day) => with("error-already-planned", "on", MessageArg::Date(*day)),
        EditError::AlreadyInPhase(phase, day) => {
            let phase = MessageArg::Text(locale.text(&format!("phase-{}", phase.name())));
            locale.message("error-already-in-phase", &[("phase", phase), ("on", MessageArg::Date(*day))])
        }
        EditError::AlreadyMeasured(day) => with("error-already-measured", "on", MessageArg::Date(*day)),
        EditError::AlreadyFinished(day) => with("error-already-finished", "on", MessageArg::Date(*day)),
        EditError::ReviewClosed(id) => with("error-review-closed", "review", MessageArg::Text(id.clone())),
        EditError::ReviewOpen(id) => with("error-review-open", "review", MessageArg::Text(id.clone())),
        EditError::WithoutOutcome(ids) => with("error-without-outcome", "startups", MessageArg::List(ids.clone())),
        EditError::MinutesApproved(id) => with("error-minutes-approved", "review", MessageArg::Text(id.clone())),
        EditError::AlreadyApproved(on) => with("error-already-approved", "on", MessageArg::Date(*on)),
        EditError::AlreadyThere(words) => with("error-already-there", "words", MessageArg::Text(words.clone())),
        EditError::OtherUnit(unit) => with("error-other-unit", "unit", MessageArg::Text(unit.clone())),
        EditError::NoDay => locale.text("error-no-day"),
        EditError::Missing(key) => with("error-missing", "key", MessageArg::Text((*key).to_owned())),
        EditError::WrongIdentifier { kind, written, error } => {
            let (key, args) = error.message(kind, written);
            locale.message(key, &args)
        }
        EditError::WrongAccount(fault) => {
            let (key, args) = fault.message();
            locale.message(key, &args)
        }
        EditError::NoField(path, _) => with("error-no-field", "path", MessageArg::Text(path.to_string())),
        EditError::Stale(changed) => locale.message("error-changed", &changed.facts(&locale.text("changed-nothing"))),
        EditError::Gone { record, what, intended } => {
            let text = |words: &dyn ToString| MessageArg::Text(words.to_string());
            locale
                .message("error-gone", &[("record", text(record)), ("what", text(what)), ("intended", text(intended))])
        }
        EditError::Repealed(obligation, amendment) => {
            let facts = [
                ("obligation", MessageArg::Text(obligation.clone())),
                ("amendment", MessageArg::Text(amendment.to_string())),
            ];
            locale.message("error-repealed", &facts)
        }
        // The form does not offer what leads to the others; they occur if a record changed while it was open.
        EditError::NoTranche(..)
        | EditError::NoPayee(_)
        | EditError::IsPayment(_)
        | EditError::IsCommittee
        | EditError::NotRecurring(_) => with("form-error-as-it-stands", "why", MessageArg::Text(error.to_string())),
        EditError::Patch(why) => with("form-error-as-it-stands", "why", MessageArg::Parser(why.to_string())),
    }
}
