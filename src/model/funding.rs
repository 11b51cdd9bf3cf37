//! Money promised, asked for, received, spent and given back.

use super::{Date, Id, Moment, Money, Span};

/// What one party puts into a convention in cash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Its name within the convention.
    pub id: String,
    /// Who pays.
    pub from: Id,
    /// Who receives; `None` where the contributor spends it itself.
    pub to: Option<Id>,
    /// How much.
    pub amount: Money,
    /// The one startup it is for, where the convention has several.
    pub startup: Option<Id>,
    /// The article.
    pub article: Option<String>,
    /// Its parts, in the order of the document.
    pub tranches: Vec<Tranche>,
}

/// A part of a contribution with its own trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// How much.
    pub amount: Money,
    /// What makes it due.
    pub when: Trigger,
    /// The papers that must come with the request, in the document's words.
    pub needs: Vec<String>,
    /// The article.
    pub article: Option<String>,
}

/// What makes a tranche due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A day.
    At(Moment),
    /// Spending (payments made, CP) by a party reaching an amount.
    Spent {
        /// The threshold.
        amount: Money,
        /// Whose spending.
        by: Id,
    },
}

/// What a party brings in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Who brings it.
    pub from: Id,
    /// What it is.
    pub what: String,
    /// How much of it: `full time`, `part time`, `50 %`.
    pub share: Option<String>,
    /// For how long, from the signature.
    pub lasts: Option<Span>,
    /// The article.
    pub article: Option<String>,
}

/// The payee's request for money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its name within the record, where it has one: the program gives one to what it writes.
    pub id: Option<String>,
    /// The day it was sent.
    pub on: Date,
    /// How much is asked for.
    pub amount: Money,
    /// Of which contribution.
    pub contribution: String,
    /// Of which tranche, from 1.
    pub tranche: Option<usize>,
    /// The papers that came with it, in the words of the tranche's `needs`.
    pub with: Vec<String>,
    /// Its number.
    pub reference: Option<String>,
}

/// Money received against a contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its name within the record, where it has one: the program gives one to what it writes.
    pub id: Option<String>,
    /// The day it came in.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// Of which contribution.
    pub contribution: String,
    /// Of which tranche, from 1, where it says; the earliest unpaid otherwise.
    pub tranche: Option<usize>,
    /// Its number.
    pub reference: Option<String>,
}

/// A line of spending and the days of its three stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expenditure {
    /// Its name within the record, where it has one: the program gives one to what it writes.
    pub id: Option<String>,
    /// How much.
    pub amount: Money,
    /// What for.
    pub what: Option<String>,
    /// Who spends; the payee of the convention where absent.
    pub by: Option<Id>,
    /// The contribution that it is charged to, where it says.
    pub contribution: Option<String>,
    /// Engaged (AE).
    pub committed: Option<Date>,
    /// Service done (service fait).
    pub done: Option<Date>,
    /// Paid (CP).
    pub paid: Option<Date>,
    /// Its number.
    pub reference: Option<String>,
}

/// Money given back to a contributor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// Of which contribution.
    pub contribution: String,
    /// Its number.
    pub reference: Option<String>,
}
