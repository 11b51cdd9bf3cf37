//! The facts of many rows, so compact that a filter goes through two hundred thousand of them between two keys.

use std::sync::Arc;

use chrono::Datelike;

use super::names::{ValueNames, domain};
use super::{FilterKey, RowFacts};
use crate::model::{Date, Money};

/// A day or an amount that nobody knows.
const UNKNOWN_DAY: i32 = i32::MIN;
const UNKNOWN_AMOUNT: i64 = i64::MIN;
/// The bits of a value's number; those above are its key's.
const BITS: u32 = 26;

/// The facts of many rows, by their number.
#[derive(Clone, Debug, Default)]
pub struct FactTable {
    names: Arc<ValueNames>,
    /// FilterKey and value of all rows' words, one row after the other.
    words: Vec<u32>,
    /// Where a row's words end: the next row's begin there.
    ends: Vec<u32>,
    due: Vec<i32>,
    on: Vec<i32>,
    cents: Vec<i64>,
    /// Which values of each key there are in any row.
    there: [Vec<bool>; FilterKey::ALL.len()],
}

impl FactTable {
    /// The facts of rows, in their order.
    #[must_use]
    pub fn new<'a>(names: Arc<ValueNames>, rows: impl Iterator<Item = RowFacts<'a>>) -> Self {
        let mut table = Self { names, ..Self::default() };
        for row in rows {
            for (key, value) in row.words {
                let known = table.names.known(key, &value);
                let number = known.unwrap_or_else(|| Arc::make_mut(&mut table.names).number(key, &value));
                table.words.push((key as u32) << BITS | number);
                note(&mut table.there[key as usize], number);
                if domain(key) == FilterKey::Party {
                    note(&mut table.there[FilterKey::Party as usize], number);
                }
            }
            table.ends.push(u32::try_from(table.words.len()).unwrap_or(u32::MAX));
            table.due.push(row.due.map_or(UNKNOWN_DAY, number_of));
            table.on.push(row.on.map_or(UNKNOWN_DAY, number_of));
            table.cents.push(row.amount.map_or(UNKNOWN_AMOUNT, Money::cents));
        }
        table
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether any row has something to say to a key.
    #[must_use]
    pub fn has(&self, key: FilterKey) -> bool {
        match key {
            FilterKey::Due => self.due.iter().any(|day| *day != UNKNOWN_DAY),
            FilterKey::On => self.on.iter().any(|day| *day != UNKNOWN_DAY),
            FilterKey::Amount => self.cents.iter().any(|cents| *cents != UNKNOWN_AMOUNT),
            key => !self.there[key as usize].is_empty(),
        }
    }

    pub(super) fn names(&self) -> &ValueNames {
        &self.names
    }

    /// Whether a value of a key is in any row.
    pub(super) fn is_there(&self, key: FilterKey, number: usize) -> bool {
        self.there[key as usize].get(number).copied().unwrap_or(false)
    }

    /// Whether a row has one of the wanted values of a key.
    pub(super) fn has_one_of(&self, row: usize, key: FilterKey, wanted: &[bool]) -> bool {
        let keys =
            if key == FilterKey::Party { &[FilterKey::Party, FilterKey::Owes, FilterKey::To][..] } else { &[key] };
        let words = self.words_of(row);
        keys.iter().any(|key| {
            // From the first of the key's words on; those of other keys are beyond all that can be wanted.
            let first = (*key as u32) << BITS;
            words.iter().any(|word| wanted.get(word.wrapping_sub(first) as usize) == Some(&true))
        })
    }

    /// The day of a row, by [`number_of`].
    pub(super) fn day(&self, row: usize, key: FilterKey) -> Option<i32> {
        let days = if key == FilterKey::On { &self.on } else { &self.due };
        days.get(row).copied().filter(|day| *day != UNKNOWN_DAY)
    }

    /// The cents of a row.
    pub(super) fn cents(&self, row: usize) -> Option<i64> {
        self.cents.get(row).copied().filter(|cents| *cents != UNKNOWN_AMOUNT)
    }

    /// Whether a folded text stands in a name of one of a row's values.
    pub(super) fn says(&self, row: usize, folded: &str) -> bool {
        self.words_of(row).iter().any(|word| {
            let (of, number) = (word >> BITS, word & ((1 << BITS) - 1));
            let key = FilterKey::ALL.get(of as usize).copied();
            key.and_then(|key| self.names.of(key).get(number as usize)).is_some_and(|value| value.says(folded))
        })
    }

    fn words_of(&self, row: usize) -> &[u32] {
        let end_of = |row: usize| self.ends.get(row).map_or(0, |end| *end as usize);
        let begin = row.checked_sub(1).map_or(0, end_of);
        self.words.get(begin..end_of(row)).unwrap_or_default()
    }
}

fn note(there: &mut Vec<bool>, number: u32) {
    let number = number as usize;
    if there.len() <= number {
        there.resize(number + 1, false);
    }
    if let Some(there) = there.get_mut(number) {
        *there = true;
    }
}

/// A day as a number that grows with it.
pub(super) fn number_of(day: Date) -> i32 {
    day.num_days_from_ce()
}
