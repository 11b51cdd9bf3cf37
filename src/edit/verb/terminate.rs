//! `terminate`: a convention was terminated, with a notice and an effect day.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, Id, MessageArg, RecordKind, RecordRef};
use crate::record::Op;

/// A convention was terminated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminateVerb {
    pub convention: Id,
    /// The day of the notice.
    pub notice: Option<Date>,
    /// The day on which the termination takes effect; it may be in the future.
    pub effect: Date,
    pub reason: Option<String>,
}

impl Declared for TerminateVerb {
    const DECLARATION: Declaration = Declaration {
        name: "terminate",
        aliases: &[],
        subject: VerbSubject::Convention,
        keys: &["a t"],
        arguments: &[
            Argument::option("notice", ArgumentKind::PastDay, "DATE", "Day of the notice"),
            Argument::option("effect", ArgumentKind::Day, "DATE", "Day on which it takes effect").required(),
            Argument::option("reason", ArgumentKind::Text, "TEXT", "Reason given in the notice"),
        ],
        about: "Record the termination of a convention",
        examples: "\
Examples:
  couveuse terminate poubelles-battle-pau-dinum --notice 4/1/2021 --effect 4/3/2021",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            convention: values.id("convention")?,
            notice: values.date("notice"),
            effect: values.date("effect")?,
            reason: values.text("reason"),
        })
    }
}

impl VerbImpl for TerminateVerb {
    fn on(&self) -> Option<Date> {
        Some(self.effect)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.reason);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let terminated = context.convention(&self.convention).ok()?.terminated.as_ref()?;
        let is_there = terminated.on == self.effect
            && says(self.notice.as_ref(), terminated.notice.as_ref())
            && says(self.reason.as_ref(), terminated.reason.as_ref());
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let convention = context.convention(&self.convention)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        if let Some(terminated) = &convention.terminated
            && !context.is_concurrent(&record, |base| base.contains_key("terminated"))
        {
            return Err(EditError::AlreadyTerminated(terminated.on));
        }
        self.notice.map_or(Ok(()), |notice| context.check_not_in_future(notice))?;
        not_before(Chronology::Signed, self.notice.unwrap_or(self.effect), convention.signed)?;
        not_before(Chronology::Noticed, self.effect, self.notice)?;
        let day = |day: Date| MessageArg::Text(context.day(day));
        let facts = [("convention", MessageArg::Text(self.convention.to_string())), ("effect", day(self.effect))];
        let summary = CommitSummary::new(record, context.text("commit-terminate", &facts));
        let summary = summary.maybe(context, "commit-notice", "notice", self.notice.map(day));
        Ok(summary.maybe(context, "commit-reason", "reason", self.reason.clone().map(MessageArg::Text)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let path = toml_entry::list("terminated");
            let entry = EntryBuilder::default().with("on", self.effect).maybe("notice", self.notice);
            let intended = entry.maybe("reason", self.reason.clone()).item();
            if let Some(now) = table.get("terminated") {
                let known = EditError::AlreadyTerminated(toml_entry::date(now, "on").unwrap_or(self.effect));
                context.check_replaced(&path, context.was(&path), now, &intended, known)?;
            }
            Ok(vec![Op::Set(path, intended)])
        })
    }
}
