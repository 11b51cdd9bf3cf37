//! `couveuse funding`: figures by startup, by framework and by contributor.

use super::{amount, as_of_line, heading};
use crate::locale::Locale;
use crate::model::{Date, Id, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::rules::{Figure, Figures, FundingTotals};

/// Figures by importance: the last are dropped first.
const BY_IMPORTANCE: [Figure; 11] = [
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

/// Three tables: startups with their total, frameworks (not part of the total), and contributors.
#[must_use]
pub fn funding(portfolio: &Portfolio, report: &FundingTotals, as_of: Date, locale: &Locale, width: usize) -> String {
    let startup = |id: &Id| portfolio.startups.get(id).map(|startup| startup.name.clone());
    let party = |id: &Id| portfolio.parties.get(id).map(|party| party.name.clone());
    let mut startups = rows(report.startups.iter().map(|one| (&one.startup, &one.figures)), startup);
    startups.push((locale.text("report-total"), report.total));
    let tables = [
        ("startup", startups),
        ("framework", rows(report.frameworks.iter().map(|(id, figures)| (id, figures)), |_| None)),
        ("contributor", rows(report.parties.iter().map(|one| (&one.party, &one.figures)), party)),
    ];
    let tables: Vec<String> = tables
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(key, rows)| figures(&heading(locale, key), &rows, locale, width))
        .collect();
    tables.join("\n") + &as_of_line(locale, as_of)
}

fn rows<'a>(
    rows: impl Iterator<Item = (&'a Id, &'a Figures)>,
    name: impl Fn(&Id) -> Option<String>,
) -> Vec<(String, Figures)> {
    rows.map(|(id, figures)| (name(id).unwrap_or_else(|| id.to_string()), *figures)).collect()
}

/// Figures that are shown even if all are zero.
const ALWAYS: [Figure; 5] = [Figure::Committed, Figure::Due, Figure::Received, Figure::Outstanding, Figure::Late];

/// A table of figures. Skips those that are zero in every row, except [`ALWAYS`].
pub(super) fn figures(first: &str, rows: &[(String, Figures)], locale: &Locale, width: usize) -> String {
    let says = |figure: Figure| ALWAYS.contains(&figure) || rows.iter().any(|(_, row)| !row.get(figure).is_zero());
    let shown: Vec<Figure> = Figure::ALL.into_iter().filter(|figure| says(*figure)).collect();
    let column = |figure: &Figure| {
        let rank = BY_IMPORTANCE.iter().zip(0..).find(|(kept, _)| *kept == figure).map_or(u8::MAX, |(_, rank)| rank);
        TableColumn::number(locale.text(&format!("figure-{}", figure.name()))).rank(rank)
    };
    let columns = std::iter::once(TableColumn::words(first.to_owned())).chain(shown.iter().map(column));
    let mut table = Table::new(columns.collect());
    for (name, row) in rows {
        table.row(std::iter::once(name.clone()).chain(shown.iter().map(|figure| amount(locale, row.get(*figure)))));
    }
    table.render(width)
}
