//! `send-papers`: the papers of a planned committee were sent.

use super::interface::{Declared, VerbImpl};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Committee, CommitteeState, Date, Id, MessageArg, RecordKind, RecordRef};

/// The papers of a planned committee were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendPapersVerb {
    pub startup: Id,
    /// The day for which the committee is planned; the next one whose papers were not sent if none is named.
    pub committee: Option<Date>,
    pub on: Date,
}

const KEY: &str = "papers_sent";

impl Declared for SendPapersVerb {
    const DECLARATION: Declaration = Declaration {
        name: "send-papers",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &[],
        arguments: &[
            Argument::day_of_fact("Day on which they were sent, today by default"),
            Argument::option(
                "committee",
                ArgumentKind::Day,
                "DATE",
                "Day of the planned committee, the next by default",
            )
            .command_only(),
        ],
        about: "Record that the papers of a planned committee were sent",
        examples: "\
Examples:
  couveuse plan comobi --on +14
  couveuse send-papers comobi
  couveuse done comobi/papers                               the same",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { startup: values.id("startup")?, committee: values.date("committee"), on: values.date("on")? })
    }
}

impl VerbImpl for SendPapersVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let startup = context.startup(&self.startup).ok()?;
        let is_this = |one: &&Committee| {
            one.state == CommitteeState::Planned && self.committee.is_none_or(|committee| one.on == committee)
        };
        let next =
            startup.committees.iter().filter(is_this).filter(|one| one.on >= context.today).min_by_key(|one| one.on);
        let is_there = next.is_some_and(|one| one.papers_sent == Some(self.on));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let startup = context.startup(&self.startup)?;
        let planned = || startup.committees.iter().filter(|one| one.state == CommitteeState::Planned);
        let mut found = planned().filter(|one| match self.committee {
            Some(committee) => one.on == committee,
            None => one.on >= context.today && one.papers_sent.is_none(),
        });
        let known = || planned().map(|one| one.on.to_string()).collect();
        let first = found.next().ok_or_else(|| EditError::NoEntry("papers".to_owned(), known()))?;
        let committee = found.fold(first, |first, other| if other.on < first.on { other } else { first });
        if let Some(sent) = committee.papers_sent {
            return Err(EditError::AlreadyFinished(sent));
        }
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("committee", MessageArg::Text(context.day(committee.on))),
            ("on", MessageArg::Text(context.day(self.on))),
        ];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let summary = CommitSummary::new(record, context.text("commit-papers", &facts));
        Ok(summary.line(context.text("commit-on", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, meeting::LIST);
            let planned = all.iter().enumerate().filter_map(|(at, entry)| {
                let is_planned = toml_entry::text(entry, "state") == Some(CommitteeState::Planned.name());
                Some((toml_entry::date(entry, "on").filter(|_| is_planned)?, at, toml_entry::date(entry, KEY)))
            });
            let mut planned: Vec<_> = planned.collect();
            planned.sort_unstable();
            let is_it = |(on, _, sent): &&(Date, usize, Option<Date>)| match self.committee {
                Some(committee) => *on == committee,
                None => *on >= self.on && sent.is_none(),
            };
            let known = || planned.iter().map(|(on, ..)| on.to_string()).collect();
            let found = planned.iter().find(is_it).ok_or_else(|| EditError::NoEntry("papers".to_owned(), known()))?;
            if let Some(sent) = found.2 {
                return Err(EditError::AlreadyFinished(sent));
            }
            Ok(EntryBuilder::default().with(KEY, self.on).set(&toml_entry::list(meeting::LIST).index(found.1)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::verbs::{error, made};
    use crate::edit::tests::{day, id};

    #[test]
    fn papers_are_sent_for_a_planned_committee() {
        let papers = |committee: Option<&str>, on: &str| SendPapersVerb {
            startup: id("histologe"),
            committee: committee.map(day),
            on: day(on),
        };
        let sent = made(&papers(None, "2021-12-01").into());
        assert!(sent.starts_with("histologe: papers for the committee of 10 December 2021 sent\n"), "{sent}");
        assert!(sent.contains("+papers_sent = 2021-12-01"), "{sent}");
        let none = EditError::NoEntry("papers".to_owned(), vec!["2021-12-10".to_owned()]);
        assert_eq!(error(papers(Some("2021-12-11"), "2021-12-01")), none);
        assert_eq!(error(papers(None, "2021-12-05")), EditError::InTheFuture(day("2021-12-05")));
    }
}
