//! The verbs: an intention → operations on a record's text and a message for the commit.

mod contradiction;
mod lines;
mod message;
mod write;

use crate::model::{
    Contribution, Convention, Date, Decision, Id, Money, Obligation, Portfolio, ProblemKind, RecordKind, RecordRef,
};
use crate::record;

pub use contradiction::Order;
pub use lines::{ChangedLine, ChangedRecord, Changes, Fate, Sign, changed_lines};
pub use message::{Message, RECORD, REDOES, UNDOES, VERB, record_in_trailer};

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
    /// By how much all that came in of the contribution then goes beyond what was promised. It may be true, and is told.
    pub more_than_promised: Option<Money>,
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
    /// A fact of a day that has not come: the day.
    #[error("{0} has not come yet")]
    InTheFuture(Date),
    /// The day stands on the wrong side of another one of the records: which, and that day.
    #[error("out of order with {1}")]
    OutOfOrder(Order, Date),
    /// A due date was named of an obligation that does not come back: its id.
    #[error("{0} does not come back")]
    NotRecurring(String),
    /// The very same payment is recorded already; its day.
    #[error("the same payment is recorded on {0} already")]
    AlreadyPaid(Date),
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
/// What contradicts the records is told here already, so that a form can say it at once; [`apply`]
/// looks again, at the text as it stands by then. A fact is of `today` at the latest.
///
/// # Errors
/// When it names something that is not there, contradicts what is, or has not happened yet.
pub fn edit(portfolio: &Portfolio, intention: &Intention, today: Date) -> Result<Edit, EditError> {
    let intention = &intention.clone().on_one_line();
    contradiction::in_the_future(intention, today)?;
    let (record, message, more_than_promised) = match intention {
        Intention::Fulfil { convention, obligation, .. } => {
            let convention = convention_of(portfolio, convention)?;
            let (holder, obligation) = obligation_of(portfolio, convention, obligation)?;
            contradiction::of_fulfilment(intention, holder, obligation)?;
            let record = RecordRef::new(RecordKind::Convention, holder.id.clone());
            let message = message::fulfilled(intention, &record, convention, obligation);
            (record, message, None)
        }
        Intention::Pay { convention, contribution, amount, .. } => {
            let convention = convention_of(portfolio, convention)?;
            let contribution = contribution_of(portfolio, convention, contribution)?;
            contradiction::of_payment(intention, convention, contribution)?;
            let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
            let message = message::paid(intention, &record, convention, contribution);
            (record, message, more_than_promised(convention, contribution, *amount))
        }
        Intention::Sign { convention, on } => {
            let convention = convention_of(portfolio, convention)?;
            contradiction::of_signature(portfolio, convention, *on)?;
            let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
            let message = message::of(intention, &record);
            (record, message, None)
        }
        Intention::Hold { startup, .. } => {
            let record = RecordRef::new(RecordKind::Startup, startup.clone());
            let startup = portfolio.startups.get(startup).ok_or_else(|| EditError::NoRecord(record.clone()))?;
            contradiction::of_committee(intention, startup)?;
            let message = message::of(intention, &record);
            (record, message, None)
        }
    };
    Ok(Edit { record, intention: intention.clone(), message, more_than_promised })
}

impl Intention {
    /// The day of the fact.
    #[must_use]
    pub const fn on(&self) -> Date {
        match self {
            Self::Fulfil { on, .. } | Self::Pay { on, .. } | Self::Sign { on, .. } | Self::Hold { on, .. } => *on,
        }
    }

    /// With each text on one line and without control characters; one of blanks alone is none.
    fn on_one_line(mut self) -> Self {
        let text = match &mut self {
            Self::Fulfil { evidence: text, .. } | Self::Pay { reference: text, .. } => text,
            Self::Sign { .. } | Self::Hold { .. } => return self,
        };
        *text = text.take().map(|text| one_line(&text)).filter(|text| !text.is_empty());
        self
    }
}

/// A text with a blank for each control character and line break in it, and none around it.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ").trim().to_owned()
}

/// What comes in beyond a contribution with another payment.
fn more_than_promised(convention: &Convention, contribution: &Contribution, amount: Money) -> Option<Money> {
    let of_it = convention.payments.iter().filter(|payment| payment.contribution == contribution.id);
    let received = of_it.map(|payment| payment.amount).sum::<Money>() + amount;
    (received > contribution.amount).then(|| received - contribution.amount)
}

fn convention_of<'a>(portfolio: &'a Portfolio, id: &Id) -> Result<&'a Convention, EditError> {
    let convention = portfolio.conventions.get(id).map(AsRef::as_ref);
    convention.ok_or_else(|| EditError::NoRecord(RecordRef::new(RecordKind::Convention, id.clone())))
}

/// An obligation and the convention whose file holds it: an amendment in force may have replaced or added it.
fn obligation_of<'a>(
    portfolio: &'a Portfolio,
    convention: &'a Convention,
    id: &str,
) -> Result<(&'a Convention, &'a Obligation), EditError> {
    let signed = in_force(portfolio, convention);
    for holder in &signed {
        if let Some(obligation) = holder.obligations.iter().find(|obligation| obligation.id == id) {
            return Ok((holder, obligation));
        }
    }
    if id == "committee" && signed.iter().any(|holder| holder.committee.is_some()) {
        return Err(EditError::IsCommittee);
    }
    if let Some(contribution) = paid_by(id, signed.iter().flat_map(|holder| &holder.contributions)) {
        return Err(EditError::IsPayment(contribution));
    }
    let known = signed.iter().flat_map(|holder| &holder.obligations).map(|obligation| obligation.id.clone());
    Err(EditError::NoEntry(id.to_owned(), known.collect()))
}

/// The signed amendments of a convention, the latest first, and the convention itself.
fn in_force<'a>(portfolio: &'a Portfolio, convention: &'a Convention) -> Vec<&'a Convention> {
    let mut signed: Vec<&Convention> =
        portfolio.amendments_of(&convention.id).map(AsRef::as_ref).filter(|change| change.signed.is_some()).collect();
    signed.sort_by(|a, b| (b.signed, &b.id).cmp(&(a.signed, &a.id)));
    signed.push(convention);
    signed
}

/// The contribution that a generated undertaking to pay stands for: `payment-<contribution>`, and `-<tranche>`.
fn paid_by<'a>(id: &str, contributions: impl Iterator<Item = &'a Contribution>) -> Option<String> {
    let name = id.strip_prefix("payment-")?;
    let is_tranche = |rest: &str| rest.strip_prefix('-').is_some_and(|n| n.parse::<usize>().is_ok());
    contributions
        .map(|contribution| &contribution.id)
        .find(|id| name.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || is_tranche(rest)))
        .cloned()
}

/// A contribution as the terms in force state it; else as an amendment not yet signed does, for money may come first.
fn contribution_of<'a>(
    portfolio: &'a Portfolio,
    convention: &'a Convention,
    id: &str,
) -> Result<&'a Contribution, EditError> {
    let unsigned = portfolio.amendments_of(&convention.id).map(AsRef::as_ref).filter(|change| change.signed.is_none());
    let holders: Vec<&Convention> = in_force(portfolio, convention).into_iter().chain(unsigned).collect();
    let mut all = holders.iter().flat_map(|holder| &holder.contributions);
    all.clone().find(|contribution| contribution.id == id).ok_or_else(|| {
        let mut known: Vec<String> = Vec::new();
        all.by_ref().map(|one| &one.id).for_each(|id| {
            if !known.contains(id) {
                known.push(id.clone());
            }
        });
        EditError::NoEntry(id.to_owned(), known)
    })
}

/// The record's text with the edit made, checked to load as well as it did before.
///
/// # Errors
/// When it cannot be made to this text or would break the record.
pub fn apply(text: &str, edit: &Edit) -> Result<String, EditError> {
    let ops = write::ops(text, &edit.intention)?;
    let after = record::patch(text, &ops)?;
    check_loads(&edit.record, text, &after)?;
    Ok(after)
}

/// Whether a record's new text loads as well as its old one: nothing wrong with it that was not before.
///
/// # Errors
/// [`EditError::WouldNotLoad`] with the first thing that is.
pub fn check_loads(record: &RecordRef, before: &str, after: &str) -> Result<(), EditError> {
    let read = |text: &str| record::read(record, &record.to_string(), text.as_bytes());
    let mut old: Vec<ProblemKind> = read(before).problems.into_iter().map(|problem| problem.kind).collect();
    let new = read(after);
    for problem in new.problems {
        match old.iter().position(|kind| *kind == problem.kind) {
            Some(at) => drop(old.swap_remove(at)),
            None => return Err(EditError::WouldNotLoad(words(&problem.kind))),
        }
    }
    match new.record {
        Some(_) => Ok(()),
        None => Err(EditError::WouldNotLoad("nothing could be read".to_owned())),
    }
}

/// A problem in a few plain words; the whole of it is what the checks tell.
fn words(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Syntax(words) => words.clone(),
        ProblemKind::UnknownKey { key, .. } | ProblemKind::MissingKey(key) => format!("key `{key}`"),
        ProblemKind::WrongType { expected, found } => format!("{found} in place of {expected}"),
        ProblemKind::UnknownValue { value, .. } | ProblemKind::FloatAmount(value) => format!("value `{value}`"),
        ProblemKind::DuplicateEntry(id) => format!("`{id}` twice"),
        ProblemKind::ConflictingKeys(keys) => format!("`{}` together", keys.join("`, `")),
        ProblemKind::FormatTooNew { found, .. } => format!("format {found}"),
        ProblemKind::DuplicateId(files) => files.join(", "),
        ProblemKind::BadFileName(name) => name.clone(),
        ProblemKind::Unreadable(_) => "unreadable".to_owned(),
    }
}

#[cfg(test)]
mod tests;
