//! `call`: the payee asked for money of a contribution.

use super::Verb;
use crate::edit::EditError;
use crate::edit::desk::{Desk, payable, something};
use crate::edit::message::{self, Told, euros};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::model::{Date, Id, Money, RecordKind, RecordRef};

/// Money was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
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

impl Verb for Call {
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
        text::lines(&mut self.with);
        text::some_line(&mut self.reference);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        desk.has_come(self.on)?;
        let convention = desk.convention(&self.convention)?;
        let contribution = desk.contribution(convention, &self.contribution)?;
        something(self.amount)?;
        payable(contribution, self.tranche)?;
        let same = convention.calls.iter().any(|call| {
            call.on == self.on
                && call.amount == self.amount
                && call.contribution == self.contribution
                && call.tranche == self.tranche
                && call.reference == self.reference
        });
        if same {
            return Err(EditError::AlreadyCalled(self.on));
        }
        let contributes = message::contribution(contribution, convention, self.tranche);
        let mut body = vec![format!("{contributes}; sent on {}.", self.on)];
        body.extend((!self.with.is_empty()).then(|| format!("With: {}", self.with.join(", "))));
        body.extend(self.reference.iter().map(|reference| format!("Reference: {reference}")));
        let owner = message::owner_of(contribution, convention);
        Ok(Told {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} called from {}", euros(self.amount), contribution.from),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            if text::entries(table, "calls").iter().any(|entry| self.is(entry)) {
                return Err(EditError::AlreadyCalled(self.on));
            }
            let entry = Entry::default().with("on", self.on).with("amount", self.amount);
            let entry = entry.with("contribution", self.contribution.as_str()).maybe("tranche", self.tranche);
            let entry = entry.list("with", &self.with).maybe("reference", self.reference.clone());
            Ok(entry.insert(text::list("calls")))
        })
    }
}

impl Call {
    /// Whether an entry is this very call.
    fn is(&self, entry: &toml::Value) -> bool {
        text::date(entry, "on") == Some(self.on)
            && text::money(entry, "amount") == Some(self.amount)
            && text::text(entry, "contribution") == Some(&self.contribution)
            && text::text(entry, "reference") == self.reference.as_deref()
            && text::number(entry, "tranche") == self.tranche
    }
}
