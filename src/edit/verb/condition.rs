//! `condition`: a condition of a committee's decision was met, or was not.

use super::interface::{Declared, VerbImpl, says};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Condition, Date, Id, MessageArg, RecordKind, RecordRef};

/// A condition was met, or was found not to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionVerb {
    pub startup: Id,
    /// The condition's id, or its text.
    pub condition: String,
    pub on: Date,
    pub evidence: Option<String>,
    /// Whether it was not met.
    pub not_met: bool,
}

const LIST: &str = "conditions";

impl Declared for ConditionVerb {
    const DECLARATION: Declaration = Declaration {
        name: "condition",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a j"],
        arguments: &[
            Argument::option("condition", ArgumentKind::Text, "CONDITION", "Id of the condition, or its text")
                .at(1)
                .required()
                .command_only(),
            Argument::day_of_fact("Day on which it was met, today by default"),
            Argument::option("evidence", ArgumentKind::Text, "TEXT", "What proves it"),
            Argument::option("not-met", ArgumentKind::Flag, "", "Record that it was not met"),
        ],
        about: "Record whether a condition of a decision was met",
        examples: "\
Examples:
  couveuse hold comobi --condition 'Dix usagers réguliers' --condition 'Un référent'
  couveuse condition comobi 'Dix usagers réguliers' --evidence 'page de statistiques'
  couveuse done comobi/conditions.'Un référent' --not-met              the same verb",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            startup: values.id("startup")?,
            condition: values.text("condition")?,
            on: values.date("on")?,
            evidence: values.text("evidence"),
            not_met: values.flag("not-met"),
        })
    }
}

impl VerbImpl for ConditionVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.evidence);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |one: &Condition| {
            (one.id.as_ref() == Some(&self.condition) || one.what == self.condition)
                && if self.not_met { one.not_met } else { one.met } == Some(self.on)
                && says(self.evidence.as_ref(), one.evidence.as_ref())
        };
        let is_there = context.startup(&self.startup).ok()?.conditions.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let startup = context.startup(&self.startup)?;
        let named = |id: Option<&str>, what: &str| id == Some(&self.condition) || what == self.condition;
        let condition = startup.conditions.iter().find(|one| named(one.id.as_deref(), &one.what)).ok_or_else(|| {
            let known = startup.conditions.iter().map(|one| one.id.clone().unwrap_or_else(|| one.what.clone()));
            EditError::NoEntry(self.condition.clone(), known.collect())
        })?;
        if let Some(settled) = condition.met.or(condition.not_met) {
            return Err(EditError::AlreadyFinished(settled));
        }
        let key = if self.not_met { "commit-condition-not-met" } else { "commit-condition-met" };
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("what", MessageArg::Text(short(&condition.what))),
        ];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let summary = CommitSummary::new(record, context.text(key, &facts)).whole(&condition.what);
        let summary = summary.line(context.text("commit-on", &[("on", MessageArg::Text(context.day(self.on)))]));
        Ok(summary.maybe(context, "commit-evidence", "evidence", self.evidence.clone().map(MessageArg::Text)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, LIST);
            let is_it = |entry: &toml::Value| {
                ["id", "what"].into_iter().any(|key| toml_entry::text(entry, key) == Some(&self.condition))
            };
            let known = || all.iter().filter_map(|entry| toml_entry::text(entry, "id")).map(str::to_owned).collect();
            let at = all.iter().position(is_it).ok_or_else(|| EditError::NoEntry(self.condition.clone(), known()))?;
            if let Some(settled) = ["met", "not_met"].into_iter().find_map(|key| toml_entry::date(&all[at], key)) {
                return Err(EditError::AlreadyFinished(settled));
            }
            let key = if self.not_met { "not_met" } else { "met" };
            let entry = EntryBuilder::default().with(key, self.on).maybe("evidence", self.evidence.clone());
            Ok(entry.set(&toml_entry::list(LIST).index(at)))
        })
    }
}
