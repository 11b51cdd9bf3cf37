//! Why a typed date was refused.

use std::ops::RangeInclusive;

use crate::model::Date;

/// The years of typed dates; any other is a typing error.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Why a typed date was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedDateError {
    #[error("no date is typed")]
    Empty,
    #[error("not a date")]
    NotADate,
    /// The second number is not a month.
    #[error("no such day: the day comes first")]
    NoSuchDay,
    /// The number after a four-digit year is not a month.
    #[error("no such month: the year comes first")]
    NoSuchMonth,
    /// The month is shorter; its last day.
    #[error("no such day: that month ends on {0}")]
    BeyondMonth(Date),
    /// 29 February of a year that is not a leap year.
    #[error("{0} has no 29 February")]
    NoLeapDay(i32),
    /// A year outside of [`YEARS`].
    #[error("not a year from {} to {}", YEARS.start(), YEARS.end())]
    FarYear,
    /// The weekday contradicts the date.
    #[error("not on that day of the week")]
    OtherWeekday,
}

impl TypedDateError {
    /// One of each error.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::NotADate,
        Self::NoSuchDay,
        Self::NoSuchMonth,
        Self::BeyondMonth(Date::MAX),
        Self::NoLeapDay(2021),
        Self::FarYear,
        Self::OtherWeekday,
    ];

    /// Returns the key of the message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "date-error-empty",
            Self::NotADate => "date-error-not-a-date",
            Self::NoSuchDay => "date-error-no-such-day",
            Self::NoSuchMonth => "date-error-no-such-month",
            Self::BeyondMonth(_) => "date-error-beyond-month",
            Self::NoLeapDay(_) => "date-error-no-leap-day",
            Self::FarYear => "date-error-far-year",
            Self::OtherWeekday => "date-error-other-weekday",
        }
    }
}
