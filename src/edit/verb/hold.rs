//! `hold`: a startup's committee was held.

use toml::{Table, Value};

use super::VerbImpl;
use super::plan::meeting;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, something};
use crate::edit::message::{CommitSummary, euros};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Committee, CommitteeState, Date, Decision, Id, KeyPath, Money, RecordKind, RecordRef};
use crate::record::value_at;

/// A committee was held. One planned for the day becomes held; one held without a decision gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldVerb {
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

impl VerbImpl for HoldVerb {
    fn name(&self) -> &'static str {
        "hold"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} committees held")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let startup = context.startup(&self.startup)?;
        let held = |meeting: &&Committee| meeting.on == self.on && meeting.state == CommitteeState::Held;
        let held = startup.committees.iter().find(held);
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let was_held = |seen: &Table| {
            let mut that_day = toml_entry::entries(seen, "committees")
                .iter()
                .filter(|one| toml_entry::date(one, "on") == Some(self.on));
            that_day.any(|entry| toml_entry::text(entry, "state") == Some("held") && !self.settles(entry))
        };
        if held.is_some_and(|held| held.decision.is_some() || self.decision.is_none())
            && !context.is_news(&record, was_held)
        {
            return Err(EditError::AlreadyHeld(self.on));
        }
        if self.until.is_some_and(|until| until < self.on) {
            return Err(EditError::EndsBeforeItBegins);
        }
        self.envelope.map_or(Ok(()), something)?;
        let decided = self.decision.map(|decision| format!(", {}", decision.name())).unwrap_or_default();
        let envelope = self.envelope.map(|envelope| format!("Envelope: {}", euros(envelope)));
        let until = self.until.map(|until| format!("Funded until {until}"));
        Ok(CommitSummary {
            record,
            subject: format!("{}: committee held on {}{decided}", self.startup, self.on),
            body: envelope.into_iter().chain(until).collect(),
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (there, list) = (toml_entry::entries(table, "committees"), toml_entry::list("committees"));
            if let Some((was, is)) = self.seen(context, table)? {
                self.compare(context, &is, context.was(&was), value_at(table, &is))?;
                return Ok(self.facts(EntryBuilder::default().with("on", self.on)).set(&is));
            }
            let mut found = None;
            for (at, entry) in
                there.iter().enumerate().filter(|(_, entry)| toml_entry::date(entry, "on") == Some(self.on))
            {
                match toml_entry::text(entry, "state") {
                    Some("cancelled") => {}
                    Some("held") if !self.settles(entry) => {
                        let was = context.seen.as_ref().map(|seen| toml_entry::entries(seen, "committees"));
                        if was.is_none_or(|was| was.contains(entry)) && !context.insists {
                            return Err(EditError::AlreadyHeld(self.on));
                        }
                        self.compare(context, &list.clone().index(at), None, Some(entry))?;
                        found = Some(at);
                    }
                    _ => found = Some(at),
                }
            }
            Ok(match found {
                Some(at) => self.facts(EntryBuilder::default()).set(&list.index(at)),
                None => self.facts(meeting(there, self.on)).insert(list),
            })
        })
    }
}

impl HoldVerb {
    /// Whether it settles a meeting of its day: one that was planned, or held without the decision that it brings.
    fn settles(&self, entry: &Value) -> bool {
        toml_entry::date(entry, "on") == Some(self.on)
            && match toml_entry::text(entry, "state") {
                Some("held") => self.decision.is_some() && toml_entry::text(entry, "decision").is_none(),
                Some("cancelled") => false,
                _ => true,
            }
    }

    /// The meeting that was seen and is meant: where it stood, and where it stands by now.
    fn seen(&self, context: &WriteContext<'_>, table: &Table) -> Result<Option<(KeyPath, KeyPath)>, EditError> {
        let (what, meant) = (self.on.to_string(), self.facts(EntryBuilder::default()).item());
        match context.entry(table, "committees", |entry| self.settles(entry), &what, &meant) {
            Err(EditError::Gone { .. }) if context.insists => Ok(None),
            found => found,
        }
    }

    /// That a meeting is what it was, or what it shall be; nothing is to be written where it is all of that already.
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
            context.holds(&path.clone().key(key), was, now_of(key), Some(&toml_entry::value(item)))
        })
    }

    fn facts(&self, entry: EntryBuilder) -> EntryBuilder {
        let entry = entry.with("state", CommitteeState::Held.name());
        let entry = entry.maybe("decision", self.decision.map(Decision::name));
        entry.maybe("envelope", self.envelope).maybe("until", self.until)
    }
}
