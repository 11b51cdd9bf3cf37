//! `send-papers`: records that the papers of a planned committee were sent.

use super::interface::{Declared, VerbImpl};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{CommitteeState, Date, Id, MessageArg, RecordKind, RecordRef, Startup};

/// Records that the papers of a planned committee were sent.
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
        let (_, sent) = self.intended(planned(context.startup(&self.startup).ok()?))?;
        (sent == Some(self.on)).then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        let known = || planned(startup).map(|(on, _)| on.to_string()).collect();
        let none = || EditError::NoEntry("papers".to_owned(), known());
        let (committee, sent) = self.intended(planned(startup)).ok_or_else(none)?;
        if let Some(sent) = sent {
            return Err(EditError::AlreadyFinished(sent));
        }
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("committee", MessageArg::Text(context.day(committee))),
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
            let planned: Vec<_> = planned.collect();
            let known = || planned.iter().map(|(on, ..)| on.to_string()).collect();
            let none = || EditError::NoEntry("papers".to_owned(), known());
            let (committee, sent) = self.intended(planned.iter().map(|(on, _, sent)| (*on, *sent))).ok_or_else(none)?;
            if let Some(sent) = sent {
                return Err(EditError::AlreadyFinished(sent));
            }
            let (_, at, _) = planned.iter().find(|(on, ..)| *on == committee).ok_or_else(none)?;
            Ok(EntryBuilder::default().with(KEY, self.on).set(&toml_entry::list(meeting::LIST).index(*at)))
        })
    }
}

impl SendPapersVerb {
    /// Returns a planned committee and the day on which its papers were sent: the committee that the user named, else
    /// the next one after the day of sending, unless its papers were sent on another day.
    fn intended(&self, planned: impl Iterator<Item = (Date, Option<Date>)>) -> Option<(Date, Option<Date>)> {
        let is_meant = |(on, sent): &(Date, Option<Date>)| match self.committee {
            Some(committee) => *on == committee,
            None => *on >= self.on && sent.is_none_or(|sent| sent == self.on),
        };
        planned.filter(is_meant).min()
    }
}

/// Returns the days of the planned committees, with those on which their papers were sent.
fn planned(startup: &Startup) -> impl Iterator<Item = (Date, Option<Date>)> {
    let planned = startup.committees.iter().filter(|one| one.state == CommitteeState::Planned);
    planned.map(|one| (one.on, one.papers_sent))
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
