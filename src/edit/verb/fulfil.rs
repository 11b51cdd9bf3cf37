//! `done`: an obligation was met.

use super::Verb;
use crate::edit::desk::Desk;
use crate::edit::message::{self, Told};
use crate::edit::order::later;
use crate::edit::sheet::Sheet;
use crate::edit::text::{self, Entry};
use crate::edit::{EditError, Order};
use crate::model::{Date, Id, Matter, Obligation, RecordKind, RecordRef, Timing};

/// An obligation was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fulfil {
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

impl Verb for Fulfil {
    fn name(&self) -> &'static str {
        "fulfil"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} obligations done")
    }

    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        text::some_line(&mut self.evidence);
    }

    fn check(&self, desk: &Desk<'_>) -> Result<Told, EditError> {
        desk.has_come(self.on)?;
        let convention = desk.convention(&self.convention)?;
        let (holder, obligation) = desk.obligation(convention, &self.obligation)?;
        if self.due.is_some() && !matches!(obligation.timing, Timing::Recurring(_)) {
            return Err(EditError::NotRecurring(obligation.id.clone()));
        }
        if obligation.fulfilled.iter().any(|times| times.on == self.on && times.due == self.due) {
            return Err(EditError::AlreadyFulfilled(self.on));
        }
        later(Order::Signed, self.on, holder.signed)?;
        let mut body = vec![obligation.what.clone()];
        let article = message::article(obligation.article.as_deref());
        let debtor = obligation.debtor.as_ref().map(|debtor| format!(", owed by {debtor}")).unwrap_or_default();
        body.push(format!("Obligation {} of {}{article}{debtor}.", obligation.id, convention.id));
        let due = self.due.map(|due| format!(", for what was due on {due}")).unwrap_or_default();
        body.push(format!("Done on {}{due}.", self.on));
        body.extend(self.evidence.iter().map(|evidence| format!("Evidence: {evidence}")));
        Ok(Told {
            record: RecordRef::new(RecordKind::Convention, holder.id.clone()),
            subject: format!("{}: {}", message::owner(convention), done(obligation)),
            body,
        })
    }

    fn write(&self, sheet: &Sheet<'_>) -> Result<String, EditError> {
        sheet.patched(|table| {
            let all = text::entries(table, "obligations");
            let Some(at) = all.iter().position(|entry| text::text(entry, "id") == Some(&self.obligation)) else {
                let known = all.iter().map(|entry| text::text(entry, "id").unwrap_or_default().to_owned());
                return Err(EditError::NoEntry(self.obligation.clone(), known.collect()));
            };
            let times = all[at].as_table().map_or(&[][..], |entry| text::entries(entry, "fulfilled"));
            let same =
                |times: &toml::Value| text::date(times, "on") == Some(self.on) && text::date(times, "due") == self.due;
            if times.iter().any(same) {
                return Err(EditError::AlreadyFulfilled(self.on));
            }
            let entry = Entry::default().with("on", self.on).maybe("evidence", self.evidence.clone());
            Ok(entry.maybe("due", self.due).insert(text::list("obligations").index(at).key("fulfilled")))
        })
    }
}

/// What was done, as a person says it.
fn done(obligation: &Obligation) -> String {
    match obligation.about {
        Some(Matter::ManagementReport) => "management report sent".to_owned(),
        Some(Matter::StatementOfExpenditure) => "statement of expenditure sent".to_owned(),
        Some(Matter::Refund) => "unspent money returned".to_owned(),
        Some(Matter::SourceCode) => "source code published".to_owned(),
        Some(Matter::StatisticsPage) => "statistics page published".to_owned(),
        Some(Matter::Publication) => "convention published".to_owned(),
        None => format!("{} done", obligation.id.replace('-', " ")),
    }
}
