//! `note`: a dated note about a startup.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, Note, RecordKind, RecordRef, entry_id};

/// A note about a startup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteVerb {
    pub startup: Id,
    pub on: Date,
    pub text: String,
    /// Where the fact is known from.
    pub source: Option<String>,
}

impl Declared for NoteVerb {
    const DECLARATION: Declaration = Declaration {
        name: "note",
        aliases: &["add-note"],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::option("text", ArgumentKind::Lines, "TEXT", "Text of the note, in one line or several")
                .at(1)
                .required(),
            Argument::day_of_fact("Day of the note, today by default"),
            Argument::option("source", ArgumentKind::Text, "TEXT", "Where the fact is known from"),
        ],
        about: "Record a note about a startup",
        examples: "\
Examples:
  couveuse note comobi 'Une instance ouvre dans le Tarn.' --source 'courriel du 22 février'
  couveuse note histologe 'La préfecture veut essayer' --on lundi
  couveuse note histologe \"$(printf 'La préfecture hésite.\\nElle répond en mars.')\"",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            startup: values.id("startup")?,
            on: values.date("on")?,
            text: values.text("text")?,
            source: values.text("source"),
        })
    }
}

impl VerbImpl for NoteVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::several_lines(&mut self.text);
        toml_entry::some_line(&mut self.source);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |note: &Note| {
            note.on == Some(self.on) && note.text == self.text && says(self.source.as_ref(), note.source.as_ref())
        };
        let is_there = context.startup(&self.startup).ok()?.notes.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        present("text", &self.text)?;
        if startup.notes.iter().any(|note| note.on == Some(self.on) && note.text == self.text) {
            return Err(EditError::AlreadyThere(self.text.clone()));
        }
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("text", MessageArg::Text(short(&self.text)))];
        let summary = CommitSummary::new(record, context.text("commit-note", &facts)).whole(&self.text);
        let summary = summary.line(context.text("commit-on", &[("on", MessageArg::Text(context.day(self.on)))]));
        Ok(summary.maybe(context, "commit-source", "source", self.source.clone().map(MessageArg::Text)))
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
