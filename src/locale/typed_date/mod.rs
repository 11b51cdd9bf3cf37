//! Parses typed dates, in both languages, day first.

mod error;
mod names;

use chrono::{Datelike, Days, Duration, Months, Weekday};

pub use error::{TypedDateError, YEARS};

use self::TypedDateError::{BeyondMonth, Empty, FarYear, NoLeapDay, NoSuchDay, NoSuchMonth, NotADate, OtherWeekday};
use self::names::{month, weekday};
use super::fold;
use super::typed_span::unit;
use crate::model::{Date, Span, SpanUnit};

/// A typed date. Without a year or as a weekday it recurs, and is resolved by direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDate {
    /// One day in any direction.
    Day(Date),
    /// A day and month, with the weekday that was typed.
    DayOfYear {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
        /// The day of the week, if one was typed.
        weekday: Option<Weekday>,
    },
    /// The last day of a month, from 1.
    EndOfMonth(u32),
    /// The last day of any month.
    AnyEndOfMonth,
    /// A day of the week.
    Weekday(Weekday),
}

/// How a date that recurs is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateDirection {
    /// The first one from the reference day on; a weekday, after it. For deadlines and plans.
    Ahead,
    /// The latest one up to the reference day. For facts.
    Back,
    /// The one of the reference day's year; a weekday, as ahead. For the day that answers are as of.
    SameYear,
}

impl TypedDate {
    /// Parses a typed date. `today` is the origin of relative dates.
    ///
    /// # Errors
    /// If it is not a date in any known form.
    pub fn parse(text: &str, today: Date) -> Result<Self, TypedDateError> {
        let text = fold(ascii_width(text).trim());
        let text = text.strip_prefix("le ").unwrap_or(&text);
        if text.is_empty() {
            return Err(Empty);
        }
        if let Some(days) = days_away(text) {
            return today.checked_add_signed(Duration::days(days)).map(Self::Day).ok_or(FarYear);
        }
        if let Some((sign, span)) = relative(text) {
            return shifted(today, sign, span?).map(Self::Day);
        }
        if let Some(weekday) = weekday(text) {
            return Ok(Self::Weekday(weekday));
        }
        if let Some(rest) = end_of_month(text) {
            return month_end(rest, today);
        }
        match ['/', '.', '-'].into_iter().find(|separator| text.contains(*separator)) {
            Some(separator) if !ordinal_day(text).contains(char::is_alphabetic) => numeric(text, separator),
            _ => in_words(text, today),
        }
    }

    /// Returns whether the date needs a direction.
    #[must_use]
    pub const fn recurs(self) -> bool {
        !matches!(self, Self::Day(_))
    }

    /// Returns the day that is meant in relation to a reference day.
    ///
    /// # Errors
    /// If there is no such day, or it is outside of [`YEARS`].
    pub fn resolve(self, reference: Date, direction: DateDirection) -> Result<Date, TypedDateError> {
        match self {
            Self::Day(day) => Ok(day),
            Self::Weekday(weekday) => nearest_weekday(weekday, reference, direction).ok_or(FarYear),
            Self::DayOfYear { month, day, weekday: None } => {
                yearly(reference, direction, |year| calendar(year, month, day))
            }
            Self::DayOfYear { month, day, weekday: Some(weekday) } => {
                let date = yearly(reference, direction, |year| calendar(year, month, day))?;
                if date.weekday() == weekday { Ok(date) } else { Err(OtherWeekday) }
            }
            Self::EndOfMonth(month) => yearly(reference, direction, |year| last_of_month(year, month)),
            Self::AnyEndOfMonth => {
                let end = last_of_month(reference.year(), reference.month())?;
                let is_later = direction == DateDirection::Back && end > reference;
                let before = reference.checked_sub_days(Days::new(reference.day().into())).ok_or(FarYear);
                if is_later { before } else { Ok(end) }
            }
        }
    }
}

/// Replaces full-width characters, as typed with an Asian input method, by ASCII ones.
pub(super) fn ascii_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(narrow).collect()
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

/// Reads `+7`, `-3`, `+2w`, `+1 mois`, `dans 3 semaines`, `in 3 weeks`, `il y a 3 jours` and `3 days ago` as a sign and
/// a span; the default unit is days. Returns `None` if the text is not relative.
fn relative(text: &str) -> Option<(i8, Result<Span, TypedDateError>)> {
    let ahead = ["+", "dans ", "in "].into_iter().find_map(|prefix| text.strip_prefix(prefix));
    let back = || {
        let prefixed = ["-", "il y a "].into_iter().find_map(|prefix| text.strip_prefix(prefix));
        prefixed.or_else(|| text.strip_suffix(" ago"))
    };
    match ahead {
        Some(span) => Some((1, read_span(span))),
        None => back().map(|span| (-1, read_span(span))),
    }
}

fn read_span(text: &str) -> Result<Span, TypedDateError> {
    let text = text.trim();
    let unit_at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at(unit_at);
    if count.is_empty() {
        return Err(NotADate);
    }
    let count: u32 = count.parse().map_err(|_| FarYear)?;
    let unit = match unit.trim() {
        "" => SpanUnit::Days,
        word => self::unit(word).ok_or(NotADate)?,
    };
    Ok(Span { count, unit })
}

fn shifted(today: Date, sign: i8, span: Span) -> Result<Date, TypedDateError> {
    let date = if sign > 0 { span.after(today) } else { span.before(today) };
    date.filter(|date| YEARS.contains(&date.year())).ok_or(FarYear)
}

fn nearest_weekday(weekday: Weekday, reference: Date, direction: DateDirection) -> Option<Date> {
    let ahead = u64::from(weekday.days_since(reference.weekday()));
    match direction {
        DateDirection::Ahead | DateDirection::SameYear => {
            reference.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }))
        }
        DateDirection::Back => reference.checked_sub_days(Days::new(if ahead == 0 { 0 } else { 7 - ahead })),
    }
}

/// Resolves a date that recurs every year. 29 February is looked for in the neighbouring year only.
fn yearly(
    reference: Date,
    direction: DateDirection,
    of_year: impl Fn(i32) -> Result<Date, TypedDateError>,
) -> Result<Date, TypedDateError> {
    let this_year = of_year(reference.year());
    match direction {
        DateDirection::SameYear => this_year,
        DateDirection::Ahead if this_year.is_ok_and(|date| date >= reference) => this_year,
        DateDirection::Ahead => of_year(reference.year() + 1).or(this_year),
        DateDirection::Back if this_year.is_ok_and(|date| date <= reference) => this_year,
        DateDirection::Back => of_year(reference.year() - 1).or(this_year),
    }
}

/// Reads what follows `fin` or `end of`, if the text begins so.
fn end_of_month(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("fin ").or_else(|| text.strip_prefix("end "))?;
    Some(["de ", "du ", "d'", "of the ", "of "].into_iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
}

/// Reads `mars`, `mars 2027`, `mois`, `annee`.
fn month_end(text: &str, today: Date) -> Result<TypedDate, TypedDateError> {
    match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["mois" | "month"] => Ok(TypedDate::AnyEndOfMonth),
        ["annee" | "l'annee" | "an" | "year"] => Ok(TypedDate::EndOfMonth(12)),
        ["mois" | "month", "prochain" | "next"] | ["next", "month"] => {
            let next = today.checked_add_months(Months::new(1)).ok_or(FarYear)?;
            last_of_month(next.year(), next.month()).map(TypedDate::Day)
        }
        [name] => month(name).map(TypedDate::EndOfMonth).ok_or(NotADate),
        [name, year] => {
            let month = month(name).ok_or(NotADate)?;
            last_of_month(self::year(year)?, month).map(TypedDate::Day)
        }
        _ => Err(NotADate),
    }
}

/// Reads `4/3`, `1er/3`, `4.3.21`, `04-03-2021`, and year first if it has four digits: `2021-03-04`.
fn numeric(text: &str, separator: char) -> Result<TypedDate, TypedDateError> {
    let parts: Vec<&str> = text.trim_end_matches(separator).split(separator).map(str::trim).collect();
    match parts.as_slice() {
        [day, month] => {
            Ok(TypedDate::DayOfYear { month: number(month)?, day: number(ordinal_day(day))?, weekday: None })
        }
        [year, month, day] if year.len() == 4 => {
            let date = calendar(self::year(year)?, number(month)?, number(day)?);
            date.map_err(|error| if error == NoSuchDay { NoSuchMonth } else { error }).map(TypedDate::Day)
        }
        [day, month, year] => {
            calendar(self::year(year)?, number(month)?, number(ordinal_day(day))?).map(TypedDate::Day)
        }
        _ => Err(NotADate),
    }
}

/// Reads `4 mars`, `4 March 27`, `jeudi 4 mars 2021`, `1er mars`, `March 4, 2027`, `lundi prochain`, `next monday`.
fn in_words(text: &str, today: Date) -> Result<TypedDate, TypedDateError> {
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| *word != "of").collect();
    if let Some(day) = relative_weekday(&words, today) {
        return day;
    }
    let weekday = words.first().and_then(|word| weekday(word));
    if weekday.is_some() {
        words.remove(0);
    }
    let (first, second, year) = match words.as_slice() {
        [first, second] => (*first, *second, None),
        [first, second, year] => (*first, *second, Some(self::year(year)?)),
        _ => return Err(NotADate),
    };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return Err(NotADate),
    };
    let day = number(ordinal_day(day.trim_end_matches(',')))?;
    match year {
        None => Ok(TypedDate::DayOfYear { month, day, weekday }),
        Some(year) => {
            let date = calendar(year, month, day)?;
            let agrees = weekday.is_none_or(|weekday| weekday == date.weekday());
            if agrees { Ok(TypedDate::Day(date)) } else { Err(OtherWeekday) }
        }
    }
}

/// Reads `lundi prochain`, `next monday`, `lundi dernier` and `last monday`: never today.
fn relative_weekday(words: &[&str], today: Date) -> Option<Result<TypedDate, TypedDateError>> {
    let (day, word) = match words {
        [day, word @ ("prochain" | "dernier")] | [word @ ("next" | "last"), day] => (weekday(day)?, *word),
        _ => return None,
    };
    let found = if matches!(word, "prochain" | "next") {
        nearest_weekday(day, today, DateDirection::Ahead)
    } else {
        today.pred_opt().and_then(|yesterday| nearest_weekday(day, yesterday, DateDirection::Back))
    };
    Some(found.map(TypedDate::Day).ok_or(FarYear))
}

/// Removes the ending of an ordinal day at the beginning of a text: `1er/3` → `1/3`.
fn ordinal_day(text: &str) -> String {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (day, rest) = text.split_at(digits);
    let rest = ["er", "st", "nd", "rd", "th"].into_iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    format!("{day}{rest}")
}

/// Reads a day or a month: one or two digits.
fn number(text: impl AsRef<str>) -> Result<u32, TypedDateError> {
    let text = text.as_ref();
    if matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| NotADate)
    } else {
        Err(NotADate)
    }
}

/// Reads a year: four digits, or two of this century.
fn year(text: &str) -> Result<i32, TypedDateError> {
    let year: i32 = match text.len() {
        2 | 4 if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().map_err(|_| NotADate)?,
        _ => return Err(NotADate),
    };
    Ok(if text.len() == 2 { 2000 + year } else { year })
}

fn last_of_month(year: i32, month: u32) -> Result<Date, TypedDateError> {
    Ok(Date::from_ymd_opt(year, month, 1).ok_or(NoSuchDay)? + Months::new(1) - Days::new(1))
}

fn calendar(year: i32, month: u32, day: u32) -> Result<Date, TypedDateError> {
    if !YEARS.contains(&year) {
        return Err(FarYear);
    }
    let last = last_of_month(year, month)?;
    let no_such_day = if (month, day) == (2, 29) { NoLeapDay(year) } else { BeyondMonth(last) };
    Date::from_ymd_opt(year, month, day).ok_or(no_such_day)
}
