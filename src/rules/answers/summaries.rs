//! Where conventions, startups and their committees stand, and everything together.

use super::{Commitment, ContributionSummary, Figures, FundingTotals, Occurrence, TrancheSummary, Unknown};
use crate::model::{Date, Id, Phase};

/// Where a convention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConventionStatus {
    /// No signature on or before the day.
    Unsigned,
    /// Signed; its end lies ahead.
    InForce,
    /// Signed; it fixes no day for its end.
    NoTerm,
    /// Ends soon.
    Ending,
    /// Its term has passed.
    Ended,
    /// Ended early.
    Terminated,
}

impl ConventionStatus {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unsigned, Self::InForce, Self::NoTerm, Self::Ending, Self::Ended, Self::Terminated];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
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
    /// The convention.
    pub convention: Id,
    /// Where it stands.
    pub status: ConventionStatus,
    /// The day it was signed, if it was by then.
    pub signed: Option<Date>,
    /// The day it ends or ended, where that is known.
    pub ends: Option<Date>,
    /// What is missing to know that day.
    pub unknown: Option<Unknown>,
    /// Its money.
    pub figures: Figures,
    /// Its contributions.
    pub contributions: Vec<ContributionSummary>,
    /// Its tranches.
    pub tranches: Vec<TrancheSummary>,
}

/// A convention in a startup's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionBrief {
    /// The convention.
    pub id: Id,
    /// Where it stands.
    pub status: ConventionStatus,
    /// The day it was signed.
    pub signed: Option<Date>,
    /// The day it ends.
    pub ends: Option<Date>,
}

/// Where a startup's committee stands, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockState {
    /// The next one is overdue.
    Late,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later.
    Ok,
    /// Hangs on something unknown.
    Undetermined,
    /// None is due: nothing says so, or the startup is no longer incubated.
    None,
}

impl ClockState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Late, Self::DueSoon, Self::Ok, Self::Undetermined, Self::None];

    /// The word in JSON, and the end of the locale's key.
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

/// The committee clock of one startup under one convention (or under the habit, where none says).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeClock {
    /// The startup.
    pub startup: Id,
    /// The convention whose clause governs; `None` under the habit of every six months.
    pub convention: Option<Id>,
    /// The article.
    pub article: Option<String>,
    /// The last one held.
    pub last_held: Option<Date>,
    /// The next one set for a day.
    pub planned: Option<Date>,
    /// The day the next is due.
    pub next_due: Option<Date>,
    /// Papers are due on this day, before the planned one or the due one.
    pub papers_due: Option<Date>,
    /// The day the money runs out, if that is what makes it due.
    pub runs_out: Option<Date>,
    /// Where it stands.
    pub state: ClockState,
    /// Days past due; 0 when not late.
    pub days_late: i64,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
}

/// One startup in the portfolio's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartupSummary {
    /// The startup.
    pub startup: Id,
    /// Its phase on the day.
    pub phase: Option<(Phase, Date)>,
    /// Its money over all its conventions.
    pub figures: Figures,
    /// Its occurrences that are late, in number.
    pub late: usize,
    /// Its occurrences that are undetermined, in number.
    pub undetermined: usize,
    /// Its next committee: the most urgent of its clocks.
    pub committee: Option<CommitteeClock>,
    /// Its conventions.
    pub conventions: Vec<ConventionBrief>,
    /// The day its money runs out at the rate of the last six months.
    pub runs_out: Option<Date>,
}

impl StartupSummary {
    /// The convention that says most of where the startup stands: one in force, the one that ends last of several;
    /// else one that may come into force; else the one that ended last.
    #[must_use]
    pub fn foremost(&self) -> Option<&ConventionBrief> {
        let weight = |status| match status {
            ConventionStatus::InForce | ConventionStatus::Ending => 3,
            ConventionStatus::NoTerm => 2,
            ConventionStatus::Unsigned => 1,
            ConventionStatus::Ended | ConventionStatus::Terminated => 0,
        };
        self.conventions.iter().max_by_key(|brief| (weight(brief.status), brief.ends))
    }
}

/// Everything that the screens show, computed once per portfolio and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The startups, in the order of their ids.
    pub startups: Vec<StartupSummary>,
    /// Every occurrence: the late first, then by due date.
    pub occurrences: Vec<Occurrence>,
    /// The committee clocks, in the order of startups.
    pub committees: Vec<CommitteeClock>,
    /// The money.
    pub funding: FundingTotals,
    /// The contributions with their tranches, in the order of conventions and of their documents.
    pub commitments: Vec<Commitment>,
}
