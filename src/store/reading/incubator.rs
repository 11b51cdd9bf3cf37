//! The incubator, for messages that need its language and no other record.

use crate::model::{Incubator, RecordRef};
use crate::record::{self, Record};
use crate::store::reading::loader::read_bounded;
use crate::store::records_dir::RecordsDir;

/// Reads the incubator from the folder, without its invalid values; the default if it cannot be read.
pub(crate) fn incubator(dir: &RecordsDir) -> Incubator {
    let portfolio = RecordRef::of_portfolio();
    let file = dir.file_of(&portfolio);
    let mut bytes = Vec::new();
    if read_bounded(&dir.root.join(&file), &mut bytes).is_err() {
        return Incubator::default();
    }
    match record::read(&portfolio, &file, &bytes).record {
        Some(Record::Portfolio(incubator)) => incubator,
        _ => Incubator::default(),
    }
}
