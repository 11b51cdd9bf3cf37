//! What a verb looks at when it is checked: the records, the day, and what is written down in the same edit before it.

use toml::Table;

use super::chronology::later;
use super::{BaseTexts, Chronology, EditError, Intention};
use crate::model::{Contribution, Convention, Date, Id, Money, Obligation, Portfolio, RecordKind, RecordRef, Startup};
use crate::record;

/// What a verb looks at.
#[derive(Clone, Copy)]
pub(super) struct CheckContext<'a> {
    pub portfolio: &'a Portfolio,
    pub today: Date,
    /// The records as somebody saw them.
    pub seen: &'a BaseTexts,
    /// The intentions that come before it in the same edit.
    pub before: &'a [Intention],
}

impl<'a> CheckContext<'a> {
    pub fn convention(&self, id: &Id) -> Result<&'a Convention, EditError> {
        let convention = self.portfolio.conventions.get(id).map(AsRef::as_ref);
        convention.ok_or_else(|| EditError::NoRecord(RecordRef::new(RecordKind::Convention, id.clone())))
    }

    pub fn startup(&self, id: &Id) -> Result<&'a Startup, EditError> {
        let startup = self.portfolio.startups.get(id).map(AsRef::as_ref);
        startup.ok_or_else(|| EditError::NoRecord(RecordRef::new(RecordKind::Startup, id.clone())))
    }

    /// That a record is there, or is made by the same edit.
    pub fn known(&self, kind: RecordKind, id: &Id) -> Result<(), EditError> {
        let record = RecordRef::new(kind, id.clone());
        if self.has(&record) { Ok(()) } else { Err(EditError::NoRecord(record)) }
    }

    /// That a record can be made.
    pub fn absent(&self, record: &RecordRef) -> Result<(), EditError> {
        if self.has(record) { Err(EditError::Exists(record.clone())) } else { Ok(()) }
    }

    fn has(&self, record: &RecordRef) -> bool {
        self.portfolio.has(record)
            || self.portfolio.unreadable.contains(record)
            || self.before.iter().any(|other| other.creates().as_ref() == Some(record))
    }

    /// Whether what contradicts a fact came into the record after somebody looked at it: then it is told when the fact
    /// is written, with both values. `was_there` looks for it in the record as it was seen.
    pub fn is_news(&self, record: &RecordRef, was_there: impl FnOnce(&Table) -> bool) -> bool {
        let seen = self.seen.get(record).and_then(|text| record::table(text).ok());
        seen.is_some_and(|seen| !was_there(&seen))
    }

    /// That a day has come.
    pub fn has_come(&self, on: Date) -> Result<(), EditError> {
        if on > self.today { Err(EditError::InTheFuture(on)) } else { Ok(()) }
    }

    /// That the days of a decision to sign and of a signature have come, and follow each other.
    pub fn signed(&self, decided: Option<Date>, signed: Option<Date>) -> Result<(), EditError> {
        decided.iter().chain(&signed).try_for_each(|on| self.has_come(*on))?;
        signed.map_or(Ok(()), |signed| later(Chronology::Decided, signed, decided))
    }

    /// An obligation and the convention whose file holds it: an amendment in force may have replaced or added it.
    pub fn obligation(
        &self,
        convention: &'a Convention,
        id: &str,
    ) -> Result<(&'a Convention, &'a Obligation), EditError> {
        let holders = self.in_force(convention);
        match stated(&holders, id) {
            Some((holder, obligation, None)) => return Ok((holder, obligation)),
            Some((.., Some(amendment))) => return Err(EditError::Repealed(id.to_owned(), amendment.id.clone())),
            None => {}
        }
        if id == "committee" && holders.iter().any(|holder| holder.committee.is_some()) {
            return Err(EditError::IsCommittee);
        }
        if let Some(contribution) = paid_by(id, holders.iter().flat_map(|holder| &holder.contributions)) {
            return Err(EditError::IsPayment(contribution));
        }
        let all = holders.iter().flat_map(|holder| &holder.obligations).map(|obligation| &obligation.id);
        let owed = all.filter(|id| matches!(stated(&holders, id), Some((.., None))));
        Err(EditError::NoEntry(id.to_owned(), once_each(owed)))
    }

    /// A contribution as the terms in force state it; else as an amendment does that does not hold yet, for money may
    /// come first.
    pub fn contribution(&self, convention: &'a Convention, id: &str) -> Result<&'a Contribution, EditError> {
        let amendments = self.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
        let to_come = amendments.filter(|change: &&Convention| change.signed.is_none_or(|day| day > self.today));
        let holders: Vec<&Convention> = self.in_force(convention).into_iter().chain(to_come).collect();
        let mut all = holders.iter().flat_map(|holder| &holder.contributions);
        let known = all.clone().map(|contribution| &contribution.id);
        all.find(|contribution| contribution.id == id)
            .ok_or_else(|| EditError::NoEntry(id.to_owned(), once_each(known)))
    }

    /// The amendments of a convention that hold today, the latest first, and the convention itself.
    fn in_force(&self, convention: &'a Convention) -> Vec<&'a Convention> {
        let amendments = self.portfolio.signed_amendments(&convention.id, self.today);
        amendments.into_iter().rev().chain([convention]).collect()
    }
}

/// An obligation as it was stated last, the record that holds it, and the later amendment that takes it out, if one
/// does. `holders` are the latest first.
fn stated<'a>(
    holders: &[&'a Convention],
    id: &str,
) -> Option<(&'a Convention, &'a Obligation, Option<&'a Convention>)> {
    let mut repealing = None;
    for holder in holders {
        if let Some(obligation) = holder.obligations.iter().find(|obligation| obligation.id == id) {
            return Some((holder, obligation, repealing));
        }
        if repealing.is_none() && holder.repeals.iter().any(|repealed| repealed == id) {
            repealing = Some(*holder);
        }
    }
    None
}

/// Names without those that stood there before.
fn once_each<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    names.for_each(|name| {
        if !known.contains(name) {
            known.push(name.clone());
        }
    });
    known
}

/// That money of a contribution, or of one tranche of it, goes to somebody.
pub(super) fn payable(contribution: &Contribution, tranche: Option<usize>) -> Result<(), EditError> {
    if contribution.to.is_none() {
        return Err(EditError::NoPayee(contribution.id.clone()));
    }
    let count = contribution.tranches.len();
    match tranche.filter(|tranche| *tranche == 0 || *tranche > count) {
        Some(tranche) => Err(EditError::NoTranche(tranche, count)),
        None => Ok(()),
    }
}

/// That an amount is above nothing.
pub(super) fn something(amount: Money) -> Result<(), EditError> {
    if amount <= Money::ZERO { Err(EditError::NothingPaid) } else { Ok(()) }
}

/// That a text is there.
pub(super) fn said(key: &'static str, text: &str) -> Result<(), EditError> {
    if text.is_empty() { Err(EditError::Missing(key)) } else { Ok(()) }
}

/// The contribution that a generated undertaking to pay stands for: `payment-<contribution>`, and `-<tranche>`.
fn paid_by<'a>(id: &str, contributions: impl Iterator<Item = &'a Contribution>) -> Option<String> {
    let name = id.strip_prefix("payment-")?;
    let is_tranche = |rest: &str| rest.strip_prefix('-').is_some_and(|n| n.parse::<usize>().is_ok());
    contributions
        .map(|contribution| &contribution.id)
        .find(|id| name.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || is_tranche(rest)))
        .cloned()
}
