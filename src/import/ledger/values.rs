//! Amounts and days in cells. A value with two readings is an error, never a guess.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::sheet::Cell;
use crate::model::{Date, Money};

/// The day of the serial number 0 in workbooks, which count a 29 February 1900 that did not exist.
const SERIAL_ZERO: (i32, u32, u32) = (1899, 12, 30);

/// The serial numbers that are taken for days, from 1 January 1990 to 31 December 2099. Others are more likely amounts.
const SERIAL_DAYS: std::ops::RangeInclusive<i64> = 32_874..=73_050;

/// Why a cell has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueFault {
    NotAnAmount,
    /// `1.234` is 1,234.00 or 1.23, depending on who wrote it.
    AmbiguousAmount,
    NotADay,
}

impl ValueFault {
    /// Returns the key of its message, which has the column and the value as arguments.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAnAmount => "import-bad-amount",
            Self::AmbiguousAmount => "import-ambiguous-amount",
            Self::NotADay => "import-bad-day",
        }
    }
}

/// Returns the text of a cell; whole numbers have no decimals.
pub(super) fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(text.clone()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Day(day) => Some(day.to_string()),
    }
}

/// Reads an amount: `1 234,56 €`, `1,234.56`, `-12`, `12,00-` or `(12,00)`.
pub(super) fn money(cell: &Cell) -> Result<Option<Money>, ValueFault> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Number(number) => {
            // What a binary number adds beyond the cent is noise, unless it is more than that.
            let exact = Decimal::from_f64(*number).ok_or(ValueFault::NotAnAmount)?;
            let cents = exact.round_dp(2);
            if (exact - cents).abs() > Decimal::new(1, 6) {
                return Err(ValueFault::NotAnAmount);
            }
            Money::new(cents).map(Some).map_err(|_| ValueFault::NotAnAmount)
        }
        Cell::Text(text) => typed_money(text).map(Some),
        Cell::Day(_) => Err(ValueFault::NotAnAmount),
    }
}

fn typed_money(text: &str) -> Result<Money, ValueFault> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'' | '’'));
    let text = kept.collect::<String>().replace('\u{2212}', "-");
    let text = text.strip_suffix("EUR").unwrap_or(&text);
    let (is_negative, digits) = match (text.strip_prefix('('), text.strip_prefix('-'), text.strip_suffix('-')) {
        (Some(inner), _, _) => (true, inner.strip_suffix(')').ok_or(ValueFault::NotAnAmount)?),
        (None, Some(digits), _) | (None, None, Some(digits)) => (true, digits),
        (None, None, None) => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let money: Money = plain(digits)?.parse().map_err(|_| ValueFault::NotAnAmount)?;
    Ok(if is_negative { -money } else { money })
}

/// Returns digits with a decimal point and nothing between thousands.
fn plain(digits: &str) -> Result<String, ValueFault> {
    let parts: Vec<&str> = digits.split(['.', ',']).collect();
    let separators: Vec<char> = digits.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let are_thousands = |parts: &[&str]| match parts {
        [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|part| part.len() == 3),
        [] => false,
    };
    match (parts.as_slice(), separators.as_slice()) {
        ([whole], _) => Ok((*whole).to_owned()),
        ([whole, decimals], _) if decimals.len() <= 2 => Ok(format!("{whole}.{decimals}")),
        ([whole, decimals], _) if decimals.len() == 3 && whole.len() <= 3 => Err(ValueFault::AmbiguousAmount),
        ([whole @ .., decimals], [thousands @ .., decimal])
            if !thousands.is_empty()
                && thousands.iter().all(|one| *one == thousands[0] && one != decimal)
                && are_thousands(whole)
                && decimals.len() <= 2 =>
        {
            Ok(format!("{}.{decimals}", whole.concat()))
        }
        (all, [first, rest @ ..]) if !rest.is_empty() && rest.iter().all(|one| one == first) && are_thousands(all) => {
            Ok(all.concat())
        }
        _ => Err(ValueFault::NotAnAmount),
    }
}

/// Reads a day: `4/3/2021` with the day first, `04.03.2021`, `2021-03-04`, `20210304`, or a serial number.
pub(super) fn day(cell: &Cell) -> Result<Option<Date>, ValueFault> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Day(day) => Ok(Some(*day)),
        #[expect(clippy::cast_possible_truncation, reason = "out of range is no day")]
        Cell::Number(number) => serial(number.trunc() as i64).map(Some).ok_or(ValueFault::NotADay),
        Cell::Text(text) => typed_day(text).map(Some).ok_or(ValueFault::NotADay),
    }
}

fn typed_day(text: &str) -> Option<Date> {
    // A time may follow.
    let text = text.split([' ', 'T']).next()?;
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Date::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => Date::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?),
        [compact] if compact.len() == 8 => {
            Date::from_ymd_opt(compact.get(..4)?.parse().ok()?, number(compact.get(4..6)?)?, number(compact.get(6..)?)?)
        }
        [days] => serial(days.parse().ok()?),
        _ => None,
    }
}

fn serial(days: i64) -> Option<Date> {
    let (year, month, day) = SERIAL_ZERO;
    let zero = Date::from_ymd_opt(year, month, day)?;
    SERIAL_DAYS.contains(&days).then(|| zero.checked_add_signed(chrono::TimeDelta::days(days))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Result<String, ValueFault> {
        money(&Cell::Text(text.to_owned())).map(|money| money.unwrap().to_string())
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, expected) in [
            ("1 234,56 €", "1234.56"),
            ("1\u{202f}234,5", "1234.50"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234.567", "1234567.00"),
            ("12345.678,00", "not"),
            ("-12", "-12.00"),
            ("12,00-", "-12.00"),
            ("(1 200,00)", "-1200.00"),
            ("17500", "17500.00"),
            ("1'234.50", "1234.50"),
            ("12,00 EUR", "12.00"),
            ("1,2,3", "not"),
            ("1.234.56", "not"),
            ("n.c.", "not"),
            ("-", "not"),
            ("1e3", "not"),
            ("#REF!", "not"),
        ] {
            let expected = if expected == "not" { Err(ValueFault::NotAnAmount) } else { Ok(expected.to_owned()) };
            assert_eq!(amount(text), expected, "{text}");
        }
        assert_eq!(amount("1.234"), Err(ValueFault::AmbiguousAmount));
        assert_eq!(amount("1,234"), Err(ValueFault::AmbiguousAmount));
        assert_eq!(money(&Cell::Empty), Ok(None));
    }

    #[test]
    fn numbers_of_workbooks_are_exact_to_the_cent() {
        assert_eq!(money(&Cell::Number(0.1 + 0.2)).unwrap().unwrap().to_string(), "0.30");
        assert_eq!(money(&Cell::Number(17_500.1)).unwrap().unwrap().to_string(), "17500.10");
        assert_eq!(money(&Cell::Number(1.005)), Err(ValueFault::NotAnAmount));
        assert_eq!(money(&Cell::Number(f64::NAN)), Err(ValueFault::NotAnAmount));
        assert_eq!(text(&Cell::Number(1_400_012_345.0)).as_deref(), Some("1400012345"));
    }

    #[test]
    fn days_are_read_with_the_day_first() {
        let day = |text: &str| day(&Cell::Text(text.to_owned())).ok().flatten().map(|day| day.to_string());
        for text in ["4/3/2021", "04.03.2021", "04-03-2021", "2021-03-04", "20210304", "44259", "04/03/2021 12:00"] {
            assert_eq!(day(text).as_deref(), Some("2021-03-04"), "{text}");
        }
        for text in ["3/4/21", "31/2/2021", "12/31/2021", "n.c.", "2021", "0", "99999999"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(super::day(&Cell::Number(44_259.5)), Ok(Date::from_ymd_opt(2021, 3, 4)));
    }
}
