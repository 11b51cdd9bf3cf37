//! Ranges of days and amounts: `<30d`, `2021-03`, `>=20000`, `1/3..1/6`.

use chrono::{Datelike, Days, Months};

use super::table::number_of;
use crate::locale::{DateDirection, Locale, TypedDate, TypedDateError, TypedMoneyError, YEARS};
use crate::model::{Date, Money};

/// An inclusive range; open if an end is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ValueRange<T> {
    from: Option<T>,
    to: Option<T>,
}

impl<T: PartialOrd> ValueRange<T> {
    pub(super) fn holds(&self, number: &T) -> bool {
        self.from.as_ref().is_none_or(|from| number >= from) && self.to.as_ref().is_none_or(|to| number <= to)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Below,
    AtMost,
    Above,
    AtLeast,
    Is,
}

/// The longer ones come first.
const OPERATORS: [(&str, Comparison); 7] = [
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("<", Comparison::Below),
    (">", Comparison::Above),
    ("=", Comparison::Is),
];

fn operator(text: &str) -> (Comparison, &str) {
    let found =
        OPERATORS.iter().find_map(|(typed, comparison)| text.strip_prefix(typed).map(|rest| (*comparison, rest)));
    found.unwrap_or((Comparison::Is, text))
}

/// Reads a range. `read` returns the first and last number of a value, `step` the next or previous number.
fn range<T: Copy, E>(
    text: &str,
    read: impl Fn(&str) -> Result<(T, T), E>,
    step: impl Fn(T, i8) -> T,
) -> Result<ValueRange<T>, E> {
    if let Some((from, to)) = text.split_once("..") {
        let end = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
        return Ok(ValueRange { from: end(from)?.map(|(first, _)| first), to: end(to)?.map(|(_, last)| last) });
    }
    let (comparison, text) = operator(text);
    let (first, last) = read(text)?;
    let (from, to) = match comparison {
        Comparison::Below => (None, Some(step(first, -1))),
        Comparison::AtMost => (None, Some(last)),
        Comparison::Above => (Some(step(last, 1)), None),
        Comparison::AtLeast => (Some(first), None),
        Comparison::Is => (Some(first), Some(last)),
    };
    Ok(ValueRange { from, to })
}

/// Reads a range of days, relative to `as_of`. `30d` alone is the range from that day to 30 days later. Days without a
/// year make the first range that does not end before `as_of` if `direction` is ahead, or the latest one that has begun
/// if it is back.
pub(super) fn days(text: &str, as_of: Date, direction: DateDirection) -> Result<ValueRange<i32>, TypedDateError> {
    if let Some(day) = span(text, as_of) {
        return Ok(ValueRange { from: Some(number_of(as_of.min(day))), to: Some(number_of(as_of.max(day))) });
    }
    match text.split_once("..") {
        Some((from, to)) if !from.is_empty() && !to.is_empty() => between(from, to, as_of, direction),
        _ => {
            let read = |text: &str| Period::parse(text, as_of)?.resolve(as_of, direction).map(numbers);
            range(text, read, |day, by| day + i32::from(by))
        }
    }
}

/// Resolves the end that decides by `as_of`, and the other one by the first.
fn between(from: &str, to: &str, as_of: Date, direction: DateDirection) -> Result<ValueRange<i32>, TypedDateError> {
    let (from, to) = (Period::parse(from, as_of)?, Period::parse(to, as_of)?);
    let first_decides = !from.recurs() || (to.recurs() && direction == DateDirection::Back);
    let (from, to) = if first_decides {
        let from = from.resolve(as_of, direction)?;
        (from, to.resolve(from.0, DateDirection::Ahead)?)
    } else {
        let to = to.resolve(as_of, direction)?;
        (from.resolve(to.1, DateDirection::Back)?, to)
    };
    Ok(ValueRange { from: Some(number_of(from.0)), to: Some(number_of(to.1)) })
}

/// A year, a month or a day.
#[derive(Clone, Copy)]
enum Period {
    /// First and last day.
    Fixed(Date, Date),
    Day(TypedDate),
}

impl Period {
    fn parse(text: &str, as_of: Date) -> Result<Self, TypedDateError> {
        if let Some((first, months)) = month_or_year(text)
            && let Some(next) = first.checked_add_months(Months::new(months))
            && let Some(last) = next.checked_sub_days(Days::new(1))
        {
            return Ok(Self::Fixed(first, last));
        }
        let day = span(text, as_of).map(TypedDate::Day);
        Ok(Self::Day(day.map_or_else(|| TypedDate::parse(text, as_of), Ok)?))
    }

    fn recurs(self) -> bool {
        matches!(self, Self::Day(day) if day.recurs())
    }

    fn resolve(self, reference: Date, direction: DateDirection) -> Result<(Date, Date), TypedDateError> {
        match self {
            Self::Fixed(first, last) => Ok((first, last)),
            Self::Day(day) => day.resolve(reference, direction).map(|day| (day, day)),
        }
    }
}

fn numbers((first, last): (Date, Date)) -> (i32, i32) {
    (number_of(first), number_of(last))
}

/// Reads `2021`, `2021-03` or `3/2021` as its first day and number of months.
fn month_or_year(text: &str) -> Option<(Date, u32)> {
    let (year, month) = match text.split_once('-').or_else(|| text.split_once('/').map(|(month, year)| (year, month))) {
        Some((year, month)) => (year, Some(month)),
        None => (text, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year) || !month.is_none_or(|month| matches!(month.len(), 1 | 2) && digits(month)) {
        return None;
    }
    let first = Date::from_ymd_opt(year.parse().ok()?, month.map_or(Some(1), |month| month.parse().ok())?, 1)?;
    YEARS.contains(&first.year()).then_some((first, if month.is_some() { 1 } else { 12 }))
}

/// Reads `30d`, `30j`, `2w` or `-1m`, counted from `as_of`.
fn span(text: &str, as_of: Date) -> Option<Date> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if unit.len() == digits.len() || unit.is_empty() || !unit.chars().all(char::is_alphabetic) {
        return None;
    }
    let signed = if text.len() == digits.len() { format!("+{text}") } else { text.to_owned() };
    match TypedDate::parse(&signed, as_of) {
        Ok(TypedDate::Day(day)) => Some(day),
        _ => None,
    }
}

/// Reads a range of amounts, in cents.
pub(super) fn cents(text: &str, locale: &Locale) -> Result<ValueRange<i64>, TypedMoneyError> {
    let read = |text: &str| locale.typed_money(text).map(Money::cents).map(|cents| (cents, cents));
    range(text, read, |cents, by| cents.saturating_add(by.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn ranges_of_days() {
        for (typed, inside, outside) in [
            ("<30d", &["2020-12-30", "2019-01-01"][..], &["2020-12-31", "2021-01-01"][..]),
            ("<30j", &["2020-12-30"], &["2020-12-31"]),
            ("30d", &["2020-12-01", "2020-12-31"], &["2020-11-30", "2021-01-01"]),
            ("-2w", &["2020-12-01", "2020-11-17"], &["2020-11-16", "2020-12-02"]),
            ("2021-03", &["2021-03-01", "2021-03-31"], &["2021-02-28", "2021-04-01"]),
            ("3/2021", &["2021-03-01", "2021-03-31"], &["2021-02-28", "2021-04-01"]),
            ("<=2020", &["2020-12-31", "1999-01-01"], &["2021-01-01"]),
            (">2020", &["2021-01-01"], &["2020-12-31"]),
            (">=1/3/2021", &["2021-03-01", "2024-01-01"], &["2021-02-28"]),
            ("4/3/2021", &["2021-03-04"], &["2021-03-03", "2021-03-05"]),
            ("today..+7", &["2020-12-01", "2020-12-08"], &["2020-11-30", "2020-12-09"]),
            ("..hier", &["2020-11-30", "2001-01-01"], &["2020-12-01"]),
        ] {
            let range = days(typed, day("2020-12-01"), DateDirection::Ahead).expect(typed);
            for (days, is_inside) in [(inside, true), (outside, false)] {
                for one in days {
                    assert_eq!(range.holds(&number_of(day(one))), is_inside, "{one} in {typed}");
                }
            }
        }
        for typed in ["", "<", "soon", "31/2", "2021-13", "30x"] {
            assert!(days(typed, day("2020-12-01"), DateDirection::Ahead).is_err(), "{typed}");
        }
    }

    #[test]
    fn ranges_without_years_cross_new_year() {
        use DateDirection::{Ahead, Back};
        for (typed, direction, from, to) in [
            ("1/12..1/4", Ahead, "2020-12-01", "2021-04-01"),
            ("1/12..1/4", Back, "2020-12-01", "2021-04-01"),
            ("1/2..1/4", Ahead, "2021-02-01", "2021-04-01"),
            ("2/3..1/4", Back, "2020-03-02", "2020-04-01"),
            ("1/12..28/2", Ahead, "2021-12-01", "2022-02-28"),
            ("1/12..28/2", Back, "2020-12-01", "2021-02-28"),
            ("1/12..1/4/2020", Ahead, "2019-12-01", "2020-04-01"),
            ("1/12/2018..1/4", Ahead, "2018-12-01", "2019-04-01"),
            ("1/2", Ahead, "2022-02-01", "2022-02-01"),
            ("1/12", Back, "2020-12-01", "2020-12-01"),
        ] {
            let range = days(typed, day("2021-03-01"), direction).expect(typed);
            let expected = ValueRange { from: Some(number_of(day(from))), to: Some(number_of(day(to))) };
            assert_eq!(range, expected, "{typed} {direction:?}");
        }
    }

    #[test]
    fn ranges_of_amounts() {
        let locale = Locale::new(Language::French);
        for (typed, inside, outside) in [
            (">=20000", 2_000_000, 1_999_999),
            (">20k", 2_000_001, 2_000_000),
            ("<17500", 1_749_999, 1_750_000),
            ("17500", 1_750_000, 1_750_001),
            ("10k..20k", 2_000_000, 2_000_001),
        ] {
            let range = cents(typed, &locale).expect(typed);
            assert!(range.holds(&inside) && !range.holds(&outside), "{typed}");
        }
        assert!(cents(">", &locale).is_err() && cents("much", &locale).is_err());
    }
}
