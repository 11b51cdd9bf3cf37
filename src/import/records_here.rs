//! The records that an import is compared with.

use std::sync::Arc;

use crate::model::{Date, Portfolio, RecordRef};

/// The records here, and their texts.
pub struct RecordsHere<'a> {
    pub portfolio: &'a Portfolio,
    /// Returns the text of a record on disk.
    pub text: &'a dyn Fn(&RecordRef) -> Option<Arc<str>>,
    /// Today: facts of later days are refused or planned.
    pub today: Date,
}
