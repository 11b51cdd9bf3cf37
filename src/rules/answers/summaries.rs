//! Conventions, startups and their committees as of a day, and everything together.

use super::{Commitment, ContributionSummary, Figures, FundingTotals, Occurrence, TrancheSummary, Unknown};
use crate::model::{Date, Id, Phase};

/// The status of a convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConventionStatus {
    /// No signature on or before the day.
    Unsigned,
    /// The copy bears no day.
    Undated,
    InForce,
    /// Signed; it fixes no day for its end.
    NoTerm,
    /// Ends soon, or its estimated end has passed.
    Ending,
    Ended,
    /// Ended early.
    Terminated,
}

impl ConventionStatus {
    pub const ALL: [Self; 7] =
        [Self::Unsigned, Self::Undated, Self::InForce, Self::NoTerm, Self::Ending, Self::Ended, Self::Terminated];

    /// The word in JSON, and the end of the message key.
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

/// A convention as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionSummary {
    pub convention: Id,
    pub status: ConventionStatus,
    /// The day of the signature, if it was signed by then and the copy says when.
    pub signed: Option<Date>,
    /// The day on which it ends or ended, if that is known.
    pub ends: Option<Date>,
    /// Whether that day is only an estimate.
    pub ends_estimated: bool,
    /// What is missing to know that day.
    pub unknown: Option<Unknown>,
    pub figures: Figures,
    pub contributions: Vec<ContributionSummary>,
    pub tranches: Vec<TrancheSummary>,
}

/// A convention in a startup's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionBrief {
    pub id: Id,
    pub status: ConventionStatus,
    pub signed: Option<Date>,
    pub ends: Option<Date>,
    pub ends_estimated: bool,
}

/// The state of a committee clock, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockState {
    Late,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later.
    Ok,
    /// Depends on something unknown.
    Undetermined,
    /// None is due: nothing says so, or the startup is no longer incubated.
    None,
}

impl ClockState {
    pub const ALL: [Self; 5] = [Self::Late, Self::DueSoon, Self::Ok, Self::Undetermined, Self::None];

    /// The word in JSON, and the end of the message key.
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

/// What makes a committee due. In the order of precedence for equal days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockReason {
    /// A clause of a convention.
    Clause,
    /// The last decision runs out (`until`).
    Decision,
    /// The last committee deferred its decision (`deferred_until`).
    Deferred,
    /// The money runs out.
    Runway,
    /// The incubator's habit.
    Habit,
}

impl ClockReason {
    pub const ALL: [Self; 5] = [Self::Clause, Self::Decision, Self::Deferred, Self::Runway, Self::Habit];

    /// The word in JSON, and the end of the message key.
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

/// The committee clock of one startup under one clause, or for what no clause says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClock {
    pub startup: Id,
    /// The convention that contains the clause; `None` in the row for decisions, money and habit.
    pub convention: Option<Id>,
    /// What makes it due; `None` if nothing does.
    pub reason: Option<ClockReason>,
    pub article: Option<String>,
    /// The last one held; a deferral is none.
    pub last_held: Option<Date>,
    /// The next one planned.
    pub planned: Option<Date>,
    /// A planned day that has passed, with nothing recorded of it since.
    pub planned_passed: Option<Date>,
    /// The earliest day that no committee has met.
    pub next_due: Option<Date>,
    /// The day on which the papers of the planned one are due.
    pub papers_due: Option<Date>,
    /// The day on which the money runs out, if that is the reason.
    pub runs_out: Option<Date>,
    pub state: ClockState,
    /// Days past due; 0 unless it is late.
    pub days_late: i64,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
}

/// One startup in the portfolio's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupSummary {
    pub startup: Id,
    /// Its phase and the first day of it; `None` before the first.
    pub phase: Option<(Phase, Date)>,
    /// Its money over all its conventions.
    pub figures: Figures,
    /// The other startups of contributions that are shared without `shares`.
    pub shared_with: Vec<Id>,
    /// The number of its late occurrences of obligations.
    pub late: usize,
    pub late_actions: usize,
    pub late_conditions: usize,
    pub late_papers: usize,
    /// The number of its undetermined occurrences of obligations.
    pub undetermined: usize,
    /// The most urgent of its committee clocks.
    pub committee: Option<CommitteeClock>,
    pub conventions: Vec<ConventionBrief>,
    /// The day on which its money runs out at the rate of the last six months of spending.
    pub runs_out: Option<Date>,
}

impl StartupSummary {
    /// How much of everything is late: obligations, actions, conditions and papers.
    #[must_use]
    pub const fn all_late(&self) -> usize {
        self.late + self.late_actions + self.late_conditions + self.late_papers
    }

    /// The convention that says most about the startup: one in force, the one that ends last of several; else one that
    /// may come into force; else the one that ended last.
    #[must_use]
    pub fn foremost(&self) -> Option<&ConventionBrief> {
        let weight = |status| match status {
            ConventionStatus::InForce | ConventionStatus::Ending => 3,
            ConventionStatus::NoTerm | ConventionStatus::Undated => 2,
            ConventionStatus::Unsigned => 1,
            ConventionStatus::Ended | ConventionStatus::Terminated => 0,
        };
        self.conventions.iter().max_by_key(|brief| (weight(brief.status), brief.ends))
    }
}

/// Everything that the screens show, computed once per portfolio and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of their ids.
    pub startups: Vec<StartupSummary>,
    /// The late first, then by due date.
    pub occurrences: Vec<Occurrence>,
    /// In the order of startups.
    pub committees: Vec<CommitteeClock>,
    pub funding: FundingTotals,
    /// The contributions with their tranches, in the order of conventions and as written.
    pub commitments: Vec<Commitment>,
}
