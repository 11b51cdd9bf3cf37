//! What payments and calls for funds have in common: money of a contribution, with a day and an amount.

use toml::{Table, Value};

use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, owner_of};
use crate::edit::declaration::{Argument, ArgumentKind};
use crate::edit::edit_context::{EditContext, above_zero, payable};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{self, Date, Id, MessageArg, Money, RecordKind, RecordRef, entry_id};

/// The argument that names a tranche.
pub(super) const TRANCHE: Argument =
    Argument::option("tranche", ArgumentKind::Whole(1, 65_535), "N", "Number of the tranche, from 1").command_only();

/// Returns the convention, the contribution, the amount and the day.
pub(super) fn arguments_of(values: &ArgumentValues) -> Option<(Id, String, Money, Date)> {
    Some((values.id("convention")?, values.text("contribution")?, values.amount("amount")?, values.date("on")?))
}

/// A payment or a call. Equal ones are duplicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Transfer<'a> {
    pub on: Date,
    pub amount: Money,
    pub contribution: &'a str,
    pub tranche: Option<usize>,
    pub reference: Option<&'a str>,
}

impl<'a> From<&'a model::Payment> for Transfer<'a> {
    fn from(payment: &'a model::Payment) -> Self {
        let model::Payment { on, amount, contribution, tranche, reference, .. } = payment;
        Self { on: *on, amount: *amount, contribution, tranche: *tranche, reference: reference.as_deref() }
    }
}

impl<'a> From<&'a model::Call> for Transfer<'a> {
    fn from(call: &'a model::Call) -> Self {
        let model::Call { on, amount, contribution, tranche, reference, .. } = call;
        Self { on: *on, amount: *amount, contribution, tranche: *tranche, reference: reference.as_deref() }
    }
}

impl<'a> Transfer<'a> {
    /// Checks that the contribution has a payee and the tranche, and returns the summary for the commit of the verb
    /// `name`.
    pub fn check(&self, context: &EditContext<'_>, convention: &Id, name: &str) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let convention = context.convention(convention)?;
        let contribution = context.contribution(convention, self.contribution)?;
        above_zero(self.amount)?;
        payable(contribution, self.tranche)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let facts = [
            ("owner", MessageArg::Text(owner_of(contribution, convention))),
            ("amount", MessageArg::Text(context.amount(self.amount))),
            ("from", MessageArg::Text(contribution.from.to_string())),
            ("contribution", MessageArg::Text(contribution.id.clone())),
            ("convention", MessageArg::Text(convention.id.to_string())),
            ("article", MessageArg::Text(context.article(contribution.article.as_deref()))),
            ("tranche", MessageArg::Text(self.tranche.map_or_else(String::new, |n| context.tranche(n)))),
            ("on", MessageArg::Text(context.day(self.on))),
        ];
        let subject = context.text(&format!("commit-{name}"), &facts);
        Ok(CommitSummary::new(record, subject).line(context.text(&format!("commit-{name}-detail"), &facts)))
    }

    /// Returns whether a list of the record contains it.
    pub fn is_in(&self, table: &Table, list: &str) -> bool {
        toml_entry::entries(table, list).iter().any(|entry| Transfer::read(entry) == Some(*self))
    }

    fn read(entry: &'a Value) -> Option<Self> {
        Some(Self {
            on: toml_entry::date(entry, "on")?,
            amount: toml_entry::money(entry, "amount")?,
            contribution: toml_entry::text(entry, "contribution")?,
            tranche: toml_entry::number(entry, "tranche"),
            reference: toml_entry::text(entry, "reference"),
        })
    }

    /// Returns its entry without the reference, which comes last. Fails if the contribution has been removed since the
    /// user looked at it.
    pub fn entry(&self, context: &WriteContext<'_>, table: &Table, list: &str) -> Result<EntryBuilder, EditError> {
        let tranche = self.tranche.map(|tranche| tranche.to_string()).unwrap_or_default();
        let facts = [&self.amount.to_string(), self.contribution, &tranche, self.reference.unwrap_or_default()];
        let id = toml_entry::free(toml_entry::entries(table, list), entry_id(self.on, &facts));
        context.check_still_there(table, "contributions", self.contribution, &self.amount.into())?;
        let entry = EntryBuilder::default().with("id", id).with("on", self.on).with("amount", self.amount);
        Ok(entry.with("contribution", self.contribution).maybe("tranche", self.tranche))
    }
}
