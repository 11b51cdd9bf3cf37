//! `phase`: a startup enters a phase, on a day that may lie ahead.

use super::Verb;
use crate::edit::desk::Desk;
use crate::edit::message::Told;
use crate::edit::order::later;
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::edit::{EditError, Order};
use crate::model::{Date, Id, Phase, RecordKind, RecordRef};

/// A startup enters a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The startup.
    pub startup: Id,
    /// The phase that it enters.
    pub phase: Phase,
    /// Its first day; it may lie ahead.
    pub from: Date,
}

impl Verb for Move {
    fn name(&self) -> &'static str {
        "phase"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} phases entered")
    }

    fn on(&self) -> Option<Date> {
        Some(self.from)
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        let startup = desk.startup(&self.startup)?;
        let last = startup.phases.iter().max_by_key(|start| start.from);
        self.follows(last.map(|last| (last.phase.name(), last.from)))?;
        Ok(Told {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: phase {} from {}", self.startup, self.phase.name(), self.from),
            body: last
                .map(|last| format!("Until then: {} (from {}).", last.phase.name(), last.from))
                .into_iter()
                .collect(),
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let starts = text::entries(table, "phases").iter();
            let starts = starts.filter_map(|entry| Some((text::text(entry, "phase")?, text::date(entry, "from")?)));
            self.follows(starts.max_by_key(|(_, from)| *from))?;
            let entry = Entry::default().with("phase", self.phase.name()).with("from", self.from);
            Ok(entry.insert(text::list("phases")))
        })
    }
}

impl Move {
    /// That it goes on from the phase begun last, and is another one.
    fn follows(&self, last: Option<(&str, Date)>) -> Result<(), EditError> {
        let Some((phase, from)) = last else { return Ok(()) };
        if phase == self.phase.name() {
            return Err(EditError::AlreadyInPhase(self.phase, from));
        }
        later(Order::Phase, self.from, Some(from))
    }
}
