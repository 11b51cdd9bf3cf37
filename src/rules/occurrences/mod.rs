//! What is due: payments, committees, obligations, and what startups agreed to do.

mod duties;
mod fund_report;
mod payments;
mod startups;

use std::sync::Arc;

use super::committees::{Meeting, binds, binds_incubator, incubation_ended, is_incubated, meetings};
use super::ledger::ConventionLedger;
use super::terms::{Missing, Provision, record_of};
use super::{Occurrence, OccurrenceKind, OccurrenceSource, OccurrenceState, Unknown};
use crate::model::{
    CommitteeClause, Convention, Date, FUND_REPORT, Habits, Id, Ids, KeyPath, Obligation, Portfolio, RecordRef,
    Startup, Text,
};
pub(super) use duties::unmatched;
pub(super) use fund_report::{asks as decree_asks_report, payments as fund_payments};
pub(super) use startups::of_startup;

/// Appends all occurrences of a convention as of a day. Appends none before the convention counts as promised.
pub(super) fn of_convention(
    portfolio: &Portfolio,
    ledger: &ConventionLedger<'_>,
    as_of: Date,
    all: &mut Vec<Occurrence>,
) {
    OccurrenceBuilder { portfolio, ledger, as_of, with_words: true }.all(all);
}

/// Does the same without texts and paths, which counting doesn't need.
pub(super) fn to_count(portfolio: &Portfolio, ledger: &ConventionLedger<'_>, as_of: Date, all: &mut Vec<Occurrence>) {
    OccurrenceBuilder { portfolio, ledger, as_of, with_words: false }.all(all);
}

/// Sorts the late ones first, then by due date. Occurrences without a due date come last.
pub(super) fn sort(occurrences: &mut [Occurrence]) {
    occurrences.sort_by_cached_key(rank);
}

pub(super) fn merge(lists: Vec<Vec<Occurrence>>) -> Vec<Occurrence> {
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    let mut lists: Vec<_> = lists.into_iter().map(|list| list.into_iter().peekable()).collect();
    loop {
        // Equal occurrences stay in the order of their lists, as in a stable sort.
        let first = lists.iter_mut().filter_map(|list| Some((rank(list.peek()?), list))).min_by_key(|(rank, _)| *rank);
        let Some((_, list)) = first else { return all };
        all.extend(list.next());
    }
}

fn rank(one: &Occurrence) -> (OccurrenceState, bool, Option<Date>) {
    (one.state, one.due.is_none(), one.due)
}

/// The input for the occurrences of a convention.
struct OccurrenceBuilder<'a> {
    portfolio: &'a Portfolio,
    ledger: &'a ConventionLedger<'a>,
    as_of: Date,
    /// Whether to fill in texts and paths, which is most of the work.
    with_words: bool,
}

impl OccurrenceBuilder<'_> {
    fn all(&self, all: &mut Vec<Occurrence>) {
        if !self.ledger.counts {
            return;
        }
        payments::of_convention(self, all);
        self.committees(all);
        // An entry with this id only records fulfilments of the report that the decree asks for.
        let is_stated = |one: &&Provision<'_, Obligation>| one.item.id != FUND_REPORT;
        for provision in self.ledger.terms.obligations.iter().filter(is_stated) {
            duties::of_obligation(self, provision, all);
        }
        fund_report::of_convention(self, all);
    }

    fn blank(&self, id: &str, obligation: &str, document: &Convention, path: impl FnOnce() -> KeyPath) -> Occurrence {
        let base = self.ledger.terms.base;
        let (id, obligation, path) =
            if self.with_words { (id.into(), obligation.into(), path()) } else { Default::default() };
        Occurrence {
            id,
            obligation,
            path,
            convention: Some(base.id.clone()),
            startups: base.startups.as_slice().into(),
            ..blank(OccurrenceSource::Obligation, OccurrenceKind::Once, record_of(document))
        }
    }

    fn habits(&self) -> &Habits {
        &self.portfolio.incubator.habits
    }

    /// Sets the due date, or what is missing to compute it.
    fn set_day(&self, one: &mut Occurrence, day: Result<Date, Missing>) {
        match day {
            Ok(day) => set_due(one, day, self.habits(), self.as_of),
            Err(Missing { what, estimate }) => {
                one.unknown = Some(what);
                one.due = estimate;
                one.state = if what.is_awaited() { OccurrenceState::Waiting } else { OccurrenceState::Undetermined };
            }
        }
    }

    fn committees(&self, all: &mut Vec<Occurrence>) {
        let terms = &self.ledger.terms;
        let Some(clause) = &terms.committee else { return };
        if binds_incubator(terms.base).is_some() {
            for startup in self.portfolio.startups.values() {
                match binds(terms, startup) {
                    Ok(true) => self.meetings(clause, startup, all),
                    Ok(false) => {}
                    Err(unknown) => self.unknown_meeting(clause, Some(&startup.id), unknown, all),
                }
            }
            return;
        }
        if terms.base.startups.is_empty() {
            self.unknown_meeting(clause, None, Unknown::NoStartup, all);
        }
        for startup in terms.base.startups.iter().filter_map(|id| self.portfolio.startups.get(id)) {
            self.meetings(clause, startup, all);
        }
    }

    /// Appends the meetings of one startup. After the end of the startup or the convention, unmet ones are `missed`.
    fn meetings(&self, clause: &Provision<'_, CommitteeClause>, startup: &Startup, all: &mut Vec<Occurrence>) {
        let ended = self.ledger.over || incubation_ended(startup, self.as_of).is_some();
        if !is_incubated(startup, self.as_of) && !ended {
            return;
        }
        match meetings(&self.ledger.terms, startup) {
            Ok(meetings) => {
                let last_met = meetings.iter().rposition(|meeting| meeting.met.is_some());
                let last_on = last_met.and_then(|index| meetings[index].met).map(|committee| committee.on);
                // Meetings that the same committee met are shown together; older ones are left out.
                let is_shown = |one: &&Meeting<'_>| one.met.is_none_or(|committee| Some(committee.on) == last_on);
                for meeting in meetings.iter().filter(is_shown) {
                    all.push(self.meeting(clause, startup, meeting, ended));
                }
            }
            Err(unknown) if !ended => self.unknown_meeting(clause, Some(&startup.id), unknown, all),
            Err(_) => {}
        }
    }

    fn meeting(
        &self,
        clause: &Provision<'_, CommitteeClause>,
        startup: &Startup,
        meeting: &Meeting<'_>,
        ended: bool,
    ) -> Occurrence {
        let mut one = self.committee(clause, Some(&startup.id));
        set_due(&mut one, meeting.due, self.habits(), self.as_of);
        match meeting.met {
            Some(committee) => set_done(&mut one, committee.on, committee.source.as_ref().map(Text::from)),
            None if ended => set_state(&mut one, OccurrenceState::Missed),
            None => {}
        }
        one
    }

    fn unknown_meeting(
        &self,
        clause: &Provision<'_, CommitteeClause>,
        startup: Option<&Id>,
        unknown: Unknown,
        all: &mut Vec<Occurrence>,
    ) {
        if !self.ledger.over {
            all.push(Occurrence { unknown: Some(unknown), ..self.committee(clause, startup) });
        }
    }

    fn committee(&self, clause: &Provision<'_, CommitteeClause>, startup: Option<&Id>) -> Occurrence {
        Occurrence {
            startups: startup.cloned().into(),
            source: OccurrenceSource::Committee(startup.cloned()),
            article: clause.item.article.as_ref().map(Text::from),
            debtors: clause.item.organiser.clone().into(),
            inferred: clause.item.inferred.clone(),
            kind: OccurrenceKind::Recurring,
            ..self.blank("committee", "committee", clause.document, || KeyPath::top().key("committee"))
        }
    }
}

/// Returns an occurrence without a due date.
fn blank(source: OccurrenceSource, kind: OccurrenceKind, record: RecordRef) -> Occurrence {
    Occurrence {
        id: Text::default(),
        convention: None,
        startups: Ids::EMPTY,
        obligation: Text::default(),
        source,
        article: None,
        debtors: Ids::EMPTY,
        creditors: Ids::EMPTY,
        owner: None,
        kind,
        due: None,
        unknown: None,
        state: OccurrenceState::Undetermined,
        days_late: 0,
        what: Text::default(),
        amount: None,
        payments_recorded: true,
        done: None,
        inferred: Arc::default(),
        record,
        path: KeyPath::top(),
    }
}

/// Sets the due date and the state: `due-soon` up to and including the due date, then `late`.
fn set_due(one: &mut Occurrence, due: Date, habits: &Habits, as_of: Date) {
    let ahead = (due - as_of).num_days();
    one.due = Some(due);
    one.days_late = (-ahead).max(0);
    one.state = if ahead < 0 {
        OccurrenceState::Late
    } else if ahead <= i64::from(habits.due_soon_days) {
        OccurrenceState::DueSoon
    } else {
        OccurrenceState::Open
    };
}

/// Sets a state that is never late.
fn set_state(one: &mut Occurrence, state: OccurrenceState) {
    one.state = state;
    one.days_late = 0;
}

fn set_done(one: &mut Occurrence, on: Date, evidence: Option<Text>) {
    set_state(one, OccurrenceState::Done);
    one.unknown = None;
    one.done = Some((on, evidence));
}
