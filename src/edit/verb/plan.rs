//! `plan`: a startup's committee is planned for a day.

use super::interface::{Declared, VerbImpl, says};
use super::meeting;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Committee, CommitteeState, Date, Id, MessageArg, Money, RecordKind, RecordRef};

/// A committee is planned for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVerb {
    pub startup: Id,
    /// Today or a later day.
    pub on: Date,
    /// The request that the committee decides on.
    pub request: CommitteeRequest,
}

/// A request to a planned committee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitteeRequest {
    /// The amount that the startup will ask for.
    pub asked: Option<Money>,
    /// The questions to be settled.
    pub arbitrations: Vec<String>,
    /// The support that the startup will ask for.
    pub support: Option<String>,
    /// The review that convened it.
    pub review: Option<Id>,
}

impl CommitteeRequest {
    fn keys(&self, entry: EntryBuilder) -> EntryBuilder {
        let entry = entry.maybe("review", self.review.clone()).maybe("asked", self.asked);
        entry.list("arbitrations", &self.arbitrations).maybe("support", self.support.clone())
    }

    fn is_in(&self, planned: &Committee) -> bool {
        let review = self.review.as_ref().map(ToString::to_string);
        says(self.asked.as_ref(), planned.asked.as_ref())
            && says(self.support.as_ref(), planned.support.as_ref())
            && says(review.as_ref(), planned.review.as_ref())
            && self.arbitrations.iter().all(|one| planned.arbitrations.contains(one))
    }
}

impl Declared for PlanVerb {
    const DECLARATION: Declaration = Declaration {
        name: "plan",
        aliases: &["add-committee"],
        subject: VerbSubject::Startup,
        keys: &["a p"],
        arguments: &[
            Argument::option("on", ArgumentKind::Day, "DATE", "Day of the meeting").required(),
            Argument::option("asked", ArgumentKind::Amount, "AMOUNT", "Amount that will be asked for, in euros"),
            Argument::option("arbitration", ArgumentKind::Text, "TEXT", "Question to be settled; repeatable")
                .repeated(),
            Argument::option("support", ArgumentKind::Text, "TEXT", "Support that will be asked for"),
            Argument::option("review", ArgumentKind::Id, "REVIEW", "Review that convenes it").command_only(),
        ],
        about: "Plan a startup's committee for a day",
        examples: "Examples:\n  couveuse plan histologe --on +14\n  couveuse plan comobi --on lundi --asked 40000 --arbitration 'Qui héberge ?'",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        let request = CommitteeRequest {
            asked: values.amount("asked"),
            arbitrations: values.words("arbitration"),
            support: values.text("support"),
            review: values.id("review"),
        };
        Some(Self { startup: values.id("startup")?, on: values.date("on")?, request })
    }
}

impl VerbImpl for PlanVerb {
    fn on(&self) -> Option<Date> {
        Some(self.on)
    }

    fn tidy(&mut self) {
        toml_entry::lines(&mut self.request.arbitrations);
        toml_entry::some_line(&mut self.request.support);
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let committees = &context.startup(&self.startup).ok()?.committees;
        let is_this = |one: &Committee| (one.on, one.state) == (self.on, CommitteeState::Planned);
        let is_there = committees.iter().any(|one| is_this(one) && self.request.is_in(one));
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        if self.on < context.today {
            return Err(EditError::InThePast(self.on));
        }
        self.request.review.as_ref().map_or(Ok(()), |review| context.open_review(review).map(drop))?;
        let is_completed = |one: &Committee| one.state == CommitteeState::Planned && !self.request.is_in(one);
        let that_day = startup.committees.iter().filter(|meeting| meeting.on == self.on);
        for committee in that_day.filter(|one| !is_completed(one)) {
            meeting::day_is_free(self.on, committee.state.name())?;
        }
        let facts =
            [("startup", MessageArg::Text(self.startup.to_string())), ("on", MessageArg::Text(context.day(self.on)))];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        Ok(CommitSummary::new(record, context.text("commit-plan", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let there = toml_entry::entries(table, meeting::LIST);
            let is_planned = |entry: &toml::Value| {
                toml_entry::date(entry, "on") == Some(self.on) && toml_entry::text(entry, "state") == Some("planned")
            };
            let keys = self.request.keys(EntryBuilder::default());
            if let Some(at) = there.iter().position(is_planned).filter(|_| self.request != CommitteeRequest::default())
            {
                return Ok(keys.set(&toml_entry::list(meeting::LIST).index(at)));
            }
            meeting::text_has_free_day(there, self.on)?;
            let entry = meeting::entry(there, self.on).with("state", CommitteeState::Planned.name());
            Ok(self.request.keys(entry).insert(toml_entry::list(meeting::LIST)))
        })
    }
}
