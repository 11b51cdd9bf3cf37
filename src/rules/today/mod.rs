//! What needs attention today: one row per thing to do, the most urgent first, each with its causes.

mod rows;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use super::{Answers, Unknown};
use crate::model::{Date, Id, KeyPath, Money, Portfolio, RecordRef};
use rows::TodayRows;

/// A row is urgent from this many days before its due date.
const URGENT_DAYS: i64 = 7;

/// How urgent a row is. Sorts the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TodayBand {
    /// A record that cannot be read, or that another record names and that doesn't exist.
    Broken,
    Late,
    /// Due within a week.
    Urgent,
    /// Due within the portfolio's `due_soon_days`.
    Soon,
    /// Without a due date.
    Undated,
}

impl TodayBand {
    pub const ALL: [Self; 5] = [Self::Broken, Self::Late, Self::Urgent, Self::Soon, Self::Undated];

    /// Returns the name in JSON and in the message key `today-band-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Late => "late",
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Undated => "undated",
        }
    }

    /// Returns the band of a due date; `None` if it is too far ahead for Today.
    fn of(due: Option<Date>, as_of: Date, soon: i64) -> Option<Self> {
        let Some(due) = due else { return Some(Self::Undated) };
        match (due - as_of).num_days() {
            ..0 => Some(Self::Late),
            0..=URGENT_DAYS => Some(Self::Urgent),
            ahead if ahead <= soon => Some(Self::Soon),
            _ => None,
        }
    }
}

/// The subject of a row. Orders rows within a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TodayKind {
    Record,
    Committee,
    Tranche,
    Condition,
    /// A statement, a report, or the papers of a committee.
    Report,
    Obligation,
    Action,
    /// A fact that is missing from the records and blocks something.
    Missing,
}

impl TodayKind {
    pub const ALL: [Self; 8] = [
        Self::Record,
        Self::Committee,
        Self::Tranche,
        Self::Condition,
        Self::Report,
        Self::Obligation,
        Self::Action,
        Self::Missing,
    ];

    /// Returns the name in JSON and in the message key `today-kind-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Committee => "committee",
            Self::Tranche => "tranche",
            Self::Condition => "condition",
            Self::Report => "report",
            Self::Obligation => "obligation",
            Self::Action => "action",
            Self::Missing => "missing",
        }
    }
}

/// Why a row needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TodayCause {
    Unreadable,
    /// Another record names this record, but it doesn't exist.
    NoRecord,
    /// The last decision expires or expired on this day.
    DecisionUntil(Date),
    /// The decision was deferred until this day.
    DeferredUntil(Date),
    CommitteeDue(Date),
    /// A committee was planned for this day, but none was recorded.
    PlannedPassed(Date),
    /// The money lasts until this day.
    MoneyUntil(Date),
    PaymentDue,
    /// A payment is due to the incubator's own party, which has not called for it.
    ToBeCalled,
    PapersDue(Date),
    Due,
    /// There is no due date.
    NoDay,
    Missing(Unknown),
}

impl TodayCause {
    /// Returns the name in JSON and in the message key `today-cause-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoRecord => "no-record",
            Self::DecisionUntil(_) => "decision-until",
            Self::DeferredUntil(_) => "deferred-until",
            Self::CommitteeDue(_) => "committee-due",
            Self::PlannedPassed(_) => "planned-passed",
            Self::MoneyUntil(_) => "money-until",
            Self::PaymentDue => "payment-due",
            Self::ToBeCalled => "to-be-called",
            Self::PapersDue(_) => "papers-due",
            Self::Due => "due",
            Self::NoDay => "no-day",
            Self::Missing(_) => "missing",
        }
    }

    /// Returns the day of the cause, if it has one.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::DecisionUntil(day)
            | Self::DeferredUntil(day)
            | Self::CommitteeDue(day)
            | Self::PlannedPassed(day)
            | Self::MoneyUntil(day)
            | Self::PapersDue(day) => Some(day),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayItem {
    /// Identifies the row within its record as long as its due date doesn't change.
    pub id: String,
    pub band: TodayBand,
    pub kind: TodayKind,
    /// The record that the row belongs to.
    pub record: RecordRef,
    /// The path of the fact in that record.
    pub path: KeyPath,
    pub startups: Vec<Id>,
    pub convention: Option<Id>,
    /// The owner (a person's id or any text), else the coaches of the startup.
    pub who: Vec<String>,
    /// Whether `who` is an owner.
    pub is_owned: bool,
    pub due: Option<Date>,
    /// The days since the due date; negative before it.
    pub days: Option<i64>,
    pub amount: Option<Money>,
    /// The text of an action, a condition or an obligation.
    pub what: String,
    /// Why the row needs attention, the earliest cause first. Never empty.
    pub causes: Vec<TodayCause>,
    /// The day of the next planned committee.
    pub planned: Option<Date>,
    /// The index in [`Answers::occurrences`], if the row is an occurrence.
    pub occurrence: Option<usize>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The most urgent first.
    pub items: Vec<TodayItem>,
    /// The number of snoozed rows.
    pub snoozed: usize,
}

impl Today {
    /// Keeps only the rows of a person, if one is given.
    #[must_use]
    pub fn of(mut self, person: Option<&Id>) -> Self {
        if let Some(person) = person {
            self.items.retain(|item| item.is_of(person));
        }
        self
    }

    /// Returns the number of late and broken rows.
    #[must_use]
    pub fn late(&self) -> usize {
        self.items.partition_point(|item| item.band <= TodayBand::Late)
    }
}

impl TodayItem {
    /// Returns true if a person owns the row, or coaches the startup of a row without an owner.
    #[must_use]
    pub fn is_of(&self, person: &Id) -> bool {
        self.who.iter().any(|who| who == person.as_str())
    }
}

/// Returns what needs attention on a day, computed from the answers of that day.
#[must_use]
pub fn today(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> Today {
    let soon = i64::from(portfolio.incubator.habits.due_soon_days);
    let rows = TodayRows { portfolio, answers, as_of, soon, clauses: rows::clauses(answers) };
    let mut items: Vec<TodayItem> = rows.broken().collect();
    for summary in &answers.startups {
        let Some(startup) = portfolio.startups.get(&summary.startup) else { continue };
        items.extend(rows.committee(startup, summary));
    }
    items.extend(answers.occurrences.iter().enumerate().filter_map(|(n, one)| rows.occurrence(n, one)));
    items.extend(rows.missing());
    let before = items.len();
    items.retain(|item| !is_snoozed(portfolio, item, as_of));
    let snoozed = before - items.len();
    items.sort_by_cached_key(|item| order(portfolio, item));
    Today { items, snoozed }
}

/// The sort key of a row. Unknown days and amounts come last.
fn order(portfolio: &Portfolio, item: &TodayItem) -> impl Ord + use<> {
    let name = item.startups.first().map(|id| portfolio.startups.get(id).map_or(id.as_str(), |one| &one.name));
    (
        item.band,
        item.kind,
        item.planned.is_some(),
        (item.due.is_none(), item.due),
        Reverse(item.amount),
        name.map(str::to_owned),
        item.id.clone(),
    )
}

fn is_snoozed(portfolio: &Portfolio, item: &TodayItem, as_of: Date) -> bool {
    let startups = item.startups.iter().filter_map(|id| portfolio.startups.get(id));
    startups.flat_map(|startup| &startup.snoozes).any(|snooze| snooze.item == item.id && snooze.until > as_of)
}
