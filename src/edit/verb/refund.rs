//! `refund`: money received was returned to the contributor.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::{CommitSummary, owner_of};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, Money, RecordKind, RecordRef, Refund, entry_id};

/// Money was returned to the contributor, or nothing had to be returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundVerb {
    pub convention: Id,
    /// The contribution's id.
    pub contribution: String,
    /// Zero records that nothing is left to return.
    pub amount: Money,
    pub on: Date,
    /// The number of the transfer.
    pub reference: Option<String>,
}

const LIST: &str = "refunds";

impl Declared for RefundVerb {
    const DECLARATION: Declaration = Declaration {
        name: "refund",
        aliases: &[],
        subject: VerbSubject::Contribution,
        keys: &["a m"],
        arguments: &[
            Argument::option(
                "amount",
                ArgumentKind::AmountOrZero,
                "AMOUNT",
                "Amount in euros; 0 if nothing is left to return",
            )
            .at(1)
            .required(),
            Argument::day_of_fact("Day of the refund, today by default"),
            Argument::option("reference", ArgumentKind::Text, "TEXT", "Number of the transfer"),
        ],
        about: "Record money returned to the contributor",
        examples: "\
Examples:
  couveuse refund poubelles-battle-pau-dinum/pau 1250,40 --on 4/3/2022
  couveuse refund poubelles-battle-pau-dinum/pau 0 --on 5/3/2022     nothing is left to return",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            convention: values.id("convention")?,
            contribution: values.text("contribution")?,
            amount: values.amount("amount")?,
            on: values.date("on")?,
            reference: values.text("reference"),
        })
    }
}

impl VerbImpl for RefundVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.reference);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |refund: &Refund| {
            (refund.on, refund.amount) == (self.on, self.amount)
                && (&refund.contribution, &refund.reference) == (&self.contribution, &self.reference)
        };
        let is_there = context.convention(&self.convention).ok()?.refunds.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let convention = context.convention(&self.convention)?;
        let contribution = context.contribution(convention, &self.contribution)?;
        if self.amount < Money::ZERO {
            return Err(EditError::NothingPaid);
        }
        if contribution.to.is_none() {
            return Err(EditError::NoPayee(contribution.id.clone()));
        }
        not_before(Chronology::Signed, self.on, convention.signed)?;
        let facts = [
            ("owner", MessageArg::Text(owner_of(contribution, convention))),
            ("amount", MessageArg::Text(context.amount(self.amount))),
            ("from", MessageArg::Text(contribution.from.to_string())),
            ("contribution", MessageArg::Text(contribution.id.clone())),
            ("convention", MessageArg::Text(convention.id.to_string())),
            ("on", MessageArg::Text(context.day(self.on))),
        ];
        let key = if self.amount.is_zero() { "commit-refund-none" } else { "commit-refund" };
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let summary = CommitSummary::new(record, context.text(key, &facts));
        let summary = summary.line(context.text("commit-refund-detail", &facts));
        Ok(summary.reference(context, self.reference.as_deref()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let there = toml_entry::entries(table, LIST);
            let is_it = |entry: &toml::Value| {
                toml_entry::date(entry, "on") == Some(self.on)
                    && toml_entry::money(entry, "amount") == Some(self.amount)
                    && toml_entry::text(entry, "contribution") == Some(&self.contribution)
                    && toml_entry::text(entry, "reference") == self.reference.as_deref()
            };
            if there.iter().any(is_it) {
                return Err(EditError::AlreadyThere(self.amount.to_string()));
            }
            context.check_still_there(table, "contributions", &self.contribution, &self.amount.into())?;
            let facts = [&self.amount.to_string(), &self.contribution, self.reference.as_deref().unwrap_or_default()];
            let id = toml_entry::free(there, entry_id(self.on, &facts));
            let entry = EntryBuilder::default().with("id", id).with("on", self.on).with("amount", self.amount);
            let entry = entry.with("contribution", self.contribution.as_str());
            Ok(entry.maybe("reference", self.reference.clone()).insert(toml_entry::list(LIST)))
        })
    }
}
