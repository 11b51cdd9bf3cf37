//! `couveuse review`: the reviews.

use super::{day, heading};
use crate::locale::Locale;
use crate::model::{Portfolio, Review};
use crate::report::table::{Table, TableColumn};
use crate::rules;

/// Returns one line per review, in the order given.
#[must_use]
pub fn reviews(portfolio: &Portfolio, reviews: &[&Review], locale: &Locale, width: usize) -> String {
    if reviews.is_empty() {
        return format!("{}\n", locale.text("report-no-reviews"));
    }
    let mut table = Table::new(vec![
        TableColumn::whole(heading(locale, "state")),
        TableColumn::whole(heading(locale, "id")),
        TableColumn::whole(heading(locale, "on")),
        TableColumn::whole(heading(locale, "kind")).rank(1),
        TableColumn::number(heading(locale, "startups")),
        TableColumn::number(heading(locale, "settled")),
        TableColumn::whole(heading(locale, "approved")).rank(2),
    ]);
    for review in reviews {
        table.row([
            locale.text(&format!("review-state-{}", review.state().name())),
            review.id.to_string(),
            locale.date(review.on),
            locale.text(&format!("review-kind-{}", review.kind.name())),
            review.agenda.len().to_string(),
            rules::settled(portfolio, review).to_string(),
            day(locale, review.approved),
        ]);
    }
    table.render(width)
}
