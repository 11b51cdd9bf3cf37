//! What a party undertook to do, and when.

use super::{Date, Id, Moment, Span};

/// An undertaking of one party of a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// Its name within the convention.
    pub id: String,
    /// The matter, where the program knows it.
    pub about: Option<super::ObligationTopic>,
    /// Who must do it.
    pub debtor: Option<Id>,
    /// To whom it is owed.
    pub creditor: Option<Id>,
    /// What is to be done, in one sentence.
    pub what: String,
    /// The article that says so.
    pub article: Option<String>,
    /// When.
    pub timing: Timing,
    /// The times that it was done, in the order of the file.
    pub fulfilled: Vec<Fulfilment>,
}

/// When an obligation is to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// All the while.
    Standing,
    /// Once; `None` where the document fixes no day.
    Once(Option<Moment>),
    /// Again and again.
    Recurring(Recurrence),
}

/// How an obligation comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// From one due date to the next.
    pub every: Span,
    /// What the first is counted from.
    pub from: RecurrenceStart,
}

/// What a recurrence is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecurrenceStart {
    /// The convention's signature: the due dates are fixed once for all.
    #[default]
    Signature,
    /// The last time it was done (the signature before that): the next due date moves.
    Last,
    /// A date.
    On(Date),
}

/// One time that an obligation was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    /// The day.
    pub on: Date,
    /// What shows it: an address, a reference, a sentence.
    pub evidence: Option<String>,
    /// The due date that it answers, where the order of days does not tell.
    pub due: Option<Date>,
}
