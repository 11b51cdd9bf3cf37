//! The verbs: an intention → operations on a record's text and a message for the commit.

use std::fmt;

use crate::model::{Date, Decision, Id, Money, Portfolio, RecordRef};

/// What somebody means to write down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intention {
    /// An obligation was met (`done`).
    Fulfil {
        /// The convention.
        convention: Id,
        /// The obligation's id.
        obligation: String,
        /// The day.
        on: Date,
        /// What shows it.
        evidence: Option<String>,
        /// The due date answered, for a recurring one where the order of days would not tell.
        due: Option<Date>,
    },
    /// Money came in (`pay`).
    Pay {
        /// The convention.
        convention: Id,
        /// The contribution's id.
        contribution: String,
        /// How much.
        amount: Money,
        /// The day.
        on: Date,
        /// Of which tranche, from 1, where it is to be said.
        tranche: Option<usize>,
        /// Its number.
        reference: Option<String>,
    },
    /// A convention was signed (`sign`).
    Sign {
        /// The convention.
        convention: Id,
        /// The day of the last signature.
        on: Date,
    },
    /// A committee was held (`hold`). One planned for the day becomes held.
    Hold {
        /// The startup.
        startup: Id,
        /// The day.
        on: Date,
        /// What it decided.
        decision: Option<Decision>,
        /// The money that it gave.
        envelope: Option<Money>,
        /// Until when it funds.
        until: Option<Date>,
    },
}

/// A change of one record, ready to be made to whatever text the record has by then.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The record.
    pub record: RecordRef,
    /// What is to be written. The operations are derived from it for each text anew, in [`apply`].
    pub intention: Intention,
    /// What the commit will say.
    pub message: Message,
}

/// A commit's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `histologe: statistics page published`
    pub subject: String,
    /// The detail; may be empty.
    pub body: String,
    /// `Couveuse-Edit: fulfil`, and others.
    pub trailers: Vec<(&'static str, String)>,
}

/// Why an intention makes no edit.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EditError {
    /// No such record.
    #[error("no {0}")]
    NoRecord(RecordRef),
    /// No such entry in the convention: its id and those there are.
    #[error("no {0}")]
    NoEntry(String, Vec<String>),
    /// The contribution has fewer tranches than that: the number asked for, and how many there are.
    #[error("no tranche {0} of {1}")]
    NoTranche(usize, usize),
    /// The contributor spends this contribution itself, so that nothing is received of it: its id.
    #[error("{0} has no payee")]
    NoPayee(String),
    /// Not an obligation of its own but the undertaking to pay a contribution, whose id this is: record the payment.
    #[error("recorded as a payment of {0}")]
    IsPayment(String),
    /// Not an obligation of its own but the committee clause: record the meeting.
    #[error("recorded as a committee held")]
    IsCommittee,
    /// The same obligation was recorded as met on that day already.
    #[error("met already on {0}")]
    AlreadyFulfilled(Date),
    /// The convention bears a signature already.
    #[error("signed already on {0}")]
    AlreadySigned(Date),
    /// An amount must be above nothing.
    #[error("an amount above zero")]
    NothingPaid,
    /// A meeting was already recorded on that day.
    #[error("held already on {0}")]
    AlreadyHeld(Date),
    /// `until` before the meeting.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// The record, once changed, would no longer load; what is wrong with it.
    #[error("the record would no longer load: {0}")]
    WouldNotLoad(String),
    /// The change cannot be made to the text as it stands.
    #[error(transparent)]
    Patch(#[from] crate::record::PatchError),
}

/// The edit that writes an intention down.
///
/// # Errors
/// When it names something that is not there or contradicts what is.
pub fn edit(portfolio: &Portfolio, intention: &Intention) -> Result<Edit, EditError> {
    let _ = (portfolio, intention);
    todo!()
}

/// The record's text with the edit made, checked to load as well as it did before.
///
/// # Errors
/// When it cannot be made to this text or would break the record.
pub fn apply(text: &str, edit: &Edit) -> Result<String, EditError> {
    let _ = (text, edit);
    todo!()
}

/// One line of what an edit changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// Its number in the new text (in the old one where it goes away), from 1.
    pub number: usize,
    /// Comes, goes or stays as context.
    pub sign: Sign,
    /// The line without its end.
    pub text: String,
}

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It is near one that does.
    Context,
}

/// The lines that differ between two texts, with a line of context around them.
#[must_use]
pub fn changed_lines(before: &str, after: &str) -> Vec<ChangedLine> {
    let _ = (before, after);
    todo!()
}

/// As git takes it.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.subject)?;
        if !self.body.is_empty() {
            write!(f, "\n{}\n", self.body.trim_end())?;
        }
        if !self.trailers.is_empty() {
            writeln!(f)?;
        }
        for (name, value) in &self.trailers {
            writeln!(f, "{name}: {value}")?;
        }
        Ok(())
    }
}
