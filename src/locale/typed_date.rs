//! Dates as people type them: day first, always.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, Weekday};

use super::typed_span::unit;
use super::{Locale, fold};
use crate::model::{Date, MessageArg, Span, SpanUnit};

/// Why a typed date was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedDateError {
    /// Nothing typed.
    #[error("no date is typed")]
    Empty,
    /// No form that is known.
    #[error("not a date")]
    NotADate,
    /// Figures that are no day when the first is the day and the second the month.
    #[error("no such day: the day comes first")]
    NoSuchDay,
    /// A month that no year has, behind the year.
    #[error("no such month: the year comes first")]
    NoSuchMonth,
    /// A day that its month does not have: the last that it has.
    #[error("no such day: that month ends on {0}")]
    BeyondMonth(Date),
    /// 29 February of a year that has none.
    #[error("{0} has no 29 February")]
    NoLeapDay(i32),
    /// A year that no convention is of.
    #[error("not a year from {} to {}", YEARS.start(), YEARS.end())]
    FarYear,
    /// A day with the name of another weekday.
    #[error("not on that day of the week")]
    OtherWeekday,
}

impl TypedDateError {
    /// All of them.
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

    /// The message that says it.
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

    /// The message in words.
    #[must_use]
    pub fn words(self, locale: &Locale) -> String {
        let text = |name, text| (name, MessageArg::Text(text));
        let facts = match self {
            Self::NoLeapDay(year) => vec![text("year", year.to_string())],
            Self::BeyondMonth(last) => {
                vec![
                    text("month", locale.month(last.year(), last.month())),
                    ("days", MessageArg::Count(last.day().into())),
                ]
            }
            Self::FarYear => vec![text("first", YEARS.start().to_string()), text("last", YEARS.end().to_string())],
            _ => Vec::new(),
        };
        locale.message(self.key(), &facts)
    }
}

use TypedDateError::{BeyondMonth, Empty, FarYear, NoLeapDay, NoSuchDay, NoSuchMonth, NotADate, OtherWeekday};

/// The years that a typed date may be of: any other is a slip of the fingers.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
];

/// Which day is meant where several could be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// The next weekday; a day and month of this year.
    Ahead,
    /// The latest that is not after today.
    Behind,
}

/// Reads a typed date.
pub(super) fn read(text: &str, today: Date, near: Near) -> Result<Date, TypedDateError> {
    let text = fold(text.trim()).replace('’', "'");
    if text.is_empty() {
        return Err(Empty);
    }
    if text.starts_with(['+', '-']) {
        return relative(&text, today);
    }
    if let Some(days) = days_away(&text) {
        return today.checked_add_signed(chrono::Duration::days(days)).ok_or(FarYear);
    }
    if let Some(weekday) = weekday(&text) {
        return nearest(weekday, today, near).ok_or(FarYear);
    }
    match ['/', '.', '-'].into_iter().find(|separator| text.contains(*separator)) {
        Some(separator) if !text.contains(char::is_alphabetic) => in_figures(&text, separator, today, near),
        _ => in_words(&text, today, near),
    }
}

fn days_away(text: &str) -> Option<i64> {
    match text {
        "avant-hier" | "avant hier" => Some(-2),
        "hier" | "yesterday" => Some(-1),
        "aujourd'hui" | "aujourdhui" | "auj" | "today" => Some(0),
        "demain" | "tomorrow" => Some(1),
        "apres-demain" | "apres demain" => Some(2),
        _ => None,
    }
}

/// `+7`, `-3`, `+2w`, `+2 weeks`, `+1m`, `+1 mois`: days where no unit is given.
fn relative(text: &str, today: Date) -> Result<Date, TypedDateError> {
    let (sign, rest) = text.split_at(1);
    let digits = rest.trim_start();
    let unit_at = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (count, unit) = digits.split_at(unit_at);
    if count.is_empty() {
        return Err(NotADate);
    }
    let count: u32 = count.parse().map_err(|_| FarYear)?;
    let unit = match unit.trim() {
        "" => SpanUnit::Days,
        word => self::unit(word).ok_or(NotADate)?,
    };
    let span = Span { count, unit };
    let date = if sign == "+" { span.after(today) } else { span.before(today) };
    date.filter(|date| YEARS.contains(&date.year())).ok_or(FarYear)
}

/// The one entry of which `word` is the beginning, three letters or more, by its position in the lists.
fn named<const N: usize>(lists: &[[&str; N]; 2], word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let mut found = lists
        .iter()
        .flat_map(|names| (0..).zip(names))
        .filter(|(_, name)| name.starts_with(word))
        .map(|(position, _)| position);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

fn weekday(word: &str) -> Option<Weekday> {
    let position = named(&WEEKDAYS, word.trim_end_matches('.'))?;
    Weekday::try_from(u8::try_from(position).ok()?).ok()
}

/// The first such weekday after today, or the last one until today.
fn nearest(weekday: Weekday, today: Date, near: Near) -> Option<Date> {
    let ahead = weekday.days_since(today.weekday());
    match near {
        Near::Ahead => today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead.into() })),
        Near::Behind => today.checked_sub_days(Days::new(if ahead == 0 { 0 } else { u64::from(7 - ahead) })),
    }
}

/// A day and month without their year.
fn of_some_year(month: u32, day: u32, today: Date, near: Near) -> Result<Date, TypedDateError> {
    let this_year = calendar(today.year(), month, day);
    match near {
        Near::Behind if this_year.is_ok_and(|date| date <= today) => this_year,
        Near::Behind => calendar(today.year() - 1, month, day).or(this_year),
        Near::Ahead => this_year,
    }
}

/// `4/3`, `4.3.21`, `04-03-2021`, and the year first where it has four digits: `2021-03-04`.
fn in_figures(text: &str, separator: char, today: Date, near: Near) -> Result<Date, TypedDateError> {
    let parts: Vec<&str> = text.trim_end_matches(separator).split(separator).map(str::trim).collect();
    match parts.as_slice() {
        [day, month] => of_some_year(figure(month)?, figure(day)?, today, near),
        [year, month, day] if year.len() == 4 => {
            let date = calendar(self::year(year)?, figure(month)?, figure(day)?);
            date.map_err(|error| if error == NoSuchDay { NoSuchMonth } else { error })
        }
        [day, month, year] => calendar(self::year(year)?, figure(month)?, figure(day)?),
        _ => Err(NotADate),
    }
}

/// `4 mars`, `4 March 2021`, `jeudi 4 mars 2021`, `1er mars`.
fn in_words(text: &str, today: Date, near: Near) -> Result<Date, TypedDateError> {
    let text = text.strip_prefix("le ").unwrap_or(text);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let weekday = words.first().and_then(|word| weekday(word.trim_end_matches(',')));
    if weekday.is_some() {
        words.remove(0);
    }
    let (day, month, year) = match words.as_slice() {
        [day, month] => (day, month, None),
        [day, month, year] if year.len() == 4 => (day, month, Some(self::year(year)?)),
        _ => return Err(NotADate),
    };
    let month = named(&MONTHS, month.trim_end_matches('.')).ok_or(NotADate)? + 1;
    let day = figure(ordinal(day))?;
    let date = match year {
        Some(year) => calendar(year, month, day),
        None => of_some_year(month, day, today, near),
    }?;
    match weekday {
        Some(weekday) if weekday != date.weekday() => Err(OtherWeekday),
        _ => Ok(date),
    }
}

fn ordinal(day: &str) -> &str {
    ["er", "st", "nd", "rd", "th"].into_iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day)
}

/// A day or a month: one or two digits.
fn figure(text: &str) -> Result<u32, TypedDateError> {
    if matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| NotADate)
    } else {
        Err(NotADate)
    }
}

/// Four digits, or two of this century.
fn year(text: &str) -> Result<i32, TypedDateError> {
    let year: i32 = match text.len() {
        2 | 4 if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().map_err(|_| NotADate)?,
        _ => return Err(NotADate),
    };
    Ok(if text.len() == 2 { 2000 + year } else { year })
}

fn calendar(year: i32, month: u32, day: u32) -> Result<Date, TypedDateError> {
    if !YEARS.contains(&year) {
        return Err(FarYear);
    }
    let last = Date::from_ymd_opt(year, month, 1).ok_or(NoSuchDay)? + Months::new(1) - Days::new(1);
    let no_such_day = if (month, day) == (2, 29) { NoLeapDay(year) } else { BeyondMonth(last) };
    Date::from_ymd_opt(year, month, day).ok_or(no_such_day)
}
