//! What a party promised to do, and when.

use std::sync::Arc;

use super::{Date, Id, Ids, Moment, ObligationTopic, Span, Text};

/// A duty that a convention puts on one party or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// Unique within the convention.
    pub id: Text,
    /// The topic, if it is one that the program knows.
    pub about: Option<ObligationTopic>,
    /// Who owes it; several owe it together.
    pub debtors: Ids,
    /// To whom it is owed.
    pub creditors: Ids,
    /// What is to be done, in one sentence.
    pub what: Text,
    /// The article that says so.
    pub article: Option<Text>,
    /// When it is to be done.
    pub timing: Timing,
    /// The condition under which it exists.
    pub condition: Option<ObligationCondition>,
    /// Whether only a record proves it, even if it is about a page that has an address.
    pub proof_by_record: bool,
    /// The creditors' renunciation.
    pub waived: Option<Box<Waiver>>,
    /// In the order of the file.
    pub fulfilled: Box<[Fulfilment]>,
    /// The keys of this entry that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
}

impl Obligation {
    /// Creates an obligation without debtor and creditor.
    #[must_use]
    pub fn new(id: &str, what: &str, timing: Timing) -> Self {
        Self {
            id: id.into(),
            about: None,
            debtors: Ids::EMPTY,
            creditors: Ids::EMPTY,
            what: what.into(),
            article: None,
            timing,
            condition: None,
            proof_by_record: false,
            waived: None,
            fulfilled: Box::default(),
            inferred: Arc::default(),
        }
    }

    /// Returns whether it is about the management report.
    #[must_use]
    pub fn is_management_report(&self) -> bool {
        self.about == Some(ObligationTopic::ManagementReport)
    }

    /// Returns the debtor, if there is exactly one.
    #[must_use]
    pub fn debtor(&self) -> Option<&Id> {
        only(&self.debtors)
    }

    /// Returns the creditor, if there is exactly one.
    #[must_use]
    pub fn creditor(&self) -> Option<&Id> {
        only(&self.creditors)
    }
}

fn only(ids: &[Id]) -> Option<&Id> {
    match ids {
        [id] => Some(id),
        _ => None,
    }
}

/// The id of the obligation that holds the fulfilments of a [`FundReport`].
pub const FUND_REPORT: &str = "fund-report";

/// The yearly report on a fonds de concours, which decree 2007-44 (article 6) asks for unless the convention says
/// otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundReport {
    /// Those who received the money.
    pub debtors: Vec<Id>,
    /// Those who paid it.
    pub creditors: Vec<Id>,
}

impl FundReport {
    /// The article that asks for it.
    pub const ARTICLE: &str = "décret 2007-44, art. 6";

    /// What is to be done, in the language of the conventions.
    pub const WHAT: &str = "rendre compte chaque année de l’emploi du fonds de concours";

    /// Returns the report on contributions, given by who pays each and to whom.
    #[must_use]
    pub fn of<'a>(contributions: impl Iterator<Item = (&'a Id, &'a Id)>) -> Self {
        let mut report = Self::default();
        for (from, to) in contributions {
            for (ids, id) in [(&mut report.creditors, from), (&mut report.debtors, to)] {
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        }
        report
    }
}

/// The condition under which an obligation exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObligationCondition {
    /// The convention is terminated early.
    Terminated,
    /// The service authenticates its users.
    Authenticates,
    /// The service is an online administrative procedure (démarche en ligne).
    OnlineProcedure,
    /// Anything else, in words.
    Other(String),
}

impl ObligationCondition {
    /// Returns the word in records and JSON.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Terminated => "terminated",
            Self::Authenticates => "authenticates",
            Self::OnlineProcedure => "online-procedure",
            Self::Other(words) => words,
        }
    }
}

/// The renunciation of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The day from which nobody owes it.
    pub on: Date,
    pub why: Option<String>,
}

/// When an obligation is to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// At all times.
    Standing,
    /// Once; `None` if the document gives no day.
    Once(Option<Moment>),
    /// At regular intervals.
    Recurring(Recurrence),
}

/// The rhythm of a recurring obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The time between two due dates.
    pub every: Span,
    /// What the first due date is counted from.
    pub from: RecurrenceStart,
}

/// What a recurrence is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecurrenceStart {
    /// The convention's signature: all due dates are known in advance.
    #[default]
    Signature,
    /// The last fulfilment, or the signature before the first one: the next due date moves.
    Last,
    On(Date),
}

/// One time that an obligation was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fulfilment {
    pub on: Date,
    /// An address, a reference or a sentence.
    pub evidence: Option<Text>,
    /// The due date that it answers, if other than the earliest open one.
    pub due: Option<Date>,
}
