//! Formats of dates, spans and lists in each language.

use chrono::Datelike;

use super::Language;
use super::messages::{self, FormattedArg};
use crate::model::{Date, Span, SpanUnit, Time};

/// Formats a date in a fixed width.
pub(super) fn date(language: Language, date: Date) -> String {
    match language {
        Language::French => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
        Language::English => {
            let month = messages::text(language, &format!("month-short-{}", date.month()));
            format!("{:>2} {month} {:04}", date.day(), date.year())
        }
    }
}

/// Formats a time of day.
pub(super) fn time(language: Language, time: Time) -> String {
    match language {
        Language::French => time.format("%H\u{a0}h\u{a0}%M").to_string(),
        Language::English => time.format("%H:%M").to_string(),
    }
}

/// Formats a month: `sept. ’27`.
pub(super) fn month_short(language: Language, date: Date) -> String {
    format!("{} ’{}", messages::text(language, &format!("month-short-{}", date.month())), date.format("%y"))
}

/// Formats a date with a two-digit year.
pub(super) fn date_short(language: Language, date: Date) -> String {
    match language {
        Language::French => date.format("%d/%m/%y").to_string(),
        Language::English => {
            let month = messages::text(language, &format!("month-short-{}", date.month()));
            format!("{:>2} {month} ’{}", date.day(), date.format("%y"))
        }
    }
}

/// Formats a date with its weekday and the month in full.
pub(super) fn date_long(language: Language, date: Date) -> String {
    let weekday = messages::text(language, &format!("weekday-{}", date.weekday().number_from_monday()));
    let month = messages::text(language, &format!("month-{}", date.month()));
    messages::message(
        language,
        "date-long",
        [
            ("weekday", FormattedArg::Text(weekday)),
            ("day", FormattedArg::Count(date.day().into())),
            ("month", FormattedArg::Text(month)),
            ("year", FormattedArg::Text(date.format("%Y").to_string())),
        ],
    )
}

/// Formats a length of time.
pub(super) fn span(language: Language, span: Span) -> String {
    let key = match span.unit {
        SpanUnit::Days => "span-days",
        SpanUnit::Weeks => "span-weeks",
        SpanUnit::Months => "span-months",
        SpanUnit::Years => "span-years",
    };
    messages::message(language, key, [("count", FormattedArg::Count(span.count.into()))])
}

/// Joins texts with commas and "and".
pub(super) fn list(language: Language, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => {
            let args = [("most", FormattedArg::Text(most.join(", "))), ("last", FormattedArg::Text(last.clone()))];
            messages::message(language, "list-and", args)
        }
    }
}
