//! `couveuse list`: one row per startup.

use std::collections::BTreeMap;

use super::{amount, as_of_line, heading, startup_name};
use crate::locale::{Locale, fold};
use crate::model::{Date, Id, Portfolio, RecordKind, Severity};
use crate::report::symbols;
use crate::report::table::{Table, TableColumn};
use crate::rules::{ConventionBrief, ConventionStatus, OccurrenceState, StartupSummary};

/// The word that marks a startup that has changed.
const CHANGED: &str = "report-row-changed";

/// A startup, its lines of cells, and the word that marks an incomplete or changed one.
struct StartupRow {
    lines: Vec<Vec<String>>,
    mark: Option<&'static str>,
}

/// Sorts startups by name.
pub fn sort_startups(portfolio: &Portfolio, startups: &mut [StartupSummary]) {
    startups.sort_by_cached_key(|one| (fold(&startup_name(portfolio, &one.startup)), one.startup.clone()));
}

/// Returns one line per startup in the given order, marked if it has changed, then the unreadable ones; and one more
/// for each further convention.
#[must_use]
pub fn list(
    portfolio: &Portfolio,
    (startups, changed): (&[StartupSummary], &BTreeMap<Id, bool>),
    as_of: Date,
    locale: &Locale,
    width: usize,
) -> String {
    let unread = portfolio.unread();
    let mut rows: Vec<StartupRow> = Vec::new();
    for standing in startups {
        let is_incomplete = portfolio.is_incomplete(&unread, &standing.startup);
        let is_changed = changed.get(&standing.startup) == Some(&true);
        let mark = is_incomplete.then_some("report-row-incomplete").or(is_changed.then_some(CHANGED));
        rows.push(StartupRow { lines: lines(portfolio, standing, locale), mark });
    }
    for record in portfolio.unreadable.iter().filter(|record| record.kind == RecordKind::Startup) {
        let lines = vec![vec![record.id.to_string()]];
        rows.push(StartupRow { lines, mark: Some("report-row-unreadable") });
    }
    if rows.is_empty() {
        return format!("{}\n", locale.text("report-no-startups"));
    }
    let mut table = table(locale);
    for row in rows {
        for (n, line) in row.lines.into_iter().enumerate() {
            table.row(line);
            if let Some(word) = row.mark.filter(|_| n == 0) {
                table.mark(&mark(locale, word));
            }
        }
    }
    table.render(width) + &as_of_line(locale, as_of)
}

fn table(locale: &Locale) -> Table {
    Table::new(vec![
        TableColumn::names(heading(locale, "startup")),
        TableColumn::whole(heading(locale, "phase")).rank(3),
        TableColumn::number(locale.text("figure-received")),
        TableColumn::number(locale.text("figure-payable")),
        TableColumn::number(heading(locale, "payments-late")).rank(5),
        TableColumn::number(heading(locale, "obligations-late")).rank(2),
        TableColumn::number(heading(locale, "obligations-undetermined")).rank(4),
        TableColumn::whole(heading(locale, "committee")).rank(1),
        TableColumn::ids(heading(locale, "convention")).rank(8),
        TableColumn::whole(heading(locale, "status")).rank(7),
        TableColumn::ids(heading(locale, "id")).rank(6),
    ])
}

/// Returns the mark of a row: a symbol and a word.
fn mark(locale: &Locale, word: &str) -> String {
    let symbol = if word == CHANGED { symbols::CHANGED } else { symbols::of_severity(Severity::Error) };
    format!("{symbol} {}", locale.text(word))
}

fn lines(portfolio: &Portfolio, standing: &StartupSummary, locale: &Locale) -> Vec<Vec<String>> {
    let record = portfolio.startups.get(&standing.startup);
    let committee = standing.committee.as_ref().map(|clock| {
        let state = || locale.text(&format!("clock-{}", clock.state.name()));
        format!("{} {}", symbols::of_clock(clock.state), clock.next_due.map_or_else(state, |due| locale.date(due)))
    });
    let mut first = vec![
        record.map_or_else(|| standing.startup.to_string(), |record| record.name.clone()),
        standing.phase.map(|(phase, _)| locale.text(&format!("phase-{}", phase.name()))).unwrap_or_default(),
        amount(locale, standing.figures.received),
        amount(locale, standing.figures.payable),
        amount(locale, standing.figures.late),
        counted(OccurrenceState::Late, standing.all_late()),
        counted(OccurrenceState::Undetermined, standing.undetermined),
        committee.unwrap_or_default(),
    ];
    let beside = first.len();
    let of = |brief: &ConventionBrief| [brief.id.to_string(), status(locale, brief)];
    let mut conventions = standing.conventions.iter();
    first.extend(conventions.next().map_or_else(|| [String::new(), String::new()], of));
    first.push(standing.startup.to_string());
    let more = conventions.map(|brief| vec![String::new(); beside].into_iter().chain(of(brief)).collect());
    std::iter::once(first).chain(more).collect()
}

/// Returns a count with the symbol of its state.
fn counted(state: OccurrenceState, count: usize) -> String {
    if count == 0 { "–".to_owned() } else { format!("{} {count}", symbols::of_occurrence(state)) }
}

/// Returns the status, with the end if it has one.
fn status(locale: &Locale, brief: &ConventionBrief) -> String {
    let status = locale.text(&format!("convention-status-{}", brief.status.name()));
    match (brief.status, brief.ends) {
        (ConventionStatus::InForce | ConventionStatus::Ending | ConventionStatus::Ended, Some(ends)) => {
            let estimate = if brief.ends_estimated { "≈ " } else { "" };
            format!("{status} {estimate}{}", locale.date(ends).trim_start())
        }
        _ => status,
    }
}
