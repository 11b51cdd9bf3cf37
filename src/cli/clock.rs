//! The clock. No other module asks for the day.

use crate::model::Date;

/// Returns today in the local time zone.
pub fn today() -> Date {
    chrono::Local::now().date_naive()
}
