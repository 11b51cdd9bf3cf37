//! `sign`: a convention was signed.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_after, not_before};
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{Convention, ConventionKind, Date, Id, MessageArg, RecordKind, RecordRef, TermLength};
use crate::record::{Item, Op};

/// A convention was signed, or its signed copy has no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignVerb {
    pub convention: Id,
    /// The day of the last signature; `None` if the copy has no date.
    pub on: Option<Date>,
    /// The first possible day of the signature of a copy without a date.
    pub not_before: Option<Date>,
}

impl Declared for SignVerb {
    const DECLARATION: Declaration = Declaration {
        name: "sign",
        aliases: &[],
        subject: VerbSubject::Convention,
        keys: &[],
        arguments: &[
            Argument::option("on", ArgumentKind::PastDay, "DATE", "Day of the last signature, today by default")
                .required()
                .or(ArgumentDefault::TodayOnCommandLine),
            Argument::option("undated", ArgumentKind::Flag, "", "Record that the signed copy has no date")
                .conflicts_with("on")
                .command_only(),
            Argument::option("not-before", ArgumentKind::PastDay, "DATE", "First possible day of an undated signature")
                .conflicts_with("on")
                .command_only(),
        ],
        about: "Record the signature of a convention",
        examples: "\
Examples:
  couveuse sign histologe-pau-anct --on 12/10/2020
  couveuse sign anti-gaspi-oise-anct --undated --not-before 1/9/2020",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let undated = values.flag("undated");
        let on = if undated { None } else { Some(values.date("on")?) };
        let not_before = values.date("not-before").filter(|_| undated);
        Some(Self { convention: values.id("convention")?, on, not_before })
    }
}

impl VerbImpl for SignVerb {
    fn on(&self) -> Option<Date> {
        self.on
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let convention = context.convention(&self.convention).ok()?;
        let is_there = match self.on {
            Some(_) => convention.signed == self.on,
            None => convention.undated && says(self.not_before.as_ref(), convention.not_before.as_ref()),
        };
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        self.on.or(self.not_before).map_or(Ok(()), |on| context.check_not_in_future(on))?;
        let convention = context.convention(&self.convention)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if let Some(signed) = convention.signed
            && !context.is_concurrent(&record, |base| base.contains_key("signed"))
        {
            return Err(EditError::AlreadySigned(signed));
        }
        let name = ("convention", MessageArg::Text(self.convention.to_string()));
        let Some(on) = self.on else {
            let summary = CommitSummary::new(record, context.text("commit-sign-undated", &[name]));
            let day = self.not_before.map(|day| MessageArg::Text(context.day(day)));
            return Ok(summary.maybe(context, "commit-not-before", "day", day));
        };
        follows_its_order(context, convention, on)?;
        let day = ("on", MessageArg::Text(context.day(on)));
        Ok(CommitSummary::new(record, context.text("commit-sign", &[name, day])))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let path = toml_entry::list("signed");
            let intended: Item = self.on.map_or_else(|| UNDATED.into(), Item::Date);
            if let Some(now) = table.get("signed")
                && let Some(signed) = toml_entry::as_date(now)
            {
                context.check_replaced(&path, context.was(&path), now, &intended, EditError::AlreadySigned(signed))?;
            }
            let mut ops = vec![Op::Set(path, intended)];
            ops.extend(self.not_before.map(|day| Op::Set(toml_entry::list("not_before"), day.into())));
            if self.on.is_some() && table.contains_key("not_before") {
                ops.push(Op::Remove(toml_entry::list("not_before")));
            }
            Ok(ops)
        })
    }
}

/// The value of `signed` for a copy without a date.
const UNDATED: &str = "undated";

/// Checks the day of the signature against the other days of the convention and of its amendments.
pub(super) fn follows_its_order(context: &EditContext<'_>, convention: &Convention, on: Date) -> Result<(), EditError> {
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
    not_before(Chronology::Decided, on, convention.decided)?;
    not_before(Chronology::Amended, on, amended)?;
    not_after(Chronology::Amendment, on, amendments.filter_map(|change| change.signed).min())?;
    not_after(Chronology::Ended, on, ended)?;
    not_after(Chronology::Terminated, on, terminated)?;
    not_after(Chronology::Fulfilled, on, done.min())
}
