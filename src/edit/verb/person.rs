//! `person`: somebody who coaches startups or owns actions.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, MessageArg, RecordRef};

/// A person, added to the portfolio or changed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonVerb {
    pub id: Id,
    pub name: String,
    /// The addresses by which git's author is recognised as this person.
    pub emails: Vec<String>,
}

const LIST: &str = "people";

impl Declared for PersonVerb {
    const DECLARATION: Declaration = Declaration {
        name: "person",
        aliases: &[],
        subject: VerbSubject::Portfolio,
        keys: &["a u"],
        arguments: &[
            Argument::option("name", ArgumentKind::Text, "NAME", "Name, the id by default")
                .required()
                .or(ArgumentDefault::Derived),
            Argument::option("id", ArgumentKind::Id, "ID", "Id of the person").at(1).required(),
            Argument::option("email", ArgumentKind::Text, "EMAIL", "Address of the person's commits; repeatable")
                .repeated(),
        ],
        about: "Add a person to the portfolio, or change one",
        examples: "\
Examples:
  couveuse person coach-a --name 'Coach A' --email coach-a@example.org

git keeps for ever what is committed: give only addresses that already are authors of commits.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { id: values.id("id")?, name: values.text("name")?, emails: values.words("email") })
    }
}

impl VerbImpl for PersonVerb {
    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.name);
        toml_entry::lines(&mut self.emails);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let known = context.portfolio.incubator.people.iter().find(|person| person.id == self.id)?;
        (known.name == self.name && known.emails == self.emails).then(RecordRef::of_portfolio)
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        present("name", &self.name)?;
        let known = context.portfolio.incubator.people.iter().find(|person| person.id == self.id);
        if known.is_some_and(|person| person.name == self.name && person.emails == self.emails) {
            return Err(EditError::AlreadyThere(self.id.to_string()));
        }
        // If two people shared an address, git's author could not be matched to either.
        let is_theirs = |theirs: &String| self.emails.iter().any(|own| own.to_lowercase() == theirs.to_lowercase());
        let mut others = context.portfolio.incubator.people.iter().filter(|person| person.id != self.id);
        if let Some(other) = others.find(|person| person.emails.iter().any(is_theirs)) {
            return Err(EditError::AddressTaken(other.id.clone()));
        }
        let key = if known.is_some() { "commit-person-changed" } else { "commit-person" };
        let subject = context.text(key, &[("person", MessageArg::Text(self.name.clone()))]);
        Ok(CommitSummary::new(RecordRef::of_portfolio(), subject))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, LIST);
            let entry = EntryBuilder::default().with("id", self.id.clone()).with("name", self.name.as_str());
            let entry = entry.list("emails", &self.emails);
            let same = all.iter().position(|entry| toml_entry::text(entry, "id") == Some(self.id.as_str()));
            Ok(match same {
                Some(at) => entry.set(&toml_entry::list(LIST).index(at)),
                None => entry.insert(toml_entry::list(LIST)),
            })
        })
    }
}
