//! Numbers that are no money, as people type them in either language's manner.

use rust_decimal::Decimal;

use super::typed_money::{TypedMoneyError, parts};

/// Why a typed number was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedNumberError {
    /// Nothing typed.
    #[error("no number is typed")]
    Empty,
    /// No form that is known.
    #[error("not a number")]
    NotANumber,
    /// A lone comma or point before three digits: it may group thousands or begin decimals.
    #[error("could mean two numbers")]
    Ambiguous,
}

impl TypedNumberError {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Empty, Self::NotANumber, Self::Ambiguous];

    /// The message that says it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "number-error-empty",
            Self::NotANumber => "number-error-not-a-number",
            Self::Ambiguous => "number-error-ambiguous",
        }
    }
}

/// Reads a typed number.
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
    fn numbers_are_read_as_either_language_writes_them() {
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
