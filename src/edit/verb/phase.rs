//! `phase`: a startup enters a phase, on a day that may lie ahead.

use toml::Table;

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::CheckContext;
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, Phase, RecordKind, RecordRef};

/// A startup enters a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseVerb {
    /// The startup.
    pub startup: Id,
    /// The phase that it enters.
    pub phase: Phase,
    /// Its first day; it may lie ahead.
    pub from: Date,
}

impl VerbImpl for PhaseVerb {
    fn name(&self) -> &'static str {
        "phase"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} phases entered")
    }

    fn on(&self) -> Option<Date> {
        Some(self.from)
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let starts: Vec<Start<'_>> = startup.phases.iter().map(|start| (start.phase.name(), start.from)).collect();
        let place = self.place(&starts).or_else(|known| {
            let was_there = |seen: &Table| self.place(&starts_of(toml_entry::entries(seen, "phases"))).is_err();
            if context.is_news(&record, was_there) { Ok(AdjacentPhases::default()) } else { Err(known) }
        })?;
        let mut body = Vec::new();
        body.extend(place.before.map(|(phase, from)| format!("Until then: {phase} (from {from}).")));
        body.extend(place.after.map(|(phase, from)| format!("Then: {phase} (from {from}).")));
        Ok(CommitSummary {
            record,
            subject: format!("{}: phase {} from {}", self.startup, self.phase.name(), self.from),
            body,
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (all, list) = (toml_entry::entries(table, "phases"), toml_entry::list("phases"));
            let entry = EntryBuilder::default().with("phase", self.phase.name()).with("from", self.from);
            if let Some(seen) = &context.seen {
                let (seen, meant) = (toml_entry::entries(seen, "phases"), toml_entry::value(&entry.clone().item()));
                let last = seen.iter().max_by_key(|start| toml_entry::date(start, "from"));
                for (n, now) in all.iter().enumerate().filter(|(_, now)| !seen.contains(now)) {
                    // One that was seen and only says more by now is no news.
                    let was = starts_of(seen);
                    if starts_of(std::slice::from_ref(now)).iter().any(|start| was.contains(start)) {
                        continue;
                    }
                    if *now == meant {
                        return Err(EditError::AlreadyInPhase(self.phase, self.from));
                    }
                    context.holds(&list.clone().index(n), last, Some(now), Some(&meant))?;
                }
            }
            let starts = starts_of(all);
            match self.place(&starts)?.after {
                None => Ok(entry.insert(list)),
                Some((_, next)) => {
                    let at =
                        all.iter().position(|start| toml_entry::date(start, "from").is_some_and(|from| from >= next));
                    Ok(entry.insert(at.map_or(list.clone(), |at| list.index(at))))
                }
            }
        })
    }
}

/// A phase and its first day.
type Start<'a> = (&'a str, Date);

/// The phases before and after the one that a startup enters.
#[derive(Default)]
struct AdjacentPhases<'a> {
    before: Option<Start<'a>>,
    after: Option<Start<'a>>,
}

fn starts_of(entries: &[toml::Value]) -> Vec<Start<'_>> {
    entries
        .iter()
        .filter_map(|entry| Some((toml_entry::text(entry, "phase")?, toml_entry::date(entry, "from")?)))
        .collect()
}

impl PhaseVerb {
    /// Where it goes, in the order of days; both its neighbours are other phases.
    fn place<'a>(&self, starts: &[Start<'a>]) -> Result<AdjacentPhases<'a>, EditError> {
        let before = starts.iter().filter(|(_, from)| *from <= self.from).max_by_key(|(_, from)| *from).copied();
        let after = starts.iter().filter(|(_, from)| *from > self.from).min_by_key(|(_, from)| *from).copied();
        match before.iter().chain(&after).find(|(phase, _)| *phase == self.phase.name()) {
            Some((_, from)) => Err(EditError::AlreadyInPhase(self.phase, *from)),
            None => Ok(AdjacentPhases { before, after }),
        }
    }
}
