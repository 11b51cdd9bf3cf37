//! Showing the uncommitted changes of a record, and restoring it from the last commit.

use super::EffectHandler;
use crate::cli::errors;
use crate::edit::DiffLine;
use crate::model::{MessageArg, RecordRef};
use crate::store::SaveError;
use crate::ui::Outcome;

impl EffectHandler {
    /// Returns the uncommitted lines of a record, and what restoring it would lose.
    pub(super) fn hand_edit(&self, record: &RecordRef) -> Outcome {
        let lines = match self.folders.shown().manual_changes(record) {
            // If nothing can be committed, there are no uncommitted changes to show.
            Err(SaveError::NoRepository | SaveError::NoCommitYet) => Ok(Vec::new()),
            lines => lines.map_err(|error| errors::save(&self.locale, &error).line()),
        };
        // A record that cannot be restored is still shown.
        let lost = self.folders.shown().lost_lines(record).unwrap_or_default();
        Outcome::HandEdit { record: record.clone(), lines, lost }
    }

    /// Restores a record from the last commit, if it still is as shown.
    pub(super) fn restore(&self, record: &RecordRef, shown: &[DiffLine]) -> Outcome {
        let restored = self.folders.shown().restore(record, shown);
        let record = vec![("record", MessageArg::Text(record.to_string()))];
        match restored {
            Ok(()) => Outcome::Restored(self.locale.message("restored", &record)),
            Err(SaveError::Dirty(..)) => errors::refused(&self.locale, "error-not-restored", record).outcome(),
            Err(error) => errors::save_outcome(&self.locale, &error),
        }
    }
}
