//! The headings over rows that belong together: what they are about, their order and their words.

use chrono::Datelike;

use crate::locale::fold;
use crate::model::{Date, Id, Phase, Severity};
use crate::report::sanitize;
use crate::rules::{ClockState, OccurrenceState, TrancheState};
use crate::ui::Token;
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::{clock_style, occurrence_style, severity_style, tranche_style};
use crate::ui::widget::text::width;

/// What the heading over rows is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The conventions between incubators.
    Frameworks,
    /// The records that could not be read.
    Unreadable,
    /// The occurrences in one state.
    State(OccurrenceState),
    /// The committees in one state.
    Clock(ClockState),
    /// The tranches in one state; what a contributor spends itself is in none.
    Tranche(Option<TrancheState>),
    /// What a convention holds.
    Convention(Id),
    /// What falls into a month: year and month.
    Month(i32, u32),
    /// What was done on a day; the latest first.
    Day(Date),
    /// The findings of one severity.
    Severity(Severity),
    /// What is in one phase, or in none.
    Phase(Option<Phase>),
    /// What concerns a startup, or none of them.
    Startup(Option<Id>),
    /// What concerns a party, or nobody knows whom.
    Party(Option<Id>),
    /// What has a name that is shown as it is: a file, a check, an author; or none.
    Named(Option<String>),
}

impl Group {
    /// Its place among the headings of a list; those of one place stand in the order of their words.
    #[must_use]
    pub fn rank(&self) -> i64 {
        // Above every month there is.
        const LAST: i64 = 1_000_000;
        match self {
            Self::State(state @ (OccurrenceState::Late | OccurrenceState::DueSoon | OccurrenceState::Open)) => {
                *state as i64
            }
            Self::State(state) => LAST + *state as i64,
            Self::Month(year, month) => i64::from(*year) * 12 + i64::from(*month),
            Self::Day(day) => -i64::from(day.num_days_from_ce()),
            Self::Severity(severity) => -(*severity as i64),
            Self::Clock(state) => *state as i64,
            Self::Tranche(Some(state)) => match state {
                TrancheState::Late => -1,
                state => *state as i64,
            },
            Self::Phase(Some(phase)) => *phase as i64,
            Self::Convention(_) | Self::Startup(Some(_)) | Self::Party(Some(_)) | Self::Named(Some(_)) => 0,
            Self::Tranche(None) | Self::Phase(None) | Self::Startup(None) | Self::Party(None) | Self::Named(None) => {
                LAST
            }
            Self::Frameworks => LAST + 10,
            Self::Unreadable => LAST + 11,
        }
    }

    /// Whether it is no part of what the list is about, and so last however the list is sorted.
    #[must_use]
    pub const fn is_apart(&self) -> bool {
        matches!(self, Self::Frameworks | Self::Unreadable)
    }

    /// Its words, and what they mean.
    #[must_use]
    pub fn words(&self, ctx: &RenderContext<'_>) -> (Token, String) {
        let header = |words| (Token::Header, words);
        match self {
            Self::Frameworks => header(ctx.text("group-frameworks")),
            Self::Unreadable => (Token::Bad, ctx.text("group-unreadable")),
            Self::State(state) => (occurrence_style(*state).1, ctx.text(&format!("group-{}", state.name()))),
            Self::Month(year, month) => header(ctx.locale.month(*year, *month)),
            Self::Day(day) => header(ctx.locale.date_long(*day)),
            Self::Severity(severity) => {
                (severity_style(*severity).1, ctx.capital(&format!("severity-{}", severity.name())))
            }
            Self::Clock(state) => (clock_style(*state).1, ctx.text(&format!("group-committee-{}", state.name()))),
            Self::Tranche(Some(state)) => (tranche_style(*state).1, ctx.capital(&format!("tranche-{}", state.name()))),
            Self::Tranche(None) => header(ctx.capital("spends-itself")),
            Self::Convention(id) => header(ctx.convention_title(id)),
            Self::Phase(Some(phase)) => header(ctx.capital(&format!("phase-{}", phase.name()))),
            Self::Phase(None) => header(ctx.text("group-no-phase")),
            Self::Startup(Some(id)) => header(ctx.startup_name(id)),
            Self::Startup(None) => header(ctx.text("group-no-startup")),
            Self::Party(Some(id)) => header(ctx.party_name(id)),
            Self::Party(None) => header(ctx.text("group-nobody")),
            Self::Named(Some(name)) => header(sanitize(name).into_owned()),
            Self::Named(None) => header(ctx.text("group-no-name")),
        }
    }

    /// The words of the heading in `room` cells, where there are shorter ones.
    #[must_use]
    pub fn words_in(&self, ctx: &RenderContext<'_>, room: usize) -> (Token, String) {
        let (token, words) = self.words(ctx);
        if width(&words) <= room {
            return (token, words);
        }
        let shorter = match self {
            Self::Day(day) => ctx.date_in(*day, room),
            Self::Frameworks => ctx.text("group-short-frameworks"),
            _ => words,
        };
        (token, shorter)
    }

    /// What a list puts its headings in order by.
    #[must_use]
    pub fn order(&self, ctx: &RenderContext<'_>) -> (i64, String) {
        (self.rank(), fold(&self.words(ctx).1))
    }
}
