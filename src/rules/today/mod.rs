//! What needs attention today: one row per thing to do, the most urgent first, each with its causes.

mod housekeeping;
mod next;
mod rows;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use super::{Answers, Unknown};
use crate::model::{Date, Id, Ids, KeyPath, Money, Portfolio, RecordKind, RecordRef, Text};
pub use next::next_work;
use rows::TodayRows;

/// A row is urgent from this many days before its due date.
const URGENT_DAYS: i64 = 7;
/// A startup needs a committee from this many days before its money runs out.
const MONEY_DAYS: i64 = 90;

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
    /// About the repository: uncommitted changes and unpushed commits.
    Housekeeping,
}

impl TodayBand {
    pub const ALL: [Self; 6] = [Self::Broken, Self::Late, Self::Urgent, Self::Soon, Self::Undated, Self::Housekeeping];

    /// Returns the number in JSON: the lower, the more urgent.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Returns the name in the message key `today-band-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Late => "late",
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Undated => "undated",
            Self::Housekeeping => "housekeeping",
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
    /// A record with changes that are not committed.
    Uncommitted,
    /// Commits that are not pushed.
    Unpushed,
}

impl TodayKind {
    pub const ALL: [Self; 10] = [
        Self::Record,
        Self::Committee,
        Self::Tranche,
        Self::Condition,
        Self::Report,
        Self::Obligation,
        Self::Action,
        Self::Missing,
        Self::Uncommitted,
        Self::Unpushed,
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
            Self::Uncommitted => "uncommitted",
            Self::Unpushed => "unpushed",
        }
    }

    /// Returns whether its rows can be snoozed: those about the repository and about broken records can't.
    #[must_use]
    pub const fn can_be_snoozed(self) -> bool {
        !matches!(self, Self::Record | Self::Uncommitted | Self::Unpushed)
    }
}

/// The remedy of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayRemedy {
    /// The record has to be repaired in an editor.
    Repair,
    /// The record has to be created, or the reference to it corrected.
    Create,
    /// A committee is held, or was held on the planned day.
    Hold(Option<Date>),
    /// A committee is planned.
    Plan,
    /// The amount is called for: contribution and tranche from 1, or 0 for the whole.
    Call(Text, usize),
    /// The amount is paid: contribution and tranche from 1, or 0 for the whole.
    Pay(Text, usize),
    /// An entry of the record is done: what `done` takes after the record, and the due date if it has to be named.
    Done(Text, Option<Date>),
    /// The convention is signed.
    Sign,
    /// A fact has to be found out and recorded.
    LookUp,
    /// The changes of the record are committed.
    Commit,
    /// The commits are pushed.
    Sync,
}

/// Why a row needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TodayCause {
    Unreadable,
    /// A part of the record cannot be read.
    Incomplete,
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
    /// A fact that is missing from a convention, and the number of due dates that depend on it.
    Missing(Unknown, usize),
    Uncommitted,
    /// The number of commits that are not pushed.
    Unpushed(usize),
}

impl TodayCause {
    /// Returns the name in JSON and in the message key `today-cause-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Incomplete => "incomplete",
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
            Self::Missing(..) => "missing",
            Self::Uncommitted => "uncommitted",
            Self::Unpushed(_) => "unpushed",
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
    /// Identifies the row within its record, but for other dates of the same recurring obligation.
    pub entry: Text,
    pub band: TodayBand,
    pub kind: TodayKind,
    /// The record that the row belongs to.
    pub record: RecordRef,
    /// The path of the fact in that record.
    pub path: KeyPath,
    pub startups: Ids,
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
    pub what: Text,
    /// Why the row needs attention, the earliest cause first. Never empty.
    pub causes: Vec<TodayCause>,
    /// The day of the next planned committee.
    pub planned: Option<Date>,
    pub remedy: TodayRemedy,
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
    /// Keeps only the rows of a person, if one is given. Uncommitted changes and unpushed commits belong to the user.
    #[must_use]
    pub fn of(mut self, person: Option<&Id>) -> Self {
        if let Some(person) = person {
            self.items.retain(|item| item.is_of(person) || item.band == TodayBand::Housekeeping);
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
    /// Returns what identifies the row within its record as long as neither its due date nor its amount changes. A
    /// snooze names it, and therefore ends if either changes.
    #[must_use]
    pub fn id(&self) -> String {
        let due = self.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
        match (self.due, self.amount) {
            (None, None) => self.entry.to_string(),
            (_, None) => format!("{}@{due}", self.entry),
            (_, Some(amount)) => format!("{}@{due}={amount}", self.entry),
        }
    }

    /// Returns whether a name is that of the row: its id, or its entry alone.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        *self.entry == *name || name == self.id()
    }

    /// Returns true if a person owns the row, or coaches the startup of a row without an owner.
    #[must_use]
    pub fn is_of(&self, person: &Id) -> bool {
        self.who.iter().any(|who| who == person.as_str())
    }
}

/// Returns what needs attention on a day, computed from the answers of that day.
#[must_use]
pub fn today(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> Today {
    let mut items = today_rows(portfolio, answers, as_of);
    let before = items.len();
    items.retain(|item| !is_snoozed(portfolio, item, as_of));
    Today { snoozed: before - items.len(), items }
}

/// Returns the rows of Today including the snoozed ones, the most urgent first.
#[must_use]
pub fn today_rows(portfolio: &Portfolio, answers: &Answers, as_of: Date) -> Vec<TodayItem> {
    let soon = i64::from(portfolio.incubator.habits.due_soon_days);
    let rows = TodayRows { portfolio, answers, as_of, soon, clauses: rows::clauses(answers) };
    let mut items: Vec<TodayItem> = rows.broken().collect();
    for summary in &answers.startups {
        let Some(startup) = portfolio.startups.get(&summary.startup) else { continue };
        items.extend(rows.committee(startup, summary));
    }
    items.extend(answers.occurrences.iter().enumerate().filter_map(|(n, one)| rows.occurrence(n, one)));
    items.extend(rows.missing());
    sorted(portfolio, items)
}

/// Sorts rows as `docs/today.md` describes it. Unknown values come last.
fn sorted(portfolio: &Portfolio, items: Vec<TodayItem>) -> Vec<TodayItem> {
    let mut keyed: Vec<_> = items.iter().enumerate().map(|(n, item)| (sort_key(portfolio, item), n)).collect();
    // The id is expensive to build, and few rows differ in nothing else.
    keyed.sort_by(|(key, n), (other_key, other)| {
        key.cmp(other_key).then_with(|| items[*n].id().cmp(&items[*other].id()))
    });
    let order: Vec<usize> = keyed.into_iter().map(|(_, n)| n).collect();
    let mut items: Vec<Option<TodayItem>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|n| items[n].take()).collect()
}

fn sort_key<'a>(portfolio: &'a Portfolio, item: &'a TodayItem) -> impl Ord + use<'a> {
    let name = item.startups.first().map(|id| portfolio.startups.get(id).map_or(id.as_str(), |one| &one.name));
    let due = (item.due.is_none(), item.due);
    (item.band, item.kind, item.planned.is_some(), due, Reverse(item.amount), (name.is_none(), name))
}

/// Returns whether the record of a row snoozes it beyond a day.
fn is_snoozed(portfolio: &Portfolio, item: &TodayItem, as_of: Date) -> bool {
    let snoozes = match item.record.kind {
        RecordKind::Startup => portfolio.startups.get(&item.record.id).map(|startup| &startup.snoozes),
        RecordKind::Convention => portfolio.conventions.get(&item.record.id).map(|convention| &convention.snoozes),
        _ => None,
    };
    let mut snoozes = snoozes.into_iter().flatten().filter(|snooze| snooze.until > as_of);
    item.kind.can_be_snoozed() && snoozes.any(|snooze| item.is_named(&snooze.item))
}
