//! `sign`: a convention was signed.

use super::VerbImpl;
use crate::edit::check_context::CheckContext;
use crate::edit::chronology::{earlier, later};
use crate::edit::message::CommitSummary;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::edit::{Chronology, EditError};
use crate::model::{ConventionKind, Date, Id, RecordKind, RecordRef, TermLength};
use crate::record::Op;

/// A convention was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignVerb {
    /// The convention.
    pub convention: Id,
    /// The day of the last signature.
    pub on: Date,
}

impl VerbImpl for SignVerb {
    fn name(&self) -> &'static str {
        "sign"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} conventions signed")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let convention = context.convention(&self.convention)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if let Some(signed) = convention.signed
            && !context.is_news(&record, |seen| seen.contains_key("signed"))
        {
            return Err(EditError::AlreadySigned(signed));
        }
        let amended = match &convention.kind {
            ConventionKind::Amendment { amends } => context.convention(amends).ok().and_then(|base| base.signed),
            _ => None,
        };
        let amendments = context.portfolio.amendments_of(&convention.id);
        let ended = match convention.term.as_ref().map(|term| &term.length) {
            Some(TermLength::Until(until)) => Some(*until),
            _ => None,
        };
        let terminated = convention.terminated.as_ref().map(|terminated| terminated.on);
        let done = convention.obligations.iter().flat_map(|obligation| &obligation.fulfilled).map(|times| times.on);
        later(Chronology::Decided, self.on, convention.decided)?;
        later(Chronology::Amended, self.on, amended)?;
        earlier(Chronology::Amendment, self.on, amendments.filter_map(|change| change.signed).min())?;
        earlier(Chronology::Ended, self.on, ended)?;
        earlier(Chronology::Terminated, self.on, terminated)?;
        earlier(Chronology::Fulfilled, self.on, done.min())?;
        Ok(CommitSummary { record, subject: format!("{}: signed on {}", self.convention, self.on), body: Vec::new() })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (path, meant) = (toml_entry::list("signed"), self.on.into());
            if let Some(now) = table.get("signed")
                && let Some(signed) = toml_entry::as_date(now)
            {
                context.in_the_way(&path, context.was(&path), now, &meant, EditError::AlreadySigned(signed))?;
            }
            Ok(vec![Op::Set(path, meant)])
        })
    }
}
