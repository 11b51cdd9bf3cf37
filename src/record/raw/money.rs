//! The parts of a convention's file that hold money promised and money moved.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::keyed::{self, Keyed};
use super::scalar::{Scalar, TriggerEvent};
use super::{Faults, gathered, plain, texts};
use crate::model::{
    Call, Contribution, Date, Expenditure, Id, KeyPath, Money, Payment, ProblemKind, Refund, Reminder, Resource, Span,
    Tax, TotalCost, Tranche, Trigger,
};

/// Cash that one party puts in. Either `amount`, or `percent` of `total`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Contribution", extend("anyOf" = [{ "required": ["amount"] }, { "required": ["percent", "total"] }]))]
pub(super) struct RawContribution {
    /// Its id, unique within the convention.
    pub id: String,
    /// The party that pays.
    from: Scalar<Id>,
    /// The party that receives; absent if the contributor spends the money itself.
    to: Option<Scalar<Id>>,
    /// The amount.
    amount: Option<Scalar<Money>>,
    /// The share of `total` that the document states instead of an amount, in percent.
    percent: Option<Scalar<Decimal>>,
    /// The total cost that `percent` is taken of.
    total: Option<RawTotalCost>,
    /// The startup that it is for, if the convention funds several.
    startup: Option<Scalar<Id>>,
    /// How startups share it: a weight for each startup.
    #[serde(default)]
    #[schemars(extend("propertyNames" = { "$ref": "#/$defs/Id" }))]
    shares: Keyed<NonZeroU32>,
    /// The amount of each budget year.
    #[serde(default)]
    #[schemars(extend("propertyNames" = { "pattern": "^[1-9][0-9]{3}$" }))]
    years: Keyed<Money>,
    /// The article that says so.
    article: Option<String>,
    /// Its parts, each with its own trigger.
    #[serde(default)]
    tranches: Vec<RawTranche>,
    /// The keys of this entry that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
}

/// The cost of which a contribution pays a percentage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TotalCost")]
struct RawTotalCost {
    /// The cost.
    amount: Scalar<Money>,
    /// Whether the cost includes value-added tax.
    tax: Option<Scalar<Tax>>,
    /// The most that the contribution can be.
    ceiling: Option<Scalar<Money>>,
}

/// A part of a contribution with its own trigger. Either `amount`, or `percent` of the contribution.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Tranche", extend("anyOf" = [{ "required": ["amount"] }, { "required": ["percent"] }]))]
struct RawTranche {
    /// The amount.
    amount: Option<Scalar<Money>>,
    /// The share of the contribution that the document states instead of an amount, in percent.
    percent: Option<Scalar<Decimal>>,
    /// What makes it due.
    when: RawTrigger,
    /// The papers that must come with the call.
    #[serde(default)]
    needs: Vec<String>,
    /// The article that says so.
    article: Option<String>,
}

/// What makes a tranche due: a moment, an event, or spending that reaches an amount.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Trigger")]
enum RawTrigger {
    Event(Scalar<TriggerEvent>),
    Spent(RawSpending),
}

/// Payments made (CP) by a party that reach an amount.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Spent")]
struct RawSpending {
    /// The threshold.
    spent: Scalar<Money>,
    /// The party that spends.
    by: Scalar<Id>,
}

/// Means that a party provides in kind.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Resource")]
pub(super) struct RawResource {
    /// The party that provides them.
    from: Scalar<Id>,
    /// What is provided.
    what: String,
    /// How much of it: "full time", "part time", "50 %".
    share: Option<String>,
    /// For how long, from the signature.
    lasts: Option<Scalar<Span>>,
    /// Whether `lasts` is a minimum.
    #[serde(default)]
    at_least: bool,
    /// The article that says so.
    article: Option<String>,
    /// The keys of this entry that were deduced rather than stated.
    #[serde(default)]
    inferred: Vec<String>,
}

/// A call for funds by the payee (appel de fonds).
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Call")]
pub(super) struct RawCall {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day on which it was sent.
    on: Scalar<Date>,
    /// The amount called.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// The number of the tranche, from 1.
    tranche: Option<Scalar<NonZeroU32>>,
    /// The papers that came with it, in the words of the tranche's `needs`.
    #[serde(default)]
    with: Vec<String>,
    /// Its number or reference.
    reference: Option<String>,
}

/// Money received.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Payment")]
pub(super) struct RawPayment {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day on which it was received.
    on: Scalar<Date>,
    /// The amount; negative for a reversal.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// The number of the tranche, from 1; the earliest unpaid one if absent.
    tranche: Option<Scalar<NonZeroU32>>,
    /// Its number or reference.
    reference: Option<String>,
}

/// A line of spending and the days of its three stages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Expenditure")]
pub(super) struct RawExpenditure {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The amount; negative for a credit note.
    amount: Scalar<Money>,
    /// What was bought.
    what: Option<String>,
    /// The party that spends; the payees of the convention if absent.
    by: Option<Scalar<Id>>,
    /// The id of the contribution that it is charged to.
    contribution: Option<String>,
    /// The startup that it serves, under a framework.
    startup: Option<Scalar<Id>>,
    /// Who was paid.
    supplier: Option<String>,
    /// The nature of the expense, such as "development".
    nature: Option<String>,
    /// The number of the purchase order (engagement juridique).
    order: Option<String>,
    /// The number of the payment request (demande de paiement).
    request: Option<String>,
    /// The budget year that it is charged to, if other than that of its days.
    budget_year: Option<Scalar<NonZeroU32>>,
    /// The day of the commitment (AE).
    committed: Option<Scalar<Date>>,
    /// The day of the service (service fait).
    done: Option<Scalar<Date>>,
    /// The day of the payment (CP).
    paid: Option<Scalar<Date>>,
    /// Its number or reference.
    reference: Option<String>,
}

/// Money returned to a contributor.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Refund")]
pub(super) struct RawRefund {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day on which it was returned.
    on: Scalar<Date>,
    /// The amount; 0 if nothing was left to return.
    amount: Scalar<Money>,
    /// The id of the contribution.
    contribution: String,
    /// Its number or reference.
    reference: Option<String>,
}

/// A reminder sent to a party about something that it owes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reminder")]
pub(super) struct RawReminder {
    /// Its id, unique within the record. Optional: the program writes one.
    pub id: Option<String>,
    /// The day on which it was sent.
    on: Scalar<Date>,
    /// The party that was reminded.
    to: Scalar<Id>,
    /// What it owes: "obligations.statistics-page", "contributions.pau[1]".
    item: String,
    /// 1 for the first reminder, 2 for the second.
    rank: Option<Scalar<NonZeroU32>>,
}

impl RawContribution {
    /// Returns the n-th contribution, from 0; `None` if no amount follows from what it states.
    pub fn build(self, n: usize, faults: &mut Faults) -> Option<Contribution> {
        let place = || KeyPath::entry("contributions", n);
        let percent = plain(self.percent);
        let total = self.total.map(RawTotalCost::build);
        let amount = plain(self.amount).or_else(|| share_of_total(percent?, total.as_ref()?));
        let Some(amount) = amount else {
            faults.add(place(), ProblemKind::MissingKey("amount".to_owned()));
            return None;
        };
        let id_of = |text: &str| Id::new(text).ok();
        let year_of = |text: &str| text.parse().ok().filter(|year| (1000..10_000).contains(year));
        let shares: BTreeMap<Id, NonZeroU32> = keyed::build(self.shares, &place().key("shares"), id_of, faults);
        let tranches = self.tranches.into_iter().enumerate();
        let tranches = tranches.filter_map(|(m, one)| one.build(&place().key("tranches").index(m), amount, faults));
        let mut tranches: Vec<Tranche> = gathered(tranches);
        give_rest_to_last(&mut tranches, amount);
        Some(Contribution {
            id: self.id,
            from: self.from.0,
            to: plain(self.to),
            amount,
            percent,
            total,
            startup: plain(self.startup),
            shares: shares.into_iter().map(|(startup, weight)| (startup, weight.get())).collect(),
            years: keyed::build(self.years, &place().key("years"), year_of, faults),
            article: self.article,
            tranches,
            inferred: texts(self.inferred),
        })
    }
}

impl RawTotalCost {
    fn build(self) -> TotalCost {
        TotalCost { amount: self.amount.0, tax: plain(self.tax), ceiling: plain(self.ceiling) }
    }
}

/// Returns a percentage of the total cost, to the cent and at most the ceiling; `None` if no amount can be that large.
fn share_of_total(percent: Decimal, total: &TotalCost) -> Option<Money> {
    let share = percent_of(percent, total.amount)?;
    Some(total.ceiling.map_or(share, |ceiling| share.min(ceiling)))
}

fn percent_of(percent: Decimal, whole: Money) -> Option<Money> {
    let share = percent.checked_mul(whole.decimal())?.checked_div(Decimal::ONE_HUNDRED)?;
    Money::new(share.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)).ok()
}

/// If the percentages add up to 100, gives the rounding difference to the last tranche, so that the amounts add up to
/// the whole.
fn give_rest_to_last(tranches: &mut [Tranche], whole: Money) {
    let percent: Option<Decimal> = tranches.iter().map(|tranche| tranche.percent).sum();
    let Some((last, others)) = tranches.split_last_mut().filter(|_| percent == Some(Decimal::ONE_HUNDRED)) else {
        return;
    };
    last.amount = whole - others.iter().map(|tranche| tranche.amount).sum();
}

impl RawTranche {
    fn build(self, place: &KeyPath, whole: Money, faults: &mut Faults) -> Option<Tranche> {
        let stated = plain(self.amount);
        let percent = plain(self.percent).filter(|_| stated.is_none());
        let Some(amount) = stated.or_else(|| percent_of(percent?, whole)) else {
            faults.add(place.clone(), ProblemKind::MissingKey("amount".to_owned()));
            return None;
        };
        let when = match self.when {
            RawTrigger::Event(event) => event.0.0,
            RawTrigger::Spent(spent) => Trigger::Spent { amount: spent.spent.0, by: spent.by.0 },
        };
        Some(Tranche { amount, percent, when, needs: self.needs, article: self.article })
    }
}

impl RawResource {
    pub fn build(self) -> Resource {
        Resource {
            from: self.from.0,
            what: self.what,
            share: self.share,
            lasts: plain(self.lasts),
            at_least: self.at_least,
            article: self.article,
            inferred: texts(self.inferred),
        }
    }
}

/// Returns the number of a tranche, from 1.
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
            startup: plain(self.startup),
            supplier: self.supplier,
            nature: self.nature,
            order: self.order,
            request: self.request,
            budget_year: plain(self.budget_year).and_then(|year| i32::try_from(year.get()).ok()),
            committed: plain(self.committed),
            done: plain(self.done),
            paid: plain(self.paid),
            reference: self.reference,
        }
    }
}

impl RawRefund {
    pub fn build(self) -> Refund {
        Refund {
            id: self.id,
            on: self.on.0,
            amount: self.amount.0,
            contribution: self.contribution,
            reference: self.reference,
        }
    }
}

impl RawReminder {
    pub fn build(self) -> Reminder {
        Reminder {
            id: self.id,
            on: self.on.0,
            to: self.to.0,
            item: self.item,
            rank: plain(self.rank).map(NonZeroU32::get),
        }
    }
}
