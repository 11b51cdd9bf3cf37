//! Why an intention makes no edit: facts, for whoever words them.

use super::Chronology;
use crate::model::{AccountError, Date, Id, KeyPath, MessageArg, MessageArgs, Phase, RecordRef};
use crate::record::PatchError;

/// What an edit was made against, and is no longer so. The values are as TOML writes them; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleValue {
    /// The record.
    pub record: RecordRef,
    /// The way to the value, in the record as it is now.
    pub path: KeyPath,
    /// What it was when the edit was made.
    pub was: Option<String>,
    /// What it is now.
    pub now: Option<String>,
    /// What it would be with the edit.
    pub meant: Option<String>,
}

impl StaleValue {
    /// The facts of its message. `nothing` is said of a value that is not there.
    #[must_use]
    pub fn facts(&self, nothing: &str) -> MessageArgs {
        let value = |value: &Option<String>| MessageArg::Text(value.as_deref().unwrap_or(nothing).to_owned());
        vec![
            ("record", MessageArg::Text(self.record.to_string())),
            ("path", MessageArg::Text(self.path.to_string())),
            ("was", value(&self.was)),
            ("now", value(&self.now)),
            ("meant", value(&self.meant)),
        ]
    }
}

/// Why an intention makes no edit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Nothing at all is meant.
    #[error("nothing to write down")]
    Nothing,
    /// One of several intentions makes no edit: which, from 0, and why.
    #[error("{1}")]
    OneOf(usize, Box<EditError>),
    /// No such record.
    #[error("no {0}")]
    NoRecord(RecordRef),
    /// The record that is to be made is there already.
    #[error("{0} is there already")]
    Exists(RecordRef),
    /// No such entry in the record: its id and those there are.
    #[error("no {0}")]
    NoEntry(String, Vec<String>),
    /// The contribution has fewer tranches than that: the number asked for, and how many there are.
    #[error("no tranche {0} of {1}")]
    NoTranche(usize, usize),
    /// The contributor spends this contribution itself, so that nothing is asked for or received of it: its id.
    #[error("{0} has no payee")]
    NoPayee(String),
    /// Not an obligation of its own but the undertaking to pay a contribution, whose id this is: record the payment.
    #[error("recorded as a payment of {0}")]
    IsPayment(String),
    /// Not an obligation of its own but the committee clause: record the meeting.
    #[error("recorded as a committee held")]
    IsCommittee,
    /// An amendment in force takes the obligation out: the obligation's id, and the amendment.
    #[error("{0} is taken out by {1}")]
    Repealed(String, Id),
    /// What is to be amended is an amendment: the convention that it amends.
    #[error("itself an amendment of {0}")]
    IsAmendment(Id),
    /// A fact of a day that has not come: the day.
    #[error("{0} has not come yet")]
    InTheFuture(Date),
    /// Something to come, of a day that is over: the day.
    #[error("{0} is over")]
    InThePast(Date),
    /// The day stands on the wrong side of another one of the records: which, and that day.
    #[error("out of order with {1}")]
    OutOfOrder(Chronology, Date),
    /// A due date was named of an obligation that does not come back: its id.
    #[error("{0} does not come back")]
    NotRecurring(String),
    /// The very same payment is recorded already; its day.
    #[error("the same payment is recorded on {0} already")]
    AlreadyPaid(Date),
    /// The very same call for funds is recorded already; its day.
    #[error("the same call is recorded on {0} already")]
    AlreadyCalled(Date),
    /// The same obligation was recorded as met on that day already.
    #[error("met already on {0}")]
    AlreadyFulfilled(Date),
    /// The convention bears a signature already.
    #[error("signed already on {0}")]
    AlreadySigned(Date),
    /// A meeting was already recorded on that day.
    #[error("held already on {0}")]
    AlreadyHeld(Date),
    /// A meeting is set for that day already.
    #[error("planned already on {0}")]
    AlreadyPlanned(Date),
    /// The startup is in that phase, or enters it, since that day.
    #[error("in this phase since {1}")]
    AlreadyInPhase(Phase, Date),
    /// The indicator has a value of that day already.
    #[error("measured already on {0}")]
    AlreadyMeasured(Date),
    /// The action was done on that day already.
    #[error("done already on {0}")]
    AlreadyFinished(Date),
    /// The very same is written there already: in its own words.
    #[error("{0} is there already")]
    AlreadyThere(String),
    /// The indicator counts in another unit: which.
    #[error("counted in {0}")]
    OtherUnit(String),
    /// An amount must be above nothing.
    #[error("an amount above zero")]
    NothingPaid,
    /// An expenditure without a day: neither committed, nor done, nor paid.
    #[error("no day")]
    NoDay,
    /// `until` before the meeting.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// Something that cannot be absent is: the key that would hold it.
    #[error("no {0}")]
    Missing(&'static str),
    /// A bank account that no bank would pay on: what is wrong with it.
    #[error(transparent)]
    WrongAccount(AccountError),
    /// The record has no such field, nor may it have: the way to it, and what there might be at its place.
    #[error("no field {0}")]
    NoField(KeyPath, Vec<String>),
    /// The record, once changed, would no longer load; what is wrong with it.
    #[error("the record would no longer load: {0}")]
    WouldNotLoad(String),
    /// What it overwrites or ends is no longer what it was when the edit was made.
    #[error("{} has changed meanwhile", .0.path)]
    Stale(Box<StaleValue>),
    /// The entry that it was about is no longer there.
    #[error("{what} is no longer there")]
    Gone {
        /// The record.
        record: RecordRef,
        /// The entry, as people call it.
        what: String,
        /// What was to be written, as TOML writes it.
        meant: String,
    },
    /// The change cannot be made to the text as it stands.
    #[error(transparent)]
    Patch(#[from] PatchError),
}

impl EditError {
    /// What is wrong itself, and of which of several intentions.
    #[must_use]
    pub fn of_one(&self) -> (&Self, Option<usize>) {
        match self {
            Self::OneOf(at, error) => (error.of_one().0, Some(*at)),
            _ => (self, None),
        }
    }
}
