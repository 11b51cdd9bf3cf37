//! What the rules answer, for one portfolio as of one day.

mod duties;
mod money;
mod standings;

pub use duties::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Unknown};
pub use money::{
    ContributionStanding, Figure, Figures, FundingReport, Gate, Line, Position, Promise, TrancheStanding, TrancheState,
};
pub use standings::{
    Answers, ClockState, CommitteeClock, ConventionBrief, ConventionStanding, ConventionStatus, StartupStanding,
};
