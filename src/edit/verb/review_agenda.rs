//! `review agenda`: adds startups to the agenda of a review, removes them, or moves them.

use toml::Table;

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Id, MessageArg, RecordKind, RecordRef};
use crate::record::Op;

/// A change to an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaChange {
    Add,
    Drop,
    Move,
}

impl AgendaChange {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Add, Self::Drop, Self::Move];

    /// Returns the word on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Drop => "drop",
            Self::Move => "move",
        }
    }
}

/// Changes the agenda of an open review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewAgendaVerb {
    pub review: Id,
    pub change: AgendaChange,
    pub startups: Vec<Id>,
    /// The position of the first one, from 1; the end if `None`.
    pub to: Option<u32>,
}

const LIST: &str = "agenda";

const CHANGE: ArgumentKind =
    ArgumentKind::Word { names: || AgendaChange::ALL.map(AgendaChange::name).to_vec(), prefix: "agenda-change" };

impl Declared for ReviewAgendaVerb {
    const DECLARATION: Declaration = Declaration {
        name: "review-agenda",
        aliases: &[],
        subject: VerbSubject::Review,
        keys: &[],
        arguments: &[
            Argument::option("change", CHANGE, "CHANGE", "Add, drop or move").at(1).required(),
            Argument::option("startup", ArgumentKind::Id, "STARTUP", "Id of the startup, one or several")
                .at(2)
                .required()
                .repeated(),
            Argument::option(
                "to",
                ArgumentKind::Whole(1, 10_000),
                "N",
                "Position of the first one; the end by default",
            ),
        ],
        about: "Add startups to the agenda of a review, drop them, or move them",
        examples: "\
Examples:
  couveuse review open 20/11/2026 --startup histologe && couveuse review agenda add comobi --to 1
  couveuse review agenda --help",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let change = values.text("change")?;
        Some(Self {
            review: values.id("review")?,
            change: AgendaChange::ALL.into_iter().find(|one| one.name() == change)?,
            startups: values.ids("startup"),
            to: values.whole("to"),
        })
    }
}

impl VerbImpl for ReviewAgendaVerb {
    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let review = context.open_review(&self.review)?;
        for startup in &self.startups {
            let is_there = review.agenda_item(startup).is_some();
            match self.change {
                AgendaChange::Add if is_there => return Err(EditError::AlreadyThere(startup.to_string())),
                AgendaChange::Add => context.known(RecordKind::Startup, startup)?,
                _ if !is_there => return Err(not_there(startup, review.agenda.iter().map(|item| &item.startup))),
                _ => {}
            }
        }
        let names: Vec<String> = self.startups.iter().map(ToString::to_string).collect();
        let facts = [("review", MessageArg::Text(self.review.to_string())), ("startups", MessageArg::List(names))];
        let record = RecordRef::new(RecordKind::Review, self.review.clone());
        Ok(CommitSummary::new(record, context.text(&format!("commit-review-agenda-{}", self.change.name()), &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if table.contains_key("closed") {
                return Err(EditError::ReviewClosed(self.review.to_string()));
            }
            let there = order(table);
            let mut wanted: Vec<String> = there.iter().map(|(startup, ..)| startup.clone()).collect();
            for startup in &self.startups {
                let is_there = wanted.iter().any(|other| other == startup.as_str());
                match self.change {
                    AgendaChange::Add if is_there => return Err(EditError::AlreadyThere(startup.to_string())),
                    AgendaChange::Drop | AgendaChange::Move if !is_there => {
                        let known = wanted.iter().filter_map(|id| Id::new(id).ok()).collect::<Vec<_>>();
                        return Err(not_there(startup, known.iter()));
                    }
                    _ => {}
                }
                wanted.retain(|other| other != startup.as_str());
            }
            if self.change != AgendaChange::Drop {
                let at = self.to.and_then(|to| usize::try_from(to).ok()).map_or(wanted.len(), |to| to - 1);
                let at = at.min(wanted.len());
                wanted.splice(at..at, self.startups.iter().map(ToString::to_string));
            }
            Ok(ops(&there, &wanted))
        })
    }
}

/// Returns the startups of an agenda in its order, each with its index and number in the file.
fn order(table: &Table) -> Vec<(String, usize, Option<usize>)> {
    let entries = toml_entry::entries(table, LIST).iter().enumerate();
    let mut order: Vec<_> = entries
        .filter_map(|(at, entry)| {
            Some((toml_entry::text(entry, "startup")?.to_owned(), at, toml_entry::number(entry, "no")))
        })
        .collect();
    order.sort_by_key(|(.., no)| no.unwrap_or(usize::MAX));
    order
}

/// Returns the operations after which the agenda has these startups in this order.
fn ops(there: &[(String, usize, Option<usize>)], wanted: &[String]) -> Vec<Op> {
    let list = || toml_entry::list(LIST);
    let mut ops = Vec::new();
    for (startup, no) in wanted.iter().zip(1..) {
        match there.iter().find(|(other, ..)| other == startup) {
            Some((_, at, now)) if *now != Some(no) => ops.push(Op::Set(list().index(*at).key("no"), no.into())),
            Some(_) => {}
            None => ops.extend(EntryBuilder::default().with("startup", startup.as_str()).with("no", no).insert(list())),
        }
    }
    let mut dropped: Vec<usize> =
        there.iter().filter(|(startup, ..)| !wanted.contains(startup)).map(|(_, at, _)| *at).collect();
    dropped.sort_unstable();
    ops.extend(dropped.into_iter().rev().map(|at| Op::Remove(list().index(at))));
    ops
}

fn not_there<'a>(startup: &Id, known: impl Iterator<Item = &'a Id>) -> EditError {
    EditError::NoEntry(startup.to_string(), known.map(Id::to_string).collect())
}
