//! The first later day with work, for a Today that has none.

use std::collections::BTreeSet;

use chrono::Days;

use super::{MONEY_DAYS, today};
use crate::model::{Date, Id, Portfolio};
use crate::parallel::MapChunks;
use crate::rules::{Answers, answers_with};

/// Returns the first day after `as_of` on which the same records have a row in Today; of a person, if one is given.
#[must_use]
pub fn next_work(
    portfolio: &Portfolio,
    answers: &Answers,
    as_of: Date,
    person: Option<&Id>,
    threads: &impl MapChunks,
) -> Option<Date> {
    let soon = u64::from(portfolio.incubator.habits.due_soon_days);
    let tomorrow = as_of.succ_opt()?;
    let ahead = |day: Date, days: u64| day.checked_sub_days(Days::new(days)).map(|day| day.max(tomorrow));
    let due = answers
        .occurrences
        .iter()
        .filter_map(|one| one.due)
        .chain(answers.committees.iter().flat_map(|clock| [clock.next_due, clock.planned]).flatten());
    let decided = portfolio.startups.values().flat_map(|startup| &startup.committees);
    let decided = decided.flat_map(|committee| [committee.until, committee.deferred_until]).flatten();
    let money = answers.startups.iter().filter_map(|startup| startup.runs_out);
    let snoozes = portfolio.startups.values().flat_map(|startup| &startup.snoozes);
    let snoozes = snoozes.chain(portfolio.conventions.values().flat_map(|convention| &convention.snoozes));
    let days: BTreeSet<Date> = due
        .chain(decided)
        .flat_map(|day| [ahead(day, soon), day.succ_opt()])
        .chain(money.map(|day| ahead(day, MONEY_DAYS.unsigned_abs())))
        .chain(snoozes.map(|snooze| Some(snooze.until)))
        .flatten()
        .filter(|day| *day > as_of)
        .collect();
    days.into_iter().find(|day| {
        let answers = answers_with(portfolio, *day, threads);
        today(portfolio, &answers, *day).of(person).has_work()
    })
}
