//! `couveuse committees`: when each committee is due.

use super::{as_of_line, day, day_or_what, day_or_why, heading, lateness, startup_name};
use crate::locale::{Locale, fold};
use crate::model::{Date, Id, Portfolio};
use crate::report::symbols;
use crate::report::table::{Table, TableColumn};
use crate::rules::{ClockState, CommitteeClock};

/// Sorts committees: late ones first, then by the day that the next is due.
pub fn sort_committees(portfolio: &Portfolio, clocks: &mut [CommitteeClock]) {
    clocks.sort_by_cached_key(|clock| (clock.state, clock.next_due, fold(&startup_name(portfolio, &clock.startup))));
}

/// Returns one line per committee in the order given. Skips startups without one.
#[must_use]
pub fn committees(
    portfolio: &Portfolio,
    clocks: &[CommitteeClock],
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    let clocks: Vec<&CommitteeClock> = clocks.iter().filter(|clock| clock.state != ClockState::None).collect();
    if clocks.is_empty() {
        return format!("{}\n", locale.text("report-no-committees"));
    }
    table(portfolio, &clocks, locale, width) + &as_of_line(locale, as_of)
}

/// Returns the table without the date line.
pub(super) fn table(portfolio: &Portfolio, clocks: &[&CommitteeClock], locale: &Locale, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "state")),
        TableColumn::words(heading(locale, "startup")).min_width(12),
        TableColumn::whole(heading(locale, "due")),
        TableColumn::number(heading(locale, "days-late")).rank(3),
        TableColumn::whole(heading(locale, "reason")).rank(3),
        TableColumn::whole(heading(locale, "last-held")).rank(2),
        TableColumn::whole(heading(locale, "planned")).rank(1),
        TableColumn::whole(heading(locale, "runs-out")).rank(4),
        TableColumn::words(heading(locale, "convention")).rank(5),
        TableColumn::whole(heading(locale, "article")).rank(6),
    ]);
    for clock in clocks {
        table.row([
            format!("{} {}", symbols::of_clock(clock.state), locale.text(&format!("clock-{}", clock.state.name()))),
            startup_name(portfolio, &clock.startup),
            day_or_why(locale, clock.next_due, clock.unknown),
            lateness(locale, clock.days_late),
            clock.reason.map(|reason| locale.text(&format!("clock-reason-{}", reason.name()))).unwrap_or_default(),
            day(locale, clock.last_held),
            day(locale, clock.planned),
            day(locale, clock.runs_out),
            clock.convention.as_ref().map(Id::to_string).unwrap_or_default(),
            clock.article.clone().unwrap_or_default(),
        ]);
        table.short(2, &day_or_what(locale, clock.next_due, clock.unknown));
    }
    table.render(width)
}
