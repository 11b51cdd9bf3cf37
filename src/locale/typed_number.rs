//! Parses typed numbers that are not money, in either language.

use rust_decimal::Decimal;

use super::typed_money::{TypedMoneyError, parts};

/// Why a typed number was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedNumberError {
    #[error("no number is typed")]
    Empty,
    #[error("not a number")]
    NotANumber,
    /// A lone comma or point before three digits may separate thousands or decimals.
    #[error("could mean two numbers")]
    Ambiguous,
}

impl TypedNumberError {
    pub const ALL: [Self; 3] = [Self::Empty, Self::NotANumber, Self::Ambiguous];

    /// Returns the key of the message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "number-error-empty",
            Self::NotANumber => "number-error-not-a-number",
            Self::Ambiguous => "number-error-ambiguous",
        }
    }
}

/// Parses a typed number.
pub(super) fn read(text: &str) -> Result<Decimal, TypedNumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TypedNumberError::Empty);
    }
    let (sign, digits) = text.strip_prefix(['-', '−']).map_or(("", text), |digits| ("-", digits));
    let (whole, decimals) = parts(digits.trim_start()).map_err(|error| match error {
        TypedMoneyError::Ambiguous => TypedNumberError::Ambiguous,
        _ => TypedNumberError::NotANumber,
    })?;
    let plain = if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") };
    plain.parse().map_err(|_| TypedNumberError::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_notations_are_parsed() {
        for (typed, number) in [
            ("130", "130"),
            (" 1 250 ", "1250"),
            ("1\u{202f}250", "1250"),
            ("2,5", "2.5"),
            ("2.5", "2.5"),
            ("0,125", "0.125"),
            ("1,250,000", "1250000"),
            ("-3", "-3"),
            ("− 3,25", "-3.25"),
            ("12,3456", "12.3456"),
        ] {
            assert_eq!(read(typed).map(|number| number.to_string()), Ok(number.to_owned()), "{typed}");
        }
        for (typed, error) in [
            ("", TypedNumberError::Empty),
            ("1,250", TypedNumberError::Ambiguous),
            ("12 3", TypedNumberError::NotANumber),
            ("beaucoup", TypedNumberError::NotANumber),
            ("1e9", TypedNumberError::NotANumber),
            ("99999999999999999999999999999999", TypedNumberError::NotANumber),
        ] {
            assert_eq!(read(typed), Err(error), "{typed}");
        }
    }
}
