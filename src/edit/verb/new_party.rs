//! `new party`: an organisation that signs conventions.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::CommitSummary;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, RecordKind, RecordRef};

/// There is a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPartyVerb {
    /// Its id.
    pub id: Id,
    /// Its usual name.
    pub name: String,
    /// What sort of organisation, in the incubator's own words.
    pub kind: Option<String>,
}

impl VerbImpl for NewPartyVerb {
    fn name(&self) -> &'static str {
        "new-party"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} new parties")
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Party, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.name);
        toml_entry::some_line(&mut self.kind);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Party, self.id.clone());
        context.absent(&record)?;
        said("name", &self.name)?;
        let body = std::iter::once(self.name.clone()).chain(self.kind.clone()).collect();
        Ok(CommitSummary { record, subject: format!("{}: new party", self.id), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Party)?;
        let about = EntryBuilder::default().with("name", self.name.as_str()).maybe("kind", self.kind.clone());
        Ok(RecordTemplate::of(RecordKind::Party).keys(about).text())
    }
}
