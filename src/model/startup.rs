//! A digital service being incubated, and its life.

use super::{Committee, Date, Id, Money};

/// A startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Startup {
    /// Its file's name.
    pub id: Id,
    /// Its name today.
    pub name: String,
    /// Every other name it has had.
    pub also: Vec<String>,
    /// What it is for.
    pub mission: Option<String>,
    /// The incubator that follows it.
    pub incubator: Option<Id>,
    /// The incubators that followed it before.
    pub former_incubators: Vec<Id>,
    /// The bodies that the public record names as its sponsors.
    pub sponsors: Vec<Id>,
    /// Its address on the web.
    pub site: Option<String>,
    /// Its public page of figures.
    pub statistics: Option<Statistics>,
    /// Its source code.
    pub repository: Option<String>,
    /// The phases it entered, in the order of the file.
    pub phases: Vec<PhaseStart>,
    /// Its committees.
    pub committees: Vec<Committee>,
    /// What people agreed to do.
    pub actions: Vec<Action>,
    /// Its figures of use and impact.
    pub indicators: Vec<Indicator>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
    /// What it won from the acceleration fund.
    pub fast: Option<FastAward>,
}

/// What is known of a startup's statistics page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statistics {
    /// Declared to exist, or declared not to.
    Declared(bool),
    /// Its address.
    At(String),
}

impl Statistics {
    /// Whether there is a page.
    #[must_use]
    pub const fn exists(&self) -> bool {
        !matches!(self, Self::Declared(false))
    }
}

/// Where a startup stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Is there a problem worth solving.
    Investigation,
    /// A first product with its first users.
    Construction,
    /// Growing.
    Acceleration,
    /// Finding where it will live.
    Consolidation,
    /// Run by its owner within the network (opéré).
    Operated,
    /// Handed over (transféré).
    Transferred,
    /// Given up after construction began (abandon).
    Stopped,
    /// Given up while investigating (abandon en investigation).
    InvestigationStopped,
}

impl Phase {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Investigation,
        Self::Construction,
        Self::Acceleration,
        Self::Consolidation,
        Self::Operated,
        Self::Transferred,
        Self::Stopped,
        Self::InvestigationStopped,
    ];

    /// The word in files and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Investigation => "investigation",
            Self::Construction => "construction",
            Self::Acceleration => "acceleration",
            Self::Consolidation => "consolidation",
            Self::Operated => "operated",
            Self::Transferred => "transferred",
            Self::Stopped => "stopped",
            Self::InvestigationStopped => "investigation-stopped",
        }
    }

    /// Whether the incubator still invests in it, so that committees are due.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Investigation | Self::Construction | Self::Acceleration | Self::Consolidation)
    }

    /// Whether it was given up.
    #[must_use]
    pub const fn is_stopped(self) -> bool {
        matches!(self, Self::Stopped | Self::InvestigationStopped)
    }
}

/// The beginning of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseStart {
    /// Which phase.
    pub phase: Phase,
    /// Its first day.
    pub from: Date,
    /// Anything worth saying of it.
    pub comment: Option<String>,
}

/// Something that somebody agreed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: String,
    /// Who.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
}

/// A figure that is followed over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What it counts.
    pub name: String,
    /// In what.
    pub unit: Option<String>,
    /// Its values, in the order of the file.
    pub values: Vec<IndicatorValue>,
    /// Where it is known from.
    pub source: Option<String>,
}

/// One dated value of an [`Indicator`]; an exact decimal, no amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorValue {
    /// The day it was true.
    pub on: Date,
    /// How many.
    pub value: rust_decimal::Decimal,
}

/// A dated remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its name within the record, where it has one: the program gives one to what it writes.
    pub id: Option<String>,
    /// The day, where one is known.
    pub on: Option<Date>,
    /// The remark.
    pub text: String,
    /// Where it is known from.
    pub source: Option<String>,
}

/// A prize of the Fonds d'accélération des startups d'État et de territoires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FastAward {
    /// Which class of winners.
    pub promotion: Option<u32>,
    /// How much.
    pub amount: Option<Money>,
}

impl Startup {
    /// The phase it is in on a day: the latest begun. `None` before the first.
    #[must_use]
    pub fn phase_on(&self, day: Date) -> Option<&PhaseStart> {
        self.phases.iter().filter(|start| start.from <= day).max_by_key(|start| start.from)
    }

    /// Whether it was there on a day, as far as its phases tell: one without any always was.
    #[must_use]
    pub fn had_begun(&self, day: Date) -> bool {
        self.phases.is_empty() || self.phase_on(day).is_some()
    }
}
