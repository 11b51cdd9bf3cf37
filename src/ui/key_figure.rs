//! The figure of a row or line, for the clipboard.

use rust_decimal::Decimal;

use crate::locale::Locale;
use crate::model::{Date, Money};

/// The most important value of a row or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFigure {
    Amount(Money),
    Day(Date),
    /// A measured value without a currency.
    Number(Decimal),
}

impl KeyFigure {
    /// Returns the first amount other than zero, else the day, else zero if there is any amount.
    #[must_use]
    pub fn first(amounts: &[Money], day: Option<Date>) -> Option<Self> {
        let something = amounts.iter().find(|amount| !amount.is_zero());
        let something = something.copied().map(Self::Amount).or(day.map(Self::Day));
        something.or_else(|| amounts.first().copied().map(Self::Amount))
    }

    /// Returns the figure as the screen formats it.
    #[must_use]
    pub fn words(self, locale: &Locale) -> String {
        match self {
            Self::Amount(amount) => locale.money_short(amount),
            Self::Day(day) => locale.date(day).trim().to_owned(),
            Self::Number(number) => locale.decimal(number),
        }
    }
}

impl From<Money> for KeyFigure {
    fn from(amount: Money) -> Self {
        Self::Amount(amount)
    }
}

impl From<Date> for KeyFigure {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_figure_is_an_amount_before_a_day_before_zero() {
        let (some, none) = (Money::euros(500), Money::ZERO);
        let day: Date = "2020-12-01".parse().expect("a day");
        for (amounts, on, found) in [
            (&[none, some][..], Some(day), Some(KeyFigure::Amount(some))),
            (&[none], Some(day), Some(KeyFigure::Day(day))),
            (&[none], None, Some(KeyFigure::Amount(none))),
            (&[], None, None),
        ] {
            assert_eq!(KeyFigure::first(amounts, on), found);
        }
    }
}
