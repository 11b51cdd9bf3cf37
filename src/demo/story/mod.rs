//! The portfolio of `couveuse demo`: two years of some two dozen startups, as a history of commits.
//!
//! All days are relative to the day on which the demo is opened, so that something was recorded yesterday and
//! something is due next week. All names are fictional.

mod agreement;
mod agreements;
mod exceptions;
mod ledger;
mod money;
mod profiles;
mod startup_history;

use crate::model::Date;
use ledger::Ledger;

/// An author, named by role only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// The incubator lead.
    #[default]
    Lead,
    CoachA,
    CoachB,
    /// The administrator of conventions and money.
    Administration,
}

impl Role {
    /// All of them.
    const ALL: [Self; 4] = [Self::Lead, Self::CoachA, Self::CoachB, Self::Administration];

    /// Returns the id among the people of the portfolio.
    const fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::CoachA => "coach-a",
            Self::CoachB => "coach-b",
            Self::Administration => "administration",
        }
    }

    /// Returns the author name for commits.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lead => "Lead",
            Self::CoachA => "Coach A",
            Self::CoachB => "Coach B",
            Self::Administration => "Administration",
        }
    }

    /// Returns an address in a reserved domain, so that no mail is delivered.
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

/// A commit of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryCommit {
    pub on: Date,
    /// Minutes since midnight.
    pub minute: u32,
    pub role: Role,
    /// The verb that made it, or `None` for a manual edit.
    pub verb: Option<&'static str>,
    pub subject: String,
    /// The body of its message; may be empty.
    pub body: String,
    /// The records that it changes, such as `startups/cabestan`.
    pub records: Vec<String>,
    /// Whether it undoes the previous commit.
    pub undoes: bool,
    /// The files that it writes: path below the folder, and complete text.
    pub files: Vec<(String, String)>,
}

/// Returns the commits of the story up to a day, oldest first. The result depends only on the arguments. `language` is
/// that of the commits and papers to come, as a tag.
#[must_use]
pub fn story(seed: u64, today: Date, language: Option<&str>) -> Vec<StoryCommit> {
    let mut ledger = Ledger::new(today, seed);
    exceptions::portfolio(&mut ledger, language);
    for profile in profiles::PROFILES {
        startup_history::record_facts(&mut ledger, profile);
    }
    for terms in agreements::AGREEMENTS {
        agreement::record_facts(&mut ledger, terms);
    }
    exceptions::record_facts(&mut ledger);
    ledger.commits()
}
