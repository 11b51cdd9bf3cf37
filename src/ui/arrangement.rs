//! How a list is sorted and grouped, and which columns it shows in which order.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::screen::Screen;
use crate::locale::fold;
use crate::model::{Date, Money};

/// The arrangement of a list. The default is the one that the screen defines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The sort column, and whether the order is reversed; `None` for the default order.
    pub sort: Option<(usize, bool)>,
    /// The columns that decide between rows that are equal in the sort column, as a saved view names them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<(usize, bool)>,
    /// The index of the grouping; 0 is the default of the screen.
    pub group: usize,
    /// The columns in their order, each with whether it is shown; empty for the default.
    pub columns: Vec<(usize, bool)>,
}

impl Arrangement {
    /// Returns the arrangement after a click on the header of `column`: ascending, then descending, then the default
    /// order.
    #[must_use]
    pub fn sorted_by_next(&self, column: usize) -> Self {
        let sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        Self { sort, then: Vec::new(), ..self.clone() }
    }

    /// Returns all `count` columns in their order, each once, with whether it is shown. Unknown columns of other
    /// versions are ignored, and at least one column is always shown.
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

/// The arrangement of each list screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangements([Arrangement; Screen::COUNT]);

impl Arrangements {
    #[must_use]
    pub const fn of(&self, screen: Screen) -> &Arrangement {
        &self.0[screen.index()]
    }

    pub fn set(&mut self, screen: Screen, arrangement: Arrangement) {
        self.0[screen.index()] = arrangement;
    }
}

/// The value that a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A count, day, amount in cents, or rank.
    Number(i64),
    /// Text, folded.
    Text(String),
    /// A missing value, which sorts last in both directions.
    Unknown,
}

impl SortKey {
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(fold(text))
    }

    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Unknown, |day| Self::Number(day.num_days_from_ce().into()))
    }

    #[must_use]
    pub fn money(money: Money) -> Self {
        Self::Number(money.cents())
    }

    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_unique_and_never_all_hidden() {
        let of = |columns: &[(usize, bool)]| Arrangement { columns: columns.to_vec(), ..Arrangement::default() };
        assert_eq!(of(&[]).columns(3), [(0, true), (1, true), (2, true)]);
        assert_eq!(of(&[(2, true), (0, false)]).columns(3), [(2, true), (0, false), (1, true)], "a new one is shown");
        assert_eq!(of(&[(7, true), (1, false), (1, true)]).columns(2), [(1, false), (0, true)]);
        assert_eq!(of(&[(1, false), (0, false)]).columns(2), [(1, true), (0, false)]);
        assert_eq!(of(&[(0, false)]).columns(0), []);
    }

    #[test]
    fn repeated_sorting_returns_to_the_default() {
        let one = Arrangement::default().sorted_by_next(3);
        assert_eq!(one.sort, Some((3, false)));
        assert_eq!(one.sorted_by_next(3).sort, Some((3, true)));
        assert_eq!(one.sorted_by_next(3).sorted_by_next(3), Arrangement::default());
        assert_eq!(one.sorted_by_next(3).sorted_by_next(1).sort, Some((1, false)), "another begins anew");
    }
}
