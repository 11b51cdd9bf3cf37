//! Everything about a startup.

use serde::Serialize;

use super::About;
use super::money::{ContributionRow, contributions};
use crate::model::{self, Committee, Id, Indicator, Note, PhaseStart, StartupAction, Statistics};
use crate::report::json::{
    ClockRow, ConventionRow, FiguresRow, FindingRow, OccurrenceRow, id_or_null, ids, iso, iso_or_null,
};
use crate::rules;

/// `occurrences` are those of all its conventions, `clocks` its committee clocks, `committees` the meetings.
#[derive(Serialize)]
pub(super) struct Startup<'a> {
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
    statistics: Option<StatisticsValue<'a>>,
    repository: Option<&'a str>,
    fast: Option<Fast>,
    phase: Option<&'static str>,
    phase_from: Option<String>,
    phases: Vec<Phase<'a>>,
    conventions: Vec<ConventionRow>,
    funding: FiguresRow,
    contributions: Vec<ContributionRow>,
    runs_out: Option<String>,
    occurrences: Vec<OccurrenceRow>,
    clocks: Vec<ClockRow>,
    committees: Vec<Meeting<'a>>,
    actions: Vec<Action<'a>>,
    indicators: Vec<IndicatorRow<'a>>,
    notes: Vec<NoteRow<'a>>,
    findings: Vec<FindingRow>,
}

/// `true`, `false` or an address.
#[derive(Serialize)]
#[serde(untagged)]
enum StatisticsValue<'a> {
    Declared(bool),
    At(&'a str),
}

#[derive(Serialize)]
struct Fast {
    promotion: Option<u32>,
    amount: Option<String>,
}

#[derive(Serialize)]
struct Phase<'a> {
    phase: &'static str,
    from: String,
    comment: Option<&'a str>,
}

#[derive(Serialize)]
struct Meeting<'a> {
    id: Option<&'a str>,
    on: String,
    state: &'static str,
    decision: Option<&'static str>,
    envelope: Option<String>,
    until: Option<String>,
    conditions: &'a [String],
    impact: Option<Impact>,
    comment: Option<&'a str>,
    source: Option<&'a str>,
}

/// Each from 0 to 4, `null` where it was not judged.
#[derive(Serialize)]
struct Impact {
    usable: Option<u8>,
    used: Option<u8>,
    useful: Option<u8>,
    impactful: Option<u8>,
    efficient: Option<u8>,
}

#[derive(Serialize)]
struct Action<'a> {
    what: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
    done: Option<String>,
}

/// Values are texts: exact decimals.
#[derive(Serialize)]
struct IndicatorRow<'a> {
    name: &'a str,
    unit: Option<&'a str>,
    source: Option<&'a str>,
    values: Vec<ValueRow>,
}

#[derive(Serialize)]
struct ValueRow {
    on: String,
    value: String,
}

#[derive(Serialize)]
struct NoteRow<'a> {
    id: Option<&'a str>,
    on: Option<String>,
    text: &'a str,
    source: Option<&'a str>,
}

pub(super) fn show(about: About<'_>) -> Option<Startup<'_>> {
    let About { portfolio, as_of, .. } = about;
    let startup = portfolio.startups.get(&about.record.id)?;
    let standing = rules::startup_standing(portfolio, &startup.id, as_of)?;
    Some(Startup {
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
            .map(|fast| Fast { promotion: fast.promotion, amount: fast.amount.map(|amount| amount.to_string()) }),
        phase: standing.phase.map(|(phase, _)| phase.name()),
        phase_from: standing.phase.map(|(_, from)| iso(from)),
        phases: startup.phases.iter().map(phase).collect(),
        conventions: standing.conventions.iter().map(ConventionRow::new).collect(),
        funding: FiguresRow::new(&standing.figures),
        contributions: standing.conventions.iter().flat_map(|brief| for_it(about, &brief.id)).collect(),
        runs_out: iso_or_null(standing.runs_out),
        occurrences: about.occurrences(&rules::startup_occurrences(portfolio, &startup.id, as_of)),
        clocks: rules::committee_clocks(portfolio, &startup.id, as_of).iter().map(ClockRow::new).collect(),
        committees: startup.committees.iter().map(meeting).collect(),
        actions: startup.actions.iter().map(action).collect(),
        indicators: startup.indicators.iter().map(indicator).collect(),
        notes: startup.notes.iter().map(note).collect(),
        findings: about.findings(),
    })
}

/// The contributions of a convention that are for the startup: what names another is left out.
fn for_it(about: About<'_>, convention: &Id) -> Vec<ContributionRow> {
    let Some(mut standing) = rules::convention_standing(about.portfolio, convention, about.as_of) else {
        return Vec::new();
    };
    standing.contributions.retain(|one| one.startup.as_ref().is_none_or(|named| *named == about.record.id));
    contributions(&standing)
}

fn statistics(statistics: &Statistics) -> StatisticsValue<'_> {
    match statistics {
        Statistics::Declared(declared) => StatisticsValue::Declared(*declared),
        Statistics::At(address) => StatisticsValue::At(address),
    }
}

fn phase(start: &PhaseStart) -> Phase<'_> {
    Phase { phase: start.phase.name(), from: iso(start.from), comment: start.comment.as_deref() }
}

fn meeting(committee: &Committee) -> Meeting<'_> {
    Meeting {
        id: committee.id.as_deref(),
        on: iso(committee.on),
        state: committee.state.name(),
        decision: committee.decision.map(model::Decision::name),
        envelope: committee.envelope.map(|envelope| envelope.to_string()),
        until: iso_or_null(committee.until),
        conditions: &committee.conditions,
        impact: committee.impact.map(|impact| Impact {
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

fn action(action: &StartupAction) -> Action<'_> {
    Action {
        what: &action.what,
        owner: action.owner.as_deref(),
        due: iso_or_null(action.due),
        done: iso_or_null(action.done),
    }
}

fn indicator(indicator: &Indicator) -> IndicatorRow<'_> {
    let values = indicator.values.iter();
    IndicatorRow {
        name: &indicator.name,
        unit: indicator.unit.as_deref(),
        source: indicator.source.as_deref(),
        values: values.map(|value| ValueRow { on: iso(value.on), value: value.value.to_string() }).collect(),
    }
}

fn note(note: &Note) -> NoteRow<'_> {
    NoteRow { id: note.id.as_deref(), on: iso_or_null(note.on), text: &note.text, source: note.source.as_deref() }
}
