//! Answers as text for a terminal or a pipe: `list`, `due`, `funding`, `committees`, `log`, `show` and others.
//!
//! States are shown by a symbol and a word, never by colour alone. An empty answer is one line that says so.

mod cash;
mod committees;
mod compared;
mod diff;
mod doctor;
mod due;
mod explain;
mod funding;
mod import;
mod keys;
mod list;
mod log;
mod questions;
mod reviews;
mod show;
mod today;

pub use cash::cash;
pub use committees::{committees, sort_committees};
pub use compared::compared;
pub use diff::{diff, diff_as_markdown};
pub use doctor::doctor;
pub use due::due;
pub use explain::{explanation, source, topics, written};
pub use funding::{by_year, funding};
pub use import::{
    counted_rows, import, import_counts, import_details, is_listed, more_rows, new_rows, refusal, repeated_refusals,
    unused_columns,
};
pub use keys::keys;
pub use list::{list, sort_startups};
pub use log::log;
pub use questions::question;
pub use reviews::reviews;
pub use show::show;
pub use today::today;

use crate::locale::Locale;
use crate::model::{Commit, Date, Id, MessageArg, Money, Portfolio, Severity, short_commit};
use crate::report::symbols;
use crate::rules::{Figure, Figures, Unknown};

fn heading(locale: &Locale, key: &str) -> String {
    locale.text(&format!("report-column-{key}"))
}

/// Returns the last line of an answer: the day that it is as of.
fn as_of_line(locale: &Locale, as_of: Date) -> String {
    format!("\n{}\n", locale.message("report-as-of", &[("date", MessageArg::Date(as_of))]))
}

/// Returns the first line of an answer whose records are as of a commit.
#[must_use]
pub fn at_line(locale: &Locale, commit: &Commit) -> String {
    let day = MessageArg::Text(locale.date_in_full(commit.on));
    let short = MessageArg::Text(short_commit(&commit.name).to_owned());
    format!("{}\n\n", locale.message("report-at", &[("commit", short), ("date", day)]))
}

/// Returns a warning if some records could not be read, or an empty text.
#[must_use]
pub fn unreadable_notice(portfolio: &Portfolio, locale: &Locale) -> String {
    let unread = portfolio.unread().len() + portfolio.unread_files().len();
    if unread == 0 {
        return String::new();
    }
    let count = ("count", MessageArg::count(unread));
    format!("{} {}\n", symbols::of_severity(Severity::Error), locale.message("report-unread", &[count]))
}

fn day(locale: &Locale, date: Option<Date>) -> String {
    date.map(|date| locale.date(date)).unwrap_or_default()
}

/// Zero is shown as a dash, so that other amounts stand out.
fn amount(locale: &Locale, money: Money) -> String {
    if money.is_zero() { "–".to_owned() } else { locale.money_short(money) }
}

/// Zero is shown as a dash; an unknown part as `+ ?`.
fn figure(locale: &Locale, figures: &Figures, figure: Figure) -> String {
    let known = figures.get(figure);
    match (figures.is_unknown(figure), known.is_zero()) {
        (false, _) => amount(locale, known),
        (true, true) => "?".to_owned(),
        (true, false) => format!("{} + ?", locale.money_short(known)),
    }
}

fn startup_name(portfolio: &Portfolio, id: &Id) -> String {
    portfolio.startups.get(id).map_or_else(|| id.to_string(), |startup| startup.name.clone())
}

fn party_name(portfolio: &Portfolio, id: &Id) -> String {
    portfolio.parties.get(id).map_or_else(|| id.to_string(), |party| party.name.clone())
}

fn startup_names(portfolio: &Portfolio, ids: &[Id]) -> String {
    ids.iter().map(|id| startup_name(portfolio, id)).collect::<Vec<_>>().join(", ")
}

fn party_names(portfolio: &Portfolio, ids: &[Id]) -> String {
    ids.iter().map(|id| party_name(portfolio, id)).collect::<Vec<_>>().join(", ")
}

fn names(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")
}

/// `103 j`, or empty if not late.
fn lateness(locale: &Locale, days: i64) -> String {
    if days > 0 { locale.message("report-days", &[("count", MessageArg::Count(days))]) } else { String::new() }
}

/// Returns a day, or why it is unknown.
fn day_or_why(locale: &Locale, due: Option<Date>, unknown: Option<Unknown>) -> String {
    match (due, unknown) {
        (Some(due), _) => locale.date(due),
        (None, Some(unknown)) => locale.text(&format!("unknown-{}", unknown.name())),
        (None, None) => String::new(),
    }
}

/// Returns the short form: `? signature`.
fn day_or_what(locale: &Locale, due: Option<Date>, unknown: Option<Unknown>) -> String {
    match (due, unknown) {
        (None, Some(unknown)) => format!("? {}", locale.text(&format!("missing-{}", unknown.name()))),
        _ => day_or_why(locale, due, unknown),
    }
}
