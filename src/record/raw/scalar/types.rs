//! How each type of the model is written in a file.

use std::num::NonZeroU32;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{Schema, json_schema};
use toml::value::Datetime;

use super::super::FORMAT;
use super::{FromScalar, TomlScalar};
use crate::model::{Date, DateTime, Id, Moment, Money, RecurrenceStart, Span, Statistics, Time, Trigger};

/// An id as [`Id::new`] accepts it, except that a schema does not know the names that Windows reserves.
const ID: &str = r"[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*";
/// Validators may ignore `format`, which would let any text pass for a date.
const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const TIME: &str = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?";
const SPAN: &str = r"[1-9][0-9]* +(days?|weeks?|months?|years?)";

impl FromScalar for Money {
    const NAME: &'static str = "Amount";
    const EXPECTED: &'static str = "amount";
    const IS_DECIMAL: bool = true;

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Whole(euros) => Self::new(Decimal::from(euros)).ok(),
            TomlScalar::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "Euros: a whole number, or a quoted decimal. 17500, \"17500.50\"",
            "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,2})?$" }]
        })
    }
}

impl FromScalar for Decimal {
    const NAME: &'static str = "Decimal";
    const EXPECTED: &'static str = "decimal";
    const IS_DECIMAL: bool = true;

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Whole(whole) => Some(Self::from(whole)),
            TomlScalar::Text(text) => Self::from_str(&text).ok(),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "A whole number, or a quoted decimal. 130, \"2.5\"",
            "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" }]
        })
    }
}

impl FromScalar for Date {
    const NAME: &'static str = "Date";
    const EXPECTED: &'static str = "date";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Date(Datetime { date: Some(date), time: None, offset: None }) => {
                Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            }
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({ "description": "A day, without quotes: 2021-03-04", "type": "string", "format": "date", "pattern": format!("^{DATE}$") })
    }
}

impl FromScalar for Time {
    const NAME: &'static str = "Time";
    const EXPECTED: &'static str = "time";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Date(Datetime { date: None, time: Some(time), offset: None }) => clock(time),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({ "description": "A time of day, without quotes: 14:00:00", "type": "string", "format": "partial-time", "pattern": format!("^{TIME}$") })
    }
}

impl FromScalar for DateTime {
    const NAME: &'static str = "DateTime";
    const EXPECTED: &'static str = "date-time";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Date(Datetime { date: Some(date), time: Some(time), offset: None }) => {
                let day = Date::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
                Some(day.and_time(clock(time)?))
            }
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "A day and a time of day, without quotes: 2026-11-20T17:05:00",
            "type": "string",
            "format": "partial-date-time",
            "pattern": format!("^{DATE}[Tt ]{TIME}$")
        })
    }
}

/// Returns the time of day, without fractions of a second.
fn clock(time: toml::value::Time) -> Option<Time> {
    Time::from_hms_opt(time.hour.into(), time.minute.into(), time.second.unwrap_or_default().into())
}

impl FromScalar for Id {
    const NAME: &'static str = "Id";
    const EXPECTED: &'static str = "id";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Text(text) => Self::new(&text).ok(),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "The id of another record: the name of its file without .toml",
            "type": "string",
            "pattern": format!("^{ID}$")
        })
    }
}

/// The id of a person in `portfolio.toml`.
#[derive(Clone, Debug)]
pub(in crate::record) struct PersonId(pub Id);

impl FromScalar for PersonId {
    const NAME: &'static str = "PersonId";
    const EXPECTED: &'static str = "id";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        Id::read(raw).map(Self)
    }

    fn schema() -> Schema {
        json_schema!({ "description": "The id of a person in portfolio.toml", "type": "string", "pattern": format!("^{ID}$") })
    }
}

impl FromScalar for Span {
    const NAME: &'static str = "Span";
    const EXPECTED: &'static str = "span";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "A length of time: \"6 months\", \"1 year\", \"2 weeks\", \"10 days\"",
            "type": "string",
            "pattern": format!("^{SPAN}$")
        })
    }
}

impl FromScalar for Moment {
    const NAME: &'static str = "Moment";
    const EXPECTED: &'static str = "moment";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            // Dates are written without quotes, so that there is one way to write them.
            TomlScalar::Text(text) => text.parse().ok().filter(|moment| !matches!(moment, Self::On(_))),
            date => Date::read(date).map(Self::On),
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "A day, or what it follows: 2021-03-01, \"signature\", \"end + 3 months\"",
            "anyOf": [
                { "type": "string", "format": "date", "pattern": format!("^{DATE}$") },
                { "type": "string", "pattern": format!(r"^(signature|end)( *\+ *{SPAN})?$") }
            ]
        })
    }
}

/// The events that a tranche can wait for, except spending.
#[derive(Clone, Debug)]
pub(in crate::record) struct TriggerEvent(pub Trigger);

impl FromScalar for TriggerEvent {
    const NAME: &'static str = "TriggerEvent";
    const EXPECTED: &'static str = "trigger";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        let trigger = match raw {
            TomlScalar::Text(text) if text == "call" => Trigger::Call,
            TomlScalar::Text(text) if text == "notification" => Trigger::Notification,
            TomlScalar::Text(text) if text.starts_with("report:") => {
                Trigger::Report(Id::new(text.strip_prefix("report:")?).ok()?.to_string())
            }
            moment => Trigger::At(Moment::read(moment)?),
        };
        Some(Self(trigger))
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "A day, what it follows, or an event: 2021-03-01, \"signature\", \"end + 3 months\", \"call\", \"notification\", \"report:management-report\"",
            "anyOf": [
                { "type": "string", "format": "date", "pattern": format!("^{DATE}$") },
                { "type": "string", "pattern": format!(r"^((signature|end)( *\+ *{SPAN})?|call|notification|report:{ID})$") }
            ]
        })
    }
}

/// The signature of a convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::record) enum SignatureScalar {
    On(Date),
    /// The copy is signed and bears no date.
    Undated,
}

impl SignatureScalar {
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Undated => None,
        }
    }
}

impl FromScalar for SignatureScalar {
    const NAME: &'static str = "Signature";
    const EXPECTED: &'static str = "signature";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Text(text) => (text == "undated").then_some(Self::Undated),
            day => Date::read(day).map(Self::On),
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "The day of the signature, or \"undated\" if the signed copy bears no date",
            "anyOf": [{ "type": "string", "format": "date", "pattern": format!("^{DATE}$") }, { "type": "string", "enum": ["undated"] }]
        })
    }
}

impl FromScalar for RecurrenceStart {
    const NAME: &'static str = "Start";
    const EXPECTED: &'static str = "start";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Text(text) if text == "signature" => Some(Self::Signature),
            TomlScalar::Text(text) if text == "last" => Some(Self::Last),
            date => Date::read(date).map(Self::On),
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "What a recurrence is counted from: the signature, the last fulfilment, or a day",
            "anyOf": [{ "type": "string", "enum": ["signature", "last"] }, { "type": "string", "format": "date", "pattern": format!("^{DATE}$") }]
        })
    }
}

impl FromScalar for Statistics {
    const NAME: &'static str = "Statistics";
    const EXPECTED: &'static str = "statistics";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Bool(declared) => Some(Self::Declared(declared)),
            TomlScalar::Text(address) => Some(Self::At(address.into_owned())),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "description": "The address of the public page of statistics, or whether there is one",
            "anyOf": [{ "type": "boolean" }, { "type": "string" }]
        })
    }
}

impl FromScalar for u32 {
    const NAME: &'static str = "Count";
    const EXPECTED: &'static str = "count";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Whole(whole) => whole.try_into().ok(),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({ "description": "A whole number from 0", "type": "integer", "minimum": 0 })
    }
}

impl FromScalar for NonZeroU32 {
    const NAME: &'static str = "Number";
    const EXPECTED: &'static str = "number";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        u32::read(raw).and_then(Self::new)
    }

    fn schema() -> Schema {
        json_schema!({ "description": "A whole number from 1", "type": "integer", "minimum": 1 })
    }
}

/// The score of a heading, from 0 to 4.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) struct ImpactScore(pub u8);

impl FromScalar for ImpactScore {
    const NAME: &'static str = "Score";
    const EXPECTED: &'static str = "score";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        match raw {
            TomlScalar::Whole(whole) => u8::try_from(whole).ok().filter(|score| *score <= 4).map(Self),
            _ => None,
        }
    }

    fn schema() -> Schema {
        json_schema!({ "description": "From 0 to 4", "type": "integer", "minimum": 0, "maximum": 4 })
    }
}

/// The version of the format.
#[derive(Clone, Copy, Debug)]
pub(in crate::record) struct FormatVersion;

impl FromScalar for FormatVersion {
    const NAME: &'static str = "Format";
    const EXPECTED: &'static str = "format";

    fn read(raw: TomlScalar<'_>) -> Option<Self> {
        matches!(raw, TomlScalar::Whole(FORMAT)).then_some(Self)
    }

    fn schema() -> Schema {
        json_schema!({ "description": "The version of the format", "type": "integer", "const": FORMAT })
    }
}
