//! `new startup`: a startup that enters the portfolio, in its first phase.

use super::interface::{Declared, VerbImpl};
use super::phase::{PHASE, phase_of};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, Phase, RecordKind, RecordRef};

/// Creates a startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStartupVerb {
    pub id: Id,
    pub name: String,
    pub mission: Option<String>,
    /// The incubator that follows it.
    pub incubator: Option<Id>,
    pub sponsors: Vec<Id>,
    /// The phase it is in.
    pub phase: Phase,
    /// The first day of that phase.
    pub from: Date,
}

impl Declared for NewStartupVerb {
    const DECLARATION: Declaration = Declaration {
        name: "new-startup",
        aliases: &["add-startup"],
        subject: VerbSubject::NewRecord(RecordKind::Startup),
        keys: &["a s"],
        arguments: &[
            Argument::option("name", ArgumentKind::Text, "NAME", "Name, the id by default")
                .required()
                .or(ArgumentDefault::Derived),
            Argument::option("mission", ArgumentKind::Text, "TEXT", "Its mission in one sentence"),
            Argument::option("phase", PHASE, "PHASE", "Phase it is in, investigation by default")
                .required()
                .or(ArgumentDefault::Derived),
            Argument::option("from", ArgumentKind::PastDay, "DATE", "First day of that phase, today by default")
                .required()
                .or(ArgumentDefault::Today)
                .known_as(&["on"]),
            Argument::option(
                "incubator",
                ArgumentKind::Id,
                "PARTY",
                "Incubator that follows it, the portfolio's by default",
            ),
            Argument::option("sponsor", ArgumentKind::Id, "PARTY", "Sponsor; repeatable")
                .repeated()
                .known_as(&["sponsors"]),
        ],
        about: "Create a startup in its first phase",
        examples: "\
Examples:
  couveuse new startup ma-cantine --name 'Ma cantine' --mission 'Manger mieux' --sponsor oise
  couveuse new startup mon-jardin --phase construction --from 1/9/2025",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            id: values.id("id")?,
            name: values.text("name")?,
            mission: values.text("mission"),
            incubator: values.id("incubator"),
            sponsors: values.ids("sponsor"),
            phase: phase_of(values)?,
            from: values.date("from")?,
        })
    }
}

impl VerbImpl for NewStartupVerb {
    fn on(&self) -> Option<Date> {
        Some(self.from)
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Startup, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.name);
        toml_entry::some_line(&mut self.mission);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Startup, self.id.clone());
        context.absent(&record)?;
        present("name", &self.name)?;
        for party in self.incubator.iter().chain(&self.sponsors) {
            context.known(RecordKind::Party, party)?;
        }
        let facts = [
            ("startup", MessageArg::Text(self.id.to_string())),
            ("phase", MessageArg::Text(context.text(&format!("phase-{}", self.phase.name()), &[]))),
            ("from", MessageArg::Text(context.day(self.from))),
        ];
        let mut summary = CommitSummary::new(record, context.text("commit-new-startup", &facts));
        summary = summary.line(self.name.clone());
        summary.body.extend(self.mission.clone());
        Ok(summary.line(context.text("commit-new-startup-phase", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Startup)?;
        let keys = EntryBuilder::default().with("name", self.name.as_str()).maybe("mission", self.mission.clone());
        let keys = keys.maybe("incubator", self.incubator.clone()).list("sponsors", &self.sponsors);
        let phase = EntryBuilder::default().with("phase", self.phase.name()).with("from", self.from);
        Ok(RecordTemplate::of(RecordKind::Startup).keys(keys).entry("phases", phase).text())
    }
}
