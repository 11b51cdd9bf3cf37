//! One file for each verb: what a fact is checked against, what it writes, and what the commit says of it.

mod account;
mod action;
mod amend;
mod call;
mod convention;
mod done;
mod hold;
mod measure;
mod moved;
mod note;
mod party;
mod pay;
mod phase;
mod plan;
mod resource;
mod set;
mod sign;
mod spend;
mod startup;

pub use account::Account;
pub use action::{Agree, Finish};
pub use amend::Amend;
pub use call::Call;
pub use convention::{AddConvention, Length, Promise};
pub use done::Done;
pub use hold::Hold;
pub use measure::Measure;
pub use note::Note;
pub use party::AddParty;
pub use pay::Pay;
pub use phase::Move;
pub use plan::Plan;
pub use resource::Provide;
pub use set::Set;
pub use sign::Sign;
pub use spend::Spend;
pub use startup::AddStartup;

pub(super) use pay::more_than_promised;

use super::EditError;
use super::desk::Desk;
use super::message::Summary;
use super::sheet::Sheet;
use crate::model::{Date, RecordRef};

/// What every verb does.
pub(super) trait Verb {
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
    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError>;

    /// Writes it into the record's text as that stands by now; of a record that is made, that is empty. What it was
    /// made against is looked at, and told where that is no longer so.
    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError>;
}
