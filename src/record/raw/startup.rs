//! `startups/<id>.toml`.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::committee::{RawCommittee, RawCondition};
use super::keyed::RawExtra;
use super::note::RawNote;
use super::scalar::{FormatVersion, PersonId, Scalar};
use super::{Faults, gathered, plain, plains, texts};
use crate::model::{
    Action, Coach, Date, FastAward, Heading, Id, IncubatorStay, Indicator, IndicatorTarget, IndicatorValue, Money,
    Phase, PhaseStart, Snooze, Startup, Statistics,
};

/// A digital service being incubated (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Startup")]
pub(in crate::record) struct RawStartup {
    /// The version of the format; 1 if absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// Its current name.
    name: String,
    /// All other names that it has had.
    #[serde(default)]
    also: Vec<String>,
    /// Its name in the public record.
    slug: Option<String>,
    /// Its purpose.
    mission: Option<String>,
    /// The incubator that follows it now.
    incubator: Option<Scalar<Id>>,
    /// The incubators that followed it before, undated.
    #[serde(default)]
    former_incubators: Vec<Scalar<Id>>,
    /// The incubators that have followed it, with their days.
    #[serde(default)]
    incubators: Vec<RawIncubatorStay>,
    /// The bodies that the public record names as its sponsors.
    #[serde(default)]
    sponsors: Vec<Scalar<Id>>,
    /// The people who have coached it, with their days.
    #[serde(default)]
    coaches: Vec<RawCoach>,
    /// The address of the service.
    site: Option<String>,
    /// Its public page of statistics: the address, or whether there is one.
    statistics: Option<Scalar<Statistics>>,
    /// The day on which the statistics page was seen at its address.
    statistics_seen: Option<Scalar<Date>>,
    /// The address of its source code.
    repository: Option<String>,
    /// The day on which the source code was seen at its address.
    repository_seen: Option<Scalar<Date>>,
    /// What it won from the acceleration fund (FAST).
    fast: Option<RawFastAward>,
    /// The phases that it entered.
    #[serde(default)]
    phases: Vec<RawPhaseStart>,
    /// Its committees: planned, held, cancelled.
    #[serde(default)]
    committees: Vec<RawCommittee>,
    /// The conditions that its committees set.
    #[serde(default)]
    conditions: Vec<RawCondition>,
    /// What people agreed to do.
    #[serde(default)]
    actions: Vec<RawAction>,
    /// Snoozed rows of the Today screen.
    #[serde(default)]
    snoozes: Vec<RawSnooze>,
    /// Its figures of use and impact.
    #[serde(default)]
    indicators: Vec<RawIndicator>,
    /// Remarks.
    #[serde(default)]
    notes: Vec<RawNote>,
    /// The keys of this record that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
    /// Keys of other systems: kept, shown, never checked.
    #[serde(default)]
    extra: RawExtra,
}

/// The time that a startup spent in an incubator.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IncubatorStay")]
struct RawIncubatorStay {
    /// The incubator.
    id: Scalar<Id>,
    /// The first day, if known.
    from: Option<Scalar<Date>>,
    /// The last day, if known.
    until: Option<Scalar<Date>>,
}

/// A person who coaches a startup, from a day on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Coach")]
struct RawCoach {
    /// The id of the person in portfolio.toml.
    person: Scalar<PersonId>,
    /// The first day, if known.
    from: Option<Scalar<Date>>,
    /// The last day, if known.
    until: Option<Scalar<Date>>,
}

/// A snoozed row of the Today screen.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Snooze")]
pub(super) struct RawSnooze {
    /// The id of the row.
    item: String,
    /// The day on which the row shows again.
    until: Scalar<Date>,
    /// The reason.
    reason: Option<String>,
    /// The person who snoozed it.
    by: Option<String>,
}

/// An award of the acceleration fund (FAST).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fast")]
struct RawFastAward {
    /// The number of the class of winners.
    promotion: Option<Scalar<u32>>,
    /// The amount of the award.
    amount: Option<Scalar<Money>>,
}

/// The beginning of a phase.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PhaseStart")]
struct RawPhaseStart {
    /// The phase.
    phase: Scalar<Phase>,
    /// Its first day.
    from: Scalar<Date>,
    /// A remark.
    comment: Option<String>,
}

/// Something that somebody agreed to do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Action")]
pub(super) struct RawAction {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The id of the committee that decided it, if one did.
    committee: Option<String>,
    /// What is to be done.
    what: String,
    /// The id of a person, or any text.
    owner: Option<String>,
    /// The day by which it is to be done.
    due: Option<Scalar<Date>>,
    /// The day on which it was done.
    done: Option<Scalar<Date>>,
}

/// A figure that is followed over time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Indicator")]
struct RawIndicator {
    /// What it counts.
    name: String,
    /// The heading under which the committee looks at it.
    heading: Option<Scalar<Heading>>,
    /// Whether it is the main indicator of the startup; the first one is if none says so.
    #[serde(default)]
    main: bool,
    /// The unit of its values.
    unit: Option<String>,
    /// The value that others are compared with.
    baseline: Option<RawIndicatorValue>,
    /// The values that it is to reach.
    #[serde(default)]
    targets: Vec<RawIndicatorTarget>,
    /// Where this is known from.
    source: Option<String>,
    /// Its values over time.
    #[serde(default)]
    values: Vec<RawIndicatorValue>,
}

/// The value of an indicator on a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Value")]
struct RawIndicatorValue {
    /// The day of the measurement.
    on: Scalar<Date>,
    /// The value.
    value: Scalar<Decimal>,
}

/// The value that an indicator is to reach by a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorTarget")]
struct RawIndicatorTarget {
    /// The day by which it is to be reached.
    by: Scalar<Date>,
    /// The value.
    value: Scalar<Decimal>,
}

impl RawStartup {
    pub fn build(self, id: &Id, faults: &mut Faults) -> Startup {
        faults.duplicates("committees", self.committees.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("conditions", self.conditions.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("actions", self.actions.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("notes", self.notes.iter().map(|entry| entry.id.as_deref()));
        Startup {
            id: id.clone(),
            name: self.name,
            also: self.also,
            slug: self.slug,
            mission: self.mission,
            incubator: plain(self.incubator),
            former_incubators: plains(self.former_incubators),
            incubators: gathered(self.incubators.into_iter().map(RawIncubatorStay::build)),
            sponsors: plains(self.sponsors),
            coaches: gathered(self.coaches.into_iter().map(RawCoach::build)),
            site: self.site,
            statistics: plain(self.statistics),
            statistics_seen: plain(self.statistics_seen),
            repository: self.repository,
            repository_seen: plain(self.repository_seen),
            phases: gathered(self.phases.into_iter().map(RawPhaseStart::build)),
            committees: gathered(self.committees.into_iter().map(RawCommittee::build)),
            conditions: gathered(self.conditions.into_iter().map(RawCondition::build)),
            actions: gathered(self.actions.into_iter().map(RawAction::build)),
            snoozes: gathered(self.snoozes.into_iter().map(RawSnooze::build)),
            indicators: gathered(self.indicators.into_iter().map(RawIndicator::build)),
            notes: gathered(self.notes.into_iter().map(RawNote::build)),
            fast: self.fast.map(|fast| FastAward { promotion: plain(fast.promotion), amount: plain(fast.amount) }),
            inferred: texts(self.inferred),
            extra: self.extra.build(),
        }
    }
}

impl RawPhaseStart {
    fn build(self) -> PhaseStart {
        PhaseStart { phase: self.phase.0, from: self.from.0, comment: self.comment }
    }
}

impl RawIncubatorStay {
    fn build(self) -> IncubatorStay {
        IncubatorStay { id: self.id.0, from: plain(self.from), until: plain(self.until) }
    }
}

impl RawCoach {
    fn build(self) -> Coach {
        Coach { person: self.person.0.0, from: plain(self.from), until: plain(self.until) }
    }
}

impl RawSnooze {
    pub fn build(self) -> Snooze {
        Snooze { item: self.item, until: self.until.0, reason: self.reason, by: self.by }
    }
}

impl RawAction {
    pub fn build(self) -> Action {
        Action {
            id: self.id,
            committee: self.committee,
            what: self.what,
            owner: self.owner,
            due: plain(self.due),
            done: plain(self.done),
        }
    }
}

impl RawIndicator {
    fn build(self) -> Indicator {
        let targets = self.targets.into_iter();
        Indicator {
            name: self.name,
            heading: plain(self.heading),
            main: self.main,
            unit: self.unit,
            baseline: self.baseline.map(RawIndicatorValue::build),
            targets: targets.map(|target| IndicatorTarget { by: target.by.0, value: target.value.0 }).collect(),
            values: gathered(self.values.into_iter().map(RawIndicatorValue::build)),
            source: self.source,
        }
    }
}

impl RawIndicatorValue {
    fn build(self) -> IndicatorValue {
        IndicatorValue { on: self.on.0, value: self.value.0 }
    }
}
