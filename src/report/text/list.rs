//! `couveuse list`: how each startup stands.

use super::{amount, as_of_line, clock_sign, heading};
use crate::locale::Locale;
use crate::model::{Date, Portfolio, RecordKind};
use crate::report::table::{Column, Table};
use crate::report::words;
use crate::rules::{Answers, ConventionBrief, ConventionStatus, StartupStanding};

/// A line for each startup: phase, money in of money promised, what is late, next committee, convention.
#[must_use]
pub fn list(portfolio: &Portfolio, answers: &Answers, as_of: Date, locale: &Locale, width: usize) -> String {
    let unread = portfolio.unread();
    let lost = portfolio.unreadable.iter().filter(|record| record.kind == RecordKind::Startup);
    if answers.startups.is_empty() && lost.clone().next().is_none() {
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
        let mut row = row(portfolio, standing, locale);
        if words::is_incomplete(portfolio, &unread, &standing.startup) {
            mark(&mut row, &locale.text("report-row-incomplete"));
        }
        table.row(row);
    }
    for record in lost {
        let mut row = vec![record.id.to_string()];
        mark(&mut row, &locale.text("report-row-unreadable"));
        table.row(row);
    }
    table.render(width) + &as_of_line(locale, as_of)
}

/// Marks a row of which something is missing: a sign before its name and a word after it.
fn mark(row: &mut [String], word: &str) {
    if let Some(name) = row.first_mut() {
        *name = format!("✗ {name} ({word})");
    }
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
