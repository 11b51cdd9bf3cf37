//! Values to write into records.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Date, DateTime, Id, Money, Time};

/// A value to write into a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A quoted string.
    Text(String),
    /// An integer.
    Whole(i64),
    /// A boolean.
    Bool(bool),
    /// A calendar date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A date and a time of day.
    DateTime(DateTime),
    /// An amount: a bare integer if it has no cents, otherwise a quoted decimal.
    Money(Money),
    /// A list on one line.
    List(Vec<Item>),
    /// A table, with its keys in this order.
    Table(Vec<(String, Item)>),
}

impl From<&str> for Item {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Id> for Item {
    fn from(id: Id) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<i64> for Item {
    fn from(whole: i64) -> Self {
        Self::Whole(whole)
    }
}

impl From<usize> for Item {
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A bare integer if it has no fraction, otherwise a quoted decimal.
impl From<Decimal> for Item {
    fn from(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        let whole = decimal.to_i64().filter(|_| decimal.fract().is_zero());
        whole.map_or_else(|| Self::Text(decimal.to_string()), Self::Whole)
    }
}

impl From<bool> for Item {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<Date> for Item {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Time> for Item {
    fn from(time: Time) -> Self {
        Self::Time(time)
    }
}

impl From<DateTime> for Item {
    fn from(moment: DateTime) -> Self {
        Self::DateTime(moment)
    }
}

impl From<Money> for Item {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}
