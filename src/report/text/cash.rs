//! `couveuse funding --cash`: money by month, received, spent and expected.

use chrono::Datelike;

use super::{amount, as_of_line, heading, startup_name, startup_names};
use crate::locale::{Locale, fold};
use crate::model::{Date, MessageArg, Money, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::rules::{CashForecast, CashReport};

/// Returns the months of the portfolio, a line per startup, and what is left out.
#[must_use]
pub fn cash(portfolio: &Portfolio, report: &CashReport, as_of: Date, locale: &Locale, width: usize) -> String {
    let tables = [months(&report.total, locale, width), startups(portfolio, report, locale, width)];
    tables.join("\n") + &notes(portfolio, &report.total, locale) + &as_of_line(locale, as_of)
}

/// Returns one line per month: received and spent in the past, expected and spent ahead, and what is left at its end.
fn months(total: &CashForecast, locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "month")),
        TableColumn::number(locale.text("figure-received")).rank(2),
        TableColumn::number(locale.text("figure-spent")).rank(3),
        TableColumn::number(heading(locale, "expected")),
        TableColumn::number(heading(locale, "spending-ahead")).rank(1),
        TableColumn::number(heading(locale, "balance")),
    ]);
    let name = |first: Date| locale.month(first.year(), first.month());
    let current = total.months.first().map(|month| month.first);
    for month in total.past.iter().filter(|month| Some(month.first) != current) {
        let moved = [amount(locale, month.received), amount(locale, month.spent)];
        table.row(std::iter::once(name(month.first)).chain(moved));
    }
    for month in &total.months {
        let past = total.past.iter().find(|past| past.first == month.first);
        let moved =
            past.map_or_else(Default::default, |past| [past.received, past.spent].map(|one| amount(locale, one)));
        let ahead = [month.expected, month.spending].map(|one| amount(locale, one));
        let balance = month.balance.map(|money| locale.money(money)).unwrap_or_default();
        table.row(std::iter::once(name(month.first)).chain(moved).chain(ahead).chain([balance]));
    }
    table.render(width)
}

/// Returns one line per startup: what is available, spent per month and expected, and when it is short of money.
fn startups(portfolio: &Portfolio, report: &CashReport, locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::words(heading(locale, "startup")),
        TableColumn::number(heading(locale, "available")),
        TableColumn::number(heading(locale, "per-month")).rank(1),
        TableColumn::number(heading(locale, "expected")).rank(2),
        TableColumn::number(heading(locale, "undated")).rank(4),
        TableColumn::number(heading(locale, "balance")).rank(3),
        TableColumn::whole(heading(locale, "short-from")),
    ]);
    let mut all: Vec<&CashForecast> = report.startups.iter().collect();
    let name = |one: &CashForecast| one.startup.as_ref().map_or_else(String::new, |id| startup_name(portfolio, id));
    all.sort_by_cached_key(|one| fold(&name(one)));
    let some = |money: Option<Money>| money.map_or_else(|| "?".to_owned(), |money| locale.money(money));
    for one in all {
        let expected: Money = one.months.iter().map(|month| month.expected).sum();
        table.row([
            name(one),
            some(one.available),
            one.burn.map_or_else(|| "–".to_owned(), |burn| locale.money(burn.per_month())),
            amount(locale, expected),
            amount(locale, one.undated),
            some(one.months.last().and_then(|month| month.balance)),
            one.short_from().map(|first| locale.month(first.year(), first.month())).unwrap_or_default(),
        ]);
    }
    table.render(width)
}

fn notes(portfolio: &Portfolio, total: &CashForecast, locale: &Locale) -> String {
    let mut lines = vec![locale.text("report-cash-rule")];
    if !total.undated.is_zero() {
        lines.push(locale.message("report-cash-undated", &[("amount", MessageArg::Money(total.undated))]));
    }
    if !total.unrecorded.is_empty() {
        let names = ("startups", MessageArg::Text(startup_names(portfolio, &total.unrecorded)));
        lines.push(locale.message("report-payments-unrecorded", &[names]));
    }
    format!("\n{}\n", lines.join("\n"))
}
