//! `set`: a field of a record has a new value, or none.

use toml::Table;

use super::interface::{Declared, VerbImpl};
use super::sign::follows_its_order;
use super::spend::in_order;
use crate::edit::arguments::ArgumentValues;
use crate::edit::commit_summary::{CommitSummary, short};
use crate::edit::declaration::{Argument, ArgumentKind, Declaration, VerbSubject};
use crate::edit::edit_context::EditContext;
use crate::edit::error::EditError;
use crate::edit::fields::{self, FieldKind};
use crate::edit::toml_entry;
use crate::edit::write_context::WriteContext;
use crate::locale::Locale;
use crate::model::{
    Account, CommitteeState, ConventionKind, Date, Expenditure, Id, IdentifierError, KeyPath, MessageArg, Moment,
    PathStep, RecordKind, RecordRef, check_bic, check_siren, check_siret,
};
use crate::record::{Item, Op, PatchError, relocate, to_toml, value_at};

type IdentifierCheck = fn(&str) -> Result<(), IdentifierError>;

/// A field has a new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetVerb {
    pub record: RecordRef,
    pub path: KeyPath,
    /// `None` removes the field.
    pub value: Option<Item>,
}

impl Declared for SetVerb {
    const DECLARATION: Declaration = Declaration {
        name: "set",
        aliases: &["field"],
        subject: VerbSubject::Field,
        keys: &[],
        arguments: &[
            Argument::option("value", ArgumentKind::Text, "VALUE", "Its value; of a list, each of its entries")
                .at(1)
                .repeated()
                .required_unless("remove")
                .command_only(),
            Argument::option("remove", ArgumentKind::Flag, "", "Remove the field")
                .conflicts_with("value")
                .command_only(),
        ],
        about: "Set a field of a record, or remove it",
        examples: "\
Examples:
  couveuse set histologe site https://histologe.beta.gouv.fr
  couveuse set startups/anti-gaspi also Anti-Gaspi-Cantine 'Cantines anti-gaspi'
  couveuse set histologe-pau-anct 'obligations[statistics-page].article' 2.1
  couveuse set histologe-pau-anct accounts.refund.iban 'FR57 3000 1006 22C6 4100 0000 087'
  couveuse set comobi 'committees[0].comment' --remove

An entry of a list is named by its id, its name or its position from 0. couveuse schema shows the
fields.",
    };

    /// Arguments alone are not enough: the path and the kind of the value depend on the record's text.
    fn from_arguments(_: &ArgumentValues) -> Option<Self> {
        None
    }
}

impl VerbImpl for SetVerb {
    fn tidy(&mut self) {
        match &mut self.value {
            Some(Item::Text(text)) if fields::has_lines(&self.path) => toml_entry::several_lines(text),
            Some(Item::Text(text)) => toml_entry::one_line(text),
            Some(Item::List(items)) => items.iter_mut().for_each(|item| {
                if let Item::Text(text) = item {
                    toml_entry::one_line(text);
                }
            }),
            _ => {}
        }
        // One debtor or creditor needs no list.
        if self.is_of_parties()
            && let Some(Item::List(items)) = &mut self.value
            && items.len() == 1
        {
            self.value = items.pop();
        }
    }

    fn check(&self, context: &EditContext<'_>) -> Result<CommitSummary, EditError> {
        if self.record.kind != RecordKind::Portfolio {
            context.known(self.record.kind, &self.record.id)?;
        }
        fields::allowed(self.record.kind, &self.path)?;
        self.identifier()?;
        self.references(context)?;
        self.obeys_the_verbs(context)?;
        self.is_not_approved(context)?;
        let mut facts = vec![
            ("record", MessageArg::Text(self.record.id.to_string())),
            ("field", MessageArg::Text(self.field(context))),
        ];
        let value = match &self.value {
            None => None,
            Some(Item::Text(text)) => {
                let event = self.is_timing().then(|| text.parse::<Moment>().ok()).flatten();
                Some(event.map_or_else(|| short(text), |event| Locale::new(context.language).moment_as_typed(event)))
            }
            Some(Item::Date(day)) => Some(context.day(*day)),
            Some(Item::Money(money)) => Some(context.amount(*money)),
            Some(item) => Some(short(&to_toml(item))),
        };
        let key = if value.is_some() { "commit-set" } else { "commit-set-removed" };
        facts.extend(value.map(|value| ("value", MessageArg::Text(value))));
        Ok(CommitSummary::new(self.record.clone(), context.text(key, &facts)))
    }

    fn write(&self, context: &WriteContext<'_>) -> Result<String, EditError> {
        context
            .patched(|table| {
                let path = self.place(context, table)?;
                Ok(match &self.value {
                    Some(item) => vec![Op::Set(path, item.clone())],
                    // Somebody removed it meanwhile.
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

/// Returns a label without its capital letter, unless it is an abbreviation.
fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match letters.next() {
        Some(first) if letters.clone().next().is_none_or(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

impl SetVerb {
    /// Returns whether the field holds one party or several.
    fn is_of_parties(&self) -> bool {
        matches!(self.path.last(), Some(PathStep::Key(key)) if key == "debtor" || key == "creditor")
    }

    /// Returns whether the field holds a day or an event, such as the end and three months.
    fn is_timing(&self) -> bool {
        matches!(self.path.last(), Some(PathStep::Key(key)) if key == "due" || key == "when" || key == "from")
    }

    /// Returns the current path of the field. Fails if it does not hold what the user saw.
    fn place(&self, context: &WriteContext<'_>, table: &Table) -> Result<KeyPath, EditError> {
        let Some(base) = &context.base else { return Ok(self.path.clone()) };
        let gone = || context.gone(&self.path.to_string(), self.value.as_ref());
        let path = relocate(base, table, &self.path).ok_or_else(gone)?;
        let intended = self.value.as_ref().map(toml_entry::value);
        context.unchanged(&path, context.was(&self.path), value_at(table, &path), intended.as_ref())?;
        Ok(path)
    }

    /// Returns the label of the field in a sentence, with the entry that contains it: `comment (20 August 2020)`.
    fn field(&self, context: &EditContext<'_>) -> String {
        let Some(PathStep::Key(key)) = self.path.iter().rev().find(|step| matches!(step, PathStep::Key(_))) else {
            return self.path.to_string();
        };
        let word = format!("value-{key}");
        let locale = Locale::new(context.language);
        let field = if locale.has(&word) { in_sentence(&locale.text(&word)) } else { key.to_string() };
        match self.entry(context) {
            Some(entry) => format!("{field} ({entry})"),
            None => field,
        }
    }

    /// Returns the name of the list entry that contains the field.
    fn entry(&self, context: &EditContext<'_>) -> Option<String> {
        let [PathStep::Key(list), PathStep::Index(at), _, ..] = self.path.as_slice() else { return None };
        // An entry that could not be read counts in the text and not in the model.
        if context.portfolio.half_read.contains(&self.record) {
            return Some(format!("{list}[{at}]"));
        }
        let id = &self.record.id;
        let name = match (self.record.kind, list.as_str()) {
            (RecordKind::Convention, "obligations") => {
                Some(context.convention(id).ok()?.obligations.get(*at)?.id.to_string())
            }
            (RecordKind::Convention, "contributions") => {
                Some(context.convention(id).ok()?.contributions.get(*at)?.id.clone())
            }
            (RecordKind::Convention, "payments") => {
                Some(context.day(context.convention(id).ok()?.payments.get(*at)?.on))
            }
            (RecordKind::Convention, "calls") => Some(context.day(context.convention(id).ok()?.calls.get(*at)?.on)),
            (RecordKind::Convention, "expenditure") => context.convention(id).ok()?.expenditure.get(*at)?.what.clone(),
            (RecordKind::Startup, "committees") => Some(context.day(context.startup(id).ok()?.committees.get(*at)?.on)),
            (RecordKind::Startup, "notes") => context.startup(id).ok()?.notes.get(*at)?.on.map(|on| context.day(on)),
            (RecordKind::Startup, "actions") => Some(short(&context.startup(id).ok()?.actions.get(*at)?.what)),
            (RecordKind::Startup, "indicators") => Some(context.startup(id).ok()?.indicators.get(*at)?.name.clone()),
            _ => None,
        };
        Some(name.unwrap_or_else(|| format!("{list}[{at}]")))
    }

    /// Fails if the records that the value names don't exist.
    fn references(&self, context: &EditContext<'_>) -> Result<(), EditError> {
        let named = match (&self.value, fields::kind_at(self.record.kind, &self.path)) {
            (Some(item @ Item::Text(_)), Some(FieldKind::Id(of))) => Some((of, std::slice::from_ref(item))),
            (Some(item @ Item::Text(_)), Some(FieldKind::Ids(of))) if self.is_of_parties() => {
                Some((of, std::slice::from_ref(item)))
            }
            (Some(Item::List(items)), Some(FieldKind::Ids(of))) => Some((of, items.as_slice())),
            _ => None,
        };
        for item in named.iter().flat_map(|(_, items)| *items) {
            let (Some((of, _)), Item::Text(text)) = (named, item) else { continue };
            // A text that is not an id is reported when the record is validated.
            let Ok(id) = Id::new(text) else { continue };
            context.known(of, &id)?;
        }
        Ok(())
    }

    /// Fails if the value is an IBAN, BIC, SIREN or SIRET of the wrong form or with wrong check digits.
    fn identifier(&self) -> Result<(), EditError> {
        let (Some(PathStep::Key(key)), Some(Item::Text(text))) = (self.path.last(), &self.value) else {
            return Ok(());
        };
        let (kind, check): (_, IdentifierCheck) = match key.as_str() {
            "iban" => {
                let alone = Account { iban: Some(text.clone()), ..Account::default() };
                return alone.fault().map_or(Ok(()), |fault| Err(EditError::WrongAccount(fault)));
            }
            "bic" => ("BIC", check_bic),
            "siren" => ("SIREN", check_siren),
            "siret" => ("SIRET", check_siret),
            _ => return Ok(()),
        };
        check(text).map_err(|error| EditError::WrongIdentifier { kind, written: text.clone(), error })
    }

    /// Fails if the field is in approved minutes: they change only by amendments, which have a reason.
    fn is_not_approved(&self, context: &EditContext<'_>) -> Result<(), EditError> {
        let of_committee = || {
            let [PathStep::Key(list), PathStep::Index(at), ..] = self.path.as_slice() else { return None };
            let startup = context.startup(&self.record.id).ok().filter(|_| list == "committees")?;
            Id::new(startup.committees.get(*at)?.review.as_deref()?).ok()
        };
        let review = match self.record.kind {
            RecordKind::Review => Some(self.record.id.clone()),
            RecordKind::Startup => of_committee(),
            _ => None,
        };
        let is_approved = |id: &Id| context.review(id).is_ok_and(|review| review.approved.is_some());
        review.filter(is_approved).map_or(Ok(()), |id| Err(EditError::MinutesApproved(id.to_string())))
    }

    /// Fails if the value breaks a rule of the verb for that fact: a fact has happened, a decision does not run out
    /// before its committee, and money belongs to a contribution of the convention.
    fn obeys_the_verbs(&self, context: &EditContext<'_>) -> Result<(), EditError> {
        let keys: Vec<&str> = self
            .path
            .iter()
            .filter_map(|step| if let PathStep::Key(key) = step { Some(key.as_str()) } else { None })
            .collect();
        let committee = || {
            let [_, PathStep::Index(at), ..] = self.path.as_slice() else { return None };
            context.startup(&self.record.id).ok()?.committees.get(*at)
        };
        let is_planned = || committee().is_some_and(|one| one.state == CommitteeState::Planned);
        match (keys.as_slice(), &self.value) {
            (["committees", "state"], Some(Item::Text(state))) if state == CommitteeState::Held.name() => {
                committee().map_or(Ok(()), |one| context.check_not_in_future(one.on))
            }
            (["committees", "until" | "deferred_until"], Some(Item::Date(until))) => match committee() {
                Some(held) if *until < held.on => Err(EditError::EndsBeforeItBegins),
                _ => Ok(()),
            },
            (["payments" | "calls" | "refunds" | "expenditure", "contribution"], Some(Item::Text(id))) => {
                self.contribution(context, id)
            }
            (["signed"], Some(Item::Date(on))) => {
                context.check_not_in_future(*on)?;
                follows_its_order(context, context.convention(&self.record.id)?, *on)
            }
            (["expenditure", key @ ("committed" | "done" | "paid")], Some(Item::Date(on))) => {
                context.check_not_in_future(*on)?;
                self.line(context, key, *on).map_or(Ok(()), |line| in_order(&line, context))
            }
            // Phases, coaches, and incubators may begin or end on a day ahead.
            ([.., "from" | "until"], _) => Ok(()),
            (_, Some(Item::Date(day))) if fields::is_fact(&self.path, is_planned()) => {
                context.check_not_in_future(*day)
            }
            _ => Ok(()),
        }
    }

    /// Returns the line of expenditure with the new day.
    fn line(&self, context: &EditContext<'_>, key: &str, on: Date) -> Option<Expenditure> {
        let [_, PathStep::Index(at), ..] = self.path.as_slice() else { return None };
        let mut line = context.convention(&self.record.id).ok()?.expenditure.get(*at)?.clone();
        match key {
            "committed" => line.committed = Some(on),
            "done" => line.done = Some(on),
            _ => line.paid = Some(on),
        }
        Some(line)
    }

    /// Fails unless the convention, or the one that it amends, has that contribution.
    fn contribution(&self, context: &EditContext<'_>, id: &str) -> Result<(), EditError> {
        let convention = context.convention(&self.record.id)?;
        let amended = match &convention.kind {
            ConventionKind::Amendment { amends } => context.convention(amends).ok(),
            _ => None,
        };
        let own = context.contribution(convention, id).map(drop);
        match amended {
            Some(amended) if own.is_err() => context.contribution(amended, id).map(drop),
            _ => own,
        }
    }
}
