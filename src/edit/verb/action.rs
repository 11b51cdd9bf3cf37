//! `action` and `finish`: what somebody agreed to do for a startup, and its completion.

use toml::Table;

use super::interface::{Declared, VerbImpl, says};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Action, Date, Id, MessageArg, RecordKind, RecordRef, entry_id};
use crate::record::value_at;

/// Somebody agreed to do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionVerb {
    pub startup: Id,
    pub what: String,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// The day of the committee that decided it.
    pub committee: Option<Date>,
}

impl ActionVerb {
    /// Creates an action without an owner or a due day.
    #[must_use]
    pub const fn new(startup: Id, what: String) -> Self {
        Self { startup, what, owner: None, due: None, committee: None }
    }
}

impl Declared for ActionVerb {
    const DECLARATION: Declaration = Declaration {
        name: "action",
        aliases: &["add-action"],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::option("what", ArgumentKind::Text, "WHAT", "What is to be done").at(1).required(),
            Argument::option("owner", ArgumentKind::Text, "NAME", "Who does it"),
            Argument::option("due", ArgumentKind::Day, "DATE", "By when"),
            Argument::option("committee", ArgumentKind::PastDay, "DATE", "Day of the committee that decided it")
                .command_only(),
        ],
        about: "Record an action agreed on for a startup",
        examples: "\
Examples:
  couveuse action comobi 'Relancer la région' --owner Coach --due +14
  couveuse finish comobi 'Relancer la région'               once it is done",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            owner: values.text("owner"),
            due: values.date("due"),
            committee: values.date("committee"),
            ..Self::new(values.id("startup")?, values.text("what")?)
        })
    }
}

impl VerbImpl for ActionVerb {
    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.what);
        toml_entry::some_line(&mut self.owner);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |action: &Action| {
            action.what == self.what
                && action.done.is_none()
                && says(self.owner.as_ref(), action.owner.as_ref())
                && says(self.due.as_ref(), action.due.as_ref())
        };
        let is_there = context.startup(&self.startup).ok()?.actions.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        present("what", &self.what)?;
        if startup.actions.iter().any(|action| action.what == self.what && action.done.is_none()) {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        if let Some(on) =
            self.committee.filter(|on| !startup.committees.iter().any(|one| one.on == *on && one.is_held_by(*on)))
        {
            let held = startup.committees.iter().filter(|one| one.is_held_by(one.on)).map(|one| one.on.to_string());
            return Err(EditError::NoEntry(on.to_string(), held.collect()));
        }
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("what", MessageArg::Text(short(&self.what)))];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let summary = CommitSummary::new(record, context.text("commit-action", &facts)).whole(&self.what);
        let summary = summary.maybe(context, "commit-owner", "owner", self.owner.clone().map(MessageArg::Text));
        Ok(summary.maybe(context, "commit-due", "due", self.due.map(|due| MessageArg::Text(context.day(due)))))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if toml_entry::entries(table, "actions").iter().any(|entry| is_open(entry, &self.what)) {
                return Err(EditError::AlreadyThere(self.what.clone()));
            }
            let (mut entry, mut ops) = (EntryBuilder::default(), Vec::new());
            if let Some(on) = self.committee {
                let (id, named) = meeting::id_of_held(table, on)?;
                ops.extend(named);
                let own = toml_entry::free(toml_entry::entries(table, "actions"), entry_id(on, &[&self.what]));
                entry = entry.with("id", own).with("committee", id);
            }
            let entry = entry.with("what", self.what.as_str()).maybe("owner", self.owner.clone());
            ops.extend(entry.maybe("due", self.due).insert(toml_entry::list("actions")));
            Ok(ops)
        })
    }
}

/// An action is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishVerb {
    pub startup: Id,
    /// The text of the action.
    pub action: String,
    pub on: Date,
}

impl Declared for FinishVerb {
    const DECLARATION: Declaration = Declaration {
        name: "finish",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a x"],
        arguments: &[
            Argument::option("action", ArgumentKind::Text, "WHAT", "Text of the action, or how it begins")
                .at(1)
                .required()
                .command_only(),
            Argument::day_of_fact("Day on which it was done, today by default"),
        ],
        about: "Mark an action as done",
        examples: "\
Examples:
  couveuse action comobi 'Relancer la région'
  couveuse finish comobi Relancer --on hier                 the beginning is enough",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { startup: values.id("startup")?, action: values.text("action")?, on: values.date("on")? })
    }
}

impl VerbImpl for FinishVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.action);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let actions = &context.startup(&self.startup).ok()?.actions;
        let mut named = actions.iter().filter(|action| action.what == self.action);
        let is_there = named.clone().all(|action| action.done.is_some());
        (is_there && named.any(|action| action.done == Some(self.on)))
            .then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        present("what", &self.action)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let is_open = |action: &&Action| action.done.is_none();
        let mut named = startup.actions.iter().filter(|action| action.what == self.action);
        let action = named.clone().find(is_open);
        let was_not_open =
            |base: &Table| !toml_entry::entries(base, "actions").iter().any(|entry| self::is_open(entry, &self.action));
        if action.is_none() && !context.is_concurrent(&record, was_not_open) {
            let known = startup.actions.iter().filter(is_open).map(|action| action.what.clone()).collect();
            let done = named.find_map(|action| action.done);
            return Err(done.map_or(EditError::NoEntry(self.action.clone(), known), EditError::AlreadyFinished));
        }
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("what", MessageArg::Text(short(&self.action)))];
        let summary = CommitSummary::new(record, context.text("commit-finish", &facts)).whole(&self.action);
        let owner = action.and_then(|action| action.owner.clone());
        let due = action.and_then(|action| action.due).map(|due| MessageArg::Text(context.day(due)));
        let summary = summary.maybe(context, "commit-owner", "owner", owner.map(MessageArg::Text));
        let summary = summary.maybe(context, "commit-was-due", "due", due);
        Ok(summary.line(context.text("commit-done-on", &[("on", MessageArg::Text(context.day(self.on)))])))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "actions");
            let place = toml_entry::list("actions");
            if let Some(at) = all.iter().position(|entry| is_open(entry, &self.action)) {
                return Ok(self.done().set(&place.index(at)));
            }
            // Somebody else marked it as done meanwhile, or renamed it.
            let intended = self.on.into();
            if let Some((_, path)) =
                context.entry(table, "actions", |it| is_open(it, &self.action), &self.action, &intended)?
            {
                if let Some(now) = value_at(table, &path.key("done")) {
                    let known = EditError::AlreadyFinished(toml_entry::as_date(now).unwrap_or(self.on));
                    context.check_replaced(&path.key("done"), None, now, &intended, known)?;
                }
                return Ok(self.done().set(&path));
            }
            let named = all.iter().filter(|entry| toml_entry::text(entry, "what") == Some(&self.action));
            let done = named.filter_map(|entry| toml_entry::date(entry, "done")).next();
            let known = all.iter().filter_map(|entry| toml_entry::text(entry, "what")).map(str::to_owned).collect();
            Err(done.map_or(EditError::NoEntry(self.action.clone(), known), EditError::AlreadyFinished))
        })
    }
}

impl FinishVerb {
    fn done(&self) -> EntryBuilder {
        EntryBuilder::default().with("done", self.on)
    }
}

/// Returns whether an entry is the action with that text, not done yet.
fn is_open(entry: &toml::Value, what: &str) -> bool {
    toml_entry::text(entry, "what") == Some(what) && entry.get("done").is_none()
}
