//! What the commands take that write down facts about a startup.

use clap::Args;

use super::values::{decision, phase};
use crate::model::{Decision, Phase};

/// What `hold` takes.
#[derive(Debug, Args)]
pub struct Hold {
    /// Which
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// The day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// What it decided
    #[arg(long, value_parser = decision())]
    pub decision: Option<Decision>,
    /// The money that it gave, in euros
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub envelope: Option<String>,
    /// Until when it funds
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub until: Option<String>,
}

/// What `plan` takes.
#[derive(Debug, Args)]
pub struct Plan {
    /// Which
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// The day
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: String,
}

/// What `phase` takes.
#[derive(Debug, Args)]
pub struct Move {
    /// Which
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// The phase that it enters
    #[arg(value_name = "PHASE", value_parser = phase())]
    pub phase: Phase,
    /// Its first day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub from: Option<String>,
}

/// What `indicator` takes.
#[derive(Debug, Args)]
pub struct Indicator {
    /// Of which startup
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// Which; one that is not there yet is made
    #[arg(value_name = "NAME")]
    pub name: String,
    /// What it is
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: String,
    /// The day that it was true, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// In what it counts, of a new one
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
}

/// What `note` takes.
#[derive(Debug, Args)]
pub struct Note {
    /// About which startup
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// The remark
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// The day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// Where it is known from
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// What `action` takes.
#[derive(Debug, Args)]
pub struct Action {
    /// For which startup
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// What is to be done
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// Who does it
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// By when
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub due: Option<String>,
}

/// What `finish` takes.
#[derive(Debug, Args)]
pub struct Finish {
    /// For which startup
    #[arg(value_name = "STARTUP")]
    pub startup: String,
    /// What was to be done, or its beginning
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// The day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
}
