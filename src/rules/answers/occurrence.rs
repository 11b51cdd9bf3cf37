//! One due instance of an undertaking, and what is missing where its day is unknown.

use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// What settles an occurrence whose due date is unknown: one key on screen goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The convention's signature.
    Signature,
    /// The convention's term.
    Term,
    /// The spending that opens a tranche.
    Spending,
    /// The document fixes no day.
    NoDay,
    /// The clause is for each team, and the record names none.
    NoStartup,
    /// A record that may say it could not be read.
    Unreadable,
}

impl Unknown {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Signature, Self::Term, Self::Spending, Self::NoDay, Self::NoStartup, Self::Unreadable];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Term => "term",
            Self::Spending => "spending",
            Self::NoDay => "no-day",
            Self::NoStartup => "no-startup",
            Self::Unreadable => "unreadable",
        }
    }
}

/// One due instance of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The convention.
    pub convention: Id,
    /// The startups concerned.
    pub startups: Vec<Id>,
    /// The obligation's id; `committee` for the committee clause; `payment-<contribution>` (and `-<n>`
    /// where it has several tranches) for the undertaking to pay.
    pub obligation: String,
    /// What sort of source: tells the screen which form settles it.
    pub source: OccurrenceSource,
    /// The article.
    pub article: Option<String>,
    /// Who must do it.
    pub debtor: Option<Id>,
    /// To whom.
    pub creditor: Option<Id>,
    /// Standing, once or recurring.
    pub kind: OccurrenceKind,
    /// The day, where known.
    pub due: Option<Date>,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
    /// Where it stands.
    pub state: OccurrenceState,
    /// Days past due; 0 when not late.
    pub days_late: i64,
    /// What is to be done. Empty for a committee or a payment, which the locale words.
    pub what: String,
    /// For a payment: how much is still to come, or came once nothing is. For a refund: how much is to be given back.
    pub amount: Option<Money>,
    /// For one done on a known day: the day, and what shows it.
    pub done: Option<(Date, Option<String>)>,
    /// For one done on no known day: what shows it, from the startup's record.
    pub shown_by: Option<String>,
    /// The convention's record, or that of the amendment that states it.
    pub record: RecordRef,
    /// Where it is written in that record.
    pub path: KeyPath,
}

/// The kind of an occurrence, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OccurrenceKind {
    /// All the while.
    Standing,
    /// Once.
    Once,
    /// Again and again.
    Recurring,
}

impl OccurrenceKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standing, Self::Once, Self::Recurring];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Once => "once",
            Self::Recurring => "recurring",
        }
    }
}

/// Where an occurrence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceSource {
    /// An entry of `obligations`.
    Obligation,
    /// The committee clause, for one startup (`None` for a framework, which names none).
    Committee(Option<Id>),
    /// A tranche: the contribution and the number from 1.
    Payment(String, usize),
}

/// Where an occurrence stands. In the order in which a reader wants them: the late first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceState {
    /// Past its due date.
    Late,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later.
    Open,
    /// Its due date hangs on something unknown.
    Undetermined,
    /// To be kept all the while.
    Standing,
    /// Done.
    Done,
}

impl OccurrenceState {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Late, Self::DueSoon, Self::Open, Self::Undetermined, Self::Standing, Self::Done];

    /// The word in JSON, and the end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::DueSoon => "due-soon",
            Self::Open => "open",
            Self::Undetermined => "undetermined",
            Self::Standing => "standing",
            Self::Done => "done",
        }
    }
}
