//! The words of what keeps an edit from being made: short where they stand beside a field, else those of the program.

use crate::edit::EditError;
use crate::locale::Locale;
use crate::model::Arg;

/// Why an edit cannot be made, in words.
pub(super) fn edit_error(error: &EditError, locale: &Locale) -> String {
    let with = |key: &str, name: &'static str, fact: Arg| locale.message(key, &[(name, fact)]);
    match error {
        EditError::AlreadyFulfilled(day) => with("form-error-already-fulfilled", "on", Arg::Date(*day)),
        EditError::AlreadySigned(day) => with("form-error-already-signed", "on", Arg::Date(*day)),
        EditError::AlreadyHeld(day) => with("form-error-already-held", "on", Arg::Date(*day)),
        EditError::InTheFuture(day) => with("error-in-the-future", "on", Arg::Date(*day)),
        EditError::OutOfOrder(order, day) => {
            with("form-error-out-of-order", "why", Arg::Text(with(order.key(), "on", Arg::Date(*day))))
        }
        EditError::AlreadyPaid(day) => with("form-error-already-paid", "on", Arg::Date(*day)),
        EditError::NothingPaid => locale.text("form-error-nothing"),
        EditError::EndsBeforeItBegins => locale.text("form-error-ends-before"),
        EditError::NoRecord(record) => with("form-error-no-record", "record", Arg::Text(record.to_string())),
        EditError::NoEntry(entry, _) => with("form-error-no-entry", "entry", Arg::Text(entry.clone())),
        EditError::WouldNotLoad(why) => with("form-error-would-not-load", "why", Arg::Text(why.clone())),
        // The form offers none of what leads to the others; they come from a record that changed under it.
        EditError::NoTranche(..)
        | EditError::NoPayee(_)
        | EditError::IsPayment(_)
        | EditError::IsCommittee
        | EditError::NotRecurring(_)
        | EditError::Patch(_) => with("form-error-as-it-stands", "why", Arg::Text(error.to_string())),
    }
}
