//! The clock. No other module asks for the day.

use chrono::Timelike;

use crate::model::{Date, DateTime};

/// Returns the day and the time in the local time zone, without fractions of a second.
pub fn now() -> DateTime {
    let now = chrono::Local::now().naive_local();
    now.with_nanosecond(0).unwrap_or(now)
}

/// Returns today in the local time zone.
pub fn today() -> Date {
    chrono::Local::now().date_naive()
}
