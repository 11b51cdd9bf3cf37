//! The domain types of an incubator and their invariants.
//!
//! All other modules use this one; it uses none of them. It knows no TOML, line numbers, git or clock.

mod committee;
mod comparison;
mod convention;
mod date;
mod day_off;
mod entry_id;
mod finding;
mod funding;
mod git_operation;
mod history;
mod id;
mod identifier;
mod ids;
mod location;
mod merge_question;
mod money;
mod nearest;
mod obligation;
mod party;
mod portfolio;
mod review;
mod rib;
mod stable_hash;
mod startup;
mod system_error;
mod text;
mod topic;

pub use committee::{
    Attendee, Committee, CommitteeClause, CommitteeState, Condition, Decision, DecisionChange, Heading, Impact,
};
pub use comparison::{Fact, FieldTable, FieldValue, ListEntry, RecordComparison, ValueChange, VersionState};
pub use convention::{
    Antecedent, BudgetLine, Clause, Convention, ConventionKind, PartyAccount, Publication, PublishedCopy, Signatory,
    Term, TermLength, Termination,
};
pub use date::{Date, DateTime, Moment, MomentError, Span, SpanError, SpanUnit, Time};
pub use day_off::DayOff;
pub use entry_id::entry_id;
pub use finding::{Finding, MessageArg, MessageArgs, Problem, ProblemKind, Severity, Unreadable};
pub use funding::{
    Call, Contribution, Expenditure, Payment, Refund, Reminder, Resource, Tax, TotalCost, Tranche, Trigger,
};
pub use git_operation::GitOperation;
pub use history::{Commit, CommitFacts, History, LineOrigin, LinePlace, short_commit};
pub use id::{Id, IdError};
pub use identifier::{IdentifierError, check_bic, check_siren, check_siret};
pub use ids::Ids;
pub use location::{KeyPath, Location, PathStep, RecordKind, RecordRef, TextRange};
pub use merge_question::{MergeAnswer, MergeQuestion, MergeSide, MergeVersion};
pub use money::{Money, MoneyError};
pub use nearest::nearest;
pub use obligation::{
    FUND_REPORT, Fulfilment, FundReport, Obligation, ObligationCondition, Recurrence, RecurrenceStart, Timing, Waiver,
};
pub use party::{Account, AccountPart, Party};
pub use portfolio::{Habits, Incubator, Person, Portfolio, SavedView};
pub use review::{AgendaItem, Review, ReviewKind, ReviewOutcome, ReviewState};
pub use rib::AccountError;
pub use stable_hash::stable_hash;
pub use startup::{
    Action, Coach, FastAward, IncubatorStay, Indicator, IndicatorTarget, IndicatorValue, Note, Phase, PhaseStart,
    Snooze, Startup, Statistics,
};
pub use system_error::SystemError;
pub use text::Text;
pub use topic::ObligationTopic;
