//! `couveuse list`: how each startup stands.

use super::{amount, as_of_line, clock_sign, heading};
use crate::locale::Locale;
use crate::model::{Date, Portfolio};
use crate::report::table::{Column, Table};
use crate::rules::{Answers, ConventionBrief, ConventionStatus, StartupStanding};

/// A line for each startup: phase, money in of money promised, what is late, next committee, convention.
#[must_use]
pub fn list(portfolio: &Portfolio, answers: &Answers, as_of: Date, locale: &Locale, width: usize) -> String {
    if answers.startups.is_empty() {
        return format!("{}\n", locale.text("report-no-startups"));
    }
    let mut table = Table::new(vec![
        Column::words(heading(locale, "startup")),
        Column::whole(heading(locale, "phase")).rank(2),
        Column::number(locale.text("figure-received")),
        Column::number(locale.text("figure-committed")),
        Column::number(locale.text("figure-late")).rank(1),
        Column::number(heading(locale, "obligations-late")).rank(4),
        Column::whole(heading(locale, "committee")).rank(3),
        Column::words(heading(locale, "convention")).rank(5),
    ]);
    for standing in &answers.startups {
        table.row(row(portfolio, standing, locale));
    }
    table.render(width) + &as_of_line(locale, as_of)
}

fn row(portfolio: &Portfolio, standing: &StartupStanding, locale: &Locale) -> Vec<String> {
    let record = portfolio.startups.get(&standing.startup);
    let committee = standing.committee.as_ref().map(|clock| {
        let state = || locale.text(&format!("clock-{}", clock.state.name()));
        format!("{} {}", clock_sign(clock.state), clock.next_due.map_or_else(state, |due| locale.date(due)))
    });
    let late = if standing.late == 0 { "–".to_owned() } else { format!("! {}", standing.late) };
    vec![
        record.map_or_else(|| standing.startup.to_string(), |record| record.name.clone()),
        standing.phase.map(|(phase, _)| locale.text(&format!("phase-{}", phase.name()))).unwrap_or_default(),
        amount(locale, standing.figures.received),
        amount(locale, standing.figures.committed),
        amount(locale, standing.figures.late),
        late,
        committee.unwrap_or_default(),
        standing.conventions.iter().map(|brief| convention(locale, brief)).collect::<Vec<_>>().join(", "),
    ]
}

/// Its status, and when it ends where that is what matters.
fn convention(locale: &Locale, brief: &ConventionBrief) -> String {
    let status = locale.text(&format!("convention-status-{}", brief.status.name()));
    match (brief.status, brief.ends) {
        (ConventionStatus::InForce | ConventionStatus::Ending | ConventionStatus::Ended, Some(ends)) => {
            format!("{status} {}", locale.date(ends).trim_start())
        }
        _ => status,
    }
}
