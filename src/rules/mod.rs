//! The rules: pure functions of a portfolio and a day. No clock, no disk, no words.

mod answers;
pub mod check;

pub use answers::{
    Answers, ClockState, CommitteeClock, ConventionBrief, ConventionStanding, ConventionStatus, Figure, Figures,
    FundingReport, Gate, Line, Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Position,
    StartupStanding, TrancheStanding, TrancheState, Unknown,
};

use crate::model::{Convention, Date, Id, Portfolio};

/// Everything that the screens show, as of a day.
#[must_use]
pub fn answers(portfolio: &Portfolio, as_of: Date) -> Answers {
    let _ = (portfolio, as_of);
    todo!()
}

/// One startup's row, alone: for a first screen that does not wait for the rest.
#[must_use]
pub fn startup_standing(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Option<StartupStanding> {
    let _ = (portfolio, startup, as_of);
    todo!()
}

/// The convention with every amendment signed on or before the day, in order of signature.
#[must_use]
pub fn terms_in_force(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<Convention> {
    let _ = (portfolio, convention, as_of);
    todo!()
}

/// One convention as of a day, with its tranches.
#[must_use]
pub fn convention_standing(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<ConventionStanding> {
    let _ = (portfolio, convention, as_of);
    todo!()
}

/// The money of a startup with the lines behind each figure.
#[must_use]
pub fn startup_position(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Position {
    let _ = (portfolio, startup, as_of);
    todo!()
}

/// The money of a convention with the lines behind each figure.
#[must_use]
pub fn convention_position(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Position {
    let _ = (portfolio, convention, as_of);
    todo!()
}

/// Every occurrence of the obligations of a startup's conventions.
#[must_use]
pub fn startup_occurrences(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<Occurrence> {
    let _ = (portfolio, startup, as_of);
    todo!()
}

/// The committee clocks of a startup: one for each convention with a clause, or the habit's.
#[must_use]
pub fn committee_clocks(portfolio: &Portfolio, startup: &Id, as_of: Date) -> Vec<CommitteeClock> {
    let _ = (portfolio, startup, as_of);
    todo!()
}
