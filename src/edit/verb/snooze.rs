//! `snooze`: a row of Today is put off until a day.

use chrono::Days;

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, owner};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, present};
use crate::edit::error::EditError;
use crate::edit::item_name::{item_name, without_day};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Date, MessageArg, RecordKind, RecordRef, Snooze};

/// A row of Today is put off until a day. It shows again on that day, or if its due date or amount changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnoozeVerb {
    /// The record that the row belongs to: a startup or a convention.
    pub record: RecordRef,
    /// The id of the row.
    pub item: String,
    /// The day on which the row shows again.
    pub until: Date,
    pub reason: String,
    /// The person who puts it off, if known.
    pub by: Option<String>,
}

const LIST: &str = "snoozes";

/// A row that is snoozed for longer is as good as deleted.
const LONGEST: Days = Days::new(365);

impl Declared for SnoozeVerb {
    const DECLARATION: Declaration = Declaration {
        name: "snooze",
        aliases: &[],
        subject: VerbSubject::Record,
        keys: &[],
        arguments: &[
            Argument::option("item", ArgumentKind::Text, "ITEM", "Id of the row, as in today --json")
                .at(1)
                .required()
                .command_only(),
            Argument::option("until", ArgumentKind::Day, "DATE", "Day on which it shows again").required(),
            Argument::option("reason", ArgumentKind::Text, "TEXT", "Reason").required(),
        ],
        about: "Put off a row of Today until a day",
        examples: "\
Examples:
  couveuse snooze histologe committee --until +14 --reason 'attend l’arrêté'
  couveuse today --json | jq -r '.items[] | .record, .id'

The row shows again on that day, or if its due date or amount changes. Everything else keeps
showing it.",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self {
            record: RecordRef::spelled(&values.text("record")?)?,
            item: values.text("item")?,
            until: values.date("until")?,
            reason: values.text("reason")?,
            by: values.text("by"),
        })
    }
}

impl VerbImpl for SnoozeVerb {
    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.reason);
        toml_entry::some_line(&mut self.by);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this = |snooze: &Snooze| {
            snooze.item == self.item && snooze.until == self.until && snooze.reason.as_ref() == Some(&self.reason)
        };
        self.snoozes(context).ok()?.iter().any(is_this).then(|| self.record.clone())
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        present("reason", &self.reason)?;
        self.snoozes(context)?;
        if self.until <= context.today {
            return Err(EditError::NotAhead(self.until));
        }
        if let Some(last) = context.today.checked_add_days(LONGEST).filter(|last| *last < self.until) {
            return Err(EditError::TooFarAhead(self.until, last));
        }
        let facts = [
            ("record", MessageArg::Text(self.owner(context))),
            ("item", MessageArg::Text(item_name(context, &self.record, without_day(&self.item)))),
            ("until", MessageArg::Text(context.day(self.until))),
            ("reason", MessageArg::Text(self.reason.clone())),
        ];
        let summary = CommitSummary::new(self.record.clone(), context.text("commit-snooze", &facts));
        Ok(summary.line(context.text("commit-reason", &facts)))
    }

    /// Replaces an earlier snooze of the same row, even if its amount was another one then. Snoozes of other due dates
    /// of the same entry stay.
    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let is_it =
                |entry: &toml::Value| toml_entry::text(entry, "item").is_some_and(|item| is_same_row(item, &self.item));
            let entry = EntryBuilder::default().with("item", self.item.as_str()).with("until", self.until);
            let entry = entry.with("reason", self.reason.as_str()).maybe("by", self.by.clone());
            Ok(match toml_entry::entries(table, LIST).iter().position(is_it) {
                Some(at) => entry.set(&toml_entry::list(LIST).index(at)),
                None => entry.insert(toml_entry::list(LIST)),
            })
        })
    }
}

impl SnoozeVerb {
    /// Returns the startup of a convention, or the record itself.
    fn owner(&self, context: &EditContext<'_>) -> String {
        let convention =
            context.convention(&self.record.id).ok().filter(|_| self.record.kind == RecordKind::Convention);
        convention.map_or_else(|| self.record.id.to_string(), owner)
    }

    fn snoozes<'a>(&self, context: &EditContext<'a>) -> Result<&'a [Snooze], EditError> {
        match self.record.kind {
            RecordKind::Startup => Ok(&context.startup(&self.record.id)?.snoozes),
            RecordKind::Convention => Ok(&context.convention(&self.record.id)?.snoozes),
            _ => Err(EditError::NoRecord(self.record.clone())),
        }
    }
}

/// Returns whether two ids are those of one row: of the same entry, with the same due date or without one.
fn is_same_row(one: &str, other: &str) -> bool {
    let due = |item: &str| item.split_once('@').map(|(_, rest)| rest.split('=').next().unwrap_or_default().to_owned());
    without_day(one) == without_day(other) && (due(one).is_none() || due(other).is_none() || due(one) == due(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::verbs::{error, made};
    use crate::edit::tests::{day, id};

    fn snooze(item: &str, until: &str) -> SnoozeVerb {
        SnoozeVerb {
            record: RecordRef::new(RecordKind::Startup, id("histologe")),
            item: item.to_owned(),
            until: day(until),
            reason: "attend l’arrêté".to_owned(),
            by: Some("coach-a".to_owned()),
        }
    }

    #[test]
    fn due_dates_of_one_entry_are_put_off_separately() {
        let row = "obligations.report@2021-12-10";
        assert!(is_same_row(row, "obligations.report@2021-12-10=120.00"));
        assert!(is_same_row(row, "obligations.report"));
        assert!(!is_same_row(row, "obligations.report@2022-06-10"));
        assert!(!is_same_row(row, "obligations.roadmap@2021-12-10"));
    }

    #[test]
    fn a_row_is_put_off_in_its_record_until_a_later_day() {
        let snoozed = made(&snooze("committee@2021-12-10", "2021-12-20").into());
        assert!(snoozed.starts_with("histologe: committee snoozed until 20 December 2021\n"), "{snoozed}");
        assert!(snoozed.contains("Reason: attend l’arrêté"), "{snoozed}");
        assert!(
            snoozed.contains("+item = \"committee@2021-12-10\"") && snoozed.contains("+by = \"coach-a\""),
            "{snoozed}"
        );
        for until in ["2021-11-30", "2021-12-01"] {
            assert_eq!(error(snooze("committee", until)), EditError::NotAhead(day(until)));
        }
        let convention = RecordRef::new(RecordKind::Convention, id("histologe-pau-anct"));
        for (item, name) in [
            ("obligations.statistics-page@2021-12-10", "“Publish the figures”"),
            ("contributions.pau[2]@2021-12-10=100.00", "tranche 2 of pau"),
            ("missing-signature", "missing signature"),
        ] {
            let made = made(&SnoozeVerb { record: convention.clone(), ..snooze(item, "2021-12-20") }.into());
            assert!(made.starts_with(&format!("histologe: {name} snoozed until 20 December 2021\n")), "{made}");
        }
        let last = day("2022-12-01");
        assert!(made(&snooze("committee", "2022-12-01").into()).contains("until 1 December 2022"));
        for until in ["2022-12-02", "9999-12-31"] {
            assert_eq!(error(snooze("committee", until)), EditError::TooFarAhead(day(until), last));
        }
    }
}
