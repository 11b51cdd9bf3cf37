//! The parts of a convention's file that hold money promised and money that moved.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::value::Field;
use crate::model::{
    Call, Contribution, Date, Expenditure, Id, Moment, Money, Payment, Refund, Resource, Span, Tranche, Trigger,
};

/// What one party puts in, in cash.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Contribution")]
pub(super) struct ContributionShape {
    /// Its name within the convention.
    pub id: String,
    /// Who pays.
    from: Field<Id>,
    /// Who receives; absent where the contributor spends it itself.
    to: Option<Field<Id>>,
    /// How much.
    amount: Field<Money>,
    /// The one startup that it is for, where the convention has several.
    startup: Option<Field<Id>>,
    /// The article that says so.
    article: Option<String>,
    /// Its parts, each with its own trigger.
    #[serde(default)]
    tranches: Vec<TrancheShape>,
}

/// A part of a contribution with its own trigger.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Tranche")]
struct TrancheShape {
    /// How much.
    amount: Field<Money>,
    /// What makes it due.
    when: WhenShape,
    /// The papers that must come with the request.
    #[serde(default)]
    needs: Vec<String>,
    /// The article that says so.
    article: Option<String>,
}

/// What makes a tranche due: a moment, or spending that reaches an amount.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Trigger")]
enum WhenShape {
    At(Field<Moment>),
    Spent(SpentShape),
}

/// Spending (payments made, CP) by a party that reaches an amount.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Spent")]
struct SpentShape {
    /// The threshold.
    spent: Field<Money>,
    /// Whose spending.
    by: Field<Id>,
}

/// What a party brings in kind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Resource")]
pub(super) struct ResourceShape {
    /// Who brings it.
    from: Field<Id>,
    /// What it is.
    what: String,
    /// How much of it: "full time", "part time", "50 %".
    share: Option<String>,
    /// For how long, from the signature.
    lasts: Option<Field<Span>>,
    /// The article that says so.
    article: Option<String>,
}

/// The payee's request for money (appel de fonds).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Call")]
pub(super) struct CallShape {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// The day that it was sent.
    on: Field<Date>,
    /// How much is asked for.
    amount: Field<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Which tranche, from 1.
    tranche: Option<Field<NonZeroU32>>,
    /// The papers that came with it, in the words of the tranche's `needs`.
    #[serde(default)]
    with: Vec<String>,
    /// Its number.
    reference: Option<String>,
}

/// Money received.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Payment")]
pub(super) struct PaymentShape {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// The day that it came in.
    on: Field<Date>,
    /// How much.
    amount: Field<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Which tranche, from 1; the earliest unpaid where it is absent.
    tranche: Option<Field<NonZeroU32>>,
    /// Its number.
    reference: Option<String>,
}

/// A line of spending and the days of its three stages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Expenditure")]
pub(super) struct ExpenditureShape {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// How much.
    amount: Field<Money>,
    /// What for.
    what: Option<String>,
    /// Who spends; the payee where it is absent.
    by: Option<Field<Id>>,
    /// The id of the contribution that it is charged to.
    contribution: Option<String>,
    /// The day that it was committed (AE).
    committed: Option<Field<Date>>,
    /// The day that the service was done (service fait).
    done: Option<Field<Date>>,
    /// The day that it was paid (CP).
    paid: Option<Field<Date>>,
    /// Its number.
    reference: Option<String>,
}

/// Money given back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Refund")]
pub(super) struct RefundShape {
    /// The day.
    on: Field<Date>,
    /// How much.
    amount: Field<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Its number.
    reference: Option<String>,
}

impl ContributionShape {
    pub fn build(self) -> Contribution {
        Contribution {
            id: self.id,
            from: self.from.0,
            to: plain(self.to),
            amount: self.amount.0,
            startup: plain(self.startup),
            article: self.article,
            tranches: self.tranches.into_iter().map(TrancheShape::build).collect(),
        }
    }
}

impl TrancheShape {
    fn build(self) -> Tranche {
        let when = match self.when {
            WhenShape::At(moment) => Trigger::At(moment.0),
            WhenShape::Spent(spent) => Trigger::Spent { amount: spent.spent.0, by: spent.by.0 },
        };
        Tranche { amount: self.amount.0, when, needs: self.needs, article: self.article }
    }
}

impl ResourceShape {
    pub fn build(self) -> Resource {
        Resource {
            from: self.from.0,
            what: self.what,
            share: self.share,
            lasts: plain(self.lasts),
            article: self.article,
        }
    }
}

/// Tranches are counted from 1.
fn position(tranche: Option<Field<NonZeroU32>>) -> Option<usize> {
    plain(tranche).and_then(|number| usize::try_from(number.get()).ok())
}

impl CallShape {
    pub fn build(self) -> Call {
        Call {
            id: self.id,
            on: self.on.0,
            amount: self.amount.0,
            contribution: self.contribution,
            tranche: position(self.tranche),
            with: self.with,
            reference: self.reference,
        }
    }
}

impl PaymentShape {
    pub fn build(self) -> Payment {
        Payment {
            id: self.id,
            on: self.on.0,
            amount: self.amount.0,
            contribution: self.contribution,
            tranche: position(self.tranche),
            reference: self.reference,
        }
    }
}

impl ExpenditureShape {
    pub fn build(self) -> Expenditure {
        Expenditure {
            id: self.id,
            amount: self.amount.0,
            what: self.what,
            by: plain(self.by),
            contribution: self.contribution,
            committed: plain(self.committed),
            done: plain(self.done),
            paid: plain(self.paid),
            reference: self.reference,
        }
    }
}

impl RefundShape {
    pub fn build(self) -> Refund {
        Refund { on: self.on.0, amount: self.amount.0, contribution: self.contribution, reference: self.reference }
    }
}
