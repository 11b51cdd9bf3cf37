//! `note`: a dated remark about a startup.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::{CommitSummary, short, whole};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, RecordKind, RecordRef, entry_id};

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteVerb {
    /// The startup.
    pub startup: Id,
    /// The day.
    pub on: Date,
    /// The remark.
    pub text: String,
    /// Where it is known from.
    pub source: Option<String>,
}

impl VerbImpl for NoteVerb {
    fn name(&self) -> &'static str {
        "note"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} notes")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.text);
        toml_entry::some_line(&mut self.source);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let startup = context.startup(&self.startup)?;
        said("text", &self.text)?;
        if startup.notes.iter().any(|note| note.on == Some(self.on) && note.text == self.text) {
            return Err(EditError::AlreadyThere(self.text.clone()));
        }
        let mut body: Vec<String> = whole(&self.text).into_iter().collect();
        body.push(format!("On {}.", self.on));
        body.extend(self.source.iter().map(|source| format!("Source: {source}")));
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: note: {}", self.startup, short(&self.text)),
            body,
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let same = |note: &toml::Value| {
                toml_entry::date(note, "on") == Some(self.on) && toml_entry::text(note, "text") == Some(&self.text)
            };
            let there = toml_entry::entries(table, "notes");
            if there.iter().any(same) {
                return Err(EditError::AlreadyThere(self.text.clone()));
            }
            let id = toml_entry::free(there, entry_id(self.on, &[&self.text]));
            let entry = EntryBuilder::default().with("id", id).with("on", self.on).with("text", self.text.as_str());
            Ok(entry.maybe("source", self.source.clone()).insert(toml_entry::list("notes")))
        })
    }
}
