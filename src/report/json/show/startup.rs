//! Everything about a startup.

use serde::Serialize;

use super::ShowContext;
use super::money::{ContributionJson, contributions};
use crate::model::{self, Action, Committee, Id, Indicator, Note, PhaseStart, Statistics};
use crate::report::json::{
    ClockJson, ConventionBriefJson, FiguresJson, FindingJson, OccurrenceJson, id_or_null, ids, iso, iso_or_null,
};
use crate::rules;

/// `occurrences` are those of all its conventions, `clocks` its committee clocks, `committees` the meetings.
#[derive(Serialize)]
pub(super) struct StartupJson<'a> {
    as_of: String,
    record: String,
    id: String,
    name: &'a str,
    also: &'a [String],
    mission: Option<&'a str>,
    incubator: Option<String>,
    former_incubators: Vec<String>,
    sponsors: Vec<String>,
    site: Option<&'a str>,
    statistics: Option<StatisticsJson<'a>>,
    repository: Option<&'a str>,
    fast: Option<FastJson>,
    phase: Option<&'static str>,
    phase_from: Option<String>,
    phases: Vec<PhaseStartJson<'a>>,
    conventions: Vec<ConventionBriefJson>,
    funding: FiguresJson,
    contributions: Vec<ContributionJson>,
    runs_out: Option<String>,
    occurrences: Vec<OccurrenceJson>,
    clocks: Vec<ClockJson>,
    committees: Vec<MeetingJson<'a>>,
    actions: Vec<ActionJson<'a>>,
    indicators: Vec<IndicatorJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    findings: Vec<FindingJson>,
}

/// `true`, `false` or an address.
#[derive(Serialize)]
#[serde(untagged)]
enum StatisticsJson<'a> {
    Declared(bool),
    At(&'a str),
}

#[derive(Serialize)]
struct FastJson {
    promotion: Option<u32>,
    amount: Option<String>,
}

#[derive(Serialize)]
struct PhaseStartJson<'a> {
    phase: &'static str,
    from: String,
    comment: Option<&'a str>,
}

#[derive(Serialize)]
struct MeetingJson<'a> {
    id: Option<&'a str>,
    on: String,
    state: &'static str,
    decision: Option<&'static str>,
    envelope: Option<String>,
    until: Option<String>,
    conditions: &'a [String],
    impact: Option<ImpactJson>,
    comment: Option<&'a str>,
    source: Option<&'a str>,
}

/// Each from 0 to 4, `null` if not rated.
#[derive(Serialize)]
struct ImpactJson {
    usable: Option<u8>,
    used: Option<u8>,
    useful: Option<u8>,
    impactful: Option<u8>,
    efficient: Option<u8>,
}

#[derive(Serialize)]
struct ActionJson<'a> {
    what: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
    done: Option<String>,
}

/// Values are texts: exact decimals.
#[derive(Serialize)]
struct IndicatorJson<'a> {
    name: &'a str,
    unit: Option<&'a str>,
    source: Option<&'a str>,
    values: Vec<IndicatorValueJson>,
}

#[derive(Serialize)]
struct IndicatorValueJson {
    on: String,
    value: String,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    id: Option<&'a str>,
    on: Option<String>,
    text: &'a str,
    source: Option<&'a str>,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<StartupJson<'_>> {
    let ShowContext { portfolio, as_of, .. } = about;
    let startup = portfolio.startups.get(&about.record.id)?;
    let standing = rules::startup_summary(portfolio, &startup.id, as_of)?;
    Some(StartupJson {
        as_of: iso(as_of),
        record: about.record.to_string(),
        id: startup.id.to_string(),
        name: &startup.name,
        also: &startup.also,
        mission: startup.mission.as_deref(),
        incubator: id_or_null(startup.incubator.as_ref()),
        former_incubators: ids(&startup.former_incubators),
        sponsors: ids(&startup.sponsors),
        site: startup.site.as_deref(),
        statistics: startup.statistics.as_ref().map(statistics),
        repository: startup.repository.as_deref(),
        fast: startup
            .fast
            .as_ref()
            .map(|fast| FastJson { promotion: fast.promotion, amount: fast.amount.map(|amount| amount.to_string()) }),
        phase: standing.phase.map(|(phase, _)| phase.name()),
        phase_from: standing.phase.map(|(_, from)| iso(from)),
        phases: startup.phases.iter().map(phase).collect(),
        conventions: standing.conventions.iter().map(ConventionBriefJson::new).collect(),
        funding: FiguresJson::new(&standing.figures),
        contributions: standing.conventions.iter().flat_map(|brief| for_it(about, &brief.id)).collect(),
        runs_out: iso_or_null(standing.runs_out),
        occurrences: about.occurrences(&rules::startup_occurrences(portfolio, &startup.id, as_of)),
        clocks: rules::committee_clocks(portfolio, &startup.id, as_of).iter().map(ClockJson::new).collect(),
        committees: startup.committees.iter().map(meeting).collect(),
        actions: startup.actions.iter().map(action).collect(),
        indicators: startup.indicators.iter().map(indicator).collect(),
        notes: startup.notes.iter().map(note).collect(),
        findings: about.findings(),
    })
}

/// The contributions of a convention that are for the startup: what names another is left out.
fn for_it(about: ShowContext<'_>, convention: &Id) -> Vec<ContributionJson> {
    let Some(mut standing) = rules::convention_summary(about.portfolio, convention, about.as_of) else {
        return Vec::new();
    };
    standing.contributions.retain(|one| one.startup.as_ref().is_none_or(|named| *named == about.record.id));
    contributions(&standing)
}

fn statistics(statistics: &Statistics) -> StatisticsJson<'_> {
    match statistics {
        Statistics::Declared(declared) => StatisticsJson::Declared(*declared),
        Statistics::At(address) => StatisticsJson::At(address),
    }
}

fn phase(start: &PhaseStart) -> PhaseStartJson<'_> {
    PhaseStartJson { phase: start.phase.name(), from: iso(start.from), comment: start.comment.as_deref() }
}

fn meeting(committee: &Committee) -> MeetingJson<'_> {
    MeetingJson {
        id: committee.id.as_deref(),
        on: iso(committee.on),
        state: committee.state.name(),
        decision: committee.decision.map(model::Decision::name),
        envelope: committee.envelope.map(|envelope| envelope.to_string()),
        until: iso_or_null(committee.until),
        conditions: &committee.conditions,
        impact: committee.impact.map(|impact| ImpactJson {
            usable: impact.usable,
            used: impact.used,
            useful: impact.useful,
            impactful: impact.impactful,
            efficient: impact.efficient,
        }),
        comment: committee.comment.as_deref(),
        source: committee.source.as_deref(),
    }
}

fn action(action: &Action) -> ActionJson<'_> {
    ActionJson {
        what: &action.what,
        owner: action.owner.as_deref(),
        due: iso_or_null(action.due),
        done: iso_or_null(action.done),
    }
}

fn indicator(indicator: &Indicator) -> IndicatorJson<'_> {
    let values = indicator.values.iter();
    IndicatorJson {
        name: &indicator.name,
        unit: indicator.unit.as_deref(),
        source: indicator.source.as_deref(),
        values: values.map(|value| IndicatorValueJson { on: iso(value.on), value: value.value.to_string() }).collect(),
    }
}

fn note(note: &Note) -> NoteJson<'_> {
    NoteJson { id: note.id.as_deref(), on: iso_or_null(note.on), text: &note.text, source: note.source.as_deref() }
}
