//! `hold`: a startup's committee was held.

use toml::{Table, Value};

use super::decision::{AttendeeSpec, DecisionDetails};
use super::interface::{Declared, VerbImpl, says};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, above_zero};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{
    Committee, CommitteeState, Date, Decision, Id, KeyPath, MessageArg, Money, Portfolio, RecordKind, RecordRef,
    Startup, entry_id,
};
use crate::record::{Op, value_at};

/// A committee was held. One planned for that day becomes held; one held without a decision gets the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldVerb {
    pub startup: Id,
    pub on: Date,
    /// The review that it is part of.
    pub review: Option<Id>,
    pub decision: Option<Decision>,
    /// The money that it granted.
    pub envelope: Option<Money>,
    /// The day until which it funds the startup; of a deferral, the day until which it is deferred.
    pub until: Option<Date>,
    /// Its optional details.
    pub details: DecisionDetails,
    /// The day for which the next committee is planned.
    pub next: Option<Date>,
    /// Whether committees planned for a later day are cancelled, since this one was held instead.
    pub cancel_planned: bool,
}

/// The options that belong to the condition or the action before them.
const OF_TASK: [Argument; 3] = [
    Argument::option("owner", ArgumentKind::Text, "NAME", "Owner of the condition or action before it")
        .repeated()
        .command_only(),
    Argument::option("due", ArgumentKind::Text, "DATE", "Due date of the condition or action before it")
        .repeated()
        .command_only(),
    Argument::option("proof", ArgumentKind::Text, "TEXT", "Proof of the condition before it").repeated().command_only(),
];

pub(super) const DECISION: ArgumentKind =
    ArgumentKind::Word { names: || Decision::ALL.map(Decision::name).to_vec(), prefix: "decision" };

impl Declared for HoldVerb {
    const DECLARATION: Declaration = Declaration {
        name: "hold",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::day_of_fact("Day of the meeting, today by default"),
            Argument::option("decision", DECISION, "DECISION", "Decision"),
            Argument::option("envelope", ArgumentKind::Amount, "AMOUNT", "Money granted, in euros"),
            Argument::option(
                "until",
                ArgumentKind::Day,
                "DATE",
                "Day until which it funds the startup, or is deferred",
            ),
            Argument::option("asked", ArgumentKind::Amount, "AMOUNT", "Amount asked for, in euros"),
            Argument::option("comment", ArgumentKind::Lines, "TEXT", "Comment, verbatim; the reason of a deferral"),
            Argument::option("reservation", ArgumentKind::Lines, "TEXT", "Reservations, verbatim"),
            Argument::option(
                "score",
                ArgumentKind::Text,
                "HEADING=N[:REASON]",
                "Score of usable, used, useful, impactful or efficient; repeatable",
            )
            .repeated(),
            Argument::option("condition", ArgumentKind::Text, "TEXT", "Condition, verbatim; repeatable").repeated(),
            Argument::option("action", ArgumentKind::Text, "WHAT", "Action agreed on; repeatable").repeated(),
            OF_TASK[0],
            OF_TASK[1],
            OF_TASK[2],
            Argument::option("present", ArgumentKind::Text, "NAME", "Person, or NAME/PARTY/CAPACITY; repeatable")
                .repeated(),
            Argument::option("excused", ArgumentKind::Text, "NAME", "Excused person; repeatable").repeated(),
            Argument::option(
                "represented",
                ArgumentKind::Text,
                "NAME[=BY]",
                "Person represented by another; repeatable",
            )
            .repeated(),
            Argument::option("review", ArgumentKind::Id, "REVIEW", "Review that it is part of; gives the day")
                .command_only(),
            Argument::option("from", ArgumentKind::Text, "FILE", "Read the decision from a file; - for standard input")
                .command_only(),
            Argument::option(
                "with-consequences",
                ArgumentKind::Flag,
                "",
                "Also record the consequences of the decision",
            )
            .command_only(),
            Argument::option("next", ArgumentKind::Day, "DATE", "Day for which the next committee is planned"),
            Argument::option("cancel-planned", ArgumentKind::Flag, "", "Cancel the committees planned for a later day"),
        ],
        about: "Record a committee held",
        examples: "\
Examples:
  couveuse hold comobi --decision continue --envelope 35000 --until +180
  couveuse hold poubelles-battle --on hier --decision provisional
  couveuse hold histologe --decision continue --score 'useful=3:ils l’ont demandé' \\
    --condition 'Dix usagers réguliers' --owner coach-a --due +30 --present 'M. Petit/pau'

--owner, --due and --proof belong to the --condition or --action before them. The file of --from
is TOML: one [[committees]], any [[conditions]] and [[actions]], with the keys of a record;
options replace its values. What follows from the decision is listed as `proposed`, and only
recorded with --with-consequences.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let decision = values.text("decision");
        let decision = decision.and_then(|name| Decision::ALL.into_iter().find(|decision| decision.name() == name));
        Some(Self {
            startup: values.id("startup")?,
            on: values.date("on")?,
            review: values.id("review"),
            decision,
            envelope: values.amount("envelope"),
            until: values.date("until"),
            details: DecisionDetails::from_arguments(values)?,
            next: values.date("next"),
            cancel_planned: values.flag("cancel-planned"),
        })
    }
}

impl VerbImpl for HoldVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        self.details.tidy();
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let startup = context.startup(&self.startup).ok()?;
        let until = |held: &Committee| match self.decision {
            Some(Decision::Defer) => held.deferred_until,
            _ => held.until,
        };
        let is_this = |held: &Committee| {
            (held.on, held.state) == (self.on, CommitteeState::Held)
                && held.withdrawn.is_none()
                && self.review.as_ref().is_none_or(|review| held.review.as_deref() == Some(review.as_str()))
                && says(self.decision.as_ref(), held.decision.as_ref())
                && says(self.envelope.as_ref(), held.envelope.as_ref())
                && says(self.until.as_ref(), until(held).as_ref())
                && self.details.are_in(held, startup)
        };
        let planned = || planned_of(startup);
        let is_there = startup.committees.iter().any(is_this)
            && self.next.is_none_or(|next| planned().any(|on| on == next))
            && !(self.cancel_planned && planned().any(|on| on > self.on && Some(on) != self.next));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        self.review.as_ref().map_or(Ok(()), |review| self.is_in(review, context))?;
        let held = |one: &&Committee| one.on == self.on && one.state == CommitteeState::Held && one.withdrawn.is_none();
        let held = startup.committees.iter().find(held);
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let was_held = |base: &Table| {
            let mut that_day = toml_entry::entries(base, meeting::LIST)
                .iter()
                .filter(|one| toml_entry::date(one, "on") == Some(self.on));
            that_day.any(|entry| is_held(entry) && !self.completes(entry))
        };
        if held.is_some_and(|held| held.decision.is_some() || self.decision.is_none())
            && !context.is_concurrent(&record, was_held)
        {
            return Err(EditError::AlreadyHeld(self.on));
        }
        if self.until.is_some_and(|until| until < self.on) {
            return Err(EditError::EndsBeforeItBegins);
        }
        self.envelope.map_or(Ok(()), above_zero)?;
        if self.decision == Some(Decision::Defer) && self.details.comment.is_none() {
            return Err(EditError::Missing("comment"));
        }
        self.details.check(context)?;
        if let Some(next) = self.next.filter(|next| *next <= self.on) {
            return Err(EditError::InThePast(next));
        }
        let mut facts = vec![
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("on", MessageArg::Text(context.day(self.on))),
        ];
        let key = match self.decision {
            Some(decision) => {
                let word = context.text(&format!("decision-{}", decision.name()), &[]);
                facts.push(("decision", MessageArg::Text(word)));
                "commit-hold-decision"
            }
            None => "commit-hold",
        };
        let summary = CommitSummary::new(record, context.text(key, &facts));
        let envelope = self.envelope.map(|envelope| MessageArg::Text(context.amount(envelope)));
        let summary = summary.maybe(context, "commit-envelope", "envelope", envelope);
        let day = |day: Date| MessageArg::Text(context.day(day));
        let until = if self.decision == Some(Decision::Defer) { "commit-deferred-until" } else { "commit-until" };
        let summary = summary.maybe(context, until, "until", self.until.map(day));
        let summary = self.details.describe(summary, context);
        Ok(summary.maybe(context, "commit-next", "next", self.next.map(day)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (there, list) = (toml_entry::entries(table, meeting::LIST), toml_entry::list(meeting::LIST));
            if let Some((was, is)) = self.seen(context, table)? {
                self.compare(context, &is, context.was(&was), value_at(table, &is))?;
                let ops = self.facts(EntryBuilder::default().with("on", self.on)).set(&is);
                return Ok(self.with_the_rest(table, ops, Some(&is)));
            }
            let mut found = None;
            let that_day = |(_, entry): &(usize, &Value)| toml_entry::date(entry, "on") == Some(self.on);
            for (at, entry) in there.iter().enumerate().filter(that_day) {
                match toml_entry::text(entry, "state") {
                    Some("cancelled") => {}
                    Some("held") if !is_held(entry) => {}
                    Some("held") if !self.completes(entry) => {
                        let was = context.base.as_ref().map(|base| toml_entry::entries(base, meeting::LIST));
                        if was.is_none_or(|was| was.contains(entry)) && !context.force {
                            return Err(EditError::AlreadyHeld(self.on));
                        }
                        self.compare(context, &list.index(at), None, Some(entry))?;
                        found = Some(at);
                    }
                    _ => found = Some(at),
                }
            }
            let found = found.map(|at| list.index(at));
            let ops = match &found {
                Some(entry) => self.facts(EntryBuilder::default()).set(entry),
                None => self.facts(meeting::entry(there, self.on)).insert(list),
            };
            Ok(self.with_the_rest(table, ops, found.as_ref()))
        })
    }
}

/// Returns whether a committee was held and its decision was not withdrawn: another one can be held on the day of a
/// withdrawn one.
fn is_held(entry: &Value) -> bool {
    toml_entry::text(entry, "state") == Some("held") && entry.get("withdrawn").is_none()
}

fn planned_of(startup: &Startup) -> impl Iterator<Item = Date> {
    startup.committees.iter().filter(|one| one.state == CommitteeState::Planned).map(|one| one.on)
}

impl HoldVerb {
    /// Returns the days after the committee for which others were planned, if they are neither cancelled nor repeated.
    #[must_use]
    pub fn still_planned(&self, portfolio: &Portfolio) -> Vec<Date> {
        let startup = portfolio.startups.get(&self.startup).filter(|_| !self.cancel_planned);
        let planned = startup.into_iter().flat_map(|startup| planned_of(startup));
        planned.filter(|on| *on > self.on && Some(*on) != self.next).collect()
    }

    /// Returns the committee with the attendance that was given; `None` if nobody is said to be present.
    #[must_use]
    pub fn attended(&self) -> Option<Committee> {
        let present: Vec<_> = self.details.present.iter().map(AttendeeSpec::attendee).collect();
        let represented = self.details.represented.iter().map(|one| one.who.attendee()).collect();
        let held = Committee::new(self.on, CommitteeState::Held);
        (!present.is_empty()).then_some(Committee { present, represented, ..held })
    }

    /// Fails unless the review is open, on that day, and has the startup on its agenda.
    fn is_in(&self, review: &Id, context: &EditContext<'_>) -> Result<(), EditError> {
        let review = context.open_review(review)?;
        if review.on != self.on {
            return Err(EditError::OutOfOrder(Chronology::ReviewDay, review.on));
        }
        if review.agenda_item(&self.startup).is_some() {
            return Ok(());
        }
        let known = review.agenda.iter().map(|item| item.startup.to_string()).collect();
        Err(EditError::NoEntry(self.startup.to_string(), known))
    }

    /// Returns whether it completes a meeting of its day: one that was planned, or held without a decision.
    fn completes(&self, entry: &Value) -> bool {
        toml_entry::date(entry, "on") == Some(self.on)
            && match toml_entry::text(entry, "state") {
                Some("held") => {
                    is_held(entry) && self.decision.is_some() && toml_entry::text(entry, "decision").is_none()
                }
                Some("cancelled") => false,
                _ => true,
            }
    }

    /// Returns the path of the meeting in the text that the user saw, and its current path.
    fn seen(&self, context: &WriteContext<'_>, table: &Table) -> Result<Option<(KeyPath, KeyPath)>, EditError> {
        let (what, intended) = (self.on.to_string(), self.facts(EntryBuilder::default()).item());
        match context.entry(table, meeting::LIST, |entry| self.completes(entry), &what, &intended) {
            Err(EditError::Gone { .. }) if context.force => Ok(None),
            found => found,
        }
    }

    /// Fails if the meeting is recorded already, or is neither what the user saw nor what the edit makes of it.
    fn compare(
        &self,
        context: &WriteContext<'_>,
        path: &KeyPath,
        was: Option<&Value>,
        now: Option<&Value>,
    ) -> Result<(), EditError> {
        let facts = self.facts(EntryBuilder::default().with("on", self.on)).pairs();
        let now_of = |key: &str| now.and_then(|now| now.get(key));
        if facts.iter().all(|(key, item)| now_of(key) == Some(&toml_entry::value(item))) {
            return Err(EditError::AlreadyHeld(self.on));
        }
        facts.iter().try_for_each(|(key, item)| {
            let was = was.and_then(|was| was.get(key.as_str()));
            context.unchanged(&path.key(key), was, now_of(key), Some(&toml_entry::value(item)))
        })
    }

    fn facts(&self, entry: EntryBuilder) -> EntryBuilder {
        let entry = entry.with("state", CommitteeState::Held.name()).maybe("review", self.review.clone());
        let entry = entry.maybe("decision", self.decision.map(Decision::name));
        let entry = entry.maybe("envelope", self.envelope);
        let until = if self.decision == Some(Decision::Defer) { "deferred_until" } else { "until" };
        self.details.keys(entry.maybe(until, self.until))
    }

    /// Adds the conditions, the actions, the next committee, and the cancellation of those planned before. `entry` is
    /// the committee if it is recorded already.
    fn with_the_rest(&self, table: &Table, mut ops: Vec<Op>, entry: Option<&KeyPath>) -> Vec<Op> {
        let there = toml_entry::entries(table, meeting::LIST);
        let known = entry.and_then(|path| toml_entry::text(value_at(table, path)?, "id"));
        let new_id = || toml_entry::free(there, entry_id(self.on, &["committee"]));
        let id = known.map_or_else(new_id, str::to_owned);
        let tasks = self.details.tasks(table, self.on, &id);
        // A committee planned by hand may have no id that they could name.
        if let Some(path) = entry.filter(|_| known.is_none() && !tasks.is_empty()) {
            ops.push(Op::Set(path.key("id"), id.into()));
        }
        ops.extend(tasks);
        let is_planned = |entry: &Value| {
            toml_entry::text(entry, "state") == Some("planned")
                && toml_entry::date(entry, "on").is_some_and(|on| on > self.on)
        };
        let planned = there.iter().enumerate().filter(|(_, entry)| self.cancel_planned && is_planned(entry));
        let cancelled = CommitteeState::Cancelled.name();
        ops.extend(
            planned.map(|(at, _)| Op::Set(toml_entry::list(meeting::LIST).index(at).key("state"), cancelled.into())),
        );
        if let Some(next) = self.next {
            let entry = meeting::entry(there, next).with("state", CommitteeState::Planned.name());
            ops.extend(entry.insert(toml_entry::list(meeting::LIST)));
        }
        ops
    }
}
