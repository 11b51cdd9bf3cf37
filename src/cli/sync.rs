//! The progress and outcome of a sync, converted for the screen.

use crate::cli::errors;
use crate::locale::Locale;
use crate::store::{SyncError, SyncReport, SyncStep};
use crate::ui::{FailureCause, Outcome, SyncProgress, SyncSummary};

pub fn step(step: SyncStep) -> SyncProgress {
    match step {
        SyncStep::Fetching(line) => SyncProgress::Fetching(line),
        SyncStep::Merging => SyncProgress::Merging,
        SyncStep::Pushing(line) => SyncProgress::Pushing(line),
        SyncStep::TryingAgain => SyncProgress::Retrying,
    }
}

pub fn outcome(locale: &Locale, synced: Result<SyncReport, SyncError>) -> Outcome {
    let error = match synced {
        Ok(SyncReport { received, sent, merged, records, settled, in_progress }) => {
            let is_merged = merged.is_some();
            return Outcome::Synced(SyncSummary { received, sent, is_merged, records, settled, in_progress });
        }
        Err(SyncError::Questions(questions)) => return Outcome::Questions(questions),
        Err(error) => error,
    };
    let failure = errors::sync(locale, &error);
    let cause = match error {
        SyncError::Cancelled => FailureCause::Cancelled,
        SyncError::Refused { .. } | SyncError::Raced => FailureCause::NotPushed,
        _ => FailureCause::Other,
    };
    Outcome::Failed { what: failure.what, remedy: failure.remedy, cause }
}
