//! The term of a convention, as it is given for a new convention or an amendment.

use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind};
use crate::edit::edit_context::{EditContext, not_after};
use crate::edit::error::EditError;
use crate::edit::toml_entry::EntryBuilder;
use crate::model::{Date, MessageArg};

/// The argument for the day of the decision to sign.
pub(super) const DECIDED: Argument =
    Argument::option("decided", ArgumentKind::PastDay, "DATE", "Day of the decision to sign");

/// The argument for the length of the term.
pub(super) const MONTHS: Argument =
    Argument::option("months", ArgumentKind::Whole(1, 1200), "N", "Number of months from the signature");

/// How long a convention runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermSpec {
    /// A number of months from the signature.
    Months(u32),
    /// Until a day, that day included.
    Until(Date),
}

impl TermSpec {
    /// Returns the term in `months` or `until`.
    pub(super) fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        values.whole("months").map(Self::Months).or(values.date("until").map(Self::Until))
    }

    /// Fails if it ends before the signature.
    pub(super) fn ends_after(self, signed: Option<Date>) -> Result<(), EditError> {
        match (self, signed) {
            (Self::Until(until), Some(signed)) => not_after(Chronology::Ended, signed, Some(until)),
            _ => Ok(()),
        }
    }

    /// Returns its keys in a record.
    pub(super) fn entry(self) -> EntryBuilder {
        match self {
            Self::Months(months) => EntryBuilder::default().with("months", i64::from(months)),
            Self::Until(until) => EntryBuilder::default().with("until", until),
        }
    }

    /// Adds the signature and the term to the message of a commit.
    pub(super) fn describe(
        summary: CommitSummary,
        context: &EditContext<'_>,
        signed: Option<Date>,
        term: Option<Self>,
    ) -> CommitSummary {
        let summary = match signed {
            Some(on) => summary.line(context.text("commit-signed", &[("on", MessageArg::Text(context.day(on)))])),
            None => summary.line(context.text("commit-unsigned", &[])),
        };
        match term {
            Some(Self::Months(months)) => {
                summary.line(context.text("commit-term-months", &[("months", MessageArg::Count(i64::from(months)))]))
            }
            Some(Self::Until(until)) => {
                summary.line(context.text("commit-term-until", &[("until", MessageArg::Text(context.day(until)))]))
            }
            None => summary,
        }
    }
}
