//! Calendar dates, lengths of time, and moments relative to the signature or end of a convention.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months};

/// A calendar date: no hour and no zone.
pub type Date = chrono::NaiveDate;

/// A local time of day, without a time zone.
pub type Time = chrono::NaiveTime;

/// A local date and time of day, without a time zone.
pub type DateTime = chrono::NaiveDateTime;

/// The unit of a [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanUnit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// Calendar months; the last day if the month is too short.
    Months,
    /// Twelve calendar months each.
    Years,
}

/// The text isn't a [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a length of time: 6 months, 1 year, 2 weeks, 10 days")]
pub struct SpanError;

/// The text isn't a [`Moment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date, signature, end, or end + 3 months")]
pub struct MomentError;

/// A length of time as stated in a document: `6 months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub count: u32,
    /// Days, weeks, months or years.
    pub unit: SpanUnit,
}

impl Span {
    #[must_use]
    pub const fn days(count: u32) -> Self {
        Self { count, unit: SpanUnit::Days }
    }

    #[must_use]
    pub const fn months(count: u32) -> Self {
        Self { count, unit: SpanUnit::Months }
    }

    /// Returns `date` plus this span: 31 August plus 6 months is the last day of February. Returns `None` beyond the
    /// end of the calendar.
    #[must_use]
    pub fn after(self, date: Date) -> Option<Date> {
        self.times_after(1, date)
    }

    /// Returns `date` minus this span: 31 August minus 6 months is the last day of February. Returns `None` before the
    /// beginning of the calendar.
    #[must_use]
    pub fn before(self, date: Date) -> Option<Date> {
        match self.unit {
            SpanUnit::Days => date.checked_sub_days(Days::new(self.count.into())),
            SpanUnit::Weeks => date.checked_sub_days(Days::new(u64::from(self.count) * 7)),
            SpanUnit::Months => date.checked_sub_months(Months::new(self.count)),
            SpanUnit::Years => date.checked_sub_months(Months::new(self.count.checked_mul(12)?)),
        }
    }

    /// Returns `date` plus `times` this span, computed in one step, so that a short month in between has no effect.
    /// Returns `None` beyond the end of the calendar.
    #[must_use]
    pub fn times_after(self, times: u32, date: Date) -> Option<Date> {
        let count = self.count.checked_mul(times)?;
        match self.unit {
            SpanUnit::Days => date.checked_add_days(Days::new(count.into())),
            SpanUnit::Weeks => date.checked_add_days(Days::new(u64::from(count) * 7)),
            SpanUnit::Months => date.checked_add_months(Months::new(count)),
            SpanUnit::Years => date.checked_add_months(Months::new(count.checked_mul(12)?)),
        }
    }
}

/// Formats as in files: `6 months`, `1 day`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            SpanUnit::Days => "day",
            SpanUnit::Weeks => "week",
            SpanUnit::Months => "month",
            SpanUnit::Years => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        let (count, unit) = text.trim().split_once(' ').ok_or(SpanError)?;
        let unit = match unit.trim() {
            "day" | "days" => SpanUnit::Days,
            "week" | "weeks" => SpanUnit::Weeks,
            "month" | "months" => SpanUnit::Months,
            "year" | "years" => SpanUnit::Years,
            _ => return Err(SpanError),
        };
        match count.parse() {
            Ok(count) if count > 0 => Ok(Self { count, unit }),
            _ => Err(SpanError),
        }
    }
}

/// A day stated in a document, directly or relative to signature or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// A calendar date.
    On(Date),
    /// The signature of the convention, or a time after it.
    Signature(Option<Span>),
    /// The end of the convention's term, or a time after it.
    End(Option<Span>),
}

/// Formats as in files: `2021-03-01`, `signature`, `end + 3 months`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (anchor, span) = match self {
            Self::On(date) => return write!(f, "{date}"),
            Self::Signature(span) => ("signature", span),
            Self::End(span) => ("end", span),
        };
        match span {
            Some(span) => write!(f, "{anchor} + {span}"),
            None => f.write_str(anchor),
        }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let (anchor, span) = match text.split_once('+') {
            Some((anchor, span)) => (anchor.trim(), Some(span.parse().map_err(|SpanError| MomentError)?)),
            None => (text.trim(), None),
        };
        match (anchor, span) {
            ("signature", span) => Ok(Self::Signature(span)),
            ("end", span) => Ok(Self::End(span)),
            (date, None) => date.parse().map(Self::On).map_err(|_| MomentError),
            _ => Err(MomentError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn months_keep_to_the_calendar() {
        let six = Span::months(6);
        for (from, to) in [
            ("2019-08-31", "2020-02-29"),
            ("2020-08-31", "2021-02-28"),
            ("2020-02-29", "2020-08-29"),
            ("2020-02-20", "2020-08-20"),
            ("2020-12-31", "2021-06-30"),
        ] {
            assert_eq!(six.after(date(from)), Some(date(to)), "{from} + 6 months");
        }
        assert_eq!(six.before(date("2020-08-31")), Some(date("2020-02-29")));
        assert_eq!(Span { count: 2, unit: SpanUnit::Weeks }.before(date("2020-03-05")), Some(date("2020-02-20")));
        // Computed in one step: 31 January plus three months is 30 April, regardless of February.
        assert_eq!(Span::months(1).times_after(3, date("2021-01-31")), Some(date("2021-04-30")));
        assert_eq!(Span { count: 1, unit: SpanUnit::Years }.after(date("2020-02-29")), Some(date("2021-02-28")));
        assert_eq!(Span { count: 2, unit: SpanUnit::Weeks }.after(date("2020-02-20")), Some(date("2020-03-05")));
        assert_eq!(Span::days(u32::MAX).times_after(2, date("2020-01-01")), None);
    }

    #[test]
    fn spans_and_moments_read_as_they_are_written() {
        for text in ["1 day", "2 weeks", "6 months", "3 years"] {
            assert_eq!(text.parse::<Span>().map(|span| span.to_string()), Ok(text.to_owned()));
        }
        for text in ["signature", "end", "end + 3 months", "signature + 1 day", "2021-03-01"] {
            assert_eq!(text.parse::<Moment>().map(|moment| moment.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "months", "0 days", "6 moons", "-1 days", "1.5 months"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
        for text in ["", "start", "signature + ", "2021-03-01 + 1 day", "2021-02-30", "end - 1 day"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
