//! Fitting the columns of a table into a width, for text tables and screens.

/// The requirements of a column. All widths are in cells.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The minimum width; with less, the column is hidden.
    pub min: usize,
    /// The maximum width.
    pub max: usize,
    /// The priority for hiding: the highest goes first, 0 never.
    pub priority: u8,
    /// Whether the text is right-aligned.
    pub right: bool,
    /// The width that the column gets before others grow.
    pub preferred: usize,
    /// The width up to which the column grows before others do.
    pub grows_to: usize,
    /// Whether the column is hidden as soon as others lack the width they want, not only if they lack their minimum.
    pub yields: bool,
    /// Whether the column only visualizes other columns, so that it is left out of copies.
    pub drawn: bool,
    /// The column whose symbol it takes over if that is hidden, and the cells that it wants for it.
    pub stands_in: Option<(usize, usize)>,
}

impl ColumnSpec {
    /// Creates a column of fixed width.
    #[must_use]
    pub const fn fixed(width: usize, priority: u8) -> Self {
        Self {
            min: width,
            max: width,
            priority,
            right: false,
            preferred: 0,
            grows_to: 0,
            yields: false,
            drawn: false,
            stands_in: None,
        }
    }

    /// Creates a column that grows into the remaining width.
    #[must_use]
    pub const fn flexible(min: usize, max: usize, priority: u8) -> Self {
        Self { min, max, ..Self::fixed(min, priority) }
    }

    /// Gives the column `cells` cells before others grow.
    #[must_use]
    pub const fn wanting(mut self, cells: usize) -> Self {
        self.preferred = cells;
        self
    }

    /// Lets the column grow to `cells` cells before others grow beyond what they want. No column is hidden for it.
    #[must_use]
    pub const fn growing_to(mut self, cells: usize) -> Self {
        self.grows_to = cells;
        self
    }

    /// Lets the column shrink to `cells` cells, for texts with a shorter form.
    #[must_use]
    pub fn squeezed_to(mut self, cells: usize) -> Self {
        self.preferred = self.preferred.max(self.min);
        self.min = self.min.min(cells);
        self
    }

    /// Hides the column as soon as others lack the width they want.
    #[must_use]
    pub const fn yielding(mut self) -> Self {
        self.yields = true;
        self
    }

    /// Marks the column as a visualization.
    #[must_use]
    pub const fn drawn(mut self) -> Self {
        self.drawn = true;
        self
    }

    /// Lets the column want `cells` more cells while the column at `index` is hidden.
    #[must_use]
    pub const fn standing_in(mut self, index: usize, cells: usize) -> Self {
        self.stands_in = Some((index, cells));
        self
    }

    /// Right-aligns the column.
    #[must_use]
    pub const fn at_right(mut self) -> Self {
        self.right = true;
        self
    }
}

impl ColumnSpec {
    fn wants(&self) -> usize {
        self.min.max(self.preferred)
    }

    /// Returns the cells that it wants beside the columns that are shown.
    fn wants_beside(&self, shown: &[bool]) -> usize {
        let extra = self.stands_in.filter(|(of, _)| shown.get(*of) == Some(&false));
        self.wants() + extra.map_or(0, |(_, cells)| cells)
    }

    /// Returns the gap after the column. A right-aligned column needs at least two cells before the next one.
    #[must_use]
    pub fn gap(&self, gap: usize) -> usize {
        if self.right { gap.max(2) } else { gap }
    }
}

/// Returns the width of each column with `gap` cells between the shown ones; 0 for a hidden column.
#[must_use]
pub fn fit(width: usize, gap: usize, columns: &[ColumnSpec]) -> Vec<usize> {
    let mut shown = vec![true; columns.len()];
    let sum = |shown: &[bool], cells_of: &dyn Fn(&ColumnSpec) -> usize| -> usize {
        let mut some = columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
        let cells: usize = some.clone().map(|column| cells_of(column) + column.gap(gap)).sum();
        cells - some.next_back().map_or(0, |last| last.gap(gap))
    };
    let needed = |shown: &[bool]| sum(shown, &|column| column.min);
    // A yielding column needs no more than its minimum.
    let wanted =
        |shown: &[bool]| sum(shown, &|column| if column.yields { column.min } else { column.wants_beside(shown) });
    let first_to_go = |shown: &[bool], may_go: &dyn Fn(&ColumnSpec) -> bool| {
        let shown = (0..columns.len()).filter(|&n| shown[n] && columns[n].priority > 0 && may_go(&columns[n]));
        shown.max_by_key(|&n| columns[n].priority)
    };
    let mut gone = Vec::new();
    let yielded = |shown: &mut Vec<bool>, gone: &mut Vec<usize>| {
        while wanted(shown) > width {
            let Some(n) = first_to_go(shown, &|column| column.yields) else { break };
            shown[n] = false;
            gone.push(n);
        }
    };
    yielded(&mut shown, &mut gone);
    while needed(&shown) > width {
        let Some(n) = first_to_go(&shown, &|_| true) else { break };
        shown[n] = false;
        gone.push(n);
    }
    // A column that stands in for a hidden one needs more width.
    yielded(&mut shown, &mut gone);
    // Hiding a wide column may make room for a narrow one hidden before it.
    for n in gone.into_iter().rev() {
        shown[n] = true;
        shown[n] = wanted(&shown) <= width;
    }
    let mut left = width.saturating_sub(needed(&shown));
    let mut widths: Vec<usize> =
        columns.iter().zip(&shown).map(|(column, shown)| if *shown { column.min } else { 0 }).collect();
    // The most important columns get the width they want first.
    let mut by_rank: Vec<(&mut usize, &ColumnSpec)> =
        widths.iter_mut().zip(columns).filter(|(width, _)| **width > 0).collect();
    by_rank.sort_by_key(|(_, column)| column.priority);
    let mut take = |goal: &dyn Fn(&ColumnSpec) -> usize| {
        for (width, column) in &mut by_rank {
            let taken = goal(column).saturating_sub(**width).min(left);
            **width += taken;
            left -= taken;
        }
    };
    take(&|column| column.wants_beside(&shown));
    take(&|column| column.grows_to.min(column.max));
    grow(&mut widths, columns, left);
    widths
}

/// Distributes `left` cells evenly among the columns below their maximum.
fn grow(widths: &mut [usize], columns: &[ColumnSpec], mut left: usize) {
    while left > 0 {
        let mut grown = false;
        for (width, column) in widths.iter_mut().zip(columns) {
            if left > 0 && *width > 0 && *width < column.max {
                *width += 1;
                left -= 1;
                grown = true;
            }
        }
        if !grown {
            return;
        }
    }
}

/// Below this width, content matters more than wide gaps.
const CRAMPED: usize = 60;

/// Returns the widths and the gap: two cells if everything fits, else the gap that shows more. No column is wider than
/// `width`.
#[must_use]
pub fn fit_airy(width: usize, columns: &[ColumnSpec]) -> (Vec<usize>, usize) {
    let airy = fit(width, 2, columns);
    let dense = fit(width, 1, columns);
    let mut by_rank: Vec<usize> = (0..columns.len()).collect();
    by_rank.sort_by_key(|&n| columns[n].priority);
    // First the most important columns, then, on a narrow terminal, how much they get of what they want.
    let worth = |widths: &[usize]| {
        let shown: Vec<bool> = by_rank.iter().map(|&n| widths[n] > 0).collect();
        let had = widths.iter().zip(columns).map(|(had, column)| (*had).min(column.wants())).sum::<usize>();
        (shown, if width < CRAMPED { had } else { 0 })
    };
    let (widths, gap) = if worth(&dense) > worth(&airy) { (dense, 1) } else { (airy, 2) };
    (widths.into_iter().map(|column| column.min(width)).collect(), gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_hidden_by_priority_and_flexible_ones_take_the_rest() {
        let columns = [
            ColumnSpec::flexible(10, 20, 0),
            ColumnSpec::fixed(8, 2),
            ColumnSpec::fixed(5, 1),
            ColumnSpec::flexible(4, 50, 3),
        ];
        assert_eq!(fit(80, 1, &columns), [20, 8, 5, 44]);
        assert_eq!(fit(34, 1, &columns), [12, 8, 5, 6]);
        assert_eq!(fit(30, 1, &columns), [10, 8, 5, 4]);
        assert_eq!(fit(29, 1, &columns), [14, 8, 5, 0]);
        assert_eq!(fit(25, 1, &columns), [10, 8, 5, 0]);
        assert_eq!(fit(24, 1, &columns), [12, 0, 5, 5]);
        assert_eq!(fit(12, 1, &columns), [12, 0, 0, 0]);
        assert_eq!(fit_airy(34, &columns), (vec![11, 8, 5, 4], 2));
        assert_eq!(fit_airy(30, &columns), (vec![10, 8, 5, 4], 1));
        assert_eq!(fit_airy(18, &columns), (vec![11, 0, 5, 0], 2));
        assert_eq!(fit(6, 1, &columns), [10, 0, 0, 0], "the caller cuts");
        assert_eq!(fit_airy(6, &columns), (vec![6, 0, 0, 0], 2));
        let wanting =
            [ColumnSpec::flexible(10, 20, 0).wanting(15), ColumnSpec::fixed(8, 2).yielding(), ColumnSpec::fixed(5, 1)];
        assert_eq!(fit(30, 1, &wanting), [15, 8, 5]);
        assert_eq!(fit(29, 1, &wanting), [20, 0, 5]);
    }

    #[test]
    fn columns_shrink_before_any_is_hidden() {
        let columns = [
            ColumnSpec::flexible(10, 20, 0).wanting(16),
            ColumnSpec::fixed(17, 2).squeezed_to(11).at_right(),
            ColumnSpec::fixed(6, 1).squeezed_to(3),
            ColumnSpec::fixed(12, 3).squeezed_to(10),
            ColumnSpec::fixed(5, 4).yielding(),
        ];
        assert_eq!(fit(61, 1, &columns), [16, 17, 6, 12, 5]);
        assert_eq!(fit(60, 1, &columns), [20, 17, 6, 12, 0]);
        assert_eq!(fit(45, 1, &columns), [16, 11, 4, 10, 0]);
        assert_eq!(fit(38, 1, &columns), [10, 11, 3, 10, 0]);
    }

    #[test]
    fn a_column_that_takes_over_a_symbol_wants_room_for_it() {
        let columns = [
            ColumnSpec::flexible(10, 20, 0).wanting(12).standing_in(1, 2),
            ColumnSpec::fixed(12, 2),
            ColumnSpec::flexible(5, 5, 3).yielding(),
            ColumnSpec::fixed(10, 1),
        ];
        assert_eq!(fit(42, 1, &columns), [12, 12, 5, 10], "as wide as it wants");
        assert_eq!(fit(34, 1, &columns), [10, 12, 0, 10]);
        assert_eq!(fit(31, 1, &columns), [14, 0, 5, 10], "the bar fits beside the name with the symbol");
        assert_eq!(fit(30, 1, &columns), [19, 0, 0, 10], "and gives way to them");
    }

    #[test]
    fn a_column_may_grow_before_others_and_hides_none() {
        let columns = [
            ColumnSpec::flexible(10, 30, 1),
            ColumnSpec::flexible(10, 50, 0).growing_to(25),
            ColumnSpec::fixed(5, 2).yielding(),
        ];
        assert_eq!(fit(27, 1, &columns), [10, 10, 5]);
        assert_eq!(fit(40, 1, &columns), [10, 23, 5]);
        assert_eq!(fit(46, 1, &columns), [12, 27, 5], "then all grow alike");
    }

    #[test]
    fn wanted_widths_are_given_first() {
        let columns = [ColumnSpec::flexible(10, 20, 0), ColumnSpec::flexible(4, 50, 3).wanting(12)];
        assert_eq!(fit(20, 1, &columns), [10, 9]);
        assert_eq!(fit(25, 1, &columns), [11, 13]);
    }
}
