//! `new startup`: a startup that enters the portfolio, in its first phase.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::CommitSummary;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, Phase, RecordKind, RecordRef};

/// There is a startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStartupVerb {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub mission: Option<String>,
    /// The incubator that follows it.
    pub incubator: Option<Id>,
    /// Its sponsors.
    pub sponsors: Vec<Id>,
    /// Its phase.
    pub phase: Phase,
    /// Since when.
    pub from: Date,
}

impl VerbImpl for NewStartupVerb {
    fn name(&self) -> &'static str {
        "new-startup"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} new startups")
    }

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

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Startup, self.id.clone());
        context.absent(&record)?;
        said("name", &self.name)?;
        for party in self.incubator.iter().chain(&self.sponsors) {
            context.known(RecordKind::Party, party)?;
        }
        let mut body = vec![self.name.clone()];
        body.extend(self.mission.clone());
        body.push(format!("Phase {} from {}.", self.phase.name(), self.from));
        Ok(CommitSummary { record, subject: format!("{}: new startup", self.id), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Startup)?;
        let about = EntryBuilder::default().with("name", self.name.as_str()).maybe("mission", self.mission.clone());
        let about = about.maybe("incubator", self.incubator.clone()).list("sponsors", &self.sponsors);
        let phase = EntryBuilder::default().with("phase", self.phase.name()).with("from", self.from);
        Ok(RecordTemplate::of(RecordKind::Startup).keys(about).entry("phases", phase).text())
    }
}
