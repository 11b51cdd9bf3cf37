//! The nouns of an incubator and what is always true of them.
//!
//! Everything else is built on this room, and it uses none of the others: it knows no TOML, no line
//! numbers, no git and no clock.

mod committee;
mod convention;
mod date;
mod entry_id;
mod finding;
mod funding;
mod history;
mod id;
mod lasting_hash;
mod matter;
mod merging;
mod money;
mod near;
mod obligation;
mod party;
mod place;
mod portfolio;
mod refusal;
mod rib;
mod startup;

pub use committee::{Committee, CommitteeClause, CommitteeState, Decision, Impact};
pub use convention::{
    Antecedent, BudgetLine, Clause, Convention, Kind, PartyAccount, Publication, Signatory, Term, TermLength,
    Termination,
};
pub use date::{Date, Moment, MomentError, Span, SpanError, SpanUnit};
pub use entry_id::entry_id;
pub use finding::{Arg, Args, Finding, Problem, ProblemKind, Severity, Unreadable};
pub use funding::{Call, Contribution, Expenditure, Payment, Refund, Resource, Tranche, Trigger};
pub use history::{Commit, History, VERBS, short_commit};
pub use id::{Id, IdError};
pub use lasting_hash::lasting_hash;
pub use matter::Matter;
pub use merging::{Answer, Question, Side, Version};
pub use money::{Money, MoneyError};
pub use near::nearest;
pub use obligation::{Fulfilment, Obligation, Recurrence, Start, Timing};
pub use party::{Account, Party};
pub use place::{Path, Place, RecordKind, RecordRef, Spot, Step};
pub use portfolio::{Habits, Incubator, Portfolio};
pub use refusal::Refusal;
pub use rib::AccountFault;
pub use startup::{Fast, Indicator, Note, Phase, PhaseStart, Startup, StartupAction, Statistics, Value};
