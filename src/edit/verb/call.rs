//! `call`: the payee asked for money of a contribution.

use super::VerbImpl;
use super::money::Transfer;
use crate::edit::EditError;
use crate::edit::check_context::CheckContext;
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, Money};

/// Money was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallVerb {
    /// The convention.
    pub convention: Id,
    /// The contribution's id.
    pub contribution: String,
    /// Of which tranche, from 1, where it is to be said.
    pub tranche: Option<usize>,
    /// The day that it was sent.
    pub on: Date,
    /// How much is asked for.
    pub amount: Money,
    /// The papers that came with it, in the words of the tranche's `needs`.
    pub with: Vec<String>,
    /// Its number.
    pub reference: Option<String>,
}

impl VerbImpl for CallVerb {
    fn name(&self) -> &'static str {
        "call"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} calls for funds")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::lines(&mut self.with);
        toml_entry::some_line(&mut self.reference);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let mut told = self.moved().told(context, &self.convention, "called", "sent on")?;
        if context.convention(&self.convention)?.calls.iter().any(|call| Transfer::from(call) == self.moved()) {
            return Err(EditError::AlreadyCalled(self.on));
        }
        told.body.extend((!self.with.is_empty()).then(|| format!("With: {}", self.with.join(", "))));
        told.body.extend(self.reference.iter().map(|reference| format!("Reference: {reference}")));
        Ok(told)
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if self.moved().is_in(table, "calls") {
                return Err(EditError::AlreadyCalled(self.on));
            }
            let entry = self.moved().entry(context, table, "calls")?.list("with", &self.with);
            Ok(entry.maybe("reference", self.reference.clone()).insert(toml_entry::list("calls")))
        })
    }
}

impl CallVerb {
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
