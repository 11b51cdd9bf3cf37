//! The portfolio itself.

use serde::Serialize;

use super::ShowContext;
use crate::model::{Convention, Id};
use crate::report::json::{FiguresJson, FindingJson, iso};
use crate::rules;

/// `habits` apply if a convention says nothing; `funding` is over the startups' conventions.
#[derive(Serialize)]
pub(super) struct IncubatorJson {
    as_of: String,
    record: String,
    id: String,
    name: Option<String>,
    home: Option<String>,
    habits: HabitsJson,
    startups: Vec<String>,
    conventions: Vec<String>,
    frameworks: Vec<String>,
    amendments: Vec<String>,
    parties: Vec<String>,
    funding: FiguresJson,
    findings: Vec<FindingJson>,
}

#[derive(Serialize)]
struct HabitsJson {
    payment_days: u32,
    ending_days: u32,
    due_soon_days: u32,
    committee_every: String,
    committee_before_runout_days: u32,
    papers_days: u32,
}

pub(super) fn show(about: ShowContext<'_>) -> IncubatorJson {
    let ShowContext { portfolio, as_of, record, .. } = about;
    let of = |wanted: fn(&Convention) -> bool| -> Vec<String> {
        portfolio.conventions.values().filter(|one| wanted(one)).map(|one| one.id.to_string()).collect()
    };
    let habits = &portfolio.incubator.habits;
    IncubatorJson {
        as_of: iso(as_of),
        record: record.to_string(),
        id: record.id.to_string(),
        name: portfolio.incubator.name.clone(),
        home: portfolio.incubator.home.as_ref().map(Id::to_string),
        habits: HabitsJson {
            payment_days: habits.payment_days,
            ending_days: habits.ending_days,
            due_soon_days: habits.due_soon_days,
            committee_every: habits.committee_every.to_string(),
            committee_before_runout_days: habits.committee_before_runout_days,
            papers_days: habits.papers_days,
        },
        startups: portfolio.startups.keys().map(Id::to_string).collect(),
        conventions: of(Convention::is_partnership),
        frameworks: of(Convention::is_framework),
        amendments: of(Convention::is_amendment),
        parties: portfolio.parties.keys().map(Id::to_string).collect(),
        funding: FiguresJson::new(&rules::explain_portfolio(portfolio, as_of).figures),
        findings: about.findings(),
    }
}
