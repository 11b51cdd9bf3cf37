//! One thing that is due: a due date of an obligation, a payment, a committee, an action or a condition.

use std::sync::Arc;

use crate::model::{Date, Id, Ids, KeyPath, Money, RecordRef, Text};

/// What is missing to compute a due date. A key on screen opens the field that supplies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The convention is unsigned, or its copy is undated.
    Signature,
    /// The convention has no term.
    Term,
    /// The end of the term is only an estimate.
    EstimatedEnd,
    /// Spending has not reached the threshold of the tranche.
    Spending,
    /// A paper that must come with a call is missing, or its day is unknown.
    Papers,
    /// The event that triggers a tranche or an obligation is not recorded: a call, a report, a condition in words.
    Event,
    /// The document sets no day.
    NoDay,
    /// The framework binds every incubated team, and the record names none.
    NoStartup,
    /// The day on which the startup joined or left the framework's incubator is unknown.
    Incubator,
    /// A record that may contain the answer cannot be read.
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

    /// Returns the word in JSON, which is also the suffix of the message key.
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

    /// Returns true if a fact must be recorded first. Returns false if the documents should state the day.
    #[must_use]
    pub const fn is_awaited(self) -> bool {
        matches!(self, Self::Spending | Self::Papers | Self::Event)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The id within `record`, as reminders use it: `obligations.refund`, `contributions.pau[1]`, `committee`,
    /// `papers`, `actions.ID` or `conditions.ID`. All due dates of one obligation have the same id.
    pub id: Text,
    /// The convention; `None` for what only concerns a startup.
    pub convention: Option<Id>,
    pub startups: Ids,
    /// The obligation's id, `committee` for the committee clause, or `payment-<contribution>` for the duty to pay (with
    /// `-<n>` if there are several tranches). Empty for actions, conditions and papers.
    pub obligation: Text,
    /// Determines which form records the fulfilment.
    pub source: OccurrenceSource,
    pub article: Option<Text>,
    /// The parties that owe it, jointly if there are several.
    pub debtors: Ids,
    pub creditors: Ids,
    /// Whoever agreed to do the action or to meet the condition: a person's id, or any text.
    pub owner: Option<Text>,
    pub kind: OccurrenceKind,
    /// The due date, if it is known. If it depends on an estimated end, the estimate.
    pub due: Option<Date>,
    /// What is missing to compute the due date.
    pub unknown: Option<Unknown>,
    pub state: OccurrenceState,
    /// Days past the due date; 0 unless late.
    pub days_late: i64,
    /// The text of the obligation. Empty for committees, payments and papers, whose text comes from the locale.
    pub what: Text,
    /// For a payment, how much is still to come, or how much came if it is complete. For a refund, how much must be
    /// refunded.
    pub amount: Option<Money>,
    /// False for a payment of a contribution whose payments are not recorded. True for everything else.
    pub payments_recorded: bool,
    /// The day on which it was done and the evidence.
    pub done: Option<(Date, Option<Text>)>,
    /// The keys of the entry whose values are deduced (`inferred`), not stated by the document.
    pub inferred: Arc<[Text]>,
    /// The record that states it: the startup's, the convention's or the amendment's.
    pub record: RecordRef,
    /// The path of the entry in that record.
    pub path: KeyPath,
}

impl Occurrence {
    /// Returns the debtor if there is exactly one.
    #[must_use]
    pub fn debtor(&self) -> Option<&Id> {
        only(&self.debtors)
    }

    /// Returns the creditor if there is exactly one.
    #[must_use]
    pub fn creditor(&self) -> Option<&Id> {
        only(&self.creditors)
    }

    #[must_use]
    pub fn done_on(&self) -> Option<Date> {
        self.done.as_ref().map(|(on, _)| *on)
    }

    /// Returns true for an obligation, a payment or a committee under a convention.
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

/// The kind of an occurrence, as in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OccurrenceKind {
    Standing,
    Once,
    Recurring,
    Action,
    /// A condition set by a committee.
    Condition,
    Papers,
}

impl OccurrenceKind {
    pub const ALL: [Self; 6] =
        [Self::Standing, Self::Once, Self::Recurring, Self::Action, Self::Condition, Self::Papers];

    /// Returns the word in JSON, which is also the suffix of the message key.
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

/// The entry that an occurrence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OccurrenceSource {
    Obligation,
    /// The committee clause and the startup (`None` for a framework that names none).
    Committee(Option<Id>),
    /// A tranche: the id of the contribution and the number from 1. The number 0 is the remainder after a liquidation.
    Payment(Text, usize),
    /// The index in the startup's `actions`.
    Action(usize),
    /// The index in the startup's `conditions`.
    Condition(usize),
    /// The index of the committee in the startup's `committees`.
    Papers(usize),
}

/// The state of an occurrence. Sorts the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceState {
    /// Past its due date; for a payment, past the payment delay.
    Late,
    /// A payment between its due date and the end of the payment delay.
    Due,
    /// Due within `due_soon_days` (30 by default).
    DueSoon,
    /// Due later, or without a day.
    Open,
    /// Waits for a fact to be recorded: papers, spending, a call.
    Waiting,
    /// The due date depends on something unknown.
    Undetermined,
    /// Applies as long as the convention is in force.
    Standing,
    /// Unmet when the startup or the convention ended, or a condition that was recorded as not met. Never late.
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

    /// Returns the word in JSON, which is also the suffix of the message key.
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
