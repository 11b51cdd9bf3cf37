//! `spend`: a line of spending, with the days of its stages so far.

use super::Verb;
use crate::edit::desk::{Desk, said, something};
use crate::edit::message::{self, Told, euros, short, whole};
use crate::edit::order::later;
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::edit::{EditError, Order};
use crate::model::{Date, Id, Money, RecordKind, RecordRef};

/// Money was spent, or is going to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spend {
    /// The convention.
    pub convention: Id,
    /// What for.
    pub what: String,
    /// How much.
    pub amount: Money,
    /// Who spends; the payee of the convention where absent.
    pub by: Option<Id>,
    /// The id of the contribution that it is charged to, where it is to be said.
    pub contribution: Option<String>,
    /// The day that it was committed (AE).
    pub committed: Option<Date>,
    /// The day that the service was done (service fait).
    pub done: Option<Date>,
    /// The day that it was paid (CP).
    pub paid: Option<Date>,
    /// Its number.
    pub reference: Option<String>,
}

impl Verb for Spend {
    fn name(&self) -> &'static str {
        "spend"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} expenditures")
    }

    fn on(&self) -> Option<Date> {
        self.paid.or(self.done).or(self.committed)
    }

    fn tidy(&mut self) {
        text::one_line(&mut self.what);
        text::some_line(&mut self.contribution);
        text::some_line(&mut self.reference);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        let convention = desk.convention(&self.convention)?;
        said("what", &self.what)?;
        something(self.amount)?;
        self.by.as_ref().map_or(Ok(()), |by| desk.known(RecordKind::Party, by))?;
        let charged = self.contribution.as_deref().map(|id| desk.contribution(convention, id)).transpose()?;
        self.days(desk)?;
        let same = convention.expenditure.iter().any(|spent| {
            spent.what.as_ref() == Some(&self.what)
                && spent.amount == self.amount
                && [spent.committed, spent.done, spent.paid] == [self.committed, self.done, self.paid]
                && spent.reference == self.reference
        });
        if same {
            return Err(EditError::AlreadyThere(self.what.clone()));
        }
        let stages = [("Committed", self.committed), ("Service done", self.done), ("Paid", self.paid)];
        let stages = stages.into_iter().filter_map(|(stage, on)| Some(format!("{stage} on {}.", on?)));
        let mut body: Vec<String> = whole(&self.what).into_iter().collect();
        body.push(format!("Under {}.", convention.id));
        body.extend(stages);
        body.extend(self.by.iter().map(|by| format!("Spent by {by}.")));
        body.extend(self.contribution.iter().map(|contribution| format!("Charged to contribution {contribution}.")));
        body.extend(self.reference.iter().map(|reference| format!("Reference: {reference}")));
        let owner = charged.map_or_else(|| message::owner(convention), |one| message::owner_of(one, convention));
        let verb = if self.done.or(self.paid).is_some() { "spent on" } else { "committed for" };
        Ok(Told {
            record: RecordRef::new(RecordKind::Convention, convention.id.clone()),
            subject: format!("{owner}: {} {verb} {}", euros(self.amount), short(&self.what)),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            if text::entries(table, "expenditure").iter().any(|entry| self.is(entry)) {
                return Err(EditError::AlreadyThere(self.what.clone()));
            }
            let entry = Entry::default().with("amount", self.amount).with("what", self.what.as_str());
            let entry = entry.maybe("by", self.by.clone()).maybe("contribution", self.contribution.clone());
            let entry = entry.maybe("committed", self.committed).maybe("done", self.done).maybe("paid", self.paid);
            Ok(entry.maybe("reference", self.reference.clone()).insert(text::list("expenditure")))
        })
    }
}

impl Spend {
    /// That its days have come and follow each other; that there is one.
    fn days(&self, desk: &Desk<'_>) -> Result<(), EditError> {
        let days: Vec<Date> = [self.committed, self.done, self.paid].into_iter().flatten().collect();
        if days.is_empty() {
            return Err(EditError::NoDay);
        }
        days.into_iter().try_for_each(|on| desk.has_come(on))?;
        for on in self.done.iter().chain(&self.paid) {
            later(Order::Committed, *on, self.committed)?;
        }
        self.paid.map_or(Ok(()), |paid| later(Order::ServiceDone, paid, self.done))
    }

    /// Whether an entry is this very line.
    fn is(&self, entry: &toml::Value) -> bool {
        text::text(entry, "what") == Some(&self.what)
            && text::money(entry, "amount") == Some(self.amount)
            && ["committed", "done", "paid"].map(|key| text::date(entry, key)) == [self.committed, self.done, self.paid]
            && text::text(entry, "reference") == self.reference.as_deref()
    }
}
