//! `done`: an obligation was met.

use toml::{Table, Value};

use super::VerbImpl;
use crate::edit::check_context::CheckContext;
use crate::edit::chronology::later;
use crate::edit::message::{self, CommitSummary};
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::edit::{Chronology, EditError};
use crate::model::{Date, Id, KeyPath, Obligation, ObligationTopic, RecordKind, RecordRef, Timing};

/// An obligation was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneVerb {
    /// The convention.
    pub convention: Id,
    /// The obligation's id.
    pub obligation: String,
    /// The day.
    pub on: Date,
    /// What shows it.
    pub evidence: Option<String>,
    /// The due date answered, for a recurring one where the order of days would not tell.
    pub due: Option<Date>,
}

impl VerbImpl for DoneVerb {
    fn name(&self) -> &'static str {
        "done"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} obligations done")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::some_line(&mut self.evidence);
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        context.has_come(self.on)?;
        let convention = context.convention(&self.convention)?;
        let (holder, obligation) = context.obligation(convention, &self.obligation)?;
        if self.due.is_some() && !matches!(obligation.timing, Timing::Recurring(_)) {
            return Err(EditError::NotRecurring(obligation.id.clone()));
        }
        let record = RecordRef::new(RecordKind::Convention, holder.id.clone());
        let was_met = |seen: &Table| {
            let all = toml_entry::entries(seen, "obligations").iter();
            let its = all.filter(|entry| toml_entry::text(entry, "id") == Some(&self.obligation)).flat_map(times_of);
            its.into_iter()
                .any(|time| toml_entry::date(time, "on") == Some(self.on) && toml_entry::date(time, "due") == self.due)
        };
        if obligation.fulfilled.iter().any(|times| times.on == self.on && times.due == self.due)
            && !context.is_news(&record, was_met)
        {
            return Err(EditError::AlreadyFulfilled(self.on));
        }
        later(Chronology::Signed, self.on, holder.signed)?;
        let mut body = vec![obligation.what.clone()];
        let article = message::article(obligation.article.as_deref());
        let debtor = obligation.debtor().map(|debtor| format!(", owed by {debtor}")).unwrap_or_default();
        body.push(format!("Obligation {} of {}{article}{debtor}.", obligation.id, convention.id));
        let due = self.due.map(|due| format!(", for what was due on {due}")).unwrap_or_default();
        body.push(format!("Done on {}{due}.", self.on));
        body.extend(self.evidence.iter().map(|evidence| format!("Evidence: {evidence}")));
        Ok(CommitSummary { record, subject: format!("{}: {}", message::owner(convention), done(obligation)), body })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, "obligations");
            let Some(at) = all.iter().position(|entry| toml_entry::text(entry, "id") == Some(&self.obligation)) else {
                context.still_has(table, "obligations", &self.obligation, &self.entry().item())?;
                let known = all.iter().map(|entry| toml_entry::text(entry, "id").unwrap_or_default().to_owned());
                return Err(EditError::NoEntry(self.obligation.clone(), known.collect()));
            };
            let place = toml_entry::list("obligations").index(at).key("fulfilled");
            match self.in_the_way(context, times_of(&all[at]), &place)? {
                Some(same) => Ok(EntryBuilder::default().maybe("evidence", self.evidence.clone()).set(&same)),
                None => Ok(self.entry().insert(place)),
            }
        })
    }
}

impl DoneVerb {
    fn entry(&self) -> EntryBuilder {
        let entry = EntryBuilder::default().with("on", self.on).maybe("evidence", self.evidence.clone());
        entry.maybe("due", self.due)
    }

    /// Looks at the times that it was met, for this one and for news that answer the same. Gives the place of this one
    /// where it is recorded with another evidence, and one insists.
    fn in_the_way(
        &self,
        context: &WriteContext<'_>,
        times: &[Value],
        place: &KeyPath,
    ) -> Result<Option<KeyPath>, EditError> {
        let is_it = |entry: &&Value| toml_entry::text(entry, "id") == Some(&self.obligation);
        let seen = context.seen.as_ref().and_then(|seen| toml_entry::entries(seen, "obligations").iter().find(is_it));
        let seen = seen.map_or(&[][..], times_of);
        let meant = self.entry().item();
        for (n, now) in times.iter().enumerate() {
            let (path, was) = (place.clone().index(n), seen.iter().find(|time| *time == now));
            let (on, due) = (toml_entry::date(now, "on"), toml_entry::date(now, "due"));
            if on == Some(self.on) && due == self.due {
                let known = EditError::AlreadyFulfilled(self.on);
                if self.evidence.is_none() {
                    return Err(known);
                }
                return context.in_the_way(&path, was, now, &meant, known).map(|()| Some(path));
            }
            let answers_it = due.is_none() || self.due.is_none() || due == self.due;
            if context.seen.is_some() && was.is_none() && answers_it {
                context.holds(&path, None, Some(now), Some(&toml_entry::value(&meant)))?;
            }
        }
        Ok(None)
    }
}

/// The times that an obligation was met.
fn times_of(obligation: &Value) -> &[Value] {
    obligation.as_table().map_or(&[], |entry| toml_entry::entries(entry, "fulfilled"))
}

/// What was done, as a person says it.
fn done(obligation: &Obligation) -> String {
    match obligation.about {
        Some(ObligationTopic::ManagementReport) => "management report sent".to_owned(),
        Some(ObligationTopic::StatementOfExpenditure) => "statement of expenditure sent".to_owned(),
        Some(ObligationTopic::Refund) => "unspent money returned".to_owned(),
        Some(ObligationTopic::SourceCode) => "source code published".to_owned(),
        Some(ObligationTopic::StatisticsPage) => "statistics page published".to_owned(),
        Some(ObligationTopic::Publication) => "convention published".to_owned(),
        None => format!("{} done", obligation.id.replace('-', " ")),
    }
}
