//! The reasons why an edit is refused, as facts; `cli` and `ui` turn them into messages.

use super::chronology::Chronology;
use crate::model::{AccountError, Date, Id, IdentifierError, KeyPath, MessageArg, MessageArgs, Phase, RecordRef};
use crate::record::PatchError;

/// A value that changed since the user looked at it. The values are as TOML writes them; `None` if there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleValue {
    pub record: RecordRef,
    /// The path of the value in the current record.
    pub path: KeyPath,
    /// The value that the user saw.
    pub was: Option<String>,
    /// The current value.
    pub now: Option<String>,
    /// The value that the edit would write.
    pub intended: Option<String>,
}

impl StaleValue {
    /// Returns the arguments of its message; `nothing` is shown for a missing value.
    #[must_use]
    pub fn facts(&self, nothing: &str) -> MessageArgs {
        let value = |value: &Option<String>| MessageArg::Text(value.as_deref().unwrap_or(nothing).to_owned());
        vec![
            ("record", MessageArg::Text(self.record.to_string())),
            ("path", MessageArg::Text(self.path.to_string())),
            ("was", value(&self.was)),
            ("now", value(&self.now)),
            ("intended", value(&self.intended)),
        ]
    }
}

/// The reason why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no fact to record.
    #[error("nothing to record")]
    Nothing,
    /// One of several facts is refused: its index, and the reason.
    #[error("{1}")]
    OneOf(usize, Box<EditError>),
    /// No such record.
    #[error("no {0}")]
    NoRecord(RecordRef),
    /// The file of the record cannot be read at all.
    #[error("{0} cannot be read")]
    UnreadableRecord(RecordRef),
    /// The record to be created exists already.
    #[error("{0} exists already")]
    Exists(RecordRef),
    /// No such entry in the record: its id, and the ids that exist.
    #[error("no {0}")]
    NoEntry(String, Vec<String>),
    /// No such person in the portfolio: the id given, and the ids that exist.
    #[error("no person {0}")]
    NoPerson(String, Vec<String>),
    /// The e-mail address belongs to another person: that person's id.
    #[error("the address belongs to {0}")]
    AddressTaken(Id),
    /// The contribution has fewer tranches: the number given, and their count.
    #[error("no tranche {0} of {1}")]
    NoTranche(usize, usize),
    /// The contributor spends this contribution directly, so that nothing is called, paid or refunded: its id.
    #[error("{0} has no payee")]
    NoPayee(String),
    /// Not an obligation but the payment of the contribution with this id: record the payment instead.
    #[error("recorded as a payment of {0}")]
    IsPayment(String),
    /// Not an obligation but the committee clause: record the meeting instead.
    #[error("recorded as a committee held")]
    IsCommittee,
    /// An amendment in force repeals the obligation: the obligation's id, and the amendment.
    #[error("{0} is repealed by {1}")]
    Repealed(String, Id),
    /// The convention to be amended is an amendment itself: the convention that it amends.
    #[error("itself an amendment of {0}")]
    IsAmendment(Id),
    /// A fact on a day in the future.
    #[error("{0} is in the future")]
    InTheFuture(Date),
    /// A plan for a day in the past.
    #[error("{0} is in the past")]
    InThePast(Date),
    /// A day that has to be after today.
    #[error("{0} is not after today")]
    NotAhead(Date),
    /// A day that is too far ahead, with the last one that is not.
    #[error("{0} is after {1}")]
    TooFarAhead(Date, Date),
    /// The day contradicts another day in the records.
    #[error("out of order with {1}")]
    OutOfOrder(Chronology, Date),
    /// A due date was given for an obligation that does not recur: its id.
    #[error("{0} does not recur")]
    NotRecurring(String),
    /// The same payment is recorded already, on this day.
    #[error("the same payment is recorded on {0} already")]
    AlreadyPaid(Date),
    /// The same call for funds is recorded already, on this day.
    #[error("the same call is recorded on {0} already")]
    AlreadyCalled(Date),
    /// The same reminder is recorded already, on this day.
    #[error("the same reminder is recorded on {0} already")]
    AlreadyReminded(Date),
    /// The obligation is recorded as done on this day already.
    #[error("done already on {0}")]
    AlreadyFulfilled(Date),
    /// The convention is signed already, on this day.
    #[error("signed already on {0}")]
    AlreadySigned(Date),
    /// The convention is terminated already, with effect on this day.
    #[error("terminated already on {0}")]
    AlreadyTerminated(Date),
    /// A committee held on this day is recorded already.
    #[error("held already on {0}")]
    AlreadyHeld(Date),
    /// A committee is planned for this day already.
    #[error("planned already on {0}")]
    AlreadyPlanned(Date),
    /// The startup is in this phase, or enters it, on this day.
    #[error("in this phase since {1}")]
    AlreadyInPhase(Phase, Date),
    /// The indicator has a value on this day already.
    #[error("recorded already on {0}")]
    AlreadyMeasured(Date),
    /// The action is done already, on this day.
    #[error("done already on {0}")]
    AlreadyFinished(Date),
    /// The same entry exists already: its text.
    #[error("{0} exists already")]
    AlreadyThere(String),
    /// The indicator has another unit: this one.
    #[error("the unit is {0}")]
    OtherUnit(String),
    /// An amount that is not above zero.
    #[error("an amount above zero")]
    NothingPaid,
    /// An expenditure without a day.
    #[error("no day")]
    NoDay,
    /// Funding that ends before the meeting.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// The review is closed: its id.
    #[error("{0} is closed")]
    ReviewClosed(String),
    /// The review is not closed yet: its id.
    #[error("{0} is open")]
    ReviewOpen(String),
    /// Startups on the agenda without an outcome: their ids.
    #[error("no outcome: {}", .0.join(", "))]
    WithoutOutcome(Vec<String>),
    /// The minutes were approved already, on this day.
    #[error("approved already on {0}")]
    AlreadyApproved(Date),
    /// The approved minutes of this review state it: its id.
    #[error("minutes of {0} approved")]
    MinutesApproved(String),
    /// A value is missing: its key in the record.
    #[error("no {0}")]
    Missing(&'static str),
    /// An invalid SIREN, SIRET or BIC.
    #[error("{kind} {written}: {error}")]
    WrongIdentifier { kind: &'static str, written: String, error: IdentifierError },
    /// An account with wrong numbers.
    #[error(transparent)]
    WrongAccount(AccountError),
    /// The format has no such field: its path, and the fields that exist there.
    #[error("no field {0}")]
    NoField(KeyPath, Vec<String>),
    /// The changed record would no longer load: the reason.
    #[error("the record would no longer load: {0}")]
    WouldNotLoad(String),
    /// The record has changed since an import was planned.
    #[error("{0} has changed meanwhile")]
    Outdated(RecordRef),
    /// The record would exceed its size limit: its size in bytes.
    #[error("{0} would have {1} bytes")]
    TooLarge(RecordRef, u64),
    /// What it overwrites or ends has changed since the user looked at it.
    #[error("{} has changed meanwhile", .0.path)]
    Stale(Box<StaleValue>),
    /// The entry that it refers to has been removed.
    #[error("{what} has been removed")]
    Gone {
        record: RecordRef,
        /// The entry, as people call it.
        what: String,
        /// The value that the edit would write, as TOML writes it.
        intended: String,
    },
    /// The change does not fit the current text.
    #[error(transparent)]
    Patch(#[from] PatchError),
}

impl EditError {
    /// Returns the error itself, and the index of the fact among several.
    #[must_use]
    pub fn of_one(&self) -> (&Self, Option<usize>) {
        match self {
            Self::OneOf(at, error) => (error.of_one().0, Some(*at)),
            _ => (self, None),
        }
    }
}
