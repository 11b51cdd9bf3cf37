//! The rows of Today about the repository: uncommitted changes and unpushed commits.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::rows::blank;
use super::{Today, TodayBand, TodayCause, TodayItem, TodayKind, TodayRemedy};
use crate::model::{Ids, RecordKind, RecordRef};

impl Today {
    /// Replaces the rows about the repository: one for each record with uncommitted changes, and one for the commits
    /// that are not pushed. They come last.
    #[must_use]
    pub fn with_housekeeping(mut self, uncommitted: &BTreeSet<RecordRef>, unpushed: usize) -> Self {
        self.replace_housekeeping(housekeeping(uncommitted, unpushed));
        self
    }

    /// Replaces the rows about the repository if they differ; otherwise neither copies nor changes anything.
    pub fn renew_housekeeping(today: &mut Arc<Self>, uncommitted: &BTreeSet<RecordRef>, unpushed: usize) {
        let rows = housekeeping(uncommitted, unpushed);
        if today.items[today.start_of_housekeeping()..] != rows {
            Arc::make_mut(today).replace_housekeeping(rows);
        }
    }

    fn replace_housekeeping(&mut self, rows: Vec<TodayItem>) {
        self.items.truncate(self.start_of_housekeeping());
        self.items.extend(rows);
    }

    fn start_of_housekeeping(&self) -> usize {
        self.items.partition_point(|item| item.band < TodayBand::Housekeeping)
    }

    /// Returns whether it has other rows than those about the repository.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.items.first().is_some_and(|item| item.band < TodayBand::Housekeeping)
    }
}

fn housekeeping(uncommitted: &BTreeSet<RecordRef>, unpushed: usize) -> Vec<TodayItem> {
    let dirty = |record: &RecordRef| {
        let startups = match record.kind {
            RecordKind::Startup => Ids::from(&record.id),
            _ => Ids::EMPTY,
        };
        let row = (TodayKind::Uncommitted, TodayBand::Housekeeping, TodayRemedy::Commit);
        TodayItem { startups, ..blank("uncommitted", row, record.clone(), vec![TodayCause::Uncommitted]) }
    };
    let ahead = (unpushed > 0).then(|| {
        let row = (TodayKind::Unpushed, TodayBand::Housekeeping, TodayRemedy::Sync);
        blank("unpushed", row, RecordRef::of_portfolio(), vec![TodayCause::Unpushed(unpushed)])
    });
    uncommitted.iter().map(dirty).chain(ahead).collect()
}
