//! Committee clocks: when the next committee of a startup is due, under each clause that binds it and for reasons that
//! no clause states.

use chrono::Days;

use super::ledger::ConventionLedger;
use super::terms::{Provision, Terms, entry_path, record_of};
use super::{ClockReason, ClockState, CommitteeClock, Unknown};
use crate::model::{
    Committee, CommitteeClause, CommitteeState, Convention, Date, Decision, Habits, Id, IncubatorStay, KeyPath,
    Portfolio, RecordKind, RecurrenceStart, Startup,
};

/// A committee held at most this many days before the money runs out counts as the one about the runway.
const MEETS_RUN_OUT_FROM: u64 = 90;
/// An upper bound for the due dates of one clause.
const MAX_DATES: usize = 4_000;

/// A meeting that a clause requires, and the committee that met it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meeting<'a> {
    pub due: Date,
    pub met: Option<&'a Committee>,
}

/// Returns the committees held by a day, by date. Skips deferrals.
fn held(startup: &Startup, as_of: Date) -> Vec<&Committee> {
    let is_held = |one: &&Committee| one.is_held_by(as_of) && one.decision != Some(Decision::Defer);
    let mut all: Vec<_> = startup.committees.iter().filter(is_held).collect();
    all.sort_by_key(|committee| committee.on);
    all
}

/// Returns the day on which the incubator stopped investing: the first day of the phase after the last active one.
/// `None` while it invests, and for a startup without phases.
pub(super) fn incubation_ended(startup: &Startup, as_of: Date) -> Option<Date> {
    let mut begun: Vec<_> = startup.phases.iter().filter(|start| start.from <= as_of).collect();
    begun.sort_by_key(|start| start.from);
    let after = begun.iter().rposition(|start| start.phase.is_active()).map_or(0, |index| index + 1);
    begun.get(after).map(|start| start.from)
}

/// Returns true in a phase in which the incubator invests, and for a startup without phases.
pub(super) fn is_incubated(startup: &Startup, as_of: Date) -> bool {
    startup.phases.is_empty() || startup.phase_on(as_of).is_some_and(|start| start.phase.is_active())
}

/// Returns the meetings that the clause of a convention requires of a startup, up to the next one. Each missed one is
/// separate. A committee held meets all meetings that were due by then, or else the next one, and the clause counts
/// from that committee on.
///
/// Source: « un comité d'investissement tous les six mois » (article 2 of the conventions).
///
/// # Errors
/// Returns what is missing if the day to count from is unknown, whatever was held.
pub(super) fn meetings<'a>(terms: &Terms<'_>, startup: &'a Startup) -> Result<Vec<Meeting<'a>>, Unknown> {
    let Some(clause) = &terms.committee else { return Ok(Vec::new()) };
    let start = start(terms, startup)?;
    let ended = incubation_ended(startup, terms.as_of);
    let until = terms.firm_end();
    let is_demanded = |due: Date| until.is_none_or(|end| due <= end) && ended.is_none_or(|end| due < end);
    let mut meetings: Vec<Meeting<'_>> = Vec::new();
    let mut anchor = start;
    for committee in held(startup, terms.as_of).into_iter().filter(|one| one.on > start) {
        let mut due: Vec<Date> = due_dates(clause, anchor).take_while(|due| *due <= committee.on).collect();
        if due.is_empty() {
            due.extend(due_dates(clause, anchor).next());
        }
        let met = due.into_iter().filter(|due| is_demanded(*due));
        meetings.extend(met.map(|due| Meeting { due, met: Some(committee) }));
        anchor = committee.on;
    }
    let mut ahead = 0;
    let open = due_dates(clause, anchor).take_while(|due| {
        ahead += u8::from(*due >= terms.as_of);
        is_demanded(*due) && ahead <= 1
    });
    meetings.extend(open.map(|due| Meeting { due, met: None }));
    Ok(meetings)
}

/// Yields the due dates of a clause that counts from `anchor`. An amendment with another rhythm keeps the due dates
/// before it; its own due dates count from the same day.
fn due_dates(clause: &Provision<'_, CommitteeClause>, anchor: Date) -> impl Iterator<Item = Date> {
    let replaced = clause.earlier.iter().map(|version| (version.item.every, Some(version.until)));
    let mut versions: Vec<_> = replaced.collect();
    versions.push((clause.item.every, None));
    let mut since = None;
    versions.into_iter().flat_map(move |(every, until)| {
        let from = std::mem::replace(&mut since, until);
        let all = (1..).map_while(move |count| every.times_after(count, anchor)).take(MAX_DATES);
        let all = all.skip_while(move |due| from.is_some_and(|from| *due < from));
        all.take_while(move |due| until.is_none_or(|until| *due < until))
    })
}

/// Returns the day from which a clause counts for a startup: the signature, or the day that the clause names. Under a
/// framework, this is not before the startup joined the framework's incubator.
fn start(terms: &Terms<'_>, startup: &Startup) -> Result<Date, Unknown> {
    let clause = terms.committee.as_ref().ok_or(Unknown::NoDay)?;
    let from = match clause.item.from {
        RecurrenceStart::On(day) => clause.signature.bind(day),
        RecurrenceStart::Signature | RecurrenceStart::Last => clause.signature.day(),
    };
    let from = from.ok_or(Unknown::Signature)?;
    match binds_incubator(terms.base) {
        Some(incubator) => Ok(from.max(joined(startup, incubator, terms.as_of)?.0)),
        None => Ok(from),
    }
}

/// Returns the incubator whose startups the clause of a framework binds.
pub(super) fn binds_incubator(convention: &Convention) -> Option<&Id> {
    convention.incubator.as_ref().filter(|_| convention.is_framework())
}

/// Returns the day on which a startup joined an incubator, and its path; else the first phase.
fn joined(startup: &Startup, incubator: &Id, as_of: Date) -> Result<(Date, KeyPath), Unknown> {
    let stays = startup.incubators.iter().enumerate().filter(|(_, stay)| stay.id == *incubator);
    let recorded = stays.filter_map(|(n, stay)| Some((stay.from?, entry_path("incubators", n).key("from"))));
    let recorded = recorded.filter(|(from, _)| *from <= as_of).max_by_key(|(from, _)| *from);
    let phases = startup.phases.iter().enumerate();
    let first = || phases.min_by_key(|(_, start)| start.from).map(|(n, start)| (start.from, entry_path("phases", n)));
    recorded.or_else(first).ok_or(Unknown::Incubator)
}

/// Returns the day on which a startup joined the framework's incubator, and the path of that day in the startup's
/// record.
pub(super) fn incubator_joined(terms: &Terms<'_>, startup: &Startup) -> Option<(Date, KeyPath)> {
    joined(startup, binds_incubator(terms.base)?, terms.as_of).ok()
}

/// Returns the frameworks in force with a committee clause for the startups of an incubator.
pub(super) fn frameworks(portfolio: &Portfolio, as_of: Date) -> Vec<Terms<'_>> {
    let all = portfolio.frameworks().filter(|one| binds_incubator(one).is_some());
    let terms = all.map(|framework| Terms::read(portfolio, framework, as_of));
    terms.filter(|terms| terms.committee.is_some() && terms.counts() && !terms.is_over()).collect()
}

/// Returns true if the clause of a framework binds a startup.
///
/// # Errors
/// Returns [`Unknown::Incubator`] if the startup left the incubator on an unknown day.
pub(super) fn binds(terms: &Terms<'_>, startup: &Startup) -> Result<bool, Unknown> {
    let Some(incubator) = binds_incubator(terms.base) else { return Ok(false) };
    let began = |from: Option<Date>| from.is_none_or(|from| from <= terms.as_of);
    let stays: Vec<_> = startup.incubators.iter().filter(|stay| stay.id == *incubator).collect();
    if startup.incubator.as_ref() == Some(incubator) {
        return Ok(stays.is_empty() || stays.iter().any(|stay| began(stay.from)));
    }
    if stays.is_empty() && !startup.former_incubators.contains(incubator) {
        return Ok(false);
    }
    let is_open = |stay: &IncubatorStay| stay.until.is_none() && began(stay.from);
    let has_left = startup.incubator.is_some() || startup.former_incubators.contains(incubator);
    if stays.is_empty() || has_left && stays.iter().any(|stay| is_open(stay)) {
        return Err(Unknown::Incubator);
    }
    Ok(stays.iter().any(|stay| began(stay.from) && stay.until.is_none_or(|until| terms.as_of <= until)))
}

/// Returns the clocks of a startup: one per clause that binds it (its conventions' first, then the frameworks'), and
/// one for reasons that no clause states. `runs_out` is the day on which its money runs out. A clause that may be in a
/// convention that could not be read has an undetermined one.
pub(super) fn clocks(
    portfolio: &Portfolio,
    startup: &Startup,
    own: &[&ConventionLedger<'_>],
    frameworks: &[Terms<'_>],
    runs_out: Option<Date>,
    as_of: Date,
) -> Vec<CommitteeClock> {
    let habits = &portfolio.incubator.habits;
    let blank = blank(startup, as_of);
    if !is_incubated(startup, as_of) {
        return vec![blank];
    }
    let has_clause =
        |ledger: &&&ConventionLedger<'_>| ledger.counts && !ledger.over && ledger.terms.committee.is_some();
    let mut clocks: Vec<CommitteeClock> = own
        .iter()
        .filter(|ledger| binds_incubator(ledger.terms.base).is_none())
        .filter(has_clause)
        .map(|ledger| under_clause(&blank, &ledger.terms, startup, Ok(())))
        .collect();
    if clocks.is_empty() {
        clocks.extend(unread_clause(&blank, portfolio, own));
    }
    for terms in frameworks {
        match binds(terms, startup) {
            Ok(false) => {}
            bound => clocks.push(under_clause(&blank, terms, startup, bound.map(|_| ()))),
        }
    }
    clocks.extend(beyond_clauses(&blank, habits, startup, &clocks, runs_out, as_of));
    for clock in &mut clocks {
        set_state(clock, habits, as_of);
    }
    clocks
}

fn blank(startup: &Startup, as_of: Date) -> CommitteeClock {
    let planned = || startup.committees.iter().filter(|one| one.state == CommitteeState::Planned).map(|one| one.on);
    let settled = startup.committees.iter().filter(|one| one.state != CommitteeState::Planned && one.on <= as_of);
    let settled = settled.map(|one| one.on).max();
    CommitteeClock {
        startup: startup.id.clone(),
        convention: None,
        reason: None,
        article: None,
        last_held: held(startup, as_of).last().map(|committee| committee.on),
        planned: planned().filter(|on| *on >= as_of).min(),
        planned_passed: planned().filter(|on| *on < as_of && settled.is_none_or(|day| day < *on)).max(),
        next_due: None,
        papers_due: None,
        runs_out: None,
        state: ClockState::None,
        days_late: 0,
        unknown: None,
    }
}

fn under_clause(
    blank: &CommitteeClock,
    terms: &Terms<'_>,
    startup: &Startup,
    bound: Result<(), Unknown>,
) -> CommitteeClock {
    let article = terms.committee.as_ref().and_then(|clause| clause.item.article.clone());
    let mut clock = CommitteeClock {
        convention: Some(terms.base.id.clone()),
        reason: Some(ClockReason::Clause),
        article,
        ..blank.clone()
    };
    match bound.and_then(|()| meetings(terms, startup)) {
        Ok(meetings) => clock.next_due = meetings.iter().find(|one| one.met.is_none()).map(|one| one.due),
        Err(unknown) => clock.unknown = Some(unknown),
    }
    clock
}

/// Returns the clock for reasons that no clause states: the last decision expires, was deferred, or the money runs out;
/// and the habit, if no clause gives a day. `None` if it has no day and there is another clock.
fn beyond_clauses(
    blank: &CommitteeClock,
    habits: &Habits,
    startup: &Startup,
    clauses: &[CommitteeClock],
    runs_out: Option<Date>,
    as_of: Date,
) -> Option<CommitteeClock> {
    // Including deferrals.
    let last = startup.last_committee(as_of);
    let mut demands: Vec<(Date, ClockReason)> = Vec::new();
    demands.extend(last.and_then(|one| one.until).map(|day| (day, ClockReason::Decision)));
    demands.extend(last.and_then(|one| one.deferred_until).map(|day| (day, ClockReason::Deferred)));
    demands.extend(run_out_demand(blank, habits, runs_out).map(|day| (day, ClockReason::Runway)));
    let gives_day = |clock: &CommitteeClock| clock.next_due.is_some() || clock.unknown == Some(Unknown::Unreadable);
    if !clauses.iter().any(gives_day) {
        demands.extend(habitual_day(blank, startup, habits).map(|day| (day, ClockReason::Habit)));
    }
    let Some((day, reason)) = demands.into_iter().min() else {
        return clauses.is_empty().then(|| blank.clone());
    };
    let runs_out = runs_out.filter(|_| reason == ClockReason::Runway);
    Some(CommitteeClock { next_due: Some(day), reason: Some(reason), runs_out, ..blank.clone() })
}

/// Returns the day that is `committee_before_runout_days` (45) before the money runs out, unless a committee was held
/// for it. Source: the handbook asks for a committee 30 to 45 days before the money runs out.
fn run_out_demand(blank: &CommitteeClock, habits: &Habits, runs_out: Option<Date>) -> Option<Date> {
    let runs_out = runs_out?;
    let from = runs_out.checked_sub_days(Days::new(MEETS_RUN_OUT_FROM))?;
    if blank.last_held.is_some_and(|held| held >= from) {
        return None;
    }
    runs_out.checked_sub_days(Days::new(habits.committee_before_runout_days.into()))
}

/// Returns the day that is `committee_every` (6 months) after the last committee held, else after the first phase.
/// `None` for a startup without phases. Source: habit.
fn habitual_day(blank: &CommitteeClock, startup: &Startup, habits: &Habits) -> Option<Date> {
    let first_phase = startup.phases.iter().map(|start| start.from).min()?;
    habits.committee_every.after(blank.last_held.unwrap_or(first_phase))
}

/// Returns an undetermined clock for a startup without a known clause if a convention that could not be read may
/// contain one, so that the habit makes no committee late. Names the convention if it was read in part and funds the
/// startup.
fn unread_clause(
    blank: &CommitteeClock,
    portfolio: &Portfolio,
    own: &[&ConventionLedger<'_>],
) -> Option<CommitteeClock> {
    let is_half_read = |document: &Convention| portfolio.half_read.contains(&record_of(document));
    let half_read = own.iter().find(|ledger| ledger.terms.documents().any(is_half_read));
    // The list of its startups could not be read.
    let is_anybodys = |one: &Convention| one.startups.is_empty() && !one.is_framework();
    let mut half_read_conventions = portfolio.half_read.iter().filter(|one| one.kind == RecordKind::Convention);
    let is_lost = half_read.is_some()
        || portfolio.unreadable.iter().any(|one| one.kind == RecordKind::Convention)
        || half_read_conventions.any(|one| portfolio.conventions.get(&one.id).is_some_and(|one| is_anybodys(one)));
    is_lost.then(|| CommitteeClock {
        convention: half_read.map(|ledger| ledger.terms.base.id.clone()),
        reason: Some(ClockReason::Clause),
        unknown: Some(Unknown::Unreadable),
        ..blank.clone()
    })
}

fn set_state(clock: &mut CommitteeClock, habits: &Habits, as_of: Date) {
    clock.state = match clock.next_due {
        None if clock.unknown.is_some() => ClockState::Undetermined,
        None => ClockState::None,
        Some(due) if due < as_of => ClockState::Late,
        Some(due) if (due - as_of).num_days() <= i64::from(habits.due_soon_days) => ClockState::DueSoon,
        Some(_) => ClockState::Ok,
    };
    if clock.state == ClockState::None {
        clock.reason = None;
    }
    clock.days_late = clock.next_due.map_or(0, |due| (as_of - due).num_days().max(0));
    clock.papers_due = clock.planned.and_then(|day| day.checked_sub_days(Days::new(habits.papers_days.into())));
}
