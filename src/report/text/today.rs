//! `couveuse today`: what needs attention, the most urgent first.

use super::{as_of_line, heading, startup_names};
use crate::locale::Locale;
use crate::model::{Date, MessageArg, Portfolio};
use crate::report::table::{Table, TableColumn};
use crate::report::words;
use crate::rules::Today;

/// Returns one line per item. `next` is the first later day with an item.
#[must_use]
pub fn today(
    portfolio: &Portfolio,
    today: &Today,
    next: Option<Date>,
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    let snoozed = [("count", MessageArg::count(today.snoozed))];
    let snoozed = (today.snoozed > 0).then(|| format!("{}\n", locale.message("total-today-snoozed", &snoozed)));
    let snoozed = snoozed.unwrap_or_default();
    if today.items.is_empty() {
        let text = match next {
            Some(next) => locale.message("report-nothing-today-until", &[("date", MessageArg::Date(next))]),
            None => locale.text("report-nothing-today"),
        };
        return format!("{text}\n{snoozed}");
    }
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "state")),
        TableColumn::whole(heading(locale, "due")),
        TableColumn::words(heading(locale, "startup")).min_width(12),
        TableColumn::text(heading(locale, "what")),
        TableColumn::number(heading(locale, "amount")).rank(1),
        TableColumn::words(heading(locale, "owner")).rank(2),
    ]);
    for item in &today.items {
        table.row([
            locale.text(&format!("today-band-{}", item.band.name())),
            item.due.map(|due| locale.date(due)).unwrap_or_default(),
            startup_names(portfolio, &item.startups),
            words::today_reason(item, as_of, locale),
            item.amount.map(|amount| locale.money_short(amount)).unwrap_or_default(),
            item.who.join(", "),
        ]);
    }
    table.render(width) + &snoozed + &as_of_line(locale, as_of)
}
