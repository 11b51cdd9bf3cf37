//! What the rows of a list are grouped by, and the order of the groups.

use chrono::Datelike;

use crate::model::{Date, Id, Phase, Severity};
use crate::rules::{ClockState, OccurrenceState, TodayBand, TodayKind, TrancheState};

/// What the rows below a heading have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Framework conventions, whose amounts are counted separately.
    Frameworks,
    /// Records that cannot be read.
    Unreadable,
    /// Rows of Today of an urgency.
    Urgency(TodayBand),
    /// Rows of Today of a kind.
    TodayKind(TodayKind),
    State(OccurrenceState),
    /// Committees in a state.
    Clock(ClockState),
    /// Tranches in a state; `None` for what the contributor spends directly.
    Tranche(Option<TrancheState>),
    Convention(Id),
    /// A month: year, and month from 1.
    Month(i32, u32),
    /// A year; `None` if it is unknown.
    Year(Option<i32>),
    /// A day, the latest first.
    Day(Date),
    /// A due date, the earliest first; `None` if there is none.
    Due(Option<Date>),
    /// A severity of findings.
    Severity(Severity),
    /// A phase; `None` before the first one.
    Phase(Option<Phase>),
    /// A startup; `None` if the row belongs to none.
    Startup(Option<Id>),
    /// A party; `None` if it is unknown.
    Party(Option<Id>),
    /// A name that is shown as it is (file, check, author); `None` if there is none.
    Named(Option<String>),
}

impl Group {
    /// Returns the rank of the group in a list. Groups of equal rank are sorted by their titles.
    #[must_use]
    pub fn rank(&self) -> i64 {
        // Above every month.
        const LAST: i64 = 1_000_000;
        match self {
            Self::State(
                state @ (OccurrenceState::Late
                | OccurrenceState::Due
                | OccurrenceState::DueSoon
                | OccurrenceState::Open),
            ) => *state as i64,
            Self::State(state) => LAST + *state as i64,
            Self::Month(year, month) => i64::from(*year) * 12 + i64::from(*month),
            Self::Year(Some(year)) => i64::from(*year),
            Self::Day(day) => -i64::from(day.num_days_from_ce()),
            Self::Due(Some(day)) => i64::from(day.num_days_from_ce()),
            Self::Severity(severity) => -(*severity as i64),
            Self::Clock(state) => *state as i64,
            Self::Urgency(band) => *band as i64,
            Self::TodayKind(kind) => *kind as i64,
            Self::Tranche(Some(state)) => match state {
                TrancheState::Late => -1,
                state => *state as i64,
            },
            Self::Phase(Some(phase)) => *phase as i64,
            Self::Convention(_) | Self::Startup(Some(_)) | Self::Party(Some(_)) | Self::Named(Some(_)) => 0,
            Self::Due(None) => 2 * LAST,
            Self::Year(None)
            | Self::Tranche(None)
            | Self::Phase(None)
            | Self::Startup(None)
            | Self::Party(None)
            | Self::Named(None) => LAST,
            Self::Frameworks => LAST + 10,
            Self::Unreadable => LAST + 11,
        }
    }

    /// Returns whether the group comes last however the list is sorted, because its rows are not part of the totals.
    #[must_use]
    pub const fn is_separate(&self) -> bool {
        matches!(self, Self::Frameworks | Self::Unreadable)
    }
}
