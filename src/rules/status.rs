//! Where a convention stands: unsigned, in force, ending, ended, terminated; without a term is its own case.

use super::ConventionStatus;
use super::terms::Terms;
use crate::model::{Date, Habits};

/// The status on a day. A convention that takes effect by no signature is unsigned even when its term has passed;
/// one that was ended early is terminated from that day on.
pub(super) fn status(terms: &Terms<'_>, habits: &Habits, as_of: Date) -> ConventionStatus {
    let ends = terms.ends();
    if terms.terminated(as_of).is_some_and(|day| ends == Ok(day)) {
        return ConventionStatus::Terminated;
    }
    if terms.signed.is_none() {
        return ConventionStatus::Unsigned;
    }
    match ends {
        Err(_) => ConventionStatus::NoTerm,
        Ok(end) if end < as_of => ConventionStatus::Ended,
        Ok(end) if (end - as_of).num_days() <= i64::from(habits.ending_days) => ConventionStatus::Ending,
        Ok(_) => ConventionStatus::InForce,
    }
}
