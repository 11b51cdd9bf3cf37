//! The input of a verb's checks: the records, the day, and the records that the same edit creates first.

use toml::Table;

use super::chronology::Chronology;
use super::error::EditError;
use super::write_context::BaseTexts;
use crate::locale::{Language, Locale};
use crate::model::{
    Contribution, Convention, Date, FUND_REPORT, FundReport, Id, MessageArg, Money, Obligation, Party, Portfolio,
    RecordKind, RecordRef, Review, Startup, Timing,
};
use crate::record;

/// The records and the day that a verb is checked against.
#[derive(Clone, Copy)]
pub(super) struct EditContext<'a> {
    pub portfolio: &'a Portfolio,
    pub today: Date,
    /// The texts that the user was looking at.
    pub base: &'a BaseTexts,
    /// The records that earlier facts of the same edit create.
    pub created: &'a [RecordRef],
    /// The language of commits.
    pub language: Language,
}

impl<'a> EditContext<'a> {
    /// Returns a message of the commit.
    pub fn text(&self, key: &str, facts: &[(&'static str, MessageArg)]) -> String {
        Locale::new(self.language).message(key, facts)
    }

    /// Returns a day in full, without the weekday: `4 March 2021`.
    pub fn day(&self, date: Date) -> String {
        Locale::new(self.language).date_in_full(date)
    }

    pub fn amount(&self, money: Money) -> String {
        Locale::new(self.language).money_short(money)
    }

    /// `, article 5.1`; empty if there is none.
    pub fn article(&self, article: Option<&str>) -> String {
        article.map(|article| format!(", article {article}")).unwrap_or_default()
    }

    /// `, tranche 2`
    pub fn tranche(&self, number: usize) -> String {
        format!(", tranche {number}")
    }

    pub fn convention(&self, id: &Id) -> Result<&'a Convention, EditError> {
        let convention = self.portfolio.conventions.get(id).map(AsRef::as_ref);
        convention.ok_or_else(|| self.missing(RecordKind::Convention, id))
    }

    pub fn startup(&self, id: &Id) -> Result<&'a Startup, EditError> {
        let startup = self.portfolio.startups.get(id).map(AsRef::as_ref);
        startup.ok_or_else(|| self.missing(RecordKind::Startup, id))
    }

    pub fn party(&self, id: &Id) -> Result<&'a Party, EditError> {
        let party = self.portfolio.parties.get(id).map(AsRef::as_ref);
        party.ok_or_else(|| self.missing(RecordKind::Party, id))
    }

    pub fn review(&self, id: &Id) -> Result<&'a Review, EditError> {
        let review = self.portfolio.reviews.get(id).map(AsRef::as_ref);
        review.ok_or_else(|| self.missing(RecordKind::Review, id))
    }

    /// Returns why there is no such record: its file may exist and not be readable.
    fn missing(&self, kind: RecordKind, id: &Id) -> EditError {
        let record = RecordRef::new(kind, id.clone());
        match self.portfolio.unreadable.contains(&record) {
            true => EditError::UnreadableRecord(record),
            false => EditError::NoRecord(record),
        }
    }

    /// As [`Self::review`]; fails if the review is closed.
    pub fn open_review(&self, id: &Id) -> Result<&'a Review, EditError> {
        let review = self.review(id)?;
        if review.is_closed() { Err(EditError::ReviewClosed(id.to_string())) } else { Ok(review) }
    }

    /// Fails unless the portfolio has that person.
    pub fn person(&self, id: &Id) -> Result<(), EditError> {
        let people = &self.portfolio.incubator.people;
        if people.iter().any(|person| person.id == *id) {
            return Ok(());
        }
        Err(EditError::NoPerson(id.to_string(), people.iter().map(|person| person.id.to_string()).collect()))
    }

    /// Fails unless the record exists or the same edit creates it.
    pub fn known(&self, kind: RecordKind, id: &Id) -> Result<(), EditError> {
        let record = RecordRef::new(kind, id.clone());
        if self.has(&record) { Ok(()) } else { Err(EditError::NoRecord(record)) }
    }

    /// Fails if the record exists already.
    pub fn absent(&self, record: &RecordRef) -> Result<(), EditError> {
        if self.has(record) { Err(EditError::Exists(record.clone())) } else { Ok(()) }
    }

    fn has(&self, record: &RecordRef) -> bool {
        self.portfolio.has(record) || self.portfolio.unreadable.contains(record) || self.created.contains(record)
    }

    /// Returns whether a contradiction was added to the record after the user looked at it; if so, writing the fact
    /// reports it with both values. `was_there` looks for it in the record as the user saw it.
    pub fn is_concurrent(&self, record: &RecordRef, was_there: impl FnOnce(&Table) -> bool) -> bool {
        let base = self.base.get(record).and_then(|text| record::table(text).ok());
        base.is_some_and(|base| !was_there(&base))
    }

    /// Fails if the day is in the future.
    pub fn check_not_in_future(&self, on: Date) -> Result<(), EditError> {
        if on > self.today { Err(EditError::InTheFuture(on)) } else { Ok(()) }
    }

    /// Fails if the decision or the signature is in the future, or if the signature is before the decision.
    pub fn signed(&self, decided: Option<Date>, signed: Option<Date>) -> Result<(), EditError> {
        decided.iter().chain(&signed).try_for_each(|on| self.check_not_in_future(*on))?;
        signed.map_or(Ok(()), |signed| not_before(Chronology::Decided, signed, decided))
    }

    /// Returns an obligation and the convention in whose file it is: an amendment in force may have replaced or added
    /// it.
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
        let all = holders.iter().flat_map(|holder| &holder.obligations).map(|obligation| obligation.id.as_str());
        let owed = all.filter(|id| matches!(stated(&holders, id), Some((.., None))));
        Err(EditError::NoEntry(id.to_owned(), distinct(owed)))
    }

    /// Returns the report that the decree asks for if `id` names it, no entry holds its fulfilments yet, the convention
    /// names a fonds de concours, and no obligation of its own is about its management report.
    pub fn fund_report(&self, convention: &'a Convention, id: &str) -> Option<Obligation> {
        let holders = self.in_force(convention);
        let stated = || holders.iter().flat_map(|holder| &holder.obligations);
        let is_asked =
            holders.iter().any(|holder| holder.names_fund()) && !stated().any(Obligation::is_management_report);
        if id != FUND_REPORT || !is_asked || stated().any(|one| one.id == id) {
            return None;
        }
        let contributions = holders.iter().flat_map(|holder| &holder.contributions);
        let report = FundReport::of(contributions.filter_map(|one| Some((&one.from, one.to.as_ref()?))));
        Some(Obligation {
            debtors: report.debtors.into(),
            creditors: report.creditors.into(),
            article: Some(FundReport::ARTICLE.into()),
            ..Obligation::new(id, FundReport::WHAT, Timing::Once(None))
        })
    }

    /// Returns a contribution from the terms in force, else from an amendment that is not in force yet, since money may
    /// be paid before the signature.
    pub fn contribution(&self, convention: &'a Convention, id: &str) -> Result<&'a Contribution, EditError> {
        let amendments = self.portfolio.amendments_of(&convention.id).map(AsRef::as_ref);
        let to_come = amendments.filter(|change: &&Convention| change.signed.is_none_or(|day| day > self.today));
        let holders: Vec<&Convention> = self.in_force(convention).into_iter().chain(to_come).collect();
        let mut all = holders.iter().flat_map(|holder| &holder.contributions);
        let known = all.clone().map(|contribution| contribution.id.as_str());
        all.find(|contribution| contribution.id == id).ok_or_else(|| EditError::NoEntry(id.to_owned(), distinct(known)))
    }

    /// Returns the amendments of a convention in force today, the latest first, then the convention itself.
    fn in_force(&self, convention: &'a Convention) -> Vec<&'a Convention> {
        let amendments = self.portfolio.signed_amendments(&convention.id, self.today);
        amendments.into_iter().rev().chain([convention]).collect()
    }
}

/// Returns the latest statement of an obligation, the record that states it, and the later amendment that repeals it,
/// if one does. `holders` are ordered from the latest.
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

/// Returns the names without duplicates, in the order in which they first occur.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    names.for_each(|name| {
        if !known.iter().any(|one| one == name) {
            known.push(name.to_owned());
        }
    });
    known
}

/// Fails unless the contribution has a payee and that tranche.
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

/// Fails unless the amount is above zero.
pub(super) fn above_zero(amount: Money) -> Result<(), EditError> {
    if amount <= Money::ZERO { Err(EditError::NothingPaid) } else { Ok(()) }
}

/// Fails if the text is empty; `key` is its key in the record.
pub(super) fn present(key: &'static str, text: &str) -> Result<(), EditError> {
    if text.is_empty() { Err(EditError::Missing(key)) } else { Ok(()) }
}

/// Fails if the day comes before another one of the records.
pub(super) fn not_before(rule: Chronology, on: Date, other: Option<Date>) -> Result<(), EditError> {
    match other {
        Some(other) if on < other => Err(EditError::OutOfOrder(rule, other)),
        _ => Ok(()),
    }
}

/// Fails if the day comes after another one of the records.
pub(super) fn not_after(rule: Chronology, on: Date, other: Option<Date>) -> Result<(), EditError> {
    match other {
        Some(other) if on > other => Err(EditError::OutOfOrder(rule, other)),
        _ => Ok(()),
    }
}

/// Returns the contribution that a generated payment obligation, `payment-<contribution>[-<tranche>]`, is about.
fn paid_by<'a>(id: &str, contributions: impl Iterator<Item = &'a Contribution>) -> Option<String> {
    let name = id.strip_prefix("payment-")?;
    let is_tranche = |rest: &str| rest.strip_prefix('-').is_some_and(|n| n.parse::<usize>().is_ok());
    contributions
        .map(|contribution| &contribution.id)
        .find(|id| name.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || is_tranche(rest)))
        .cloned()
}
