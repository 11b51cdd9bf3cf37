//! `sign`: a convention was signed.

use super::VerbImpl;
use crate::edit::desk::Desk;
use crate::edit::message::Summary;
use crate::edit::order::{earlier, later};
use crate::edit::sheet::Sheet;
use crate::edit::text;
use crate::edit::{EditError, Order};
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

    fn check(&self, desk: &Desk<'_>) -> Result<Summary, EditError> {
        desk.has_come(self.on)?;
        let convention = desk.convention(&self.convention)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if let Some(signed) = convention.signed
            && !desk.is_news(&record, |seen| seen.contains_key("signed"))
        {
            return Err(EditError::AlreadySigned(signed));
        }
        let amended = match &convention.kind {
            ConventionKind::Amendment { amends } => desk.convention(amends).ok().and_then(|base| base.signed),
            _ => None,
        };
        let amendments = desk.portfolio.amendments_of(&convention.id);
        let ended = match convention.term.as_ref().map(|term| &term.length) {
            Some(TermLength::Until(until)) => Some(*until),
            _ => None,
        };
        let terminated = convention.terminated.as_ref().map(|terminated| terminated.on);
        let done = convention.obligations.iter().flat_map(|obligation| &obligation.fulfilled).map(|times| times.on);
        later(Order::Decided, self.on, convention.decided)?;
        later(Order::Amended, self.on, amended)?;
        earlier(Order::Amendment, self.on, amendments.filter_map(|change| change.signed).min())?;
        earlier(Order::Ended, self.on, ended)?;
        earlier(Order::Terminated, self.on, terminated)?;
        earlier(Order::Fulfilled, self.on, done.min())?;
        Ok(Summary { record, subject: format!("{}: signed on {}", self.convention, self.on), body: Vec::new() })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let (path, meant) = (text::list("signed"), self.on.into());
            if let Some(now) = table.get("signed")
                && let Some(signed) = text::as_date(now)
            {
                sheet.in_the_way(&path, sheet.was(&path), now, &meant, EditError::AlreadySigned(signed))?;
            }
            Ok(vec![Op::Set(path, meant)])
        })
    }
}
