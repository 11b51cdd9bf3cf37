//! A timeline of months with intervals, markers, and a line at the day of the answers.

use chrono::Datelike;

use super::text::{Piece, StyledLine, piece};
use crate::model::Date;
use crate::ui::Token;

/// Cells per month: one for each half.
const PER_MONTH: usize = 2;

/// The months of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The first month, counted from January of year 0.
    first: i32,
    months: usize,
    as_of: Date,
}

/// A range of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The character that it is drawn with.
    pub sign: &'static str,
    pub token: Token,
}

/// A symbol on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    pub on: Date,
    pub sign: &'static str,
    pub token: Token,
    /// Whether it is still open; open markers outside of the timeline are shown at its edge.
    pub is_open: bool,
}

fn month_of(day: Date) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

impl Scale {
    /// As many whole months as fit in `cells` cells, three fifths of them before the day.
    #[must_use]
    pub fn around(as_of: Date, cells: usize) -> Self {
        let months = cells / PER_MONTH;
        let before = i32::try_from(months * 3 / 5).unwrap_or(0);
        Self { first: month_of(as_of) - before, months, as_of }
    }

    /// `months` months, ending with that of the day.
    #[must_use]
    pub fn until(as_of: Date, months: usize) -> Self {
        let before = i32::try_from(months).unwrap_or(0) - 1;
        Self { first: month_of(as_of) - before, months, as_of }
    }

    /// Returns the width in cells.
    #[must_use]
    pub const fn cells(&self) -> usize {
        self.months * PER_MONTH
    }

    /// Returns the cell of a day: negative before the first month, at least [`Scale::cells`] after the last.
    fn position(&self, day: Date) -> i64 {
        let months = i64::from(month_of(day) - self.first);
        months * 2 + i64::from(day.day() > 15)
    }

    /// Returns the cell of a day if it is on the timeline.
    #[must_use]
    pub fn cell(&self, day: Date) -> Option<usize> {
        usize::try_from(self.position(day)).ok().filter(|cell| *cell < self.cells())
    }

    /// Returns the initials of the months (`initials` has twelve), with the year in place of January and February.
    #[must_use]
    pub fn head(&self, initials: &str) -> StyledLine {
        let initials: Vec<char> = initials.chars().collect();
        let mut line = StyledLine::new();
        let mut month = 0;
        let now = month_of(self.as_of);
        while month < self.months {
            let number = self.first + i32::try_from(month).unwrap_or(0);
            let (year, of_year) = (number.div_euclid(12), number.rem_euclid(12));
            if of_year == 0 && month + 1 < self.months {
                line.push(piece(Token::Title, format!("’{:02} ", year.rem_euclid(100))));
                month += 2;
                continue;
            }
            let initial = initials.get(usize::try_from(of_year).unwrap_or(0)).copied().unwrap_or(' ');
            let token = if number == now { Token::Accent } else { Token::Header };
            line.push(piece(token, format!("{initial} ")));
            month += 1;
        }
        line
    }

    /// Returns a line of intervals with markers over them, later ones over earlier ones. Open markers outside of the
    /// timeline become arrows at its edge.
    #[must_use]
    pub fn line(&self, intervals: &[Interval], markers: &[Marker]) -> StyledLine {
        let mut cells: Vec<(&'static str, Token)> = vec![("·", Token::Border); self.cells()];
        for (n, cell) in cells.iter_mut().enumerate() {
            // One dot per month.
            if n % PER_MONTH == 1 {
                cell.0 = " ";
            }
        }
        let wide = i64::try_from(self.cells()).unwrap_or(i64::MAX);
        for interval in intervals {
            let last = self.position(interval.to).min(wide - 1);
            for at in self.position(interval.from).max(0)..=last {
                if let Some(cell) = usize::try_from(at).ok().and_then(|at| cells.get_mut(at)) {
                    *cell = (interval.sign, interval.token);
                }
            }
        }
        if let Some(cell) = self.cell(self.as_of).and_then(|at| cells.get_mut(at)) {
            *cell = ("│", Token::Accent);
        }
        for mark in markers {
            let (at, sign) = match self.position(mark.on) {
                before if before < 0 && mark.is_open => (0, "‹"),
                after if after >= wide && mark.is_open => (self.cells().saturating_sub(1), "›"),
                outside if outside < 0 || outside >= wide => continue,
                at => (usize::try_from(at).unwrap_or(0), mark.sign),
            };
            if let Some(cell) = cells.get_mut(at) {
                *cell = (sign, mark.token);
            }
        }
        joined(cells)
    }
}

/// Joins cells of the same token.
fn joined(cells: Vec<(&'static str, Token)>) -> StyledLine {
    let mut line: Vec<Piece> = Vec::new();
    for (sign, token) in cells {
        match line.last_mut() {
            Some(last) if last.token == token => last.text.push_str(sign),
            _ => line.push(piece(token, sign)),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn text(line: &StyledLine) -> String {
        line.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn months_are_laid_out_around_the_day() {
        // Ten months, six of them before December 2020: June to March.
        let scale = Scale::around(day("2020-12-01"), 21);
        assert_eq!(scale.cells(), 20);
        for (on, cell) in [
            ("2020-05-31", None),
            ("2020-06-01", Some(0)),
            ("2020-06-15", Some(0)),
            ("2020-06-16", Some(1)),
            ("2020-12-01", Some(12)),
            ("2020-12-31", Some(13)),
            ("2021-01-01", Some(14)),
            ("2021-03-31", Some(19)),
            ("2021-04-01", None),
        ] {
            assert_eq!(scale.cell(day(on)), cell, "{on}");
        }
        assert_eq!(text(&scale.head("jfmamjjasond")), "j j a s o n d ’21 m ");
    }

    #[test]
    fn months_up_to_the_day() {
        let scale = Scale::until(day("2020-12-01"), 3);
        assert_eq!(text(&scale.head("jfmamjjasond")), "o n d ");
        assert_eq!(scale.cell(day("2020-10-01")), Some(0));
    }

    #[test]
    fn a_timeline_without_room_is_empty() {
        let scale = Scale::around(day("2020-12-01"), 1);
        assert_eq!(
            text(&scale.line(&[], &[Marker { on: day("2020-12-01"), sign: "●", token: Token::Good, is_open: false }])),
            ""
        );
        assert_eq!(text(&scale.head("jfmamjjasond")), "");
    }

    #[test]
    fn markers_cover_intervals_and_the_line_of_the_day() {
        let scale = Scale::around(day("2020-12-01"), 20);
        let interval = |from, to| Interval { from: day(from), to: day(to), sign: "━", token: Token::Good };
        let mark = |on, sign| Marker { on: day(on), sign, token: Token::Accent, is_open: true };
        assert_eq!(text(&scale.line(&[], &[])), "· · · · · · │ · · · ");
        let held = scale.line(&[interval("2020-07-20", "2020-09-30")], &[mark("2020-07-20", "●")]);
        assert_eq!(text(&held), "· ·●━━━━· · │ · · · ");
        // An interval wider than the timeline; the line of the day stays visible.
        assert_eq!(text(&scale.line(&[interval("2019-01-01", "2022-01-01")], &[])), "━━━━━━━━━━━━│━━━━━━━");
        // Open markers outside are shown at the edge.
        assert_eq!(text(&scale.line(&[], &[mark("2019-01-01", "✗"), mark("2022-01-01", "◇")])), "‹ · · · · · │ · · ·›");
        let past = Marker { is_open: false, ..mark("2019-01-01", "●") };
        assert_eq!(text(&scale.line(&[], &[past])), "· · · · · · │ · · · ");
    }
}
