//! A sync's progress and outcome, translated for the screen.

use crate::cli::errors;
use crate::locale::Locale;
use crate::store::{SyncError, SyncReport, SyncStep};
use crate::ui::{Because, Outcome, Syncing};

/// Its progress.
pub fn step(step: SyncStep) -> Syncing {
    match step {
        SyncStep::Fetching(line) => Syncing::Fetching(line),
        SyncStep::Merging => Syncing::Merging,
        SyncStep::Pushing(line) => Syncing::Pushing(line),
        SyncStep::TryingAgain => Syncing::TryingAgain,
    }
}

/// Its outcome.
pub fn outcome(locale: &Locale, synced: Result<SyncReport, SyncError>) -> Outcome {
    let error = match synced {
        Ok(SyncReport { received, sent, merged, records }) => {
            return Outcome::Synced(crate::ui::Synced { received, sent, is_merged: merged.is_some(), records });
        }
        Err(SyncError::Questions(questions)) => return Outcome::Questions(questions),
        Err(error) => error,
    };
    let failure = errors::sync(locale, &error);
    let because = match error {
        SyncError::Cancelled => Because::Stopped,
        SyncError::Refused { .. } | SyncError::Raced => Because::Unsent,
        _ => Because::Else,
    };
    Outcome::Failed { what: failure.what, remedy: failure.remedy, because }
}
