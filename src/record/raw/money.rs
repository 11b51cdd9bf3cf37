//! The parts of a convention's file that hold money promised and money that moved.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::Deserialize;

use super::plain;
use super::scalar::Scalar;
use crate::model::{
    Call, Contribution, Date, Expenditure, Id, Moment, Money, Payment, Refund, Resource, Span, Tranche, Trigger,
};

/// What one party puts in, in cash.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Contribution")]
pub(super) struct RawContribution {
    /// Its name within the convention.
    pub id: String,
    /// Who pays.
    from: Scalar<Id>,
    /// Who receives; absent where the contributor spends it itself.
    to: Option<Scalar<Id>>,
    /// How much.
    amount: Scalar<Money>,
    /// The one startup that it is for, where the convention has several.
    startup: Option<Scalar<Id>>,
    /// The article that says so.
    article: Option<String>,
    /// Its parts, each with its own trigger.
    #[serde(default)]
    tranches: Vec<RawTranche>,
}

/// A part of a contribution with its own trigger.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Tranche")]
struct RawTranche {
    /// How much.
    amount: Scalar<Money>,
    /// What makes it due.
    when: RawTrigger,
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
enum RawTrigger {
    At(Scalar<Moment>),
    Spent(RawSpending),
}

/// Spending (payments made, CP) by a party that reaches an amount.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Spent")]
struct RawSpending {
    /// The threshold.
    spent: Scalar<Money>,
    /// Whose spending.
    by: Scalar<Id>,
}

/// What a party brings in kind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Resource")]
pub(super) struct RawResource {
    /// Who brings it.
    from: Scalar<Id>,
    /// What it is.
    what: String,
    /// How much of it: "full time", "part time", "50 %".
    share: Option<String>,
    /// For how long, from the signature.
    lasts: Option<Scalar<Span>>,
    /// The article that says so.
    article: Option<String>,
}

/// The payee's request for money (appel de fonds).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Call")]
pub(super) struct RawCall {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// The day that it was sent.
    on: Scalar<Date>,
    /// How much is asked for.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Which tranche, from 1.
    tranche: Option<Scalar<NonZeroU32>>,
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
pub(super) struct RawPayment {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// The day that it came in.
    on: Scalar<Date>,
    /// How much.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Which tranche, from 1; the earliest unpaid where it is absent.
    tranche: Option<Scalar<NonZeroU32>>,
    /// Its number.
    reference: Option<String>,
}

/// A line of spending and the days of its three stages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Expenditure")]
pub(super) struct RawExpenditure {
    /// Its name within the record. The program writes one; it may be left out.
    pub id: Option<String>,
    /// How much.
    amount: Scalar<Money>,
    /// What for.
    what: Option<String>,
    /// Who spends; the payee where it is absent.
    by: Option<Scalar<Id>>,
    /// The id of the contribution that it is charged to.
    contribution: Option<String>,
    /// The day that it was committed (AE).
    committed: Option<Scalar<Date>>,
    /// The day that the service was done (service fait).
    done: Option<Scalar<Date>>,
    /// The day that it was paid (CP).
    paid: Option<Scalar<Date>>,
    /// Its number.
    reference: Option<String>,
}

/// Money given back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Refund")]
pub(super) struct RawRefund {
    /// The day.
    on: Scalar<Date>,
    /// How much.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Its number.
    reference: Option<String>,
}

impl RawContribution {
    pub fn build(self) -> Contribution {
        Contribution {
            id: self.id,
            from: self.from.0,
            to: plain(self.to),
            amount: self.amount.0,
            startup: plain(self.startup),
            article: self.article,
            tranches: self.tranches.into_iter().map(RawTranche::build).collect(),
        }
    }
}

impl RawTranche {
    fn build(self) -> Tranche {
        let when = match self.when {
            RawTrigger::At(moment) => Trigger::At(moment.0),
            RawTrigger::Spent(spent) => Trigger::Spent { amount: spent.spent.0, by: spent.by.0 },
        };
        Tranche { amount: self.amount.0, when, needs: self.needs, article: self.article }
    }
}

impl RawResource {
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
fn position(tranche: Option<Scalar<NonZeroU32>>) -> Option<usize> {
    plain(tranche).and_then(|number| usize::try_from(number.get()).ok())
}

impl RawCall {
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

impl RawPayment {
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

impl RawExpenditure {
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

impl RawRefund {
    pub fn build(self) -> Refund {
        Refund { on: self.on.0, amount: self.amount.0, contribution: self.contribution, reference: self.reference }
    }
}
