//! `set`: a field of a record has another value, or none.

use toml::Table;

use super::VerbImpl;
use crate::edit::check_context::CheckContext;
use crate::edit::message::{CommitSummary, short};
use crate::edit::write_context::WriteContext;
use crate::edit::{EditError, FieldKind, fields, toml_entry};
use crate::model::{Account, Id, KeyPath, PathStep, RecordKind, RecordRef};
use crate::record::{Item, Op, PatchError, relocate, to_toml, value_at};

/// A field has another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetVerb {
    /// The record.
    pub record: RecordRef,
    /// The way to the field.
    pub path: KeyPath,
    /// The value; `None` takes the field out.
    pub value: Option<Item>,
}

impl VerbImpl for SetVerb {
    fn name(&self) -> &'static str {
        "set"
    }

    fn several(&self, count: usize) -> String {
        format!("{count} fields set")
    }

    fn tidy(&mut self) {
        match &mut self.value {
            Some(Item::Text(text)) => toml_entry::one_line(text),
            Some(Item::List(items)) => items.iter_mut().for_each(|item| {
                if let Item::Text(text) = item {
                    toml_entry::one_line(text);
                }
            }),
            _ => {}
        }
    }

    fn check(&self, context: &CheckContext<'_>) -> Result<CommitSummary, EditError> {
        if self.record.kind != RecordKind::Portfolio {
            context.known(self.record.kind, &self.record.id)?;
        }
        fields::allowed(self.record.kind, &self.path)?;
        self.iban()?;
        self.references(context)?;
        let (record, path) = (&self.record, self.named(context));
        let subject = match &self.value {
            None => format!("{}: {path} removed", record.id),
            Some(Item::Text(text)) => format!("{}: {path} set to {}", record.id, short(text)),
            Some(item) => format!("{}: {path} set to {}", record.id, short(&to_toml(item))),
        };
        Ok(CommitSummary { record: record.clone(), subject, body: Vec::new() })
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context
            .patched(|table| {
                let path = self.place(context, table)?;
                Ok(match &self.value {
                    Some(item) => vec![Op::Set(path, item.clone())],
                    // Somebody took it out meanwhile.
                    None if context.was(&self.path).is_some() && value_at(table, &path).is_none() => Vec::new(),
                    None => vec![Op::Remove(path)],
                })
            })
            .map_err(|error| match error {
                EditError::Patch(PatchError::NoSuchPlace(path)) => EditError::NoField(path, Vec::new()),
                other => other,
            })
    }
}

impl SetVerb {
    /// The way to the field by now, which holds what it held when it was seen.
    fn place(&self, context: &WriteContext<'_>, table: &Table) -> Result<KeyPath, EditError> {
        let Some(seen) = &context.seen else { return Ok(self.path.clone()) };
        let gone = || context.gone(&self.path.to_string(), self.value.as_ref());
        let path = relocate(seen, table, &self.path).ok_or_else(gone)?;
        let meant = self.value.as_ref().map(toml_entry::value);
        context.holds(&path, context.was(&self.path), value_at(table, &path), meant.as_ref())?;
        Ok(path)
    }

    /// The way to the field, with the id of an entry in place of its position.
    fn named(&self, context: &CheckContext<'_>) -> String {
        let path = self.path.to_string();
        let entry = match self.path.0.as_slice() {
            // An entry that could not be read counts in the text and not in the model.
            _ if context.portfolio.half_read.contains(&self.record) => None,
            [PathStep::Key(list), PathStep::Index(at), ..] => {
                self.id_of(context, list, *at).map(|id| (format!("{list}[{at}]"), format!("{list}[{id}]")))
            }
            _ => None,
        };
        entry.map_or(path.clone(), |(position, id)| path.replacen(&position, &id, 1))
    }

    /// The id of an entry, where it has one.
    fn id_of<'a>(&self, context: &CheckContext<'a>, list: &str, at: usize) -> Option<&'a str> {
        let id = &self.record.id;
        match (self.record.kind, list) {
            (RecordKind::Convention, "obligations") => Some(&context.convention(id).ok()?.obligations.get(at)?.id),
            (RecordKind::Convention, "contributions") => Some(&context.convention(id).ok()?.contributions.get(at)?.id),
            (RecordKind::Convention, "payments") => context.convention(id).ok()?.payments.get(at)?.id.as_deref(),
            (RecordKind::Convention, "calls") => context.convention(id).ok()?.calls.get(at)?.id.as_deref(),
            (RecordKind::Convention, "expenditure") => context.convention(id).ok()?.expenditure.get(at)?.id.as_deref(),
            (RecordKind::Startup, "committees") => context.startup(id).ok()?.committees.get(at)?.id.as_deref(),
            (RecordKind::Startup, "notes") => context.startup(id).ok()?.notes.get(at)?.id.as_deref(),
            _ => None,
        }
    }

    /// That the records are there which it names.
    fn references(&self, context: &CheckContext<'_>) -> Result<(), EditError> {
        let named = match (&self.value, fields::kind_at(self.record.kind, &self.path)) {
            (Some(item @ Item::Text(_)), Some(FieldKind::Id(of))) => Some((of, std::slice::from_ref(item))),
            (Some(Item::List(items)), Some(FieldKind::Ids(of))) => Some((of, items.as_slice())),
            _ => None,
        };
        for item in named.iter().flat_map(|(_, items)| *items) {
            let (Some((of, _)), Item::Text(text)) = (named, item) else { continue };
            // What is no id at all is told when the record is read again.
            let Ok(id) = Id::new(text) else { continue };
            context.known(of, &id)?;
        }
        Ok(())
    }

    /// That an IBAN keeps its check digits: what no bank would pay on is a slip of the hand.
    fn iban(&self) -> Result<(), EditError> {
        let is_iban = self.path.0.last() == Some(&PathStep::Key("iban".to_owned()));
        let Some(Item::Text(iban)) = self.value.as_ref().filter(|_| is_iban) else { return Ok(()) };
        let alone = Account { iban: Some(iban.clone()), ..Account::default() };
        alone.fault().map_or(Ok(()), |fault| Err(EditError::WrongAccount(fault)))
    }
}
