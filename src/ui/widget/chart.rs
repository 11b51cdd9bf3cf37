//! Bars, sparklines and small charts of block characters. Each is shown next to its value in words;
//! [`crate::ui::Symbols`] replaces the characters on ASCII terminals.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::text::{StyledLine, piece};
use crate::model::Money;
use crate::ui::Token;

/// Blocks of zero to eight eighths.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Returns a thin bar for `part` of `whole`. The part is a heavy line, so that it is visible without colours.
#[must_use]
pub fn bar(part: Money, whole: Money, cells: usize) -> StyledLine {
    let share = part.per_mille_of(whole).map_or(0, |share| usize::try_from(share.clamp(0, 1000)).unwrap_or(0));
    thin(share, part > Money::ZERO, cells)
}

/// Returns a mark as a bar with a cell per point.
#[must_use]
pub fn marks(mark: u8, out_of: u8) -> StyledLine {
    let (filled, empty) = (usize::from(mark.min(out_of)), usize::from(out_of.saturating_sub(mark)));
    vec![piece(Token::Good, "━".repeat(filled)), piece(Token::Border, "─".repeat(empty))]
}

fn thin(per_mille: usize, is_some: bool, cells: usize) -> StyledLine {
    // A part above zero fills at least one cell, and only the whole fills all.
    let filled = match per_mille {
        0 if is_some => 1,
        1000 => cells,
        some => (some * cells / 1000).min(cells.saturating_sub(1)).max(usize::from(some > 0)),
    }
    .min(cells);
    vec![piece(Token::Good, "━".repeat(filled)), piece(Token::Border, "─".repeat(cells - filled))]
}

/// Returns a column chart of `lines` lines, one cell per value, top line first, starting from zero. Unknown values are
/// empty; a value above zero shows at least an eighth.
#[must_use]
pub fn columns(values: &[Option<Decimal>], lines: usize) -> Vec<String> {
    let most = values.iter().flatten().copied().max().unwrap_or_default();
    let levels: Vec<usize> = values.iter().map(|value| level(*value, most, lines * 8)).collect();
    let cell = |level: usize, below: usize| EIGHTHS[level.saturating_sub(below * 8).min(8)];
    (0..lines).rev().map(|below| levels.iter().map(|level| cell(*level, below)).collect()).collect()
}

/// Returns a column chart of one line.
#[must_use]
pub fn sparkline(values: &[Option<Decimal>]) -> String {
    columns(values, 1).concat()
}

fn level(value: Option<Decimal>, most: Decimal, levels: usize) -> usize {
    let Some(value) = value.filter(|value| *value > Decimal::ZERO) else { return 0 };
    let share = (value * Decimal::from(levels)).checked_div(most).unwrap_or_default();
    share.round().to_usize().unwrap_or(0).clamp(1, levels)
}

/// Reduces `values` to `cells` values, each the last one of its interval. Fewer values are returned as they are.
#[must_use]
pub fn resampled<T: Copy>(values: &[T], cells: usize) -> Vec<T> {
    if values.len() <= cells {
        return values.to_vec();
    }
    (0..cells).filter_map(|cell| values.get((cell + 1) * values.len() / cells - 1).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_or_empty_only_for_all_or_nothing() {
        let filled = |part, whole| {
            let bar = bar(Money::euros(part), Money::euros(whole), 6);
            assert_eq!(bar.iter().map(|piece| piece.text.chars().count()).sum::<usize>(), 6);
            bar[0].text.chars().count()
        };
        assert_eq!(
            [(0, 100), (1, 1000), (50, 100), (99, 100), (100, 100), (150, 100), (0, 0)]
                .map(|(part, whole)| filled(part, whole)),
            [0, 1, 3, 5, 6, 6, 0]
        );
    }

    #[test]
    fn marks_fill_as_many_cells() {
        let text = |mark| marks(mark, 4).into_iter().map(|piece| piece.text).collect::<String>();
        assert_eq!([0, 1, 4, 9].map(text), ["────", "━───", "━━━━", "━━━━"]);
    }

    #[test]
    fn columns_start_at_zero_and_show_small_values() {
        let values = |numbers: &[i64]| numbers.iter().map(|n| Some(Decimal::from(*n))).collect::<Vec<_>>();
        // Of 8: 0 is empty, 1 an eighth, 4 a half, 8 full.
        assert_eq!(sparkline(&values(&[0, 1, 4, 8])), " ▁▄█");
        assert_eq!(sparkline(&values(&[1, 1000])), "▁█");
        assert_eq!(sparkline(&[None, Some(Decimal::ONE)]), " █");
        assert_eq!(sparkline(&values(&[0, 0])), "  ");
        // Two lines are sixteen eighths: 12 of 16 fill the lower line and half of the upper one.
        assert_eq!(columns(&values(&[4, 12, 16]), 2), [" ▄█", "▄██"]);
        assert_eq!(columns(&[], 2), ["", ""]);
    }

    #[test]
    fn resampling_keeps_the_last_value() {
        assert_eq!(resampled(&[1, 2, 3], 5), [1, 2, 3]);
        assert_eq!(resampled(&[1, 2, 3, 4, 5, 6], 3), [2, 4, 6]);
        assert_eq!(resampled(&[1, 2, 3, 4, 5], 2), [2, 5]);
        assert!(resampled(&[1, 2], 0).is_empty());
    }
}
