//! `remind`: a party was reminded of something that it owes.

use toml::Value;

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, owner};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::item_name::item_name;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Convention, Date, Id, MessageArg, RecordKind, RecordRef, Reminder, entry_id};

/// A party was reminded of something that it owes under a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemindVerb {
    pub convention: Id,
    /// What it owes: `obligations.statistics-page`, `contributions.pau[1]`.
    pub item: String,
    pub to: Id,
    /// The day on which it was sent.
    pub on: Date,
    /// 1 for the first reminder; by default the next number.
    pub rank: Option<u32>,
}

const LIST: &str = "reminders";

impl Declared for RemindVerb {
    const DECLARATION: Declaration = Declaration {
        name: "remind",
        aliases: &[],
        subject: VerbSubject::Convention,
        keys: &["a e"],
        arguments: &[
            Argument::option(
                "item",
                ArgumentKind::Text,
                "ITEM",
                "What is owed: obligations.ID, contributions.ID[TRANCHE] or committee",
            )
            .at(1)
            .required()
            .command_only(),
            Argument::option("to", ArgumentKind::Id, "PARTY", "Party that was reminded").required().command_only(),
            Argument::day_of_fact("Day on which the reminder was sent, today by default"),
            Argument::option("rank", ArgumentKind::Whole(1, 99), "N", "1 for the first reminder [default: the next]")
                .command_only(),
        ],
        about: "Record that a party was reminded of something that it owes",
        examples: "\
Examples:
  couveuse remind histologe-pau-anct obligations.statistics-page --to anct
  couveuse report reminder --all --sent today                  writes the letters and records them",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            convention: values.id("convention")?,
            item: values.text("item")?,
            to: values.id("to")?,
            on: values.date("on")?,
            rank: values.whole("rank"),
        })
    }
}

impl VerbImpl for RemindVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.item);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |one: &Reminder| (one.on, &one.to, &one.item) == (self.on, &self.to, &self.item);
        let is_there = context.convention(&self.convention).ok()?.reminders.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Convention, self.convention.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        present("item", &self.item)?;
        context.check_not_in_future(self.on)?;
        let convention = context.convention(&self.convention)?;
        context.party(&self.to)?;
        self.is_owed(context, convention)?;
        let record = RecordRef::new(RecordKind::Convention, convention.id.clone());
        let facts = [
            ("owner", MessageArg::Text(owner(convention))),
            ("party", MessageArg::Text(self.to.to_string())),
            ("item", MessageArg::Text(item_name(context, &record, &self.item))),
            ("on", MessageArg::Text(context.day(self.on))),
        ];
        let summary = CommitSummary::new(record, context.text("commit-remind", &facts));
        Ok(summary.line(context.text("commit-on", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let there = toml_entry::entries(table, LIST);
            let is_same = |entry: &&Value| {
                toml_entry::text(entry, "to") == Some(self.to.as_str())
                    && toml_entry::text(entry, "item") == Some(&self.item)
            };
            let earlier: Vec<&Value> = there.iter().filter(is_same).collect();
            if earlier.iter().any(|entry| toml_entry::date(entry, "on") == Some(self.on)) {
                return Err(EditError::AlreadyReminded(self.on));
            }
            let ranks = earlier.iter().map(|entry| toml_entry::number(entry, "rank").unwrap_or(1));
            let next = ranks.max().map_or(1, |last| last + 1);
            let rank = self.rank.map_or(next, |rank| rank as usize);
            let id = toml_entry::free(there, entry_id(self.on, &[self.to.as_str(), &self.item]));
            let entry = EntryBuilder::default().with("id", id).with("on", self.on).with("to", self.to.clone());
            let entry = entry.with("item", self.item.as_str()).with("rank", rank);
            Ok(entry.insert(toml_entry::list(LIST)))
        })
    }
}

impl RemindVerb {
    /// Fails unless the item is an obligation, a contribution or the committee clause of the convention.
    fn is_owed(&self, context: &EditContext<'_>, convention: &Convention) -> Result<(), EditError> {
        if let Some(id) = self.item.strip_prefix("obligations.") {
            let by_decree = context.fund_report(convention, id).is_some();
            return if by_decree { Ok(()) } else { context.obligation(convention, id).map(drop) };
        }
        if let Some(rest) = self.item.strip_prefix("contributions.") {
            let id = rest.split_once('[').map_or(rest, |(id, _)| id);
            return context.contribution(convention, id).map(drop);
        }
        if self.item == "committee" {
            return Ok(());
        }
        let known = convention.obligations.iter().map(|one| format!("obligations.{}", one.id));
        Err(EditError::NoEntry(self.item.clone(), known.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::verbs::{error, made};
    use crate::edit::tests::{day, id};

    fn reminder(to: &str, on: &str) -> RemindVerb {
        RemindVerb {
            convention: id("histologe-pau-anct"),
            item: "obligations.statistics-page".to_owned(),
            to: id(to),
            on: day(on),
            rank: None,
        }
    }

    #[test]
    fn a_reminder_names_the_party_the_item_and_its_number() {
        let made = made(&reminder("anct", "2021-11-02").into());
        assert!(made.starts_with("histologe: anct reminded of “Publish the figures”\n"), "{made}");
        for line in ["+on = 2021-11-02", "+to = \"anct\"", "+item = \"obligations.statistics-page\"", "+rank = 1"] {
            assert!(made.contains(line), "{made}");
        }
        assert_eq!(error(reminder("anct", "2021-12-02")), EditError::InTheFuture(day("2021-12-02")));
        assert!(matches!(error(reminder("nobody", "2021-11-02")), EditError::NoRecord(_)));
        let other = RemindVerb { item: "obligations.nothing".to_owned(), ..reminder("anct", "2021-11-02") };
        assert!(matches!(error(other), EditError::NoEntry(..)));
    }
}
