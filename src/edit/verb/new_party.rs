//! `new party`: an organisation that signs conventions.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, MessageArg, RecordKind, RecordRef};

/// Creates a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPartyVerb {
    pub id: Id,
    /// Its usual name.
    pub name: String,
    /// The kind of organisation, in free words.
    pub kind: Option<String>,
}

impl Declared for NewPartyVerb {
    const DECLARATION: Declaration = Declaration {
        name: "new-party",
        aliases: &[],
        subject: VerbSubject::NewRecord(RecordKind::Party),
        keys: &["a y"],
        arguments: &[
            Argument::option("name", ArgumentKind::Text, "NAME", "Usual name, the id by default")
                .required()
                .or(ArgumentDefault::Derived),
            Argument::option("kind", ArgumentKind::Text, "TEXT", "Kind of organisation"),
        ],
        about: "Create a party",
        examples: "\
Examples:
  couveuse new party lot --name Lot --kind département",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { id: values.id("id")?, name: values.text("name")?, kind: values.text("kind") })
    }
}

impl VerbImpl for NewPartyVerb {
    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Party, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.name);
        toml_entry::some_line(&mut self.kind);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Party, self.id.clone());
        context.absent(&record)?;
        present("name", &self.name)?;
        let subject = context.text("commit-new-party", &[("party", MessageArg::Text(self.id.to_string()))]);
        let mut summary = CommitSummary::new(record, subject).line(self.name.clone());
        summary.body.extend(self.kind.clone());
        Ok(summary)
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Party)?;
        let keys = EntryBuilder::default().with("name", self.name.as_str()).maybe("kind", self.kind.clone());
        Ok(RecordTemplate::of(RecordKind::Party).keys(keys).text())
    }
}
