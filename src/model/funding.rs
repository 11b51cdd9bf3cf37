//! Money promised, called, received, spent and refunded.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Date, Id, Moment, Money, Span, Text};

/// Cash that one party puts into a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Unique within the convention.
    pub id: String,
    /// The party that pays.
    pub from: Id,
    /// The party that receives; `None` if the contributor spends the money itself.
    pub to: Option<Id>,
    /// The amount as stated, or computed from [`Self::percent`] of [`Self::total`].
    pub amount: Money,
    /// The share of [`Self::total`] that the document states instead of an amount, in percent.
    pub percent: Option<Decimal>,
    /// The total cost that [`Self::percent`] is taken of.
    pub total: Option<TotalCost>,
    /// The startup that this money is for, if the convention funds several.
    pub startup: Option<Id>,
    /// How startups share this money: weights, empty if the document does not split it.
    pub shares: BTreeMap<Id, u32>,
    /// The amount of each budget year, empty if the document names no years.
    pub years: BTreeMap<i32, Money>,
    /// The article that promises it.
    pub article: Option<String>,
    /// In the order of the document.
    pub tranches: Vec<Tranche>,
    /// The keys of this entry that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
}

/// The cost of which a contribution pays a percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalCost {
    pub amount: Money,
    /// Whether the cost includes value-added tax, if the document says so.
    pub tax: Option<Tax>,
    /// The most that the contribution can be.
    pub ceiling: Option<Money>,
}

/// Whether an amount includes value-added tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tax {
    /// Toutes taxes comprises.
    Included,
    /// Hors taxes.
    Excluded,
}

impl Tax {
    /// All values.
    pub const ALL: [Self; 2] = [Self::Included, Self::Excluded];

    /// Returns the word in records and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Included => "included",
            Self::Excluded => "excluded",
        }
    }
}

/// A part of a contribution with its own trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// The amount as stated, or computed from [`Self::percent`] of the contribution.
    pub amount: Money,
    /// The share of the contribution that the document states instead of an amount, in percent.
    pub percent: Option<Decimal>,
    /// What makes it due.
    pub when: Trigger,
    /// The papers that must come with the call, in the document's words.
    pub needs: Vec<String>,
    /// The article that schedules it.
    pub article: Option<String>,
}

/// What makes a tranche due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A day.
    At(Moment),
    /// Payments made (CP) by a party reach an amount.
    Spent {
        /// The threshold.
        amount: Money,
        /// The party that spends.
        by: Id,
    },
    /// The payee's call for funds.
    Call,
    /// The notification of the convention.
    Notification,
    /// The delivery of a report: the topic or the id of the obligation that promises it.
    Report(String),
}

/// As records write it; spending shows its threshold and its party.
impl std::fmt::Display for Trigger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Spent { amount, by } => write!(f, "{amount} spent by {by}"),
            Self::Call => f.write_str("call"),
            Self::Notification => f.write_str("notification"),
            Self::Report(report) => write!(f, "report:{report}"),
        }
    }
}

/// Means that a party provides in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The party that provides them.
    pub from: Id,
    /// For example `a developer`.
    pub what: String,
    /// How much of it: `full time`, `50 %`.
    pub share: Option<String>,
    /// For how long, from the signature.
    pub lasts: Option<Span>,
    /// Whether [`Self::lasts`] is a minimum ("au moins").
    pub at_least: bool,
    /// The article that promises them.
    pub article: Option<String>,
    /// The keys of this entry that were deduced rather than stated.
    pub inferred: Arc<[Text]>,
}

/// A call for funds by the payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day on which it was sent.
    pub on: Date,
    /// The amount called.
    pub amount: Money,
    /// The id of the contribution.
    pub contribution: String,
    /// The number of the tranche, from 1.
    pub tranche: Option<usize>,
    /// The papers that came with it, in the words of [`Tranche::needs`].
    pub with: Vec<String>,
    /// Its number or reference.
    pub reference: Option<String>,
}

/// Money received for a contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day on which it was received.
    pub on: Date,
    /// Negative for a reversal.
    pub amount: Money,
    /// The id of the contribution.
    pub contribution: String,
    /// The number of the tranche, from 1; `None` fills the earliest unpaid one.
    pub tranche: Option<usize>,
    /// Its number or reference.
    pub reference: Option<String>,
}

/// A line of spending and the days of its three stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expenditure {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// Negative for a credit note.
    pub amount: Money,
    /// What was bought.
    pub what: Option<String>,
    /// The party that spends; `None` for the payees of the convention.
    pub by: Option<Id>,
    /// The id of the contribution that it is charged to, if stated.
    pub contribution: Option<String>,
    /// The startup that it serves, under a framework.
    pub startup: Option<Id>,
    /// Who was paid.
    pub supplier: Option<String>,
    /// The nature of the expense, such as `development`.
    pub nature: Option<String>,
    /// The number of the purchase order (engagement juridique).
    pub order: Option<String>,
    /// The number of the payment request (demande de paiement).
    pub request: Option<String>,
    /// The budget year that it is charged to, if other than that of its days.
    pub budget_year: Option<i32>,
    /// The day of the commitment (AE).
    pub committed: Option<Date>,
    /// The day of the service (service fait).
    pub done: Option<Date>,
    /// The day of the payment (CP).
    pub paid: Option<Date>,
    /// Its number or reference.
    pub reference: Option<String>,
}

/// Money returned to a contributor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day on which it was returned.
    pub on: Date,
    /// Zero if nothing was left to return.
    pub amount: Money,
    /// The id of the contribution.
    pub contribution: String,
    /// Its number or reference.
    pub reference: Option<String>,
}

/// A reminder sent to a party about something that it owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Unique within the record. The program gives one to each entry that it writes.
    pub id: Option<String>,
    /// The day on which it was sent.
    pub on: Date,
    /// The party that was reminded.
    pub to: Id,
    /// What it owes: `obligations.statistics-page`, `contributions.pau[1]`.
    pub item: String,
    /// 1 for the first reminder, 2 for the second, and so on.
    pub rank: Option<u32>,
}

impl Contribution {
    /// Creates a contribution of which nothing but the amount is known.
    #[must_use]
    pub fn new(id: &str, from: Id, amount: Money) -> Self {
        Self {
            id: id.to_owned(),
            from,
            to: None,
            amount,
            percent: None,
            total: None,
            startup: None,
            shares: BTreeMap::new(),
            years: BTreeMap::new(),
            article: None,
            tranches: Vec::new(),
            inferred: Arc::default(),
        }
    }
}

impl Tranche {
    /// Creates a tranche that needs no papers.
    #[must_use]
    pub const fn new(amount: Money, when: Trigger) -> Self {
        Self { amount, percent: None, when, needs: Vec::new(), article: None }
    }
}

impl Resource {
    /// Creates a resource of unknown extent.
    #[must_use]
    pub fn new(from: Id, what: &str) -> Self {
        Self {
            from,
            what: what.to_owned(),
            share: None,
            lasts: None,
            at_least: false,
            article: None,
            inferred: Arc::default(),
        }
    }
}

impl Call {
    /// Creates a call that names no tranche and brings no papers.
    #[must_use]
    pub fn new(on: Date, amount: Money, contribution: &str) -> Self {
        Self {
            id: None,
            on,
            amount,
            contribution: contribution.to_owned(),
            tranche: None,
            with: Vec::new(),
            reference: None,
        }
    }
}

impl Payment {
    /// Creates a payment that names no tranche.
    #[must_use]
    pub fn new(on: Date, amount: Money, contribution: &str) -> Self {
        Self { id: None, on, amount, contribution: contribution.to_owned(), tranche: None, reference: None }
    }
}

impl Expenditure {
    /// Returns the first of its days. A line without a commitment date was committed at the latest when the service was
    /// done or paid.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        [self.committed, self.done, self.paid].into_iter().flatten().min()
    }

    /// Creates a line of spending without a day.
    #[must_use]
    pub const fn new(amount: Money) -> Self {
        Self {
            id: None,
            amount,
            what: None,
            by: None,
            contribution: None,
            startup: None,
            supplier: None,
            nature: None,
            order: None,
            request: None,
            budget_year: None,
            committed: None,
            done: None,
            paid: None,
            reference: None,
        }
    }
}

impl Refund {
    /// Creates a refund without a reference.
    #[must_use]
    pub fn new(on: Date, amount: Money, contribution: &str) -> Self {
        Self { id: None, on, amount, contribution: contribution.to_owned(), reference: None }
    }
}
