//! `couveuse due`: who owes what to whom, by when.

use super::{as_of_line, day, heading, lateness, sign, unknown_words};
use crate::locale::Locale;
use crate::model::{Date, Id};
use crate::report::table::{Column, Table};
use crate::report::words;
use crate::rules::{Occurrence, OccurrenceState};

/// A line for each occurrence that is not done, as they come: the late first, then by due date.
#[must_use]
pub fn due<'a>(
    occurrences: impl IntoIterator<Item = &'a Occurrence>,
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    let open = occurrences.into_iter().filter(|one| one.state != OccurrenceState::Done);
    match table(open, locale, width) {
        Some(table) => table + &as_of_line(locale, as_of),
        None => format!("{}\n", locale.text("report-nothing-due")),
    }
}

/// The table alone; `None` of nothing.
pub(super) fn table<'a>(
    occurrences: impl Iterator<Item = &'a Occurrence>,
    locale: &Locale,
    width: usize,
) -> Option<String> {
    let mut table = Table::new(vec![
        Column::whole(heading(locale, "state")),
        Column::whole(heading(locale, "due")),
        Column::number(heading(locale, "days-late")).rank(3),
        Column::whole(heading(locale, "debtor")).rank(1),
        Column::whole(heading(locale, "creditor")).rank(4),
        Column::words(heading(locale, "what")),
        Column::whole(heading(locale, "obligation")).rank(2),
        Column::whole(heading(locale, "article")).rank(5),
    ]);
    let mut any = false;
    for one in occurrences {
        any = true;
        table.row([
            format!("{} {}", sign(one.state), locale.text(&format!("occurrence-{}", one.state.name()))),
            one.unknown
                .filter(|_| one.due.is_none())
                .map_or_else(|| day(locale, one.due), |why| unknown_words(locale, why)),
            lateness(locale, one.days_late),
            one.debtor.as_ref().map(Id::to_string).unwrap_or_default(),
            one.creditor.as_ref().map(Id::to_string).unwrap_or_default(),
            words::what(one, locale),
            format!("{}/{}", one.convention, one.obligation),
            one.article.clone().unwrap_or_default(),
        ]);
    }
    any.then(|| table.render(width))
}
