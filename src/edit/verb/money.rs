//! Money of a contribution that was asked for or came in: what calls and payments say alike.

use toml::{Table, Value};

use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, payable, something};
use crate::edit::message::{self, CommitSummary, euros};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{self, Date, Id, Money, RecordKind, RecordRef, entry_id};

/// Money that moved, or shall; two that say the same here are one.
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
    /// That a contribution of the convention can be asked for it, and what the commit says: `verb` with a detail.
    pub fn told(
        &self,
        context: &CheckContext<'_>,
        convention: &Id,
        verb: &str,
        day: &str,
    ) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let convention = context.convention(convention)?;
        let contribution = context.contribution(convention, self.contribution)?;
        something(self.amount)?;
        payable(contribution, self.tranche)?;
        let contributes = message::contribution(contribution, convention, self.tranche);
        let owner = message::owner_of(contribution, convention);
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} {verb} from {}", euros(self.amount), contribution.from),
            body: vec![format!("{contributes}; {day} {}.", self.on)],
        })
    }

    /// Whether a list of the record holds this very one.
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

    /// It as an entry of a list, but for its reference, which stands last. The contribution is still there, if it was.
    pub fn entry(&self, context: &WriteContext<'_>, table: &Table, list: &str) -> Result<EntryBuilder, EditError> {
        let tranche = self.tranche.map(|tranche| tranche.to_string()).unwrap_or_default();
        let facts = [&self.amount.to_string(), self.contribution, &tranche, self.reference.unwrap_or_default()];
        let id = toml_entry::free(toml_entry::entries(table, list), entry_id(self.on, &facts));
        context.still_has(table, "contributions", self.contribution, &self.amount.into())?;
        let entry = EntryBuilder::default().with("id", id).with("on", self.on).with("amount", self.amount);
        Ok(entry.with("contribution", self.contribution).maybe("tranche", self.tranche))
    }
}
