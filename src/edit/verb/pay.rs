//! `pay`: money came in.

use std::collections::BTreeMap;

use super::Verb;
use crate::edit::desk::{Desk, payable, something};
use crate::edit::message::{self, Told, euros};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::edit::{EditError, Intention};
use crate::model::{Date, Id, Money, RecordKind, RecordRef};

/// Money came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pay {
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

impl Verb for Pay {
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
        text::some_line(&mut self.reference);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        desk.has_come(self.on)?;
        let convention = desk.convention(&self.convention)?;
        let contribution = desk.contribution(convention, &self.contribution)?;
        something(self.amount)?;
        payable(contribution, self.tranche)?;
        let same = convention.payments.iter().any(|paid| {
            paid.on == self.on
                && paid.amount == self.amount
                && paid.contribution == self.contribution
                && paid.tranche == self.tranche
                && paid.reference == self.reference
        });
        if same {
            return Err(EditError::AlreadyPaid(self.on));
        }
        let contributes = message::contribution(contribution, convention, self.tranche);
        let mut body = vec![format!("{contributes}; on {}.", self.on)];
        body.extend(self.reference.iter().map(|reference| format!("Reference: {reference}")));
        let owner = message::owner_of(contribution, convention);
        Ok(Told {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} received from {}", euros(self.amount), contribution.from),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            if text::entries(table, "payments").iter().any(|entry| self.is(entry)) {
                return Err(EditError::AlreadyPaid(self.on));
            }
            let entry = Entry::default().with("on", self.on).with("amount", self.amount);
            let entry = entry.with("contribution", self.contribution.as_str()).maybe("tranche", self.tranche);
            Ok(entry.maybe("reference", self.reference.clone()).insert(text::list("payments")))
        })
    }
}

impl Pay {
    /// Whether an entry is this very payment.
    fn is(&self, entry: &toml::Value) -> bool {
        text::date(entry, "on") == Some(self.on)
            && text::money(entry, "amount") == Some(self.amount)
            && text::text(entry, "contribution") == Some(&self.contribution)
            && text::text(entry, "reference") == self.reference.as_deref()
            && text::number(entry, "tranche") == self.tranche
    }
}

/// What comes in beyond the contributions with the payments among the intentions; `None` where nothing does.
pub(in crate::edit) fn more_than_promised(desk: &Desk<'_>, intentions: &[Intention]) -> Option<Money> {
    let mut coming: BTreeMap<(&Id, &str), Money> = BTreeMap::new();
    for intention in intentions {
        if let Intention::Pay(pay) = intention {
            *coming.entry((&pay.convention, &pay.contribution)).or_default() += pay.amount;
        }
    }
    let beyond = coming.into_iter().filter_map(|((convention, contribution), amount)| {
        let convention = desk.convention(convention).ok()?;
        let contribution = desk.contribution(convention, contribution).ok()?;
        let of_it = convention.payments.iter().filter(|payment| payment.contribution == contribution.id);
        let received = of_it.map(|payment| payment.amount).sum::<Money>() + amount;
        Some((received - contribution.amount).at_least_zero())
    });
    Some(beyond.sum::<Money>()).filter(|beyond| !beyond.is_zero())
}
