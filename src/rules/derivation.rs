//! What a due date is derived from, such as the signature, the term or the rhythm, and where each is written.

use chrono::Datelike;

use super::committees::incubator_joined;
use super::occurrences::{decree_asks_report, fund_payments};
use super::terms::{Provision, SignatureState, Terms, base_convention, entry_path, record_of};
use super::{Occurrence, OccurrenceSource};
use crate::model::{
    Convention, Date, FUND_REPORT, Id, KeyPath, Moment, Portfolio, RecordKind, RecordRef, Recurrence, RecurrenceStart,
    Span, TermLength, Timing, Tranche, Trigger,
};

/// One thing that a due date depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationStep {
    pub kind: DerivationKind,
    /// The day that results; `None` if it is unknown.
    pub on: Option<Date>,
    /// The length of time that is added.
    pub span: Option<Span>,
    /// The record that states it, or that should.
    pub record: RecordRef,
    pub path: KeyPath,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DerivationKind {
    /// The clause itself: the day that it sets, or the time that it adds.
    Clause,
    Signature,
    Term,
    Termination,
    /// The last time it was done.
    LastTime,
    /// The day on which spending reached the threshold.
    Spending,
    /// The day on which the last of the papers was recorded.
    Papers,
    /// The day on which the startup joined the framework's incubator.
    Incubator,
    /// Money that was received.
    Received,
}

impl DerivationKind {
    pub const ALL: [Self; 9] = [
        Self::Clause,
        Self::Signature,
        Self::Term,
        Self::Termination,
        Self::LastTime,
        Self::Spending,
        Self::Papers,
        Self::Incubator,
        Self::Received,
    ];

    /// Returns the suffix of the message key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Signature => "signature",
            Self::Term => "term",
            Self::Termination => "termination",
            Self::LastTime => "last-time",
            Self::Spending => "spending",
            Self::Papers => "papers",
            Self::Incubator => "incubator",
            Self::Received => "received",
        }
    }
}

/// Returns what the due date of an occurrence depends on, the clause first. Empty if no day is set.
#[must_use]
pub fn derivation(portfolio: &Portfolio, occurrence: &Occurrence, as_of: Date) -> Vec<DerivationStep> {
    let convention = occurrence.convention.as_ref().filter(|_| occurrence.is_obligation());
    let Some(convention) = convention.and_then(|id| base_convention(portfolio, id)) else { return Vec::new() };
    let terms = Terms::read(portfolio, convention, as_of);
    let builder = DerivationBuilder { portfolio, terms: &terms, occurrence };
    match &occurrence.source {
        OccurrenceSource::Obligation => builder.of_obligation(),
        OccurrenceSource::Committee(_) => builder.of_committee(),
        OccurrenceSource::Payment(contribution, number) => builder.of_payment(contribution, *number),
        OccurrenceSource::Action(_) | OccurrenceSource::Condition(_) | OccurrenceSource::Papers(_) => Vec::new(),
    }
}

struct DerivationBuilder<'a> {
    portfolio: &'a Portfolio,
    terms: &'a Terms<'a>,
    occurrence: &'a Occurrence,
}

impl<'a> DerivationBuilder<'a> {
    fn of_obligation(&self) -> Vec<DerivationStep> {
        if self.occurrence.obligation == FUND_REPORT {
            return self.of_fund_report();
        }
        let found = self.terms.obligations.iter().find(|one| one.item.id == self.occurrence.obligation);
        let Some(one) = found else { return Vec::new() };
        let path = entry_path("obligations", one.index);
        let signer = self.signer(one);
        match one.item.timing {
            Timing::Standing | Timing::Once(None) => Vec::new(),
            Timing::Once(Some(moment)) => self.of_moment(moment, one.document, signer, path.key("due")),
            Timing::Recurring(recurrence) => self.of_recurrence(recurrence, one.document, signer, &path),
        }
    }

    /// Returns the fund, and the payments received in the year of the report or, if there are none, those of the years
    /// before, which were carried over.
    fn of_fund_report(&self) -> Vec<DerivationStep> {
        let Some(document) = decree_asks_report(self.terms) else { return Vec::new() };
        let path = KeyPath::top().key("budget").key("fund");
        let mut steps = vec![step(DerivationKind::Clause, self.occurrence.due, document, path)];
        let Some(year) = self.occurrence.due.map(|due| due.year() - 1) else { return steps };
        let mut payments: Vec<_> = fund_payments(self.terms).filter(|one| one.item.on.year() <= year).collect();
        if payments.iter().any(|one| one.item.on.year() == year) {
            payments.retain(|one| one.item.on.year() == year);
        }
        steps.extend(payments.iter().map(|one| {
            step(DerivationKind::Received, Some(one.item.on), one.document, entry_path("payments", one.index))
        }));
        steps
    }

    fn of_committee(&self) -> Vec<DerivationStep> {
        let Some(clause) = &self.terms.committee else { return Vec::new() };
        let from = match clause.item.from {
            // A committee clause always counts from the last committee held, wherever it starts.
            RecurrenceStart::Signature => RecurrenceStart::Last,
            from => from,
        };
        let recurrence = Recurrence { every: clause.item.every, from };
        let path = KeyPath::top().key("committee");
        let mut steps = self.of_recurrence(recurrence, clause.document, self.signer(clause), &path);
        steps.extend(self.joined());
        steps
    }

    /// Returns the day on which the startup joined the incubator, if a framework's clause counts from there.
    fn joined(&self) -> Option<DerivationStep> {
        let OccurrenceSource::Committee(Some(startup)) = &self.occurrence.source else { return None };
        let startup = self.portfolio.startups.get(startup)?;
        let (on, path) = incubator_joined(self.terms, startup)?;
        let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
        Some(DerivationStep { kind: DerivationKind::Incubator, on: Some(on), span: None, record, path })
    }

    fn of_payment(&self, contribution: &str, number: usize) -> Vec<DerivationStep> {
        let Some(index) = number.checked_sub(1) else { return vec![termination(self.terms)] };
        let its = self.terms.contributions.iter().find(|one| one.provision.item.id == contribution);
        let Some((one, tranche)) = its.and_then(|one| Some((one, one.tranches.get(index)?))) else { return Vec::new() };
        let entry = entry_path("contributions", tranche.contribution).key("tranches").index(tranche.index);
        let Tranche { when, needs, .. } = tranche.tranche;
        let path = entry.key("when");
        let mut steps = match when {
            Trigger::At(moment) => self.of_moment(*moment, tranche.document, self.signer(&one.provision), path),
            Trigger::Spent { .. } => vec![step(DerivationKind::Spending, self.occurrence.due, tranche.document, path)],
            Trigger::Call | Trigger::Notification | Trigger::Report(_) => {
                vec![step(DerivationKind::Clause, self.occurrence.due, tranche.document, path)]
            }
        };
        if !needs.is_empty() {
            let path = entry.key("needs");
            steps.push(step(DerivationKind::Papers, self.occurrence.due, tranche.document, path));
        }
        steps
    }

    fn of_moment(
        &self,
        moment: Moment,
        document: &Convention,
        signer: &Convention,
        path: KeyPath,
    ) -> Vec<DerivationStep> {
        let clause = |on, span| DerivationStep { span, ..step(DerivationKind::Clause, on, document, path) };
        match moment {
            Moment::On(day) if self.occurrence.due.is_none_or(|due| due == day) => vec![clause(Some(day), None)],
            // A fixed day before the signature falls due on the signature.
            Moment::On(day) => vec![clause(Some(day), None), signature(self.terms, signer)],
            Moment::Signature(span) => vec![clause(self.occurrence.due, span), signature(self.terms, signer)],
            Moment::End(span) => {
                let mut all = vec![clause(self.occurrence.due, span)];
                all.extend(end_steps(self.terms));
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
        let clause = step(DerivationKind::Clause, self.occurrence.due, document, at.key("every"));
        let mut all = vec![DerivationStep { span: Some(recurrence.every), ..clause }];
        all.push(match recurrence.from {
            RecurrenceStart::On(day) => step(DerivationKind::Clause, Some(day), document, at.key("from")),
            RecurrenceStart::Signature => signature(self.terms, signer),
            RecurrenceStart::Last => self.last_time().unwrap_or_else(|| signature(self.terms, signer)),
        });
        all
    }

    /// Returns the document whose signature a clause counts from. A restated clause keeps the convention's.
    fn signer<T>(&self, provision: &Provision<'a, T>) -> &'a Convention {
        if provision.since.is_some() && provision.earlier.is_empty() { provision.document } else { self.terms.base }
    }

    /// Returns the fulfilment or the meeting from which the next due date counts.
    fn last_time(&self) -> Option<DerivationStep> {
        let as_of = self.terms.as_of;
        if let OccurrenceSource::Committee(startup) = &self.occurrence.source {
            let startup = self.portfolio.startups.get(startup.as_ref()?)?;
            let before = |on: Date| on <= as_of && self.occurrence.due.is_none_or(|due| on < due);
            let held = startup.committees.iter().enumerate().filter(|(_, one)| one.is_held_by(as_of));
            let (index, last) = held.filter(|(_, one)| before(one.on)).max_by_key(|(_, one)| one.on)?;
            let is_before_start = self.terms.signature.day().is_none_or(|signed| last.on <= signed);
            if is_before_start {
                return None;
            }
            let record = RecordRef::new(RecordKind::Startup, startup.id.clone());
            let path = entry_path("committees", index);
            return Some(DerivationStep {
                kind: DerivationKind::LastTime,
                on: Some(last.on),
                span: None,
                record,
                path,
            });
        }
        let entries = self.terms.entries(|document| &document.obligations);
        let its = entries.filter(|one| one.item.id == self.occurrence.obligation);
        let done = its.flat_map(|one| {
            let path = move |index| entry_path("obligations", one.index).key("fulfilled").index(index);
            one.item.fulfilled.iter().enumerate().map(move |(index, done)| (done.on, one.document, path(index)))
        });
        let (on, document, path) = done.filter(|(on, ..)| *on <= as_of).max_by_key(|(on, ..)| *on)?;
        Some(step(DerivationKind::LastTime, Some(on), document, path))
    }
}

/// Returns what the end of a convention depends on. Empty for an unknown id and for an amendment.
#[must_use]
pub fn end_derivation(portfolio: &Portfolio, convention: &Id, as_of: Date) -> Vec<DerivationStep> {
    let base = base_convention(portfolio, convention);
    base.map_or_else(Vec::new, |base| end_steps(&Terms::read(portfolio, base, as_of)))
}

fn signature(terms: &Terms<'_>, signer: &Convention) -> DerivationStep {
    let on = SignatureState::of(signer, terms.as_of).day();
    step(DerivationKind::Signature, on, signer, KeyPath::top().key("signed"))
}

fn termination(terms: &Terms<'_>) -> DerivationStep {
    let ended = terms.documents().find(|one| one.terminated.is_some()).unwrap_or(terms.base);
    step(DerivationKind::Termination, terms.terminated(), ended, KeyPath::top().key("terminated"))
}

fn end_steps(terms: &Terms<'_>) -> Vec<DerivationStep> {
    if terms.terminated().is_some() {
        return vec![termination(terms)];
    }
    let ends = terms.end().ok().map(|end| end.day);
    let (term, document) = terms.term.map_or((None, terms.base), |(term, document)| (Some(term), document));
    let span = match term.map(|term| &term.length) {
        Some(TermLength::For(span)) => Some(*span),
        _ => None,
    };
    let term = DerivationStep { span, ..step(DerivationKind::Term, ends, document, KeyPath::top().key("term")) };
    std::iter::once(term).chain(span.map(|_| signature(terms, terms.base))).collect()
}

fn step(kind: DerivationKind, on: Option<Date>, document: &Convention, path: KeyPath) -> DerivationStep {
    DerivationStep { kind, on, span: None, record: record_of(document), path }
}
