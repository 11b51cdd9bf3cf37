//! `startups/<id>.toml`.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{FormatVersion, ImpactScore, Scalar};
use super::{Faults, plain, plains};
use crate::model::{
    Action, Committee, CommitteeState, Date, Decision, FastAward, Id, Impact, Indicator, IndicatorValue, Money, Note,
    Phase, PhaseStart, Startup, Statistics,
};

/// A digital service being incubated (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Startup")]
pub(in crate::record) struct RawStartup {
    /// The version of the format; 1 where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Scalar<FormatVersion>>,
    /// Its name today.
    name: String,
    /// Every other name it has had.
    #[serde(default)]
    also: Vec<String>,
    /// What it is for.
    mission: Option<String>,
    /// The incubator that follows it.
    incubator: Option<Scalar<Id>>,
    /// The incubators that followed it before.
    #[serde(default)]
    former_incubators: Vec<Scalar<Id>>,
    /// The bodies that the public record names as its sponsors.
    #[serde(default)]
    sponsors: Vec<Scalar<Id>>,
    /// Its address on the web.
    site: Option<String>,
    /// Its public page of figures: the address, or whether there is one.
    statistics: Option<Scalar<Statistics>>,
    /// Its source code.
    repository: Option<String>,
    /// What it won from the acceleration fund (FAST).
    fast: Option<RawFastAward>,
    /// The phases that it entered.
    #[serde(default)]
    phases: Vec<RawPhaseStart>,
    /// Its committees: planned, held, cancelled.
    #[serde(default)]
    committees: Vec<RawCommittee>,
    /// What people agreed to do.
    #[serde(default)]
    actions: Vec<RawAction>,
    /// Its figures of use and impact.
    #[serde(default)]
    indicators: Vec<RawIndicator>,
    /// What else is worth knowing.
    #[serde(default)]
    notes: Vec<RawNote>,
}

/// A prize of the acceleration fund (FAST).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fast")]
struct RawFastAward {
    /// Which class of winners.
    promotion: Option<Scalar<u32>>,
    /// How much.
    amount: Option<Scalar<Money>>,
}

/// The beginning of a phase.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PhaseStart")]
struct RawPhaseStart {
    /// Which phase.
    phase: Scalar<Phase>,
    /// Its first day.
    from: Scalar<Date>,
    /// Anything worth saying of it.
    comment: Option<String>,
}

/// A meeting of the startup's committee.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Committee")]
struct RawCommittee {
    /// Its name within the record. The program writes one; it may be left out.
    id: Option<String>,
    /// The day.
    on: Scalar<Date>,
    /// Whether it is set, took place or was called off.
    state: Scalar<CommitteeState>,
    /// What it decided; absent where it decided nothing.
    decision: Option<Scalar<Decision>>,
    /// The money that the decision gives.
    envelope: Option<Scalar<Money>>,
    /// Until when it funds.
    until: Option<Scalar<Date>>,
    /// On what conditions.
    #[serde(default)]
    conditions: Vec<String>,
    /// How it saw the product.
    impact: Option<RawImpact>,
    /// Anything else worth keeping.
    comment: Option<String>,
    /// Where this is known from.
    source: Option<String>,
}

/// The five headings that a committee looks at, each from 0 to 4.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Impact")]
struct RawImpact {
    /// Can it be used.
    usable: Option<Scalar<ImpactScore>>,
    /// Is it used.
    used: Option<Scalar<ImpactScore>>,
    /// Does it help those who use it.
    useful: Option<Scalar<ImpactScore>>,
    /// Does it change what it set out to change.
    impactful: Option<Scalar<ImpactScore>>,
    /// At what cost.
    efficient: Option<Scalar<ImpactScore>>,
}

/// Something that somebody agreed to do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Action")]
struct RawAction {
    /// What.
    what: String,
    /// Who.
    owner: Option<String>,
    /// By when.
    due: Option<Scalar<Date>>,
    /// When it was done.
    done: Option<Scalar<Date>>,
}

/// A figure that is followed over time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Indicator")]
struct RawIndicator {
    /// What it counts.
    name: String,
    /// In what.
    unit: Option<String>,
    /// Where it is known from.
    source: Option<String>,
    /// Its values over time.
    #[serde(default)]
    values: Vec<RawIndicatorValue>,
}

/// What an indicator was on a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Value")]
struct RawIndicatorValue {
    /// The day.
    on: Scalar<Date>,
    /// How many.
    value: Scalar<Decimal>,
}

/// A remark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Note")]
struct RawNote {
    /// Its name within the record. The program writes one; it may be left out.
    id: Option<String>,
    /// The day, where one is known.
    on: Option<Scalar<Date>>,
    /// The remark.
    text: String,
    /// Where it is known from.
    source: Option<String>,
}

impl RawStartup {
    /// The startup of that id.
    pub fn build(self, id: &Id, faults: &mut Faults) -> Startup {
        faults.duplicates("committees", self.committees.iter().map(|entry| entry.id.as_deref()));
        faults.duplicates("notes", self.notes.iter().map(|entry| entry.id.as_deref()));
        Startup {
            id: id.clone(),
            name: self.name,
            also: self.also,
            mission: self.mission,
            incubator: plain(self.incubator),
            former_incubators: plains(self.former_incubators),
            sponsors: plains(self.sponsors),
            site: self.site,
            statistics: plain(self.statistics),
            repository: self.repository,
            phases: self.phases.into_iter().map(RawPhaseStart::build).collect(),
            committees: self.committees.into_iter().map(RawCommittee::build).collect(),
            actions: self.actions.into_iter().map(RawAction::build).collect(),
            indicators: self.indicators.into_iter().map(RawIndicator::build).collect(),
            notes: self.notes.into_iter().map(RawNote::build).collect(),
            fast: self.fast.map(|fast| FastAward { promotion: plain(fast.promotion), amount: plain(fast.amount) }),
        }
    }
}

impl RawPhaseStart {
    fn build(self) -> PhaseStart {
        PhaseStart { phase: self.phase.0, from: self.from.0, comment: self.comment }
    }
}

impl RawCommittee {
    fn build(self) -> Committee {
        Committee {
            id: self.id,
            on: self.on.0,
            state: self.state.0,
            decision: plain(self.decision),
            envelope: plain(self.envelope),
            until: plain(self.until),
            conditions: self.conditions,
            impact: self.impact.map(RawImpact::build),
            comment: self.comment,
            source: self.source,
        }
    }
}

impl RawImpact {
    fn build(self) -> Impact {
        let score = |field: Option<Scalar<ImpactScore>>| field.map(|field| field.0.0);
        Impact {
            usable: score(self.usable),
            used: score(self.used),
            useful: score(self.useful),
            impactful: score(self.impactful),
            efficient: score(self.efficient),
        }
    }
}

impl RawAction {
    fn build(self) -> Action {
        Action { what: self.what, owner: self.owner, due: plain(self.due), done: plain(self.done) }
    }
}

impl RawIndicator {
    fn build(self) -> Indicator {
        let values = self.values.into_iter().map(|value| IndicatorValue { on: value.on.0, value: value.value.0 });
        Indicator { name: self.name, unit: self.unit, source: self.source, values: values.collect() }
    }
}

impl RawNote {
    fn build(self) -> Note {
        Note { id: self.id, on: plain(self.on), text: self.text, source: self.source }
    }
}
