//! Movements of money: the calls, payments, spending and refunds of a convention and of its amendments in effect.

use super::terms::{amendments_in_effect, entry_path, record_of};
use crate::model::{Call, Convention, Date, Expenditure, Id, KeyPath, Money, Payment, Portfolio, RecordRef, Refund};

/// Money that moved by a day, and the entry that records it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement<'a> {
    pub entry: MovementKind<'a>,
    /// The day; for spending, the day of the last stage reached. `None` for spending without a day.
    pub on: Option<Date>,
    pub record: RecordRef,
    pub path: KeyPath,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovementKind<'a> {
    Call(&'a Call),
    Payment(&'a Payment),
    Spending(&'a Expenditure, SpendingStage),
    Refund(&'a Refund),
}

/// The stages of a line of spending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpendingStage {
    /// Committed, or recorded without a day.
    Committed,
    Done,
    Paid,
}

impl<'a> MovementKind<'a> {
    /// Returns the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call(_) => "call",
            Self::Payment(_) => "payment",
            Self::Spending(_, SpendingStage::Committed) => "committed",
            Self::Spending(_, SpendingStage::Done) => "done",
            Self::Spending(_, SpendingStage::Paid) => "spent",
            Self::Refund(_) => "refund",
        }
    }

    #[must_use]
    pub const fn amount(self) -> Money {
        match self {
            Self::Call(call) => call.amount,
            Self::Payment(payment) => payment.amount,
            Self::Spending(line, _) => line.amount,
            Self::Refund(refund) => refund.amount,
        }
    }

    /// Returns the id of the contribution, if the entry names one.
    #[must_use]
    pub fn contribution(self) -> Option<&'a str> {
        match self {
            Self::Call(call) => Some(&call.contribution),
            Self::Payment(payment) => Some(&payment.contribution),
            Self::Spending(line, _) => line.contribution.as_deref(),
            Self::Refund(refund) => Some(&refund.contribution),
        }
    }

    /// Returns the number (from 1) of the tranche, if the entry names one.
    #[must_use]
    pub const fn tranche(self) -> Option<usize> {
        match self {
            Self::Call(call) => call.tranche,
            Self::Payment(payment) => payment.tranche,
            Self::Spending(..) | Self::Refund(_) => None,
        }
    }

    #[must_use]
    pub fn reference(self) -> Option<&'a str> {
        match self {
            Self::Call(call) => call.reference.as_deref(),
            Self::Payment(payment) => payment.reference.as_deref(),
            Self::Spending(line, _) => line.reference.as_deref(),
            Self::Refund(refund) => refund.reference.as_deref(),
        }
    }
}

/// Returns the movements of a convention by a day, sorted by day, with spending without a day first. Includes the
/// entries of an amendment once it is in effect. For the id of an amendment, returns only its own entries.
#[must_use]
pub fn movements<'a>(portfolio: &'a Portfolio, convention: &Id, as_of: Date) -> Vec<Movement<'a>> {
    let base = portfolio.conventions.get(convention).map(AsRef::as_ref);
    let amendments = base.map(|base| amendments_in_effect(portfolio, base, as_of)).unwrap_or_default();
    let documents = base.into_iter().chain(amendments.into_iter().map(|amendment| amendment.document));
    let mut all: Vec<_> = documents.flat_map(|document| of_document(document, as_of)).collect();
    all.sort_by_key(|movement| movement.on);
    all
}

fn of_document(document: &Convention, as_of: Date) -> impl Iterator<Item = Movement<'_>> {
    let at = move |list: &str, n: usize, on: Option<Date>, what| Movement {
        entry: what,
        on,
        record: record_of(document),
        path: entry_path(list, n),
    };
    let calls = document.calls.iter().enumerate();
    let calls = calls.map(move |(n, call)| at("calls", n, Some(call.on), MovementKind::Call(call)));
    let payments = document.payments.iter().enumerate();
    let payments =
        payments.map(move |(n, payment)| at("payments", n, Some(payment.on), MovementKind::Payment(payment)));
    let refunds = document.refunds.iter().enumerate();
    let refunds = refunds.map(move |(n, refund)| at("refunds", n, Some(refund.on), MovementKind::Refund(refund)));
    let spending = document.expenditure.iter().enumerate().map(move |(n, line)| {
        let (on, stage) = reached(line, as_of);
        at("expenditure", n, on, MovementKind::Spending(line, stage))
    });
    calls.chain(payments).chain(spending).chain(refunds).filter(move |one| one.on.is_none_or(|day| day <= as_of))
}

/// Returns the last stage that a line of spending reached by a day, or the first one if it reached none.
fn reached(line: &Expenditure, as_of: Date) -> (Option<Date>, SpendingStage) {
    let stages = [
        (line.paid, SpendingStage::Paid),
        (line.done, SpendingStage::Done),
        (line.committed, SpendingStage::Committed),
    ];
    let by_then = |(day, _): &(Option<Date>, SpendingStage)| day.is_some_and(|day| day <= as_of);
    let first = stages.into_iter().filter(|(day, _)| day.is_some()).min_by_key(|(day, _)| *day);
    stages.into_iter().find(by_then).or(first).unwrap_or((None, SpendingStage::Committed))
}
