//! Parses typed lengths of time.

use super::fold;
use crate::model::{Span, SpanUnit};

/// Why a typed length of time was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedSpanError {
    #[error("no length of time is typed")]
    Empty,
    /// Not a positive number of days, weeks, months or years.
    #[error("not a length of time")]
    NotASpan,
}

impl TypedSpanError {
    pub const ALL: [Self; 2] = [Self::Empty, Self::NotASpan];

    /// Returns the key of the message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "span-error-empty",
            Self::NotASpan => "span-error-not-a-span",
        }
    }
}

/// Parses a length of time in either language; the default unit is months.
pub(super) fn read(text: &str) -> Result<Span, TypedSpanError> {
    let text = fold(text.trim());
    if text.is_empty() {
        return Err(TypedSpanError::Empty);
    }
    let unit_at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at(unit_at);
    let unit = match unit.trim() {
        "" => Some(SpanUnit::Months),
        word => self::unit(word),
    };
    match (count.parse(), unit) {
        (Ok(count), Some(unit)) if count > 0 => Ok(Span { count, unit }),
        _ => Err(TypedSpanError::NotASpan),
    }
}

/// Returns the unit for a word of either language or its first letter.
pub(super) fn unit(word: &str) -> Option<SpanUnit> {
    Some(match word {
        "d" | "day" | "days" | "j" | "jour" | "jours" => SpanUnit::Days,
        "w" | "week" | "weeks" | "s" | "semaine" | "semaines" => SpanUnit::Weeks,
        "m" | "month" | "months" | "mois" => SpanUnit::Months,
        "y" | "year" | "years" | "a" | "an" | "ans" => SpanUnit::Years,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_parsed_in_both_languages() {
        for (typed, meant) in [("6", "6 months"), ("6 mois", "6 months"), ("2 ans", "2 years"), ("10j", "10 days")] {
            assert_eq!(read(typed).map(|span| span.to_string()).as_deref(), Ok(meant));
        }
        assert_eq!(read(" "), Err(TypedSpanError::Empty));
        for typed in ["mois", "0", "6 lunes", "-3", "6,5"] {
            assert_eq!(read(typed), Err(TypedSpanError::NotASpan), "{typed}");
        }
    }
}
