//! `amend-decision` and `withdraw`: correct a recorded decision in place, or exclude it.

use toml::Table;

use super::hold::DECISION;
use super::interface::{Declared, VerbImpl};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::{EditContext, not_before, present};
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Committee, Date, Decision, Id, KeyPath, MessageArg, Money, RecordKind, RecordRef};
use crate::record::{Item, Op};

const OF: Argument =
    Argument::option("of", ArgumentKind::PastDay, "DATE", "Day of the committee, the last one by default")
        .required()
        .or(ArgumentDefault::Derived);
const REASON: Argument = Argument::option("reason", ArgumentKind::Text, "TEXT", "Reason of the change").required();

/// Corrects a decision in place, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendDecisionVerb {
    pub startup: Id,
    /// The day of the committee.
    pub of: Date,
    /// The day of the correction.
    pub on: Date,
    pub reason: String,
    pub decision: Option<Decision>,
    pub asked: Option<Money>,
    pub envelope: Option<Money>,
    /// As in [`super::HoldVerb`].
    pub until: Option<Date>,
    pub comment: Option<String>,
    pub reservations: Option<String>,
}

/// Withdraws a decision: it is kept, but no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawVerb {
    pub startup: Id,
    /// The day of the committee.
    pub of: Date,
    /// The day of the withdrawal.
    pub on: Date,
    pub reason: String,
}

impl Declared for AmendDecisionVerb {
    const DECLARATION: Declaration = Declaration {
        name: "amend-decision",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a h"],
        arguments: &[
            OF,
            Argument::day_of_fact("Day of the correction, today by default"),
            REASON,
            Argument::option("decision", DECISION, "DECISION", "Decision"),
            Argument::option("envelope", ArgumentKind::AmountOrZero, "AMOUNT", "Money granted, in euros"),
            Argument::option(
                "until",
                ArgumentKind::Day,
                "DATE",
                "Day until which it funds the startup, or is deferred",
            ),
            Argument::option("asked", ArgumentKind::AmountOrZero, "AMOUNT", "Amount asked for, in euros"),
            Argument::option("comment", ArgumentKind::Lines, "TEXT", "Comment, verbatim"),
            Argument::option("reservation", ArgumentKind::Lines, "TEXT", "Reservations, verbatim"),
        ],
        about: "Correct the recorded decision of a committee, with a reason",
        examples: "\
Examples:
  couveuse hold comobi --decision continue --envelope 35000
  couveuse amend-decision comobi --envelope 30000 --reason 'Erreur de frappe'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let decision = values.text("decision");
        Some(Self {
            startup: values.id("startup")?,
            of: values.date("of")?,
            on: values.date("on")?,
            reason: values.text("reason")?,
            decision: decision.and_then(|name| Decision::ALL.into_iter().find(|one| one.name() == name)),
            asked: values.amount("asked"),
            envelope: values.amount("envelope"),
            until: values.date("until"),
            comment: values.text("comment"),
            reservations: values.text("reservation"),
        })
    }
}

impl Declared for WithdrawVerb {
    const DECLARATION: Declaration = Declaration {
        name: "withdraw",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a q"],
        arguments: &[OF, Argument::day_of_fact("Day of the withdrawal, today by default"), REASON],
        about: "Withdraw the decision of a committee: it is kept, but no longer counts",
        examples: "\
Examples:
  couveuse hold comobi --decision continue --envelope 35000
  couveuse withdraw comobi --reason 'Séance annulée par le tribunal'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let (of, on) = (values.date("of")?, values.date("on")?);
        Some(Self { startup: values.id("startup")?, of, on, reason: values.text("reason")? })
    }
}

/// Returns the committee of a day that was held and counts.
fn held<'a>(context: &EditContext<'a>, startup: &Id, of: Date) -> Result<&'a Committee, EditError> {
    let all = &context.startup(startup)?.committees;
    let found = all.iter().find(|one| one.on == of && one.is_held_by(context.today));
    let days = || all.iter().filter(|one| one.is_held_by(context.today)).map(|one| one.on.to_string()).collect();
    found.ok_or_else(|| EditError::NoEntry(of.to_string(), days()))
}

/// Returns the path of the committee of a day that was held and counts.
fn path(table: &Table, of: Date) -> Result<KeyPath, EditError> {
    let entries = toml_entry::entries(table, meeting::LIST);
    let is_it = |entry: &toml::Value| {
        toml_entry::date(entry, "on") == Some(of)
            && toml_entry::text(entry, "state") == Some("held")
            && entry.get("withdrawn").is_none()
    };
    let at = entries.iter().position(is_it).ok_or_else(|| EditError::NoEntry(of.to_string(), Vec::new()))?;
    Ok(toml_entry::list(meeting::LIST).index(at))
}

fn change(on: Date, why: &str) -> Item {
    EntryBuilder::default().with("on", on).with("why", why).item()
}

impl AmendDecisionVerb {
    fn facts(&self, is_deferral: bool) -> EntryBuilder {
        let until = if is_deferral { "deferred_until" } else { "until" };
        let entry = EntryBuilder::default().maybe("decision", self.decision.map(Decision::name));
        let entry = entry.maybe("asked", self.asked).maybe("envelope", self.envelope).maybe(until, self.until);
        entry.maybe("comment", self.comment.clone()).maybe("reservations", self.reservations.clone())
    }
}

impl VerbImpl for AmendDecisionVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.reason);
        toml_entry::some_line(&mut self.comment);
        toml_entry::some_line(&mut self.reservations);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let held = held(context, &self.startup, self.of)?;
        not_before(Chronology::Changed, self.on, Some(held.on))?;
        present("reason", &self.reason)?;
        if self.facts(false).pairs().is_empty() {
            return Err(EditError::Nothing);
        }
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("on", MessageArg::Text(context.day(self.of)))];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        let summary = CommitSummary::new(record, context.text("commit-amend-decision", &facts));
        Ok(summary.line(self.reason.clone()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let path = path(table, self.of)?;
            let entry = crate::record::value_at(table, &path);
            let text = |key: &str| entry.and_then(|entry| toml_entry::text(entry, key));
            let is_deferral = self
                .decision
                .map_or(text("decision") == Some(Decision::Defer.name()), |decision| decision == Decision::Defer);
            let mut ops = self.facts(is_deferral).set(&path);
            let change = change(self.on, &self.reason);
            let amended = path.key("amended");
            match entry.and_then(|entry| entry.get("amended")) {
                Some(_) => ops.push(Op::Insert(amended, change)),
                None => ops.push(Op::Set(amended, Item::List(vec![change]))),
            }
            Ok(ops)
        })
    }
}

impl VerbImpl for WithdrawVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::one_line(&mut self.reason);
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        context.check_not_in_future(self.on)?;
        let held = held(context, &self.startup, self.of)?;
        not_before(Chronology::Changed, self.on, Some(held.on))?;
        present("reason", &self.reason)?;
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("on", MessageArg::Text(context.day(self.of)))];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        Ok(CommitSummary::new(record, context.text("commit-withdraw", &facts)).line(self.reason.clone()))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let path = path(table, self.of)?;
            Ok(vec![Op::Set(path.key("withdrawn"), change(self.on, &self.reason))])
        })
    }
}
