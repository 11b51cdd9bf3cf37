//! `action` and `finish`: what somebody agreed to do for a startup, and that it is done.

use toml::Table;

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::{CommitSummary, short, whole};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Action, Date, Id, RecordKind, RecordRef};
use crate::record::value_at;

/// Somebody agreed to do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionVerb {
    /// The startup.
    pub startup: Id,
    /// What.
    pub what: String,
    /// Who.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
}

impl VerbImpl for ActionVerb {
    fn name(&self) -> &'static str {
        "action"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} actions agreed")
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.what);
        toml_entry::some_line(&mut self.owner);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        said("what", &self.what)?;
        if startup.actions.iter().any(|action| action.what == self.what && action.done.is_none()) {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        let mut body: Vec<String> = whole(&self.what).into_iter().collect();
        body.extend(self.owner.iter().map(|owner| format!("Owner: {owner}")));
        body.extend(self.due.map(|due| format!("Due on {due}.")));
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: agreed: {}", self.startup, short(&self.what)),
            body,
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if toml_entry::entries(table, "actions").iter().any(|entry| is_open(entry, &self.what)) {
                return Err(EditError::AlreadyThere(self.what.clone()));
            }
            let entry = EntryBuilder::default().with("what", self.what.as_str()).maybe("owner", self.owner.clone());
            Ok(entry.maybe("due", self.due).insert(toml_entry::list("actions")))
        })
    }
}

/// What somebody agreed to do is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishVerb {
    /// The startup.
    pub startup: Id,
    /// The action, by what was to be done.
    pub action: String,
    /// The day.
    pub on: Date,
}

impl VerbImpl for FinishVerb {
    fn name(&self) -> &'static str {
        "finish"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} actions done")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.action);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let startup = context.startup(&self.startup)?;
        said("what", &self.action)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let is_open = |action: &&Action| action.done.is_none();
        let mut named = startup.actions.iter().filter(|action| action.what == self.action);
        let action = named.clone().find(is_open);
        let was_not_open =
            |seen: &Table| !toml_entry::entries(seen, "actions").iter().any(|entry| self::is_open(entry, &self.action));
        if action.is_none() && !context.is_news(&record, was_not_open) {
            let known = startup.actions.iter().filter(is_open).map(|action| action.what.clone()).collect();
            let done = named.find_map(|action| action.done);
            return Err(done.map_or(EditError::NoEntry(self.action.clone(), known), EditError::AlreadyFinished));
        }
        let mut body: Vec<String> = whole(&self.action).into_iter().collect();
        body.extend(action.and_then(|action| action.owner.as_ref()).map(|owner| format!("Owner: {owner}")));
        body.extend(action.and_then(|action| action.due).map(|due| format!("It was due on {due}.")));
        body.push(format!("Done on {}.", self.on));
        Ok(CommitSummary { record, subject: format!("{}: done: {}", self.startup, short(&self.action)), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "actions");
            let place = toml_entry::list("actions");
            if let Some(at) = all.iter().position(|entry| is_open(entry, &self.action)) {
                return Ok(self.done().set(&place.index(at)));
            }
            // Done by somebody else meanwhile, or called otherwise.
            let meant = self.on.into();
            if let Some((_, path)) =
                context.entry(table, "actions", |it| is_open(it, &self.action), &self.action, &meant)?
            {
                if let Some(now) = value_at(table, &path.clone().key("done")) {
                    let known = EditError::AlreadyFinished(toml_entry::as_date(now).unwrap_or(self.on));
                    context.in_the_way(&path.clone().key("done"), None, now, &meant, known)?;
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

/// Whether an entry is that action, not done yet.
fn is_open(entry: &toml::Value, what: &str) -> bool {
    toml_entry::text(entry, "what") == Some(what) && entry.get("done").is_none()
}
