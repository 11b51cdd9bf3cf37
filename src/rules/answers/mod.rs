//! The answers that the rules compute from one portfolio as of one day.

mod figures;
mod money;
mod occurrence;
mod summaries;

pub use figures::{
    ExplainedFigures, Figure, FigureLine, Figures, FundingTotals, PartyFunding, StartupFunding, Unallocated,
    YearFunding,
};
pub use money::{Commitment, ContributionSummary, SpendingGate, TrancheState, TrancheSummary};
pub use occurrence::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Unknown};
pub use summaries::{
    Answers, ClockReason, ClockState, CommitteeClock, ConventionBrief, ConventionStatus, ConventionSummary,
    StartupSummary,
};
