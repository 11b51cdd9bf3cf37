//! `couveuse list --json`: one row per startup.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{FiguresJson, Rows, id_or_null, ids, iso, iso_or_null};
use crate::model::{Date, Id, Indicator, IndicatorValue, Portfolio, RecordRef, Startup};
use crate::rules::{CommitteeClock, ConventionBrief, StartupSummary};

/// `{as_of, startups: […]}`
#[derive(Serialize)]
struct ListJson<S> {
    as_of: String,
    /// By id.
    startups: S,
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
    /// The number of late obligations, payments and committees.
    pub late: usize,
    pub late_actions: usize,
    pub late_conditions: usize,
    pub late_papers: usize,
    /// The number of undetermined occurrences.
    pub undetermined: usize,
    /// The most urgent committee.
    pub committee: Option<CommitteeBriefJson>,
    /// The last committee held.
    pub last_committee: Option<LastCommitteeJson>,
    /// The persons who coach it.
    pub coaches: Vec<String>,
    /// Its main indicator.
    pub indicator: Option<IndicatorBriefJson>,
    /// The day its money runs out.
    pub runs_out: Option<String>,
    /// Whether a part of its record or of its conventions could not be read.
    pub incomplete: bool,
    /// The other startups of contributions that count in full in each row.
    pub shared_with: Vec<String>,
    /// Whether it has changed since what `--since` says; `null` without it, and if it is unknown.
    pub changed: Option<bool>,
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

/// The last committee of a startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LastCommitteeJson {
    pub on: String,
    /// `null` if it decided nothing.
    pub decision: Option<&'static str>,
    /// The last day that the decision funds.
    pub until: Option<String>,
    pub deferred_until: Option<String>,
}

/// The main indicator of a startup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorBriefJson {
    pub name: String,
    pub unit: Option<String>,
    /// The values up to the day of the answer, the oldest first.
    pub values: Vec<IndicatorPointJson>,
}

/// A value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorPointJson {
    pub on: String,
    pub value: String,
}

impl IndicatorBriefJson {
    fn new(indicator: &Indicator, as_of: Date) -> Self {
        let mut values: Vec<_> = indicator.values.iter().filter(|value| value.on <= as_of).collect();
        values.sort_by_key(|value| value.on);
        let point = |value: &IndicatorValue| IndicatorPointJson { on: iso(value.on), value: value.value.to_string() };
        Self {
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            values: values.into_iter().map(point).collect(),
        }
    }
}

impl StartupSummaryJson {
    fn new(portfolio: &Portfolio, unread: &BTreeSet<&RecordRef>, standing: &StartupSummary, as_of: Date) -> Self {
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
            late_actions: standing.late_actions,
            late_conditions: standing.late_conditions,
            late_papers: standing.late_papers,
            undetermined: standing.undetermined,
            committee: standing.committee.as_ref().map(CommitteeBriefJson::new),
            last_committee: record.and_then(|record| record.last_committee(as_of)).map(|held| LastCommitteeJson {
                on: iso(held.on),
                decision: held.decision.map(|decision| decision.name()),
                until: iso_or_null(held.until),
                deferred_until: iso_or_null(held.deferred_until),
            }),
            coaches: record.map(|record| coaches(record, as_of)).unwrap_or_default(),
            indicator: record.and_then(|record| record.main_indicator()).map(|one| IndicatorBriefJson::new(one, as_of)),
            runs_out: iso_or_null(standing.runs_out),
            incomplete: portfolio.is_incomplete(unread, &standing.startup),
            shared_with: ids(&standing.shared_with),
            changed: None,
        }
    }
}

/// Returns the persons who coach a startup on a day.
fn coaches(startup: &Startup, as_of: Date) -> Vec<String> {
    startup.coaches.iter().filter(|coach| coach.is_on(as_of)).map(|coach| coach.person.to_string()).collect()
}

/// Builds the answer of `list --json`, with whether each startup has changed.
#[must_use]
pub fn list(
    portfolio: &Portfolio,
    (startups, changed): (&[StartupSummary], &BTreeMap<Id, bool>),
    as_of: Date,
) -> impl Serialize {
    let unread = portfolio.unread();
    let startups = Rows(move || {
        let unread = unread.clone();
        startups.iter().map(move |standing| StartupSummaryJson {
            changed: changed.get(&standing.startup).copied(),
            ..StartupSummaryJson::new(portfolio, &unread, standing, as_of)
        })
    });
    ListJson { as_of: iso(as_of), startups }
}
