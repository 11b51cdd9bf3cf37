//! `plan`: a startup's committee is planned for a day.

use super::interface::{Declared, VerbImpl};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{CommitteeState, Date, Id, MessageArg, RecordKind, RecordRef};

/// A committee is planned for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVerb {
    pub startup: Id,
    /// Today or a later day.
    pub on: Date,
}

impl Declared for PlanVerb {
    const DECLARATION: Declaration = Declaration {
        name: "plan",
        aliases: &["add-committee"],
        subject: VerbSubject::Startup,
        keys: &["a p"],
        arguments: &[Argument::option("on", ArgumentKind::Day, "DATE", "Day of the meeting").required()],
        about: "Plan a startup's committee for a day",
        examples: "Examples:\n  couveuse plan histologe --on +14\n  couveuse plan comobi --on lundi",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { startup: values.id("startup")?, on: values.date("on")? })
    }
}

impl VerbImpl for PlanVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let committees = &context.startup(&self.startup).ok()?.committees;
        let is_there = committees.iter().any(|one| (one.on, one.state) == (self.on, CommitteeState::Planned));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        if self.on < context.today {
            return Err(EditError::InThePast(self.on));
        }
        let that_day = startup.committees.iter().filter(|meeting| meeting.on == self.on);
        for committee in that_day {
            meeting::day_is_free(self.on, committee.state.name())?;
        }
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("on", MessageArg::Text(context.day(self.on)))];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        Ok(CommitSummary::new(record, context.text("commit-plan", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let there = toml_entry::entries(table, meeting::LIST);
            meeting::text_has_free_day(there, self.on)?;
            let entry = meeting::entry(there, self.on).with("state", CommitteeState::Planned.name());
            Ok(entry.insert(toml_entry::list(meeting::LIST)))
        })
    }
}
