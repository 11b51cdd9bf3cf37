//! Everything about a startup.

use std::collections::BTreeMap;

use serde::Serialize;

use super::money::{ContributionJson, contributions};
use super::{ExtraJson, NoteJson, ShowContext, extra};
use crate::model::{
    self, Action, Attendee, Coach, Committee, Condition, Date, DecisionChange, Id, IncubatorStay, Indicator,
    PhaseStart, Snooze, Statistics,
};
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
    incubators: Vec<StayJson>,
    coaches: Vec<CoachJson>,
    slug: Option<&'a str>,
    site: Option<&'a str>,
    statistics: Option<StatisticsJson<'a>>,
    statistics_seen: Option<String>,
    repository: Option<&'a str>,
    repository_seen: Option<String>,
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
    conditions: Vec<ConditionJson<'a>>,
    actions: Vec<ActionJson<'a>>,
    indicators: Vec<IndicatorJson<'a>>,
    unit_costs: Vec<UnitCostJson>,
    notes: Vec<NoteJson<'a>>,
    snoozes: Vec<SnoozeJson<'a>>,
    shared_with: Vec<String>,
    inferred: Vec<&'a str>,
    extra: ExtraJson<'a>,
    findings: Vec<FindingJson>,
}

/// The time that a startup spent in an incubator.
#[derive(Serialize)]
struct StayJson {
    id: String,
    from: Option<String>,
    until: Option<String>,
}

/// The time that a person coached a startup.
#[derive(Serialize)]
struct CoachJson {
    person: String,
    from: Option<String>,
    until: Option<String>,
}

/// A snoozed row of Today.
#[derive(Serialize)]
struct SnoozeJson<'a> {
    item: &'a str,
    until: String,
    reason: Option<&'a str>,
    by: Option<&'a str>,
}

/// A condition that a committee set.
#[derive(Serialize)]
struct ConditionJson<'a> {
    id: Option<&'a str>,
    committee: Option<&'a str>,
    what: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
    proof: Option<&'a str>,
    met: Option<String>,
    not_met: Option<String>,
    evidence: Option<&'a str>,
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
    review: Option<&'a str>,
    asked: Option<String>,
    deferred_until: Option<String>,
    conditions: &'a [String],
    reservations: Option<&'a str>,
    impact: Option<ImpactJson>,
    /// By heading: `usable`, `used`, `useful`, `impactful` or `efficient`.
    reasons: BTreeMap<&'static str, &'a str>,
    present: Vec<AttendeeJson<'a>>,
    excused: Vec<AttendeeJson<'a>>,
    represented: Vec<AttendeeJson<'a>>,
    papers_sent: Option<String>,
    arbitrations: &'a [String],
    support: Option<&'a str>,
    amended: Vec<DecisionChangeJson<'a>>,
    withdrawn: Option<DecisionChangeJson<'a>>,
    comment: Option<&'a str>,
    source: Option<&'a str>,
}

/// A correction or the withdrawal of a decision.
#[derive(Serialize)]
struct DecisionChangeJson<'a> {
    on: String,
    why: Option<&'a str>,
}

/// Somebody who took part in a committee, was excused, or was represented.
#[derive(Serialize)]
pub(super) struct AttendeeJson<'a> {
    person: Option<String>,
    name: Option<&'a str>,
    party: Option<String>,
    capacity: Option<&'a str>,
    by: Option<&'a str>,
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
pub(super) struct ActionJson<'a> {
    id: Option<&'a str>,
    committee: Option<&'a str>,
    what: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
    done: Option<String>,
}

/// Values are texts: exact decimals.
#[derive(Serialize)]
struct IndicatorJson<'a> {
    name: &'a str,
    heading: Option<&'static str>,
    main: bool,
    unit: Option<&'a str>,
    baseline: Option<IndicatorValueJson>,
    targets: Vec<IndicatorTargetJson>,
    source: Option<&'a str>,
    values: Vec<IndicatorValueJson>,
}

#[derive(Serialize)]
struct IndicatorTargetJson {
    by: String,
    value: String,
}

/// CP of the twelve months to the date, divided by the value of the indicator; `null` if a term is missing.
#[derive(Serialize)]
struct UnitCostJson {
    /// `used`, `useful` or `impactful`.
    heading: &'static str,
    paid: Option<String>,
    /// The position of the indicator.
    indicator: Option<usize>,
    value: Option<String>,
    value_on: Option<String>,
    cost: Option<String>,
}

#[derive(Serialize)]
struct IndicatorValueJson {
    on: String,
    value: String,
}

pub(super) fn show(about: ShowContext<'_>) -> Option<StartupJson<'_>> {
    let ShowContext { portfolio, as_of, .. } = about;
    let startup = portfolio.startups.get(&about.record.id)?;
    let standing = rules::startup_summary(portfolio, &startup.id, as_of)?;
    let by_then = |day: &Date| *day <= as_of;
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
        incubators: startup.incubators.iter().map(stay).collect(),
        coaches: startup.coaches.iter().map(coach).collect(),
        slug: startup.slug.as_deref(),
        site: startup.site.as_deref(),
        statistics: startup.statistics.as_ref().map(statistics),
        statistics_seen: iso_or_null(startup.statistics_seen.filter(by_then)),
        repository: startup.repository.as_deref(),
        repository_seen: iso_or_null(startup.repository_seen.filter(by_then)),
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
        committees: startup
            .committees
            .iter()
            .filter(|one| one.shows_on(as_of))
            .map(|one| meeting(one, as_of))
            .collect(),
        conditions: startup.conditions.iter().map(|one| condition(one, as_of)).collect(),
        actions: startup.actions.iter().map(|one| action(one, as_of)).collect(),
        indicators: startup.indicators.iter().map(|one| indicator(one, as_of)).collect(),
        unit_costs: rules::unit_costs(portfolio, &startup.id, as_of).iter().map(unit_cost).collect(),
        notes: startup.notes.iter().filter(|note| note.on.as_ref().is_none_or(by_then)).map(NoteJson::new).collect(),
        snoozes: startup.snoozes.iter().map(snooze).collect(),
        shared_with: ids(&standing.shared_with),
        inferred: startup.inferred.iter().map(AsRef::as_ref).collect(),
        extra: extra(&startup.extra),
        findings: about.findings(),
    })
}

/// Returns the contributions of a convention that are for the startup: what names another is left out.
fn for_it(about: ShowContext<'_>, convention: &Id) -> Vec<ContributionJson> {
    let Some(mut standing) = rules::convention_summary(about.portfolio, convention, about.as_of) else {
        return Vec::new();
    };
    standing.contributions.retain(|one| one.startup.as_ref().is_none_or(|named| *named == about.record.id));
    contributions(&standing)
}

fn stay(stay: &IncubatorStay) -> StayJson {
    StayJson { id: stay.id.to_string(), from: iso_or_null(stay.from), until: iso_or_null(stay.until) }
}

fn coach(coach: &Coach) -> CoachJson {
    CoachJson { person: coach.person.to_string(), from: iso_or_null(coach.from), until: iso_or_null(coach.until) }
}

fn snooze(snooze: &Snooze) -> SnoozeJson<'_> {
    SnoozeJson {
        item: &snooze.item,
        until: iso(snooze.until),
        reason: snooze.reason.as_deref(),
        by: snooze.by.as_deref(),
    }
}

fn condition(condition: &Condition, as_of: Date) -> ConditionJson<'_> {
    ConditionJson {
        id: condition.id.as_deref(),
        committee: condition.committee.as_deref(),
        what: &condition.what,
        owner: condition.owner.as_deref(),
        due: iso_or_null(condition.due),
        proof: condition.proof.as_deref(),
        met: iso_or_null(condition.met.filter(|day| *day <= as_of)),
        not_met: iso_or_null(condition.not_met.filter(|day| *day <= as_of)),
        evidence: condition.evidence.as_deref(),
    }
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

fn meeting(committee: &Committee, as_of: Date) -> MeetingJson<'_> {
    let is_known = |change: &&DecisionChange| change.on <= as_of;
    MeetingJson {
        id: committee.id.as_deref(),
        on: iso(committee.on),
        state: committee.state.name(),
        decision: committee.decision.map(model::Decision::name),
        envelope: committee.envelope.map(|envelope| envelope.to_string()),
        until: iso_or_null(committee.until),
        review: committee.review.as_deref(),
        asked: committee.asked.map(|asked| asked.to_string()),
        deferred_until: iso_or_null(committee.deferred_until),
        conditions: &committee.conditions,
        reservations: committee.reservations.as_deref(),
        impact: committee.impact.map(|impact| ImpactJson {
            usable: impact.usable,
            used: impact.used,
            useful: impact.useful,
            impactful: impact.impactful,
            efficient: impact.efficient,
        }),
        reasons: committee.reasons.iter().map(|(heading, text)| (heading.name(), text.as_str())).collect(),
        present: committee.present.iter().map(attendee).collect(),
        excused: committee.excused.iter().map(attendee).collect(),
        represented: committee.represented.iter().map(attendee).collect(),
        papers_sent: iso_or_null(committee.papers_sent.filter(|day| *day <= as_of)),
        arbitrations: &committee.arbitrations,
        support: committee.support.as_deref(),
        amended: committee.amended.iter().filter(is_known).map(decision_change).collect(),
        withdrawn: committee.withdrawn.as_ref().filter(is_known).map(decision_change),
        comment: committee.comment.as_deref(),
        source: committee.source.as_deref(),
    }
}

fn decision_change(change: &DecisionChange) -> DecisionChangeJson<'_> {
    DecisionChangeJson { on: iso(change.on), why: change.why.as_deref() }
}

pub(super) fn attendee(attendee: &Attendee) -> AttendeeJson<'_> {
    AttendeeJson {
        person: id_or_null(attendee.person.as_ref()),
        name: attendee.name.as_deref(),
        party: id_or_null(attendee.party.as_ref()),
        capacity: attendee.capacity.as_deref(),
        by: attendee.by.as_deref(),
    }
}

pub(super) fn action(action: &Action, as_of: Date) -> ActionJson<'_> {
    ActionJson {
        id: action.id.as_deref(),
        committee: action.committee.as_deref(),
        what: &action.what,
        owner: action.owner.as_deref(),
        due: iso_or_null(action.due),
        done: iso_or_null(action.done.filter(|day| *day <= as_of)),
    }
}

fn indicator(indicator: &Indicator, as_of: Date) -> IndicatorJson<'_> {
    let value =
        |value: &model::IndicatorValue| IndicatorValueJson { on: iso(value.on), value: value.value.to_string() };
    let target =
        |target: &model::IndicatorTarget| IndicatorTargetJson { by: iso(target.by), value: target.value.to_string() };
    IndicatorJson {
        name: &indicator.name,
        heading: indicator.heading.map(model::Heading::name),
        main: indicator.main,
        unit: indicator.unit.as_deref(),
        baseline: indicator.baseline.as_ref().map(value),
        targets: indicator.targets.iter().map(target).collect(),
        source: indicator.source.as_deref(),
        values: indicator.values.iter().filter(|one| one.on <= as_of).map(value).collect(),
    }
}

fn unit_cost(cost: &rules::UnitCost) -> UnitCostJson {
    UnitCostJson {
        heading: cost.heading.name(),
        paid: cost.paid.map(|paid| paid.to_string()),
        indicator: cost.indicator,
        value: cost.value.map(|value| value.value.to_string()),
        value_on: iso_or_null(cost.value.map(|value| value.on)),
        cost: cost.cost().map(|cost| cost.to_string()),
    }
}
