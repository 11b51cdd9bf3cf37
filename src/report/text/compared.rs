//! `couveuse funding --against DATE`: figures as of two days, and their differences.

use super::{heading, startup_name};
use crate::locale::{Locale, fold};
use crate::model::{Id, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::report::words::ComparedWords;
use crate::rules::{ComparedFigure, DayComparison};

/// Returns the total, then the startups with what differs.
#[must_use]
pub fn compared(portfolio: &Portfolio, comparison: &DayComparison, locale: &Locale, width: usize) -> String {
    let [was, is] = comparison.days.map(|day| locale.date(day).trim().to_owned());
    let mut table = Table::new(vec![
        TableColumn::names(heading(locale, "startup")),
        TableColumn::whole(heading(locale, "figure")),
        TableColumn::number(was),
        TableColumn::number(is),
        TableColumn::number(heading(locale, "difference")),
    ]);
    let mut rows = |name: &str, figures: &[ComparedFigure]| {
        for (n, one) in figures.iter().filter(|one| one.is_changed()).enumerate() {
            let ComparedWords { name: figure, was, is, difference } = ComparedWords::of(one, locale);
            let name = if n == 0 { name.to_owned() } else { String::new() };
            table.row([name, figure, was, is, difference]);
        }
    };
    rows(&locale.text("report-total"), &comparison.total);
    let mut startups: Vec<&(Id, Vec<ComparedFigure>)> = comparison.startups.iter().collect();
    startups.sort_by_cached_key(|(id, _)| fold(&startup_name(portfolio, id)));
    for (id, figures) in startups {
        rows(&startup_name(portfolio, id), figures);
    }
    if comparison.has_changes() { table.render(width) } else { format!("{}\n", locale.text("compare-nothing")) }
}
