//! Amounts as people type them, in either language's manner, never guessing between two.

use rust_decimal::Decimal;

use crate::model::{Money, MoneyError};

/// Why a typed amount was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedMoneyError {
    /// Nothing typed.
    #[error("no amount is typed")]
    Empty,
    /// No form that is known.
    #[error("not an amount")]
    NotAnAmount,
    /// A lone comma or point before three digits: it may group thousands or begin decimals.
    #[error("could mean two amounts")]
    Ambiguous,
    /// More than two decimals.
    #[error("more than two decimals")]
    TooPrecise,
    /// Beyond what any budget holds.
    #[error("an amount this large is surely a slip")]
    TooLarge,
}

impl TypedMoneyError {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Empty, Self::NotAnAmount, Self::Ambiguous, Self::TooPrecise, Self::TooLarge];

    /// The message that says it.
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

/// Reads a typed amount.
pub(super) fn read(text: &str) -> Result<Money, TypedMoneyError> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(Empty);
    }
    let text = without_currency(&text);
    let (number, thousands) = match text.strip_suffix('k') {
        Some(number) => (number.trim_end(), true),
        None => (text, false),
    };
    let (whole, decimals) = parts(number)?;
    let plain = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
    let amount: Decimal = plain.parse().map_err(|_| TooLarge)?;
    let amount = if thousands { amount.checked_mul(Decimal::ONE_THOUSAND).ok_or(TooLarge)? } else { amount };
    Money::new(amount).map_err(|error| match error {
        MoneyError::NotANumber => NotAnAmount,
        MoneyError::TooPrecise => TooPrecise,
        MoneyError::TooLarge => TooLarge,
    })
}

fn without_currency(text: &str) -> &str {
    let text = text.strip_prefix('€').unwrap_or(text);
    ["€", "euros", "euro", "eur"].into_iter().find_map(|name| text.strip_suffix(name)).unwrap_or(text).trim()
}

/// The digits before and after the decimal mark, grouping taken out.
pub(super) fn parts(number: &str) -> Result<(String, String), TypedMoneyError> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).map(plain_space).collect();
    let number: String = number.chars().map(plain_space).collect();
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

/// The many spaces of typography as one.
fn plain_space(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// Digits alone, or in threes with one same mark between.
fn ungrouped(text: &str) -> Result<String, TypedMoneyError> {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return digits(text);
    };
    if !matches!(mark, ' ' | ',' | '.') {
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
