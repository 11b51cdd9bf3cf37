//! The due dates of recurring obligations, and which of them were met.

use crate::model::{Date, Fulfilment, Span, Text};

/// An upper bound for the due dates of one obligation, such as one that recurs daily from the year 1.
const MAX_DATES: usize = 4_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Completion<'a> {
    pub on: Date,
    /// The due date that it is for, if it names one.
    pub due: Option<Date>,
    pub evidence: Option<&'a Text>,
}

impl<'a> From<&'a Fulfilment> for Completion<'a> {
    fn from(fulfilment: &'a Fulfilment) -> Self {
        Self { on: fulfilment.on, due: fulfilment.due, evidence: fulfilment.evidence.as_ref() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScheduledDate<'a> {
    pub due: Date,
    pub met: Option<Completion<'a>>,
}

/// A rhythm and the period in which it applies. An amendment that changes the rhythm keeps the due dates before it and
/// counts the new ones from the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rhythm {
    pub every: Span,
    /// The day from which it counts.
    pub anchor: Date,
    /// The first day of the period, if an amendment set the rhythm.
    pub from: Option<Date>,
    /// The day from which another rhythm, or none, applies.
    pub until: Option<Date>,
}

impl Rhythm {
    /// Returns true if a day is one of its due dates.
    pub fn contains(&self, day: Date, until: Option<Date>) -> bool {
        due_dates(self, until, day).any(|due| due == day)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct ScheduleBounds {
    pub until: Option<Date>,
    pub as_of: Date,
}

/// Returns the due dates to show for an obligation with fixed due dates, sorted: the last one met, every missed one,
/// and the next one. `completions` must be known by the day.
pub(super) fn fixed_dates<'a>(
    rhythms: &[Rhythm],
    bounds: ScheduleBounds,
    completions: &[Completion<'a>],
) -> Vec<ScheduledDate<'a>> {
    let mut completions = completions.to_vec();
    completions.sort_by_key(|completion| completion.on);
    let horizon = completions.iter().filter_map(|completion| completion.due).fold(bounds.as_of, Date::max);
    let mut dates: Vec<ScheduledDate<'_>> = rhythms
        .iter()
        .flat_map(|rhythm| due_dates(rhythm, bounds.until, horizon))
        .map(|due| ScheduledDate { due, met: None })
        .collect();
    dates.sort_by_key(|date| date.due);
    if let Some(first) = rhythms.first() {
        settle(&mut dates, first.anchor, &completions);
    }
    relevant_dates(dates, bounds.as_of)
}

/// Returns the same for an obligation that is due on the given days, in their order, and counts from `anchor`.
pub(super) fn dates_on<'a>(
    days: Vec<Date>,
    anchor: Date,
    as_of: Date,
    completions: &[Completion<'a>],
) -> Vec<ScheduledDate<'a>> {
    let mut dates: Vec<ScheduledDate<'_>> = days.into_iter().map(|due| ScheduledDate { due, met: None }).collect();
    let mut completions = completions.to_vec();
    completions.sort_by_key(|completion| completion.on);
    settle(&mut dates, anchor, &completions);
    relevant_dates(dates, as_of)
}

/// Returns the due dates of an obligation that counts from the last time it was done, or from `start` if it never was:
/// the last one met, and the next one.
pub(super) fn dates_from_last<'a>(
    every: Span,
    start: Date,
    bounds: ScheduleBounds,
    completions: &[Completion<'a>],
) -> Vec<ScheduledDate<'a>> {
    let mut done: Vec<Completion<'_>> =
        completions.iter().filter(|completion| completion.on > start).copied().collect();
    done.sort_by_key(|completion| completion.on);
    let last = done.pop();
    let before = done.last().map_or(start, |completion| completion.on);
    let mut dates = Vec::new();
    if let Some(last) = last {
        let due = last.due.or_else(|| every.after(before));
        dates.extend(due.map(|due| ScheduledDate { due, met: Some(last) }));
    }
    let next = every.after(last.map_or(start, |completion| completion.on));
    let within = |due: &Date| bounds.until.is_none_or(|end| *due <= end);
    dates.extend(next.filter(within).map(|due| ScheduledDate { due, met: None }));
    dates
}

/// Yields the due dates of a rhythm up to the horizon, and two after it.
fn due_dates(rhythm: &Rhythm, until: Option<Date>, horizon: Date) -> impl Iterator<Item = Date> + use<> {
    let Rhythm { every, anchor, from, until: replaced } = *rhythm;
    let mut ahead = 0;
    (1..)
        .map_while(move |times| every.times_after(times, anchor))
        .take_while(move |due| {
            ahead += u8::from(*due > horizon);
            until.is_none_or(|end| *due <= end) && replaced.is_none_or(|day| *due < day) && ahead <= 2
        })
        .take(MAX_DATES)
        .filter(move |due| from.is_none_or(|day| *due >= day))
}

/// Assigns completions to due dates: first those that name their due date, then the others by day. A completion without
/// a due date meets the earliest overdue one; if there is none, it meets the next one, unless its period is already
/// met. A completion on or before the day from which the rhythm counts meets nothing.
fn settle<'a>(dates: &mut [ScheduledDate<'a>], anchor: Date, completions: &[Completion<'a>]) {
    for completion in completions {
        if let Some(date) = dates.iter_mut().find(|date| Some(date.due) == completion.due) {
            date.met.get_or_insert(*completion);
        }
    }
    for completion in completions.iter().filter(|one| one.due.is_none() && one.on > anchor) {
        let overdue = dates.partition_point(|date| date.due <= completion.on);
        let (past, ahead) = dates.split_at_mut(overdue);
        if let Some(missed) = past.iter_mut().find(|date| date.met.is_none()) {
            missed.met = Some(*completion);
        } else if past.last().is_none_or(|date| date.due < completion.on)
            && let Some(next) = ahead.first_mut().filter(|date| date.met.is_none())
        {
            next.met = Some(*completion);
        }
    }
}

fn relevant_dates(dates: Vec<ScheduledDate<'_>>, as_of: Date) -> Vec<ScheduledDate<'_>> {
    let last_met = dates.iter().rposition(|date| date.met.is_some());
    let next = dates.iter().position(|date| date.met.is_none() && date.due >= as_of);
    let shown = |index: usize, date: &ScheduledDate<'_>| {
        Some(index) == last_met || Some(index) == next || (date.met.is_none() && date.due < as_of)
    };
    dates.into_iter().enumerate().filter(|(index, date)| shown(*index, date)).map(|(_, date)| date).collect()
}
