//! `couveuse today --json`: what needs attention.

use serde::Serialize;

use super::{id_or_null, ids, iso, iso_or_null};
use crate::locale::Locale;
use crate::model::Date;
use crate::report::commands::TodayCommands;
use crate::report::words;
use crate::rules::{Today, TodayItem};

/// `{items: […], as_of, snoozed, next}`, and `unreadable` as in every answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TodayJson {
    /// The most urgent first.
    pub items: Vec<TodayItemJson>,
    pub as_of: String,
    /// The number of snoozed rows.
    pub snoozed: usize,
    /// If there are no items: the first later day on which the same records have one.
    pub next: Option<String>,
}

/// Something that needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TodayItemJson {
    /// Identifies the row within its record as long as neither its day nor its amount changes; `snooze` takes it.
    pub id: String,
    /// 0 unreadable or missing record, 1 late, 2 due within a week, 3 soon, 4 without a day, 5 housekeeping.
    pub band: u8,
    /// `record`, `committee`, `tranche`, `condition`, `report`, `obligation`, `action`, `missing`, `uncommitted` or
    /// `unpushed`.
    pub kind: &'static str,
    pub record: String,
    pub startups: Vec<String>,
    pub convention: Option<String>,
    /// The owner, or the coaches of the startup.
    pub who: Vec<String>,
    pub due: Option<String>,
    /// Days since the due day; negative if it is ahead.
    pub days: Option<i64>,
    pub amount: Option<String>,
    /// The first cause in words, with what is to be done.
    pub reason: String,
    /// The earliest first.
    pub causes: Vec<CauseJson>,
    pub action: RemedyJson,
}

/// The remedy of a row: `{verb, command}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemedyJson {
    /// The verb that records it; `null` if no verb does.
    pub verb: Option<&'static str>,
    /// A command line for a shell.
    pub command: String,
}

/// Why something is a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CauseJson {
    pub cause: &'static str,
    pub on: Option<String>,
    /// In words.
    pub what: String,
}

/// Builds the answer of `today --json`.
#[must_use]
pub fn today(
    today: &Today,
    next: Option<Date>,
    as_of: Date,
    locale: &Locale,
    commands: &TodayCommands<'_>,
) -> TodayJson {
    TodayJson {
        items: today.items.iter().map(|item| row(item, as_of, locale, commands)).collect(),
        as_of: iso(as_of),
        snoozed: today.snoozed,
        next: iso_or_null(next),
    }
}

fn row(item: &TodayItem, as_of: Date, locale: &Locale, commands: &TodayCommands<'_>) -> TodayItemJson {
    let (verb, command) = commands.of(item, as_of);
    let cause = |cause| words::today_cause(item, cause, as_of, locale);
    TodayItemJson {
        id: item.id(),
        band: item.band.number(),
        kind: item.kind.name(),
        record: item.record.to_string(),
        startups: ids(&item.startups),
        convention: id_or_null(item.convention.as_ref()),
        who: item.who.clone(),
        due: iso_or_null(item.due),
        days: item.days,
        amount: item.amount.map(|amount| amount.to_string()),
        reason: words::today_reason(item, as_of, locale),
        causes: item
            .causes
            .iter()
            .map(|one| CauseJson { cause: one.name(), on: iso_or_null(one.day()), what: cause(*one) })
            .collect(),
        action: RemedyJson { verb, command },
    }
}
