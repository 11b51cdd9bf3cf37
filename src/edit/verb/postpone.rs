//! `postpone`: a planned committee moves to another day, or is cancelled.

use super::interface::{Declared, VerbImpl};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{Committee, CommitteeState, Date, Id, MessageArg, RecordKind, RecordRef};
use crate::record::Op;

/// A planned committee moves to another day, or is cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostponeVerb {
    pub startup: Id,
    /// The day for which it is planned; the next planned one if none is named.
    pub from: Option<Date>,
    /// The new day; `None` cancels it.
    pub on: Option<Date>,
}

impl Declared for PostponeVerb {
    const DECLARATION: Declaration = Declaration {
        name: "postpone",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a o"],
        arguments: &[
            Argument::option("from", ArgumentKind::Day, "DATE", "Day for which it is planned, the next one by default"),
            Argument::option("on", ArgumentKind::Day, "DATE", "New day").required_unless("cancel"),
            Argument::option("cancel", ArgumentKind::Flag, "", "Cancel it instead").conflicts_with("on"),
        ],
        about: "Move a planned committee to another day, or cancel it",
        examples: "\
Examples:
  couveuse plan histologe --on +14
  couveuse postpone histologe --on +21
  couveuse postpone histologe --from +21 --cancel",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let on = values.date("on");
        let is_complete = on.is_some() != values.flag("cancel");
        is_complete.then_some(Self { startup: values.id("startup")?, from: values.date("from"), on })
    }
}

impl VerbImpl for PostponeVerb {
    fn on(&self) -> Option<Date> {
        self.on
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let committees = &context.startup(&self.startup).ok()?.committees;
        let is_there = |on: Date, state| committees.iter().any(|one| (one.on, one.state) == (on, state));
        let planned = committees.iter().filter(|one| one.state == CommitteeState::Planned).map(|one| one.on);
        let is_recorded = match (self.from, self.on) {
            (None, Some(on)) => next(planned, context.today) == Some(on),
            (Some(from), Some(on)) => is_there(on, CommitteeState::Planned) && !is_there(from, CommitteeState::Planned),
            (Some(from), None) => is_there(from, CommitteeState::Cancelled),
            // Which one was cancelled is unknown.
            (None, None) => false,
        };
        is_recorded.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        if let Some(on) = self.on.filter(|on| *on < context.today) {
            return Err(EditError::InThePast(on));
        }
        let planned = || startup.committees.iter().filter(|meeting| meeting.state == CommitteeState::Planned);
        let from = match self.from {
            Some(from) => from,
            None => next(planned().map(|meeting| meeting.on), context.today).ok_or_else(|| none_planned(planned()))?,
        };
        if !planned().any(|meeting| meeting.on == from) {
            return Err(none_planned(planned()));
        }
        for other in startup.committees.iter().filter(|meeting| Some(meeting.on) == self.on) {
            meeting::day_is_free(other.on, other.state.name())?;
        }
        let day = |day: Date| MessageArg::Text(context.day(day));
        let mut facts = vec![("startup", MessageArg::Text(self.startup.to_string())), ("from", day(from))];
        let key = match self.on {
            Some(on) => {
                facts.push(("on", day(on)));
                "commit-postpone"
            }
            None => "commit-postpone-cancel",
        };
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        Ok(CommitSummary::new(record, context.text(key, &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, meeting::LIST);
            let planned = |entry: &&toml::Value| toml_entry::text(entry, "state") == Some("planned");
            let days = || all.iter().filter(planned).filter_map(|entry| toml_entry::date(entry, "on"));
            let known = || EditError::NoEntry("committees".to_owned(), days().map(|day| day.to_string()).collect());
            let from = self.from.or_else(|| days().min()).ok_or_else(known)?;
            let is_it = |entry: &toml::Value| planned(&entry) && toml_entry::date(entry, "on") == Some(from);
            let at = all.iter().position(is_it).ok_or_else(known)?;
            let path = toml_entry::list(meeting::LIST).index(at);
            match self.on {
                Some(on) => {
                    meeting::text_has_free_day(all, on)?;
                    Ok(vec![Op::Set(path.key("on"), on.into())])
                }
                None => Ok(vec![Op::Set(path.key("state"), CommitteeState::Cancelled.name().into())]),
            }
        })
    }
}

/// Returns the next of the planned days, else the last one that passed.
fn next(days: impl Iterator<Item = Date> + Clone, today: Date) -> Option<Date> {
    days.clone().filter(|day| *day >= today).min().or_else(|| days.max())
}

fn none_planned<'a>(planned: impl Iterator<Item = &'a Committee>) -> EditError {
    EditError::NoEntry("committees".to_owned(), planned.map(|meeting| meeting.on.to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::verbs::{error, made};
    use crate::edit::tests::{day, id};

    #[test]
    fn a_planned_committee_moves_or_is_cancelled() {
        let postpone = |from: Option<&str>, on: Option<&str>| PostponeVerb {
            startup: id("histologe"),
            from: from.map(day),
            on: on.map(day),
        };
        let moved = made(&postpone(None, Some("2021-12-16")).into());
        assert!(moved.starts_with("histologe: committee moved from 10 December 2021 to 16 December 2021\n"), "{moved}");
        assert!(moved.contains("-on = 2021-12-10") && moved.contains("+on = 2021-12-16"), "{moved}");
        let cancelled = made(&postpone(Some("2021-12-10"), None).into());
        assert!(cancelled.contains("+state = \"cancelled\""), "{cancelled}");
        let none = EditError::NoEntry("committees".to_owned(), vec!["2021-12-10".to_owned()]);
        assert_eq!(error(postpone(Some("2021-12-11"), Some("2021-12-16"))), none);
        assert_eq!(error(postpone(None, Some("2021-11-30"))), EditError::InThePast(day("2021-11-30")));
    }
}
