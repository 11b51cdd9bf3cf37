//! `hold`: a startup's committee was held.

use super::Verb;
use super::plan::meeting;
use crate::edit::EditError;
use crate::edit::desk::{Desk, something};
use crate::edit::message::{Told, euros};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::model::{Committee, CommitteeState, Date, Decision, Id, Money, RecordKind, RecordRef};

/// A committee was held. One planned for the day becomes held; one held without a decision gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The startup.
    pub startup: Id,
    /// The day.
    pub on: Date,
    /// What it decided.
    pub decision: Option<Decision>,
    /// The money that it gave.
    pub envelope: Option<Money>,
    /// Until when it funds.
    pub until: Option<Date>,
}

impl Verb for Hold {
    fn name(&self) -> &'static str {
        "hold"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} committees held")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        desk.has_come(self.on)?;
        let startup = desk.startup(&self.startup)?;
        let held = |meeting: &&Committee| meeting.on == self.on && meeting.state == CommitteeState::Held;
        let held = startup.committees.iter().find(held);
        if held.is_some_and(|held| held.decision.is_some() || self.decision.is_none()) {
            return Err(EditError::AlreadyHeld(self.on));
        }
        if self.until.is_some_and(|until| until < self.on) {
            return Err(EditError::EndsBeforeItBegins);
        }
        self.envelope.map_or(Ok(()), something)?;
        let decided = self.decision.map(|decision| format!(", {}", decision.name())).unwrap_or_default();
        let envelope = self.envelope.map(|envelope| format!("Envelope: {}", euros(envelope)));
        let until = self.until.map(|until| format!("Funded until {until}"));
        Ok(Told {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: committee held on {}{decided}", self.startup, self.on),
            body: envelope.into_iter().chain(until).collect(),
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let mut planned = None;
            let that_day = |(_, entry): &(usize, &toml::Value)| text::date(entry, "on") == Some(self.on);
            let there = text::entries(table, "committees");
            for (at, entry) in there.iter().enumerate().filter(that_day) {
                match text::text(entry, "state") {
                    Some("held") if self.decision.is_some() && text::text(entry, "decision").is_none() => {
                        planned = Some(at);
                    }
                    Some("held") => return Err(EditError::AlreadyHeld(self.on)),
                    Some("cancelled") => {}
                    _ => planned = Some(at),
                }
            }
            let list = text::list("committees");
            Ok(match planned {
                Some(at) => self.facts(Entry::default()).set(&list.index(at)),
                None => self.facts(meeting(there, self.on)).insert(list),
            })
        })
    }
}

impl Hold {
    fn facts(&self, entry: Entry) -> Entry {
        let entry = entry.with("state", CommitteeState::Held.name());
        let entry = entry.maybe("decision", self.decision.map(Decision::name));
        entry.maybe("envelope", self.envelope).maybe("until", self.until)
    }
}
