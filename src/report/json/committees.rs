//! `couveuse committees --json`: when each committee is due.

use serde::Serialize;

use super::{id_or_null, iso, iso_or_null};
use crate::model::Date;
use crate::rules::CommitteeClock;

/// `{as_of, committees: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteesJson {
    pub as_of: String,
    /// By startup id.
    pub committees: Vec<ClockJson>,
}

/// The committee of a startup under one convention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClockJson {
    pub startup: String,
    /// The convention with the clause; `null` if no clause applies.
    pub convention: Option<String>,
    pub article: Option<String>,
    pub last_held: Option<String>,
    /// The next planned day.
    pub planned: Option<String>,
    pub next_due: Option<String>,
    /// `ok`, `due-soon`, `late`, `undetermined` or `none`.
    pub state: &'static str,
    /// 0 if not late.
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

/// Builds the answer of `committees --json`.
#[must_use]
pub fn committees(clocks: &[CommitteeClock], as_of: Date) -> CommitteesJson {
    CommitteesJson { as_of: iso(as_of), committees: clocks.iter().map(ClockJson::new).collect() }
}
