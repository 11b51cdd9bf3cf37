//! `amend`: an amendment to a convention.

use super::VerbImpl;
use super::new_convention::TermSpec;
use crate::edit::check_context::{CheckContext, said};
use crate::edit::chronology::later;
use crate::edit::message::CommitSummary;
use crate::edit::template::RecordTemplate;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::edit::{Chronology, EditError};
use crate::model::{ConventionKind, Date, Id, RecordKind, RecordRef};

/// A convention is changed by an amendment, which has an effect once it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendVerb {
    /// The amendment's id.
    pub id: Id,
    /// The convention that it changes.
    pub amends: Id,
    /// Its title.
    pub title: String,
    /// The day that it was decided to sign it.
    pub decided: Option<Date>,
    /// The day of the last signature, where it is signed.
    pub signed: Option<Date>,
    /// How long the convention runs from then on, where it changes that.
    pub term: Option<TermSpec>,
    /// The article that changes the term.
    pub article: Option<String>,
}

impl VerbImpl for AmendVerb {
    fn name(&self) -> &'static str {
        "amend"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} amendments")
    }

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

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let record = RecordRef::new(RecordKind::Convention, self.id.clone());
        context.absent(&record)?;
        let amended = context.convention(&self.amends)?;
        if let ConventionKind::Amendment { amends } = &amended.kind {
            return Err(EditError::IsAmendment(amends.clone()));
        }
        said("title", &self.title)?;
        if self.article.is_some() && self.term.is_none() {
            return Err(EditError::Missing("term"));
        }
        context.signed(self.decided, self.signed)?;
        self.term.map_or(Ok(()), |term| term.ends_after(self.signed))?;
        self.signed.map_or(Ok(()), |signed| later(Chronology::Amended, signed, amended.signed))?;
        let mut body = vec![self.title.clone()];
        body.extend(self.decided.map(|on| format!("Decided on {on}.")));
        body.push(self.signed.map_or_else(|| "Not signed yet.".to_owned(), |on| format!("Signed on {on}.")));
        body.extend(self.term.map(|term| format!("Term: {term}.")));
        Ok(CommitSummary { record, subject: format!("{}: amendment {}", self.amends, self.id), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.is_new(RecordKind::Convention)?;
        let about = EntryBuilder::default().with("title", self.title.as_str()).with("kind", "amendment");
        let about = about.with("amends", self.amends.clone()).maybe("decided", self.decided);
        let about = about.maybe("signed", self.signed);
        let about =
            about.maybe("term", self.term.map(|term| term.entry().maybe("article", self.article.clone()).item()));
        Ok(RecordTemplate::of(RecordKind::Convention).keys(about).text())
    }
}
