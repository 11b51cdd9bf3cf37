//! The symbol and the token of each state. No state is shown by colour alone.

use super::Token;
use crate::model::Severity;
use crate::report::symbols;
use crate::rules::{ClockState, ConventionStatus, OccurrenceState, TrancheState};

/// A symbol and its token.
pub type StateStyle = (&'static str, Token);

#[must_use]
pub const fn occurrence_style(state: OccurrenceState) -> StateStyle {
    let token = match state {
        OccurrenceState::Late => Token::Bad,
        OccurrenceState::Due | OccurrenceState::DueSoon => Token::Warning,
        OccurrenceState::Open => Token::Accent,
        OccurrenceState::Undetermined => Token::Unknown,
        OccurrenceState::Standing | OccurrenceState::Waiting | OccurrenceState::Missed => Token::Muted,
        OccurrenceState::Done => Token::Good,
    };
    (symbols::of_occurrence(state), token)
}

#[must_use]
pub const fn clock_style(state: ClockState) -> StateStyle {
    let token = match state {
        ClockState::Late => Token::Bad,
        ClockState::DueSoon => Token::Warning,
        ClockState::Ok => Token::Accent,
        ClockState::Undetermined => Token::Unknown,
        ClockState::None => Token::Muted,
    };
    (symbols::of_clock(state), token)
}

#[must_use]
pub const fn status_style(status: ConventionStatus) -> StateStyle {
    let token = match status {
        ConventionStatus::Unsigned | ConventionStatus::Undated | ConventionStatus::NoTerm => Token::Unknown,
        ConventionStatus::InForce => Token::Good,
        ConventionStatus::Ending => Token::Warning,
        ConventionStatus::Ended | ConventionStatus::Terminated => Token::Muted,
    };
    (symbols::of_status(status), token)
}

#[must_use]
pub const fn tranche_style(state: TrancheState) -> StateStyle {
    let token = match state {
        TrancheState::Undetermined => Token::Unknown,
        TrancheState::Waiting | TrancheState::Lapsed => Token::Muted,
        TrancheState::Due | TrancheState::Called => Token::Warning,
        TrancheState::PartPaid => Token::Accent,
        TrancheState::Paid => Token::Good,
        TrancheState::Late => Token::Bad,
    };
    (symbols::of_tranche(state), token)
}

#[must_use]
pub const fn severity_style(severity: Severity) -> StateStyle {
    let token = match severity {
        Severity::Info => Token::Muted,
        Severity::Warning => Token::Warning,
        Severity::Error => Token::Bad,
    };
    (symbols::of_severity(severity), token)
}
