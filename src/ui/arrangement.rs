//! How a list is arranged: sorted by which column, under which headings, with which columns in which order.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::screen::Screen;
use crate::locale::fold;
use crate::model::{Date, Money};

/// How one list is arranged. As it comes, it is as the screen has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// By which column, and whether the other way round; in the list's own order where none is chosen.
    pub sort: Option<(usize, bool)>,
    /// Which of the list's groupings: the first is its own.
    pub group: usize,
    /// Its columns in their order, each with whether it is shown; all of them in their own order where there are none.
    pub columns: Vec<(usize, bool)>,
}

impl Arrangement {
    /// The arrangement after the head of a column is picked once more: sorted by the column, then the other way round,
    /// then in the list's own order.
    #[must_use]
    pub fn sorted_by_next(&self, column: usize) -> Self {
        let sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        Self { sort, ..self.clone() }
    }

    /// The columns of a list of `count`, in their order, each once, with whether it is shown; whatever an older version
    /// of the program knew. Never all hidden.
    #[must_use]
    pub fn columns(&self, count: usize) -> Vec<(usize, bool)> {
        let mut columns: Vec<(usize, bool)> = Vec::with_capacity(count);
        for (column, shown) in self.columns.iter().copied().chain((0..count).map(|column| (column, true))) {
            if column < count && columns.iter().all(|(known, _)| *known != column) {
                columns.push((column, shown));
            }
        }
        if columns.iter().all(|(_, shown)| !shown)
            && let Some((_, shown)) = columns.first_mut()
        {
            *shown = true;
        }
        columns
    }
}

/// How each list is arranged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangements([Arrangement; Screen::COUNT]);

impl Arrangements {
    /// Of a screen.
    #[must_use]
    pub const fn of(&self, screen: Screen) -> &Arrangement {
        &self.0[screen.index()]
    }

    /// Arranges a screen.
    pub fn set(&mut self, screen: Screen, arrangement: Arrangement) {
        self.0[screen.index()] = arrangement;
    }
}

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number: of things, of days, of cents, of a place in an order.
    Number(i64),
    /// Words, accents and case folded.
    Text(String),
    /// What nobody knows: last in either direction.
    Unknown,
}

impl SortKey {
    /// Words.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(fold(text))
    }

    /// A day.
    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Unknown, |day| Self::Number(day.num_days_from_ce().into()))
    }

    /// An amount.
    #[must_use]
    pub fn money(money: Money) -> Self {
        Self::Number(money.cents())
    }

    /// A number of things, or a place in an order.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_that_there_are_each_once_and_never_all_hidden() {
        let of = |columns: &[(usize, bool)]| Arrangement { columns: columns.to_vec(), ..Arrangement::default() };
        assert_eq!(of(&[]).columns(3), [(0, true), (1, true), (2, true)]);
        assert_eq!(of(&[(2, true), (0, false)]).columns(3), [(2, true), (0, false), (1, true)], "a new one is shown");
        assert_eq!(of(&[(7, true), (1, false), (1, true)]).columns(2), [(1, false), (0, true)]);
        assert_eq!(of(&[(1, false), (0, false)]).columns(2), [(1, true), (0, false)]);
        assert_eq!(of(&[(0, false)]).columns(0), []);
    }

    #[test]
    fn sorting_by_a_column_again_and_again_comes_back_to_the_beginning() {
        let one = Arrangement::default().sorted_by_next(3);
        assert_eq!(one.sort, Some((3, false)));
        assert_eq!(one.sorted_by_next(3).sort, Some((3, true)));
        assert_eq!(one.sorted_by_next(3).sorted_by_next(3), Arrangement::default());
        assert_eq!(one.sorted_by_next(3).sorted_by_next(1).sort, Some((1, false)), "another begins anew");
    }
}
