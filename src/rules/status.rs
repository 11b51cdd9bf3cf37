//! The status of a convention.

use super::ConventionStatus;
use super::terms::{SignatureState, Terms};
use crate::model::Habits;

/// Returns the status of a convention as of the day of the terms. Unsigned and undated conventions keep that status
/// after their end, unless they are terminated. Once an estimated end is near, the status stays `ending`.
pub(super) fn status(terms: &Terms<'_>, habits: &Habits) -> ConventionStatus {
    if terms.terminated().is_some() {
        return ConventionStatus::Terminated;
    }
    match terms.signature {
        SignatureState::Unsigned => return ConventionStatus::Unsigned,
        SignatureState::Undated { .. } => return ConventionStatus::Undated,
        SignatureState::On(_) => {}
    }
    let Ok(end) = terms.end() else { return ConventionStatus::NoTerm };
    let ahead = (end.day - terms.as_of).num_days();
    if ahead < 0 && !end.estimated {
        ConventionStatus::Ended
    } else if ahead <= i64::from(habits.ending_days) {
        ConventionStatus::Ending
    } else {
        ConventionStatus::InForce
    }
}
