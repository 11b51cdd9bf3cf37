//! `couveuse list --json`: one row per startup.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{FiguresJson, id_or_null, ids, iso, iso_or_null};
use crate::model::{Date, Portfolio, RecordRef};
use crate::rules::{Answers, CommitteeClock, ConventionBrief, StartupSummary};

/// `{as_of, startups: […]}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListJson {
    pub as_of: String,
    /// By id.
    pub startups: Vec<StartupSummaryJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StartupSummaryJson {
    pub id: String,
    pub name: String,
    pub also: Vec<String>,
    /// `null` before the first phase.
    pub phase: Option<&'static str>,
    /// The day that the phase began.
    pub phase_from: Option<String>,
    pub incubator: Option<String>,
    /// Sponsors named by the public record.
    pub sponsors: Vec<String>,
    pub conventions: Vec<ConventionBriefJson>,
    /// Over all its conventions.
    pub funding: FiguresJson,
    /// The number of late occurrences.
    pub late: usize,
    /// The number of undetermined occurrences.
    pub undetermined: usize,
    /// The most urgent committee.
    pub committee: Option<CommitteeBriefJson>,
    /// The day its money runs out.
    pub runs_out: Option<String>,
    /// Whether a part of its record or of its conventions could not be read.
    pub incomplete: bool,
    /// The other startups of contributions that count in full in each row.
    pub shared_with: Vec<String>,
}

/// A convention of a startup: `{id, status, signed, ends, ends_estimated}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConventionBriefJson {
    pub id: String,
    /// `unsigned`, `undated`, `in-force`, `no-term`, `ending`, `ended` or `terminated`.
    pub status: &'static str,
    pub signed: Option<String>,
    pub ends: Option<String>,
    /// Whether that day is only an estimate.
    pub ends_estimated: bool,
}

impl ConventionBriefJson {
    pub(super) fn new(convention: &ConventionBrief) -> Self {
        Self {
            id: convention.id.to_string(),
            status: convention.status.name(),
            signed: iso_or_null(convention.signed),
            ends: iso_or_null(convention.ends),
            ends_estimated: convention.ends_estimated,
        }
    }
}

/// The next committee of a startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteeBriefJson {
    pub next_due: Option<String>,
    pub planned: Option<String>,
    /// `ok`, `due-soon`, `late`, `undetermined` or `none`.
    pub state: &'static str,
    /// 0 if not late.
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
            shared_with: ids(&standing.shared_with),
        }
    }
}

/// Builds the answer of `list --json`.
#[must_use]
pub fn list(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> ListJson {
    let unread = portfolio.unread();
    let startups = answers.startups.iter().map(|standing| StartupSummaryJson::new(portfolio, &unread, standing));
    ListJson { as_of: iso(as_of), startups: startups.collect() }
}
