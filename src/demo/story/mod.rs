//! The newcomer's portfolio: two years of some two dozen startups, as a history of commits.
//!
//! Everything is told relative to the day on which it is opened, so that something was written down yesterday and
//! something is due next week. Nobody and nothing in it is real.

mod agreement;
mod cast;
mod deals;
mod ledger;
mod life;
mod money;
mod oddities;

use crate::model::Date;
use ledger::Ledger;

/// Who wrote something down: a role, and nobody's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Who answers for the incubator.
    #[default]
    Lead,
    /// Who follows some of the startups.
    CoachA,
    /// Who follows the others.
    CoachB,
    /// Who keeps the papers and the money.
    Administration,
}

impl Role {
    /// As a commit names its author.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lead => "Lead",
            Self::CoachA => "Coach A",
            Self::CoachB => "Coach B",
            Self::Administration => "Administration",
        }
    }

    /// Where to write to: nowhere.
    #[must_use]
    pub const fn email(self) -> &'static str {
        match self {
            Self::Lead => "lead@example.org",
            Self::CoachA => "coach-a@example.org",
            Self::CoachB => "coach-b@example.org",
            Self::Administration => "administration@example.org",
        }
    }
}

/// One commit of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The day.
    pub on: Date,
    /// The minute of that day.
    pub minute: u32,
    /// Who made it.
    pub role: Role,
    /// The verb of the program that made it; none for an edit by hand.
    pub verb: Option<&'static str>,
    /// The first line of its message.
    pub subject: String,
    /// The lines after it; may be empty.
    pub body: String,
    /// The records that it changes, as `startups/cabestan`.
    pub records: Vec<String>,
    /// Whether it takes back the commit before it.
    pub undoes: bool,
    /// The files that it writes, whole: their paths below the folder, and their texts.
    pub files: Vec<(String, String)>,
}

/// The commits of the story as it stands on a day, the oldest first. The same for the same seed and day.
#[must_use]
pub fn story(seed: u64, today: Date) -> Vec<Step> {
    let mut ledger = Ledger::new(today, seed);
    oddities::portfolio(&mut ledger);
    for life in cast::LIVES {
        life::tell(&mut ledger, life);
    }
    for deal in deals::DEALS {
        agreement::tell(&mut ledger, deal);
    }
    oddities::tell(&mut ledger);
    ledger.commits()
}
