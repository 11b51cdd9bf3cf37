//! The list screens by name.

use super::command::Command;

/// A list screen, selected with its digit key or tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// One row per thing that needs attention.
    #[default]
    Today,
    /// One row per startup: phase, money, late obligations, committee, term.
    Portfolio,
    /// One row per occurrence of an obligation.
    Obligations,
    /// One row per tranche of a contribution.
    Funding,
    /// One row per startup: its committees on a timeline.
    Committees,
    /// One row per finding of the checks.
    Findings,
    /// One row per commit.
    History,
}

impl Screen {
    /// All screens, in the order of their digit keys.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Today,
        Self::Portfolio,
        Self::Obligations,
        Self::Funding,
        Self::Committees,
        Self::Findings,
        Self::History,
    ];
    /// The number of screens.
    pub const COUNT: usize = 7;

    /// Returns the name in message keys: `screen-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Portfolio => "portfolio",
            Self::Obligations => "obligations",
            Self::Funding => "funding",
            Self::Committees => "committees",
            Self::Findings => "findings",
            Self::History => "history",
        }
    }

    /// Returns the command that opens the screen.
    #[must_use]
    pub const fn command(self) -> Command {
        match self {
            Self::Today => Command::Today,
            Self::Portfolio => Command::Portfolio,
            Self::Obligations => Command::Obligations,
            Self::Funding => Command::Funding,
            Self::Committees => Command::Committees,
            Self::Findings => Command::Findings,
            Self::History => Command::History,
        }
    }

    /// Returns the screen `by` tabs to the right, wrapping around.
    #[must_use]
    pub fn next(self, by: isize) -> Self {
        let count = Self::COUNT.cast_signed();
        let at = (self.index().cast_signed() + by).rem_euclid(count).cast_unsigned();
        Self::ALL.get(at).copied().unwrap_or(self)
    }

    /// Returns the position in [`Screen::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Today => 0,
            Self::Portfolio => 1,
            Self::Obligations => 2,
            Self::Funding => 3,
            Self::Committees => 4,
            Self::Findings => 5,
            Self::History => 6,
        }
    }
}
