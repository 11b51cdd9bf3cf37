//! Startups, the digital services being incubated: coaches, phases, actions, indicators, and notes.

use std::sync::Arc;

use super::{Committee, Condition, Date, Heading, Id, Money, Text};

/// A startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Startup {
    /// The name of its file.
    pub id: Id,
    /// Its current name.
    pub name: String,
    /// All other names that it has had.
    pub also: Vec<String>,
    /// Its name in the public record.
    pub slug: Option<String>,
    /// Its purpose.
    pub mission: Option<String>,
    /// The incubator that follows it now.
    pub incubator: Option<Id>,
    /// The incubators that followed it before, undated.
    pub former_incubators: Vec<Id>,
    /// The incubators that have followed it, with their days.
    pub incubators: Vec<IncubatorStay>,
    /// The bodies that the public record names as its sponsors.
    pub sponsors: Vec<Id>,
    /// The people who have coached it, with their days.
    pub coaches: Vec<Coach>,
    /// The address of the service.
    pub site: Option<String>,
    /// Its public page of statistics.
    pub statistics: Option<Statistics>,
    /// The day on which the statistics page was seen at its address.
    pub statistics_seen: Option<Date>,
    /// The address of its source code.
    pub repository: Option<String>,
    /// The day on which the source code was seen at its address.
    pub repository_seen: Option<Date>,
    /// The phases that it entered, in the order of the file.
    pub phases: Vec<PhaseStart>,
    /// Its committees, in the order of the file.
    pub committees: Vec<Committee>,
    /// The conditions that its committees set.
    pub conditions: Vec<Condition>,
    /// What people agreed to do.
    pub actions: Vec<Action>,
    /// Snoozed rows of the Today screen.
    pub snoozes: Vec<Snooze>,
    /// Its figures of use and impact.
    pub indicators: Vec<Indicator>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// What it won from the acceleration fund.
    pub fast: Option<FastAward>,
    /// The keys of the record that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
    /// The keys of other systems and their values as text.
    pub extra: Vec<(String, String)>,
}

/// The time that a startup spent in an incubator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncubatorStay {
    pub id: Id,
    /// The first day, if known.
    pub from: Option<Date>,
    /// The last day, if known.
    pub until: Option<Date>,
}

/// A person who coaches a startup, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coach {
    /// The id of the person in `portfolio.toml`.
    pub person: Id,
    /// The first day, if known.
    pub from: Option<Date>,
    /// The last day, if known.
    pub until: Option<Date>,
}

impl Coach {
    /// Returns whether the person coaches the startup on a day.
    #[must_use]
    pub fn is_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A snoozed row of the Today screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// The id of the row.
    pub item: String,
    /// The day on which the row shows again.
    pub until: Date,
    pub reason: Option<String>,
    /// The person who snoozed it.
    pub by: Option<String>,
}

/// What is known about a startup's statistics page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statistics {
    /// Declared to exist or not to exist, without an address.
    Declared(bool),
    /// Its address.
    At(String),
}

impl Statistics {
    /// Returns whether there is a page.
    #[must_use]
    pub const fn exists(&self) -> bool {
        !matches!(self, Self::Declared(false))
    }
}

/// The phases in the life of a startup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Is there a problem worth solving?
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
    /// Abandoned after construction began.
    Stopped,
    /// Abandoned while investigating.
    InvestigationStopped,
}

impl Phase {
    /// All values, in the order of a life.
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

    /// Returns the word in records and JSON.
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

    /// Returns whether the incubator still invests in the startup, so that committees are due.
    #[must_use]
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Investigation | Self::Construction | Self::Acceleration | Self::Consolidation)
    }

    /// Returns whether the startup was abandoned.
    #[must_use]
    pub const fn is_stopped(self) -> bool {
        matches!(self, Self::Stopped | Self::InvestigationStopped)
    }
}

/// The beginning of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseStart {
    pub phase: Phase,
    /// Its first day.
    pub from: Date,
    pub comment: Option<String>,
}

/// Something that somebody agreed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The id of the committee that decided it, if one did.
    pub committee: Option<String>,
    /// What is to be done.
    pub what: String,
    /// The id of a person, or any text.
    pub owner: Option<String>,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// The day on which it was done.
    pub done: Option<Date>,
}

impl Action {
    /// Creates an open action without an owner.
    #[must_use]
    pub fn new(what: &str) -> Self {
        Self { id: None, committee: None, what: what.to_owned(), owner: None, due: None, done: None }
    }
}

/// A figure that is followed over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What it counts.
    pub name: String,
    /// The heading under which the committee looks at it.
    pub heading: Option<Heading>,
    /// Whether it is the startup's main indicator; the first one is if none says so.
    pub main: bool,
    /// The unit of its values.
    pub unit: Option<String>,
    /// The value that others are compared with.
    pub baseline: Option<IndicatorValue>,
    /// In the order of the file.
    pub targets: Vec<IndicatorTarget>,
    /// In the order of the file.
    pub values: Vec<IndicatorValue>,
    /// Where it is known from.
    pub source: Option<String>,
}

impl Indicator {
    /// Creates an indicator without values.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            heading: None,
            main: false,
            unit: None,
            baseline: None,
            targets: Vec::new(),
            values: Vec::new(),
            source: None,
        }
    }
}

/// The value of an [`Indicator`] on a day: an exact decimal, not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorValue {
    /// The day of the measurement.
    pub on: Date,
    pub value: rust_decimal::Decimal,
}

/// The value that an [`Indicator`] is to reach by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorTarget {
    /// The day by which it is to be reached.
    pub by: Date,
    pub value: rust_decimal::Decimal,
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day, if known.
    pub on: Option<Date>,
    pub text: String,
    /// The article of the convention that it is about.
    pub article: Option<String>,
    /// Where it is known from.
    pub source: Option<String>,
}

impl Note {
    /// Creates an undated remark.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { id: None, on: None, text: text.to_owned(), article: None, source: None }
    }
}

/// An award of the Fonds d'accélération des startups d'État et de territoires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FastAward {
    /// The number of the class of winners.
    pub promotion: Option<u32>,
    /// The amount of the award.
    pub amount: Option<Money>,
}

impl Startup {
    /// Creates a startup of which only the name is known.
    #[must_use]
    pub fn new(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            also: Vec::new(),
            slug: None,
            mission: None,
            incubator: None,
            former_incubators: Vec::new(),
            incubators: Vec::new(),
            sponsors: Vec::new(),
            coaches: Vec::new(),
            site: None,
            statistics: None,
            statistics_seen: None,
            repository: None,
            repository_seen: None,
            phases: Vec::new(),
            committees: Vec::new(),
            conditions: Vec::new(),
            actions: Vec::new(),
            snoozes: Vec::new(),
            indicators: Vec::new(),
            notes: Vec::new(),
            fast: None,
            inferred: Arc::default(),
            extra: Vec::new(),
        }
    }

    /// Returns the latest phase that has begun by a day; `None` before the first.
    #[must_use]
    pub fn phase_on(&self, day: Date) -> Option<&PhaseStart> {
        self.phases.iter().filter(|start| start.from <= day).max_by_key(|start| start.from)
    }

    /// Returns the last committee held up to a day, unless its decision was withdrawn by then.
    #[must_use]
    pub fn last_committee(&self, day: Date) -> Option<&Committee> {
        self.committees.iter().filter(|one| one.is_held_by(day)).max_by_key(|one| one.on)
    }

    /// Returns the indicator that is marked as the main one, else the first.
    #[must_use]
    pub fn main_indicator(&self) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.main).or(self.indicators.first())
    }

    /// Returns whether its first phase has begun by a day. A startup without phases has always existed.
    #[must_use]
    pub fn had_begun(&self, day: Date) -> bool {
        self.phases.is_empty() || self.phase_on(day).is_some()
    }
}
