//! Values of fields, to and from the form in which scripts type them.

use rust_decimal::Decimal;
use toml::Value as Toml;

use super::FieldKind;
use crate::model::{
    Date, DateTime, Id, IdError, MessageArg, MessageArgs, Moment, MomentError, Money, MoneyError, Span, SpanError, Time,
};
use crate::record::Item;

/// Why a text is not a valid value of a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// The text is empty.
    #[error("nothing is typed")]
    Empty,
    #[error("not a date: 2021-03-04")]
    Date,
    #[error("not a time: 14:00")]
    Time,
    #[error("not a date and a time: 2021-03-04 14:00")]
    DateTime,
    #[error(transparent)]
    Amount(MoneyError),
    /// Not a whole number between these bounds.
    #[error("a whole number from {0}")]
    Whole(i64, Option<i64>),
    #[error("a number: 130, 2.5")]
    Decimal,
    #[error("true or false")]
    YesNo,
    /// None of these words.
    #[error("one of {}", .0.join(", "))]
    Word(Vec<String>),
    #[error(transparent)]
    Id(IdError),
    #[error(transparent)]
    Span(SpanError),
    /// Neither a date nor an event.
    #[error(transparent)]
    Moment(MomentError),
    /// Neither a date nor a start of a recurrence.
    #[error("a date, signature, or last")]
    Start,
}

impl ValueError {
    /// Returns its message and the arguments of the message.
    #[must_use]
    pub fn message(&self) -> (&'static str, MessageArgs) {
        match self {
            Self::Empty => ("value-error-empty", MessageArgs::new()),
            Self::Date => ("value-error-date", MessageArgs::new()),
            Self::Time => ("value-error-time", MessageArgs::new()),
            Self::DateTime => ("value-error-date-time", MessageArgs::new()),
            Self::Amount(_) => ("money-error-not-an-amount", MessageArgs::new()),
            Self::Whole(least, None) => ("value-error-whole", vec![("least", MessageArg::Count(*least))]),
            Self::Whole(least, Some(most)) => (
                "value-error-whole-between",
                vec![("least", MessageArg::Count(*least)), ("most", MessageArg::Count(*most))],
            ),
            Self::Decimal => ("number-error-not-a-number", MessageArgs::new()),
            Self::YesNo => ("value-error-yes-no", MessageArgs::new()),
            Self::Word(words) => ("value-error-word", vec![("known", MessageArg::List(words.clone()))]),
            Self::Id(_) => ("value-error-id", MessageArgs::new()),
            Self::Span(_) => ("value-error-span", MessageArgs::new()),
            Self::Moment(_) => ("value-error-moment", MessageArgs::new()),
            Self::Start => ("value-error-start", MessageArgs::new()),
        }
    }
}

/// Reads the value of a field as scripts type it: dates as `2021-03-04`, amounts as `17500.50`, ids separated by
/// commas, texts separated by semicolons.
///
/// # Errors
/// Fails if the field can't hold it.
pub fn value(kind: &FieldKind, typed: &str) -> Result<Item, ValueError> {
    let typed = typed.trim();
    if typed.is_empty() && !matches!(kind, FieldKind::Texts | FieldKind::Ids(_)) {
        return Err(ValueError::Empty);
    }
    match kind {
        FieldKind::Text => Ok(typed.into()),
        FieldKind::Texts => Ok(Item::List(entries(typed, ';').map(Item::from).collect())),
        FieldKind::Signature if typed == "undated" => Ok(typed.into()),
        FieldKind::Date | FieldKind::PastDate | FieldKind::Signature => {
            date(typed).map(Item::Date).ok_or(ValueError::Date)
        }
        FieldKind::Time => time(typed).map(Item::Time).ok_or(ValueError::Time),
        FieldKind::DateTime => moment(typed).map(Item::DateTime).ok_or(ValueError::DateTime),
        FieldKind::Amount => typed.parse::<Money>().map(Item::Money).map_err(ValueError::Amount),
        FieldKind::Whole(least, most) => match typed.parse() {
            Ok(whole) if whole >= *least && most.is_none_or(|most| whole <= most) => Ok(Item::Whole(whole)),
            _ => Err(ValueError::Whole(*least, *most)),
        },
        FieldKind::Decimal => typed.parse::<Decimal>().map(Item::from).map_err(|_| ValueError::Decimal),
        FieldKind::YesNo => yes_no(typed).map(Item::Bool).ok_or(ValueError::YesNo),
        FieldKind::Word(words) if words.iter().any(|word| word == typed) => Ok(typed.into()),
        FieldKind::Word(words) => Err(ValueError::Word(words.clone())),
        FieldKind::Id(_) => Id::new(typed).map(Item::from).map_err(ValueError::Id),
        FieldKind::Ids(_) => {
            let ids = entries(typed, ',').map(|one| Id::new(one).map(Item::from).map_err(ValueError::Id));
            Ok(Item::List(ids.collect::<Result<_, _>>()?))
        }
        FieldKind::Span => typed.parse::<Span>().map(|span| span.to_string().into()).map_err(ValueError::Span),
        FieldKind::Moment => match typed.parse() {
            Ok(Moment::On(on)) => Ok(Item::Date(on)),
            Ok(moment) => Ok(moment.to_string().into()),
            Err(error) => Err(ValueError::Moment(error)),
        },
        FieldKind::Start if matches!(typed, "signature" | "last") => Ok(typed.into()),
        FieldKind::Start => date(typed).map(Item::Date).ok_or(ValueError::Start),
        FieldKind::Statistics => Ok(yes_no(typed).map_or_else(|| typed.into(), Item::Bool)),
    }
}

/// Returns the value of a field as people type it.
pub(super) fn typed(kind: &FieldKind, value: &Toml) -> String {
    let between = if matches!(kind, FieldKind::Texts) { "; " } else { ", " };
    match value {
        Toml::Array(entries) => entries.iter().map(plain).collect::<Vec<_>>().join(between),
        other => plain(other),
    }
}

/// Returns a value without quotes.
pub(super) fn plain(value: &Toml) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns the entries of a list between separators.
fn entries(typed: &str, between: char) -> impl Iterator<Item = &str> {
    typed.split(between).map(str::trim).filter(|entry| !entry.is_empty())
}

fn date(typed: &str) -> Option<Date> {
    typed.parse().ok()
}

/// Reads `14:00`, `14h30` or `14:00:00`.
fn time(typed: &str) -> Option<Time> {
    let formats = ["%H:%M", "%Hh%M", "%H:%M:%S"];
    formats.iter().find_map(|format| Time::parse_from_str(typed, format).ok())
}

/// Reads a date and a time, separated by a space or `T`.
fn moment(typed: &str) -> Option<DateTime> {
    let (day, clock) = typed.split_once([' ', 'T'])?;
    Some(date(day)?.and_time(time(clock.trim())?))
}

fn yes_no(typed: &str) -> Option<bool> {
    match typed {
        "true" | "yes" | "oui" => Some(true),
        "false" | "no" | "non" => Some(false),
        _ => None,
    }
}
