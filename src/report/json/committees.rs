//! `couveuse committees --json`: the committee clock of every startup.

use serde::Serialize;

use super::{id_or_null, iso, iso_or_null};
use crate::model::Date;
use crate::rules::CommitteeClock;

/// `{as_of, committees: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteesJson {
    /// The day of the answer.
    pub as_of: String,
    /// In the order of the startups' ids.
    pub committees: Vec<ClockJson>,
}

/// The clock of one startup under one convention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClockJson {
    /// The startup's id.
    pub startup: String,
    /// The convention whose clause it is; `null` under the incubator's habit.
    pub convention: Option<String>,
    /// The article.
    pub article: Option<String>,
    /// The last one held.
    pub last_held: Option<String>,
    /// The next one set for a day.
    pub planned: Option<String>,
    /// The day the next is due.
    pub next_due: Option<String>,
    /// `ok`, `due-soon`, `late`, `undetermined` or `none`.
    pub state: &'static str,
    /// Days past due; 0 when not late.
    pub days_late: i64,
}

impl ClockJson {
    pub(super) fn new(clock: &CommitteeClock) -> Self {
        Self {
            startup: clock.startup.to_string(),
            convention: id_or_null(clock.convention.as_ref()),
            article: clock.article.clone(),
            last_held: iso_or_null(clock.last_held),
            planned: iso_or_null(clock.planned),
            next_due: iso_or_null(clock.next_due),
            state: clock.state.name(),
            days_late: clock.days_late,
        }
    }
}

/// The answer of `committees --json`.
#[must_use]
pub fn committees(clocks: &[CommitteeClock], as_of: Date) -> CommitteesJson {
    CommitteesJson { as_of: iso(as_of), committees: clocks.iter().map(ClockJson::new).collect() }
}
