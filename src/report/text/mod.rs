//! The screens as text for a terminal or a pipe: `list`, `due`, `funding`, `committees`, `log` and `show`.
//!
//! A state is told by a sign and a word, never by colour: the signs are those of the screen. An empty answer says so in
//! one line.

mod committees;
mod due;
mod funding;
mod keys;
mod list;
mod log;
mod questions;
mod show;

pub use committees::committees;
pub use due::due;
pub use funding::funding;
pub use keys::keys;
pub use list::list;
pub use log::log;
pub use questions::question;
pub use show::show;

use crate::locale::Locale;
use crate::model::{Date, Id, MessageArg, Money, Portfolio, Severity};
use crate::report::symbols;
use crate::rules::Unknown;

fn heading(locale: &Locale, key: &str) -> String {
    locale.text(&format!("report-column-{key}"))
}

/// The line that the tables end with: of which day they speak.
fn as_of_line(locale: &Locale, as_of: Date) -> String {
    format!("\n{}\n", locale.message("report-as-of", &[("date", MessageArg::Date(as_of))]))
}

/// The line that every answer ends with where some records could not be read: what they say is missing from it.
/// Nothing where all were read.
#[must_use]
pub fn unreadable_notice(portfolio: &Portfolio, locale: &Locale) -> String {
    let unread = portfolio.unread();
    if unread.is_empty() {
        return String::new();
    }
    let count = ("count", MessageArg::count(unread.len()));
    format!("{} {}\n", symbols::of_severity(Severity::Error), locale.message("report-unread", &[count]))
}

fn day(locale: &Locale, date: Option<Date>) -> String {
    date.map(|date| locale.date(date)).unwrap_or_default()
}

/// Nothing is shown as nothing: a table of noughts hides the figures that say something.
fn amount(locale: &Locale, money: Money) -> String {
    if money.is_zero() { "–".to_owned() } else { locale.money_short(money) }
}

fn names(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")
}

/// `103 j` late, or nothing.
fn lateness(locale: &Locale, days: i64) -> String {
    if days > 0 { locale.message("report-days", &[("count", MessageArg::Count(days))]) } else { String::new() }
}

/// A day, or why there is none.
fn day_or_why(locale: &Locale, due: Option<Date>, unknown: Option<Unknown>) -> String {
    match (due, unknown) {
        (Some(due), _) => locale.date(due),
        (None, Some(unknown)) => locale.text(&format!("unknown-{}", unknown.name())),
        (None, None) => String::new(),
    }
}

/// The same where there is little room, as the screen says it: `? signature`.
fn day_or_what(locale: &Locale, due: Option<Date>, unknown: Option<Unknown>) -> String {
    match (due, unknown) {
        (None, Some(unknown)) => format!("? {}", locale.text(&format!("missing-{}", unknown.name()))),
        _ => day_or_why(locale, due, unknown),
    }
}
