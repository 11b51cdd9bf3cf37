//! The committee clock: when a startup's next committee is due, under each clause that promises one or by habit.

use super::ledger::ConventionLedger;
use super::occurrences::schedule::{Completion, ScheduleBounds, ScheduledDate, SettlingRule, slots};
use super::terms::{Terms, record_of};
use super::{ClockState, CommitteeClock, Unknown};
use crate::model::{
    CommitteeClause, CommitteeState, Convention, Date, Habits, Portfolio, RecordKind, Recurrence, Startup,
};
use chrono::Days;

/// The due dates of a startup's committee under a clause: those missed, the last one met and the next.
/// `None` where the startup is not being incubated on the day.
pub(super) fn meetings<'a>(
    terms: &Terms<'_>,
    clause: &CommitteeClause,
    startup: &'a Startup,
    as_of: Date,
) -> Option<Result<Vec<ScheduledDate<'a>>, Unknown>> {
    if !is_incubated(startup, as_of) {
        return None;
    }
    let facts: Vec<Completion<'_>> =
        held(startup, as_of).map(|(on, source)| Completion { on, due: None, evidence: source }).collect();
    let signed = terms.committee.map_or(terms.signed, |(_, document)| {
        // A clause that an amendment restates hangs on the convention's signature, one that it adds on its own.
        if terms.base.committee.is_some() { terms.signed } else { document.signed.filter(|day| *day <= as_of) }
    });
    let frame = ScheduleBounds { signed, until: terms.ends().ok(), as_of, settling: SettlingRule::AllDueByThen };
    Some(slots(&Recurrence { every: clause.every, from: clause.from }, &frame, &facts))
}

/// Whether committees are due: in a phase in which the incubator invests, or with no phase recorded at all.
fn is_incubated(startup: &Startup, as_of: Date) -> bool {
    startup.phases.is_empty() || startup.phase_on(as_of).is_some_and(|start| start.phase.is_active())
}

/// The meetings held by the day, and where each is known from.
fn held(startup: &Startup, as_of: Date) -> impl Iterator<Item = (Date, Option<&str>)> {
    let by_then = move |on: Date| on <= as_of;
    let all = startup.committees.iter().filter(|one| one.state == CommitteeState::Held);
    all.filter(move |one| by_then(one.on)).map(|one| (one.on, one.source.as_deref()))
}

/// The clocks of a startup: one for each of its conventions in force with a clause, else that of the habit.
/// `runs_out` is the day that its money runs out.
pub(super) fn clocks(
    portfolio: &Portfolio,
    startup: &Startup,
    books: &[&ConventionLedger<'_>],
    runs_out: Option<Date>,
    as_of: Date,
) -> Vec<CommitteeClock> {
    let habits = &portfolio.incubator.habits;
    let bare = bare(startup, as_of);
    if !is_incubated(startup, as_of) {
        return vec![bare];
    }
    let governing = books.iter().filter(|book| book.counts && !book.over);
    let mut clocks: Vec<CommitteeClock> = governing
        .filter_map(|book| {
            book.terms.committee.map(|(clause, _)| under_clause(&bare, &book.terms, clause, startup, as_of))
        })
        .collect();
    if clocks.is_empty() {
        // The clause may stand in what could not be read: nobody is late by a habit that may not be theirs.
        let clause_unread = may_be_unread(portfolio, books);
        clocks.push(if clause_unread { unread(&bare) } else { by_habit(&bare, habits) });
    }
    for clock in &mut clocks {
        bring_forward(clock, habits, runs_out);
        wind(clock, habits, as_of);
    }
    clocks
}

/// Whether a convention that could not be read may hold the committee clause of a startup whose conventions,
/// as far as they were read, hold none.
fn may_be_unread(portfolio: &Portfolio, books: &[&ConventionLedger<'_>]) -> bool {
    let half_read = |document: &Convention| portfolio.half_read.contains(&record_of(document));
    portfolio.unreadable.iter().any(|record| record.kind == RecordKind::Convention)
        || (!portfolio.half_read.is_empty() && books.iter().any(|book| book.terms.documents().any(half_read)))
}

fn unread(bare: &CommitteeClock) -> CommitteeClock {
    CommitteeClock { unknown: Some(Unknown::Unreadable), ..bare.clone() }
}

fn bare(startup: &Startup, as_of: Date) -> CommitteeClock {
    // One planned and not held after its day counts as nothing.
    let ahead = startup.committees.iter().filter(|one| one.state == CommitteeState::Planned && one.on >= as_of);
    CommitteeClock {
        startup: startup.id.clone(),
        convention: None,
        article: None,
        last_held: held(startup, as_of).map(|(on, _)| on).max(),
        planned: ahead.map(|one| one.on).min(),
        next_due: None,
        papers_due: None,
        runs_out: None,
        state: ClockState::None,
        days_late: 0,
        unknown: None,
    }
}

fn under_clause(
    bare: &CommitteeClock,
    terms: &Terms<'_>,
    clause: &CommitteeClause,
    startup: &Startup,
    as_of: Date,
) -> CommitteeClock {
    let mut clock =
        CommitteeClock { convention: Some(terms.base.id.clone()), article: clause.article.clone(), ..bare.clone() };
    match meetings(terms, clause, startup, as_of) {
        Some(Ok(slots)) => clock.next_due = slots.iter().find(|slot| slot.met.is_none()).map(|slot| slot.due),
        Some(Err(unknown)) => clock.unknown = Some(unknown),
        None => {}
    }
    clock
}

/// Every six months counted from the last one held; before the first, nothing says from when.
fn by_habit(bare: &CommitteeClock, habits: &Habits) -> CommitteeClock {
    let next_due = bare.last_held.and_then(|day| habits.committee_every.after(day));
    CommitteeClock { next_due, unknown: next_due.is_none().then_some(Unknown::NoDay), ..bare.clone() }
}

/// The committee comes 45 days before the money runs out where that is sooner, unless one was held since.
fn bring_forward(clock: &mut CommitteeClock, habits: &Habits, runs_out: Option<Date>) {
    let before = Days::new(habits.committee_before_runout_days.into());
    let Some(due) = runs_out.and_then(|day| day.checked_sub_days(before)) else { return };
    if clock.unknown == Some(Unknown::Unreadable) {
        return;
    }
    let held_for_it = clock.last_held.is_some_and(|day| day >= due);
    if !held_for_it && clock.next_due.is_none_or(|next| due < next) {
        clock.next_due = Some(due);
        clock.runs_out = runs_out;
        clock.unknown = None;
    }
}

fn wind(clock: &mut CommitteeClock, habits: &Habits, as_of: Date) {
    clock.state = match clock.next_due {
        None if clock.unknown.is_some() => ClockState::Undetermined,
        None => ClockState::None,
        Some(due) if due < as_of => ClockState::Late,
        Some(due) if (due - as_of).num_days() <= i64::from(habits.due_soon_days) => ClockState::DueSoon,
        Some(_) => ClockState::Ok,
    };
    clock.days_late = clock.next_due.map_or(0, |due| (as_of - due).num_days().max(0));
    let meeting = clock.planned.or(clock.next_due);
    clock.papers_due = meeting.and_then(|day| day.checked_sub_days(Days::new(habits.papers_days.into())));
}
