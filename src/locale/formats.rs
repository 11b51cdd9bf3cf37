//! Money, numbers, dates, spans and lists as each language writes them.

use chrono::Datelike;

use super::{Language, Locale};
use crate::model::{Arg, Date, Money, Span, SpanUnit};

/// A plain no-break space: the narrow one that typography asks for is missing from some terminal fonts.
const SPACE: &str = "\u{a0}";

/// An amount with its sign and currency; the cents only where `always_cents` or where there are any.
pub(super) fn money(language: Language, money: Money, always_cents: bool) -> String {
    let plain = money.to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |plain| ("-", plain));
    let (whole, cents) = plain.split_once('.').unwrap_or((plain, "00"));
    let whole = group(language, whole);
    let cents = match language {
        _ if cents == "00" && !always_cents => String::new(),
        Language::French => format!(",{cents}"),
        Language::English => format!(".{cents}"),
    };
    match language {
        Language::French => format!("{sign}{whole}{cents}{SPACE}€"),
        Language::English => format!("{sign}€{whole}{cents}"),
    }
}

/// A whole number.
pub(super) fn number(language: Language, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", group(language, &number.unsigned_abs().to_string()))
}

/// A number with its decimals, as many as it has.
pub(super) fn decimal(language: Language, value: rust_decimal::Decimal) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let plain = value.abs().to_string();
    let (whole, decimals) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mark = match language {
        Language::French => ',',
        Language::English => '.',
    };
    let decimals = decimals.map(|decimals| format!("{mark}{decimals}")).unwrap_or_default();
    format!("{sign}{}{decimals}", group(language, whole))
}

/// Digits in threes.
fn group(language: Language, digits: &str) -> String {
    let separator = match language {
        Language::French => SPACE,
        Language::English => ",",
    };
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A date of always the same width.
pub(super) fn date(locale: &Locale, date: Date) -> String {
    match locale.language {
        Language::French => date.format("%d/%m/%Y").to_string(),
        Language::English => {
            let month = locale.text(&format!("month-short-{}", date.month()));
            format!("{:>2} {month} {}", date.day(), date.format("%Y"))
        }
    }
}

/// A date of two digits of its year, for a column where days are near.
pub(super) fn date_short(locale: &Locale, date: Date) -> String {
    match locale.language {
        Language::French => date.format("%d/%m/%y").to_string(),
        Language::English => {
            let month = locale.text(&format!("month-short-{}", date.month()));
            format!("{:>2} {month} ’{}", date.day(), date.format("%y"))
        }
    }
}

/// A date with its weekday and its month in full.
pub(super) fn date_long(locale: &Locale, date: Date) -> String {
    let weekday = locale.text(&format!("weekday-{}", date.weekday().number_from_monday()));
    let month = locale.text(&format!("month-{}", date.month()));
    locale.message(
        "date-long",
        &[
            ("weekday", Arg::Text(weekday)),
            ("day", Arg::Count(date.day().into())),
            ("month", Arg::Text(month)),
            ("year", Arg::Text(date.format("%Y").to_string())),
        ],
    )
}

/// A length of time.
pub(super) fn span(locale: &Locale, span: Span) -> String {
    let key = match span.unit {
        SpanUnit::Days => "span-days",
        SpanUnit::Weeks => "span-weeks",
        SpanUnit::Months => "span-months",
        SpanUnit::Years => "span-years",
    };
    locale.message(key, &[("count", Arg::Count(span.count.into()))])
}

/// Several things, the last after "and".
pub(super) fn list(locale: &Locale, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => {
            let facts = [("most", Arg::Text(most.join(", "))), ("last", Arg::Text(last.clone()))];
            locale.message("list-and", &facts)
        }
    }
}
