//! `startups/<id>.toml`.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::value::{Field, Format, Score};
use super::{Faults, plain, plains};
use crate::model::{
    Committee, CommitteeState, Date, Decision, Fast, Id, Impact, Indicator, Money, Note, Phase, PhaseStart, Startup,
    StartupAction, Statistics, Value,
};

/// A digital service being incubated (couveuse).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Startup")]
pub(in crate::record) struct StartupShape {
    /// The version of the format; 1 where it is absent.
    #[allow(dead_code, reason = "reading it is the check")]
    format: Option<Field<Format>>,
    /// Its name today.
    name: String,
    /// Every other name it has had.
    #[serde(default)]
    also: Vec<String>,
    /// What it is for.
    mission: Option<String>,
    /// The incubator that follows it.
    incubator: Option<Field<Id>>,
    /// The incubators that followed it before.
    #[serde(default)]
    former_incubators: Vec<Field<Id>>,
    /// The bodies that the public record names as its sponsors.
    #[serde(default)]
    sponsors: Vec<Field<Id>>,
    /// Its address on the web.
    site: Option<String>,
    /// Its public page of figures: the address, or whether there is one.
    statistics: Option<Field<Statistics>>,
    /// Its source code.
    repository: Option<String>,
    /// What it won from the acceleration fund (FAST).
    fast: Option<FastShape>,
    /// The phases that it entered.
    #[serde(default)]
    phases: Vec<PhaseShape>,
    /// Its committees: planned, held, cancelled.
    #[serde(default)]
    committees: Vec<CommitteeShape>,
    /// What people agreed to do.
    #[serde(default)]
    actions: Vec<ActionShape>,
    /// Its figures of use and impact.
    #[serde(default)]
    indicators: Vec<IndicatorShape>,
    /// What else is worth knowing.
    #[serde(default)]
    notes: Vec<NoteShape>,
}

/// A prize of the acceleration fund (FAST).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fast")]
struct FastShape {
    /// Which class of winners.
    promotion: Option<Field<u32>>,
    /// How much.
    amount: Option<Field<Money>>,
}

/// The beginning of a phase.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PhaseStart")]
struct PhaseShape {
    /// Which phase.
    phase: Field<Phase>,
    /// Its first day.
    from: Field<Date>,
    /// Anything worth saying of it.
    comment: Option<String>,
}

/// A meeting of the startup's committee.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Committee")]
struct CommitteeShape {
    /// Its name within the record. The program writes one; it may be left out.
    id: Option<String>,
    /// The day.
    on: Field<Date>,
    /// Whether it is set, took place or was called off.
    state: Field<CommitteeState>,
    /// What it decided; absent where it decided nothing.
    decision: Option<Field<Decision>>,
    /// The money that the decision gives.
    envelope: Option<Field<Money>>,
    /// Until when it funds.
    until: Option<Field<Date>>,
    /// On what conditions.
    #[serde(default)]
    conditions: Vec<String>,
    /// How it saw the product.
    impact: Option<ImpactShape>,
    /// Anything else worth keeping.
    comment: Option<String>,
    /// Where this is known from.
    source: Option<String>,
}

/// The five headings that a committee looks at, each from 0 to 4.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Impact")]
struct ImpactShape {
    /// Can it be used.
    usable: Option<Field<Score>>,
    /// Is it used.
    used: Option<Field<Score>>,
    /// Does it help those who use it.
    useful: Option<Field<Score>>,
    /// Does it change what it set out to change.
    impactful: Option<Field<Score>>,
    /// At what cost.
    efficient: Option<Field<Score>>,
}

/// Something that somebody agreed to do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Action")]
struct ActionShape {
    /// What.
    what: String,
    /// Who.
    owner: Option<String>,
    /// By when.
    due: Option<Field<Date>>,
    /// When it was done.
    done: Option<Field<Date>>,
}

/// A figure that is followed over time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Indicator")]
struct IndicatorShape {
    /// What it counts.
    name: String,
    /// In what.
    unit: Option<String>,
    /// Where it is known from.
    source: Option<String>,
    /// Its values over time.
    #[serde(default)]
    values: Vec<ValueShape>,
}

/// What an indicator was on a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Value")]
struct ValueShape {
    /// The day.
    on: Field<Date>,
    /// How many.
    value: Field<Decimal>,
}

/// A remark.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Note")]
struct NoteShape {
    /// Its name within the record. The program writes one; it may be left out.
    id: Option<String>,
    /// The day, where one is known.
    on: Option<Field<Date>>,
    /// The remark.
    text: String,
    /// Where it is known from.
    source: Option<String>,
}

impl StartupShape {
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
            phases: self.phases.into_iter().map(PhaseShape::build).collect(),
            committees: self.committees.into_iter().map(CommitteeShape::build).collect(),
            actions: self.actions.into_iter().map(ActionShape::build).collect(),
            indicators: self.indicators.into_iter().map(IndicatorShape::build).collect(),
            notes: self.notes.into_iter().map(NoteShape::build).collect(),
            fast: self.fast.map(|fast| Fast { promotion: plain(fast.promotion), amount: plain(fast.amount) }),
        }
    }
}

impl PhaseShape {
    fn build(self) -> PhaseStart {
        PhaseStart { phase: self.phase.0, from: self.from.0, comment: self.comment }
    }
}

impl CommitteeShape {
    fn build(self) -> Committee {
        Committee {
            id: self.id,
            on: self.on.0,
            state: self.state.0,
            decision: plain(self.decision),
            envelope: plain(self.envelope),
            until: plain(self.until),
            conditions: self.conditions,
            impact: self.impact.map(ImpactShape::build),
            comment: self.comment,
            source: self.source,
        }
    }
}

impl ImpactShape {
    fn build(self) -> Impact {
        let score = |field: Option<Field<Score>>| field.map(|field| field.0.0);
        Impact {
            usable: score(self.usable),
            used: score(self.used),
            useful: score(self.useful),
            impactful: score(self.impactful),
            efficient: score(self.efficient),
        }
    }
}

impl ActionShape {
    fn build(self) -> StartupAction {
        StartupAction { what: self.what, owner: self.owner, due: plain(self.due), done: plain(self.done) }
    }
}

impl IndicatorShape {
    fn build(self) -> Indicator {
        let values = self.values.into_iter().map(|value| Value { on: value.on.0, value: value.value.0 });
        Indicator { name: self.name, unit: self.unit, source: self.source, values: values.collect() }
    }
}

impl NoteShape {
    fn build(self) -> Note {
        Note { id: self.id, on: plain(self.on), text: self.text, source: self.source }
    }
}
