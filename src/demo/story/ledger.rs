//! The dated facts of the story, and the commits that record them.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, Weekday};

use super::super::random::SplitMix64;
use super::{Role, StoryCommit};
use crate::model::Date;

/// Length of the history in days.
pub const HISTORY_DAYS: u64 = 730;
/// Facts older than this many days are committed together at the end of their month.
const SINGLE_COMMIT_DAYS: i64 = 45;

/// A position in a record: section, entry, and line within the entry.
pub type Slot = (u8, u32, u32);

/// Facts that are committed together each month, in commit order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MonthlyBatch {
    /// New actions: always monthly.
    Agreed,
    Called,
    Paid,
    /// Expenditure: always monthly.
    Spent,
    /// Indicator values: always monthly.
    Measured,
    Fulfilled,
    /// Completed actions: always monthly.
    Finished,
    Noted,
}

impl MonthlyBatch {
    const fn is_always(self) -> bool {
        matches!(self, Self::Agreed | Self::Spent | Self::Measured | Self::Finished)
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Agreed => "new actions",
            Self::Called => "calls for funds",
            Self::Paid => "payments received",
            Self::Spent => "expenditures",
            Self::Measured => "indicator values",
            Self::Fulfilled => "obligations done",
            Self::Finished => "actions done",
            Self::Noted => "notes",
        }
    }
}

/// A recorded fact.
pub struct StoryFact {
    pub on: Date,
    pub role: Role,
    /// The verb that recorded it, or `None` for a manual edit.
    pub verb: Option<&'static str>,
    /// The subject of its commit.
    pub subject: String,
    /// The body of its commit; may be empty.
    pub body: String,
    /// Whether similar facts share its commit.
    pub batch: Option<MonthlyBatch>,
    /// Whether it undoes the previous fact.
    pub undoes: bool,
    /// The slots that it sets, or clears if `None`.
    pub changes: Vec<(String, Slot, Option<String>)>,
}

impl StoryFact {
    pub fn new(on: Date, role: Role, verb: &'static str, subject: String) -> Self {
        let none = (String::new(), None, false, Vec::new());
        Self { on, role, verb: Some(verb), subject, body: none.0, batch: none.1, undoes: none.2, changes: none.3 }
    }

    pub fn body(mut self, body: String) -> Self {
        self.body = body;
        self
    }

    pub const fn batch(mut self, batch: MonthlyBatch) -> Self {
        self.batch = Some(batch);
        self
    }

    pub fn put(mut self, record: &str, slot: Slot, text: impl Into<String>) -> Self {
        self.changes.push((record.to_owned(), slot, Some(text.into())));
        self
    }

    pub fn clear(mut self, record: &str, slot: Slot) -> Self {
        self.changes.push((record.to_owned(), slot, None));
        self
    }
}

/// All recorded facts.
pub struct Ledger {
    /// The day on which the demo is opened.
    pub today: Date,
    pub random: SplitMix64,
    facts: Vec<StoryFact>,
}

impl Ledger {
    pub fn new(today: Date, seed: u64) -> Self {
        Self { today, random: SplitMix64::new(seed), facts: Vec::new() }
    }

    /// Returns the day `days` before today.
    pub fn ago(&self, days: i64) -> Date {
        after(self.today, -days)
    }

    /// Returns the last working day up to `days` before today.
    pub fn workday_ago(&self, days: i64) -> Date {
        workday(self.ago(days))
    }

    /// Records a fact; ignores those in the future.
    pub fn write(&mut self, fact: StoryFact) {
        if fact.on < self.today {
            self.facts.push(fact);
        }
    }

    /// Returns the commits, oldest first. The first one contains everything older than [`HISTORY_DAYS`] days.
    pub fn commits(self) -> Vec<StoryCommit> {
        let Self { today, facts, mut random } = self;
        let began = workday(after(today, -i64::try_from(HISTORY_DAYS).unwrap_or(0)));
        let mut groups: BTreeMap<(Date, Option<MonthlyBatch>, usize), Vec<StoryFact>> = BTreeMap::new();
        for (n, fact) in facts.into_iter().enumerate() {
            let batch =
                fact.batch.filter(|batch| batch.is_always() || (today - fact.on).num_days() > SINGLE_COMMIT_DAYS);
            let key = match batch {
                _ if fact.on <= began => (began, None, 0),
                Some(_) => (end_of_month(fact.on).min(workday(after(today, -1))), batch, 0),
                None => (fact.on, None, n + 1),
            };
            groups.entry(key).or_default().push(fact);
        }
        let mut pages = RecordTexts::default();
        let mut minutes = CommitClock::default();
        groups
            .into_iter()
            .map(|((on, batch, n), facts)| {
                let minute = minutes.next(on, &mut random);
                if n == 0 && batch.is_none() {
                    pages.first(on, minute, facts)
                } else {
                    pages.monthly(on, minute, batch, facts)
                }
            })
            .collect()
    }
}

/// The contents of the records after each fact.
#[derive(Default)]
struct RecordTexts(BTreeMap<String, BTreeMap<Slot, String>>);

impl RecordTexts {
    fn first(&mut self, on: Date, minute: u32, facts: Vec<StoryFact>) -> StoryCommit {
        let changed = self.fill(facts.into_iter().flat_map(|fact| fact.changes));
        let count = changed.len();
        let files = self.files(&changed);
        let (subject, body) = ("The portfolio, taken over from the spreadsheet".into(), format!("{count} records.\n"));
        StoryCommit {
            on,
            minute,
            role: Role::Lead,
            verb: None,
            subject,
            body,
            records: Vec::new(),
            undoes: false,
            files,
        }
    }

    fn monthly(
        &mut self,
        on: Date,
        minute: u32,
        batch: Option<MonthlyBatch>,
        mut facts: Vec<StoryFact>,
    ) -> StoryCommit {
        let changes: Vec<_> = facts.iter_mut().flat_map(|fact| std::mem::take(&mut fact.changes)).collect();
        let changed = self.fill(changes);
        let files = self.files(&changed);
        let several = facts.len();
        let lines: String = facts.iter().map(|fact| format!("- {}\n", fact.subject)).collect();
        let place = match changed.as_slice() {
            [record] => format!("{}: ", record.rsplit('/').next().unwrap_or_default()),
            _ => String::new(),
        };
        let count = if changed.len() > 1 { format!(" in {} records", changed.len()) } else { String::new() };
        let Some(first) = facts.into_iter().next() else {
            return StoryCommit { on, minute, files, ..StoryCommit::default() };
        };
        let (subject, body) = match batch {
            Some(batch) if several > 1 => (format!("{place}{several} {}{count}", batch.words()), lines),
            _ => (first.subject, first.body),
        };
        let (role, verb, undoes) = (first.role, first.verb, first.undoes);
        StoryCommit { on, minute, role, verb, subject, body, records: changed, undoes, files }
    }

    fn fill(&mut self, changes: impl IntoIterator<Item = (String, Slot, Option<String>)>) -> Vec<String> {
        let mut changed = Vec::new();
        for (record, slot, text) in changes {
            if !changed.contains(&record) {
                changed.push(record.clone());
            }
            let page = self.0.entry(record).or_default();
            match text {
                Some(text) => page.insert(slot, text),
                None => page.remove(&slot),
            };
        }
        changed
    }

    fn files(&self, changed: &[String]) -> Vec<(String, String)> {
        let text =
            |record: &String| self.0.get(record).into_iter().flat_map(BTreeMap::values).map(String::as_str).collect();
        changed.iter().map(|record| (format!("{record}.toml"), text(record))).collect()
    }
}

/// Assigns commit times that increase within each day.
#[derive(Default)]
struct CommitClock(Option<(Date, u32)>);

impl CommitClock {
    fn next(&mut self, on: Date, random: &mut SplitMix64) -> u32 {
        let pause = 3 + u32::try_from(random.below(25)).unwrap_or(0);
        let minute = match self.0 {
            Some((day, last)) if day == on => last + pause,
            _ => 8 * 60 + 30 + 2 * pause,
        };
        self.0 = Some((on, minute));
        minute
    }
}

/// Adds days to a date; `days` may be negative.
pub fn after(day: Date, days: i64) -> Date {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.unwrap_or(day)
}

pub fn months_after(day: Date, months: u32) -> Date {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// Returns the day itself if it is a working day, else the last one before it.
pub fn workday(day: Date) -> Date {
    const CLOSED: [(u32, u32); 4] = [(1, 1), (5, 1), (11, 11), (12, 25)];
    let is_closed = CLOSED.contains(&(day.month(), day.day()));
    match day.weekday() {
        Weekday::Sat => workday(after(day, -1)),
        Weekday::Sun => workday(after(day, -2)),
        _ if is_closed => workday(after(day, -1)),
        _ => day,
    }
}

/// Returns the last working day of the month.
pub fn end_of_month(day: Date) -> Date {
    workday(after(months_after(day.with_day(1).unwrap_or(day), 1), -1))
}
