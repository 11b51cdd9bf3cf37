//! `coach`: a person coaches a startup from a day on.

use super::interface::{Declared, VerbImpl};
use crate::edit::arguments::ArgumentValues;
use crate::edit::chronology::Chronology;
use crate::edit::commit_summary::CommitSummary;
use crate::edit::declaration::{Argument, ArgumentDefault, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::toml_entry::{self, EntryBuilder};
use crate::edit::write_context::WriteContext;
use crate::model::{Coach, Date, Id, MessageArg, RecordKind, RecordRef};
use crate::record::Op;

/// A person coaches a startup. The coach before, if any, stops the day before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoachVerb {
    pub startup: Id,
    /// The id of the person.
    pub person: Id,
    /// The first day.
    pub from: Date,
}

const LIST: &str = "coaches";

impl Declared for CoachVerb {
    const DECLARATION: Declaration = Declaration {
        name: "coach",
        aliases: &[],
        subject: VerbSubject::Startup,
        keys: &["a c"],
        arguments: &[
            Argument::option("person", ArgumentKind::Person, "PERSON", "Id of the person").at(1).required(),
            Argument::option("from", ArgumentKind::PastDay, "DATE", "First day, today by default")
                .required()
                .or(ArgumentDefault::Today),
        ],
        about: "Record who coaches a startup",
        examples: "\
Examples:
  couveuse person coach-a --name 'Coach A'
  couveuse coach histologe coach-a --from 5/1/2026",
    };

    fn from_arguments(values: &ArgumentValues) -> Option<Self> {
        Some(Self { startup: values.id("startup")?, person: values.id("person")?, from: values.date("from")? })
    }
}

impl VerbImpl for CoachVerb {
    fn on(&self) -> Option<Date> {
        Some(self.from)
    }

    fn recorded_in(&self, context: &EditContext<'_>) -> Option<RecordRef> {
        let is_this =
            |coach: &Coach| coach.person == self.person && coach.from == Some(self.from) && coach.until.is_none();
        let is_there = context.startup(&self.startup).ok()?.coaches.iter().any(is_this);
        is_there.then(|| RecordRef::new(RecordKind::Startup, self.startup.clone()))
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        let startup = context.startup(&self.startup)?;
        context.person(&self.person)?;
        if startup.coaches.iter().any(|coach| coach.person == self.person && coach.until.is_none()) {
            return Err(EditError::AlreadyThere(self.person.to_string()));
        }
        if let Some(later) = startup.coaches.iter().filter_map(|coach| coach.from).find(|from| *from >= self.from) {
            return Err(EditError::OutOfOrder(Chronology::Coached, later));
        }
        let facts = [
            ("startup", MessageArg::Text(self.startup.to_string())),
            ("person", MessageArg::Text(self.person.to_string())),
            ("from", MessageArg::Text(context.day(self.from))),
        ];
        let record = RecordRef::new(RecordKind::Startup, self.startup.clone());
        Ok(CommitSummary::new(record, context.text("commit-coach", &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context.patched(|table| {
            let all = toml_entry::entries(table, LIST);
            let is_open = |entry: &toml::Value| entry.get("until").is_none();
            let same = |entry: &toml::Value| toml_entry::text(entry, "person") == Some(self.person.as_str());
            if all.iter().any(|entry| is_open(entry) && same(entry)) {
                return Err(EditError::AlreadyThere(self.person.to_string()));
            }
            let mut ops: Vec<Op> = Vec::new();
            if let Some(last) = self.from.pred_opt() {
                let open = all.iter().enumerate().filter(|(_, entry)| is_open(entry));
                let until = |(at, _)| Op::Set(toml_entry::list(LIST).index(at).key("until"), last.into());
                ops.extend(open.map(until));
            }
            let entry = EntryBuilder::default().with("person", self.person.clone()).with("from", self.from);
            ops.extend(entry.insert(toml_entry::list(LIST)));
            Ok(ops)
        })
    }
}
