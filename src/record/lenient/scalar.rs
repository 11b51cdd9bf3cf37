//! Checks of scalars, by the names of their types in the schema.

use std::num::NonZeroU32;

use rust_decimal::Decimal;
use toml::de::{DeInteger, DeValue};

use crate::model::{
    CommitteeState, Date, DateTime, Decision, Heading, Id, Moment, Money, ObligationTopic, Phase, ProblemKind,
    RecurrenceStart, ReviewKind, ReviewOutcome, Span, Statistics, Tax, Time, nearest,
};
use crate::record::raw::scalar::{
    Currency, FormatVersion, FromScalar, ImpactScore, KindWord, LiquidatedSum, PersonId, Proof, RecordLanguage, Scalar,
    SignatureScalar, TomlScalar, TriggerEvent,
};

type ScalarCheck = fn(TomlScalar<'_>, &str) -> Result<(), ProblemKind>;

const SCALARS: [(&str, ScalarCheck); 30] = [
    entry::<Money>(),
    entry::<Decimal>(),
    entry::<Date>(),
    entry::<Time>(),
    entry::<DateTime>(),
    entry::<Id>(),
    entry::<Span>(),
    entry::<Moment>(),
    entry::<RecurrenceStart>(),
    entry::<Statistics>(),
    entry::<u32>(),
    entry::<NonZeroU32>(),
    entry::<ImpactScore>(),
    entry::<FormatVersion>(),
    entry::<Phase>(),
    entry::<CommitteeState>(),
    entry::<Decision>(),
    entry::<ObligationTopic>(),
    entry::<KindWord>(),
    entry::<Currency>(),
    entry::<TriggerEvent>(),
    entry::<SignatureScalar>(),
    entry::<Heading>(),
    entry::<ReviewKind>(),
    entry::<ReviewOutcome>(),
    entry::<Tax>(),
    entry::<RecordLanguage>(),
    entry::<Proof>(),
    entry::<LiquidatedSum>(),
    entry::<PersonId>(),
];

const fn entry<T: FromScalar>() -> (&'static str, ScalarCheck) {
    (T::NAME, check_raw::<T>)
}

/// Checks a value of the type of that name; `None` if no scalar has that name.
pub(super) fn check(name: &str, value: &DeValue<'_>, written: &str) -> Option<Result<(), ProblemKind>> {
    let (_, check_raw) = SCALARS.iter().find(|(leaf, _)| *leaf == name)?;
    Some(check_raw(raw(value), written))
}

/// Returns the value of an integer that fits into 64 bits.
pub(super) fn whole(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Returns the problem of a value of the wrong type, with the value as written, shortened to one line.
pub(super) fn wrong_type(expected: &str, written: &str) -> ProblemKind {
    ProblemKind::WrongType { expected: expected.to_owned(), found: short(written) }
}

/// Returns the first line of a text, cut after 40 characters.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn raw<'a>(value: &'a DeValue<'_>) -> TomlScalar<'a> {
    match value {
        DeValue::String(text) => TomlScalar::Text((&**text).into()),
        DeValue::Integer(integer) => whole(integer).map_or(TomlScalar::Other, TomlScalar::Whole),
        DeValue::Float(_) => TomlScalar::Float,
        DeValue::Boolean(yes) => TomlScalar::Bool(*yes),
        DeValue::Datetime(date) => TomlScalar::Date(*date),
        DeValue::Array(_) | DeValue::Table(_) => TomlScalar::Other,
    }
}

fn check_raw<T: FromScalar>(raw: TomlScalar<'_>, written: &str) -> Result<(), ProblemKind> {
    let float = matches!(raw, TomlScalar::Float);
    let word = match &raw {
        TomlScalar::Text(text) => Some(text.to_string()),
        _ => None,
    };
    if T::read(raw).map(Scalar).is_some() {
        return Ok(());
    }
    Err(match word {
        _ if float && T::IS_DECIMAL => ProblemKind::FloatAmount(short(written)),
        Some(value) if !T::allowed().is_empty() => {
            let nearest = nearest(&value, T::allowed()).map(str::to_owned);
            ProblemKind::UnknownValue {
                value: short(&value),
                allowed: T::allowed().into_iter().map(str::to_owned).collect(),
                nearest,
            }
        }
        _ => wrong_type(T::EXPECTED, written),
    })
}
