//! All rows of a list, built on the worker thread: in their default order, then sorted and grouped.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::{Group, ListLine, ListRow};
use crate::report::filter::FactTable;
use crate::report::filter::TextIndex;
use crate::rules::{Figures, OccurrenceState};
use crate::ui::arrangement::SortKey;

/// Sums over the shown or the marked rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListSums {
    /// The number of rows.
    pub rows: usize,
    /// The number of rows per state or severity, by its discriminant.
    pub counts: [usize; OccurrenceState::ALL.len()],
    /// The sum of their figures.
    pub figures: Figures,
    /// The sum of the figures of frameworks, which are never added to the others.
    pub frameworks: Figures,
}

/// All rows of a list in their default order.
#[derive(Debug, Default)]
pub struct RowSet {
    rows: Vec<ListRow>,
    identities: Vec<u64>,
    /// Set when the list is filtered for the first time.
    search: OnceLock<RowSearch>,
}

/// What a filter needs of the rows of a list.
#[derive(Debug, Default)]
pub struct RowSearch {
    /// The searchable texts.
    pub texts: TextIndex,
    /// The values that conditions are compared with.
    pub facts: FactTable,
}

/// A row and its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupedRow {
    /// The index of the row in the row set.
    pub row: u32,
    /// The index of the group.
    pub group: Option<u32>,
}

/// A row set, sorted and grouped.
#[derive(Debug, Default)]
pub struct ArrangedRows {
    row_set: Arc<RowSet>,
    order: Vec<GroupedRow>,
    groups: Vec<Group>,
    /// The lines of the unfiltered list.
    shown: Vec<ListLine>,
}

impl RowSet {
    /// Both arguments are in the same order.
    #[must_use]
    pub const fn new(rows: Vec<ListRow>, identities: Vec<u64>) -> Self {
        Self { rows, identities, search: OnceLock::new() }
    }

    /// Returns what a filter needs; `None` until [`RowSet::make_searchable`] was called.
    #[must_use]
    pub fn search(&self) -> Option<&RowSearch> {
        self.search.get()
    }

    /// Builds what a filter needs, unless it is there. All copies of the `Arc` of the row set share it.
    pub fn make_searchable(&self, build: impl FnOnce() -> RowSearch) {
        self.search.get_or_init(build);
    }

    /// Returns the rows in their default order.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }
}

impl ArrangedRows {
    /// Sorts and groups a row set. `under` and `keys` are in the order of the row set; later keys decide between rows
    /// that are equal by the earlier ones. The sort is stable.
    #[must_use]
    pub fn arranged(
        row_set: Arc<RowSet>,
        under: Vec<Option<Group>>,
        order_of: &dyn Fn(&Group) -> (i64, String),
        keys: Vec<(Vec<SortKey>, bool)>,
    ) -> Self {
        let (groups, numbers) = numbered(under, order_of);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut order: Vec<GroupedRow> =
            numbers.into_iter().enumerate().map(|(row, group)| GroupedRow { row: number(row), group }).collect();
        for (keys, reversed) in keys.iter().rev() {
            order.sort_by(|one, other| compare(keys, *reversed, one, other));
        }
        let place = places(&groups, &order, !keys.is_empty());
        order.sort_by_key(|row| row.group.and_then(|group| place.get(group as usize)).copied());
        let shown = under_headings(order.iter(), order.len());
        Self { row_set, order, groups, shown }
    }

    #[must_use]
    pub const fn row_set(&self) -> &Arc<RowSet> {
        &self.row_set
    }

    /// Returns the rows in the order in which they are listed.
    #[must_use]
    pub fn order(&self) -> &[GroupedRow] {
        &self.order
    }

    #[must_use]
    pub fn group(&self, number: u32) -> Option<&Group> {
        self.groups.get(number as usize)
    }

    #[must_use]
    pub fn row(&self, number: u32) -> Option<ListRow> {
        self.row_set.rows.get(number as usize).copied()
    }

    /// Returns the identity of a row, stable across reloads.
    #[must_use]
    pub fn identity(&self, number: u32) -> Option<u64> {
        self.row_set.identities.get(number as usize).copied()
    }

    #[must_use]
    pub fn identities(&self) -> &[u64] {
        &self.row_set.identities
    }

    /// Returns what a filter needs, once it was built.
    #[must_use]
    pub fn search(&self) -> Option<&RowSearch> {
        self.row_set.search()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.row_set.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.row_set.rows.is_empty()
    }

    /// Returns the lines of the unfiltered list.
    #[must_use]
    pub fn shown(&self) -> &[ListLine] {
        &self.shown
    }
}

/// Returns the position of each group: in its own order, or in a sorted list that of its first row; separate groups
/// stay last.
fn places(groups: &[Group], order: &[GroupedRow], sorted: bool) -> Vec<(bool, usize)> {
    let mut places: Vec<(bool, usize)> = (0..groups.len()).map(|at| (false, at)).collect();
    if !sorted {
        return places;
    }
    let mut seen = vec![false; groups.len()];
    for (at, group) in order.iter().enumerate().filter_map(|(at, row)| Some((at, row.group? as usize))) {
        if let (Some(seen @ false), Some(place), Some(of)) =
            (seen.get_mut(group), places.get_mut(group), groups.get(group))
        {
            *seen = true;
            *place = (of.is_separate(), at);
        }
    }
    places
}

/// Returns the lines of `rows` rows with a heading before the first row of each group.
pub(super) fn under_headings<'a>(places: impl Iterator<Item = &'a GroupedRow>, rows: usize) -> Vec<ListLine> {
    let (mut shown, mut group, mut heading) = (Vec::with_capacity(rows), None, None);
    for place in places {
        if place.group != group {
            count_under(&mut shown, heading);
            group = place.group;
            heading = group.map(|_| shown.len());
            shown.extend(group.map(|group| ListLine::Heading(group, 0)));
        }
        shown.push(ListLine::Row(place.row));
    }
    count_under(&mut shown, heading);
    shown
}

/// Stores the number of rows below the last heading.
fn count_under(shown: &mut [ListLine], heading: Option<usize>) {
    let lines = shown.len();
    if let Some(at) = heading
        && let Some(ListLine::Heading(_, count)) = shown.get_mut(at)
    {
        *count = lines - at - 1;
    }
}

/// Returns the distinct groups in order, and the group index of each row.
fn numbered(under: Vec<Option<Group>>, order_of: &dyn Fn(&Group) -> (i64, String)) -> (Vec<Group>, Vec<Option<u32>>) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut known: HashMap<Group, u32> = HashMap::new();
    let mut numbers: Vec<Option<u32>> = Vec::with_capacity(under.len());
    for group in under {
        let next = number(known.len());
        numbers.push(group.map(|group| *known.entry(group).or_insert(next)));
    }
    let mut groups: Vec<(Group, u32)> = known.into_iter().collect();
    groups.sort_by_cached_key(|(group, number)| (order_of(group), *number));
    let mut rank = vec![0; groups.len()];
    for (at, (_, first)) in groups.iter().enumerate() {
        if let Some(rank) = rank.get_mut(*first as usize) {
            *rank = number(at);
        }
    }
    for group in numbers.iter_mut().flatten() {
        *group = rank.get(*group as usize).copied().unwrap_or_default();
    }
    (groups.into_iter().map(|(group, _)| group).collect(), numbers)
}

/// Unknown values sort last in both directions.
fn compare(keys: &[SortKey], reversed: bool, one: &GroupedRow, other: &GroupedRow) -> Ordering {
    match (keys.get(one.row as usize), keys.get(other.row as usize)) {
        (Some(SortKey::Unknown), Some(SortKey::Unknown)) => Ordering::Equal,
        (one @ Some(SortKey::Unknown), other) | (one, other @ Some(SortKey::Unknown)) => one.cmp(&other),
        (one, other) if reversed => other.cmp(&one),
        (one, other) => one.cmp(&other),
    }
}
