//! The due instances of what the parties undertook: obligations, committees and payments.

mod payments;
pub(super) mod schedule;

use super::committees::meetings;
use super::ledger::ConventionLedger;
use super::terms::{Provision, entry, record_of};
use super::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Unknown};
use crate::model::{
    Convention, Date, Fulfilment, Id, KeyPath, Money, Obligation, ObligationTopic, Portfolio, Recurrence, Statistics,
    Timing,
};
use schedule::{Completion, ScheduleBounds, ScheduledDate, SettlingRule, slots};

/// Adds every occurrence of a convention as of a day; none before the convention counts.
pub(super) fn of_convention(
    portfolio: &Portfolio,
    book: &ConventionLedger<'_>,
    as_of: Date,
    all: &mut Vec<Occurrence>,
) {
    OccurrenceBuilder { portfolio, book, as_of, in_words: true }.all(all);
}

/// The same to be counted only: nothing in them says what they are about, nor where that is written.
pub(super) fn to_count(portfolio: &Portfolio, book: &ConventionLedger<'_>, as_of: Date, all: &mut Vec<Occurrence>) {
    OccurrenceBuilder { portfolio, book, as_of, in_words: false }.all(all);
}

/// The late first, then by due date; what has no day after what has one.
pub(super) fn sort(occurrences: &mut [Occurrence]) {
    occurrences.sort_by_cached_key(rank);
}

/// One sorted list of several.
pub(super) fn merge(lists: Vec<Vec<Occurrence>>) -> Vec<Occurrence> {
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    let mut lists: Vec<_> = lists.into_iter().map(|list| list.into_iter().peekable()).collect();
    loop {
        // The first of equals comes from the first list, as in one sort of them all.
        let first = lists.iter_mut().filter_map(|list| Some((rank(list.peek()?), list))).min_by_key(|(rank, _)| *rank);
        let Some((_, list)) = first else { return all };
        all.extend(list.next());
    }
}

fn rank(one: &Occurrence) -> (OccurrenceState, bool, Option<Date>) {
    (one.state, one.due.is_none(), one.due)
}

/// What every occurrence of a convention is made from.
struct OccurrenceBuilder<'a> {
    portfolio: &'a Portfolio,
    book: &'a ConventionLedger<'a>,
    as_of: Date,
    /// Whether occurrences say what they are about and where that is written: most of what it costs to make one.
    in_words: bool,
}

impl OccurrenceBuilder<'_> {
    fn all(&self, all: &mut Vec<Occurrence>) {
        if !self.book.counts {
            return;
        }
        payments::of_convention(self, all);
        self.committees(all);
        for written in &self.book.terms.obligations {
            self.obligation(written, all);
        }
    }

    fn blank(&self, obligation: &str, document: &Convention, path: impl FnOnce() -> KeyPath) -> Occurrence {
        let base = self.book.terms.base;
        let (obligation, path) = if self.in_words { (obligation.to_owned(), path()) } else { Default::default() };
        Occurrence {
            convention: base.id.clone(),
            startups: base.startups.clone(),
            obligation,
            source: OccurrenceSource::Obligation,
            article: None,
            debtor: None,
            creditor: None,
            kind: OccurrenceKind::Once,
            due: None,
            unknown: None,
            state: OccurrenceState::Undetermined,
            days_late: 0,
            what: String::new(),
            amount: None,
            done: None,
            shown_by: None,
            record: record_of(document),
            path,
        }
    }

    /// Sets the due date and where the occurrence stands by it. A late date does not slide.
    fn set_due(&self, one: &mut Occurrence, due: Date) {
        let ahead = (due - self.as_of).num_days();
        one.due = Some(due);
        one.days_late = (-ahead).max(0);
        one.state = if ahead < 0 {
            OccurrenceState::Late
        } else if ahead <= i64::from(self.portfolio.incubator.habits.due_soon_days) {
            OccurrenceState::DueSoon
        } else {
            OccurrenceState::Open
        };
    }

    fn committees(&self, all: &mut Vec<Occurrence>) {
        let Some((clause, document)) = self.book.terms.committee.filter(|_| !self.book.over) else { return };
        let blank = |startup: Option<&Id>| Occurrence {
            startups: startup.cloned().into_iter().collect(),
            source: OccurrenceSource::Committee(startup.cloned()),
            article: clause.article.clone(),
            debtor: clause.organiser.clone(),
            kind: OccurrenceKind::Recurring,
            ..self.blank("committee", document, || KeyPath::top().key("committee"))
        };
        if self.book.terms.base.startups.is_empty() {
            all.push(Occurrence { unknown: Some(Unknown::NoStartup), ..blank(None) });
        }
        for id in &self.book.terms.base.startups {
            let Some(startup) = self.portfolio.startups.get(id) else { continue };
            match meetings(&self.book.terms, clause, startup, self.as_of) {
                None => {}
                Some(Err(unknown)) => all.push(Occurrence { unknown: Some(unknown), ..blank(Some(id)) }),
                Some(Ok(slots)) => all.extend(slots.iter().map(|slot| self.slot(blank(Some(id)), slot))),
            }
        }
    }

    fn slot(&self, mut one: Occurrence, slot: &ScheduledDate<'_>) -> Occurrence {
        self.set_due(&mut one, slot.due);
        if let Some(fact) = slot.met {
            done(&mut one, fact.on, fact.evidence);
        }
        one
    }

    fn obligation(&self, written: &Provision<'_, Obligation>, all: &mut Vec<Occurrence>) {
        match written.item.timing {
            Timing::Standing => all.extend(self.standing(written)),
            Timing::Once(moment) => {
                let due = moment.map(|moment| self.book.terms.day_of(moment, written.signed));
                all.push(self.once(written, due.unwrap_or(Err(Unknown::NoDay))));
            }
            Timing::Recurring(recurrence) => self.recurring(written, &recurrence, all),
        }
    }

    fn blank_of(&self, written: &Provision<'_, Obligation>, kind: OccurrenceKind) -> Occurrence {
        let item = written.item;
        let mut one = self.blank(&item.id, written.document, || entry("obligations", written.index));
        one.kind = kind;
        if self.in_words {
            one.article.clone_from(&item.article);
            one.debtor = item.debtor().cloned();
            one.creditor = item.creditor().cloned();
            one.what.clone_from(&item.what);
        }
        one
    }

    /// A standing undertaking ends with the convention.
    fn standing(&self, written: &Provision<'_, Obligation>) -> Option<Occurrence> {
        if self.book.over {
            return None;
        }
        let mut one = self.blank_of(written, OccurrenceKind::Standing);
        one.state = OccurrenceState::Standing;
        self.settle(&mut one, written.item);
        Some(one)
    }

    fn once(&self, written: &Provision<'_, Obligation>, due: Result<Date, Unknown>) -> Occurrence {
        let mut one = self.blank_of(written, OccurrenceKind::Once);
        match due {
            Ok(day) => self.set_due(&mut one, day),
            Err(unknown) => one.unknown = Some(unknown),
        }
        self.settle(&mut one, written.item);
        one
    }

    fn recurring(&self, written: &Provision<'_, Obligation>, recurrence: &Recurrence, all: &mut Vec<Occurrence>) {
        let facts: Vec<Completion<'_>> = self.fulfilments(written.item).map(fact).collect();
        let frame = ScheduleBounds {
            signed: written.signed,
            until: self.book.terms.ends().ok(),
            as_of: self.as_of,
            settling: SettlingRule::One,
        };
        let blank = || self.blank_of(written, OccurrenceKind::Recurring);
        match slots(recurrence, &frame, &facts) {
            Ok(slots) => all.extend(slots.iter().map(|slot| self.slot(blank(), slot))),
            Err(_) if self.book.over => {}
            Err(unknown) => all.push(Occurrence { unknown: Some(unknown), ..blank() }),
        }
    }

    /// The times that an obligation was met by the day, in whichever document they were written down.
    fn fulfilments<'b>(&'b self, obligation: &'b Obligation) -> impl Iterator<Item = &'b Fulfilment> {
        let terms = &self.book.terms;
        let elsewhere = terms.documents().filter(|_| !terms.amendments.is_empty());
        let others = elsewhere
            .flat_map(|document| &document.obligations)
            .filter(|other| other.id == obligation.id && !std::ptr::eq(*other, obligation));
        let as_of = self.as_of;
        std::iter::once(obligation)
            .chain(others)
            .flat_map(|one| &one.fulfilled)
            .filter(move |fulfilment| fulfilment.on <= as_of)
    }

    /// Marks what is not recurring as done, by a fulfilment or by a fact that is written elsewhere.
    fn settle(&self, one: &mut Occurrence, obligation: &Obligation) {
        if let Some(last) = self.fulfilments(obligation).max_by_key(|fulfilment| fulfilment.on) {
            done(one, last.on, last.evidence.as_deref());
            return;
        }
        match obligation.about {
            Some(ObligationTopic::Refund) => self.settle_refund(one, obligation),
            Some(matter @ (ObligationTopic::StatisticsPage | ObligationTopic::SourceCode)) => {
                if let Some(shown_by) = self.shown_by_startups(matter) {
                    one.state = OccurrenceState::Done;
                    one.days_late = 0;
                    one.shown_by = Some(shown_by);
                }
            }
            _ => {}
        }
    }

    /// Nothing to give back once the convention is over: done, on the day of the last refund or of the end.
    fn settle_refund(&self, one: &mut Occurrence, obligation: &Obligation) {
        let owed_to = |from: &Id| obligation.creditors.is_empty() || obligation.creditors.contains(from);
        let shares =
            self.book.shares_of(None).filter(|(written, _)| written.item.to.is_some() && owed_to(&written.item.from));
        let (mut owed, mut last) = (Money::ZERO, None);
        for (_, share) in shares {
            owed += share.tally.figures.refundable;
            last = last.max(share.refunded_on);
        }
        if !owed.is_zero() {
            one.amount = Some(owed);
        } else if let Some(day) = last.or(self.book.terms.ends().ok()).filter(|_| self.book.over) {
            done(one, day, None);
        }
    }

    /// What the startups' records show of a matter, where all of them do. No day stands there: it counts from when
    /// the startup was there.
    fn shown_by_startups(&self, matter: ObligationTopic) -> Option<String> {
        let mut shown = Vec::new();
        for id in &self.book.terms.base.startups {
            let startup = self.portfolio.startups.get(id).filter(|startup| startup.had_begun(self.as_of))?;
            let what = if matter == ObligationTopic::SourceCode {
                startup.repository.clone()
            } else {
                startup.statistics.as_ref().filter(|page| page.exists()).map(|page| match page {
                    Statistics::At(address) => address.clone(),
                    Statistics::Declared(_) => String::new(),
                })
            };
            shown.push(what?);
        }
        shown.retain(|address| !address.is_empty());
        (!self.book.terms.base.startups.is_empty()).then(|| shown.join(", "))
    }
}

fn fact(fulfilment: &Fulfilment) -> Completion<'_> {
    Completion { on: fulfilment.on, due: fulfilment.due, evidence: fulfilment.evidence.as_deref() }
}

fn done(one: &mut Occurrence, on: Date, evidence: Option<&str>) {
    one.state = OccurrenceState::Done;
    one.days_late = 0;
    one.done = Some((on, evidence.map(str::to_owned)));
}
