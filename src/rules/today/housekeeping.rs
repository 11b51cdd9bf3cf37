//! The rows of Today about the repository: uncommitted changes and unpushed commits.

use std::collections::BTreeSet;

use super::rows::blank;
use super::{Today, TodayBand, TodayCause, TodayItem, TodayKind, TodayRemedy};
use crate::model::{Ids, RecordKind, RecordRef};

impl Today {
    /// Replaces the rows about the repository: one for each record with uncommitted changes, and one for the commits
    /// that are not pushed. They come last.
    #[must_use]
    pub fn with_housekeeping(mut self, uncommitted: &BTreeSet<RecordRef>, unpushed: usize) -> Self {
        self.items.truncate(self.items.partition_point(|item| item.band < TodayBand::Housekeeping));
        self.items.extend(uncommitted.iter().map(|record| {
            let startups = match record.kind {
                RecordKind::Startup => Ids::One(record.id.clone()),
                _ => Ids::Empty,
            };
            let row = (TodayKind::Uncommitted, TodayBand::Housekeeping, TodayRemedy::Commit);
            TodayItem { startups, ..blank("uncommitted", row, record.clone(), vec![TodayCause::Uncommitted]) }
        }));
        if unpushed > 0 {
            let row = (TodayKind::Unpushed, TodayBand::Housekeeping, TodayRemedy::Sync);
            let causes = vec![TodayCause::Unpushed(unpushed)];
            self.items.push(blank("unpushed", row, RecordRef::of_portfolio(), causes));
        }
        self
    }

    /// Returns whether it has other rows than those about the repository.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.items.first().is_some_and(|item| item.band < TodayBand::Housekeeping)
    }
}
