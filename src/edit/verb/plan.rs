//! `plan`: a startup's committee is set for a day.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::CheckContext;
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{CommitteeState, Date, Id, RecordKind, RecordRef, entry_id};

/// A committee is set for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVerb {
    /// The startup.
    pub startup: Id,
    /// The day: today or to come.
    pub on: Date,
}

impl VerbImpl for PlanVerb {
    fn name(&self) -> &'static str {
        "plan"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} committees planned")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        if self.on < context.today {
            return Err(EditError::InThePast(self.on));
        }
        let that_day = startup.committees.iter().filter(|meeting| meeting.on == self.on);
        for meeting in that_day {
            self.free(meeting.state.name())?;
        }
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: committee planned on {}", self.startup, self.on),
            body: Vec::new(),
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let there = toml_entry::entries(table, "committees");
            for entry in there {
                if toml_entry::date(entry, "on") == Some(self.on) {
                    self.free(toml_entry::text(entry, "state").unwrap_or_default())?;
                }
            }
            let entry = meeting(there, self.on).with("state", CommitteeState::Planned.name());
            Ok(entry.insert(toml_entry::list("committees")))
        })
    }
}

/// A meeting of that day, among those that are there.
pub(super) fn meeting(there: &[toml::Value], on: Date) -> EntryBuilder {
    EntryBuilder::default().with("id", toml_entry::free(there, entry_id(on, &["committee"]))).with("on", on)
}

impl PlanVerb {
    /// That a meeting of that day, in that state, does not stand in the way.
    fn free(&self, state: &str) -> Result<(), EditError> {
        match state {
            "held" => Err(EditError::AlreadyHeld(self.on)),
            "cancelled" => Ok(()),
            _ => Err(EditError::AlreadyPlanned(self.on)),
        }
    }
}
