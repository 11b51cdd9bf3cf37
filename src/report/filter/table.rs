//! The facts of many rows, compact enough to filter 200,000 rows between two keystrokes.

use std::sync::Arc;

use chrono::Datelike;

use super::names::{ValueNames, domain};
use super::{FilterKey, FilteredList, RowFacts};
use crate::model::{Date, Money};

/// Marks an unknown day or amount.
const UNKNOWN_DAY: i32 = i32::MIN;
const UNKNOWN_AMOUNT: i64 = i64::MIN;
/// Bits of a word for the number of its value; the bits above hold the key.
const BITS: u32 = 26;

/// The facts of the rows of a list, by row number.
#[derive(Clone, Debug, Default)]
pub struct FactTable {
    names: Arc<ValueNames>,
    list: FilteredList,
    /// Keys and values of all rows, concatenated.
    words: Vec<u32>,
    /// End of each row in `words`.
    ends: Vec<u32>,
    due: Vec<i32>,
    on: Vec<i32>,
    ending: Vec<i32>,
    cents: Vec<i64>,
    /// Which values of each key occur in any row.
    there: [Vec<bool>; FilterKey::ALL.len()],
}

impl FactTable {
    /// Collects the facts of the rows of a list.
    #[must_use]
    pub fn new<'a>(list: FilteredList, names: Arc<ValueNames>, rows: impl Iterator<Item = RowFacts<'a>>) -> Self {
        let mut table = Self { names, list, ..Self::default() };
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
            table.ending.push(row.ends.map_or(UNKNOWN_DAY, number_of));
            table.cents.push(row.amount.map_or(UNKNOWN_AMOUNT, Money::cents));
        }
        table
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns whether any row has a value of a key.
    #[must_use]
    pub fn has(&self, key: FilterKey) -> bool {
        match key {
            FilterKey::Due => self.due.iter().any(|day| *day != UNKNOWN_DAY),
            FilterKey::On => self.on.iter().any(|day| *day != UNKNOWN_DAY),
            FilterKey::Ends => self.ending.iter().any(|day| *day != UNKNOWN_DAY),
            FilterKey::Amount => self.cents.iter().any(|cents| *cents != UNKNOWN_AMOUNT),
            key => !self.there[key as usize].is_empty(),
        }
    }

    /// Returns the list that the rows belong to.
    #[must_use]
    pub const fn list(&self) -> FilteredList {
        self.list
    }

    pub(super) fn names(&self) -> &ValueNames {
        &self.names
    }

    /// Returns whether a value occurs in any row.
    pub(super) fn is_there(&self, key: FilterKey, number: usize) -> bool {
        self.there[key as usize].get(number).copied().unwrap_or(false)
    }

    /// Returns whether a row has one of the wanted values of a key.
    pub(super) fn has_one_of(&self, row: usize, key: FilterKey, wanted: &[bool]) -> bool {
        let keys =
            if key == FilterKey::Party { &[FilterKey::Party, FilterKey::Owes, FilterKey::To][..] } else { &[key] };
        let words = self.words_of(row);
        keys.iter().any(|key| {
            // Words of other keys give indexes beyond the end of `wanted`.
            let first = (*key as u32) << BITS;
            words.iter().any(|word| wanted.get(word.wrapping_sub(first) as usize) == Some(&true))
        })
    }

    /// Returns whether a row is the user's own: the user owns it, or coaches the startup of a row without an owner.
    pub(super) fn is_of(&self, row: usize, me: u32) -> bool {
        let has = |key: FilterKey| self.words_of(row).contains(&((key as u32) << BITS | me));
        let is_owned = || self.words_of(row).iter().any(|word| word >> BITS == FilterKey::Owner as u32);
        has(FilterKey::Owner) || (has(FilterKey::Coach) && !is_owned())
    }

    /// Returns the day of a row as a number, see [`number_of`].
    pub(super) fn day(&self, row: usize, key: FilterKey) -> Option<i32> {
        let days = match key {
            FilterKey::On => &self.on,
            FilterKey::Ends => &self.ending,
            _ => &self.due,
        };
        days.get(row).copied().filter(|day| *day != UNKNOWN_DAY)
    }

    /// Returns the amount of a row in cents.
    pub(super) fn cents(&self, row: usize) -> Option<i64> {
        self.cents.get(row).copied().filter(|cents| *cents != UNKNOWN_AMOUNT)
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

/// Converts a day to a number in the same order.
pub(super) fn number_of(day: Date) -> i32 {
    day.num_days_from_ce()
}
