//! `resource`: what a party contributes to a convention in kind.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, owner, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, MessageArg, RecordKind, RecordRef, Resource, Span};

/// A party contributes something in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceVerb {
    pub convention: Id,
    pub from: Id,
    pub what: String,
    /// How much of it: `full time`, `50 %`.
    pub share: Option<String>,
    /// For how long from the signature.
    pub lasts: Option<Span>,
    /// The article that says so.
    pub article: Option<String>,
}

impl Declared for ResourceVerb {
    const DECLARATION: Declaration = Declaration {
        name: "resource",
        aliases: &["add-resource"],
        subject: VerbSubject::Convention,
        keys: &["a r"],
        arguments: &[
            Argument::option("from", ArgumentKind::Id, "PARTY", "Party that provides it").required(),
            Argument::option("what", ArgumentKind::Text, "WHAT", "What it is").at(1).required(),
            Argument::option("share", ArgumentKind::Text, "TEXT", "How much of it: full time, 50 %"),
            Argument::option("lasts", ArgumentKind::Span, "SPAN", "For how long from the signature: 6 months"),
            Argument::option("article", ArgumentKind::Text, "TEXT", "Article that says so"),
        ],
        about: "Record a resource in kind",
        examples: "\
Examples:
  couveuse resource histologe-pau-anct 'Un développeur' --from pau --share '50 %' --lasts '6 months'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            convention: values.id("convention")?,
            from: values.id("from")?,
            what: values.text("what")?,
            share: values.text("share"),
            lasts: values.span("lasts"),
            article: values.text("article"),
        })
    }
}

impl VerbImpl for ResourceVerb {
    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.what);
        toml_entry::some_line(&mut self.share);
        toml_entry::some_line(&mut self.article);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |one: &Resource| {
            one.from == self.from
                && one.what == self.what
                && says(self.share.as_ref(), one.share.as_ref())
                && says(self.lasts.as_ref(), one.lasts.as_ref())
                && says(self.article.as_ref(), one.article.as_ref())
        };
        let is_there = context.convention(&self.convention).ok()?.resources.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let convention = context.convention(&self.convention)?;
        context.known(RecordKind::Party, &self.from)?;
        present("what", &self.what)?;
        let same = |one: &Resource| one.from == self.from && one.what == self.what;
        if convention.resources.iter().any(same) {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        let facts = [
            ("owner", MessageArg::Text(owner(convention))),
            ("from", MessageArg::Text(self.from.to_string())),
            ("what", MessageArg::Text(short(&self.what))),
            ("convention", MessageArg::Text(convention.id.to_string())),
            ("article", MessageArg::Text(context.article(self.article.as_deref()))),
        ];
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let summary = CommitSummary::new(record, context.text("commit-resource", &facts)).whole(&self.what);
        let summary = summary.line(context.text("commit-under", &facts));
        let summary = summary.maybe(context, "commit-share", "share", self.share.clone().map(MessageArg::Text));
        Ok(summary.maybe(context, "commit-lasts", "lasts", self.lasts.map(MessageArg::Span)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let same = |entry: &toml::Value| {
                toml_entry::text(entry, "from") == Some(self.from.as_str())
                    && toml_entry::text(entry, "what") == Some(&self.what)
            };
            if toml_entry::entries(table, "resources").iter().any(same) {
                return Err(EditError::AlreadyThere(self.what.clone()));
            }
            let entry = EntryBuilder::default().with("from", self.from.clone()).with("what", self.what.as_str());
            let entry = entry.maybe("share", self.share.clone());
            let entry = entry.maybe("lasts", self.lasts.map(|lasts| lasts.to_string()));
            Ok(entry.maybe("article", self.article.clone()).insert(toml_entry::list("resources")))
        })
    }
}
