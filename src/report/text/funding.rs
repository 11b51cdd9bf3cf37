//! `couveuse funding`: figures by startup, by framework, by party and by budget year.

use super::{amount, as_of_line, figure, heading, party_name, startup_name, startup_names};
use crate::locale::{Locale, fold};
use crate::model::{Date, Id, MessageArg, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::rules::{BudgetYear, Figure, Figures, FundingTotals, PartyFunding, YearFunding};

/// Figures by importance: the last are dropped first.
const BY_IMPORTANCE: [Figure; 15] = [
    Figure::Payable,
    Figure::Received,
    Figure::Late,
    Figure::Committed,
    Figure::Due,
    Figure::Outstanding,
    Figure::Undetermined,
    Figure::Refundable,
    Figure::Cp,
    Figure::Called,
    Figure::Uncalled,
    Figure::Left,
    Figure::Ae,
    Figure::RefundableCommitted,
    Figure::Unscheduled,
];

/// A name with its figures.
type FigureRow = (String, Figures);

/// Returns one table each for startups with their total, frameworks, contributors and payees, and notes on the figures.
#[must_use]
pub fn funding(portfolio: &Portfolio, report: &FundingTotals, as_of: Date, locale: &Locale, width: usize) -> String {
    let mut startups: Vec<FigureRow> =
        report.startups.iter().map(|one| (startup_name(portfolio, &one.startup), one.figures)).collect();
    startups.sort_by_cached_key(|(name, _)| fold(name));
    startups.push((locale.text("report-total"), report.total));
    let framework = |(id, figures): &(Id, Figures)| {
        let title = portfolio.conventions.get(id).map_or_else(|| id.to_string(), |one| one.title.clone());
        (title, *figures)
    };
    let of_parties = |figures: fn(&PartyFunding) -> Figures| -> Vec<FigureRow> {
        let rows = report.parties.iter().map(|one| (party_name(portfolio, &one.party), figures(one)));
        let mut rows: Vec<FigureRow> = rows.filter(|(_, figures)| *figures != Figures::default()).collect();
        rows.sort_by_cached_key(|(name, _)| fold(name));
        rows
    };
    let tables = [
        ("startup", startups),
        ("framework", report.frameworks.iter().map(framework).collect()),
        ("contributor", of_parties(|one| one.figures)),
        ("framework-contributor", of_parties(|one| one.frameworks)),
        ("payee", of_parties(|one| one.receives)),
        ("framework-payee", of_parties(|one| one.receives_frameworks)),
    ];
    let tables: Vec<String> = tables
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(key, rows)| figures(&heading(locale, key), &rows, locale, width))
        .collect();
    tables.join("\n") + &notes(portfolio, report, locale) + &as_of_line(locale, as_of)
}

/// Returns what the figures leave out or count several times.
fn notes(portfolio: &Portfolio, report: &FundingTotals, locale: &Locale) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in report.startups.iter().filter(|one| !one.shared_with.is_empty()) {
        let startup = ("startup", MessageArg::Text(startup_name(portfolio, &one.startup)));
        let others = ("others", MessageArg::Text(startup_names(portfolio, &one.shared_with)));
        lines.push(locale.message("report-shared-with", &[startup, others]));
    }
    let is_unfollowed = |one: &&crate::rules::StartupFunding| !one.figures.payments_recorded();
    let unfollowed: Vec<Id> = report.startups.iter().filter(is_unfollowed).map(|one| one.startup.clone()).collect();
    if !unfollowed.is_empty() {
        let names = ("startups", MessageArg::Text(startup_names(portfolio, &unfollowed)));
        lines.push(locale.message("report-payments-unrecorded", &[names]));
    }
    let unallocated = report.total.unallocated;
    if !unallocated.is_zero() {
        let payments = ("payments", MessageArg::Money(unallocated.payments));
        let spending = ("spending", MessageArg::Money(unallocated.spending));
        lines.push(locale.message("report-unallocated", &[payments, spending]));
    }
    if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join("\n")) }
}

/// Returns the money by budget year and nature, and by budget year and convention.
#[must_use]
pub fn by_year(
    portfolio: &Portfolio,
    years: &[YearFunding],
    budgets: &[BudgetYear],
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    if years.is_empty() {
        return format!("{}\n", locale.text("report-no-years"));
    }
    let natures = years.iter().map(|row| (row, row.nature.clone().unwrap_or_default()));
    let title = |id: &Id| portfolio.conventions.get(id).map_or_else(|| id.to_string(), |one| one.title.clone());
    let conventions = budgets.iter().flat_map(|budget| &budget.conventions).map(|(id, row)| (row, title(id)));
    let tables = [year_table("nature", natures, locale, width), year_table("convention", conventions, locale, width)];
    tables.join("\n") + &as_of_line(locale, as_of)
}

fn year_table<'a>(
    second: &str,
    rows: impl Iterator<Item = (&'a YearFunding, String)>,
    locale: &Locale,
    width: usize,
) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "year")),
        TableColumn::words(heading(locale, second)),
        TableColumn::number(locale.text("figure-committed")),
        TableColumn::number(locale.text("figure-received")),
        TableColumn::number(locale.text("figure-ae")),
        TableColumn::number(heading(locale, "service-done")),
        TableColumn::number(locale.text("figure-cp")),
    ]);
    for (row, name) in rows {
        let amounts = [row.promised, row.payments, row.ae, row.service_done, row.cp];
        let first = [row.year.to_string(), name];
        table.row(first.into_iter().chain(amounts.map(|money| amount(locale, money))));
    }
    table.render(width)
}

/// Figures that are shown even if all are zero.
const ALWAYS: [Figure; 5] = [Figure::Payable, Figure::Due, Figure::Received, Figure::Outstanding, Figure::Late];

/// Returns a table of figures. Skips those that are zero in every row, except [`ALWAYS`], and what is promised if all
/// of it is payable.
pub(super) fn figures(first: &str, rows: &[FigureRow], locale: &Locale, width: usize) -> String {
    let says = |figure: Figure| match figure {
        Figure::Committed => rows.iter().any(|(_, row)| row.committed != row.payable),
        figure => {
            let is_zero = |row: &Figures| row.get(figure).is_zero() && !row.is_unknown(figure);
            ALWAYS.contains(&figure) || rows.iter().any(|(_, row)| !is_zero(row))
        }
    };
    let shown: Vec<Figure> = Figure::ALL.into_iter().filter(|figure| says(*figure)).collect();
    let column = |figure: &Figure| {
        let rank = BY_IMPORTANCE.iter().position(|kept| kept == figure).unwrap_or(BY_IMPORTANCE.len());
        let rank = u8::try_from(rank).unwrap_or(u8::MAX);
        TableColumn::number(locale.text(&format!("figure-{}", figure.name()))).rank(rank)
    };
    let columns = std::iter::once(TableColumn::words(first.to_owned())).chain(shown.iter().map(column));
    let mut table = Table::new(columns.collect());
    for (name, row) in rows {
        table.row(std::iter::once(name.clone()).chain(shown.iter().map(|one| figure(locale, row, *one))));
    }
    table.render(width)
}
