//! `couveuse committees --json`: when each committee is due.

use serde::Serialize;

use super::{id_or_null, iso, iso_or_null};
use crate::model::Date;
use crate::rules::{ClockReason, CommitteeClock, Unknown};

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
    /// `clause`, `decision`, `deferred`, `runway` or `habit`; `null` if nothing makes a committee due.
    pub reason: Option<&'static str>,
    pub article: Option<String>,
    pub last_held: Option<String>,
    /// The next planned day.
    pub planned: Option<String>,
    pub next_due: Option<String>,
    /// `ok`, `due-soon`, `late`, `undetermined` or `none`.
    pub state: &'static str,
    /// 0 if not late.
    pub days_late: i64,
    /// Why `next_due` is `null`.
    pub unknown: Option<&'static str>,
    /// The day on which the papers of the planned one are due.
    pub papers_due: Option<String>,
    /// The day on which the money runs out, if that is the reason.
    pub runs_out: Option<String>,
}

impl ClockJson {
    pub(super) fn new(clock: &CommitteeClock) -> Self {
        Self {
            startup: clock.startup.to_string(),
            convention: id_or_null(clock.convention.as_ref()),
            reason: clock.reason.map(ClockReason::name),
            article: clock.article.clone(),
            last_held: iso_or_null(clock.last_held),
            planned: iso_or_null(clock.planned),
            next_due: iso_or_null(clock.next_due),
            state: clock.state.name(),
            days_late: clock.days_late,
            unknown: clock.unknown.map(Unknown::name),
            papers_due: iso_or_null(clock.papers_due),
            runs_out: iso_or_null(clock.runs_out),
        }
    }
}

/// Builds the answer of `committees --json`.
#[must_use]
pub fn committees(clocks: &[CommitteeClock], as_of: Date) -> CommitteesJson {
    CommitteesJson { as_of: iso(as_of), committees: clocks.iter().map(ClockJson::new).collect() }
}
