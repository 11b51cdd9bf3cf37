//! One file for each verb: what a fact is checked against, what it writes, and what the commit says of it.

mod account;
mod action;
mod amend;
mod call;
mod done;
mod hold;
mod indicator;
mod money;
mod new_convention;
mod new_party;
mod new_startup;
mod note;
mod pay;
mod phase;
mod plan;
mod resource;
mod set;
mod sign;
mod spend;

pub use account::AccountVerb;
pub use action::{ActionVerb, FinishVerb};
pub use amend::AmendVerb;
pub use call::CallVerb;
pub use done::DoneVerb;
pub use hold::HoldVerb;
pub use indicator::IndicatorVerb;
pub use new_convention::{NewConventionVerb, PledgedContribution, TermSpec};
pub use new_party::NewPartyVerb;
pub use new_startup::NewStartupVerb;
pub use note::NoteVerb;
pub use pay::PayVerb;
pub use phase::PhaseVerb;
pub use plan::PlanVerb;
pub use resource::ResourceVerb;
pub use set::SetVerb;
pub use sign::SignVerb;
pub use spend::SpendVerb;

pub(super) use pay::more_than_promised;

use super::EditError;
use super::check_context::CheckContext;
use super::message::CommitSummary;
use super::write_context::WriteContext;
use crate::model::{Date, RecordRef};

/// What every verb does.
pub(super) trait VerbImpl {
    /// What the trailer of the commit calls it.
    fn name(&self) -> &'static str;

    /// What the commit says of `count` such facts at once: `4 obligations done`.
    fn several(&self, count: usize) -> String;

    /// The day of the fact, where it has one.
    fn on(&self) -> Option<Date> {
        None
    }

    /// The record that it makes, where it does.
    fn creates(&self) -> Option<RecordRef> {
        None
    }

    /// Makes each text one line, and nothing of blanks.
    fn tidy(&mut self) {}

    /// Looks for what it contradicts, and tells what the commit says.
    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError>;

    /// Writes it into the record's text as that stands by now; of a record that is made, that is empty. What it was
    /// made against is looked at, and told where that is no longer so.
    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError>;
}
