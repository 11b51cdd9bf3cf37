//! Days and amounts after a colon: `<30d`, `2021-03`, `>=20000`, `1/3..1/6`.

use chrono::{Datelike, Days, Months};

use super::table::number_of;
use crate::locale::{Locale, TypedDateError, TypedMoneyError, YEARS};
use crate::model::{Date, Money};

/// From one number to another, both within it; without end where one is missing.
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

/// What stands before a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Below,
    AtMost,
    Above,
    AtLeast,
    Is,
}

/// The longer ones first.
const SIGNS: [(&str, Comparison); 7] = [
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("<", Comparison::Below),
    (">", Comparison::Above),
    ("=", Comparison::Is),
];

fn sign(text: &str) -> (Comparison, &str) {
    let found = SIGNS.iter().find_map(|(typed, sign)| text.strip_prefix(typed).map(|rest| (*sign, rest)));
    found.unwrap_or((Comparison::Is, text))
}

/// A range around what is typed, each end read by itself; `step` is to the next number.
fn range<T: Copy, E>(
    text: &str,
    read: impl Fn(&str) -> Result<(T, T), E>,
    step: impl Fn(T, i8) -> T,
) -> Result<ValueRange<T>, E> {
    if let Some((from, to)) = text.split_once("..") {
        let end = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
        return Ok(ValueRange { from: end(from)?.map(|(first, _)| first), to: end(to)?.map(|(_, last)| last) });
    }
    let (sign, text) = sign(text);
    let (first, last) = read(text)?;
    let (from, to) = match sign {
        Comparison::Below => (None, Some(step(first, -1))),
        Comparison::AtMost => (None, Some(last)),
        Comparison::Above => (Some(step(last, 1)), None),
        Comparison::AtLeast => (Some(first), None),
        Comparison::Is => (Some(first), Some(last)),
    };
    Ok(ValueRange { from, to })
}

/// Reads days, counted from the day of the answers. `30d` alone is from that day to thirty days on.
pub(super) fn days(text: &str, locale: &Locale, as_of: Date) -> Result<ValueRange<i32>, TypedDateError> {
    if let Some(day) = span(text, locale, as_of) {
        return Ok(ValueRange { from: Some(number_of(as_of.min(day))), to: Some(number_of(as_of.max(day))) });
    }
    range(text, |text| period(text, locale, as_of), |day, by| day + i32::from(by))
}

/// The first and the last day of what is typed: a year, a month, or a day.
fn period(text: &str, locale: &Locale, as_of: Date) -> Result<(i32, i32), TypedDateError> {
    let both = |first: Date, last: Date| (number_of(first), number_of(last));
    if let Some((first, months)) = month_or_year(text)
        && let Some(next) = first.checked_add_months(Months::new(months))
        && let Some(last) = next.checked_sub_days(Days::new(1))
    {
        return Ok(both(first, last));
    }
    let day = span(text, locale, as_of).map_or_else(|| locale.typed_date(text, as_of), Ok)?;
    Ok(both(day, day))
}

/// `2021`, `2021-03` or `3/2021`: its first day, and how many months it has.
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

/// `30d`, `30j`, `2w`, `-1m`: so far from the day of the answers.
fn span(text: &str, locale: &Locale, as_of: Date) -> Option<Date> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if unit.len() == digits.len() || unit.is_empty() || !unit.chars().all(char::is_alphabetic) {
        return None;
    }
    let signed = if text.len() == digits.len() { format!("+{text}") } else { text.to_owned() };
    locale.typed_date(&signed, as_of).ok()
}

/// Reads amounts, in cents.
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
    fn days_are_read_as_people_write_them() {
        let locale = Locale::new(Language::English);
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
            let range = days(typed, &locale, day("2020-12-01")).expect(typed);
            for (days, is_inside) in [(inside, true), (outside, false)] {
                for one in days {
                    assert_eq!(range.holds(&number_of(day(one))), is_inside, "{one} in {typed}");
                }
            }
        }
        for typed in ["", "<", "soon", "31/2", "2021-13", "30x"] {
            assert!(days(typed, &locale, day("2020-12-01")).is_err(), "{typed}");
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
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
