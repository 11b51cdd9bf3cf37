//! `new party`: an organisation that signs conventions.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::desk::{Desk, said};
use crate::edit::message::Summary;
use crate::edit::sheet::Sheet;
use crate::edit::template::NewRecord;
use crate::edit::text::{self, Entry};
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
        text::one_line(&mut self.name);
        text::some_line(&mut self.kind);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError> {
        let record = RecordRef::new(RecordKind::Party, self.id.clone());
        desk.absent(&record)?;
        said("name", &self.name)?;
        let body = std::iter::once(self.name.clone()).chain(self.kind.clone()).collect();
        Ok(Summary { record, subject: format!("{}: new party", self.id), body })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.is_new(RecordKind::Party)?;
        let about = Entry::default().with("name", self.name.as_str()).maybe("kind", self.kind.clone());
        Ok(NewRecord::of(RecordKind::Party).keys(about).text())
    }
}
