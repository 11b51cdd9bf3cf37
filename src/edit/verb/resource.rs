//! `resource`: what a party brings to a convention in kind.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::message::{self, CommitSummary, short, whole};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, RecordKind, RecordRef, Span};

/// A party brings something in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceVerb {
    /// The convention.
    pub convention: Id,
    /// Who brings it.
    pub from: Id,
    /// What it is.
    pub what: String,
    /// How much of it: `full time`, `50 %`.
    pub share: Option<String>,
    /// For how long, from the signature.
    pub lasts: Option<Span>,
    /// The article that says so.
    pub article: Option<String>,
}

impl VerbImpl for ResourceVerb {
    fn name(&self) -> &'static str {
        "resource"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} resources in kind")
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.what);
        toml_entry::some_line(&mut self.share);
        toml_entry::some_line(&mut self.article);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let convention = context.convention(&self.convention)?;
        context.known(RecordKind::Party, &self.from)?;
        said("what", &self.what)?;
        let same = |one: &crate::model::Resource| one.from == self.from && one.what == self.what;
        if convention.resources.iter().any(same) {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        let mut body: Vec<String> = whole(&self.what).into_iter().collect();
        body.push(format!("Under {}{}.", convention.id, message::article(self.article.as_deref())));
        body.extend(self.share.iter().map(|share| format!("Share: {share}")));
        body.extend(self.lasts.map(|lasts| format!("For {lasts} from the signature.")));
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{}: {} brings {}", message::owner(convention), self.from, short(&self.what)),
            body,
        })
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
