//! Formats of money and numbers in each language.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;
use crate::model::Money;

/// A plain no-break space: some terminal fonts lack the narrow one that French typography uses.
const SPACE: &str = "\u{a0}";

/// Formats an amount, with cents if there are any or if `always_cents` is set.
pub(super) fn money(language: Language, money: Money, always_cents: bool) -> String {
    let sign = if money.is_negative() { "-" } else { "" };
    let all = money.cents().unsigned_abs();
    let whole = group(language, &(all / 100).to_string());
    let cents = match (language, all % 100) {
        (_, 0) if !always_cents => String::new(),
        (Language::French, cents) => format!(",{cents:02}"),
        (Language::English, cents) => format!(".{cents:02}"),
    };
    match language {
        Language::French => format!("{sign}{whole}{cents}{SPACE}€"),
        Language::English => format!("{sign}€{whole}{cents}"),
    }
}

/// The unit of an abbreviated amount.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    One,
    Thousand,
    Million,
}

impl Unit {
    /// Returns the largest unit of which the rounded amount is at least one.
    fn of(money: Money) -> Self {
        let amount = money.decimal().abs();
        if amount >= Decimal::new(999_500, 0) {
            Self::Million
        } else if amount >= Decimal::ONE_THOUSAND {
            Self::Thousand
        } else {
            Self::One
        }
    }

    /// Formats an amount in this unit to three digits. A positive amount is never shown as zero.
    fn count(self, language: Language, money: Money) -> String {
        let one = match self {
            Self::One => Decimal::ONE,
            Self::Thousand => Decimal::ONE_THOUSAND,
            Self::Million => Decimal::new(1_000_000, 0),
        };
        let value = money.decimal() / one;
        let decimals = match value.abs() {
            large if large >= Decimal::ONE_HUNDRED => 0,
            some if some >= Decimal::TEN => 1,
            _ => 2,
        };
        let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let least = Decimal::new(1, decimals);
        let shown = if rounded.is_zero() && !money.is_zero() { least } else { rounded };
        decimal(language, shown.normalize())
    }

    /// Adds unit and currency.
    fn written(self, language: Language, count: &str) -> String {
        let letter = match self {
            Self::One => "",
            Self::Thousand => "k",
            Self::Million => "M",
        };
        match language {
            Language::French => format!("{count}{SPACE}{letter}€"),
            Language::English => format!("€{count}{letter}"),
        }
    }
}

/// Formats an amount to three digits: `52,5 k€`, `€1.6M`.
pub(super) fn money_brief(language: Language, money: Money) -> String {
    let (unit, sign) = (Unit::of(money), if money.is_negative() { "-" } else { "" });
    let amount = if money.is_negative() { -money } else { money };
    format!("{sign}{}", unit.written(language, &unit.count(language, amount)))
}

/// Formats two amounts in the unit of the larger: `43,5/72 k€`, `€43.5/72k`; if `airy`, `43,5 / 72 k€`.
pub(super) fn money_of_brief(language: Language, part: Money, whole: Money, airy: bool) -> String {
    let unit = Unit::of(part).max(Unit::of(whole));
    let stroke = if airy { " / " } else { "/" };
    let counts = format!("{}{stroke}{}", unit.count(language, part), unit.count(language, whole));
    unit.written(language, &counts)
}

pub(super) fn number(language: Language, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", group(language, &number.unsigned_abs().to_string()))
}

/// Formats a number with all its decimals.
pub(super) fn decimal(language: Language, value: Decimal) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let plain = value.abs().to_string();
    let (whole, decimals) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mark = match language {
        Language::French => ',',
        Language::English => '.',
    };
    let decimals = decimals.map(|decimals| format!("{mark}{decimals}")).unwrap_or_default();
    format!("{sign}{}{decimals}", group(language, whole))
}

/// Groups digits by three.
fn group(language: Language, digits: &str) -> String {
    let separator = match language {
        Language::French => SPACE,
        Language::English => ",",
    };
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}
