//! The portfolio itself: habits, counts and total figures.

use super::RecordPage;
use crate::model::{Convention, Date, Id, Portfolio};
use crate::report::text::{funding, heading};
use crate::rules;

pub(super) fn show(page: &mut RecordPage<'_>, portfolio: &Portfolio, as_of: Date) {
    let (locale, width) = (page.locale, page.width);
    let incubator = &portfolio.incubator;
    let habits = &incubator.habits;
    let name = incubator.name.clone().unwrap_or_else(|| locale.text("record-kind-portfolio"));
    let of = |wanted: fn(&Convention) -> bool| portfolio.conventions.values().filter(|one| wanted(one)).count();
    let days = |count: u32| locale.span(crate::model::Span::days(count));
    page.title(&name);
    page.fields(&[
        ("home", incubator.home.as_ref().map(Id::to_string).unwrap_or_default()),
        ("startups", portfolio.startups.len().to_string()),
        ("conventions", of(Convention::is_partnership).to_string()),
        ("frameworks", of(Convention::is_framework).to_string()),
        ("amendments", of(Convention::is_amendment).to_string()),
        ("parties", portfolio.parties.len().to_string()),
    ]);
    let before = page.text.len();
    page.fields(&[
        ("payment-days", days(habits.payment_days)),
        ("ending-days", days(habits.ending_days)),
        ("due-soon-days", days(habits.due_soon_days)),
        ("committee-every", locale.span(habits.committee_every)),
        ("committee-before-runout", days(habits.committee_before_runout_days)),
        ("papers-days", days(habits.papers_days)),
    ]);
    let habits = page.text.split_off(before);
    page.section("habits", &habits);
    let figures = [(locale.text("report-total"), rules::explain_portfolio(portfolio, as_of).figures)];
    page.section("funding", &funding::figures(&heading(locale, "startups"), &figures, locale, width));
}
