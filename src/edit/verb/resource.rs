//! `resource`: what a party brings to a convention in kind.

use super::VerbImpl;
use crate::edit::EditError;
use crate::edit::desk::{Desk, said};
use crate::edit::message::{self, Summary, short, whole};
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
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
        text::one_line(&mut self.what);
        text::some_line(&mut self.share);
        text::some_line(&mut self.article);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError> {
        let convention = desk.convention(&self.convention)?;
        desk.known(RecordKind::Party, &self.from)?;
        said("what", &self.what)?;
        let same = |one: &crate::model::Resource| one.from == self.from && one.what == self.what;
        if convention.resources.iter().any(same) {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        let mut body: Vec<String> = whole(&self.what).into_iter().collect();
        body.push(format!("Under {}{}.", convention.id, message::article(self.article.as_deref())));
        body.extend(self.share.iter().map(|share| format!("Share: {share}")));
        body.extend(self.lasts.map(|lasts| format!("For {lasts} from the signature.")));
        Ok(Summary {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{}: {} brings {}", message::owner(convention), self.from, short(&self.what)),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let same = |entry: &toml::Value| {
                text::text(entry, "from") == Some(self.from.as_str()) && text::text(entry, "what") == Some(&self.what)
            };
            if text::entries(table, "resources").iter().any(same) {
                return Err(EditError::AlreadyThere(self.what.clone()));
            }
            let entry = Entry::default().with("from", self.from.clone()).with("what", self.what.as_str());
            let entry = entry.maybe("share", self.share.clone());
            let entry = entry.maybe("lasts", self.lasts.map(|lasts| lasts.to_string()));
            Ok(entry.maybe("article", self.article.clone()).insert(text::list("resources")))
        })
    }
}
