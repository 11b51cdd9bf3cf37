//! `note`: a dated remark about a startup.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::desk::{Desk, said};
use crate::edit::message::{Summary, short, whole};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
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
        text::one_line(&mut self.text);
        text::some_line(&mut self.source);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError> {
        desk.has_come(self.on)?;
        let startup = desk.startup(&self.startup)?;
        said("text", &self.text)?;
        if startup.notes.iter().any(|note| note.on == Some(self.on) && note.text == self.text) {
            return Err(EditError::AlreadyThere(self.text.clone()));
        }
        let mut body: Vec<String> = whole(&self.text).into_iter().collect();
        body.push(format!("On {}.", self.on));
        body.extend(self.source.iter().map(|source| format!("Source: {source}")));
        Ok(Summary {
            record: RecordRef::new(RecordKind::Startup, self.startup.clone()),
            subject: format!("{}: note: {}", self.startup, short(&self.text)),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let same = |note: &toml::Value| {
                text::date(note, "on") == Some(self.on) && text::text(note, "text") == Some(&self.text)
            };
            let there = text::entries(table, "notes");
            if there.iter().any(same) {
                return Err(EditError::AlreadyThere(self.text.clone()));
            }
            let id = text::free(there, entry_id(self.on, &[&self.text]));
            let entry = Entry::default().with("id", id).with("on", self.on).with("text", self.text.as_str());
            Ok(entry.maybe("source", self.source.clone()).insert(text::list("notes")))
        })
    }
}
