//! What a due date was worked out from: the signature, the term, the rhythm, the spending, and where each is written.

use super::overview::no_amendment;
use super::terms::{Terms, entry, record_of};
use super::{Occurrence, OccurrenceSource};
use crate::model::{
    CommitteeState, Contribution, Convention, Date, KeyPath, Moment, Portfolio, RecordKind, RecordRef, Recurrence,
    RecurrenceStart, Span, TermLength, Timing, Tranche, Trigger,
};

/// One thing that a due date hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationStep {
    /// What it is.
    pub kind: DerivationKind,
    /// The day it gives; `None` where that is unknown.
    pub on: Option<Date>,
    /// The length of time that it adds.
    pub span: Option<Span>,
    /// The record that says so, or that should.
    pub record: RecordRef,
    /// Where in that record.
    pub path: KeyPath,
}

/// What a [`DerivationStep`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DerivationKind {
    /// The clause itself: the day that it fixes, or the time that it adds.
    Clause,
    /// The signature.
    Signature,
    /// The end of the term.
    Term,
    /// The early end.
    Termination,
    /// The last time that it was done.
    LastTime,
    /// The day that spending reached the threshold.
    Spending,
}

impl DerivationKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Clause, Self::Signature, Self::Term, Self::Termination, Self::LastTime, Self::Spending];

    /// The end of the locale's key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Signature => "signature",
            Self::Term => "term",
            Self::Termination => "termination",
            Self::LastTime => "last-time",
            Self::Spending => "spending",
        }
    }
}

/// What the due date of an occurrence hangs on, the clause first. Empty where no day is fixed.
#[must_use]
pub fn derivation(portfolio: &Portfolio, occurrence: &Occurrence, as_of: Date) -> Vec<DerivationStep> {
    let Some(convention) = no_amendment(portfolio, &occurrence.convention) else { return Vec::new() };
    let terms = Terms::read(portfolio, convention, as_of);
    let trail = DerivationBuilder { portfolio, terms: &terms, occurrence, as_of };
    match &occurrence.source {
        OccurrenceSource::Obligation => trail.of_obligation(),
        OccurrenceSource::Committee(_) => match terms.committee {
            Some((clause, document)) => {
                let signed = if convention.committee.is_some() { convention } else { document };
                let recurrence = Recurrence { every: clause.every, from: clause.from };
                trail.of_recurrence(recurrence, document, signed, &KeyPath::top().key("committee"))
            }
            None => Vec::new(),
        },
        OccurrenceSource::Payment(contribution, number) => trail.of_payment(contribution, *number),
    }
}

struct DerivationBuilder<'a> {
    portfolio: &'a Portfolio,
    terms: &'a Terms<'a>,
    occurrence: &'a Occurrence,
    as_of: Date,
}

impl<'a> DerivationBuilder<'a> {
    fn of_obligation(&self) -> Vec<DerivationStep> {
        let found = self.terms.obligations.iter().find(|one| one.item.id == self.occurrence.obligation);
        let Some(one) = found else { return Vec::new() };
        let path = entry("obligations", one.index);
        match one.item.timing {
            Timing::Standing | Timing::Once(None) => Vec::new(),
            Timing::Once(Some(moment)) => {
                self.of_moment(moment, one.document, self.signer(one.signed, one.document), path.key("due"))
            }
            Timing::Recurring(recurrence) => {
                self.of_recurrence(recurrence, one.document, self.signer(one.signed, one.document), &path)
            }
        }
    }

    fn of_payment(&self, contribution: &str, number: usize) -> Vec<DerivationStep> {
        let its = |one: &&super::terms::Provision<'_, Contribution>| one.item.id == contribution;
        let Some(one) = self.terms.contributions.iter().find(its) else { return Vec::new() };
        let Some(index) = number.checked_sub(1) else { return Vec::new() };
        let Some(Tranche { when, .. }) = one.item.tranches.get(index) else { return Vec::new() };
        let path = entry("contributions", one.index).key("tranches").index(index).key("when");
        match when {
            Trigger::At(moment) => self.of_moment(*moment, one.document, self.signer(one.signed, one.document), path),
            Trigger::Call | Trigger::Notification | Trigger::Report(_) => Vec::new(),
            Trigger::Spent { .. } => vec![reason(DerivationKind::Spending, self.occurrence.due, one.document, path)],
        }
    }

    fn of_moment(
        &self,
        moment: Moment,
        document: &Convention,
        signer: &Convention,
        path: KeyPath,
    ) -> Vec<DerivationStep> {
        let clause = |on, span| DerivationStep { span, ..reason(DerivationKind::Clause, on, document, path) };
        match moment {
            Moment::On(day) => vec![clause(Some(day), None)],
            Moment::Signature(span) => vec![clause(self.occurrence.due, span), self.signature(signer)],
            Moment::End(span) => {
                let mut all = vec![clause(self.occurrence.due, span)];
                self.add_end(&mut all);
                all
            }
        }
    }

    fn of_recurrence(
        &self,
        recurrence: Recurrence,
        document: &Convention,
        signer: &Convention,
        at: &KeyPath,
    ) -> Vec<DerivationStep> {
        let clause = reason(DerivationKind::Clause, self.occurrence.due, document, at.clone().key("every"));
        let mut all = vec![DerivationStep { span: Some(recurrence.every), ..clause }];
        all.push(match recurrence.from {
            RecurrenceStart::On(day) => reason(DerivationKind::Clause, Some(day), document, at.clone().key("from")),
            RecurrenceStart::Signature => self.signature(signer),
            RecurrenceStart::Last => self.last_time().unwrap_or_else(|| self.signature(signer)),
        });
        all
    }

    /// The document whose signature a clause hangs on: what an amendment restates keeps the convention's.
    fn signer(&self, signed: Option<Date>, document: &'a Convention) -> &'a Convention {
        if signed == document.signed { document } else { self.terms.base }
    }

    fn signature(&self, signer: &Convention) -> DerivationStep {
        let on = signer.signed.filter(|day| *day <= self.as_of);
        reason(DerivationKind::Signature, on, signer, KeyPath::top().key("signed"))
    }

    fn add_end(&self, all: &mut Vec<DerivationStep>) {
        let ends = self.terms.ends().ok();
        let early = self.terms.documents().find(|one| one.terminated.as_ref().is_some_and(|end| Some(end.on) == ends));
        if let Some(document) = early {
            all.push(reason(DerivationKind::Termination, ends, document, KeyPath::top().key("terminated")));
            return;
        }
        let document = self.terms.documents().filter(|one| one.term.is_some()).last().unwrap_or(self.terms.base);
        let span = match self.terms.term.map(|term| &term.length) {
            Some(TermLength::For(span)) => Some(*span),
            _ => None,
        };
        all.push(DerivationStep { span, ..reason(DerivationKind::Term, ends, document, KeyPath::top().key("term")) });
        if span.is_some() {
            all.push(self.signature(self.terms.base));
        }
    }

    /// The fulfilment or the meeting that a rhythm `from = "last"` counts from.
    fn last_time(&self) -> Option<DerivationStep> {
        if let OccurrenceSource::Committee(startup) = &self.occurrence.source {
            let startup = self.portfolio.startups.get(startup.as_ref()?)?;
            let held = startup.committees.iter().enumerate().filter(|(_, one)| one.state == CommitteeState::Held);
            let (index, last) = held.filter(|(_, one)| one.on <= self.as_of).max_by_key(|(_, one)| one.on)?;
            let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
            let kind = DerivationKind::LastTime;
            return Some(DerivationStep {
                kind,
                on: Some(last.on),
                span: None,
                record,
                path: entry("committees", index),
            });
        }
        let entries = self.terms.entries(|document| &document.obligations);
        let its = entries.filter(|one| one.item.id == self.occurrence.obligation);
        let done = its.flat_map(|one| {
            let place = move |index| entry("obligations", one.index).key("fulfilled").index(index);
            one.item.fulfilled.iter().enumerate().map(move |(index, done)| (done.on, one.document, place(index)))
        });
        let (on, document, path) = done.filter(|(on, ..)| *on <= self.as_of).max_by_key(|(on, ..)| *on)?;
        Some(reason(DerivationKind::LastTime, Some(on), document, path))
    }
}

fn reason(kind: DerivationKind, on: Option<Date>, document: &Convention, path: KeyPath) -> DerivationStep {
    DerivationStep { kind, on, span: None, record: record_of(document), path }
}
