//! One thing that is due: an instance of an obligation, a payment, a committee, an action, a condition.

use crate::model::{Date, Id, KeyPath, Money, RecordRef};

/// What is missing to know a day. One key on screen leads to the field that settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The convention isn't signed, or its copy bears no day.
    Signature,
    /// The convention's term.
    Term,
    /// The term is estimated: its end ends nothing.
    EstimatedEnd,
    /// The spending that opens a tranche.
    Spending,
    /// A paper that must come with a call, or its day.
    Papers,
    /// The event that opens a tranche or a duty: a call, a report, a condition in words.
    Event,
    /// The document fixes no day.
    NoDay,
    /// The clause binds each team, and the record names none.
    NoStartup,
    /// The day on which the startup joined or left the incubator that a framework binds.
    Incubator,
    /// A record that may say so cannot be read.
    Unreadable,
}

impl Unknown {
    pub const ALL: [Self; 10] = [
        Self::Signature,
        Self::Term,
        Self::EstimatedEnd,
        Self::Spending,
        Self::Papers,
        Self::Event,
        Self::NoDay,
        Self::NoStartup,
        Self::Incubator,
        Self::Unreadable,
    ];

    /// The word in JSON, and the end of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Term => "term",
            Self::EstimatedEnd => "estimated-end",
            Self::Spending => "spending",
            Self::Papers => "papers",
            Self::Event => "event",
            Self::NoDay => "no-day",
            Self::NoStartup => "no-startup",
            Self::Incubator => "incubator",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether a recorded fact is awaited, rather than a day that the documents should say.
    #[must_use]
    pub const fn is_awaited(self) -> bool {
        matches!(self, Self::Spending | Self::Papers | Self::Event)
    }
}

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its address within `record`, as reminders name it: `obligations.refund`, `contributions.pau[1]`, `committee`,
    /// `papers`, `actions.ID`, `conditions.ID`. The instances of one obligation share it.
    pub id: String,
    /// The convention; `None` for what belongs to a startup only.
    pub convention: Option<Id>,
    /// The startups concerned.
    pub startups: Vec<Id>,
    /// The obligation's id; `committee` for the committee clause; `payment-<contribution>` (and `-<n>` if it has
    /// several tranches) for the duty to pay. Empty for actions, conditions and papers.
    pub obligation: String,
    /// Which form settles it.
    pub source: OccurrenceSource,
    pub article: Option<String>,
    /// Those who must do it; several owe it together.
    pub debtors: Vec<Id>,
    pub creditors: Vec<Id>,
    /// Whoever agreed to do an action or to meet a condition: a person's id, or any text.
    pub owner: Option<String>,
    pub kind: OccurrenceKind,
    /// The day, if it is known; the estimated one if it depends on an estimated end.
    pub due: Option<Date>,
    /// What is missing to know the day.
    pub unknown: Option<Unknown>,
    pub state: OccurrenceState,
    /// Days past due; 0 unless it is late.
    pub days_late: i64,
    /// What is to be done. Empty for committees, payments and papers, which the locale words.
    pub what: String,
    /// For a payment: how much is still to come, or came if nothing is. For a refund: how much is to be paid back.
    pub amount: Option<Money>,
    /// For a payment: whether the payments of its contribution are recorded. True for everything else.
    pub payments_recorded: bool,
    /// For what is done: the day, and the evidence.
    pub done: Option<(Date, Option<String>)>,
    /// The keys of its entry that are deduced rather than stated.
    pub inferred: Vec<String>,
    /// The record that states it: the startup's, the convention's or the amendment's.
    pub record: RecordRef,
    /// Its entry in that record.
    pub path: KeyPath,
}

impl Occurrence {
    /// The debtor, if there is exactly one.
    #[must_use]
    pub fn debtor(&self) -> Option<&Id> {
        only(&self.debtors)
    }

    /// The creditor, if there is exactly one.
    #[must_use]
    pub fn creditor(&self) -> Option<&Id> {
        only(&self.creditors)
    }

    /// The day on which it was done.
    #[must_use]
    pub fn done_on(&self) -> Option<Date> {
        self.done.as_ref().map(|(on, _)| *on)
    }

    /// Whether it belongs to a convention: a duty under it, a payment or a committee of its clause.
    #[must_use]
    pub const fn is_obligation(&self) -> bool {
        matches!(self.kind, OccurrenceKind::Standing | OccurrenceKind::Once | OccurrenceKind::Recurring)
    }
}

fn only(ids: &[Id]) -> Option<&Id> {
    match ids {
        [one] => Some(one),
        _ => None,
    }
}

/// The kind of an occurrence, as JSON words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OccurrenceKind {
    Standing,
    Once,
    Recurring,
    Action,
    /// A condition that a committee set.
    Condition,
    /// The papers of a planned committee.
    Papers,
}

impl OccurrenceKind {
    pub const ALL: [Self; 6] =
        [Self::Standing, Self::Once, Self::Recurring, Self::Action, Self::Condition, Self::Papers];

    /// The word in JSON, and the end of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Once => "once",
            Self::Recurring => "recurring",
            Self::Action => "action",
            Self::Condition => "condition",
            Self::Papers => "papers",
        }
    }
}

/// What an occurrence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceSource {
    /// An entry of `obligations`.
    Obligation,
    /// The committee clause, for one startup (`None` for a framework that names none).
    Committee(Option<Id>),
    /// A tranche: the contribution and the number from 1. 0 is the one line that a liquidation leaves.
    Payment(String, usize),
    /// An entry of a startup's `actions`, by position from 0.
    Action(usize),
    /// An entry of a startup's `conditions`, by position from 0.
    Condition(usize),
    /// The papers of a committee, by position from 0.
    Papers(usize),
}

/// The state of an occurrence. In the order in which a reader wants them: late first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceState {
    /// Past its due date; a payment, past its payment delay.
    Late,
    /// A payment between its due day and the end of its payment delay.
    Due,
    /// Due within the habit's days (30).
    DueSoon,
    /// Due later, or without a day.
    Open,
    /// Waits for a fact: papers, spending, a call.
    Waiting,
    /// Its due date depends on something unknown.
    Undetermined,
    /// To be kept as long as the convention is in force.
    Standing,
    /// Unmet when the startup or the convention ended; of a condition, not met. Nobody is late with it.
    Missed,
    Done,
}

impl OccurrenceState {
    pub const ALL: [Self; 9] = [
        Self::Late,
        Self::Due,
        Self::DueSoon,
        Self::Open,
        Self::Waiting,
        Self::Undetermined,
        Self::Standing,
        Self::Missed,
        Self::Done,
    ];

    /// The word in JSON, and the end of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Due => "due",
            Self::DueSoon => "due-soon",
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Undetermined => "undetermined",
            Self::Standing => "standing",
            Self::Missed => "missed",
            Self::Done => "done",
        }
    }
}
