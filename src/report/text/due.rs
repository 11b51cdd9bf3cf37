//! `couveuse due`: who owes what to whom, by when.

use super::{as_of_line, day_or_what, day_or_why, heading, lateness, party_names, startup_names};
use crate::locale::Locale;
use crate::model::{Date, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::report::{symbols, words};
use crate::rules::Occurrence;

/// Returns one line per occurrence, in the given order.
#[must_use]
pub fn due<'a>(
    portfolio: &Portfolio,
    occurrences: impl IntoIterator<Item = &'a Occurrence>,
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    match table(portfolio, occurrences.into_iter(), true, locale, width) {
        Some(table) => table + &as_of_line(locale, as_of),
        None => format!("{}\n", locale.text("report-nothing-due")),
    }
}

/// Returns the table without the date line; `None` if there are no occurrences.
pub(super) fn table<'a>(
    portfolio: &Portfolio,
    occurrences: impl Iterator<Item = &'a Occurrence>,
    with_startups: bool,
    locale: &Locale,
    width: usize,
) -> Option<String> {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "state")),
        TableColumn::whole(heading(locale, "due")),
        TableColumn::number(heading(locale, "days-late")).rank(3),
        TableColumn::words(heading(locale, "startup")).min_width(12).rank(2),
        TableColumn::words(heading(locale, "debtor")).rank(1),
        TableColumn::words(heading(locale, "creditor")).rank(4),
        TableColumn::words(heading(locale, "what")).min_width(19),
        TableColumn::words(heading(locale, "obligation")).rank(5),
        TableColumn::whole(heading(locale, "article")).rank(6),
        TableColumn::whole(heading(locale, "done")).rank(7),
    ]);
    let mut any = false;
    for one in occurrences {
        any = true;
        table.row([
            format!(
                "{} {}",
                symbols::of_occurrence(one.state),
                locale.text(&format!("occurrence-{}", one.state.name()))
            ),
            day_or_why(locale, one.due, one.unknown),
            lateness(locale, one.days_late),
            if with_startups { startup_names(portfolio, &one.startups) } else { String::new() },
            who(portfolio, one),
            party_names(portfolio, &one.creditors),
            words::what(one, locale),
            address(one),
            one.article.as_deref().unwrap_or_default().to_owned(),
            one.done_on().map(|on| locale.date(on)).unwrap_or_default(),
        ]);
        table.short(1, &day_or_what(locale, one.due, one.unknown));
    }
    any.then(|| table.render(width))
}

/// Returns those who owe it, or the owner of an action.
fn who(portfolio: &Portfolio, one: &Occurrence) -> String {
    match &one.owner {
        Some(owner) if one.debtors.is_empty() => owner.to_string(),
        _ => party_names(portfolio, &one.debtors),
    }
}

/// Returns the address that commands take: `convention/obligation`, or `startup/actions.ID`.
fn address(one: &Occurrence) -> String {
    match &one.convention {
        Some(convention) if one.is_obligation() => format!("{convention}/{}", one.obligation),
        _ => format!("{}/{}", one.record.id, one.id),
    }
}
