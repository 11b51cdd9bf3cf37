//! What the commands take that write down facts about a convention.

use clap::Args;

/// What `done` takes.
#[derive(Debug, Args)]
pub struct Done {
    /// Which: CONVENTION/ID, one or several
    #[arg(value_name = "OBLIGATION", required = true)]
    pub obligations: Vec<String>,
    /// The day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// What shows it: an address, a reference, a sentence
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    /// For a recurring one: the due date that this answers, where the order of days would not tell
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub due: Option<String>,
}

/// What `pay` takes.
#[derive(Debug, Args)]
pub struct Pay {
    /// The money
    #[command(flatten)]
    pub money: Moved,
}

/// Money of a contribution that came in, or was asked for.
#[derive(Debug, Args)]
pub struct Moved {
    /// Of which: CONVENTION/ID
    #[arg(value_name = "CONTRIBUTION")]
    pub contribution: String,
    /// How much, in euros
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true)]
    pub amount: String,
    /// The day, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
    /// Of which tranche, from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub tranche: Option<u16>,
    /// Its number
    #[arg(long, value_name = "TEXT")]
    pub reference: Option<String>,
}

/// What `sign` takes.
#[derive(Debug, Args)]
pub struct Sign {
    /// Which
    #[arg(value_name = "CONVENTION")]
    pub convention: String,
    /// The day of the last signature, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub on: Option<String>,
}

/// What `call` takes.
#[derive(Debug, Args)]
pub struct CallForFunds {
    /// The money
    #[command(flatten)]
    pub money: Moved,
    /// A paper that came with it, as the tranche names it; may be repeated
    #[arg(long, value_name = "PAPER")]
    pub with: Vec<String>,
}

/// What `spend` takes.
#[derive(Debug, Args)]
pub struct Spend {
    /// Under which
    #[arg(value_name = "CONVENTION")]
    pub convention: String,
    /// How much, in euros
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true)]
    pub amount: String,
    /// What for
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// The day that it was committed (AE)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub committed: Option<String>,
    /// The day that the service was done (service fait)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub done: Option<String>,
    /// The day that it was paid (CP); today where no day is given at all
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub paid: Option<String>,
    /// Who spends; the payee unless given
    #[arg(long, value_name = "PARTY")]
    pub by: Option<String>,
    /// The id of the contribution that it is charged to
    #[arg(long, value_name = "ID")]
    pub contribution: Option<String>,
    /// Its number
    #[arg(long, value_name = "TEXT")]
    pub reference: Option<String>,
}

/// What `resource` takes.
#[derive(Debug, Args)]
pub struct Resource {
    /// To which
    #[arg(value_name = "CONVENTION")]
    pub convention: String,
    /// What it is
    #[arg(value_name = "WHAT")]
    pub what: String,
    /// Who brings it
    #[arg(long, value_name = "PARTY")]
    pub from: String,
    /// How much of it: full time, 50 %
    #[arg(long, value_name = "TEXT")]
    pub share: Option<String>,
    /// For how long, from the signature: 6 months
    #[arg(long, value_name = "SPAN")]
    pub lasts: Option<String>,
    /// The article that says so
    #[arg(long, value_name = "TEXT")]
    pub article: Option<String>,
}

/// What `amend` takes.
#[derive(Debug, Args)]
pub struct Amend {
    /// Which convention it changes
    #[arg(value_name = "CONVENTION")]
    pub convention: String,
    /// The id of the amendment
    #[arg(value_name = "ID")]
    pub id: String,
    /// Its title; its number and the convention's title unless given
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The terms that conventions and amendments share
    #[command(flatten)]
    pub terms: Terms,
    /// The article that changes the term
    #[arg(long, value_name = "TEXT")]
    pub article: Option<String>,
}

/// When a convention or an amendment was signed, and how long it runs.
#[derive(Debug, Args)]
pub struct Terms {
    /// The day that it was decided to sign it
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub decided: Option<String>,
    /// The day of the last signature
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub signed: Option<String>,
    /// How many months it runs, from the signature
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1200))]
    pub months: Option<u32>,
    /// To which day it runs, that day included
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, conflicts_with = "months")]
    pub until: Option<String>,
}
