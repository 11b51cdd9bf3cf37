//! Conventions, startups and committees as of one day, and all answers together.

use super::{Commitment, ContributionSummary, Figures, FundingTotals, Occurrence, TrancheSummary, Unknown};
use crate::model::{Date, Id, Phase};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConventionStatus {
    /// Not signed by that day.
    Unsigned,
    /// Signed, but the copy bears no date.
    Undated,
    InForce,
    /// Signed, without a known end.
    NoTerm,
    /// Ends soon, or past an estimated end.
    Ending,
    Ended,
    Terminated,
}

impl ConventionStatus {
    pub const ALL: [Self; 7] =
        [Self::Unsigned, Self::Undated, Self::InForce, Self::NoTerm, Self::Ending, Self::Ended, Self::Terminated];

    /// Returns the word in JSON, which is also the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::Undated => "undated",
            Self::InForce => "in-force",
            Self::NoTerm => "no-term",
            Self::Ending => "ending",
            Self::Ended => "ended",
            Self::Terminated => "terminated",
        }
    }
}

/// A convention as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionSummary {
    pub convention: Id,
    pub status: ConventionStatus,
    /// The day of the signature, if it is known and not in the future.
    pub signed: Option<Date>,
    /// The day of the end, if it is known.
    pub ends: Option<Date>,
    /// Whether that day is only an estimate.
    pub ends_estimated: bool,
    /// What is missing to compute that day.
    pub unknown: Option<Unknown>,
    pub figures: Figures,
    pub contributions: Vec<ContributionSummary>,
    pub tranches: Vec<TrancheSummary>,
}

/// A convention in the row of a startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionBrief {
    pub id: Id,
    pub status: ConventionStatus,
    pub signed: Option<Date>,
    pub ends: Option<Date>,
    pub ends_estimated: bool,
}

/// The state of a committee clock, as in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockState {
    Late,
    /// Due within `due_soon_days` (30 by default).
    DueSoon,
    /// Due later.
    Ok,
    /// The day depends on something unknown.
    Undetermined,
    /// No committee is due: no clause or habit applies, or the startup is no longer incubated.
    None,
}

impl ClockState {
    pub const ALL: [Self; 5] = [Self::Late, Self::DueSoon, Self::Ok, Self::Undetermined, Self::None];

    /// Returns the word in JSON, which is also the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::DueSoon => "due-soon",
            Self::Ok => "ok",
            Self::Undetermined => "undetermined",
            Self::None => "none",
        }
    }
}

/// Why a committee is due. If several reasons give the same day, the first one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockReason {
    /// A clause of a convention.
    Clause,
    /// The last decision expires (`until`).
    Decision,
    /// The last committee deferred its decision (`deferred_until`).
    Deferred,
    /// The money runs out.
    Runway,
    /// The incubator's habit (`committee_every`).
    Habit,
}

impl ClockReason {
    pub const ALL: [Self; 5] = [Self::Clause, Self::Decision, Self::Deferred, Self::Runway, Self::Habit];

    /// Returns the word in JSON, which is also the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Decision => "decision",
            Self::Deferred => "deferred",
            Self::Runway => "runway",
            Self::Habit => "habit",
        }
    }
}

/// When the next committee of a startup is due, under one clause or for reasons that no clause states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClock {
    pub startup: Id,
    /// The convention with the clause; `None` for decisions, runway and habit.
    pub convention: Option<Id>,
    /// Why it is due; `None` if it isn't.
    pub reason: Option<ClockReason>,
    pub article: Option<String>,
    /// The day of the last committee held. A deferral doesn't count.
    pub last_held: Option<Date>,
    /// The day of the next planned committee.
    pub planned: Option<Date>,
    /// A planned day that has passed without a committee recorded since.
    pub planned_passed: Option<Date>,
    /// The earliest due date that no committee met.
    pub next_due: Option<Date>,
    /// The due date of the papers for the planned committee.
    pub papers_due: Option<Date>,
    /// The day on which the money runs out, if that is the reason.
    pub runs_out: Option<Date>,
    pub state: ClockState,
    /// Days past the due date; 0 unless late.
    pub days_late: i64,
    /// What is missing to compute the due date.
    pub unknown: Option<Unknown>,
}

/// A startup in the list of the portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupSummary {
    pub startup: Id,
    /// The current phase and its first day; `None` before the first phase.
    pub phase: Option<(Phase, Date)>,
    /// The amounts of all its conventions.
    pub figures: Figures,
    /// The other startups of contributions that are shared without `shares`.
    pub shared_with: Vec<Id>,
    /// The number of late obligations, payments and committees.
    pub late: usize,
    pub late_actions: usize,
    pub late_conditions: usize,
    pub late_papers: usize,
    /// The number of obligations, payments and committees without a known due date.
    pub undetermined: usize,
    /// The most urgent committee clock.
    pub committee: Option<CommitteeClock>,
    pub conventions: Vec<ConventionBrief>,
    /// The day on which the money runs out at the rate of the last six months of spending.
    pub runs_out: Option<Date>,
    /// The last day on which a payment, spending or a refund was recorded.
    pub last_recorded: Option<Date>,
}

impl StartupSummary {
    /// Returns the day since which nothing was recorded, if the money has run out by the records.
    #[must_use]
    pub fn silent_since(&self, as_of: Date) -> Option<Date> {
        self.runs_out.filter(|day| *day < as_of).and(self.last_recorded)
    }

    /// Returns the number of everything late: obligations, actions, conditions and papers.
    #[must_use]
    pub const fn all_late(&self) -> usize {
        self.late + self.late_actions + self.late_conditions + self.late_papers
    }

    /// Returns the most relevant convention: the one in force that ends last, else one that may come into force, else
    /// the one that ended last.
    #[must_use]
    pub fn main_convention(&self) -> Option<&ConventionBrief> {
        let weight = |status| match status {
            ConventionStatus::InForce | ConventionStatus::Ending => 3,
            ConventionStatus::NoTerm | ConventionStatus::Undated => 2,
            ConventionStatus::Unsigned => 1,
            ConventionStatus::Ended | ConventionStatus::Terminated => 0,
        };
        self.conventions.iter().max_by_key(|brief| (weight(brief.status), brief.ends))
    }
}

/// All answers that the screens show, computed once per portfolio and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Sorted by id.
    pub startups: Vec<StartupSummary>,
    /// The late ones first, then sorted by due date.
    pub occurrences: Vec<Occurrence>,
    /// In the order of `startups`.
    pub committees: Vec<CommitteeClock>,
    pub funding: FundingTotals,
    /// Sorted by convention, then in written order.
    pub commitments: Vec<Commitment>,
}
