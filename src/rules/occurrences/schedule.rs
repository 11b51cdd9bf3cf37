//! The due dates of what comes back again and again, and which of them were met.

use crate::model::{Date, Recurrence, RecurrenceStart};

use super::super::Unknown;

/// More due dates than a person could look through: a rule of one day since the year one stops here.
const MOST: usize = 4_000;

/// Something done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Completion<'a> {
    /// The day.
    pub on: Date,
    /// The due date that it says it answers.
    pub due: Option<Date>,
    /// What shows it.
    pub evidence: Option<&'a str>,
}

/// How a fact that names no due date finds the one that it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum SettlingRule {
    /// One due date: the earliest overdue one, else that of the period it falls in.
    One,
    /// A meeting makes up for all that were due by then; where none was, it is that of its period.
    AllDueByThen,
}

/// One due date and the fact that met it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) struct ScheduledDate<'a> {
    /// The due date.
    pub due: Date,
    /// What met it.
    pub met: Option<Completion<'a>>,
}

/// The bounds of a schedule.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct ScheduleBounds {
    /// The signature, where it is known by then.
    pub signed: Option<Date>,
    /// Nothing is due after this day.
    pub until: Option<Date>,
    /// The day of the answer.
    pub as_of: Date,
    /// How facts settle due dates.
    pub settling: SettlingRule,
}

/// The due dates worth showing, in order: the last one met, every one missed, and the next one ahead.
/// `facts` are those known by the day.
///
/// # Errors
/// When the day to count from is unknown.
pub(in crate::rules) fn slots<'a>(
    recurrence: &Recurrence,
    frame: &ScheduleBounds,
    facts: &[Completion<'a>],
) -> Result<Vec<ScheduledDate<'a>>, Unknown> {
    let mut facts = facts.to_vec();
    facts.sort_by_key(|fact| fact.on);
    let anchor = match recurrence.from {
        RecurrenceStart::Last => return from_last(recurrence, frame, &facts),
        RecurrenceStart::Signature => frame.signed.ok_or(Unknown::Signature)?,
        RecurrenceStart::On(day) => day,
    };
    let mut slots = due_dates(recurrence, anchor, frame, &facts);
    settle(&mut slots, anchor, frame.settling, &facts);
    Ok(worth_showing(slots, frame.as_of))
}

/// Counted from the last time it was done, else from the signature: one date ahead, and the one last met.
fn from_last<'a>(
    recurrence: &Recurrence,
    frame: &ScheduleBounds,
    facts: &[Completion<'a>],
) -> Result<Vec<ScheduledDate<'a>>, Unknown> {
    let since = |fact: &&Completion<'_>| frame.signed.is_none_or(|signed| fact.on > signed);
    let mut done = facts.iter().filter(since).rev();
    let last = done.next();
    let before = done.next().map(|fact| fact.on).or(frame.signed);
    let within = |due: &Date| frame.until.is_none_or(|end| *due <= end);
    let mut slots = Vec::new();
    if let Some(last) = last {
        let due = last.due.or_else(|| before.and_then(|day| recurrence.every.after(day)));
        slots.extend(due.map(|due| ScheduledDate { due, met: Some(*last) }));
    }
    let anchor = last.map(|fact| fact.on).or(frame.signed).ok_or(Unknown::Signature)?;
    slots.extend(recurrence.every.after(anchor).filter(within).map(|due| ScheduledDate { due, met: None }));
    Ok(slots)
}

/// Every due date up to the day and to whatever the facts speak of, and two ahead.
fn due_dates<'a>(
    recurrence: &Recurrence,
    anchor: Date,
    frame: &ScheduleBounds,
    facts: &[Completion<'a>],
) -> Vec<ScheduledDate<'a>> {
    let horizon = facts.iter().filter_map(|fact| fact.due).fold(frame.as_of, Date::max);
    let mut ahead = 0;
    (1..)
        .map_while(|times| recurrence.every.times_after(times, anchor))
        .take_while(|due| {
            ahead += u8::from(*due > horizon);
            frame.until.is_none_or(|end| *due <= end) && ahead <= 2
        })
        .take(MOST)
        .map(|due| ScheduledDate { due, met: None })
        .collect()
}

/// First the facts that name their due date, then the others in the order of their days. What was done by the day
/// that the counting begins answers none of its due dates.
fn settle<'a>(slots: &mut [ScheduledDate<'a>], anchor: Date, settling: SettlingRule, facts: &[Completion<'a>]) {
    for fact in facts {
        let named = slots.iter_mut().find(|slot| Some(slot.due) == fact.due);
        if let Some(slot) = named {
            slot.met.get_or_insert(*fact);
        }
    }
    for fact in facts.iter().filter(|fact| fact.due.is_none() && fact.on > anchor) {
        let overdue = slots.partition_point(|slot| slot.due <= fact.on);
        let (past, ahead) = slots.split_at_mut(overdue);
        let mut missed = past.iter_mut().filter(|slot| slot.met.is_none()).peekable();
        if missed.peek().is_some() {
            let most = if settling == SettlingRule::One { 1 } else { usize::MAX };
            missed.take(most).for_each(|slot| slot.met = Some(*fact));
        } else if past.last().is_none_or(|slot| slot.due < fact.on) {
            ahead.iter_mut().take(1).filter(|slot| slot.met.is_none()).for_each(|slot| slot.met = Some(*fact));
        }
    }
}

fn worth_showing(slots: Vec<ScheduledDate<'_>>, as_of: Date) -> Vec<ScheduledDate<'_>> {
    let last_met = slots.iter().rposition(|slot| slot.met.is_some());
    let next = slots.iter().position(|slot| slot.met.is_none() && slot.due >= as_of);
    let shown = |index: usize, slot: &ScheduledDate<'_>| {
        Some(index) == last_met || Some(index) == next || (slot.met.is_none() && slot.due < as_of)
    };
    slots.into_iter().enumerate().filter(|(index, slot)| shown(*index, slot)).map(|(_, slot)| slot).collect()
}
