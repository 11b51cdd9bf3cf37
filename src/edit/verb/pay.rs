//! `pay`: money was received.

use super::interface::{Declared, VerbImpl};
use super::transfer::{TRANCHE, Transfer, arguments_of};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, Money, RecordKind, RecordRef};

/// Money was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayVerb {
    pub convention: Id,
    /// The contribution's id.
    pub contribution: String,
    pub amount: Money,
    pub on: Date,
    /// The tranche it pays, from 1, if that is known.
    pub tranche: Option<usize>,
    /// The number of the transfer.
    pub reference: Option<String>,
}

impl Declared for PayVerb {
    const DECLARATION: Declaration = Declaration {
        name: "pay",
        aliases: &[],
        subject: VerbSubject::Contribution,
        keys: &[],
        arguments: &[
            Argument::option("amount", ArgumentKind::Amount, "AMOUNT", "Amount in euros").at(1).required(),
            Argument::day_of_fact("Day of the payment, today by default"),
            TRANCHE,
            Argument::option("reference", ArgumentKind::Text, "TEXT", "Number of the transfer"),
        ],
        about: "Record a payment received",
        examples: "\
Examples:
  couveuse pay histologe-pau-anct/pau 17500
  couveuse pay histologe-pau-anct/pau '17 500,00' --on 4/3/2021 --reference 'VIR 2021-118'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let (convention, contribution, amount, on) = arguments_of(values)?;
        let (tranche, reference) = (values.whole("tranche").map(|number| number as usize), values.text("reference"));
        Some(Self { convention, contribution, amount, on, tranche, reference })
    }
}

impl VerbImpl for PayVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn payment(&self) -> Option<(&Id, &str, Money)> {
        Some((&self.convention, &self.contribution, self.amount))
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.reference);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let payments = &context.convention(&self.convention).ok()?.payments;
        let is_there = payments.iter().any(|paid| Transfer::from(paid) == self.transfer());
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let summary = self.transfer().check(context, &self.convention, "pay")?;
        if context.convention(&self.convention)?.payments.iter().any(|paid| Transfer::from(paid) == self.transfer()) {
            return Err(EditError::AlreadyPaid(self.on));
        }
        Ok(summary.reference(context, self.reference.as_deref()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if self.transfer().is_in(table, "payments") {
                return Err(EditError::AlreadyPaid(self.on));
            }
            let entry = self.transfer().entry(context, table, "payments")?;
            Ok(entry.maybe("reference", self.reference.clone()).insert(toml_entry::list("payments")))
        })
    }
}

impl PayVerb {
    fn transfer(&self) -> Transfer<'_> {
        Transfer {
            on: self.on,
            amount: self.amount,
            contribution: &self.contribution,
            tranche: self.tranche,
            reference: self.reference.as_deref(),
        }
    }
}
