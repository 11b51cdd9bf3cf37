//! What was written down when, and by whom: facts that fill the slots of records, and the commits that they become.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, Weekday};

use super::super::random::Random;
use super::{Role, Step};
use crate::model::Date;

/// How many days the history goes back.
pub const PAST: u64 = 730;
/// Facts older than this were written down at the end of their month, several at once.
const YOUNG: i64 = 45;

/// A line or a few of a record: its section, its entry there, its line in that.
pub type Slot = (u8, u32, u32);

/// What several facts of a month are written down as, in the order in which they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crowd {
    /// Things agreed: always by the month.
    Agreed,
    /// Calls for funds.
    Called,
    /// Payments.
    Paid,
    /// Spending: always by the month.
    Spent,
    /// Values of indicators: always by the month.
    Measured,
    /// Obligations met.
    Fulfilled,
    /// Actions done: always by the month.
    Finished,
    /// Remarks.
    Noted,
}

impl Crowd {
    const fn is_always(self) -> bool {
        matches!(self, Self::Agreed | Self::Spent | Self::Measured | Self::Finished)
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Agreed => "actions agreed",
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

/// One thing written down.
pub struct Fact {
    /// The day.
    pub on: Date,
    /// Who wrote it.
    pub role: Role,
    /// The verb of the program that wrote it; none for what was typed into the file by hand.
    pub verb: Option<&'static str>,
    /// What the commit says.
    pub subject: String,
    /// The detail; may be empty.
    pub body: String,
    /// Whether it was written down with its like.
    pub crowd: Option<Crowd>,
    /// Whether it takes the fact before it back.
    pub undoes: bool,
    /// The slots that it fills, or empties.
    pub changes: Vec<(String, Slot, Option<String>)>,
}

impl Fact {
    /// A fact of one slot.
    pub fn new(on: Date, role: Role, verb: &'static str, subject: String) -> Self {
        let none = (String::new(), None, false, Vec::new());
        Self { on, role, verb: Some(verb), subject, body: none.0, crowd: none.1, undoes: none.2, changes: none.3 }
    }

    /// With its detail.
    pub fn body(mut self, body: String) -> Self {
        self.body = body;
        self
    }

    /// With its like.
    pub const fn crowd(mut self, crowd: Crowd) -> Self {
        self.crowd = Some(crowd);
        self
    }

    /// Filling a slot.
    pub fn put(mut self, record: &str, slot: Slot, text: impl Into<String>) -> Self {
        self.changes.push((record.to_owned(), slot, Some(text.into())));
        self
    }

    /// Emptying a slot.
    pub fn clear(mut self, record: &str, slot: Slot) -> Self {
        self.changes.push((record.to_owned(), slot, None));
        self
    }
}

/// All that was written down.
pub struct Ledger {
    /// The day on which the story is opened.
    pub today: Date,
    /// Numbers that look drawn.
    pub random: Random,
    facts: Vec<Fact>,
}

impl Ledger {
    /// Nothing yet.
    pub fn new(today: Date, seed: u64) -> Self {
        Self { today, random: Random::new(seed), facts: Vec::new() }
    }

    /// The day so many days ago.
    pub fn ago(&self, days: i64) -> Date {
        after(self.today, -days)
    }

    /// The working day at or before the day so many days ago.
    pub fn workday_ago(&self, days: i64) -> Date {
        workday(self.ago(days))
    }

    /// Writes a fact down, unless its day has not come.
    pub fn write(&mut self, fact: Fact) {
        if fact.on < self.today {
            self.facts.push(fact);
        }
    }

    /// The commits, the oldest first: the first holds all that was known two years ago.
    pub fn commits(self) -> Vec<Step> {
        let Self { today, facts, mut random } = self;
        let began = workday(after(today, -i64::try_from(PAST).unwrap_or(0)));
        let mut groups: BTreeMap<(Date, Option<Crowd>, usize), Vec<Fact>> = BTreeMap::new();
        for (n, fact) in facts.into_iter().enumerate() {
            let crowd = fact.crowd.filter(|crowd| crowd.is_always() || (today - fact.on).num_days() > YOUNG);
            let key = match crowd {
                _ if fact.on <= began => (began, None, 0),
                Some(_) => (end_of_month(fact.on).min(workday(after(today, -1))), crowd, 0),
                None => (fact.on, None, n + 1),
            };
            groups.entry(key).or_default().push(fact);
        }
        let mut pages = Pages::default();
        let mut minutes = Minutes::default();
        groups
            .into_iter()
            .map(|((on, crowd, n), facts)| {
                let minute = minutes.next(on, &mut random);
                if n == 0 && crowd.is_none() {
                    pages.first(on, minute, facts)
                } else {
                    pages.turn(on, minute, crowd, facts)
                }
            })
            .collect()
    }
}

/// The records as they grow.
#[derive(Default)]
struct Pages(BTreeMap<String, BTreeMap<Slot, String>>);

impl Pages {
    fn first(&mut self, on: Date, minute: u32, facts: Vec<Fact>) -> Step {
        let changed = self.fill(facts.into_iter().flat_map(|fact| fact.changes));
        let count = changed.len();
        let files = self.files(&changed);
        let (subject, body) = ("The portfolio, taken over from the spreadsheet".into(), format!("{count} records.\n"));
        Step { on, minute, role: Role::Lead, verb: None, subject, body, records: Vec::new(), undoes: false, files }
    }

    fn turn(&mut self, on: Date, minute: u32, crowd: Option<Crowd>, mut facts: Vec<Fact>) -> Step {
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
            return Step { on, minute, files, ..Step::default() };
        };
        let (subject, body) = match crowd {
            Some(crowd) if several > 1 => (format!("{place}{several} {}{count}", crowd.words()), lines),
            _ => (first.subject, first.body),
        };
        let (role, verb, undoes) = (first.role, first.verb, first.undoes);
        Step { on, minute, role, verb, subject, body, records: changed, undoes, files }
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

/// The time of each commit: later than the one before it on the same day.
#[derive(Default)]
struct Minutes(Option<(Date, u32)>);

impl Minutes {
    fn next(&mut self, on: Date, random: &mut Random) -> u32 {
        let pause = 3 + u32::try_from(random.below(25)).unwrap_or(0);
        let minute = match self.0 {
            Some((day, last)) if day == on => last + pause,
            _ => 8 * 60 + 30 + 2 * pause,
        };
        self.0 = Some((on, minute));
        minute
    }
}

/// The day so many days after another; before it where they are negative.
pub fn after(day: Date, days: i64) -> Date {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.unwrap_or(day)
}

/// The same day some months later.
pub fn months_after(day: Date, months: u32) -> Date {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// The day, or the last one before it on which an office is open.
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

/// The last working day of its month.
pub fn end_of_month(day: Date) -> Date {
    workday(after(months_after(day.with_day(1).unwrap_or(day), 1), -1))
}
