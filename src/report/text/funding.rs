//! `couveuse funding`: the money by startup, by framework and by contributor.

use super::{amount, as_of_line, heading};
use crate::locale::Locale;
use crate::model::{Date, Id, Portfolio};
use crate::report::table::{Column, Table};
use crate::rules::{Figure, Figures, FundingTotals};

/// Which figures go first where there is no room for all; those at the end go first.
const KEPT: [Figure; 11] = [
    Figure::Committed,
    Figure::Received,
    Figure::Late,
    Figure::Due,
    Figure::Outstanding,
    Figure::Undetermined,
    Figure::Refundable,
    Figure::Cp,
    Figure::Called,
    Figure::Left,
    Figure::Ae,
];

/// Three tables: the startups with their total, the frameworks (never added to it), the contributors.
#[must_use]
pub fn funding(portfolio: &Portfolio, report: &FundingTotals, as_of: Date, locale: &Locale, width: usize) -> String {
    let startup = |id: &Id| portfolio.startups.get(id).map(|startup| startup.name.clone());
    let party = |id: &Id| portfolio.parties.get(id).map(|party| party.name.clone());
    let mut startups = rows(&report.startups, startup);
    startups.push((locale.text("report-total"), report.total));
    let tables = [
        ("startup", startups),
        ("framework", rows(&report.frameworks, |_| None)),
        ("contributor", rows(&report.parties, party)),
    ];
    let tables: Vec<String> = tables
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(key, rows)| figures(&heading(locale, key), &rows, locale, width))
        .collect();
    tables.join("\n") + &as_of_line(locale, as_of)
}

fn rows(rows: &[(Id, Figures)], name: impl Fn(&Id) -> Option<String>) -> Vec<(String, Figures)> {
    rows.iter().map(|(id, figures)| (name(id).unwrap_or_else(|| id.to_string()), *figures)).collect()
}

/// The figures that are shown even where they are nothing: that nothing came in is an answer.
const ALWAYS: [Figure; 5] = [Figure::Committed, Figure::Due, Figure::Received, Figure::Outstanding, Figure::Late];

/// A table of figures; another than those five that is nothing in every row is left out.
pub(super) fn figures(first: &str, rows: &[(String, Figures)], locale: &Locale, width: usize) -> String {
    let says = |figure: Figure| ALWAYS.contains(&figure) || rows.iter().any(|(_, row)| !row.get(figure).is_zero());
    let shown: Vec<Figure> = Figure::ALL.into_iter().filter(|figure| says(*figure)).collect();
    let column = |figure: &Figure| {
        let rank = KEPT.iter().position(|kept| kept == figure).unwrap_or(KEPT.len());
        Column::number(locale.text(&format!("figure-{}", figure.name()))).rank(rank)
    };
    let columns = std::iter::once(Column::words(first.to_owned())).chain(shown.iter().map(column));
    let mut table = Table::new(columns.collect());
    for (name, row) in rows {
        table.row(std::iter::once(name.clone()).chain(shown.iter().map(|figure| amount(locale, row.get(*figure)))));
    }
    table.render(width)
}
