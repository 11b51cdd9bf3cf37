//! What a committee recorded besides its decision: texts, scores, attendance, conditions and actions.

use toml::Value;

use super::interface::says;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, short};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::model::{Action, Attendee, Committee, Condition, Date, Heading, Id, MessageArg, Money, Startup, entry_id};
use crate::record::{Item, Op};

/// The parts of a decision that are all optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionDetails {
    pub asked: Option<Money>,
    pub comment: Option<String>,
    pub reservations: Option<String>,
    /// The scores by heading, each with its reason.
    pub scores: Vec<HeadingScore>,
    pub present: Vec<AttendeeSpec>,
    pub excused: Vec<AttendeeSpec>,
    pub represented: Vec<RepresentedSpec>,
    pub conditions: Vec<Task>,
    pub actions: Vec<Task>,
}

/// The score of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingScore {
    pub heading: Heading,
    pub score: i64,
    pub reason: Option<String>,
}

/// Somebody who attended, was excused, or was represented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttendeeSpec {
    /// A person of the portfolio.
    Person(Id),
    /// Anybody else, with the party and the capacity. The party is as typed, so that one that is no id is refused
    /// rather than lost.
    Named { name: String, party: Option<String>, capacity: Option<String> },
}

/// Somebody who was represented, and by whom: the id of a person, or any text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepresentedSpec {
    pub who: AttendeeSpec,
    pub by: Option<String>,
}

/// A condition or an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    pub what: String,
    pub owner: Option<String>,
    pub due: Option<Date>,
    /// What is to prove it; of a condition only.
    pub proof: Option<String>,
}

/// Separates the parts of a [`Task`] in an argument.
pub const TASK_SEPARATOR: char = '\u{1f}';

/// Adds an action to those typed as arguments of `hold`, unless it is among them.
pub fn add_action(actions: &mut Vec<String>, what: String, owner: Option<&Id>, due: Option<Date>) {
    if actions.iter().all(|typed| typed.split(TASK_SEPARATOR).next() != Some(&what)) {
        let due = due.map(|due| due.to_string()).unwrap_or_default();
        let owner = owner.map(ToString::to_string).unwrap_or_default();
        actions.push([what, owner, due].join(&TASK_SEPARATOR.to_string()));
    }
}

impl HeadingScore {
    /// Reads `useful=3` or `useful=3:because …`; `None` if it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (heading, rest) = text.split_once('=')?;
        let heading = Heading::ALL.into_iter().find(|one| one.name() == heading.trim())?;
        let (score, reason) = rest.split_once(':').map_or((rest, None), |(score, reason)| (score, Some(reason)));
        let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        Some(Self { heading, score: score.trim().parse().ok()?, reason })
    }

    fn is_in(&self, held: &Committee) -> bool {
        let score = held.impact.and_then(|impact| impact.score(self.heading));
        let reason = held.reasons.iter().find(|(heading, _)| *heading == self.heading).map(|(_, reason)| reason);
        score.map(i64::from) == Some(self.score) && says(self.reason.as_ref(), reason)
    }
}

impl AttendeeSpec {
    /// Reads the id of a person, or `NAME`, `NAME/PARTY`, `NAME/PARTY/CAPACITY` of somebody else, whose name has a
    /// space.
    pub(super) fn parse(text: &str) -> Self {
        let mut parts = text.splitn(3, '/').map(str::trim);
        let name = parts.next().unwrap_or_default();
        match Id::new(name) {
            Ok(id) if !text.contains('/') => Self::Person(id),
            _ => Self::Named {
                name: name.to_owned(),
                party: parts.next().filter(|party| !party.is_empty()).map(str::to_owned),
                capacity: parts.next().map(str::to_owned),
            },
        }
    }

    fn is(&self, attendee: &Attendee) -> bool {
        match self {
            Self::Person(id) => attendee.person.as_ref() == Some(id),
            Self::Named { name, party, capacity } => {
                let of = attendee.party.as_ref().map(Id::as_str);
                attendee.name.as_ref() == Some(name) && of == party.as_deref() && attendee.capacity == *capacity
            }
        }
    }

    pub(super) fn item(&self) -> Item {
        self.entry().item()
    }

    fn entry(&self) -> EntryBuilder {
        let entry = EntryBuilder::default();
        match self {
            Self::Person(id) => entry.with("person", id.clone()),
            Self::Named { name, party, capacity } => {
                let entry = entry.with("name", name.as_str()).maybe("party", party.clone());
                entry.maybe("capacity", capacity.clone())
            }
        }
    }
}

impl AttendeeSpec {
    pub(super) fn attendee(&self) -> Attendee {
        let nobody = Attendee { person: None, name: None, party: None, capacity: None, by: None };
        match self {
            Self::Person(id) => Attendee { person: Some(id.clone()), ..nobody },
            Self::Named { name, party, capacity } => Attendee {
                name: Some(name.clone()),
                party: party.as_deref().and_then(|party| Id::new(party).ok()),
                capacity: capacity.clone(),
                ..nobody
            },
        }
    }
}

impl RepresentedSpec {
    /// Reads an [`AttendeeSpec`], with `=` between it and who represents the person.
    fn parse(text: &str) -> Self {
        let (who, by) = text.split_once('=').map_or((text, ""), |(who, by)| (who.trim(), by.trim()));
        Self { who: AttendeeSpec::parse(who), by: Some(by).filter(|by| !by.is_empty()).map(str::to_owned) }
    }

    fn is(&self, attendee: &Attendee) -> bool {
        self.who.is(attendee) && says(self.by.as_ref(), attendee.by.as_ref())
    }

    fn item(&self) -> Item {
        self.who.entry().maybe("by", self.by.clone()).item()
    }
}

impl Task {
    fn parse(text: &str) -> Self {
        let mut parts = text.split(TASK_SEPARATOR);
        let mut part = || parts.next().map(str::to_owned).filter(|part| !part.is_empty());
        let what = part().unwrap_or_default();
        Self { what, owner: part(), due: part().and_then(|due| due.parse().ok()), proof: part() }
    }

    /// Returns the entry of a condition or an action that a committee of that day decided.
    fn entry(&self, others: &[Value], on: Date, committee: &str) -> EntryBuilder {
        let id = toml_entry::free(others, entry_id(on, &[&self.what]));
        let entry = EntryBuilder::default().with("id", id).with("committee", committee);
        let entry = entry.with("what", self.what.as_str()).maybe("owner", self.owner.clone());
        entry.maybe("due", self.due).maybe("proof", self.proof.clone())
    }
}

/// Fails if an attendee is not a person or party of the portfolio.
pub(super) fn check_attendees(attendees: &[AttendeeSpec], context: &EditContext<'_>) -> Result<(), EditError> {
    attendees.iter().try_for_each(|attendee| match attendee {
        AttendeeSpec::Person(id) => context.person(id),
        AttendeeSpec::Named { party: Some(party), .. } => match Id::new(party) {
            Ok(id) => context.party(&id).map(drop),
            Err(_) => {
                let known = context.portfolio.parties.keys().map(ToString::to_string).collect();
                Err(EditError::NoEntry(party.clone(), known))
            }
        },
        AttendeeSpec::Named { party: None, .. } => Ok(()),
    })
}

impl DecisionDetails {
    /// The details among the arguments of `hold`.
    pub(super) fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let scores: Option<Vec<HeadingScore>> =
            values.words("score").iter().map(|text| HeadingScore::parse(text)).collect();
        let attendees = |name: &str| values.words(name).iter().map(|text| AttendeeSpec::parse(text)).collect();
        let tasks = |name: &str| values.words(name).iter().map(|text| Task::parse(text)).collect();
        Some(Self {
            asked: values.amount("asked"),
            comment: values.text("comment"),
            reservations: values.text("reservation"),
            scores: scores?,
            present: attendees("present"),
            excused: attendees("excused"),
            represented: values.words("represented").iter().map(|text| RepresentedSpec::parse(text)).collect(),
            conditions: tasks("condition"),
            actions: tasks("action"),
        })
    }

    /// Returns whether a committee held, and the conditions and actions of its startup, contain all of them.
    pub(super) fn are_in(&self, held: &Committee, startup: &Startup) -> bool {
        let attended =
            |specs: &[AttendeeSpec], all: &[Attendee]| specs.iter().all(|one| all.iter().any(|it| one.is(it)));
        let is_condition = |task: &Task, one: &Condition| {
            task.what == one.what
                && says(task.owner.as_ref(), one.owner.as_ref())
                && says(task.due.as_ref(), one.due.as_ref())
                && says(task.proof.as_ref(), one.proof.as_ref())
        };
        let is_action = |task: &Task, one: &Action| {
            task.what == one.what
                && says(task.owner.as_ref(), one.owner.as_ref())
                && says(task.due.as_ref(), one.due.as_ref())
        };
        says(self.asked.as_ref(), held.asked.as_ref())
            && says(self.comment.as_ref(), held.comment.as_ref())
            && says(self.reservations.as_ref(), held.reservations.as_ref())
            && self.scores.iter().all(|score| score.is_in(held))
            && attended(&self.present, &held.present)
            && attended(&self.excused, &held.excused)
            && self.represented.iter().all(|one| held.represented.iter().any(|it| one.is(it)))
            && self.conditions.iter().all(|task| startup.conditions.iter().any(|one| is_condition(task, one)))
            && self.actions.iter().all(|task| startup.actions.iter().any(|one| is_action(task, one)))
    }

    pub(super) fn tidy(&mut self) {
        toml_entry::some_text(&mut self.comment);
        toml_entry::some_text(&mut self.reservations);
        for task in self.conditions.iter_mut().chain(&mut self.actions) {
            toml_entry::one_line(&mut task.what);
            toml_entry::some_line(&mut task.owner);
            toml_entry::some_line(&mut task.proof);
        }
        self.conditions.retain(|task| !task.what.is_empty());
        self.actions.retain(|task| !task.what.is_empty());
    }

    /// Fails if an attendee is not a person or party of the portfolio.
    pub(super) fn check(&self, context: &EditContext<'_>) -> Result<(), EditError> {
        let represented: Vec<AttendeeSpec> = self.represented.iter().map(|one| one.who.clone()).collect();
        [&self.present, &self.excused, &represented].into_iter().try_for_each(|all| check_attendees(all, context))
    }

    /// Adds the lines of the commit.
    pub(super) fn describe(&self, summary: CommitSummary, context: &EditContext<'_>) -> CommitSummary {
        // A text of several lines is one line of the message.
        let text = |text: &str| MessageArg::Text(text.split_whitespace().collect::<Vec<_>>().join(" "));
        let asked = self.asked.map(|asked| MessageArg::Text(context.amount(asked)));
        let mut summary = summary.maybe(context, "commit-asked", "asked", asked);
        summary = summary.maybe(context, "commit-comment", "comment", self.comment.as_deref().map(text));
        summary = summary.maybe(context, "commit-reservations", "reservations", self.reservations.as_deref().map(text));
        for (key, tasks) in [("commit-condition", &self.conditions), ("commit-decided-action", &self.actions)] {
            for task in tasks {
                summary = summary.line(context.text(key, &[("what", text(&short(&task.what)))]));
            }
        }
        summary
    }

    /// Adds the keys of the committee's entry.
    pub(super) fn keys(&self, entry: EntryBuilder) -> EntryBuilder {
        let entry = entry.maybe("asked", self.asked).maybe("comment", self.comment.clone());
        let entry = entry.maybe("reservations", self.reservations.clone());
        let scores = self.scores.iter().map(|one| (one.heading.name().to_owned(), Item::Whole(one.score))).collect();
        let reasons = self
            .scores
            .iter()
            .filter_map(|one| Some((one.heading.name().to_owned(), Item::from(one.reason.as_deref()?))));
        let reasons: Vec<(String, Item)> = reasons.collect();
        let table = |pairs: Vec<(String, Item)>| (!pairs.is_empty()).then_some(Item::Table(pairs));
        let entry = entry.maybe("impact", table(scores)).maybe("reasons", table(reasons));
        let list =
            |all: &[AttendeeSpec]| (!all.is_empty()).then(|| Item::List(all.iter().map(AttendeeSpec::item).collect()));
        let entry = entry.maybe("present", list(&self.present)).maybe("excused", list(&self.excused));
        let represented = self.represented.iter().map(RepresentedSpec::item).collect();
        entry.maybe("represented", (!self.represented.is_empty()).then_some(Item::List(represented)))
    }

    /// Returns the operations that append the conditions and the actions of a committee.
    pub(super) fn tasks(&self, table: &toml::Table, on: Date, committee: &str) -> Vec<Op> {
        let mut ops = Vec::new();
        for (list, tasks) in [("conditions", &self.conditions), ("actions", &self.actions)] {
            let others = toml_entry::entries(table, list);
            let is_new = |task: &&Task| {
                let id = entry_id(on, &[&task.what]);
                !others.iter().any(|entry| toml_entry::text(entry, "id") == Some(id.as_str()))
            };
            for task in tasks.iter().filter(is_new) {
                ops.extend(task.entry(others, on, committee).insert(toml_entry::list(list)));
            }
        }
        ops
    }
}
