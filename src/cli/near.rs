//! The known name that was probably meant where an edit named an unknown one.

use crate::edit::EditError;
use crate::model::{Id, Portfolio, Step, nearest};

/// The name that an edit that was refused probably meant: of an entry among those of its record, of a record among
/// those of its kind.
#[must_use]
pub fn meant(error: &EditError, portfolio: &Portfolio) -> Option<String> {
    match error {
        EditError::NoRecord(record) => {
            nearest(record.id.as_str(), portfolio.ids(record.kind).map(Id::as_str)).map(str::to_owned)
        }
        EditError::OneOf(_, error) => meant(error, portfolio),
        EditError::NoField(path, known) => match path.0.last() {
            Some(Step::Key(key)) => nearest(key, known.iter().map(String::as_str)).map(str::to_owned),
            _ => None,
        },
        EditError::NoEntry(entry, known) => nearest(entry, known.iter().map(String::as_str)).map(str::to_owned),
        _ => None,
    }
}
