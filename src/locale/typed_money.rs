//! Parses typed amounts in either language. Ambiguous ones are refused.

use rust_decimal::Decimal;

use super::typed_date::ascii_width;
use crate::model::{Money, MoneyError};

/// Why a typed amount was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedMoneyError {
    #[error("no amount is typed")]
    Empty,
    #[error("not an amount")]
    NotAnAmount,
    /// A lone comma or point before three digits may separate thousands or decimals.
    #[error("could mean two amounts")]
    Ambiguous,
    /// More than two decimals.
    #[error("more than two decimals")]
    TooPrecise,
    /// Beyond the limit of [`Money`].
    #[error("an amount this large is surely a slip")]
    TooLarge,
}

impl TypedMoneyError {
    pub const ALL: [Self; 5] = [Self::Empty, Self::NotAnAmount, Self::Ambiguous, Self::TooPrecise, Self::TooLarge];

    /// Returns the key of the message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "money-error-empty",
            Self::NotAnAmount => "money-error-not-an-amount",
            Self::Ambiguous => "money-error-ambiguous",
            Self::TooPrecise => "money-error-too-precise",
            Self::TooLarge => "money-error-too-large",
        }
    }
}

use TypedMoneyError::{Ambiguous, Empty, NotAnAmount, TooLarge, TooPrecise};

/// Parses a typed amount.
pub(super) fn read(text: &str) -> Result<Money, TypedMoneyError> {
    let text = ascii_width(text).trim().to_lowercase();
    if text.is_empty() {
        return Err(Empty);
    }
    let (number, factor) = scaled(without_currency(&text));
    let (whole, decimals) = parts(number)?;
    let plain = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
    let amount: Decimal = plain.parse().map_err(|_| TooLarge)?;
    let amount = amount.checked_mul(factor).ok_or(TooLarge)?;
    Money::new(amount).map_err(|error| match error {
        MoneyError::NotANumber => NotAnAmount,
        MoneyError::TooPrecise => TooPrecise,
        MoneyError::TooLarge => TooLarge,
    })
}

fn without_currency(text: &str) -> &str {
    let text = ["€", "eur"].into_iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text);
    ["€", "euros", "euro", "eur"].into_iter().find_map(|name| text.strip_suffix(name)).unwrap_or(text).trim()
}

/// Splits off `k` or `M`, and returns its factor.
fn scaled(text: &str) -> (&str, Decimal) {
    let million = Decimal::new(1_000_000, 0);
    let units = [("k", Decimal::ONE_THOUSAND), ("millions", million), ("million", million), ("m", million)];
    let found = units.into_iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?.trim_end(), factor)));
    found.unwrap_or((text, Decimal::ONE))
}

/// Returns the digits before and after the decimal mark, without grouping.
pub(super) fn parts(number: &str) -> Result<(String, String), TypedMoneyError> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).map(plain_mark).collect();
    let number: String = number.chars().map(plain_mark).collect();
    let Some(&last) = marks.last() else {
        return Ok((digits(&number)?, String::new()));
    };
    let decimal_mark = matches!(last, ',' | '.') && marks.iter().filter(|mark| **mark == last).count() == 1;
    let (grouped, decimals) = match number.rsplit_once(last) {
        Some((grouped, decimals)) if decimal_mark => (grouped, digits(decimals)?),
        _ => (number.as_str(), String::new()),
    };
    if marks.len() == 1 && decimals.len() == 3 && (1..=3).contains(&grouped.len()) && grouped != "0" {
        return Err(Ambiguous);
    }
    Ok((ungrouped(grouped)?, decimals))
}

/// Replaces typographic spaces and apostrophes by plain ones.
fn plain_mark(c: char) -> char {
    match c {
        '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Removes one kind of mark between groups of three digits.
fn ungrouped(text: &str) -> Result<String, TypedMoneyError> {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return digits(text);
    };
    if !matches!(mark, ' ' | ',' | '.' | '\'') {
        return Err(NotAnAmount);
    }
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or_default();
    let well_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if well_grouped { digits(&text.replace(mark, "")) } else { Err(NotAnAmount) }
}

fn digits(text: &str) -> Result<String, TypedMoneyError> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err(NotAnAmount)
    }
}
