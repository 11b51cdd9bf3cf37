//! Everything about a review.

use super::RecordPage;
use super::startup::actions;
use crate::locale::Locale;
use crate::model::{Date, Id, Portfolio, Review};
use crate::report::table::{Table, TableColumn};
use crate::report::text::{day, heading};
use crate::report::{statements, words};

pub(super) fn show(page: &mut RecordPage<'_>, portfolio: &Portfolio, id: &Id, as_of: Date) -> Option<()> {
    let review = portfolio.reviews.get(id)?;
    let (locale, width) = (page.locale, page.width);
    let person = |id: &Option<String>| id.as_deref().map(|id| words::person(portfolio, id)).unwrap_or_default();
    let parties = |ids: &[Id]| ids.iter().map(|id| words::party(portfolio, id)).collect::<Vec<_>>().join(", ");
    let members: Vec<String> = review.members.iter().map(|member| statements::attendee(member, portfolio)).collect();
    page.title(&words::of_review(review, locale));
    page.fields(&[
        ("id", id.to_string()),
        ("kind", locale.text(&format!("review-kind-{}", review.kind.name()))),
        ("start", review.start.map(|start| locale.time(start)).unwrap_or_default()),
        ("place", review.place.clone().unwrap_or_default()),
        ("chair", person(&review.chair)),
        ("secretary", person(&review.secretary)),
        ("members", members.join(", ")),
        ("minutes-each", review.minutes_each().to_string()),
        ("papers-sent", day(locale, review.papers_sent)),
        ("distribution", parties(&review.distribution)),
        ("closed", review.closed.map(|closed| words::date_time(closed, locale)).unwrap_or_default()),
        ("approved", day(locale, review.approved)),
    ]);
    page.section("agenda", &agenda(locale, portfolio, review, width));
    page.section("actions", &actions(locale, &review.actions, as_of, width));
    Some(())
}

fn agenda(locale: &Locale, portfolio: &Portfolio, review: &Review, width: usize) -> String {
    let mut table = Table::new(vec![
        TableColumn::number(heading(locale, "number")),
        TableColumn::words(heading(locale, "startup")),
        TableColumn::whole(heading(locale, "outcome")),
        TableColumn::whole(heading(locale, "decision")),
    ]);
    for item in review.ordered_agenda() {
        let startup = portfolio.startups.get(&item.startup);
        table.row([
            item.no.map(|no| no.to_string()).unwrap_or_default(),
            startup.map_or_else(|| item.startup.to_string(), |startup| startup.name.clone()),
            item.outcome.map(|outcome| locale.text(&format!("outcome-{}", outcome.name()))).unwrap_or_default(),
            review.decision_number(item).unwrap_or_default(),
        ]);
    }
    if review.agenda.is_empty() { String::new() } else { table.render(width) }
}
