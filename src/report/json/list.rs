//! `couveuse list --json`: how each startup stands.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{FiguresJson, id_or_null, ids, iso, iso_or_null};
use crate::model::{Date, Portfolio, RecordRef};
use crate::rules::{Answers, CommitteeClock, ConventionBrief, StartupSummary};

/// `{as_of, startups: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListJson {
    /// The day of the answer.
    pub as_of: String,
    /// In the order of their ids.
    pub startups: Vec<StartupSummaryJson>,
}

/// One startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StartupSummaryJson {
    /// Its id.
    pub id: String,
    /// Its name today.
    pub name: String,
    /// Its other names.
    pub also: Vec<String>,
    /// Its phase on the day; `null` before the first.
    pub phase: Option<&'static str>,
    /// Since when.
    pub phase_from: Option<String>,
    /// The incubator that follows it.
    pub incubator: Option<String>,
    /// The bodies that the public record names as sponsors.
    pub sponsors: Vec<String>,
    /// The conventions that fund it.
    pub conventions: Vec<ConventionBriefJson>,
    /// Its money over all its conventions.
    pub funding: FiguresJson,
    /// How many occurrences of obligations are late.
    pub late: usize,
    /// How many hang on something unknown.
    pub undetermined: usize,
    /// Its next committee: the most urgent of its clocks.
    pub committee: Option<CommitteeBriefJson>,
    /// The day its money runs out at the rate of the last six months.
    pub runs_out: Option<String>,
    /// Whether a part of its record or of its conventions could not be read, so that the row may be wrong.
    pub incomplete: bool,
}

/// A convention of a startup: `{id, status, signed, ends}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConventionBriefJson {
    /// Its id.
    pub id: String,
    /// `unsigned`, `in-force`, `no-term`, `ending`, `ended` or `terminated`.
    pub status: &'static str,
    /// The day it was signed.
    pub signed: Option<String>,
    /// The day it ends or ended.
    pub ends: Option<String>,
}

impl ConventionBriefJson {
    pub(super) fn new(convention: &ConventionBrief) -> Self {
        Self {
            id: convention.id.to_string(),
            status: convention.status.name(),
            signed: iso_or_null(convention.signed),
            ends: iso_or_null(convention.ends),
        }
    }
}

/// The next committee of a startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteeBriefJson {
    /// The day it is due.
    pub next_due: Option<String>,
    /// The day it is set for.
    pub planned: Option<String>,
    /// `ok`, `due-soon`, `late`, `undetermined` or `none`.
    pub state: &'static str,
    /// Days past due; 0 when not late.
    pub days_late: i64,
}

impl CommitteeBriefJson {
    fn new(clock: &CommitteeClock) -> Self {
        Self {
            next_due: iso_or_null(clock.next_due),
            planned: iso_or_null(clock.planned),
            state: clock.state.name(),
            days_late: clock.days_late,
        }
    }
}

impl StartupSummaryJson {
    fn new(portfolio: &Portfolio, unread: &BTreeSet<&RecordRef>, standing: &StartupSummary) -> Self {
        let record = portfolio.startups.get(&standing.startup);
        Self {
            id: standing.startup.to_string(),
            name: record.map_or_else(|| standing.startup.to_string(), |record| record.name.clone()),
            also: record.map(|record| record.also.clone()).unwrap_or_default(),
            phase: standing.phase.map(|(phase, _)| phase.name()),
            phase_from: standing.phase.map(|(_, from)| iso(from)),
            incubator: id_or_null(record.and_then(|record| record.incubator.as_ref())),
            sponsors: record.map(|record| ids(&record.sponsors)).unwrap_or_default(),
            conventions: standing.conventions.iter().map(ConventionBriefJson::new).collect(),
            funding: FiguresJson::new(&standing.figures),
            late: standing.late,
            undetermined: standing.undetermined,
            committee: standing.committee.as_ref().map(CommitteeBriefJson::new),
            runs_out: iso_or_null(standing.runs_out),
            incomplete: portfolio.is_incomplete(unread, &standing.startup),
        }
    }
}

/// The answer of `list --json`.
#[must_use]
pub fn list(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> ListJson {
    let unread = portfolio.unread();
    let startups = answers.startups.iter().map(|standing| StartupSummaryJson::new(portfolio, &unread, standing));
    ListJson { as_of: iso(as_of), startups: startups.collect() }
}
