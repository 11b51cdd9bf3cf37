//! `amend`: an amendment to a convention.

use super::interface::{Declared, VerbImpl};
use super::term::{DECIDED, MONTHS, TermSpec};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before, present};
use crate::edit::error::EditError;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{ConventionKind, Date, Id, MessageArg, RecordKind, RecordRef};

/// A convention is changed by an amendment, which takes effect once it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendVerb {
    /// The amendment's id.
    pub id: Id,
    /// The convention that it changes.
    pub amends: Id,
    pub title: String,
    /// The day of the decision to sign it.
    pub decided: Option<Date>,
    /// The day of the last signature, if it is signed.
    pub signed: Option<Date>,
    /// The new term of the convention, if it changes that.
    pub term: Option<TermSpec>,
    /// The article that changes the term.
    pub article: Option<String>,
}

impl Declared for AmendVerb {
    const DECLARATION: Declaration = Declaration {
        name: "amend",
        aliases: &["add-amendment"],
        subject: VerbSubject::Convention,
        keys: &["a v"],
        arguments: &[
            Argument::option(
                "title",
                ArgumentKind::Text,
                "TEXT",
                "Title; by default its number and the convention's title",
            )
            .required()
            .or(ArgumentDefault::Derived),
            Argument::option("id", ArgumentKind::Id, "ID", "Id of the amendment").at(1).required(),
            DECIDED,
            Argument::option("signed", ArgumentKind::PastDay, "DATE", "Day of the last signature").known_as(&["on"]),
            MONTHS,
            Argument::option("until", ArgumentKind::Day, "DATE", "Last day of the convention")
                .conflicts_with("months")
                .known_as(&["term-until"]),
            Argument::option("article", ArgumentKind::Text, "TEXT", "Article that changes the term"),
        ],
        about: "Create an amendment to a convention",
        examples: "\
Examples:
  couveuse amend comobi-ademe-anct comobi-avenant-1 --months 18
  couveuse amend comobi-ademe-anct comobi-avenant-2 --title 'Avenant n° 2' \\
    --signed 1/12/2020 --until 31/12/2021",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            id: values.id("id")?,
            amends: values.id("convention")?,
            title: values.text("title")?,
            decided: values.date("decided"),
            signed: values.date("signed"),
            term: TermSpec::from_arguments(values),
            article: values.text("article"),
        })
    }
}

impl VerbImpl for AmendVerb {
    fn on(&self) -> Option<Date> {
        self.signed.or(self.decided)
    }

    fn creates(&self) -> Option<RecordRef> {
        Some(RecordRef::new(RecordKind::Convention, self.id.clone()))
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.title);
        toml_entry::some_line(&mut self.article);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Convention, self.id.clone());
        context.absent(&record)?;
        let amended = context.convention(&self.amends)?;
        if let ConventionKind::Amendment { amends } = &amended.kind {
            return Err(EditError::IsAmendment(amends.clone()));
        }
        present("title", &self.title)?;
        if self.article.is_some() && self.term.is_none() {
            return Err(EditError::Missing("term"));
        }
        context.signed(self.decided, self.signed)?;
        self.term.map_or(Ok(()), |term| term.ends_after(self.signed))?;
        self.signed.map_or(Ok(()), |signed| not_before(Chronology::Amended, signed, amended.signed))?;
        let facts = [
            ("convention", MessageArg::Text(self.amends.to_string())),
            ("amendment", MessageArg::Text(self.id.to_string())),
        ];
        let summary = CommitSummary::new(record, context.text("commit-amend", &facts)).line(self.title.clone());
        let decided = self.decided.map(|day| MessageArg::Text(context.day(day)));
        let summary = summary.maybe(context, "commit-decided", "on", decided);
        Ok(TermSpec::describe(summary, context, self.signed, self.term))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Convention)?;
        let keys = EntryBuilder::default().with("title", self.title.as_str()).with("kind", "amendment");
        let keys = keys.with("amends", self.amends.clone()).maybe("decided", self.decided);
        let keys = keys.maybe("signed", self.signed);
        let term = self.term.map(|term| term.entry().maybe("article", self.article.clone()).item());
        Ok(RecordTemplate::of(RecordKind::Convention).keys(keys.maybe("term", term)).text())
    }
}
