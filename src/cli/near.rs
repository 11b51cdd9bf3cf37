//! The known name that was probably meant.

use crate::edit::EditError;
use crate::model::{Id, Portfolio, RecordKind, RecordRef, Step};

/// The known name that looks most like the one typed: a third of its letters wrong at most, and two letters exchanged
/// count as one slip. `None` where nothing is near.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (typed.chars().count() / 3).max(1);
    let far = |name: &&str| strsim::damerau_levenshtein(typed, name);
    known.into_iter().filter(|name| far(name) <= most || begins(typed, name)).min_by_key(far)
}

/// Whether the name goes on where a few letters typed end.
fn begins(typed: &str, name: &str) -> bool {
    typed.len() >= 3 && name.starts_with(typed)
}

/// The name that an edit that was refused probably meant: of an entry among those of its record, of a record among
/// those of its kind.
#[must_use]
pub fn meant(error: &EditError, portfolio: &Portfolio) -> Option<String> {
    match error {
        EditError::NoRecord(record) => nearest(record.id.as_str(), ids(record, portfolio)).map(str::to_owned),
        EditError::OneOf(_, error) => meant(error, portfolio),
        EditError::NoField(path, known) => match path.0.last() {
            Some(Step::Key(key)) => nearest(key, known.iter().map(String::as_str)).map(str::to_owned),
            _ => None,
        },
        EditError::NoEntry(entry, known) => nearest(entry, known.iter().map(String::as_str)).map(str::to_owned),
        _ => None,
    }
}

/// The ids of the records of the same kind.
fn ids<'a>(record: &RecordRef, portfolio: &'a Portfolio) -> Vec<&'a str> {
    match record.kind {
        RecordKind::Startup => portfolio.startups.keys().map(Id::as_str).collect(),
        RecordKind::Convention => portfolio.conventions.keys().map(Id::as_str).collect(),
        RecordKind::Party => portfolio.parties.keys().map(Id::as_str).collect(),
        RecordKind::Portfolio => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_that_may_have_been_meant() {
        let known = ["statistics-page", "management-report", "refund"];
        for (typed, meant) in [
            ("statistic-page", Some("statistics-page")),
            ("managment-reprot", Some("management-report")),
            ("stat", Some("statistics-page")),
            ("refnud", Some("refund")),
            ("publication", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
