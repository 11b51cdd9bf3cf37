//! `spend`: a line of spending, with the days of its stages so far.

use super::VerbImpl;
use crate::edit::check_context::{CheckContext, said, something};
use crate::edit::chronology::later;
use crate::edit::message::{self, CommitSummary, euros, short, whole};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::edit::{Chronology, EditError};
use crate::model::{Date, Expenditure, Id, Money, RecordKind, RecordRef, entry_id};

/// Money was spent, or is going to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendVerb {
    /// The convention.
    pub convention: Id,
    /// The line: what for, how much, and the days of its stages so far.
    pub line: Expenditure,
}

impl VerbImpl for SpendVerb {
    fn name(&self) -> &'static str {
        "spend"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} expenditures")
    }

    fn on(&self) -> Option<Date> {
        self.line.paid.or(self.line.done).or(self.line.committed)
    }

    fn tidy(&mut self) {
        let Expenditure { what, contribution, reference, .. } = &mut self.line;
        [what, contribution, reference].into_iter().for_each(toml_entry::some_line);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        let (convention, line) = (context.convention(&self.convention)?, &self.line);
        said("what", self.what())?;
        something(line.amount)?;
        line.by.as_ref().map_or(Ok(()), |by| context.known(RecordKind::Party, by))?;
        let charged = line.contribution.as_deref().map(|id| context.contribution(convention, id)).transpose()?;
        self.days(context)?;
        if convention.expenditure.iter().any(|spent| LineIdentity::of(spent) == LineIdentity::of(line)) {
            return Err(EditError::AlreadyThere(self.what().to_owned()));
        }
        let stages = [("Committed", line.committed), ("Service done", line.done), ("Paid", line.paid)];
        let stages = stages.into_iter().filter_map(|(stage, on)| Some(format!("{stage} on {}.", on?)));
        let mut body: Vec<String> = whole(self.what()).into_iter().collect();
        body.push(format!("Under {}.", convention.id));
        body.extend(stages);
        body.extend(line.by.iter().map(|by| format!("Spent by {by}.")));
        body.extend(line.contribution.iter().map(|contribution| format!("Charged to contribution {contribution}.")));
        body.extend(line.reference.iter().map(|reference| format!("Reference: {reference}")));
        let owner = charged.map_or_else(|| message::owner(convention), |one| message::owner_of(one, convention));
        let verb = if line.done.or(line.paid).is_some() { "spent on" } else { "committed for" };
        Ok(CommitSummary {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} {verb} {}", euros(line.amount), short(self.what())),
            body,
        })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let (line, there) = (&self.line, toml_entry::entries(table, "expenditure"));
            if there.iter().any(|entry| LineIdentity::read(entry) == Some(LineIdentity::of(line))) {
                return Err(EditError::AlreadyThere(self.what().to_owned()));
            }
            if let Some(contribution) = &line.contribution {
                context.still_has(table, "contributions", contribution, &line.amount.into())?;
            }
            let id = self.on().map(|on| toml_entry::free(there, LineIdentity::of(line).id(on)));
            let entry = EntryBuilder::default().maybe("id", id).with("amount", line.amount).with("what", self.what());
            let entry = entry.maybe("by", line.by.clone()).maybe("contribution", line.contribution.clone());
            let entry = entry.maybe("committed", line.committed).maybe("done", line.done).maybe("paid", line.paid);
            Ok(entry.maybe("reference", line.reference.clone()).insert(toml_entry::list("expenditure")))
        })
    }
}

impl SpendVerb {
    fn what(&self) -> &str {
        self.line.what.as_deref().unwrap_or_default()
    }

    /// That its days have come and follow each other; that there is one.
    fn days(&self, context: &CheckContext<'_>) -> Result<(), EditError> {
        let Expenditure { committed, done, paid, .. } = &self.line;
        if self.on().is_none() {
            return Err(EditError::NoDay);
        }
        [committed, done, paid].into_iter().flatten().try_for_each(|on| context.has_come(*on))?;
        for on in done.iter().chain(paid) {
            later(Chronology::Committed, *on, *committed)?;
        }
        paid.map_or(Ok(()), |paid| later(Chronology::ServiceDone, paid, *done))
    }
}

/// What makes a line of spending this one and no other.
#[derive(PartialEq, Eq)]
struct LineIdentity<'a> {
    what: Option<&'a str>,
    amount: Money,
    /// Committed, done, paid.
    days: [Option<Date>; 3],
    reference: Option<&'a str>,
}

impl<'a> LineIdentity<'a> {
    fn of(line: &'a Expenditure) -> Self {
        let days = [line.committed, line.done, line.paid];
        Self { what: line.what.as_deref(), amount: line.amount, days, reference: line.reference.as_deref() }
    }

    fn read(entry: &'a toml::Value) -> Option<Self> {
        Some(Self {
            what: toml_entry::text(entry, "what"),
            amount: toml_entry::money(entry, "amount")?,
            days: ["committed", "done", "paid"].map(|key| toml_entry::date(entry, key)),
            reference: toml_entry::text(entry, "reference"),
        })
    }

    fn id(&self, on: Date) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let [committed, done, paid] = self.days.map(day);
        let text = |text: Option<&'a str>| text.unwrap_or_default().to_owned();
        let facts = [text(self.what), self.amount.to_string(), committed, done, paid, text(self.reference)];
        entry_id(on, &facts.each_ref().map(String::as_str))
    }
}
