//! The rules: pure functions of a portfolio and a day. No clock, no disk, no words.

mod answers;
mod cash;
mod charges;
pub mod check;
mod committees;
mod cores;
mod funding;
mod movements;
mod occurrences;
mod overview;
mod positions;
mod promises;
mod reasons;
mod report;
mod runway;
mod status;
mod terms;
mod tranches;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use answers::{
    Answers, ClockState, CommitteeClock, ContributionStanding, ConventionBrief, ConventionStanding, ConventionStatus,
    Figure, Figures, FundingReport, Gate, Line, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState,
    Position, Promise, StartupStanding, TrancheStanding, TrancheState, Unknown,
};
pub use cash::{CashMonth, cash_by_month};
pub use cores::on_all_cores;
pub use movements::{Entry, Movement, Stage, movements};
pub use overview::{
    answers, committee_clocks, convention_occurrences, startup_occurrences, startup_standing, startup_standings,
};
pub use positions::{
    contribution_position, convention_position, convention_standing, party_position, portfolio_position,
    startup_position,
};
pub use promises::promises_of;
pub use reasons::{Reason, ReasonKind, reasons};
pub use terms::terms_in_force;
