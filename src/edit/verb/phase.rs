//! `phase`: a startup enters a phase, today or on another day.

use toml::Table;

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, Phase, RecordKind, RecordRef};

/// A startup enters a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseVerb {
    pub startup: Id,
    pub phase: Phase,
    /// The first day of the phase; it may be in the future.
    pub from: Date,
}

/// A phase, as an argument.
pub(super) const PHASE: ArgumentKind =
    ArgumentKind::Word { names: || Phase::ALL.map(Phase::name).to_vec(), prefix: "phase" };

/// Returns the phase of that name.
pub(super) fn phase_of(values: &ArgumentValues) -> Option<Phase> {
    let name = values.text("phase")?;
    Phase::ALL.into_iter().find(|phase| phase.name() == name)
}

impl Declared for PhaseVerb {
    const DECLARATION: Declaration = Declaration {
        name: "phase",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::option("phase", PHASE, "PHASE", "Phase that it enters").at(1).required(),
            Argument::option("from", ArgumentKind::PastDay, "DATE", "First day of the phase, today by default")
                .required()
                .or(ArgumentDefault::Today)
                .known_as(&["on"]),
        ],
        about: "Move a startup to a phase",
        examples: "\
Examples:
  couveuse phase comobi consolidation
  couveuse phase histologe operated --from +30            a day in the future is fine",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { startup: values.id("startup")?, phase: phase_of(values)?, from: values.date("from")? })
    }
}

impl VerbImpl for PhaseVerb {
    fn on(&self) -> Option<Date> {
        Some(self.from)
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let phases = &context.startup(&self.startup).ok()?.phases;
        let is_there = phases.iter().any(|start| (start.phase, start.from) == (self.phase, self.from));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let starts: Vec<PhaseDay<'_>> = startup.phases.iter().map(|start| (start.phase.name(), start.from)).collect();
        let adjacent = self.place(&starts).or_else(|known| {
            let was_there = |base: &Table| self.place(&starts_of(toml_entry::entries(base, "phases"))).is_err();
            if context.is_concurrent(&record, was_there) { Ok(AdjacentPhases::default()) } else { Err(known) }
        })?;
        let word = |phase: &str| MessageArg::Text(context.text(&format!("phase-{phase}"), &[]));
        let day = |day: Date| MessageArg::Text(context.day(day));
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("phase", word(self.phase.name())),
            ("from", day(self.from)),
        ];
        let mut summary = CommitSummary::new(record, context.text("commit-phase", &facts));
        for (key, phase) in [("commit-phase-before", adjacent.before), ("commit-phase-after", adjacent.after)] {
            let line = phase.map(|(phase, from)| context.text(key, &[("phase", word(phase)), ("from", day(from))]));
            summary.body.extend(line);
        }
        Ok(summary)
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (all, list) = (toml_entry::entries(table, "phases"), toml_entry::list("phases"));
            let entry = EntryBuilder::default().with("phase", self.phase.name()).with("from", self.from);
            if let Some(base) = &context.base {
                let base = toml_entry::entries(base, "phases");
                let intended = toml_entry::value(&entry.clone().item());
                let last = base.iter().max_by_key(|start| toml_entry::date(start, "from"));
                for (n, now) in all.iter().enumerate().filter(|(_, now)| !base.contains(now)) {
                    // A phase that the user saw and that only gained other keys is not a conflict.
                    let was = starts_of(base);
                    if starts_of(std::slice::from_ref(now)).iter().any(|start| was.contains(start)) {
                        continue;
                    }
                    if *now == intended {
                        return Err(EditError::AlreadyInPhase(self.phase, self.from));
                    }
                    context.unchanged(&list.index(n), last, Some(now), Some(&intended))?;
                }
            }
            let starts = starts_of(all);
            match self.place(&starts)?.after {
                None => Ok(entry.insert(list)),
                Some((_, next)) => {
                    let follows = |start| toml_entry::date(start, "from").is_some_and(|from| from >= next);
                    let at = all.iter().position(follows);
                    Ok(entry.insert(at.map_or(list.clone(), |at| list.index(at))))
                }
            }
        })
    }
}

/// The name of a phase and its first day.
type PhaseDay<'a> = (&'a str, Date);

/// The phases before and after the one that a startup enters.
#[derive(Default)]
struct AdjacentPhases<'a> {
    before: Option<PhaseDay<'a>>,
    after: Option<PhaseDay<'a>>,
}

fn starts_of(entries: &[toml::Value]) -> Vec<PhaseDay<'_>> {
    let start = |entry| Some((toml_entry::text(entry, "phase")?, toml_entry::date(entry, "from")?));
    entries.iter().filter_map(start).collect()
}

impl PhaseVerb {
    /// Finds its place in the order of days. Fails if a neighbour is the same phase.
    fn place<'a>(&self, starts: &[PhaseDay<'a>]) -> Result<AdjacentPhases<'a>, EditError> {
        let before = starts.iter().filter(|(_, from)| *from <= self.from).max_by_key(|(_, from)| *from).copied();
        let after = starts.iter().filter(|(_, from)| *from > self.from).min_by_key(|(_, from)| *from).copied();
        match before.iter().chain(&after).find(|(phase, _)| *phase == self.phase.name()) {
            Some((_, from)) => Err(EditError::AlreadyInPhase(self.phase, *from)),
            None => Ok(AdjacentPhases { before, after }),
        }
    }
}
