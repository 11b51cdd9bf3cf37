//! Money of a contribution that was asked for or came in: what calls and payments say alike.

use toml::{Table, Value};

use crate::edit::EditError;
use crate::edit::desk::{Desk, payable, something};
use crate::edit::message::{self, Summary, euros};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
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
    pub fn told(&self, desk: &Desk<'_>, convention: &Id, verb: &str, day: &str) -> Result<Summary, EditError> {
        desk.has_come(self.on)?;
        let convention = desk.convention(convention)?;
        let contribution = desk.contribution(convention, self.contribution)?;
        something(self.amount)?;
        payable(contribution, self.tranche)?;
        let contributes = message::contribution(contribution, convention, self.tranche);
        let owner = message::owner_of(contribution, convention);
        Ok(Summary {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} {verb} from {}", euros(self.amount), contribution.from),
            body: vec![format!("{contributes}; {day} {}.", self.on)],
        })
    }

    /// Whether a list of the record holds this very one.
    pub fn is_in(&self, table: &Table, list: &str) -> bool {
        text::entries(table, list).iter().any(|entry| Transfer::read(entry) == Some(*self))
    }

    fn read(entry: &'a Value) -> Option<Self> {
        Some(Self {
            on: text::date(entry, "on")?,
            amount: text::money(entry, "amount")?,
            contribution: text::text(entry, "contribution")?,
            tranche: text::number(entry, "tranche"),
            reference: text::text(entry, "reference"),
        })
    }

    /// It as an entry of a list, but for its reference, which stands last. The contribution is still there, if it was.
    pub fn entry(&self, sheet: &Sheet<'_>, table: &Table, list: &str) -> Result<Entry, EditError> {
        let tranche = self.tranche.map(|tranche| tranche.to_string()).unwrap_or_default();
        let facts = [&self.amount.to_string(), self.contribution, &tranche, self.reference.unwrap_or_default()];
        let id = text::free(text::entries(table, list), entry_id(self.on, &facts));
        sheet.still_has(table, "contributions", self.contribution, &self.amount.into())?;
        let entry = Entry::default().with("id", id).with("on", self.on).with("amount", self.amount);
        Ok(entry.with("contribution", self.contribution).maybe("tranche", self.tranche))
    }
}
