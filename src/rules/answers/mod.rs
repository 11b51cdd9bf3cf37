//! What the rules answer, for one portfolio as of one day.

mod money;
mod occurrence;
mod summaries;

pub use money::{
    Commitment, ContributionSummary, ExplainedFigures, Figure, FigureLine, Figures, FundingTotals, SpendingGate,
    TrancheState, TrancheSummary,
};
pub use occurrence::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Unknown};
pub use summaries::{
    Answers, ClockState, CommitteeClock, ConventionBrief, ConventionStatus, ConventionSummary, StartupSummary,
};
