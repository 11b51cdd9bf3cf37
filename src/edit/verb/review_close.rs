//! `review close` and `review approve`: the end of a review, and the approval of its minutes.

use toml::Value;

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before};
use crate::edit::error::EditError;
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::model::{
    Date, DateTime, Id, MessageArg, Portfolio, RecordKind, RecordRef, Review, ReviewKind, ReviewOutcome,
};
use crate::record::Op;

/// The format of a time in [`ArgumentValues`].
const MOMENT: &str = "%Y-%m-%dT%H:%M:%S";

/// Closes a review: writes the outcome of each startup and the numbers of the decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewCloseVerb {
    pub review: Id,
    pub closed: DateTime,
    /// By startup. See [`Self::outcomes_of`].
    pub outcomes: Vec<(Id, ReviewOutcome)>,
}

impl ReviewCloseVerb {
    /// Returns the outcomes that the records of the startups give, and the startups without one. Of a portfolio review,
    /// those in `noted` need no decision; all others don't either if `note_rest` is set.
    #[must_use]
    pub fn outcomes_of(
        portfolio: &Portfolio,
        review: &Review,
        noted: &[Id],
        note_rest: bool,
    ) -> (Vec<(Id, ReviewOutcome)>, Vec<Id>) {
        let (mut outcomes, mut missing) = (Vec::new(), Vec::new());
        for item in review.ordered_agenda() {
            let id = &item.startup;
            let startup = portfolio.startups.get(id);
            let is_noted = review.kind == ReviewKind::Portfolio && (note_rest || noted.contains(id));
            let recorded = startup.and_then(|startup| review.outcome_of(startup));
            match recorded.or((is_noted && startup.is_some()).then_some(ReviewOutcome::Noted)) {
                Some(outcome) => outcomes.push((id.clone(), outcome)),
                None => missing.push(id.clone()),
            }
        }
        (outcomes, missing)
    }
}

impl Declared for ReviewCloseVerb {
    const DECLARATION: Declaration = Declaration {
        name: "review-close",
        aliases: &[],
        subject: VerbSubject::Review,
        keys: &[],
        arguments: &[
            Argument::option(
                "noted",
                ArgumentKind::Id,
                "STARTUP",
                "Startup of a portfolio review that needs no decision",
            )
            .repeated(),
            Argument::option("note-rest", ArgumentKind::Flag, "", "No decision for all startups without one"),
        ],
        about: "Close a review: record outcomes, and number the decisions",
        examples: "\
Examples:
  couveuse review close --help
  couveuse review list

The outcome of a startup is that of its committee of the day: decided, deferred; of a portfolio
review also noted, or convene if a committee was planned. Closing is refused while a startup has
no outcome. With a remote, the command and the screen fetch first, and refuse if the review is
closed there.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let outcome = |text: &String| {
            let (id, name) = text.split_once('=')?;
            let outcome = ReviewOutcome::ALL.into_iter().find(|outcome| outcome.name() == name)?;
            Some((Id::new(id).ok()?, outcome))
        };
        Some(Self {
            review: values.id("review")?,
            closed: DateTime::parse_from_str(&values.text("closed")?, MOMENT).ok()?,
            outcomes: values.words("outcome").iter().map(outcome).collect::<Option<_>>()?,
        })
    }
}

impl VerbImpl for ReviewCloseVerb {
    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let review = context.open_review(&self.review)?;
        context.check_not_in_future(review.on)?;
        let has_outcome = |id: &Id| self.outcomes.iter().any(|(startup, _)| startup == id);
        let missing = review.ordered_agenda().into_iter().map(|item| &item.startup).filter(|id| !has_outcome(id));
        let missing: Vec<String> = missing.map(Id::to_string).collect();
        if !missing.is_empty() {
            return Err(EditError::WithoutOutcome(missing));
        }
        let record = RecordRef::new(RecordKind::Review, self.review.clone());
        let facts = [("review", MessageArg::Text(self.review.to_string()))];
        let summary = CommitSummary::new(record, context.text("commit-review-close", &facts));
        Ok(self.outcomes.iter().fold(summary, |summary, (startup, outcome)| {
            let word = context.text(&format!("outcome-{}", outcome.name()), &[]);
            summary.line(format!("{startup}: {word}"))
        }))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if table.contains_key("closed") {
                return Err(EditError::ReviewClosed(self.review.to_string()));
            }
            let entries = toml_entry::entries(table, "agenda");
            let mut order: Vec<(usize, &Value)> = entries.iter().enumerate().collect();
            order.sort_by_key(|(_, entry)| toml_entry::number(entry, "no").unwrap_or(usize::MAX));
            let mut taken: Vec<String> =
                entries.iter().filter_map(|entry| toml_entry::text(entry, "number")).map(str::to_owned).collect();
            let mut ops = vec![Op::Set(toml_entry::list("closed"), self.closed.into())];
            let mut missing = Vec::new();
            for (at, entry) in order {
                let id = toml_entry::text(entry, "startup").unwrap_or_default();
                let path = toml_entry::list("agenda").index(at);
                let Some((_, outcome)) = self.outcomes.iter().find(|(startup, _)| startup.as_str() == id) else {
                    missing.push(id.to_owned());
                    continue;
                };
                ops.push(Op::Set(path.key("outcome"), outcome.name().into()));
                if *outcome == ReviewOutcome::Decided && toml_entry::text(entry, "number").is_none() {
                    let numbers = (1..=entries.len() + taken.len() + 1).map(|number| format!("D{number:02}"));
                    if let Some(number) = numbers.into_iter().find(|number| !taken.contains(number)) {
                        ops.push(Op::Set(path.key("number"), number.as_str().into()));
                        taken.push(number);
                    }
                }
            }
            if missing.is_empty() { Ok(ops) } else { Err(EditError::WithoutOutcome(missing)) }
        })
    }
}

/// Approves the minutes of a closed review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewApproveVerb {
    pub review: Id,
    pub on: Date,
}

impl Declared for ReviewApproveVerb {
    const DECLARATION: Declaration = Declaration {
        name: "review-approve",
        aliases: &[],
        subject: VerbSubject::Review,
        keys: &[],
        arguments: &[Argument::day_of_fact("Day of the approval, today by default")],
        about: "Record that the minutes of a review were approved",
        examples: "Examples:\n  couveuse review approve --help\n  couveuse review list",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { review: values.id("review")?, on: values.date("on")? })
    }
}

impl VerbImpl for ReviewApproveVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let review = context.review(&self.review).ok()?;
        (review.approved == Some(self.on)).then(|| RecordRef::new(RecordKind::Review, self.review.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let review = context.review(&self.review)?;
        context.check_not_in_future(self.on)?;
        if !review.is_closed() {
            return Err(EditError::ReviewOpen(self.review.to_string()));
        }
        if let Some(on) = review.approved {
            return Err(EditError::AlreadyApproved(on));
        }
        not_before(Chronology::Review, self.on, Some(review.on))?;
        let record = RecordRef::new(RecordKind::Review, self.review.clone());
        let facts =
            [("review", MessageArg::Text(self.review.to_string())), ("on", MessageArg::Text(context.day(self.on)))];
        Ok(CommitSummary::new(record, context.text("commit-review-approve", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            if !table.contains_key("closed") {
                return Err(EditError::ReviewOpen(self.review.to_string()));
            }
            if let Some(on) = table.get("approved").and_then(toml_entry::as_date) {
                return Err(EditError::AlreadyApproved(on));
            }
            Ok(vec![Op::Set(toml_entry::list("approved"), self.on.into())])
        })
    }
}
