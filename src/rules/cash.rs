//! Money received and spent per month, for a chart.

use chrono::{Datelike, Months};

use super::{ExplainedFigures, Figure};
use crate::model::{Date, Money};

/// The money of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CashMonth {
    pub first: Date,
    pub received: Money,
    /// The payments made (CP) in the month.
    pub spent: Money,
}

/// Returns the last `months` months up to the month of `as_of`.
#[must_use]
pub fn cash_by_month(explained: &ExplainedFigures, as_of: Date, months: u32) -> Vec<CashMonth> {
    let last = as_of.with_day(1).unwrap_or(as_of);
    let month = |before: u32| last.checked_sub_months(Months::new(before));
    let empty = |first| CashMonth { first, received: Money::ZERO, spent: Money::ZERO };
    let mut all: Vec<CashMonth> = (0..months).rev().filter_map(month).map(empty).collect();
    let (Some(start), count) = (all.first().map(|month| month.first), all.len()) else { return all };
    for (figure, line) in &explained.lines {
        let Some(on) = line.on.filter(|on| *on >= start) else { continue };
        let years = i64::from(on.year()) - i64::from(start.year());
        let at = years * 12 + i64::from(on.month()) - i64::from(start.month());
        let Some(month) = usize::try_from(at).ok().filter(|at| *at < count).and_then(|at| all.get_mut(at)) else {
            continue;
        };
        match figure {
            Figure::Received => month.received += line.amount,
            Figure::Cp => month.spent += line.amount,
            _ => {}
        }
    }
    all
}
