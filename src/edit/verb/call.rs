//! `call`: the payee called for funds.

use super::interface::{Declared, VerbImpl};
use super::transfer::{TRANCHE, Transfer, arguments_of};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{Call, Date, Id, MessageArg, Money, RecordKind, RecordRef};

/// The payee called for money of a contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallVerb {
    pub convention: Id,
    /// The contribution's id.
    pub contribution: String,
    /// The tranche it calls, from 1, if that is known.
    pub tranche: Option<usize>,
    /// The day on which it was sent.
    pub on: Date,
    pub amount: Money,
    /// The papers sent with it, in the words of the tranche's `needs`.
    pub with: Vec<String>,
    /// The number of the call.
    pub reference: Option<String>,
}

impl Declared for CallVerb {
    const DECLARATION: Declaration = Declaration {
        name: "call",
        aliases: &["add-call"],
        subject: VerbSubject::Contribution,
        keys: &["a f"],
        arguments: &[
            Argument::option("amount", ArgumentKind::Amount, "AMOUNT", "Amount in euros").at(1).required(),
            Argument::day_of_fact("Day on which it was sent, today by default"),
            TRANCHE,
            Argument::option(
                "with",
                ArgumentKind::Text,
                "PAPER",
                "Paper sent with it, as the tranche names it; repeatable",
            )
            .repeated(),
            Argument::option("reference", ArgumentKind::Text, "TEXT", "Number of the call"),
        ],
        about: "Record a call for funds",
        examples: "\
Examples:
  couveuse call histologe-pau-anct/pau 17500
  couveuse call incubateur-anct-dinum/anct 400000 --tranche 2 \\
    --with 'call for funds' --with 'statement of expenditure' --reference 'AF 2021-2'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let (convention, contribution, amount, on) = arguments_of(values)?;
        let (tranche, reference) = (values.whole("tranche").map(|number| number as usize), values.text("reference"));
        Some(Self { convention, contribution, tranche, on, amount, with: values.words("with"), reference })
    }
}

impl VerbImpl for CallVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::lines(&mut self.with);
        toml_entry::some_line(&mut self.reference);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this =
            |call: &Call| Transfer::from(call) == self.transfer() && (self.with.is_empty() || self.with == call.with);
        let is_there = context.convention(&self.convention).ok()?.calls.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let summary = self.transfer().check(context, &self.convention, "call")?;
        if context.convention(&self.convention)?.calls.iter().any(|call| Transfer::from(call) == self.transfer()) {
            return Err(EditError::AlreadyCalled(self.on));
        }
        let with = (!self.with.is_empty()).then(|| MessageArg::Text(self.with.join(", ")));
        Ok(summary.maybe(context, "commit-with", "papers", with).reference(context, self.reference.as_deref()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if self.transfer().is_in(table, "calls") {
                return Err(EditError::AlreadyCalled(self.on));
            }
            let entry = self.transfer().entry(context, table, "calls")?.list("with", &self.with);
            Ok(entry.maybe("reference", self.reference.clone()).insert(toml_entry::list("calls")))
        })
    }
}

impl CallVerb {
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
