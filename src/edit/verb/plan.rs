//! `plan`: a startup's committee is set for a day.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::desk::Desk;
use crate::edit::message::Summary;
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
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

    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError> {
        let startup = desk.startup(&self.startup)?;
        if self.on < desk.today {
            return Err(EditError::InThePast(self.on));
        }
        let that_day = startup.committees.iter().filter(|meeting| meeting.on == self.on);
        for meeting in that_day {
            self.free(meeting.state.name())?;
        }
        Ok(Summary {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: committee planned on {}", self.startup, self.on),
            body: Vec::new(),
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let there = text::entries(table, "committees");
            for entry in there {
                if text::date(entry, "on") == Some(self.on) {
                    self.free(text::text(entry, "state").unwrap_or_default())?;
                }
            }
            let entry = meeting(there, self.on).with("state", CommitteeState::Planned.name());
            Ok(entry.insert(text::list("committees")))
        })
    }
}

/// A meeting of that day, among those that are there.
pub(super) fn meeting(there: &[toml::Value], on: Date) -> Entry {
    Entry::default().with("id", text::free(there, entry_id(on, &["committee"]))).with("on", on)
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
