//! The symbol of each state, the same on screen and in text. A symbol is never shown without a word.

use crate::model::Severity;
use crate::rules::{ClockState, ConventionStatus, OccurrenceState, TrancheState};

/// The symbol of a startup that has changed.
pub const CHANGED: &str = "▪";

/// Returns the symbol of an occurrence.
#[must_use]
pub const fn of_occurrence(state: OccurrenceState) -> &'static str {
    match state {
        OccurrenceState::Late => "✗",
        OccurrenceState::Due | OccurrenceState::DueSoon => "!",
        OccurrenceState::Open | OccurrenceState::Waiting => "○",
        OccurrenceState::Undetermined => "?",
        OccurrenceState::Standing => "•",
        OccurrenceState::Missed => "–",
        OccurrenceState::Done => "✓",
    }
}

/// Returns the symbol of a committee clock.
#[must_use]
pub const fn of_clock(state: ClockState) -> &'static str {
    match state {
        ClockState::Late => "✗",
        ClockState::DueSoon => "!",
        ClockState::Ok => "○",
        ClockState::Undetermined => "?",
        ClockState::None => "–",
    }
}

/// Returns the symbol of a convention.
#[must_use]
pub const fn of_status(status: ConventionStatus) -> &'static str {
    match status {
        ConventionStatus::Unsigned | ConventionStatus::Undated | ConventionStatus::NoTerm => "?",
        ConventionStatus::InForce => "✓",
        ConventionStatus::Ending => "!",
        ConventionStatus::Ended | ConventionStatus::Terminated => "–",
    }
}

/// Returns the symbol of a tranche.
#[must_use]
pub const fn of_tranche(state: TrancheState) -> &'static str {
    match state {
        TrancheState::Undetermined => "?",
        TrancheState::Waiting => "○",
        TrancheState::Due | TrancheState::Called => "!",
        TrancheState::PartPaid => "◐",
        TrancheState::Paid => "✓",
        TrancheState::Late => "✗",
        TrancheState::Lapsed => "–",
    }
}

/// Returns the symbol of a finding.
#[must_use]
pub const fn of_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "·",
        Severity::Warning => "!",
        Severity::Error => "✗",
    }
}
