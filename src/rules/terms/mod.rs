//! The terms in force: a convention combined with every amendment in effect on a day.
//!
//! The term, committee clause and payment delay of an amendment replace those of the convention. Its contributions and
//! obligations replace those with the same id or are added; its `repeals` are removed. Nothing changes for the time
//! before the amendment. Each clause keeps the document and the index of its entry, so that a figure can show its
//! source.
//!
//! Source: article 7.1 of the framework (« avenant dûment daté et signé »).

mod provision;
mod signature;

use std::sync::Arc;

use super::Unknown;
use crate::model::{
    CommitteeClause, Contribution, Convention, Date, Id, KeyPath, Moment, Obligation, Portfolio, RecordKind, RecordRef,
    Term, TermLength, Termination,
};

pub(super) use provision::{Provision, TrancheTerms};
use provision::{ReplacedVersion, tranches_in_force};
pub(super) use signature::{SignatureState, takes_effect};

/// An amendment and the day on which it took effect.
#[derive(Clone, Copy)]
pub(super) struct AmendmentInEffect<'a> {
    pub document: &'a Convention,
    pub from: Date,
}

pub(super) struct ContributionTerms<'a> {
    pub provision: Provision<'a, Contribution>,
    pub tranches: Vec<TrancheTerms<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// The last day of the term, or the effect day of a termination.
    pub day: Date,
    /// Set if the end is an estimate (« durée prévisionnelle »), which ends nothing.
    pub estimated: bool,
}

/// A day, or what is missing to compute it.
pub(super) type DueDay = Result<Date, Missing>;

/// Why a day is unknown, and the estimate to show if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    pub what: Unknown,
    pub estimate: Option<Date>,
}

impl From<Unknown> for Missing {
    fn from(what: Unknown) -> Self {
        Self { what, estimate: None }
    }
}

/// A convention as of one day.
pub(super) struct Terms<'a> {
    /// The convention without its amendments.
    pub base: &'a Convention,
    pub as_of: Date,
    /// The amendments in effect, in the order in which they took effect.
    pub amendments: Vec<AmendmentInEffect<'a>>,
    pub signature: SignatureState,
    pub contributions: Vec<ContributionTerms<'a>>,
    pub obligations: Vec<Provision<'a, Obligation>>,
    pub committee: Option<Provision<'a, CommitteeClause>>,
    /// The current term and the document that states it.
    pub term: Option<(&'a Term, &'a Convention)>,
    /// The payment delays in days, each with the day from which it applies.
    payment_days: Vec<(Option<Date>, u32)>,
    /// The end of the term, ignoring any termination.
    term_end: Result<End, Unknown>,
}

/// Returns the amendments of a convention that are in effect on a day, in the order in which they took effect.
pub(super) fn amendments_in_effect<'a>(
    portfolio: &'a Portfolio,
    base: &Convention,
    as_of: Date,
) -> Vec<AmendmentInEffect<'a>> {
    let amendments = portfolio.amendments_of(&base.id).map(Arc::as_ref);
    let in_effect = amendments
        .filter_map(|document| takes_effect(document, base, as_of).map(|from| AmendmentInEffect { document, from }));
    let mut all: Vec<_> = in_effect.collect();
    all.sort_by_key(|amendment| amendment.from);
    all
}

impl<'a> Terms<'a> {
    /// Reads the terms of a convention, which must not be an amendment, as of a day.
    pub fn read(portfolio: &'a Portfolio, convention: &'a Convention, as_of: Date) -> Self {
        let signature = SignatureState::of(convention, as_of);
        let amendments = amendments_in_effect(portfolio, convention, as_of);
        let mut terms = Self {
            base: convention,
            as_of,
            signature,
            contributions: contributions_in_force(convention, &amendments, signature),
            obligations: provisions(convention, &convention.obligations, signature, None).collect(),
            committee: convention.committee.as_ref().map(|item| provision(convention, item, 0, signature, None)),
            term: convention.term.as_ref().map(|term| (term, convention)),
            payment_days: vec![(None, convention.payment_days.unwrap_or(portfolio.incubator.habits.payment_days))],
            term_end: end_of(convention.term.as_ref(), signature),
            amendments,
        };
        for amendment in terms.amendments.clone() {
            terms.amend(amendment);
        }
        terms
    }

    fn amend(&mut self, AmendmentInEffect { document, from }: AmendmentInEffect<'a>) {
        for repealed in self.obligations.iter_mut().filter(|old| document.repeals.iter().any(|id| *id == old.item.id)) {
            repealed.repealed.get_or_insert(from);
        }
        overlay(&mut self.obligations, document, &document.obligations, from, |item| &item.id);
        if let Some(clause) = &document.committee {
            match &mut self.committee {
                Some(old) => replace(old, document, clause, 0, from),
                None => self.committee = Some(provision(document, clause, 0, SignatureState::On(from), Some(from))),
            }
        }
        if let Some(term) = &document.term {
            self.extend(term, document, from);
        }
        if let Some(days) = document.payment_days {
            self.payment_days.push((Some(from), days));
        }
    }

    /// Replaces the term. Does nothing if the term had already ended. An end before the amendment moves to the day of
    /// the amendment.
    fn extend(&mut self, term: &'a Term, document: &'a Convention, from: Date) {
        if self.term_end.is_ok_and(|end| !end.estimated && end.day < from) {
            return;
        }
        self.term = Some((term, document));
        self.term_end = end_of(Some(term), self.signature).map(|end| End { day: end.day.max(from), ..end });
    }

    /// Returns the last day on which money that fell due on a day is not late. An amendment never changes the delay of
    /// what fell due before it.
    pub fn late_after(&self, due: Date) -> Option<Date> {
        let mut delays = self.payment_days.iter().rev();
        let (_, days) = delays.find(|(from, _)| from.is_none_or(|from| from <= due))?;
        due.checked_add_days(chrono::Days::new((*days).into()))
    }

    /// Yields the convention and its amendments in effect.
    pub fn documents(&self) -> impl Iterator<Item = &'a Convention> + use<'_, 'a> {
        std::iter::once(self.base).chain(self.amendments.iter().map(|amendment| amendment.document))
    }

    /// Yields the entries of a list in all documents, each with its document and index.
    pub fn entries<T>(
        &self,
        list: fn(&'a Convention) -> &'a [T],
    ) -> impl Iterator<Item = RecordedEntry<'a, T>> + use<'_, 'a, T> {
        self.documents().flat_map(move |document| {
            list(document).iter().enumerate().map(move |(index, item)| RecordedEntry { item, document, index })
        })
    }

    /// Returns the termination once it has taken effect.
    pub fn termination(&self) -> Option<&'a Termination> {
        let all = self.documents().filter_map(|document| document.terminated.as_ref());
        let first = all.min_by_key(|end| end.on).filter(|end| end.on <= self.as_of);
        first.filter(|early| {
            self.term_end.is_err() || self.term_end.is_ok_and(|end| end.estimated || early.on <= end.day)
        })
    }

    /// Returns the day on which a termination took effect.
    pub fn terminated(&self) -> Option<Date> {
        self.termination().map(|end| end.on)
    }

    /// Returns the effect day of a termination that reduces what is due to what was committed (`liquidated =
    /// "committed"`).
    ///
    /// Source: article 6.2 of the framework and of the startups' conventions.
    pub fn liquidated(&self) -> Option<Date> {
        self.terminated().filter(|_| self.documents().any(|document| document.liquidates_committed))
    }

    /// Returns the end of the term, or the effect day of a termination.
    ///
    /// # Errors
    /// Returns what is missing to compute it.
    pub fn end(&self) -> Result<End, Unknown> {
        match self.terminated() {
            Some(day) => Ok(End { day, estimated: false }),
            None => self.term_end,
        }
    }

    /// Returns the end, unless it is unknown or estimated.
    pub fn firm_end(&self) -> Option<Date> {
        self.end().ok().filter(|end| !end.estimated).map(|end| end.day)
    }

    /// Returns true after the last day of the term, and from the effect day of a termination on.
    pub fn is_over(&self) -> bool {
        self.terminated().is_some() || self.firm_end().is_some_and(|day| day < self.as_of)
    }

    /// Returns the day of a moment in a clause that counts from `signature`.
    ///
    /// # Errors
    /// Returns what is missing to compute it: the signature for every moment of an unsigned document.
    pub fn day_of(&self, moment: Moment, signature: SignatureState) -> DueDay {
        let unsigned = || Missing::from(Unknown::Signature);
        if signature == SignatureState::Unsigned {
            return Err(unsigned());
        }
        let (day, estimated) = match moment {
            Moment::On(day) => return signature.bind(day).ok_or_else(unsigned),
            Moment::Signature(span) => {
                let signed = signature.day().ok_or_else(unsigned)?;
                (span.map_or(Some(signed), |span| span.after(signed)), false)
            }
            Moment::End(span) => {
                let End { day, estimated } = self.end()?;
                (span.map_or(Some(day), |span| span.after(day)), estimated)
            }
        };
        match (day, estimated) {
            (Some(day), false) => Ok(day),
            (estimate, true) => Err(Missing { what: Unknown::EstimatedEnd, estimate }),
            (None, false) => Err(Unknown::NoDay.into()),
        }
    }

    /// Returns the first day on which the convention counts as promised: the earlier of decision and signature, or
    /// `not_before` for an undated convention without a decision. `None` if it always counts.
    pub fn counts_from(&self) -> Option<Date> {
        counts_from(self.base)
    }

    pub fn counts(&self) -> bool {
        self.counts_from().is_none_or(|day| day <= self.as_of)
    }
}

/// An entry in a list of a convention or an amendment.
pub(super) struct RecordedEntry<'a, T> {
    pub item: &'a T,
    pub document: &'a Convention,
    /// From 0.
    pub index: usize,
}

fn counts_from(convention: &Convention) -> Option<Date> {
    match (convention.decided, convention.signed) {
        (Some(decided), Some(signed)) => Some(decided.min(signed)),
        (decided, signed) => decided.or(signed).or(convention.not_before.filter(|_| convention.undated)),
    }
}

/// Returns the end that a term sets.
fn end_of(term: Option<&Term>, signature: SignatureState) -> Result<End, Unknown> {
    let Some(term) = term else { return Err(Unknown::Term) };
    let day = match &term.length {
        TermLength::Until(day) => *day,
        TermLength::For(span) => {
            let signed = signature.day().ok_or(Unknown::Signature)?;
            span.after(signed).ok_or(Unknown::Term)?
        }
        TermLength::Covers(_) => return Err(Unknown::Term),
    };
    Ok(End { day, estimated: term.estimated })
}

fn contributions_in_force<'a>(
    base: &'a Convention,
    amendments: &[AmendmentInEffect<'a>],
    signature: SignatureState,
) -> Vec<ContributionTerms<'a>> {
    let mut all: Vec<Provision<'a, Contribution>> = provisions(base, &base.contributions, signature, None).collect();
    for amendment in amendments {
        overlay(&mut all, amendment.document, &amendment.document.contributions, amendment.from, |item| &item.id);
    }
    let terms = all.into_iter().map(|provision| {
        let mut versions = Vec::new();
        let documents =
            std::iter::once((base, None)).chain(amendments.iter().map(|one| (one.document, Some(one.from))));
        for (document, since) in documents {
            let position = document.contributions.iter().position(|one| one.id == provision.item.id);
            versions.extend(position.map(|index| (&document.contributions[index], document, index, since)));
        }
        ContributionTerms { tranches: tranches_in_force(&versions), provision }
    });
    terms.collect()
}

pub(super) fn record_of(document: &Convention) -> RecordRef {
    RecordRef::new(RecordKind::Convention, document.id.clone())
}

/// Returns the path of an entry in a list of a record.
pub(super) fn entry_path(list: &str, index: usize) -> KeyPath {
    KeyPath::top().key(list).index(index)
}

/// Returns the convention with an id, unless it is an amendment: an amendment only affects the convention that it
/// amends.
pub(super) fn base_convention<'a>(portfolio: &'a Portfolio, convention: &Id) -> Option<&'a Convention> {
    let convention = portfolio.conventions.get(convention)?;
    (!convention.is_amendment()).then_some(convention)
}

/// Returns a convention combined with every amendment in effect on a day, including the fulfilments that amendments
/// record. Shares the convention instead of copying it if there are no amendments. Payments, calls and spending of
/// amendments are not included: see [`movements`](super::movements()). `None` for an unknown id.
#[must_use]
pub fn terms_in_force(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Option<Arc<Convention>> {
    let base = portfolio.conventions.get(convention)?;
    if base.is_amendment() || amendments_in_effect(portfolio, base, as_of).is_empty() {
        return Some(Arc::clone(base));
    }
    let terms = Terms::read(portfolio, base, as_of);
    let in_force = |one: &&Provision<'_, Obligation>| one.repealed.is_none();
    let mut whole = Convention::clone(base);
    whole.contributions = terms.contributions.iter().map(contribution_in_force).collect();
    whole.obligations =
        terms.obligations.iter().filter(in_force).map(|one| with_all_fulfilments(&terms, one.item)).collect();
    whole.committee = terms.committee.as_ref().map(|clause| clause.item.clone());
    whole.term = terms.term.map(|(term, _)| term.clone());
    whole.terminated = terms.documents().filter_map(|document| document.terminated.clone()).min_by_key(|end| end.on);
    for amendment in &terms.amendments {
        add_plain_keys(&mut whole, amendment.document);
    }
    Some(Arc::new(whole))
}

fn contribution_in_force(terms: &ContributionTerms<'_>) -> Contribution {
    let tranches = terms.tranches.iter();
    let tranches = tranches.map(|one| crate::model::Tranche { amount: one.amount, ..one.tranche.clone() }).collect();
    Contribution { tranches, ..terms.provision.item.clone() }
}

fn add_plain_keys(whole: &mut Convention, amendment: &Convention) {
    whole.payment_days = amendment.payment_days.or(whole.payment_days);
    if amendment.payment_account.is_some() {
        whole.payment_account.clone_from(&amendment.payment_account);
    }
    if amendment.refund_account.is_some() {
        whole.refund_account.clone_from(&amendment.refund_account);
    }
    whole.resources.extend_from_slice(&amendment.resources);
}

fn with_all_fulfilments(terms: &Terms<'_>, obligation: &Obligation) -> Obligation {
    let all = terms.documents().flat_map(|document| &document.obligations);
    let fulfilled = all.filter(|other| other.id == obligation.id).flat_map(|other| other.fulfilled.iter().cloned());
    Obligation { fulfilled: fulfilled.collect(), ..obligation.clone() }
}

fn provision<'a, T>(
    document: &'a Convention,
    item: &'a T,
    index: usize,
    signature: SignatureState,
    since: Option<Date>,
) -> Provision<'a, T> {
    Provision { item, document, index, signature, since, repealed: None, earlier: Vec::new() }
}

fn provisions<'a, T>(
    document: &'a Convention,
    items: &'a [T],
    signature: SignatureState,
    since: Option<Date>,
) -> impl Iterator<Item = Provision<'a, T>> + use<'a, T> {
    items.iter().enumerate().map(move |(index, item)| provision(document, item, index, signature, since))
}

fn overlay<'a, T>(
    list: &mut Vec<Provision<'a, T>>,
    amendment: &'a Convention,
    items: &'a [T],
    from: Date,
    id: fn(&T) -> &str,
) {
    for (index, item) in items.iter().enumerate() {
        match list.iter_mut().find(|old| id(old.item) == id(item)) {
            Some(old) => replace(old, amendment, item, index, from),
            None => list.push(provision(amendment, item, index, SignatureState::On(from), Some(from))),
        }
    }
}

/// Replaces a clause. The new version keeps the signature that the clause counts from, and the earlier versions.
fn replace<'a, T>(old: &mut Provision<'a, T>, document: &'a Convention, item: &'a T, index: usize, from: Date) {
    old.earlier.push(ReplacedVersion { item: old.item, until: from });
    (old.item, old.document, old.index) = (item, document, index);
}
