//! Columns of a table: which find room, and how wide each is.

/// What a column asks for.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The cells that it needs to be worth showing.
    pub least: u16,
    /// The cells beyond which it gains nothing.
    pub most: u16,
    /// The higher, the sooner it goes when there is no room.
    pub goes: u8,
    /// Whether its text stands at the right.
    pub right: bool,
    /// The cells that it takes before others gain any.
    pub wanted: u16,
    /// Whether it goes as soon as others lack what they want, not only when they lack what they need.
    pub yields: bool,
    /// Whether it is a picture of what other columns say: nothing to be copied.
    pub drawn: bool,
}

impl Column {
    /// A column of one width.
    #[must_use]
    pub const fn fixed(width: u16, goes: u8) -> Self {
        Self { least: width, most: width, goes, right: false, wanted: 0, yields: false, drawn: false }
    }

    /// A column that takes what is left.
    #[must_use]
    pub const fn flexible(least: u16, most: u16, goes: u8) -> Self {
        Self { least, most, goes, right: false, wanted: 0, yields: false, drawn: false }
    }

    /// Gives the column `cells` cells before others gain any.
    #[must_use]
    pub const fn wanting(mut self, cells: u16) -> Self {
        self.wanted = cells;
        self
    }

    /// Lets the column be as narrow as `cells` cells: its text has a shorter form that finds room there.
    #[must_use]
    pub fn squeezed_to(mut self, cells: u16) -> Self {
        self.wanted = self.wanted.max(self.least);
        self.least = self.least.min(cells);
        self
    }

    /// Lets the column go as soon as others lack what they want.
    #[must_use]
    pub const fn yielding(mut self) -> Self {
        self.yields = true;
        self
    }

    /// Says that the column is a picture.
    #[must_use]
    pub const fn drawn(mut self) -> Self {
        self.drawn = true;
        self
    }

    /// Puts the column's text at the right.
    #[must_use]
    pub const fn at_right(mut self) -> Self {
        self.right = true;
        self
    }
}

impl Column {
    fn wants(&self) -> u16 {
        self.least.max(self.wanted)
    }

    /// The cells after it: what stands at the right would else touch what follows it.
    #[must_use]
    pub fn gap(&self, gap: u16) -> u16 {
        if self.right { gap.max(2) } else { gap }
    }
}

/// The width of each column with `gap` cells between those shown; 0 for one that found no room.
#[must_use]
pub fn fit(width: u16, gap: u16, columns: &[Column]) -> Vec<u16> {
    let mut shown = vec![true; columns.len()];
    let sum = |shown: &[bool], cells_of: &dyn Fn(&Column) -> u16| -> u16 {
        let mut some = columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
        let cells: u16 = some.clone().map(|column| cells_of(column) + column.gap(gap)).sum();
        cells - some.next_back().map_or(0, |last| last.gap(gap))
    };
    let needed = |shown: &[bool]| sum(shown, &|column| column.least);
    // What goes as soon as others lack something may lack something itself.
    let wanted = |shown: &[bool]| sum(shown, &|column| if column.yields { column.least } else { column.wants() });
    let first_to_go = |shown: &[bool], may_go: &dyn Fn(&Column) -> bool| {
        let shown = (0..columns.len()).filter(|&n| shown[n] && columns[n].goes > 0 && may_go(&columns[n]));
        shown.max_by_key(|&n| columns[n].goes)
    };
    let mut gone = Vec::new();
    while wanted(&shown) > width {
        let Some(n) = first_to_go(&shown, &|column| column.yields) else { break };
        shown[n] = false;
        gone.push(n);
    }
    while needed(&shown) > width {
        let Some(n) = first_to_go(&shown, &|_| true) else { break };
        shown[n] = false;
        gone.push(n);
    }
    // After a wide column went there may be room again for a narrow one that went before it.
    for n in gone.into_iter().rev() {
        shown[n] = true;
        shown[n] = wanted(&shown) <= width;
    }
    let mut left = width.saturating_sub(needed(&shown));
    let mut widths: Vec<u16> =
        columns.iter().zip(&shown).map(|(column, shown)| if *shown { column.least.min(width) } else { 0 }).collect();
    // The last to go is the first to be given what it wants.
    let mut by_rank: Vec<(&mut u16, &Column)> =
        widths.iter_mut().zip(columns).filter(|(width, _)| **width > 0).collect();
    by_rank.sort_by_key(|(_, column)| column.goes);
    for (width, column) in by_rank {
        let taken = column.wanted.saturating_sub(*width).min(left);
        *width += taken;
        left -= taken;
    }
    grow(&mut widths, columns, left);
    widths
}

/// Shares cells out evenly among the columns that gain by them.
fn grow(widths: &mut [u16], columns: &[Column], mut left: u16) {
    while left > 0 {
        let mut grown = false;
        for (width, column) in widths.iter_mut().zip(columns) {
            if left > 0 && *width > 0 && *width < column.most {
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

/// In fewer cells, each of them is worth more than air.
const CRAMPED: u16 = 60;

/// The widths with a gap of two where everything finds room with it, else with the gap that shows more; and that gap.
#[must_use]
pub fn fit_airy(width: u16, columns: &[Column]) -> (Vec<u16>, u16) {
    let airy = fit(width, 2, columns);
    let dense = fit(width, 1, columns);
    let mut by_rank: Vec<usize> = (0..columns.len()).collect();
    by_rank.sort_by_key(|&n| columns[n].goes);
    // The columns that matter most, and then, where cells are few, more of what these want.
    let worth = |widths: &[u16]| {
        let shown: Vec<bool> = by_rank.iter().map(|&n| widths[n] > 0).collect();
        let had = widths.iter().zip(columns).map(|(had, column)| (*had).min(column.wants())).sum::<u16>();
        (shown, if width < CRAMPED { had } else { 0 })
    };
    if worth(&dense) > worth(&airy) { (dense, 1) } else { (airy, 2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_by_their_rank_and_the_flexible_take_the_rest() {
        let columns =
            [Column::flexible(10, 20, 0), Column::fixed(8, 2), Column::fixed(5, 1), Column::flexible(4, 50, 3)];
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
        assert_eq!(fit(6, 1, &columns), [6, 0, 0, 0]);
        let wanting = [Column::flexible(10, 20, 0).wanting(15), Column::fixed(8, 2).yielding(), Column::fixed(5, 1)];
        assert_eq!(fit(30, 1, &wanting), [15, 8, 5]);
        assert_eq!(fit(29, 1, &wanting), [20, 0, 5]);
    }

    #[test]
    fn what_has_a_shorter_form_is_shortened_before_a_column_goes() {
        let columns = [
            Column::flexible(10, 20, 0).wanting(16),
            Column::fixed(17, 2).squeezed_to(11).at_right(),
            Column::fixed(6, 1).squeezed_to(3),
            Column::fixed(12, 3).squeezed_to(10),
            Column::fixed(5, 4).yielding(),
        ];
        assert_eq!(fit(61, 1, &columns), [16, 17, 6, 12, 5]);
        assert_eq!(fit(60, 1, &columns), [20, 17, 6, 12, 0]);
        assert_eq!(fit(45, 1, &columns), [16, 11, 4, 10, 0]);
        assert_eq!(fit(38, 1, &columns), [10, 11, 3, 10, 0]);
    }

    #[test]
    fn what_is_wanted_is_given_first() {
        let columns = [Column::flexible(10, 20, 0), Column::flexible(4, 50, 3).wanting(12)];
        assert_eq!(fit(20, 1, &columns), [10, 9]);
        assert_eq!(fit(25, 1, &columns), [11, 13]);
    }
}
