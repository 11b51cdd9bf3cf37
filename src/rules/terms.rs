//! Terms in force: a convention and every amendment signed by a day, read as one, nothing copied.
//!
//! An amendment's term, committee and payment days replace what was there; its contributions and
//! obligations replace those of the same id or are added; what it repeals goes. Whatever is read keeps
//! the document and the position it is written at, so that a figure can name its source.

use std::sync::Arc;

use super::Unknown;
use crate::model::{
    CommitteeClause, Contribution, Convention, Date, Id, KeyPath, Moment, Obligation, Portfolio, RecordKind, RecordRef,
    Term, TermLength, Termination,
};

/// A clause with the document that it is written in.
pub(super) struct Provision<'a, T> {
    /// The clause.
    pub item: &'a T,
    /// The convention or the amendment.
    pub document: &'a Convention,
    /// Its position in that document's list, from 0.
    pub index: usize,
    /// The signature that `signature` means here: the amendment's own for what an amendment adds.
    pub signed: Option<Date>,
}

/// A convention as it stands on a day.
pub(super) struct Terms<'a> {
    /// The convention as first signed.
    pub base: &'a Convention,
    /// The amendments signed by then, in order of signature.
    pub amendments: Vec<&'a Convention>,
    /// The signature, if it was by then.
    pub signed: Option<Date>,
    /// The contributions in force.
    pub contributions: Vec<Provision<'a, Contribution>>,
    /// The obligations in force.
    pub obligations: Vec<Provision<'a, Obligation>>,
    /// The committee clause in force.
    pub committee: Option<(&'a CommitteeClause, &'a Convention)>,
    /// The term in force.
    pub term: Option<&'a Term>,
    /// How long after a tranche is due its payment is late.
    pub payment_days: u32,
}

impl<'a> Terms<'a> {
    /// The terms of a convention on a day. `convention` is no amendment.
    pub fn read(portfolio: &'a Portfolio, convention: &'a Convention, as_of: Date) -> Self {
        let signed = convention.signed.filter(|day| *day <= as_of);
        let mut terms = Self {
            base: convention,
            amendments: portfolio.signed_amendments(&convention.id, as_of),
            signed,
            contributions: all(convention, &convention.contributions, signed),
            obligations: all(convention, &convention.obligations, signed),
            committee: convention.committee.as_ref().map(|clause| (clause, convention)),
            term: convention.term.as_ref(),
            payment_days: convention.payment_days.unwrap_or(portfolio.incubator.habits.payment_days),
        };
        for amendment in terms.amendments.clone() {
            terms.amend(amendment);
        }
        terms
    }

    fn amend(&mut self, amendment: &'a Convention) {
        self.obligations.retain(|old| !amendment.repeals.contains(&old.item.id));
        overlay(&mut self.contributions, amendment, &amendment.contributions, |item| &item.id);
        overlay(&mut self.obligations, amendment, &amendment.obligations, |item| &item.id);
        if let Some(clause) = &amendment.committee {
            self.committee = Some((clause, amendment));
        }
        if let Some(term) = &amendment.term {
            self.term = Some(term);
        }
        if let Some(days) = amendment.payment_days {
            self.payment_days = days;
        }
    }

    /// The convention and its amendments in force, for what is recorded in any of them.
    pub fn documents(&self) -> impl Iterator<Item = &'a Convention> + use<'_, 'a> {
        std::iter::once(self.base).chain(self.amendments.iter().copied())
    }

    /// The entries of one list of every document, each with where it is written.
    pub fn entries<T>(
        &self,
        list: fn(&'a Convention) -> &'a [T],
    ) -> impl Iterator<Item = Provision<'a, T>> + use<'_, 'a, T> {
        self.documents().flat_map(move |document| all_of(document, list(document), document.signed))
    }

    /// The early end, where one is recorded and not later than the day.
    pub fn terminated(&self, as_of: Date) -> Option<Date> {
        self.termination().map(|end| end.on).filter(|day| *day <= as_of)
    }

    fn termination(&self) -> Option<&'a Termination> {
        self.documents().filter_map(|document| document.terminated.as_ref()).min_by_key(|end| end.on)
    }

    /// The day it ends: the end of its term, or its early end if that comes first.
    ///
    /// # Errors
    /// What is missing to know it.
    pub fn ends(&self) -> Result<Date, Unknown> {
        let term = match self.term.map(|term| &term.length) {
            Some(TermLength::Until(day)) => Ok(*day),
            Some(TermLength::For(span)) => {
                self.signed.ok_or(Unknown::Signature).and_then(|day| span.after(day).ok_or(Unknown::Term))
            }
            Some(TermLength::Covers(_)) | None => Err(Unknown::Term),
        };
        match (term, self.termination().map(|end| end.on)) {
            (Ok(end), Some(early)) => Ok(end.min(early)),
            (Err(_), Some(early)) => Ok(early),
            (term, None) => term,
        }
    }

    /// Whether it has ended by its term or before it. The last day of a term still counts as within it.
    pub fn is_over(&self, as_of: Date) -> bool {
        self.terminated(as_of).is_some() || self.ends().is_ok_and(|end| end < as_of)
    }

    /// The day a moment falls on; `signed` is the signature that the clause speaks of.
    ///
    /// # Errors
    /// What is missing to know it.
    pub fn day_of(&self, moment: Moment, signed: Option<Date>) -> Result<Date, Unknown> {
        let (anchor, span, unknown) = match moment {
            Moment::On(day) => return Ok(day),
            Moment::Signature(span) => (signed.ok_or(Unknown::Signature)?, span, Unknown::Signature),
            Moment::End(span) => (self.ends()?, span, Unknown::Term),
        };
        span.map_or(Some(anchor), |span| span.after(anchor)).ok_or(unknown)
    }

    /// The first day that it counts from: its signature, or where the copy bears none the decision to sign.
    /// `None` where neither is known: it always counts.
    pub fn counts_from(&self) -> Option<Date> {
        self.base.signed.or(self.base.decided)
    }

    /// Whether it counts on the day.
    pub fn counts(&self, as_of: Date) -> bool {
        self.counts_from().is_none_or(|day| day <= as_of)
    }
}

/// The record that a document is.
pub(super) fn record_of(document: &Convention) -> RecordRef {
    RecordRef::new(RecordKind::Convention, document.id.clone())
}

/// The path of an entry of one of a record's lists.
pub(super) fn entry(list: &str, index: usize) -> KeyPath {
    KeyPath::top().key(list).index(index)
}

/// The convention with every amendment signed on or before the day, in order of signature. Shared, not copied, where no
/// amendment applies. The fulfilments recorded in amendments are in it too; for the money that moved ask
/// [`movements`](super::movements()), which knows where each is written. `None` for an unknown id.
#[must_use]
pub fn terms_in_force(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<Arc<Convention>> {
    let base = portfolio.conventions.get(convention)?;
    if base.is_amendment() || portfolio.signed_amendments(convention, as_of).is_empty() {
        return Some(Arc::clone(base));
    }
    let terms = Terms::read(portfolio, base, as_of);
    let mut whole = Convention::clone(base);
    whole.contributions = terms.contributions.iter().map(|written| written.item.clone()).collect();
    whole.obligations = terms.obligations.iter().map(|written| fulfilled_anywhere(&terms, written.item)).collect();
    whole.committee = terms.committee.map(|(clause, _)| clause.clone());
    whole.term = terms.term.cloned();
    whole.terminated = terms.termination().cloned();
    for amendment in &terms.amendments {
        add_plain(&mut whole, amendment);
    }
    Some(Arc::new(whole))
}

fn add_plain(whole: &mut Convention, amendment: &Convention) {
    whole.payment_days = amendment.payment_days.or(whole.payment_days);
    if amendment.payment_account.is_some() {
        whole.payment_account.clone_from(&amendment.payment_account);
    }
    if amendment.refund_account.is_some() {
        whole.refund_account.clone_from(&amendment.refund_account);
    }
    whole.resources.extend_from_slice(&amendment.resources);
}

fn fulfilled_anywhere(terms: &Terms<'_>, obligation: &Obligation) -> Obligation {
    let mut whole = obligation.clone();
    whole.fulfilled = terms
        .documents()
        .flat_map(|document| &document.obligations)
        .filter(|other| other.id == obligation.id)
        .flat_map(|other| other.fulfilled.iter().cloned())
        .collect();
    whole
}

fn all<'a, T>(document: &'a Convention, items: &'a [T], signed: Option<Date>) -> Vec<Provision<'a, T>> {
    all_of(document, items, signed).collect()
}

fn all_of<'a, T>(
    document: &'a Convention,
    items: &'a [T],
    signed: Option<Date>,
) -> impl Iterator<Item = Provision<'a, T>> + use<'a, T> {
    items.iter().enumerate().map(move |(index, item)| Provision { item, document, index, signed })
}

fn overlay<'a, T>(list: &mut Vec<Provision<'a, T>>, amendment: &'a Convention, items: &'a [T], id: fn(&T) -> &String) {
    for mut new in all_of(amendment, items, amendment.signed) {
        match list.iter_mut().find(|old| id(old.item) == id(new.item)) {
            Some(old) => {
                // What is restated keeps the signature that it hung on.
                new.signed = old.signed;
                *old = new;
            }
            None => list.push(new),
        }
    }
}
