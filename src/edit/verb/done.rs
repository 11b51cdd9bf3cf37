//! `done`: an obligation was fulfilled.

use toml::{Table, Value};

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::{CommitSummary, owner};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{
    Date, FUND_REPORT, Fulfilment, FundReport, Id, KeyPath, MessageArg, Obligation, RecordKind, RecordRef, Timing,
};
use crate::record::Item;

/// An obligation was fulfilled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneVerb {
    pub convention: Id,
    /// The obligation's id.
    pub obligation: String,
    pub on: Date,
    /// What proves it.
    pub evidence: Option<String>,
    /// The due date that it answers, for a recurring obligation whose days don't show it.
    pub due: Option<Date>,
}

impl Declared for DoneVerb {
    const DECLARATION: Declaration = Declaration {
        name: "done",
        aliases: &["fulfil"],
        subject: VerbSubject::Occurrence,
        keys: &[],
        arguments: &[
            Argument::day_of_fact("Day on which it was done, today by default"),
            Argument::option(
                "evidence",
                ArgumentKind::Text,
                "TEXT",
                "What proves it: an address, a reference, a sentence",
            ),
            Argument::option(
                "due",
                ArgumentKind::Day,
                "DATE",
                "Due date that this answers, for a recurring obligation whose days don't show it",
            )
            .command_only(),
            Argument::option(
                "file",
                ArgumentKind::Text,
                "PATH",
                "File that proves it: committed if it is in the repository, else recorded by name and SHA-256",
            )
            .command_only(),
            Argument::option("not-met", ArgumentKind::Flag, "", "Record that a condition was not met").command_only(),
        ],
        about: "Mark obligations, actions, conditions or papers as done",
        examples: "\
Examples:
  couveuse done histologe-pau-anct/statistics-page --evidence https://histologe.beta.gouv.fr/stats
  couveuse done anti-gaspi-oise-anct/management-report --on hier
  couveuse done histologe-pau-anct/means histologe-pau-anct/manifesto     both in one commit

STARTUP/actions.ID and STARTUP/conditions.ID name the actions and the conditions of a startup, or
actions[0] if the entry has no id; STARTUP/papers are the papers of its next planned committee.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            convention: values.id("convention")?,
            obligation: values.text("obligation")?,
            on: values.date("on")?,
            evidence: values.text("evidence"),
            due: values.date("due"),
        })
    }
}

impl VerbImpl for DoneVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.evidence);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let convention = context.convention(&self.convention).ok()?;
        let (holder, obligation) = context.obligation(convention, &self.obligation).ok()?;
        let is_this = |times: &Fulfilment| {
            (times.on, times.due) == (self.on, self.due) && says(self.evidence.as_ref(), times.evidence.as_ref())
        };
        let is_there = obligation.fulfilled.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, holder.id.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let convention = context.convention(&self.convention)?;
        let by_decree = context.fund_report(convention, &self.obligation);
        let (holder, obligation) = match &by_decree {
            Some(report) => (convention, report),
            None => context.obligation(convention, &self.obligation)?,
        };
        let recurs = obligation.id == FUND_REPORT || matches!(obligation.timing, Timing::Recurring(_));
        if self.due.is_some() && !recurs {
            return Err(EditError::NotRecurring(obligation.id.to_string()));
        }
        let record = RecordRef::new(RecordKind::Convention, holder.id.clone());
        let is_this = |entry: &Value| {
            toml_entry::date(entry, "on") == Some(self.on) && toml_entry::date(entry, "due") == self.due
        };
        let was_done = |base: &Table| {
            let all = toml_entry::entries(base, "obligations").iter();
            let its = all.filter(|entry| toml_entry::text(entry, "id") == Some(&self.obligation));
            its.flat_map(fulfilments_of).any(is_this)
        };
        if obligation.fulfilled.iter().any(|times| times.on == self.on && times.due == self.due)
            && !context.is_concurrent(&record, was_done)
        {
            return Err(EditError::AlreadyFulfilled(self.on));
        }
        not_before(Chronology::Signed, self.on, holder.signed)?;
        let facts = [
            ("owner", MessageArg::Text(owner(convention))),
            ("what", MessageArg::Text(what_was_done(context, obligation))),
            ("obligation", MessageArg::Text(obligation.id.to_string())),
            ("convention", MessageArg::Text(convention.id.to_string())),
            ("article", MessageArg::Text(context.article(obligation.article.as_deref()))),
        ];
        let mut summary = CommitSummary::new(record, context.text("commit-done", &facts));
        summary = summary.line(obligation.what.to_string()).line(context.text("commit-obligation", &facts));
        let debtor = (!obligation.debtors.is_empty())
            .then(|| MessageArg::List(obligation.debtors.iter().map(ToString::to_string).collect()));
        summary = summary.maybe(context, "commit-debtor", "debtor", debtor);
        summary = summary.line(context.text("commit-done-on", &[("on", MessageArg::Text(context.day(self.on)))]));
        summary =
            summary.maybe(context, "commit-for-due", "due", self.due.map(|due| MessageArg::Text(context.day(due))));
        Ok(summary.maybe(context, "commit-evidence", "evidence", self.evidence.clone().map(MessageArg::Text)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "obligations");
            let is_it = |entry: &Value| toml_entry::text(entry, "id") == Some(&self.obligation);
            let Some(at) = all.iter().position(is_it) else {
                context.check_still_there(table, "obligations", &self.obligation, &self.entry().item())?;
                if self.obligation == FUND_REPORT {
                    return Ok(self.fund_report(table).insert(toml_entry::list("obligations")));
                }
                let known = all.iter().map(|entry| toml_entry::text(entry, "id").unwrap_or_default().to_owned());
                return Err(EditError::NoEntry(self.obligation.clone(), known.collect()));
            };
            let place = toml_entry::list("obligations").index(at).key("fulfilled");
            match self.find_recorded(context, fulfilments_of(&all[at]), &place)? {
                Some(same) => Ok(EntryBuilder::default().maybe("evidence", self.evidence.clone()).set(&same)),
                None => Ok(self.entry().insert(place)),
            }
        })
    }
}

impl DoneVerb {
    /// Returns the entry that holds the fulfilments of what the decree asks for, with this one.
    fn fund_report(&self, table: &Table) -> EntryBuilder {
        let ids = |entry: &Value| {
            let id = |key| Id::new(toml_entry::text(entry, key)?).ok();
            Some((id("from")?, id("to")?))
        };
        let contributions: Vec<(Id, Id)> = toml_entry::entries(table, "contributions").iter().filter_map(ids).collect();
        let report = FundReport::of(contributions.iter().map(|(from, to)| (from, to)));
        let entry = EntryBuilder::default().with("id", FUND_REPORT);
        let entry = entry.list("debtor", &report.debtors).list("creditor", &report.creditors);
        let entry = entry.with("what", FundReport::WHAT).with("article", FundReport::ARTICLE);
        entry.with("fulfilled", Item::List(vec![self.entry().item()]))
    }

    fn entry(&self) -> EntryBuilder {
        let entry = EntryBuilder::default().with("on", self.on).maybe("evidence", self.evidence.clone());
        entry.maybe("due", self.due)
    }

    /// Looks among the fulfilments for this one, and for concurrent ones that answer the same due date. Returns the
    /// path of this one if it is recorded with other evidence and the edit is forced.
    fn find_recorded(
        &self,
        context: &WriteContext<'_>,
        fulfilments: &[Value],
        place: &KeyPath,
    ) -> Result<Option<KeyPath>, EditError> {
        let is_it = |entry: &&Value| toml_entry::text(entry, "id") == Some(&self.obligation);
        let base = context.base.as_ref().and_then(|base| toml_entry::entries(base, "obligations").iter().find(is_it));
        let base = base.map_or(&[][..], fulfilments_of);
        let intended = self.entry().item();
        for (n, now) in fulfilments.iter().enumerate() {
            let (path, was) = (place.index(n), base.iter().find(|time| *time == now));
            let (on, due) = (toml_entry::date(now, "on"), toml_entry::date(now, "due"));
            if on == Some(self.on) && due == self.due {
                let known = EditError::AlreadyFulfilled(self.on);
                if self.evidence.is_none() {
                    return Err(known);
                }
                return context.check_replaced(&path, was, now, &intended, known).map(|()| Some(path));
            }
            let answers_it = due.is_none() || self.due.is_none() || due == self.due;
            if context.base.is_some() && was.is_none() && answers_it {
                context.unchanged(&path, None, Some(now), Some(&toml_entry::value(&intended)))?;
            }
        }
        Ok(None)
    }
}

/// Returns the fulfilments of an obligation.
fn fulfilments_of(obligation: &Value) -> &[Value] {
    obligation.as_table().map_or(&[], |entry| toml_entry::entries(entry, "fulfilled"))
}

/// Describes what was done for the subject of the commit.
fn what_was_done(context: &EditContext<'_>, obligation: &Obligation) -> String {
    match obligation.about {
        Some(matter) => context.text(&format!("commit-done-{}", matter.name()), &[]),
        None if obligation.id == FUND_REPORT => context.text("commit-done-management-report", &[]),
        None => context.text("commit-done-other", &[("what", MessageArg::Text(obligation.id.replace('-', " ")))]),
    }
}
