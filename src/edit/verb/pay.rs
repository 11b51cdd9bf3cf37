//! `pay`: money came in.

use std::collections::BTreeMap;

use super::VerbImpl;
use super::money::Transfer;
use crate::edit::check_context::CheckContext;
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::edit::{EditError, Intention};
use crate::model::{Date, Id, Money};

/// Money came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayVerb {
    /// The convention.
    pub convention: Id,
    /// The contribution's id.
    pub contribution: String,
    /// How much.
    pub amount: Money,
    /// The day.
    pub on: Date,
    /// Of which tranche, from 1, where it is to be said.
    pub tranche: Option<usize>,
    /// Its number.
    pub reference: Option<String>,
}

impl VerbImpl for PayVerb {
    fn name(&self) -> &'static str {
        "pay"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} payments received")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.reference);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let mut told = self.moved().told(context, &self.convention, "received", "on")?;
        if context.convention(&self.convention)?.payments.iter().any(|paid| Transfer::from(paid) == self.moved()) {
            return Err(EditError::AlreadyPaid(self.on));
        }
        told.body.extend(self.reference.iter().map(|reference| format!("Reference: {reference}")));
        Ok(told)
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if self.moved().is_in(table, "payments") {
                return Err(EditError::AlreadyPaid(self.on));
            }
            let entry = self.moved().entry(context, table, "payments")?;
            Ok(entry.maybe("reference", self.reference.clone()).insert(toml_entry::list("payments")))
        })
    }
}

impl PayVerb {
    fn moved(&self) -> Transfer<'_> {
        Transfer {
            on: self.on,
            amount: self.amount,
            contribution: &self.contribution,
            tranche: self.tranche,
            reference: self.reference.as_deref(),
        }
    }
}

/// What comes in beyond the contributions with the payments among the intentions; `None` where nothing does.
pub(in crate::edit) fn more_than_promised(context: &CheckContext<'_>, intentions: &[Intention]) -> Option<Money> {
    let mut coming: BTreeMap<(&Id, &str), Money> = BTreeMap::new();
    for intention in intentions {
        if let Intention::Pay(pay) = intention {
            *coming.entry((&pay.convention, &pay.contribution)).or_default() += pay.amount;
        }
    }
    let beyond = coming.into_iter().filter_map(|((convention, contribution), amount)| {
        let convention = context.convention(convention).ok()?;
        let contribution = context.contribution(convention, contribution).ok()?;
        let of_it = convention.payments.iter().filter(|payment| payment.contribution == contribution.id);
        let received = of_it.map(|payment| payment.amount).sum::<Money>() + amount;
        Some((received - contribution.amount).at_least_zero())
    });
    Some(beyond.sum::<Money>()).filter(|beyond| !beyond.is_zero())
}
