//! Amounts in euros: whole cents, never a float.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An amount in euros, to the cent. Differences may be negative. Stored in cents, because tens of thousands of amounts
/// are added up between a key and its frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number such as `17500` or `17500.50`.
    #[error("not an amount: write 17500 or 17500.50")]
    NotANumber,
    /// More than two decimals.
    #[error("an amount has two decimals at most")]
    TooPrecise,
    /// Beyond the limit of a thousand billion euros.
    #[error("an amount this large is surely a slip")]
    TooLarge,
}

impl Money {
    pub const ZERO: Self = Self(0);
    const MOST: i64 = 1_000_000_000_000;

    /// Creates an amount from whole euros.
    #[must_use]
    pub const fn euros(whole: i64) -> Self {
        Self(whole.saturating_mul(100))
    }

    /// Creates a number of cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// Creates an amount from a decimal number of euros.
    ///
    /// # Errors
    /// If it has more than two significant decimals or is out of range.
    pub fn new(decimal: Decimal) -> Result<Self, MoneyError> {
        let decimal = decimal.normalize();
        if decimal.scale() > 2 {
            return Err(MoneyError::TooPrecise);
        }
        if decimal.abs() > Decimal::from(Self::MOST) {
            return Err(MoneyError::TooLarge);
        }
        (decimal * Decimal::ONE_HUNDRED).to_i64().map(Self).ok_or(MoneyError::TooLarge)
    }

    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Returns the amount, or zero if it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// Returns the exact number of euros.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2).normalize()
    }

    /// Returns the number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Returns the share of `whole` in thousandths; `None` if `whole` is zero.
    #[must_use]
    pub fn per_mille_of(self, whole: Self) -> Option<i64> {
        if whole.is_zero() {
            return None;
        }
        i64::try_from(i128::from(self.0) * 1_000 / i128::from(whole.0)).ok()
    }
}

/// Formats as in JSON and files: decimal point, two decimals, no grouping.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", cents / 100, cents % 100))
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let well_formed = plain.starts_with(|c: char| c.is_ascii_digit())
            && plain.ends_with(|c: char| c.is_ascii_digit())
            && plain.chars().all(|c| c.is_ascii_digit() || c == '.')
            && plain.matches('.').count() <= 1;
        if !well_formed {
            return Err(MoneyError::NotANumber);
        }
        Self::new(Decimal::from_str(text).map_err(|_| MoneyError::TooLarge)?)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_files_write_them() {
        for (text, shown) in [("17500", "17500.00"), ("17500.5", "17500.50"), ("0.05", "0.05"), ("-3.10", "-3.10")] {
            assert_eq!(text.parse::<Money>().map(|money| money.to_string()), Ok(shown.to_owned()));
        }
        for (text, why) in [
            ("", MoneyError::NotANumber),
            ("1e3", MoneyError::NotANumber),
            ("17 500", MoneyError::NotANumber),
            ("1.", MoneyError::NotANumber),
            ("1.2.3", MoneyError::NotANumber),
            ("1.005", MoneyError::TooPrecise),
            ("1000000000001", MoneyError::TooLarge),
            ("99999999999999999999999999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(text.parse::<Money>(), Err(why), "{text}");
        }
    }

    #[test]
    fn a_part_of_a_whole_is_in_thousandths() {
        assert_eq!(Money::euros(1).per_mille_of(Money::euros(3)), Some(333));
        assert_eq!(Money::euros(1).per_mille_of(Money::ZERO), None);
    }
}
